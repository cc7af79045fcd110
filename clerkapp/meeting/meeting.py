"""The meeting and its agenda items: one immutable value that everything else reads."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct, field

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.people import AttendanceList, Mention, Person


class Business(StrEnum):
    """What sort of decision an item asks for, where the law asks more of the record of it."""

    ORDINARY = ""
    BUDGET = "budget"  # votes are recorded by name (SI 2014/165)
    EXECUTIVE = "executive"  # reasons, alternatives, conflicts, dispensations (SI 2012/2089 r.12)
    PLANNING = "planning"  # reasons where it is decided otherwise than recommended


class Status(StrEnum):
    """How far the minutes have come."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"  # agreed as a correct record and signed by whoever presided


class NextMeeting(Struct, frozen=True):
    """When and where the next meeting is, as far as it is known beyond its day."""

    date: dt.date
    start: dt.time | None = None
    place: str = ""  # "Council Chamber", or as a sentence goes on: "in the Council Chamber"


class Heading(Struct, frozen=True):
    """What stands at the head of the minutes, and the manner in which they are printed."""

    council: str = ""
    committee: str = ""
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    quorum: int | None = None
    next_meeting: NextMeeting | None = None
    house_style: str = ""  # a name in resources/house_styles
    status: Status = Status.DRAFT
    public: int | None = None  # how many of the public were there
    jurisdiction: str = ""  # a name in resources/jurisdictions; "" is the usual one
    committee_id: str = ""  # the committee whose meeting it is, where the archive holds it
    first_page: int | None = None  # where the page numbers go on from the meeting before
    first_resolution: int | None = None  # the same of the numbers of resolutions; None has none

    @property
    def next_day(self) -> dt.date | None:
        """The day of the next meeting, where it is known."""
        return self.next_meeting.date if self.next_meeting else None


class SupportingDocument(Struct, frozen=True):
    """A paper that an item was decided on: its title, and a file or a link where there is one."""

    title: str
    target: str = ""


class AgendaItem(Struct, frozen=True):
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
    business: Business = Business.ORDINARY
    recommendation: str = ""  # what the officers recommended
    summary: str = ""  # of an exempt item: what the public reads of it (LGA 1972 s.100C(2))


class Dismissal(Struct, frozen=True):
    """A finding that the clerk looked at and left: it is not shown again while it says the same."""

    rule: str  # D1, N1 …
    place: str  # the id of the item or the entry
    what: str  # what the finding said


class Meeting(Struct, frozen=True):
    """One meeting, whole. Edits (see `edits`) make a new one that shares what did not change."""

    id: str
    heading: Heading = field(default_factory=Heading)
    attendance: AttendanceList = ()
    items: tuple[AgendaItem, ...] = ()
    is_sample: bool = False
    dismissed: tuple[Dismissal, ...] = ()


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
    for item in meeting.items:
        for entry in item.entries:  # not by `entries_of`: this is asked some ten times at each key
            if entry.id == entry_id:
                return item, entry
    raise KeyError(entry_id)
