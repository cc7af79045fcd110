"""The read-back card: the motion or amendment in force, as large as it fits, to be read aloud."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from clerkapp.window.look.look import Look
from clerkapp.wording.read_back import Passage

_LARGEST = 64  # pixels at a zoom of 1
_SMALLEST = 18  # pixels on the screen; what does not fit at this size is scrolled
_WIDEST = 1080
_CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_F9, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOOT = "Esc goes back to the words"


class ReadBackCard(QTextEdit):
    """Lies over the places of the window and has the keys until it is closed. It changes nothing.

    A letter typed meanwhile closes it and goes on to the words, so that none is lost.
    """

    closed = Signal(object)  # the key press that is meant for the words; None for none

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.parentWidget())
        self._over = over
        self._look: Look | None = None
        self._passages: tuple[Passage, ...] = ()
        self.setAutoFillBackground(True)  # also the margins
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.document().setDocumentMargin(0)
        over.installEventFilter(self)
        self.hide()

    def show_look(self, look: Look) -> None:
        """Takes the colours of a look, and its sizes where they fit."""
        self._look = look
        palette = look.palette()
        for role in (palette.ColorRole.Base, palette.ColorRole.Window):
            palette.setColor(role, look.color("focus"))
        self.setPalette(palette)
        if self.isVisible():
            self._fit()

    def read(self, passages: tuple[Passage, ...]) -> None:
        """Shows these over all of it, and takes the keys."""
        self._passages = passages
        parts = [part for p in passages for part in (p.label, p.words, p.moved) if part]
        self.setAccessibleName(f"Read-back card. {passages[0].label}".rstrip(". "))
        self.setAccessibleDescription("\n".join(parts))
        self.setGeometry(self._over.geometry())
        self.raise_()
        self.show()
        self._fit()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    # Sizes

    def _fit(self) -> None:
        """Takes the largest type at which everything is seen without scrolling."""
        look = self._look
        if look is None:
            return
        side = max(look.px(32), (self.width() - look.px(_WIDEST)) // 2)
        top, foot = look.px(36), look.px(24)
        self.setViewportMargins(side, top, side, foot)
        # a bar that comes and goes would change the width that is measured
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        low, high = _SMALLEST, look.px(_LARGEST)
        while low < high:
            middle = (low + high + 1) // 2
            self._fill(look, middle)
            if self.document().size().height() <= self.viewport().height():
                low = middle
            else:
                high = middle - 1
        self._fill(look, low)
        spare = self.viewport().height() - int(self.document().size().height())
        if spare > 0:  # a little above the middle, where the eye looks first
            self.setViewportMargins(side, top + spare * 2 // 5, side, foot)
        elif spare < 0:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _fill(self, look: Look, size: int) -> None:
        self.clear()
        small = max(_SMALLEST * 4 // 5, size * 2 // 5)
        for number, passage in enumerate(self._passages):
            above = size if number else 0
            self._add(passage.label, look, small, "decision", above)
            self._add(passage.words, look, size, "ink", size // 3 if passage.label else above)
            self._add(passage.moved, look, small, "soft", size // 2)
        self._add(_FOOT, look, look.px(13), "faint", look.px(28))

    def _add(self, words: str, look: Look, size: int, color: str, above: int) -> None:
        if not words:
            return
        block, form = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(above)
        weight = QFont.Weight.DemiBold if color == "decision" else QFont.Weight.Normal
        form.setFont(look.font(size / look.zoom, weight))
        form.setForeground(look.color(color))
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(words.replace("\n", "\u2028"), form)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as what it lies over."""
        resized = watched is self._over and event.type() == QEvent.Type.Resize
        if resized and self.isVisible():
            self.setGeometry(self._over.geometry())
            self._fit()
        return super().eventFilter(watched, event)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keeps every key: a command would change what lies below, unseen."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Closes it, or scrolls where it is long."""
        is_command = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _CLOSING:
            self._close(None)
        elif event.text() and event.text().isprintable() and not is_command:
            self._close(event)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click closes it."""
        event.accept()
        self._close(None)

    def _close(self, key: QKeyEvent | None) -> None:
        self.closed.emit(key)  # first: to hide would give the keys to whatever comes next
        self.hide()
