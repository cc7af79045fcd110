"""Action points for a spreadsheet (CSV) and for a calendar (iCalendar)."""

import datetime as dt
import uuid
from typing import Any, cast

import icalendar

from clerkapp import __version__
from clerkapp.export.spreadsheet import spreadsheet
from clerkapp.meeting.action_list import ListedAction, listed_actions
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import Meeting, NextMeeting
from clerkapp.wording.closing import venue
from clerkapp.wording.kinds import without_label

_HEADINGS = ("Item", "Title", "Action", "Owner", "Due", "Due date", "Done")
_NO_DAY = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def actions_csv(meeting: Meeting) -> bytes:
    """The action points of `meeting`, a row each under a row of headings."""
    rows = (
        (
            each.item_number,
            each.item_title,
            _what(each),
            each.owner,
            each.due_words,
            each.due.isoformat() if each.due else "",
            each.done.isoformat() if each.done else "",
        )
        for each in listed_actions(meeting)
    )
    return spreadsheet((_HEADINGS, *rows))


def actions_ics(meeting: Meeting) -> bytes:
    """The action points of `meeting` as VTODO, and its next meeting as VEVENT (RFC 5545).

    The stamp is the day of the meeting, so that the same meeting gives the same file; the
    identifiers stay the same when it is exported again, so that a calendar replaces and does not
    double.
    """
    calendar = icalendar.Calendar()
    _put(calendar, "prodid", f"-//Clerkapp//Clerkapp {__version__}//EN")
    _put(calendar, "version", "2.0")
    held = meeting.heading.date
    stamp = dt.datetime.combine(held, dt.time(), dt.UTC) if held else _NO_DAY
    for each in listed_actions(meeting):
        calendar.add_component(_todo(each, meeting, stamp))
    if meeting.heading.next_meeting:
        calendar.add_component(_next(meeting, meeting.heading.next_meeting, stamp))
    return calendar.to_ical()


def _todo(action: ListedAction, meeting: Meeting, stamp: dt.datetime) -> icalendar.Todo:
    todo = icalendar.Todo()
    _put(todo, "uid", _uid(action.entry_id))
    _put(todo, "dtstamp", stamp)
    _put(todo, "summary", _what(action) or action.item_title)
    _put(todo, "description", "\n".join(_about(action, meeting)))
    if action.due:
        _put(todo, "due", action.due)
    if action.done:
        _put(todo, "completed", dt.datetime.combine(action.done, dt.time(), dt.UTC))
    _put(todo, "status", "COMPLETED" if action.done else "NEEDS-ACTION")
    return todo


def _next(meeting: Meeting, following: NextMeeting, stamp: dt.datetime) -> icalendar.Event:
    """A whole day, or from the time where it is known: by the clock of the place (no time zone)."""
    date, start = following.date, following.start
    event = icalendar.Event()
    _put(event, "uid", _uid(f"{meeting.id} next"))
    _put(event, "dtstamp", stamp)
    _put(event, "dtstart", dt.datetime.combine(date, start) if start else date)
    _put(event, "summary", meeting.heading.committee or meeting.heading.council or "Meeting")
    if place := following.place or meeting.heading.place:
        _put(event, "location", venue(place))
    return event


def _about(action: ListedAction, meeting: Meeting) -> list[str]:
    heading = meeting.heading
    item = " ".join(part for part in (action.item_number, action.item_title) if part)
    date = heading.date.isoformat() if heading.date else ""
    lines = [
        ", ".join(part for part in (heading.committee, heading.council, date) if part),
        f"Item {item}" if item else "",
        f"Owner: {action.owner}" if action.owner else "",
        f"Due: {action.due_words}" if action.due_words and not action.due else "",
    ]
    return [line for line in lines if line]


def _what(action: ListedAction) -> str:
    return without_label(EntryKind.ACTION_POINT, action.text).strip()


def _put(part: icalendar.Component, name: str, value: object) -> None:
    cast("Any", part).add(name, value)  # its types say less than it takes


def _uid(name: str) -> str:
    """An identifier that is the same for the same entry, and unlike those of other programs."""
    return f"{uuid.uuid5(uuid.NAMESPACE_OID, f'clerkapp {name}')}"
