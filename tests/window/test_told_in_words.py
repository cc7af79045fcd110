"""Who moved and who seconded, votes and interests: typed into the real window as words."""

import datetime as dt

import pytest
from meetings import brookmere
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QDialog
from test_dialogs import answering

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.copying import copied
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import entry_of, name_of
from clerkapp.meeting.presence import moment_after
from clerkapp.meeting.votes import Motion, Result, Vote
from clerkapp.window.commands import CommandAction


def names(hands, entry) -> list[str]:
    assert isinstance(entry.facts, Motion)
    return [name_of(hands.meeting, each) for each in (entry.facts.mover, entry.facts.seconder)]


def test_names_behind_a_motion_are_recorded_and_can_be_changed(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted. / mars / te")
    motion = hands.entry.id
    hands.press("Return")
    found = next(e for e in hands.item.entries if e.id == motion)
    assert found.text == "That it be noted."
    assert names(hands, found) == ["Cllr A Marsden", "Cllr R Teale"]
    assert hands.window.page.current_entry != motion
    hands.press("Up")
    commands = [a for a in hands.window.actions() if isinstance(a, CommandAction)]
    next(a for a in commands if a.command.full_name == "Entry: Mover and seconder").trigger()
    assert hands.text.words() == "That it be noted. / Cllr A Marsden / Cllr R Teale"
    assert hands.window.status.said.text()
    hands.press("Ctrl+Shift+Left", 3)
    hands.type("ban")
    hands.press("Return")
    found = next(e for e in hands.item.entries if e.id == motion)
    assert names(hands, found) == ["Cllr A Marsden", "Cllr S Banerjee"]
    assert hands.window.status.said.text() == ""  # how it is done is told no more


def motion_of(hands) -> Entry:
    """The motion below the first item's words, with "/ mars / te" typed behind it."""
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted. / mars / te")
    return hands.entry


@pytest.mark.parametrize("keys", ["Up", "Ctrl+PgUp", "Alt+1", "F8", "F9", "Ctrl+E"])
def test_a_motion_that_is_left_or_put_takes_its_names_as_at_enter(hands, keys):
    motion = motion_of(hands)
    if keys == "Ctrl+E":
        answering(QDialog.reject, [])
    hands.press(keys)
    found = entry_of(hands.meeting, motion.id)[1]
    assert found.text == "That it be noted."
    assert names(hands, found) == ["Cllr A Marsden", "Cllr R Teale"]


def test_names_that_were_given_back_by_undo_stay_words(hands):
    motion = motion_of(hands)
    hands.press("Up")
    hands.press("Ctrl+Z")
    assert hands.entry.text == "That it be noted. / mars / te"
    hands.press("Up")
    assert entry_of(hands.meeting, motion.id)[1].text == "That it be noted. / mars / te"


def test_another_program_between_two_names_does_not_take_the_first(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted. / mars")
    QApplication.sendEvent(
        hands.text, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    )
    QApplication.processEvents()
    hands.type(" / te")
    motion = hands.entry
    hands.press("Up")
    assert names(hands, entry_of(hands.meeting, motion.id)[1])[1] == "Cllr R Teale"


@pytest.mark.parametrize("leave", ["another meeting", "quit"])
def test_a_meeting_that_is_left_takes_the_names_behind_a_motion_first(hands, archive, leave):
    motion, meeting = motion_of(hands), hands.meeting.id
    if leave == "quit":
        hands.window.close()
    else:
        hands.window.open_meeting(copied(brookmere(), new_id))
    assert archive.settle()
    found = entry_of(archive.read(meeting), motion.id)[1]
    assert found.text == "That it be noted."
    assert isinstance(found.facts, Motion)
    assert found.facts.mover
    assert found.facts.seconder


@pytest.mark.parametrize("keys", ["Up", "Ctrl+PgUp", "F9"])
def test_an_action_point_that_is_left_takes_whose_it_is_and_by_when(hands, keys):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("a Send the figures. @cdo by +2w")
    action = hands.entry.id
    hands.press(keys)
    found = entry_of(hands.meeting, action)[1]
    assert found.text == "Send the figures."
    assert isinstance(found.facts, ActionPoint)
    assert name_of(hands.meeting, found.facts.owner) == "Chief Digital Officer"
    assert found.facts.due == dt.date(2026, 3, 19)


@pytest.mark.parametrize("keys", ["Return", "Up"])
def test_who_moved_and_who_seconded_may_be_told_on_lines_below(hands, keys):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted.")
    motion = hands.entry.id
    hands.press("Return")
    hands.type("Proposer A Marsden")
    hands.press("Return")
    hands.type("Seconded by R. Teale")
    hands.press(keys)
    found = entry_of(hands.meeting, motion)[1]
    assert names(hands, found) == ["Cllr A Marsden", "Cllr R Teale"]
    assert hands.item.entries[-1].id == motion
    if keys == "Return":
        hands.type("It was carried.")
        assert [e.text for e in hands.item.entries[-2:]] == ["That it be noted.", "It was carried."]


@pytest.mark.parametrize("keys", ["Return", "Up", "Alt+1"])
def test_a_vote_that_is_typed_is_counted(hands, keys):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted.")
    hands.press("Return")
    hands.type("Carried: 4 for, 1 against")
    told = hands.entry.id
    hands.press(keys)
    found = entry_of(hands.meeting, told)[1]
    assert (found.kind, found.text) == (EntryKind.VOTE, "")
    assert found.facts == Vote(4, 1, declared=Result.CARRIED)
    if keys == "Return":
        assert hands.window.page.current_kind is EntryKind.RESOLUTION
        hands.press("Ctrl+Z")
        assert entry_of(hands.meeting, told)[1].text == "Carried: 4 for, 1 against"


def test_an_interest_that_is_typed_is_known_to_the_room(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("Cllr Marsden declared a personal interest in item 2 and left the room.")
    told = hands.entry.id
    hands.press("Return")
    found = entry_of(hands.meeting, told)[1]
    assert isinstance(found.facts, Declaration)
    assert (found.text, found.facts.conduct) == ("", "left the room")
    who = found.facts.person
    assert who
    assert who.person_id in moment_after(hands.meeting, told).withdrawn
