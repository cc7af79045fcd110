"""Where a ballot is written: below the entry in hand, or in the place of the old one."""

from meetings import brookmere

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.session import MeetingSession
from clerkapp.editing.taking_ballots import record_ballot, take_ballot
from clerkapp.meeting.edits import add_entry
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Ballot

ASH = Mention(words="Cllr Ash")


def desk() -> tuple[Capture, Place]:
    meeting = brookmere()
    item_id = meeting.items[1].id
    for entry in (Entry("a", EntryKind.NOTE, "Before."), Entry("z", EntryKind.NOTE, "After.")):
        meeting = add_entry(meeting, item_id, entry)
    return Capture(MeetingSession(meeting, lambda _: None)), Place(item_id, "a")


def test_a_new_ballot_comes_below_the_entry_in_hand_as_one_step():
    capture, place = desk()
    before = capture.session.meeting
    taken = take_ballot(capture, place, place)
    assert capture.session.meeting == before
    record_ballot(capture, taken, taken.pad.stand(ASH).count(ASH, 3), place)
    kinds = [entry.kind for entry in capture.session.meeting.items[1].entries[-3:]]
    assert kinds == [EntryKind.NOTE, EntryKind.BALLOT, EntryKind.NOTE]
    assert capture.session.undo_label == "the ballot"
    capture.undo()
    assert capture.session.meeting == before


def test_the_ballot_in_hand_is_corrected_in_its_place():
    capture, place = desk()
    taken = take_ballot(capture, place, place)
    record_ballot(capture, taken, taken.pad.stand(ASH).count(ASH, 3), place)
    there = Place(place.item_id, taken.entry.id)
    again = take_ballot(capture, there, there)
    assert again.is_old
    record_ballot(capture, again, again.pad.count(ASH, 4), there)
    ballots = [facts_of(e, Ballot) for e in capture.session.meeting.items[1].entries]
    assert [b.rounds[0][0].votes for b in ballots if b] == [4]
