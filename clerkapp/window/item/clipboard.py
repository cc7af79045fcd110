"""What copied words and entries carry: plain text for everybody, and what Clerkapp reads back."""

from collections.abc import Collection

from msgspec.structs import replace
from PySide6.QtCore import QMimeData

from clerkapp.export.plain_text import item_text, passages_text
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Meeting, item_of
from clerkapp.meeting.public_view import public_view
from clerkapp.notation.facts import lists_of
from clerkapp.notation.writing import write_entries
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import Audience

ENTRIES = "application/x-clerkapp-entries"  # in our notation


def entries_data(
    meeting: Meeting, style: HouseStyle, item_id: str, ids: Collection[str]
) -> QMimeData:
    """Those entries of an item, whole: what is exempt among them is said to be."""
    item = item_of(meeting, item_id)
    entries = tuple(entry for entry in item.entries if entry.id in ids)
    part = replace(item, entries=entries, exempt=None)
    items = tuple(part if each is item else replace(each, entries=()) for each in meeting.items)
    minutes = compose(replace(meeting, items=items), style, Audience.CONFIDENTIAL)
    return _data(passages_text(minutes, item_id), meeting, entries)


def item_data(meeting: Meeting, style: HouseStyle, item_id: str) -> QMimeData:
    """An item as the public minutes print it: what is exempt stays out."""
    public = public_view(meeting)
    minutes = compose(public, style)
    return _data(item_text(minutes, item_id), meeting, item_of(public, item_id).entries)


def modern_gov_data(meeting: Meeting, style: HouseStyle, item_id: str) -> QMimeData:
    """An item as the public minutes print it, for ModernGov: as plain HTML, and as text."""
    from clerkapp.export.modern_gov import item_markup  # noqa: PLC0415 — loaded when it is wanted

    minutes = compose(public_view(meeting), style)
    data = QMimeData()
    data.setHtml(item_markup(minutes, item_id))
    data.setText(item_text(minutes, item_id))
    return data


def _data(text: str, meeting: Meeting, entries: Collection[Entry]) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if entries:
        notation = write_entries(entries, lists_of(meeting))
        data.setData(ENTRIES, notation.encode())
    return data


def notation_in(data: QMimeData) -> str:
    """The entries that `data` carries, in our notation; "" where it carries none."""
    return bytes(data.data(ENTRIES).data()).decode(errors="replace")
