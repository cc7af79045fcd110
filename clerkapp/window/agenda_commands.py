"""What is done with the agenda: go to an item, add one, name it, move it, take it off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from clerkapp.window.main_window import MainWindow


class AgendaCommands(QObject):
    """Each does one thing to the item in hand, or goes to another."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def jump(self, number: int) -> None:
        """Goes to the item at that place on the agenda."""
        items = self._window.meeting.items
        if number <= len(items):
            self._window.go_to_item(items[number - 1].id)

    def step(self, by: int) -> None:
        """Goes to the item so many places below the one in hand."""
        items, at = self._window.meeting.items, self._row() + by
        if 0 <= at < len(items):
            self._window.go_to_item(items[at].id)

    def add(self) -> None:
        """Adds an item below the one in hand and asks for its title."""
        row = self._row()
        item_id = self._window.capture.add_item("New item", row + 1 if row >= 0 else None)
        self._window.go_to_item(item_id)
        self._window.places.call_agenda()
        self._window.agenda.rename(item_id)

    def rename(self) -> None:
        """Opens the title of the item in hand."""
        self._window.places.call_agenda()
        self._window.agenda.rename(self._window.page.item_id)

    def describe(self) -> None:
        """Asks for the details of the item in hand."""
        if self._row() < 0:
            return
        from clerkapp.window.item_dialog import ItemDialog  # noqa: PLC0415

        item = self._window.meeting.items[self._row()]
        dialog = ItemDialog(item, self._window.look, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._window.capture.describe_item(item.id, dialog.described())

    def give_title(self, item_id: str, title: str) -> None:
        """Gives an item the title that was typed."""
        self._window.capture.rename_item(item_id, title)

    def move(self, by: int) -> None:
        """Moves the item in hand up or down the agenda."""
        if self._window.page.item_id:
            self._window.capture.move_item(self._window.page.item_id, by)

    def delete(self) -> None:
        """Deletes the item in hand with its entries; Ctrl+Z brings it back."""
        at = self._row()
        if at < 0:
            return
        self._window.capture.remove_item(self._window.page.item_id)
        items = self._window.meeting.items
        if items:
            self._window.go_to_item(items[min(at, len(items) - 1)].id)
        self._window.say("Item deleted. Ctrl+Z brings it back.")

    def _row(self) -> int:
        return self._window.agenda.model.row_of(self._window.page.item_id)
