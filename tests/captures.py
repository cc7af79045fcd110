"""A capture for tests: a small meeting in the clerk's hands, at a clock that stands still."""

import datetime as dt
from collections.abc import Callable
from itertools import count

from clerkapp.editing.capture import Capture
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import AgendaItem, Heading, Meeting, item_of
from clerkapp.meeting.people import Attendance, Person, Standing

NOW = dt.datetime(2026, 3, 5, 19, 36, 42)  # noqa: DTZ001 — the clock on the wall
PEOPLE = (
    Attendance(Person("chair", "Cllr A Finch", "Chair"), Standing.PRESENT),
    Attendance(Person("cdo", "Digital Lead", code="cdo"), Standing.IN_ATTENDANCE),
)


def ids(start: str = "n") -> Callable[[], str]:
    """A maker of "n1", "n2" and so on."""
    numbers = count(1)
    return lambda: f"{start}{next(numbers)}"


def capture(*said: str | Entry) -> Capture:
    """A capture of items i, j and k. The first holds "a", "b", "c" with those words."""
    entries = [
        each if isinstance(each, Entry) else Entry(which, EntryKind.NOTE, each)
        for which, each in zip("abcdefgh", said, strict=False)
    ]
    items = (
        AgendaItem("i", "First", entries=tuple(entries)),
        AgendaItem("j", "Second"),
        AgendaItem("k", "Third"),
    )
    meeting = Meeting("m", Heading(date=NOW.date()), PEOPLE, items)
    session = MeetingSession(meeting, lambda _: None, clock=lambda: 0.0)
    return Capture(session, ids(), now=lambda: NOW)


def shown(on: Capture, item: str = "i") -> list[str]:
    """The words of the entries that are shown."""
    return [entry.text for entry in on.entries_shown(item)]


def held(on: Capture, item: str = "i") -> list[str]:
    """The words of the entries that are in the record."""
    return [entry.text for entry in item_of(on.session.meeting, item).entries]
