"""Where a vote is written: in the place of the old one, or below what it is on."""

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.room import Room
from clerkapp.editing.vote_pad import VotePad, open_vote_pad, put_vote
from clerkapp.law.jurisdiction import law_of
from clerkapp.meeting.edits import add_entry
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Meeting, entry_of, item_of


class TakenVote(Struct, frozen=True):
    """A vote being taken: the pad, the meeting that it is held against, and its place."""

    pad: VotePad
    meeting: Meeting  # with the vote in it, also where it is not yet in the record
    place: Place  # below what it is written, where it is a new one
    entry: Entry
    is_old: bool


def names_required(meeting: Meeting, item_id: str) -> bool:
    """Whether the law asks for the names of those who vote on that item (SI 2014/165)."""
    return item_of(meeting, item_id).business.value in law_of(meeting).votes.names_required


def take_vote(capture: Capture, place: Place, below: Place) -> TakenVote:
    """Takes up the vote in hand, or the one right below the motion in hand; else a new one.

    A new one comes below the entry `below`, and is in no record until it is written.
    """
    meeting = capture.session.meeting
    item = item_of(meeting, place.item_id)
    asked = names_required(meeting, item.id)
    old = _vote_at(item.entries, place.entry_id)
    if old:
        pad = open_vote_pad(meeting, old.id, names_required=asked)
        return TakenVote(pad, meeting, below, old, is_old=True)
    entry = capture.fresh_entry(EntryKind.VOTE, "")
    at = len(Room(capture).entries_to(below))
    shown = add_entry(meeting, item.id, entry, at)
    pad = open_vote_pad(shown, entry.id, names_required=asked)
    return TakenVote(pad, shown, below, entry, is_old=False)


def record_vote(capture: Capture, taken: TakenVote, pad: VotePad, clerk: Place) -> str:
    """Writes the vote down, as one step; "" as it is never refused."""
    if taken.is_old:
        capture.session.end_burst()
        capture.session.apply(lambda m: put_vote(m, pad), "the vote", place=clerk)
    else:
        entry = replace(taken.entry, facts=pad.vote, time=capture.time_now())
        Room(capture, clerk).put(taken.place, entry, "the vote")
    return ""


def is_written(meeting: Meeting, entry_id: str) -> bool:
    """Whether that entry is still in the record."""
    try:
        entry_of(meeting, entry_id)
    except KeyError:
        return False
    return True


def _vote_at(entries: tuple[Entry, ...], entry_id: str) -> Entry | None:
    at = next((n for n, entry in enumerate(entries) if entry.id == entry_id), None)
    if at is None:
        return None
    if entries[at].kind is EntryKind.VOTE:
        return entries[at]
    after = entries[at + 1 : at + 2]
    on_it = entries[at].kind is EntryKind.MOTION and after and after[0].kind is EntryKind.VOTE
    return after[0] if on_it else None
