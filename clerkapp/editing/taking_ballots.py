"""Where a ballot is written: in the place of the old one, or below the entry in hand."""

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.ballot_pad import BallotPad, open_ballot_pad, put_ballot
from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.room import Room
from clerkapp.meeting.edits import add_entry
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Meeting, item_of


class TakenBallot(Struct, frozen=True):
    """A ballot being taken: the pad, the meeting that it is held against, and its place."""

    pad: BallotPad
    meeting: Meeting  # with the ballot in it, also where it is not yet in the record
    place: Place  # below what it is written, where it is a new one
    entry: Entry
    is_old: bool


def take_ballot(capture: Capture, place: Place, below: Place) -> TakenBallot:
    """Takes up the ballot in hand; else a new one below the entry `below`, in no record yet."""
    meeting = capture.session.meeting
    entries = item_of(meeting, place.item_id).entries
    in_hand = next((each for each in entries if each.id == place.entry_id), None)
    if in_hand and in_hand.kind is EntryKind.BALLOT:
        return TakenBallot(
            open_ballot_pad(meeting, in_hand.id), meeting, below, in_hand, is_old=True
        )
    entry = capture.fresh_entry(EntryKind.BALLOT, "")
    shown = add_entry(meeting, place.item_id, entry, len(Room(capture).entries_to(below)))
    return TakenBallot(open_ballot_pad(shown, entry.id), shown, below, entry, is_old=False)


def record_ballot(capture: Capture, taken: TakenBallot, pad: BallotPad, clerk: Place) -> str:
    """Writes the ballot down, as one step; "" as it is never refused."""
    if taken.is_old:
        capture.session.end_burst()
        capture.session.apply(lambda m: put_ballot(m, pad), "the ballot", place=clerk)
    else:
        entry = replace(taken.entry, facts=pad.ballot, time=capture.time_now())
        Room(capture, clerk).put(taken.place, entry, "the ballot")
    return ""
