"""What becomes of the meeting itself, and interests declared, by keys or by Ctrl+K."""

import datetime as dt
from functools import partial

import pytest
from msgspec.structs import replace
from test_accessibility import faults
from test_dialogs import answering
from test_room import of

from clerkapp.law.jurisdiction import law_of
from clerkapp.meeting.decisions import Decision, Outcome, Referral
from clerkapp.meeting.edits import change_kind, set_heading
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import Business
from clerkapp.meeting.people import Mention
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.window.agenda.item_dialog import ItemDialog
from clerkapp.window.commands import CommandAction
from clerkapp.window.room.keyed_lines import KeyedLines


def run(hands, name: str) -> None:
    """Does the command of that name in the menu Room."""
    actions = [each for each in hands.window.actions() if isinstance(each, CommandAction)]
    next(a for a in actions if a.command.full_name == f"Room: {name}").trigger()
    if isinstance(hands.focus, KeyedLines):  # the paragraphs of an exclusion
        hands.press("Return")


@pytest.fixture
def today(hands):
    """A meeting that takes place today, the cursor in its second item."""
    hands.window.capture.session.apply(
        lambda m: set_heading(m, replace(m.heading, date=dt.date.today())),  # noqa: DTZ011
        "the date",
    )
    hands.press("Alt+2")
    return hands


@pytest.mark.parametrize(("name", "step", "said"), [
    ("Adjourn", Step.ADJOURNED, "adjourned"),
    ("Exclude press and public", Step.PUBLIC_EXCLUDED, "press and public excluded"),
])  # fmt: skip
def test_a_step_is_written_with_its_time_and_said_in_the_status_line(today, name, step, said):
    run(today, name)
    assert today.item.entries[-1].facts == Proceeding(step)
    assert today.item.entries[-1].time is not None
    assert said in today.window.status.room.text()
    entries = today.entries
    run(today, name)
    assert today.entries == entries


def test_how_long_it_has_gone_on_is_no_longer_said_once_it_is_closed(today):
    now = dt.datetime.now()  # noqa: DTZ005 — the clock on the wall, as in the window
    began = (now - dt.timedelta(minutes=min(30, now.hour * 60 + now.minute))).time()
    today.window.capture.session.apply(
        lambda m: set_heading(m, replace(m.heading, start=began)), "the start"
    )
    elapsed = today.window.status.elapsed
    today.qtbot.waitUntil(lambda: "minute" in elapsed.text())
    run(today, "Close the meeting")
    today.qtbot.waitUntil(lambda: elapsed.text() == "", timeout=2000)


def test_what_was_begun_is_ended(today):
    for name in ("Exclude press and public", "Adjourn", "Resume", "Readmit press and public"):
        run(today, name)
    steps = [e.facts.step for e in today.item.entries[-4:]]
    assert steps == [Step.PUBLIC_EXCLUDED, Step.ADJOURNED, Step.RESUMED, Step.PUBLIC_READMITTED]


def test_closing_gives_the_meeting_its_end_and_ctrl_z_takes_it_back(today):
    run(today, "Close the meeting")
    assert today.meeting.heading.end == today.item.entries[-1].time
    today.press("Ctrl+Z")
    assert today.meeting.heading.end is None


def test_an_interest_is_declared_in_four_keys(today):
    law = law_of(today.meeting).interests
    today.press("Ctrl+Shift+D")
    for key in ("3", "Return", "1", "Return"):  # Enter: the item in hand
        today.press(key)
    facts = today.item.entries[-1].facts
    assert facts.person == Mention(of(today, "Marsden").person.id)
    assert (facts.nature, facts.conduct) == (law.natures[0].name, law.conducts[0].words)
    assert facts.item_id == ""
    assert today.text.hasFocus()


def test_an_interest_is_declared_by_a_button_in_sight(today):
    today.press("Ctrl+Shift+D")
    panel = today.window.do.room.steps.panel
    panel.list.choose(of(today, "Marsden").person.id)
    for _ in range(4):
        today.click(panel.enter, panel.enter.rect().center())
    assert today.item.entries[-1].facts.person == Mention(of(today, "Marsden").person.id)


def test_an_interest_in_another_item_names_it_by_its_own_digit(today):
    today.press("Ctrl+Shift+D")
    for key in ("3", "2", "Backspace", "1", "1", "1"):
        today.press(key)
    assert today.item.entries[-1].facts.item_id == today.meeting.items[0].id
    today.press("Ctrl+Shift+D")
    for key in ("3", "2", "1", "1"):
        today.press(key)
    assert today.item.entries[-1].facts.item_id == ""  # item 2 is the one in hand


