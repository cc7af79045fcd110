"""Owner and date of an action point in the window, in two keys each and never in a dialog."""

import datetime as dt

import pytest
from meetings import BROOKMERE
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextDocumentFragment

from clerkapp.meeting.actions import NEXT_MEETING
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import name_of
from clerkapp.notation.reading import read_notation
from clerkapp.window.item.entry_text import EntryText

TWO_FINCHES = BROOKMERE.replace("Cllr A Marsden;", "Cllr A Finch; Cllr B Finch;").replace(
    "Quorum", "Next meeting: 2026-04-16\nQuorum"
)


@pytest.fixture
def acting(hands):
    """Hands in a new action point of a meeting with two Finches."""
    meeting = copied(read_notation(TWO_FINCHES).meeting, new_id)
    hands.window.open_meeting(meeting)
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("a Circulate the figures.")
    return hands


def fields(hands):
    return hands.window.page._rows[hands.window.page.current_entry].action_fields()


def hint(hands) -> str:
    return QTextDocumentFragment.fromHtml(fields(hands).hint.text()).toPlainText()


def owner(hands) -> str:
    return name_of(hands.meeting, hands.entry.facts.owner)


@pytest.mark.parametrize(
    ("letters", "name"),
    [("cdo", "Chief Digital Officer"), ("ba", "Cllr S Banerjee"), ("hol", "Jo Ray"),
     ("af", "Cllr A Finch"), ("Parlour of the Mayor", "Parlour of the Mayor")],
)  # fmt: skip
def test_a_few_letters_and_enter_give_the_owner(acting, letters, name):
    acting.press("Ctrl+Shift+O")
    acting.type(letters)
    acting.press("Return")
    assert isinstance(acting.focus, EntryText)
    assert owner(acting) == name
    assert fields(acting).owner.text() == name
    assert fields(acting).hint.isHidden()


def test_whom_enter_would_take_is_shown_before_it_is_pressed(acting):
    acting.press("Ctrl+Shift+O")
    assert hint(acting).startswith("1 Chief Digital Officer   2 Jo Ray   3 Cllr")
    acting.type("ban")
    assert hint(acting) == "1 Cllr S Banerjee (Enter)"
    assert fields(acting).owner.accessibleDescription() == "1 Cllr S Banerjee"


def test_a_number_takes_the_one_that_is_shown_with_it(acting):
    acting.press("Ctrl+Shift+O")
    acting.press("2")
    assert owner(acting) == "Jo Ray"
    assert isinstance(acting.focus, EntryText)
    acting.press("Ctrl+Z")
    assert acting.entry.facts is None


def test_a_name_that_fits_two_people_asks_in_the_row(acting):
    acting.press("Ctrl+Shift+O")
    acting.type("fin")
    acting.press("Return")
    assert hint(acting) == "Which one?   1 Cllr A Finch (Enter)   2 Cllr B Finch"
    assert owner(acting) == "fin"
    acting.press("2")
    assert owner(acting) == "Cllr B Finch"
    assert isinstance(acting.focus, EntryText)
    acting.press("Ctrl+Z")
    assert acting.entry.facts is None


def test_enter_again_takes_the_first_of_two(acting):
    acting.press("Ctrl+Shift+O")
    acting.type("fin")
    acting.press("Return", 2)
    assert owner(acting) == "Cllr A Finch"


def test_typing_on_while_asked_narrows_the_name(acting):
    acting.press("Ctrl+Shift+O")
    acting.type("Cllr B Fin")
    acting.press("Return")
    acting.press("Ctrl+Shift+O")
    acting.type("finch")
    acting.press("Return")
    acting.press("Home")
    acting.type("Cllr B ")
    acting.press("Return")
    assert owner(acting) == "Cllr B Finch"


def test_a_name_that_fits_two_people_and_is_left_keeps_its_words_and_says_so(acting):
    acting.press("Ctrl+Shift+O")
    acting.type("fin")
    acting.press("Return")
    acting.press("Tab")
    assert owner(acting) == "fin"
    assert "may be Cllr A Finch or Cllr B Finch" in acting.window.status.said.text()


def test_a_click_on_a_name_takes_it(acting):
    acting.press("Ctrl+Shift+O")
    acting.type("fin")
    label = fields(acting).hint
    acting.click(label, QPoint(label.fontMetrics().horizontalAdvance("1 Cllr"), 9))
    assert owner(acting) == "Cllr A Finch"


def test_digits_of_a_post_can_be_typed(acting):
    acting.press("Ctrl+Shift+O")
    acting.type("Head of Year 7")
    acting.press("Return")
    assert owner(acting) == "Head of Year 7"


@pytest.mark.parametrize(
    ("typed", "due", "shown"),
    [
        ("", NEXT_MEETING, "next meeting"),
        ("n", NEXT_MEETING, "next meeting"),
        ("+2w", dt.date(2026, 3, 19), "Thursday 19 March 2026"),
        ("30/6", dt.date(2026, 6, 30), "Tuesday 30 June 2026"),
        ("fri", dt.date(2026, 3, 6), "Friday 6 March 2026"),
    ],
)
def test_a_date_in_few_keys_and_what_is_understood_is_shown_first(acting, typed, due, shown):
    acting.press("Ctrl+D")
    acting.type(typed)
    assert hint(acting) == shown
    assert fields(acting).due.accessibleDescription() == shown
    acting.press("Return")
    assert acting.entry.facts.due == due
    assert isinstance(acting.focus, EntryText)


def test_a_date_that_cannot_be_is_said_in_the_row_while_it_is_typed(acting):
    acting.press("Ctrl+D")
    acting.type("31/2")
    assert hint(acting) == "there is no such date as 31/2"


def test_a_date_that_is_emptied_is_none(acting):
    acting.press("Ctrl+D")
    acting.type("fri")
    acting.press("Return")
    acting.press("Ctrl+D")
    acting.press("Backspace")
    acting.press("Return")
    assert acting.entry.facts is None


def test_owner_and_date_typed_behind_the_words_go_to_their_fields(acting):
    acting.type(" @cdo by +2w")
    entry = acting.entry.id
    acting.press("Return")
    assert acting.window.page.current_entry != entry
    acting.press("Up")
    assert acting.entry.text == "Circulate the figures."
    assert (owner(acting), acting.entry.facts.due) == (
        "Chief Digital Officer",
        dt.date(2026, 3, 19),
    )
    assert fields(acting).due.text() == "19 March 2026"
    acting.press("Ctrl+Z")
    assert acting.entry.text == "Circulate the figures. @cdo by +2w"


def test_an_owner_behind_the_words_who_may_be_two_people_is_asked_about(acting):
    acting.type(" @fin by n")
    acting.press("Return")
    assert hint(acting).startswith("Which one?")
    acting.press("2")
    assert (owner(acting), acting.entry.facts.due) == ("Cllr B Finch", NEXT_MEETING)
    assert isinstance(acting.focus, EntryText)


def test_the_field_stays_where_it_is_while_its_hint_comes_and_goes(acting):
    acting.press("Ctrl+Shift+O")
    field = acting.focus
    tops = set()
    for letter in "finxyz":
        acting.type(letter)
        tops.add(field.mapTo(acting.window, QPoint(0, 0)).y())
    assert len(tops) == 1
