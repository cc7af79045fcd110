"""The paragraphs under which press and public are excluded, by the digits of their numbers."""

import pytest
from msgspec.structs import replace

from clerkapp.editing.excluding import Excluding
from clerkapp.editing.history import Place
from clerkapp.law.jurisdiction import Paragraph
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Meeting


def resolution(*numbers: str, named: tuple[str, ...] = ()) -> Excluding:
    known = tuple(Paragraph(number, "Something private") for number in numbers)
    entry = Entry("e", EntryKind.PROCEDURE)
    return Excluding(known, named, Meeting("m"), Place("i"), entry, is_old=False)


def test_what_is_named_stands_in_the_order_of_the_law():
    taken = resolution("1", "2", "3").turned("3").turned("1")
    assert taken.named == ("1", "3")
    assert taken.proceeding.paragraphs == ("1", "3")
    assert taken.turned("3").named == ("1",)


def test_a_paragraph_that_the_law_does_not_know_is_kept_until_it_is_taken_out():
    taken = resolution("1", "2", named=("7A",)).turned("2")
    assert taken.named == ("2", "7A")
    assert taken.turned("7A").named == ("2",)


LONG = ("7(2)(a)", "7(2)(b)(i)", "7(2)(b)(ii)", "7(2)(h)")


@pytest.mark.parametrize(("typed", "found"), [
    ("7", ("7(2)(a)", False)),
    ("72", ("7(2)(a)", False)),
    ("72a", ("7(2)(a)", True)),
    ("7(2)(a", ("7(2)(a)", True)),
    ("72b", ("7(2)(b)(i)", False)),
    ("72bi", ("7(2)(b)(i)", False)),
    ("7(2)(b)(i", ("7(2)(b)(i)", False)),
    ("7(2)(b)(i)", ("7(2)(b)(i)", True)),
    ("72bii", ("7(2)(b)(ii)", True)),
    ("h", ("7(2)(h)", False)),
    ("bii", ("7(2)(b)(ii)", False)),
    ("peop", ("7(2)(h)", False)),
    ("Privacy", ("7(2)(h)", False)),
    ("x", ("", False)),
    ("(", ("", False)),
])  # fmt: skip
def test_a_long_number_is_meant_with_or_without_its_brackets_by_its_letters_or_its_words(
    typed, found
):
    taken = resolution(*LONG[:3])
    private = Paragraph(LONG[3], "The privacy of people")
    assert replace(taken, paragraphs=(*taken.paragraphs, private)).meant_by(typed) == found


def test_digits_are_sure_once_no_other_number_begins_with_them():
    taken = resolution("1", "2", "10", "12")
    assert taken.meant_by("2") == ("2", True)
    assert taken.meant_by("1") == ("1", False)
    assert taken.meant_by("12") == ("12", True)
    assert taken.meant_by("9") == ("", False)
