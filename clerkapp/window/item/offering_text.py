"""Words behind which, in pale letters, something is offered that is not in them."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from clerkapp.window.look.look import Look
from clerkapp.wording.earlier import begun_sentence

ARROW = "  → "
"""What begins an offer that takes the place of the words, rather than going on behind them."""
_SEEN = 6  # letters of what is offered that must be seen, if it has so many


class OfferingText(QTextEdit):
    """A text widget that shows an offer. Whether it is taken, is for who made it."""

    offer_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._composing = False
        self._look: Look | None = None
        self._offer: str = ""
        self._is_question: bool = False

    @property
    def is_composing(self) -> bool:
        """Whether an input method is composing in it."""
        return self._composing

    def offer(self, words: str, *, is_question: bool = False) -> None:
        """Shows `words` in pale letters behind the last of the text; "" for nothing any more.

        A question is shown and cannot be taken: a key that is typed answers it.
        """
        if words != self._offer:
            self._offer, self._is_question = words, is_question
            self.viewport().update()
            self.offer_changed.emit()

    @property
    def is_question(self) -> bool:
        """Whether what is shown asks, so that it cannot be taken."""
        return self._is_question and bool(self.offered)

    @property
    def can_put_away(self) -> bool:
        """Whether something is offered or asked that Escape takes away."""
        return self._is_question or bool(self.offered)

    @property
    def offered(self) -> str:
        """What is offered and can be seen; "" for nothing.

        Only behind the end of the text, where there is room for a word of it and the text runs
        from left to right.
        """
        cursor = self.textCursor()
        if not self._offer or self._composing or not cursor.atEnd() or cursor.hasSelection():
            return ""
        if cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft:
            return ""
        return self._offer if len(self._offer_shown()) >= min(_SEEN, len(self._offer)) else ""

    @property
    def whole_offer(self) -> str:
        """The sentence that there would be with what is offered; "" for nothing that can be seen.

        It stays the same while its words are typed.
        """
        offered = "" if self._is_question else self.offered
        if not offered or offered.startswith(ARROW):
            return offered.removeprefix(ARROW)
        return f"{begun_sentence(self.toPlainText())}{offered}"

    def _offer_shown(self) -> str:
        room = self.viewport().width() - self.cursorRect().right() - self.cursorWidth()
        return self.fontMetrics().elidedText(self._offer, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the words, and what is offered over the paper behind them: it is not in them."""
        super().paintEvent(event)
        if not self._offer or self._look is None or not self.offered:
            return
        cursor = self.textCursor()
        layout = cursor.block().layout()
        line = layout.lineForTextPosition(cursor.positionInBlock())
        left = layout.position().x() + line.naturalTextRect().right() + self.cursorWidth()
        baseline = layout.position().y() + line.y() + line.ascent()
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(self._look.color("faint"))
        painter.drawText(
            QPointF(left, baseline - self.verticalScrollBar().value()), self._offer_shown()
        )
        painter.end()
