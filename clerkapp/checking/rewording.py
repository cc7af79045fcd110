"""The edits that a fix is made of. A place that has gone meanwhile leaves the meeting as it is."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from msgspec.structs import replace

from clerkapp.meeting import edits
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Meeting, entries_of

Spans: TypeAlias = list[tuple[int, int, str]]
"""Places in words, from and to, and what is to stand there."""


def entry_edit(entry_id: str, change: Callable[[Entry], Entry]) -> Edit:
    """The edit that makes `change` to one entry."""
    return partial(_change, entry_id=entry_id, change=change)


def respelt(text: str, spans: Spans) -> str:
    """`text` with other words at those places."""
    for start, end, words in sorted(spans, reverse=True):
        text = f"{text[:start]}{words}{text[end:]}"
    return text


def reword(entry: Entry, spans: Spans) -> Edit:
    """The edit that puts other words at those places of an entry, unless it was reworded since."""
    text = respelt(entry.text, spans)
    return entry_edit(
        entry.id, lambda now: replace(now, text=text) if now.text == entry.text else now
    )


def _change(meeting: Meeting, entry_id: str, change: Callable[[Entry], Entry]) -> Meeting:
    if all(entry.id != entry_id for _, entry in entries_of(meeting)):
        return meeting
    return edits.change_entry(meeting, entry_id, change)
