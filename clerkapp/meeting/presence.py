"""Who came, who left, and who is in the room."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from clerkapp.meeting.entries import EntryKind, Movement, facts_of
from clerkapp.meeting.meeting import AgendaItem, Meeting, entries_of
from clerkapp.meeting.people import AttendanceList, Standing

_THERE = frozenset({Standing.PRESENT, Standing.SUBSTITUTE, Standing.IN_ATTENDANCE})


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


def in_the_room(meeting: Meeting) -> AttendanceList:
    """The lines of those in the room after the last entry: there or arrived, and not gone."""
    there = {line.person.id: line.standing in _THERE for line in meeting.attendance}
    there.update((passing.person_id, passing.joined) for passing in passings(meeting))
    return tuple(line for line in meeting.attendance if there[line.person.id])


def members(attendance: AttendanceList) -> AttendanceList:
    """The lines of members, there or away; officers and guests left out."""
    return tuple(line for line in attendance if line.standing is not Standing.IN_ATTENDANCE)
