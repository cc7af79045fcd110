"""Where a vote is written, in the place of the old one or below what it is on; one in words."""

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.room import Room
from clerkapp.editing.vote_pad import VotePad, open_vote_pad, put_vote, what_is_put
from clerkapp.law.jurisdiction import law_of
from clerkapp.meeting.edits import add_entry, change_kind, set_facts, set_text
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Meeting, entry_of, item_of
from clerkapp.meeting.mentions import mentions_in
from clerkapp.meeting.motions import amends
from clerkapp.meeting.presence import moment_after, voters
from clerkapp.meeting.votes import Vote, is_by_name
from clerkapp.notation.facts import lists_of
from clerkapp.notation.vote_lines import read_vote
from clerkapp.wording.vote_told import vote_told


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


def take_told_vote(capture: Capture, entry_id: str) -> bool:
    """Counts a vote that was typed in words, where they say that alone; whether they did.

    “8 for, 2 against, 1 abstention” is then a fact, which the checks and the agenda follow and the
    house prints in its words; so are the names of a recorded vote: “For: Cllr Finch; Against: …”.
    """
    if capture.is_draft(entry_id):
        return False
    meeting = capture.session.meeting
    item, entry = entry_of(meeting, entry_id)
    at = item.entries.index(entry)
    is_on_something = bool(at) and item.entries[at - 1].kind in _VOTED_ON and not entry.settled
    if entry.facts or not (entry.kind is EntryKind.VOTE or is_on_something):
        return False
    put = what_is_put(meeting, entry_id)
    is_amendment = bool(put) and amends(entry_of(meeting, put)[1])
    vote = vote_told(entry.text, amends=is_amendment) or _vote_by_names(
        entry.text, meeting, entry_id
    )
    if vote is None:
        return False

    def taken(meeting: Meeting) -> Meeting:
        meeting = set_text(change_kind(meeting, entry_id, EntryKind.VOTE), entry_id, "")
        return set_facts(meeting, entry_id, vote)

    return capture.edit_entry(entry_id, taken, "the vote")


def _vote_by_names(words: str, meeting: Meeting, entry_id: str) -> Vote | None:
    """The vote in one line of the notation, of two at least who can vote, each named once."""
    lists = lists_of(meeting)
    try:
        vote, rest = read_vote(words.strip(), lists)
    except ValueError:
        return None
    if vote is None or not is_by_name(vote) or rest or lists.doubts:
        return None
    named = [who.person_id for who in mentions_in(vote)]
    can_vote = {line.person.id for line in voters(meeting, moment_after(meeting, entry_id))}
    is_sure = len(named) > 1 and len(set(named)) == len(named) and can_vote.issuperset(named)
    return vote if is_sure else None


_VOTED_ON = (EntryKind.MOTION, EntryKind.RESOLUTION, EntryKind.RECOMMENDATION)


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
