"""What is done to several entries at once: functions that take a meeting and return another.

The entries of a block are given by their ids, in any order; they stay in the order that they have.
"""

from collections.abc import Callable, Collection, Iterable

from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import AgendaItem, Meeting, item_of


def insert_entries(meeting: Meeting, item_id: str, entries: Iterable[Entry], at: int) -> Meeting:
    """`meeting` with `entries` in the item, before the entry now at index `at`."""
    had = item_of(meeting, item_id).entries
    return _with_entries(meeting, item_id, (*had[:at], *entries, *had[at:]))


def remove_entries(meeting: Meeting, ids: Collection[str]) -> Meeting:
    """`meeting` without those entries, in whichever items they are."""
    for item in meeting.items:
        kept = tuple(entry for entry in item.entries if entry.id not in ids)
        if len(kept) != len(item.entries):
            meeting = _with_entries(meeting, item.id, kept)
    return meeting


def shift_entries(meeting: Meeting, item_id: str, ids: Collection[str], by: int) -> Meeting:
    """`meeting` with the block up (-1) or down (1) past the entry beside it, if there is one."""
    entries = item_of(meeting, item_id).entries
    places = [place for place, entry in enumerate(entries) if entry.id in ids]
    if not places or (places[0] == 0 if by < 0 else places[-1] == len(entries) - 1):
        return meeting
    block = tuple(entries[place] for place in places)
    rest = [entry for entry in entries if entry.id not in ids]
    to = places[0] - 1 if by < 0 else places[-1] + 2 - len(block)
    return _with_entries(meeting, item_id, (*rest[:to], *block, *rest[to:]))


def place_entries(
    meeting: Meeting, item_id: str, ids: Collection[str], before: str = ""
) -> Meeting:
    """`meeting` with the block together before the entry `before`; last in its item without one.

    Where that entry is itself of the block, they stand where it stood.
    """
    entries = item_of(meeting, item_id).entries
    at = next((n for n, entry in enumerate(entries) if entry.id == before), len(entries))
    above = (entry for entry in entries[:at] if entry.id not in ids)
    block = (entry for entry in entries if entry.id in ids)
    below = (entry for entry in entries[at:] if entry.id not in ids)
    placed = (*above, *block, *below)
    return meeting if placed == entries else _with_entries(meeting, item_id, placed)


def send_entries(meeting: Meeting, ids: Collection[str], item_id: str) -> Meeting:
    """`meeting` with the block last in that item; those that are there already stay in place."""
    there = {entry.id for entry in item_of(meeting, item_id).entries}
    sent = [e for i in meeting.items for e in i.entries if e.id in ids and e.id not in there]
    meeting = remove_entries(meeting, {entry.id for entry in sent})
    had = item_of(meeting, item_id).entries
    return _with_entries(meeting, item_id, (*had, *sent))


def change_kinds(meeting: Meeting, ids: Collection[str], kind: EntryKind) -> Meeting:
    """`meeting` with all of the block of that kind for good."""
    return _with_each(meeting, ids, lambda entry: replace(entry, kind=kind, settled=True))


def exempt_entries(meeting: Meeting, ids: Collection[str], exempt: Exempt | None) -> Meeting:
    """`meeting` with all of the block kept from the public, or open to them again."""
    return _with_each(meeting, ids, lambda entry: replace(entry, exempt=exempt))


def _with_each(meeting: Meeting, ids: Collection[str], change: Callable[[Entry], Entry]) -> Meeting:
    """`meeting` with `change` made to the block; what it does not change is the same object."""

    def changed(entry: Entry) -> Entry:
        other = change(entry) if entry.id in ids else entry
        return entry if other == entry else other

    for item in meeting.items:
        entries = tuple(map(changed, item.entries))
        if any(one is not other for one, other in zip(entries, item.entries, strict=True)):
            meeting = _with_entries(meeting, item.id, entries)
    return meeting


def _with_entries(meeting: Meeting, item_id: str, entries: tuple[Entry, ...]) -> Meeting:
    def held(item: AgendaItem) -> AgendaItem:
        return replace(item, entries=entries) if item.id == item_id else item

    return replace(meeting, items=tuple(map(held, meeting.items)))
