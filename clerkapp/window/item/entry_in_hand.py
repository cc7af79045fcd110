"""What the window asks of the rows, and of the one that is in hand."""

from collections.abc import Collection

from PySide6.QtCore import QPoint

from clerkapp.meeting.entries import EntryKind
from clerkapp.window.item.entry_column import EntryColumn
from clerkapp.window.item.entry_text import EntryText


class EntryInHand(EntryColumn):
    """Rows of which one is in hand. It changes nothing of the meeting."""

    def selected_words(self) -> str:
        """The words that are selected where the clerk is; "" for none."""
        row = self._rows.get(self._current)
        return row.text.selected_words() if row else ""

    def show_selected(self, ids: Collection[str]) -> None:
        """Shows those entries as selected together, and no other."""
        for entry_id, row in self._rows.items():
            row.set_selected(entry_id in ids)

    def insert_words(self, entry_id: str, words: str) -> None:
        """Puts `words` where the cursor of that entry is, or in the place of what is selected."""
        row = self._rows.get(entry_id)
        if row:
            row.text.insert_words(words)

    def selection(self, entry_id: str) -> tuple[int, int]:
        """Where the selection in the words of that entry begins and ends."""
        row = self._rows.get(entry_id)
        return row.text.selection() if row else (0, 0)

    def below_kind(self) -> QPoint | None:
        """Where on the screen a menu for the kind of the entry in hand opens; None for no entry."""
        row = self._rows.get(self._current)
        return row.below_kind() if row else None

    @property
    def place_words(self) -> str:
        """What a screen reader calls the entry in hand: "Question, entry 3 of 9"."""
        row = self._rows.get(self._current)
        return row.text.accessibleName() if row else ""

    @property
    def current_kind(self) -> EntryKind | None:
        """The kind of the entry in hand; None for no entry."""
        row = self._rows.get(self._current)
        return row.entry.kind if row else None

    @property
    def current_text(self) -> EntryText | None:
        """Where the words of the entry in hand are typed; None for no entry."""
        row = self._rows.get(self._current)
        return row.text if row else None

    def return_to_words(self) -> None:
        """Puts the focus back where the clerk last typed."""
        row = self._rows.get(self._current)
        if row:
            row.text.show()
            row.text.setFocus()

    def edit_owner(self) -> None:
        """Goes to the owner of the action point in hand."""
        self._edit_field("owner")

    def edit_due(self) -> None:
        """Goes to the date of the action point in hand."""
        self._edit_field("due")

    def edit_time(self) -> None:
        """Opens the time beside the entry in hand."""
        if self._current in self._rows:
            self._rows[self._current].edit_time()

    def _edit_field(self, name: str) -> None:
        row = self._rows.get(self._current)
        if row and row.entry.kind is EntryKind.ACTION_POINT:
            fields = row.action_fields()
            field = fields.owner if name == "owner" else fields.due
            field.setFocus()
            field.selectAll()
