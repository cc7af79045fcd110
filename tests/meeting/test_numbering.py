"""The numbers of items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.numbering import (
    is_number,
    item_numbers,
    number_of,
    roman,
    roman_count,
    settled,
)


def meeting_numbered(*numbers: str) -> Meeting:
    return Meeting("m", items=tuple(AgendaItem(str(n), "T", no) for n, no in enumerate(numbers)))


@pytest.mark.parametrize(
    ("given_numbers", "printed"),
    [
        (("", "", ""), ("1", "2", "3")),
        (("6", "", "8", ""), ("6", "7", "8", "9")),
        (("12a", ""), ("12a", "13")),
        (("99/20", ""), ("99/20", "100/20")),
        (("PLA148/14", ""), ("PLA148/14", "PLA149/14")),
        (("2307.01", ""), ("2307.01", "2307.02")),
        (("FGB 98/2122", ""), ("FGB 98/2122", "FGB 99/2122")),
    ],
)
def test_an_item_without_a_number_follows_the_one_before(given_numbers, printed):
    assert item_numbers(meeting_numbered(*given_numbers)) == printed


def test_what_came_before_the_first_item_has_no_number():
    meeting = Meeting("m", items=(AgendaItem("a"), AgendaItem("b", "Apologies")))
    assert item_numbers(meeting) == ("", "1")
    assert number_of(meeting, meeting.items[1]) == "1"


@given(st.lists(st.sampled_from(["", "1", "2", "3", "12a", "99/20"]), max_size=6))
def test_settling_changes_no_printed_number(numbers: list[str]):
    meeting = meeting_numbered(*numbers)
    assert item_numbers(settled(meeting)) == item_numbers(meeting)
    assert settled(settled(meeting)) == settled(meeting)


def test_an_untitled_item_keeps_its_number():
    meeting = Meeting("m", items=(AgendaItem("a", number="1"),))
    assert settled(meeting) == meeting
    assert item_numbers(replace(meeting)) == ("1",)


@pytest.mark.parametrize("words", ["", "six", "6 a", "COVID-19", "6."])
def test_not_everything_is_a_number(words: str):
    assert not is_number(words)


@given(st.integers(1, 3999))
def test_roman_figures_are_read_as_they_are_written(count: int):
    assert roman_count(roman(count)) == count


def test_roman_figures_are_those_of_clerks_and_end_where_they_do():
    assert [roman(n) for n in (1, 4, 9, 14, 40, 49, 99)] == [
        "I",
        "IV",
        "IX",
        "XIV",
        "XL",
        "XLIX",
        "XCIX",
    ]
    assert (roman(0), roman(4000)) == ("0", "4000")
    assert [roman_count(each) for each in ("", "IIII", "VX", "iv", "A", "IVa")] == [0] * 6
