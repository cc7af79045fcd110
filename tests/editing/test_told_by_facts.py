"""Entries of which nothing is typed, a vote or a declaration: what keys leave of them."""

import pytest
from meetings import brookmere

from clerkapp.editing.capture import Capture
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.edits import add_entry
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Motion, Vote

VOTE = Entry("e", EntryKind.VOTE, facts=Vote(3, 1, 0))
INTEREST = Entry(
    "e", EntryKind.DECLARATION, facts=Declaration(Mention(words="Cllr Ash"), "personal", "left")
)


def desk(entry: Entry) -> tuple[Capture, str]:
    meeting = brookmere()
    item_id = meeting.items[1].id
    return Capture(MeetingSession(add_entry(meeting, item_id, entry), lambda _: None)), item_id


@pytest.mark.parametrize("entry", [VOTE, INTEREST])
def test_going_to_the_item_leads_below_it_rather_than_into_it(entry):
    capture, item_id = desk(entry)
    place = capture.enter_item(item_id)
    assert capture.is_draft(place.entry_id)
    capture.write(place.entry_id, "Later.")
    last = capture.session.meeting.items[1].entries[-2:]
    assert (last[0], last[1].text) == (entry, "Later.")


@pytest.mark.parametrize("entry", [VOTE, INTEREST])
def test_a_letter_and_a_blank_in_it_are_words_and_turn_it_into_nothing_else(entry):
    capture, _ = desk(entry)
    capture.write("e", "m")
    assert not capture.write("e", "m ")
    kept = capture.session.meeting.items[1].entries[-1]
    assert (kept.kind, kept.facts, kept.text) == (entry.kind, entry.facts, "m ")


def test_m_and_a_plus_is_an_amendment():
    capture, _ = desk(Entry("e", EntryKind.NOTE, "m+", settled=False))
    assert capture.write("e", "m+ ")
    entry = capture.session.meeting.items[1].entries[-1]
    assert (entry.kind, entry.text, entry.facts) == (EntryKind.MOTION, "", Motion(amends=True))
    capture.undo()
    assert capture.session.meeting.items[1].entries[-1].text == "m+ "
