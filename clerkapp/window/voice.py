"""What a screen reader is told of a change: politely, once, and in few words."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from clerkapp.editing.session import Change
from clerkapp.window.look.aloud import say_aloud

_SAID = {
    "the split": "Split",
    "the join": "Joined",
    "the move": "Moved",
    "deleting the entry": "Deleted",
    "the empty entry": "Deleted",
    "the new item": "New item",
    "moving the item": "Item moved",
    "deleting the item": "Item deleted",
    "the exemption": "Exemption changed",
    "the earlier wording": "Earlier wording brought back",
}
_HEARD_OTHERWISE = ("typing", "the change to ", "Undo:", "Redo:")
_SETTLED = 500  # milliseconds: “Members” alone is a comment, “Members asked” a question


class Voice(QObject):
    """Gathers what is to be said of one change and says the best of it, when all is in its place.

    A change may be told of by several: by what the status line says, by the row whose kind is
    another, by the words that name the step. Of these only the first in this order is heard.
    """

    told = Signal(str)

    def __init__(self, window: QWidget, place: Callable[[], str]) -> None:
        super().__init__(window)
        self._window = window
        self._place = place  # "Response, entry 3 of 9": where the cursor is
        self._kind = self._step = self._said = self._offer = self._offer_told = ""
        self._has_moved = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)

    def tell_kind(self, name: str) -> None:
        """The entry in hand is of another kind. While the words are typed it may change again."""
        self._kind = name
        if not self._is_at_once():
            self._soon.start(_SETTLED)

    def tell_step(self, change: Change) -> None:
        """Something was done to the meeting; nothing is said of typing."""
        if change.label.startswith(_HEARD_OTHERWISE):
            if change.label != "typing":
                self._soon.start(0)
            return
        self._step = _SAID.get(change.label) or change.label[:1].upper() + change.label[1:]
        self._has_moved = change.label == "the move"  # the cursor is where it was: nobody says it
        self._soon.start(0)

    def tell_offer(self, words: str) -> None:
        """Something could be taken now, or comes to that by now; with "" no longer.

        It is told once, at a pause.
        """
        self._offer = "" if words == self._offer_told else words
        if not words:
            self._offer_told = ""
        elif self._offer and not self._is_at_once():
            self._soon.start(_SETTLED)

    def tell(self, words: str) -> None:
        """The window says something."""
        self._said = words
        self._soon.start(0)

    def _is_at_once(self) -> bool:
        return self._soon.isActive() and self._soon.interval() == 0

    def _tell(self) -> None:
        step = f"{self._step}: {self._place()}" if self._has_moved else self._step
        words = self._said or self._kind or step
        self._has_moved = False
        self._kind = self._step = self._said = ""
        if self._offer and self._soon.interval() == 0:  # that of a key waits for a pause
            self._soon.start(_SETTLED)
        elif self._offer:
            words = f"{words}. {self._offer}" if words else self._offer
            self._offer_told, self._offer = self._offer, ""
        if words:
            say_aloud(words, self._window)
            self.told.emit(words)
