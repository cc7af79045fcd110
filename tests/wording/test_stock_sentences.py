"""Stock sentences with their places filled."""

import datetime as dt

import pytest
from meetings import brookmere

from clerkapp.notation.reading import read_notation
from clerkapp.wording.house_style import house_style
from clerkapp.wording.shorthand import stock
from clerkapp.wording.stock_sentences import BLANK, filled, fitting, places_of


def places(item: int) -> dict[str, str]:
    meeting = brookmere()
    return places_of(meeting, meeting.items[item], house_style(""), dt.time(20, 5))


def test_the_places_are_filled_from_the_meeting():
    meeting = brookmere()
    known = places(0)
    assert known["time"] == "8.05 pm"
    assert known["item"]
    assert known["chair"] == "Councillor Banerjee"
    assert known["committee"] == meeting.heading.committee
    for sentence in stock().sentences.values():
        found = filled(sentence, known)
        assert "{" not in found.words
        assert found.words[0].isupper()
        assert found.words[found.start : found.end] in (BLANK, "")


def test_the_chair_is_whoever_presides_in_the_item():
    meeting = read_notation(
        "Date: 2026-03-05\nPresent: Cllr A Ash (Convener); Cllr B Bay; Cllr C Cole\n\n"
        "# 1. Budget\n\n# 2. Staff\nx [chair Cllr C Cole] took the chair.\n\n# 3. Close\n"
    ).meeting
    chairs = [
        places_of(meeting, item, house_style(""), None).get("chair") for item in meeting.items
    ]
    assert chairs == ["Councillor Ash", "Councillor Cole", "Councillor Cole"]


def test_mover_and_seconder_are_those_of_the_last_motion_in_the_item():
    meeting = brookmere()
    for item in meeting.items:
        known = places_of(meeting, item, house_style(""), dt.time(20, 5))
        moved = any(entry.kind == "motion" for entry in item.entries)
        assert ("mover" in known) == moved
    words = filled("moved by {mover} and seconded by {seconder}.", {"mover": "Councillor Ali"})
    assert words.words == "Moved by Councillor Ali and seconded by ….".replace("….", f"{BLANK}.")
    assert words.words[words.start : words.end] == BLANK


@pytest.mark.parametrize(
    ("sentence", "words", "span"),
    [
        ("{who} left at {time}.", "… left at 8 pm.", (0, 1)),
        ("nothing to fill", "Nothing to fill", (15, 15)),
        ("{a}{b}", "……", (0, 1)),
        ("", "", (0, 0)),
        ("{NOT A PLACE}", "{NOT A PLACE}", (13, 13)),
    ],
)
def test_what_nobody_knows_stays_blank_and_is_where_the_cursor_goes(sentence, words, span):
    found = filled(sentence, {"time": "8 pm"})
    assert (found.words, (found.start, found.end)) == (words, span)


SENTENCES = {
    "minutes": "That the minutes be approved.",
    "approved": "That the recommendations be approved.",
    "moved": "It was moved by {mover}.",
}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["minutes", "approved", "moved"]),
        ("app", ["approved", "minutes"]),
        ("That m", ["minutes"]),
        ("min app", ["minutes"]),
        ("PROVED", []),
        ("mover", ["moved"]),
        ("xyz", []),
        ("…{", []),
    ],
)
def test_sentences_are_found_by_the_beginnings_of_their_words(typed: str, names: list[str]):
    assert fitting(SENTENCES, typed) == names


def test_a_meeting_that_is_written_up_later_has_no_time_of_its_own():
    meeting = brookmere()
    assert "time" not in places_of(meeting, meeting.items[0], house_style(""), None)
