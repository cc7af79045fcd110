"""A box to choose from, whose lines letters lead to."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """Takes a blank among letters for one of them, so that “School gov” is one search.

    Qt has a blank open the list, whatever was typed before it, and search anew for what follows.
    """

    def __init__(self) -> None:
        super().__init__()
        self._since_letter = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leads a blank to the search while there is one; it lasts as long as Qt’s own."""
        if event.key() == Qt.Key.Key_Space and self._is_searched():
            letter = Qt.Key.Key_unknown  # with its words alone it opens nothing
            event = QKeyEvent(event.type(), letter, event.modifiers(), event.text())
        if event.text().isprintable() and event.text() and event.key() != Qt.Key.Key_Space:
            self._since_letter.start()
        super().keyPressEvent(event)

    def _is_searched(self) -> bool:
        lasts = QGuiApplication.styleHints().keyboardInputInterval()
        return self._since_letter.isValid() and not self._since_letter.hasExpired(lasts)
