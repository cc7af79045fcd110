"""Where two states of a meeting differ: by identity, since an edit shares what it leaves alone."""

from clerkapp.editing.history import Place, Step
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import AgendaItem, Meeting


def first_difference(before: Meeting, after: Meeting) -> Place | None:
    """The first place in `after` that is not as it was in `before`; None where no item differs.

    The cursor stands at the end of the words that differ. Where the last items went, the place is
    the item that is now the last.
    """
    had = {item.id: item for item in before.items}
    for item in after.items:
        if had.get(item.id) is not item:
            return _within(had.get(item.id), item)
    order = [item.id for item in before.items]
    moved = (item for item, old in zip(after.items, order, strict=False) if item.id != old)
    last = after.items[-1] if after.items and len(after.items) < len(order) else None
    first = next(moved, last)
    return Place(first.id) if first else None


def place_after(step: Step) -> Place | None:
    """Where `step` changed something; None where that is in no item."""
    return first_difference(step.before, step.after)


def place_before(step: Step) -> Place | None:
    """Where the clerk was before a step: of typed words where they go, else where the step says.

    Of words the step knows the entry alone: the text widget has moved its cursor already. Where
    they began the entry, the clerk was at the entry above, or where there is none, below.
    """
    change = first_difference(step.after, step.before)
    if not step.burst or step.place is None or change is None:
        return step.place or change
    if change.entry_id == step.place.entry_id:
        return change
    return _beside_begun(step, step.place) or step.place


def _beside_begun(step: Step, place: Place) -> Place | None:
    for item in step.after.items:
        ids = [entry.id for entry in item.entries]
        if place.entry_id in ids:
            at = ids.index(place.entry_id)
            above, below = item.entries[:at][-1:], item.entries[at + 1 :][:1]
            if above:
                return Place(item.id, above[0].id, len(above[0].text))
            return Place(item.id, below[0].id) if below else None
    return None


def _within(before: AgendaItem | None, after: AgendaItem) -> Place:
    had = {entry.id: entry for entry in before.entries} if before else {}
    for entry in after.entries:
        if had.get(entry.id) is not entry:
            return Place(after.id, entry.id, _end_of_change(had.get(entry.id), entry))
    moved = (e for e, old in zip(after.entries, had, strict=False) if e.id != old)
    first = next(moved, None)
    return Place(after.id, first.id, len(first.text)) if first else Place(after.id)


def _end_of_change(before: Entry | None, after: Entry) -> int:
    """The index after the last character of `after` that differs from `before`.

    What both begin with is the same: in "that" and "that that" the second word is the new one.
    """
    if before is None:
        return len(after.text)
    begun = _shared(before.text, after.text)
    return len(after.text) - _shared(before.text[begun:][::-1], after.text[begun:][::-1])


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
