"""The ledger: who was in the room, and who might vote, at every moment of the meeting.

Nothing of it is typed. It is derived from the attendance list and from the entries that say who
came, who left, who declared an interest, when the meeting was adjourned and who took the chair.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from clerkapp.meeting.entries import Entry, EntryKind, Movement, facts_of
from clerkapp.meeting.interests import Declaration, withdrew
from clerkapp.meeting.meeting import AgendaItem, Meeting, entries_of
from clerkapp.meeting.people import Attendance, AttendanceList, Standing
from clerkapp.meeting.proceedings import Proceeding, Step

_THERE = frozenset({Standing.PRESENT, Standing.SUBSTITUTE, Standing.IN_ATTENDANCE, Standing.GUEST})
_NOT_OF_THE_BODY = frozenset({Standing.IN_ATTENDANCE, Standing.GUEST})


@dataclass(frozen=True, slots=True)
class Moment:
    """How things stand once an entry has happened, or when an item is opened.

    Nobody is at once in the room and withdrawn from it.
    """

    item_id: str
    entry_id: str = ""  # "" when the item is opened
    time: dt.time | None = None
    here: frozenset[str] = frozenset()  # the ids of those in the room
    withdrawn: frozenset[str] = frozenset()  # out for an interest until the item ends
    chair: str = ""  # the id of who presides; "" where that is not known
    adjourned: bool = False
    public_excluded: bool = False


def ledger(meeting: Meeting) -> tuple[Moment, ...]:
    """A moment for the opening of each item and one after each of its entries, in order."""
    return tuple(_moments(meeting))


def moment_after(meeting: Meeting, entry_id: str) -> Moment:
    """How things stand once that entry has happened; KeyError where there is none."""
    for moment in _moments(meeting):
        if moment.entry_id == entry_id:
            return moment
    raise KeyError(entry_id)


def moment_in(meeting: Meeting, item_id: str) -> Moment:
    """How things stand at the last entry of an item; KeyError where there is no such item."""
    last: Moment | None = None
    for moment in _moments(meeting):
        if moment.item_id == item_id:
            last = moment
    if last is None:
        raise KeyError(item_id)
    return last


def at_the_opening(meeting: Meeting) -> Moment:
    """Who was there before the first entry."""
    here = frozenset(line.person.id for line in meeting.attendance if line.standing in _THERE)
    return Moment("", time=meeting.heading.start, here=here, chair=_chair(meeting, here))


def at_the_end(meeting: Meeting) -> Moment:
    """How things stand after the last entry; whoever withdrew for its item is still out."""
    last = at_the_opening(meeting)
    for moment in _moments(meeting):
        last = moment
    return last


def _moments(meeting: Meeting) -> Iterator[Moment]:
    now = at_the_opening(meeting)
    due_out: dict[str, set[str]] = {}  # by item: who is to withdraw when it is opened
    for item in meeting.items:
        leaving = (now.here | now.withdrawn) & due_out.get(item.id, set())
        now = replace(
            now,
            item_id=item.id,
            entry_id="",
            here=(now.here | now.withdrawn) - leaving,
            withdrawn=frozenset(leaving),
        )
        yield now
        for entry in item.entries:
            now = replace(_after(now, item, entry), entry_id=entry.id)
            now = now if entry.time is None else replace(now, time=entry.time)
            declaration = facts_of(entry, Declaration)
            if declaration and declaration.person and withdrew(declaration):
                due_out.setdefault(declaration.item_id, set()).add(declaration.person.person_id)
            yield now


def _after(now: Moment, item: AgendaItem, entry: Entry) -> Moment:
    movement = facts_of(entry, Movement)
    if movement and movement.person.person_id:
        return _moved(now, entry.kind is EntryKind.ARRIVAL, movement)
    declaration = facts_of(entry, Declaration)
    if declaration and concerns(declaration, item) and withdrew(declaration):
        person = declaration.person.person_id if declaration.person else ""
        return _withdrawn(now, person)
    proceeding = facts_of(entry, Proceeding)
    return _stepped(now, proceeding) if proceeding else now


def _moved(now: Moment, joined: bool, movement: Movement) -> Moment:  # noqa: FBT001
    who = movement.person.person_id
    if joined:
        return replace(now, here=now.here | {who}, withdrawn=now.withdrawn - {who})
    return _withdrawn(now, who) if movement.for_interest else replace(now, here=now.here - {who})


def _withdrawn(now: Moment, who: str) -> Moment:
    if who not in now.here:
        return now
    return replace(now, here=now.here - {who}, withdrawn=now.withdrawn | {who})


def _stepped(now: Moment, proceeding: Proceeding) -> Moment:
    match proceeding.step:
        case Step.ADJOURNED | Step.CLOSED:
            return replace(now, adjourned=True)
        case Step.RESUMED:
            return replace(now, adjourned=False)
        case Step.PUBLIC_EXCLUDED:
            return replace(now, public_excluded=True)
        case Step.PUBLIC_READMITTED:
            return replace(now, public_excluded=False)
        case Step.CHAIR_HANDED_OVER:
            person = proceeding.person
            return replace(now, chair=person.person_id if person else "")


def concerns(declaration: Declaration, item: AgendaItem) -> bool:
    """Whether the interest is one in `item`, where it is declared.

    One declared under “Declarations of interest” without naming an item concerns none yet.
    """
    if declaration.item_id:
        return declaration.item_id == item.id
    return "declaration" not in item.title.casefold()


def _chair(meeting: Meeting, here: frozenset[str]) -> str:
    """Who presides at the opening: the Chair, failing that the Vice-chair, if in the room."""
    posts = {line.person.id: line.person.post.casefold() for line in meeting.attendance}
    for fits in (is_chair, is_vice_chair):
        for who, post in posts.items():
            if who in here and fits(post):
                return who
    return ""


_CHAIRS = ("chair", "chairman", "chairwoman", "chairperson", "convener", "convenor", "mayor")


def is_chair(post: str) -> bool:
    """Whether whoever holds that post presides: Chair, Chairman, Convener, Mayor, Lord Provost."""
    return post.casefold() in {*_CHAIRS, "lord mayor", "provost", "lord provost", "cadeirydd"}


def is_vice_chair(post: str) -> bool:
    """Whether whoever holds that post presides when the chair is away."""
    words = post.casefold().replace("-", " ").split()
    return words[:1] in (["vice"], ["deputy"]) and " ".join(words[1:]) in _CHAIRS


# The lines of the list


def members(attendance: AttendanceList) -> AttendanceList:
    """The lines of members, there or away; officers and guests left out."""
    return tuple(line for line in attendance if line.standing not in _NOT_OF_THE_BODY)


def in_the_room(meeting: Meeting) -> AttendanceList:
    """The lines of those in the room after the last entry: there or arrived, and not gone."""
    return lines_here(meeting, at_the_end(meeting))


def lines_here(meeting: Meeting, moment: Moment) -> AttendanceList:
    """The lines of those who are in the room at that moment."""
    return tuple(line for line in meeting.attendance if line.person.id in moment.here)


def head_count(meeting: Meeting, moment: Moment) -> int:
    """How many members are in the room: those who count towards the quorum."""
    return sum(_counts(line) for line in lines_here(meeting, moment))


def voters(meeting: Meeting, moment: Moment) -> AttendanceList:
    """The lines of those who may vote: members with a vote who are in the room."""
    return tuple(line for line in lines_here(meeting, moment) if _counts(line))


def _counts(line: Attendance) -> bool:
    return line.standing not in _NOT_OF_THE_BODY and line.has_vote


# Quorum


class QuorumState(StrEnum):
    """How the number in the room stands to the quorum."""

    UNKNOWN = "unknown"  # the heading gives no quorum
    MET = "met"
    BARE = "bare"  # one more to leave and it is lost
    LOST = "lost"


def quorum_state(meeting: Meeting, moment: Moment) -> QuorumState:
    """Whether enough members are in the room for the meeting to do business."""
    quorum = meeting.heading.quorum
    if quorum is None:
        return QuorumState.UNKNOWN
    count = head_count(meeting, moment)
    if count < quorum:
        return QuorumState.LOST
    return QuorumState.BARE if count == quorum else QuorumState.MET


# Comings and goings


@dataclass(frozen=True, slots=True)
class Passing:
    """Somebody on the lists who came in or went out: when, and during which item."""

    person_id: str
    joined: bool
    time: dt.time | None
    item: AgendaItem


def passings(meeting: Meeting) -> Iterator[Passing]:
    """Every arrival and departure of somebody on the lists, in the order of the minutes."""
    for item, entry in entries_of(meeting):
        movement = facts_of(entry, Movement)
        if movement and movement.person.person_id:
            joined = entry.kind is EntryKind.ARRIVAL
            yield Passing(movement.person.person_id, joined, entry.time, item)
