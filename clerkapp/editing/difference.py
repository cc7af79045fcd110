"""Where two states of a meeting differ: by identity, since an edit shares what it leaves alone."""

from clerkapp.editing.history import Place
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import AgendaItem, Meeting


def first_difference(before: Meeting, after: Meeting) -> Place | None:
    """The first place in `after` that is not as it was in `before`; None where no item differs.

    The cursor stands at the end of the words that differ.
    """
    had = {item.id: item for item in before.items}
    for item in after.items:
        if had.get(item.id) is not item:
            return _within(had.get(item.id), item)
    order = [item.id for item in before.items]
    moved = (item for item, old in zip(after.items, order, strict=False) if item.id != old)
    first = next(moved, None)
    return Place(first.id) if first else None


def _within(before: AgendaItem | None, after: AgendaItem) -> Place:
    had = {entry.id: entry for entry in before.entries} if before else {}
    changed = [entry for entry in after.entries if had.get(entry.id) is not entry]
    if changed:
        return Place(after.id, changed[0].id, _end_of_change(had.get(changed[0].id), changed[0]))
    return Place(after.id, after.entries[-1].id) if after.entries else Place(after.id)


def _end_of_change(before: Entry | None, after: Entry) -> int:
    """The index after the last character of `after` that differs from `before`."""
    if before is None:
        return len(after.text)
    same = 0
    shorter = min(len(before.text), len(after.text))
    while same < shorter and before.text[-1 - same] == after.text[-1 - same]:
        same += 1
    return len(after.text) - same
