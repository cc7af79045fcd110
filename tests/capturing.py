"""A capture for tests: a small meeting in hand, with counted ids and a clock that stands."""

import datetime as dt
from collections.abc import Callable
from itertools import count

from clerkapp.editing.capture import Capture
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import AgendaItem, Heading, Meeting, entry_of, item_of
from clerkapp.meeting.people import Attendance, Person, Standing

TODAY = dt.date(2026, 3, 5)
NOW = dt.datetime.combine(TODAY, dt.time(19, 36, 42))
PEOPLE = tuple(
    Attendance(Person(code, name, code=code), Standing.PRESENT)
    for code, name in {"af": "Cllr A Finch", "bf": "Cllr B Finch", "cdo": "Digital Lead"}.items()
)


def ids(start: str = "n") -> Callable[[], str]:
    """Makes ids that are counted from 1."""
    numbers = count(1)
    return lambda: f"{start}{next(numbers)}"


def capture(*said: str | Entry, date: dt.date | None = TODAY) -> Capture:
    """A capture of three items, the first holding "a", "b", "c" with those words, the others none.

    Its new ids are n1, n2 and so on; its clock stands at 19:36 on the day of the meeting.
    """
    entries = [
        each if isinstance(each, Entry) else Entry(which, EntryKind.NOTE, each)
        for which, each in zip("abcdefgh", said, strict=False)
    ]
    items = (AgendaItem("i", "First", entries=tuple(entries)), AgendaItem("j", "Second"))
    meeting = Meeting("m", Heading(date=date), PEOPLE, (*items, AgendaItem("k", "Third")))
    session = MeetingSession(meeting, lambda _: None, clock=lambda: 0.0)
    return Capture(session, ids(), now=lambda: NOW)


def shown(on: Capture, item: str = "i") -> list[str]:
    """The words of the entries that are shown."""
    return [entry.text for entry in on.entries_shown(item)]


def held(on: Capture, item: str = "i") -> list[str]:
    """The words of the entries in the record."""
    return [entry.text for entry in item_of(on.session.meeting, item).entries]


def entry(on: Capture, entry_id: str) -> Entry:
    """The entry in the record with that id."""
    return entry_of(on.session.meeting, entry_id)[1]
