"""Several entries in hand at once: which they are, and what a key does to all of them."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.history import Place
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting import blocks
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import entry_of, item_of
from clerkapp.meeting.numbering import number_of


class Block(Struct, frozen=True):
    """The entries of one item from `anchor` to `head`, both among them, and `others`.

    The head is where the cursor is and what a further key moves; it stands above the anchor or
    below it, or is the same. The others were picked one by one.
    """

    item_id: str
    anchor: str
    head: str
    others: frozenset[str] = frozenset()

    def ids(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        """Which of `entries` are in the block, in order; none where an end of it is gone."""
        order = [entry.id for entry in entries]
        if self.anchor not in order or self.head not in order:
            return ()
        first, last = sorted((order.index(self.anchor), order.index(self.head)))
        return tuple(
            each for n, each in enumerate(order) if first <= n <= last or each in self.others
        )

    def picked(self, entries: Sequence[Entry], entry_id: str) -> "Block | None":
        """The block with that entry too, or without it where it was in it; None for no entry.

        The head is what was picked, or what is left nearest to it.
        """
        order, had = [entry.id for entry in entries], self.ids(entries)
        if entry_id not in had:
            return Block(self.item_id, entry_id, entry_id, frozenset(had))
        left = frozenset(had) - {entry_id}
        if not left:
            return None
        at = order.index(entry_id)
        head = min(left, key=lambda each: (abs(order.index(each) - at), order.index(each)))
        return Block(self.item_id, head, head, left)

    def extended(self, entries: Sequence[Entry], by: int) -> "Block":
        """The block with its head so many entries further down, kept within `entries`."""
        order = [entry.id for entry in entries]
        to = max(0, min(order.index(self.head) + by, len(order) - 1))
        return replace(self, head=order[to])


class BlockEdits:
    """What is done to the block in hand. Each is one step to undo, with a name of its own."""

    def __init__(self, session: MeetingSession, block: Block) -> None:
        self._session = session
        self._block = block
        self.ids = block.ids(item_of(session.meeting, block.item_id).entries)
        """The entries that it does something to, in their order."""

    @property
    def count_words(self) -> str:
        """How many there are: "3 entries"."""
        return count_words(len(self.ids))

    def set_kind(self, kind: EntryKind) -> bool:
        """Fixes the kind of all of them."""
        edit = partial(blocks.change_kinds, ids=self.ids, kind=kind)
        return self._apply(edit, f"the change of {self.count_words} to {kind}")

    def move(self, by: int) -> bool:
        """Moves them up (-1) or down (1) past the entry beside them."""
        edit = partial(blocks.shift_entries, item_id=self._block.item_id, ids=self.ids, by=by)
        return self._apply(edit, f"moving {self.count_words}")

    def put_before(self, entry_id: str) -> bool:
        """Puts them together before that entry of their item; at its end where that is ""."""
        edit = partial(
            blocks.place_entries, item_id=self._block.item_id, ids=self.ids, before=entry_id
        )
        return self._apply(edit, f"moving {self.count_words}")

    def set_exempt(self, exempt: Exempt | None) -> bool:
        """Keeps them from the public, or opens them to it again."""
        edit = partial(blocks.exempt_entries, ids=self.ids, exempt=exempt)
        return self._apply(edit, f"the exemption of {self.count_words}")

    def send(self, item_id: str) -> Place:
        """Sends them to the end of another item; where the cursor then is in this one."""
        meeting = self._session.meeting
        number = number_of(meeting, item_of(meeting, item_id))
        near = self._near()
        if item_id == self._block.item_id:
            head = entry_of(meeting, self._block.head)[1]
            return Place(item_id, head.id, len(head.text))
        edit = partial(blocks.send_entries, ids=self.ids, item_id=item_id)
        self._apply(edit, f"sending {self.count_words} to item {number}")
        return near

    def delete(self, doing: str = "deleting") -> Place:
        """Deletes them, which `doing` names; where the cursor then is."""
        near = self._near()
        edit = partial(blocks.remove_entries, ids=self.ids)
        self._apply(edit, f"{doing} {self.count_words}")
        return near

    def _near(self) -> Place:
        """The end of the entry below them, else of the one above; the item where none is left."""
        item_id = self._block.item_id
        entries = item_of(self._session.meeting, item_id).entries
        places = [place for place, entry in enumerate(entries) if entry.id in self.ids]
        if not places:
            return Place(item_id)
        near = (*entries[places[-1] + 1 :][:1], *entries[: places[0]][-1:])
        return Place(item_id, near[0].id, len(near[0].text)) if near else Place(item_id)

    def _apply(self, edit: Edit, label: str) -> bool:
        self._session.end_burst()
        place = Place(self._block.item_id, self._block.head)
        return self._session.apply(edit, label, place=place)


def count_words(count: int) -> str:
    """So many entries in words: "1 entry", "3 entries"."""
    return "1 entry" if count == 1 else f"{count} entries"
