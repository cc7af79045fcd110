"""What is done with the agenda: go to an item, add one, name it, move it, take it off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from clerkapp.editing.order import Taken, item_of_key, take_now
from clerkapp.meeting.meeting import item_of
from clerkapp.meeting.numbering import number_of
from clerkapp.window.dialogs import ask

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow


class AgendaCommands(QObject):
    """Each does one thing to an item, or goes to another.

    The item is the one that is highlighted while the agenda has the focus, else the one in hand.
    """

    def __init__(self, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._window = window
        window.agenda.renamed.connect(self.give_title)
        window.agenda.carried.connect(self.carry)

    def jump(self, number: int) -> None:
        """Goes to the item of that number on the agenda."""
        item = item_of_key(self._window.meeting, number)
        if item:
            self._window.go_to_item(item.id)

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
        """Opens the title of the item."""
        self._window.places.call_agenda()
        self._window.agenda.rename(self._item_id)

    def describe(self) -> None:
        """Asks for the details of the item."""
        if not self._item_id:
            return
        from clerkapp.window.agenda.item_dialog import ItemDialog  # noqa: PLC0415

        item = item_of(self._window.meeting, self._item_id)
        dialog = ItemDialog(item, self._window.look, self._window)
        if ask(dialog):
            self._window.capture.describe_item(item.id, dialog.described(), self._window.page.place)

    def give_title(self, item_id: str, title: str) -> None:
        """Gives an item the title that was typed."""
        self._window.capture.rename_item(item_id, title)

    def move(self, by: int) -> None:
        """Moves the item up or down the agenda."""
        if self._item_id:
            self._window.capture.move_item(self._item_id, by, self._window.page.place)

    def carry(self, item_id: str, by: int) -> None:
        """Moves an item so many places down the agenda, and goes to it."""
        if by and self._window.why_read_only:
            self._window.refuse()
        elif by:
            self._window.capture.move_item(item_id, by, self._window.page.place)
        self._window.go_to_item(item_id)

    def take_now(self) -> None:
        """Takes a later item next, and writes down that the order was varied.

        Asks which, unless another one than that in hand is highlighted.
        """
        window = self._window
        here, item_id = window.page.item_id, window.agenda.highlighted
        if not here:
            return
        if item_id in ("", here):
            from clerkapp.window.item.item_chooser import choose_item  # noqa: PLC0415

            item_id = choose_item("Take an item now", window, later_than=here)
        if not item_id:
            return
        number = number_of(window.meeting, item_of(window.meeting, item_id))
        done = take_now(window.capture, item_id, here, window.open.style)
        if done is Taken.NOT_LATER:
            window.say("Only an item that stands later can be taken now.")
            return
        window.go_to_item(item_id)
        if done is Taken.OUT_OF_ORDER:
            window.say(f"Item {number} is taken now. The entry that says so is in the item above.")

    def delete(self) -> None:
        """Deletes the item with its entries; Ctrl+Z brings it back."""
        at = self._window.agenda.model.row_of(self._item_id)
        if at < 0:
            return
        self._window.capture.remove_item(self._item_id)
        items = self._window.meeting.items
        if items:
            self._window.go_to_item(items[min(at, len(items) - 1)].id)
        self._window.say("Item deleted. Ctrl+Z brings it back.")

    @property
    def _item_id(self) -> str:
        return self._window.agenda.highlighted or self._window.page.item_id

    def _row(self) -> int:
        return self._window.agenda.model.row_of(self._window.page.item_id)
