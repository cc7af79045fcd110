"""The meeting and its agenda items: one immutable value that everything else reads."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.people import AttendanceList, Mention, Person


class Status(StrEnum):
    """How far the minutes have come."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"  # agreed as a correct record and signed by whoever presided


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head of the minutes, and the manner in which they are printed."""

    council: str = ""
    committee: str = ""
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    quorum: int | None = None
    next_meeting: dt.date | None = None
    house_style: str = ""  # a name in resources/house_styles
    status: Status = Status.DRAFT


@dataclass(frozen=True, slots=True)
class SupportingDocument:
    """A paper that an item was decided on: its title, and a file or a link where there is one."""

    title: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of business.

    `number` is the one that the agenda printed; it is "" where the place in the order gives it
    (see `numbering`). An item without title and number holds what was said before the first.
    """

    id: str
    title: str = ""
    number: str = ""
    presenter: str = ""
    documents: tuple[SupportingDocument, ...] = ()
    exempt: Exempt | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, whole. Edits (see `edits`) make a new one that shares what did not change."""

    id: str
    heading: Heading = field(default_factory=Heading)
    attendance: AttendanceList = ()
    items: tuple[AgendaItem, ...] = ()
    is_sample: bool = False


def people_of(meeting: Meeting) -> tuple[Person, ...]:
    """Everybody on the lists of `meeting`, in the order of the lists."""
    return tuple(line.person for line in meeting.attendance)


def person_of(meeting: Meeting, person_id: str) -> Person | None:
    """The person with that id, if on the lists of `meeting`."""
    return next((p for p in people_of(meeting) if p.id == person_id), None)


def name_of(meeting: Meeting, mention: Mention | None) -> str:
    """The name of somebody mentioned, as on the lists of `meeting` or as typed; "" for nobody."""
    if mention is None:
        return ""
    person = person_of(meeting, mention.person_id)
    return person.name if person else mention.words


def entries_of(meeting: Meeting) -> Iterator[tuple[AgendaItem, Entry]]:
    """Every entry of `meeting` with its item, in order."""
    for item in meeting.items:
        for entry in item.entries:
            yield item, entry


def item_of(meeting: Meeting, item_id: str) -> AgendaItem:
    """The item with that id; KeyError when there is none."""
    for item in meeting.items:
        if item.id == item_id:
            return item
    raise KeyError(item_id)


def entry_of(meeting: Meeting, entry_id: str) -> tuple[AgendaItem, Entry]:
    """The entry with that id and its item; KeyError when there is none."""
    for item, entry in entries_of(meeting):
        if entry.id == entry_id:
            return item, entry
    raise KeyError(entry_id)
