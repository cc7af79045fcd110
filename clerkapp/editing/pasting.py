"""What a paste of several paragraphs does to the open meeting, and where the cursor then is."""

from collections.abc import Sequence

from msgspec.structs import replace

from clerkapp.editing.block import count_words
from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.typing import announced
from clerkapp.meeting import blocks
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.ids import NewId, new_id
from clerkapp.meeting.meeting import Meeting, item_of
from clerkapp.notation.facts import lists_of
from clerkapp.notation.pasted_entries import entries_of_paste
from clerkapp.notation.reading import read_entries


class Paste:
    """What somebody wants to paste: words from elsewhere, or entries that were copied here.

    It is made anew for each paste, and knows the people and the questions of the meeting.
    """

    def __init__(self, capture: Capture, make_id: NewId = new_id) -> None:
        self._capture = capture
        self._make_id = make_id
        self._lists = lists_of(capture.session.meeting)

    def from_elsewhere(self, text: str, page: str, place: Place) -> tuple[Entry, ...]:
        """The entries that words from elsewhere make, of which `page` is the HTML if there is."""
        entries = self._capture.entries_shown(place.item_id)
        at = next((n for n, entry in enumerate(entries) if entry.id == place.entry_id), -1)
        above = [entry for entry in entries[: at + 1] if entry.text]
        return entries_of_paste(text, page, self._lists, self._make_id, above)

    def from_here(self, notation: str) -> tuple[Entry, ...]:
        """The entries that were copied here or in another meeting, with ids of their own."""
        return read_entries(notation, self._lists, self._make_id)

    def put(self, entries: Sequence[Entry], place: Place, end: int | None = None) -> Place:
        """Puts `entries` where the cursor is, in one step. The words up to `end` are selected.

        An entry without words gives way to them. Words before the cursor stay above them and
        words behind it below, and what stood in an exempt entry is exempt.
        """
        capture, item_id = self._capture, place.item_id
        if not entries:
            return place
        held = item_of(self._meeting, item_id).entries
        at = next((n for n, entry in enumerate(held) if entry.id == place.entry_id), None)
        put: tuple[Entry, ...] = tuple(entries)
        gone: tuple[str, ...] = ()
        if at is not None:
            selected = (place.cursor, max(place.cursor, end or 0))
            put, gone = self._within(held[at], entries, selected, held[:at]), (held[at].id,)
        elif capture.draft and capture.is_draft(place.entry_id):
            at = capture.draft.place
        else:
            at = len(held)

        def pasted(meeting: Meeting) -> Meeting:
            without = blocks.remove_entries(meeting, gone)
            return blocks.insert_entries(without, item_id, put, at)

        capture.session.end_burst()
        label = f"the paste of {count_words(len(entries))}"
        if not capture.session.apply(pasted, label, place=place):
            return place
        capture.drop_draft()
        last = entries[-1]
        return Place(item_id, last.id, len(last.text))

    def put_below(self, entries: Sequence[Entry], item_id: str, entry_id: str) -> Place:
        """Puts `entries` below that entry, which stays as it is."""
        held = item_of(self._meeting, item_id).entries
        entry = next(each for each in held if each.id == entry_id)
        return self.put(entries, Place(item_id, entry_id, len(entry.text)))

    @property
    def _meeting(self) -> Meeting:
        return self._capture.session.meeting

    def _within(
        self,
        into: Entry,
        entries: Sequence[Entry],
        selected: tuple[int, int],
        above: Sequence[Entry],
    ) -> tuple[Entry, ...]:
        """What stands in the place of `into` once `entries` are pasted over what is selected."""
        before, after = into.text[: selected[0]].rstrip(), into.text[selected[1] :].lstrip()
        is_blank = not (before or after or into.facts)
        if into.exempt and (is_blank or (before and after)):
            entries = [replace(each, exempt=each.exempt or into.exempt) for each in entries]
        if is_blank:
            return tuple(entries)
        first = (replace(into, text=before),) if before or not after else ()
        if not after:
            return (*first, *entries)
        if not before:
            return (*entries, replace(into, text=after))
        stands = (*above, *first, *entries)
        kind = announced(after, stands, self._meeting.attendance) or into.kind
        rest = Entry(self._make_id(), kind, after, exempt=into.exempt, settled=False)
        return (*first, *entries, rest)
