"""What is offered behind a mark in the words."""

import pytest
from meetings import brookmere
from msgspec.structs import replace

from clerkapp.editing.choices import items_to_name, mark_typed, people_to_name
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.people import Attendance, Person, Standing
from clerkapp.wording.house_style import house_style

STYLE = house_style("")


def people(typed: str) -> list[str]:
    """Whom the letters offer, by the names of the lists."""
    meeting = brookmere()
    away = Attendance(Person("d", "Cllr Angharad D’Arcy-Puw"), Standing.APOLOGIES)
    meeting = replace(meeting, attendance=(away, *meeting.attendance))
    return [choice.shown for choice in people_to_name(meeting, STYLE, typed)]


def test_everybody_is_offered_and_those_in_the_room_first():
    everybody = people("")
    assert everybody[0] == "Cllr S Banerjee"
    assert everybody[-2:] == ["Cllr Angharad D’Arcy-Puw", "Cllr J Okafor"]
    assert len(everybody) == len(set(everybody)) == len(brookmere().attendance) + 1


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mars", "Cllr A Marsden"),
        ("cdo", "Chief Digital Officer"),
        ("digital off", "Chief Digital Officer"),
        ("d'a", "Cllr Angharad D’Arcy-Puw"),
        ("ang", "Cllr Angharad D’Arcy-Puw"),
        ("puw", "Cllr Angharad D’Arcy-Puw"),
    ],
)
def test_letters_narrow_down_to_one(typed: str, first: str):
    assert people(typed)[0] == first


@pytest.mark.parametrize("typed", ["zz", " mars", " "])
def test_what_names_nobody_offers_nobody(typed: str):
    assert people(typed) == []


def test_a_person_is_named_as_the_house_does():
    found = people_to_name(brookmere(), STYLE, "mars")
    assert [(c.words, c.shown) for c in found] == [("Councillor Marsden", "Cllr A Marsden")]


def test_an_item_is_named_by_its_number():
    meeting = brookmere()
    assert len(items_to_name(meeting, "")) == len(meeting.items)
    first = items_to_name(meeting, "digital")[0]
    assert (first.words, first.shown) == ("item 2", "Digital progress update")
    assert items_to_name(meeting, "2")[0] == first
    assert items_to_name(meeting, " 2") == items_to_name(meeting, "zz") == ()


@pytest.mark.parametrize(
    ("text", "kind", "mark"),
    [
        ("@", EntryKind.QUESTION, "@"),
        ("Ask @", EntryKind.NOTE, "@"),
        ("See (#", EntryKind.NOTE, "#"),
        ("As in #", EntryKind.ACTION_POINT, "#"),
        ("Write to them @", EntryKind.ACTION_POINT, ""),
        ("jo@", EntryKind.NOTE, ""),
        ("C#", EntryKind.NOTE, ""),
        ("so;;", EntryKind.NOTE, ";;"),
        ("so;", EntryKind.NOTE, ""),
        ("", EntryKind.NOTE, ""),
    ],
)
def test_a_mark_counts_where_a_word_begins(text: str, kind: EntryKind, mark: str):
    assert mark_typed(Entry("e", kind, text), text, len(text)) == mark
