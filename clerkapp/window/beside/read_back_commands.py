"""Reading aloud: what is in force in the item in hand, over the page, and back to the cursor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from clerkapp.meeting.meeting import item_of
from clerkapp.wording.sentences import Sentences

if TYPE_CHECKING:
    from clerkapp.window.beside.read_back_card import ReadBackCard
    from clerkapp.window.meeting_window import MeetingWindow


class ReadBackCommands(QObject):
    """Shows the card over the places, which it makes when it is first wanted."""

    def __init__(self, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._window = window
        self._card: ReadBackCard | None = None
        self._from: QWidget | None = None  # what had the keys before

    @property
    def card(self) -> "ReadBackCard":
        """The card, shown or not."""
        if self._card is None:
            from clerkapp.window.beside.read_back_card import ReadBackCard  # noqa: PLC0415

            places = self._window.page.parentWidget()
            self._card = ReadBackCard(places or self._window.page)
            self._card.closed.connect(self._on_closed)
        return self._card

    def show(self) -> None:
        """Shows what is in force in the item in hand."""
        from clerkapp.wording.read_back import read_back  # noqa: PLC0415

        page = self._window.page
        if not page.item_id:
            return
        page.facts.take_typed()
        sentences = Sentences(self._window.meeting, self._window.open.style)
        passages = read_back(item_of(self._window.meeting, page.item_id), sentences)
        self._from = QApplication.focusWidget()
        self.card.show_look(self._window.look)
        self.card.read(passages)

    def _on_closed(self, key: QKeyEvent | None) -> None:
        before, self._from = self._from, None
        if before is not None and self._window.isAncestorOf(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._window.back_to_words()
        target = QApplication.focusWidget()
        if key is not None and target is not None:
            QApplication.sendEvent(target, key)
