"""Where the clerk was, kept so that it is found again after the words have changed, or a crash."""

from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.meeting.meeting import Meeting, item_of


def place_to_keep(capture: Capture, place: Place) -> Place:
    """`place` with its cursor counted back from the end of the words, below 0.

    So it stays true while words are typed there, and need not be written at each key. A new entry
    is told by its id, for when it has its first words, and by that of the entry above it.
    """
    if not place.entry_id:
        return place
    if capture.is_draft(place.entry_id):
        ids = [entry.id for entry in capture.entries_shown(place.item_id)]
        above = ids[: ids.index(place.entry_id)][-1:]
        return Place(place.item_id, " ".join((place.entry_id, *above)), -1)
    try:
        words = capture.entry_shown(place.entry_id).text
    except KeyError:  # the window has not heard yet that the entry is gone
        return Place(place.item_id)
    return replace(place, cursor=place.cursor - len(words) - 1)


def place_to_begin(meeting: Meeting) -> Place:
    """The first item where nothing is written yet, else the last; of the sample the first."""
    if not meeting.items:
        return Place("")
    otherwise = meeting.items[0 if meeting.is_sample else -1]
    return Place(next((item for item in meeting.items if not item.entries), otherwise).id)


def place_again(capture: Capture, kept: Place | None) -> Place | None:
    """The place that was kept, as near as it is still there; None where its item is gone."""
    meeting = capture.session.meeting
    if kept is None or all(item.id != kept.item_id for item in meeting.items):
        return None
    entries = {entry.id: entry for entry in item_of(meeting, kept.item_id).entries}
    entry_id, _, above = kept.entry_id.partition(" ")
    entry = entries.get(entry_id)
    if entry is None and above in entries:
        return capture.end_entry(above, len(entries[above].text))
    if entry is None:
        return capture.enter_item(kept.item_id)
    from_start = kept.cursor if kept.cursor >= 0 else len(entry.text) + 1 + kept.cursor
    return Place(kept.item_id, entry.id, max(0, min(from_start, len(entry.text))))
