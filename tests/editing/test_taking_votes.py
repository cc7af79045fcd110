"""Where a vote is written, and when the law asks for names."""

import pytest
from capturing import capture, entry
from meetings import brookmere
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.session import MeetingSession
from clerkapp.editing.taking_votes import (
    is_written,
    names_required,
    record_vote,
    take_told_vote,
    take_vote,
)
from clerkapp.editing.vote_pad import Manner
from clerkapp.meeting.edits import add_entry, set_business
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Business
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Vote, Way


def desk(*entries: Entry) -> tuple[Capture, str]:
    meeting = brookmere()
    item_id = meeting.items[1].id
    for each in (Entry("m", EntryKind.MOTION, "That it be so."), *entries):
        meeting = add_entry(meeting, item_id, each)
    return Capture(MeetingSession(meeting, lambda _: None)), item_id


def taken_at(capture: Capture, place: Place, number: int):
    taken = take_vote(capture, place, place)
    record_vote(capture, taken, taken.pad.with_number(Way.FOR, number), place)
    return taken


def test_a_new_vote_comes_below_the_motion_as_one_step():
    capture, item_id = desk(Entry("n", EntryKind.NOTE, "Afterwards."))
    before = capture.session.meeting
    taken_at(capture, Place(item_id, "m"), 3)
    kinds = [entry.kind for entry in capture.session.meeting.items[1].entries[-3:]]
    assert kinds == [EntryKind.MOTION, EntryKind.VOTE, EntryKind.NOTE]
    assert capture.session.undo_label == "the vote"
    capture.undo()
    assert capture.session.meeting == before


@pytest.mark.parametrize("at", ["m", "v"])
def test_the_vote_in_hand_or_right_below_the_motion_is_corrected(at):
    capture, item_id = desk(Entry("v", EntryKind.VOTE, facts=Vote(in_favour=5)))
    count = len(capture.session.meeting.items[1].entries)
    taken = taken_at(capture, Place(item_id, at), 4)
    entries = capture.session.meeting.items[1].entries
    assert (taken.is_old, len(entries)) == (True, count)
    assert entries[-1].facts == Vote(in_favour=4)


def test_taking_a_vote_writes_nothing_by_itself():
    capture, item_id = desk()
    before = capture.session.meeting
    taken = take_vote(capture, Place(item_id, "m"), Place(item_id, "m"))
    assert capture.session.meeting is before
    assert not is_written(before, taken.pad.entry_id)


def test_a_budget_is_voted_on_by_name():
    meeting = brookmere()
    item_id = meeting.items[1].id
    assert not names_required(meeting, item_id)
    meeting = set_business(meeting, item_id, Business.BUDGET)
    assert names_required(meeting, item_id)
    capture = Capture(MeetingSession(meeting, lambda _: None))
    place = capture.enter_item(item_id)
    assert take_vote(capture, place, place).pad.manner is Manner.NAMES
    scotland = replace(meeting, heading=replace(meeting.heading, jurisdiction="scotland"))
    assert not names_required(scotland, item_id)


MOTION = Entry("m", EntryKind.MOTION, "That it be noted.")


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (MOTION, Entry("v", EntryKind.VOTE, "8 for, 2 against")),
        (MOTION, Entry("v", EntryKind.NOTE, "8 for, 2 against", settled=False)),
        (
            Entry("m", EntryKind.RESOLUTION, "That it be noted."),
            Entry("v", EntryKind.NOTE, "(8 for, 2 against)", settled=False),
        ),
        (
            Entry("m", EntryKind.NOTE, "It was put."),
            Entry("v", EntryKind.VOTE, "For 8, against 2", settled=False),
        ),
    ],
)
def test_a_vote_told_in_words_is_counted_in_one_step(above: Entry, told: Entry):
    on = capture(above, told)
    before = on.session.meeting
    assert take_told_vote(on, "v")
    taken = entry(on, "v")
    assert (taken.kind, taken.text, taken.facts) == (EntryKind.VOTE, "", Vote(8, 2))
    on.undo()
    assert on.session.meeting == before


def test_the_names_of_a_recorded_vote_are_counted_where_all_are_on_the_lists():
    words = "For: Cllr A Finch; Against: Cllr B Finch"
    on = capture(MOTION, Entry("v", EntryKind.VOTE, words))
    assert take_told_vote(on, "v")
    assert entry(on, "v").facts == Vote((Mention("af"),), (Mention("bf"),))
    on = capture(MOTION, Entry("v", EntryKind.VOTE, words.replace("B Finch", "Nobody")))
    assert not take_told_vote(on, "v")
    assert entry(on, "v").text


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (MOTION, Entry("v", EntryKind.VOTE, "The motion was carried.")),
        (MOTION, Entry("v", EntryKind.VOTE, "for information")),
        (MOTION, Entry("v", EntryKind.NOTE, "8 for, 2 against")),
        (MOTION, Entry("v", EntryKind.VOTE, "8 for, 2 against", facts=Vote(7, 3))),
        (
            Entry("m", EntryKind.NOTE, "It was put."),
            Entry("v", EntryKind.NOTE, "8 for, 2 against", settled=False),
        ),
    ],
)
def test_words_stay_that_say_no_count_or_stand_where_nothing_was_put(above: Entry, told: Entry):
    on = capture(above, told)
    assert not take_told_vote(on, "v")
    assert entry(on, "v") == told


@pytest.mark.parametrize(
    "words",
    [
        "For: Digital Lead",
        "For: Cllr A Finch; Against: Cllr A Finch",
        "For Cllr A Finch",
    ],
)
def test_names_that_are_no_vote_stay(words: str):
    on = capture(MOTION, Entry("v", EntryKind.VOTE, words))
    assert not take_told_vote(on, "v")
