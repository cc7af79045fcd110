"""A meeting after each key: what was kept can be held against what was acknowledged, exactly.

State k of a meeting is the meeting after k keys. It says the same whenever it is asked for.
"""

from functools import cache

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import AgendaItem, Heading, Meeting, entries_of

TEXT = "Members asked whether there was money in the budget for recruitment, and how it is. " * 200
_KEYS_AN_ENTRY = 70
_ENTRIES_AN_ITEM = 6


def state(meeting_id: str, keys: int) -> Meeting:
    """The meeting after so many keys. What two states share is the same object."""
    a_item = _KEYS_AN_ENTRY * _ENTRIES_AN_ITEM
    items = [
        _item(meeting_id, n, min(a_item, keys - n * a_item)) for n in range(-(-keys // a_item))
    ]
    return Meeting(meeting_id, _heading(meeting_id), items=tuple(items))


def keys_in(meeting: Meeting) -> int:
    """How many keys the meeting is after."""
    return sum(len(entry.text) for _, entry in entries_of(meeting))


@cache
def _heading(meeting_id: str) -> Heading:
    return Heading(council="Brookmere", committee=f"Committee {meeting_id}")


@cache
def _item(meeting_id: str, number: int, keys: int) -> AgendaItem:
    starts = range(0, keys, _KEYS_AN_ENTRY)
    entries = [
        _entry(meeting_id, number * _ENTRIES_AN_ITEM + n, min(_KEYS_AN_ENTRY, keys - start))
        for n, start in enumerate(starts)
    ]
    return AgendaItem(f"{meeting_id}-i{number}", f"Report {number}", entries=tuple(entries))


@cache
def _entry(meeting_id: str, number: int, keys: int) -> Entry:
    start = number * _KEYS_AN_ENTRY
    words = TEXT[start : start + keys]
    return Entry(f"{meeting_id}-e{number}", EntryKind.NOTE, words)
