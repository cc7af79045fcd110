"""Words of a house style to be typed, with the places that the meeting fills offered at a brace."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from clerkapp.patterns import pattern
from clerkapp.window.look.look import Look

_OPEN = pattern(r"\{\w*$")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OF_THE_LIST = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


class PlaceText(QPlainTextEdit):
    """Enter is done; Shift+Enter is a new line, which words may have; Ctrl+Space lists places."""

    done = Signal()

    def __init__(self, places: tuple[str, ...], look: Look) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFont(look.font(13.5))
        self.document().setDocumentMargin(look.px(5))
        height = QFontMetrics(self.font()).lineSpacing() * 2
        self.setFixedHeight(height + 2 * look.px(5) + 2 * self.frameWidth())
        self._places = QCompleter(list(places), self)
        self._places.setWidget(self)
        self._list = QListView()
        self._list.setAccessibleName("Places")
        self._list.setFont(look.font(13))
        self._places.setPopup(self._list)
        self._places.activated.connect(self._on_place)
        self._has_places = bool(places)
        self._is_typed = True  # and not set, by whoever shows another key
        self.textChanged.connect(self._on_text)

    def words(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def set_words(self, words: str) -> None:
        """Takes other words, as one step that Ctrl+Z takes back."""
        if words == self.toPlainText():
            return
        self._is_typed = False
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        self._is_typed = True

    def begin(self, words: str) -> None:
        """Has its first words, which no Ctrl+Z takes back."""
        self._is_typed = False
        self.setPlainText(words)
        self._is_typed = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves to the list of places what is meant for it."""
        key, shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._list.isVisible() and key in _OF_THE_LIST:
            event.ignore()
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the dialog is done, not this field
        elif key in _ENTER and not shift:
            self.done.emit()
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._offer("{")
        else:
            super().keyPressEvent(event)

    def _begun(self) -> str:
        """The place that is begun before the cursor: "{mo"; "" where none is."""
        cursor = self.textCursor()
        found = _OPEN.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[0] if found else ""

    def _on_text(self) -> None:
        if (begun := self._begun()) and self._is_typed:
            self._offer(begun)
        else:
            self._list.hide()

    def _offer(self, begun: str) -> None:
        if not self._has_places:
            return
        self._places.setCompletionPrefix(begun)
        if not self._places.completionCount() or self._places.currentCompletion() == begun:
            self._list.hide()
            return
        where = self.cursorRect()
        where.setWidth(self._list.sizeHintForColumn(0) + 2 * self._list.frameWidth() + 24)
        self._places.complete(where)
        self._list.setCurrentIndex(self._places.completionModel().index(0, 0))

    def _on_place(self, place: str) -> None:
        cursor = self.textCursor()
        for _ in self._begun():
            cursor.deletePreviousChar()
        text = cursor.block().text()
        cursor.insertText(place)
        if text[cursor.positionInBlock() - len(place) :].startswith("}"):
            cursor.deleteChar()  # the brace that was there already
        self.setTextCursor(cursor)