def test_letters_of_a_name_lead_to_whoever_declares_it(today):
    law = law_of(today.meeting).interests
    today.press("Ctrl+Shift+D")
    panel = today.window.do.room.steps.panel
    for key in "mar":
        today.press(key)
    assert panel.list.chosen == of(today, "Marsden").person.id
    assert "Marsden" in panel.proof.text()
    for key in ("q", "q"):
        today.press(key)
    assert panel.proof.text() == "Nothing here has “q”."
    assert panel.list.chosen == of(today, "Marsden").person.id
    for key in ("b", "a", "z", "Backspace"):
        today.press(key)
    assert panel.list.chosen == of(today, "Banerjee").person.id
    last = law.natures[-1].name
    for key in ("m", "a", "r", "Return", "Return", *last.split()[0], "Return", "1"):
        today.press(key)
    assert today.item.entries[-1].facts.person == Mention(of(today, "Marsden").person.id)


def test_the_panel_has_names_and_esc_leaves_nothing_behind(today):
    entries = today.entries
    today.press("Ctrl+Shift+D")
    today.press("1")
    assert faults(today.window) == []
    today.press("Esc")
    assert today.entries == entries
    assert today.text.hasFocus()


@pytest.mark.parametrize("name", ["Hand over the chair", "Arrivals and departures"])
def test_the_room_is_entered_at_its_first_person(today, name):
    view = today.window.beside.room
    for _ in range(2):
        run(today, name)
        assert today.focus is view
        assert view.chosen == today.meeting.attendance[0].person.id
        today.press("Down")
        assert view.chosen != today.meeting.attendance[0].person.id
        today.press("Esc")


def test_the_details_of_an_item_hold_its_business_and_what_was_recommended(today):
    def answer(dialog: ItemDialog) -> None:
        assert faults(dialog) == []
        dialog.business.setCurrentIndex(1)
        dialog.recommendation.setPlainText("That the budget be set.")
        dialog.summary.setPlainText("The budget was considered.")
        dialog.accept()

    answering(answer, [])
    today.press("F4")
    assert today.item.business is Business.BUDGET
    assert today.item.recommendation == "That the budget be set."
    assert today.item.summary == "The budget was considered."
    today.press("Ctrl+Z")
    assert today.item.business is Business.ORDINARY


def test_the_outcome_and_the_statement_are_taken_in_when_the_panel_is_left(today):
    assert today.entry.kind.value == "resolution"
    place = today.window.page.place
    today.press("Ctrl+Shift+R")
    assert faults(today.window) == []
    today.press("Down")
    today.press("Tab")
    today.type("It saves money.")
    today.press("Esc")
    assert today.entry.facts == Decision(Outcome.NOTED, reasons="It saves money.")
    assert today.window.page.place == place
    today.press("Ctrl+Z")
    assert today.entry.facts is None


def test_the_reasons_for_a_recommendation_are_taken_in_and_it_stays_one(today):
    today.window.capture.session.apply(
        partial(change_kind, entry_id=today.entry.id, kind=EntryKind.RECOMMENDATION), "the kind"
    )
    today.press("Ctrl+Shift+R")
    today.press("Tab")
    today.type("It saves money.")
    today.press("Esc")
    assert today.entry.kind is EntryKind.RECOMMENDATION
    assert today.entry.facts == Referral(reasons="It saves money.")


def test_a_decision_is_called_by_its_outcome_in_its_row(today):
    row = today.window.page._rows[today.entry.id]
    before = row.grab().toImage()
    assert today.window.page.place_words.startswith("Resolved, entry ")
    today.press("Ctrl+Shift+R")
    today.press("Down", 2)
    today.press("Esc")
    assert today.window.page.place_words.startswith("Deferred, entry ")
    assert row.grab().toImage() != before
    today.press("Ctrl+Z")
    assert today.window.page.place_words.startswith("Resolved, entry ")
    assert row.grab().toImage() == before


def test_only_a_resolution_has_an_outcome(today):
    today.press("Up")
    today.press("Ctrl+Shift+R")
    assert today.window.status.said.text() == "The entry is no resolution."
    assert today.text.hasFocus()


def test_a_meeting_that_was_closed_is_said_to_be_closed(today):
    run(today, "Adjourn")
    run(today, "Close the meeting")
    assert today.window.status.room.text().endswith("closed")
    assert "adjourned" not in today.window.status.room.text()
    steps = today.window.do.room.steps
    assert steps.why_not(Step.ADJOURNED) == "the meeting is closed"
