"""The keys that matter here, in a few words at the right: as many as there is room for."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clerkapp.window.look.look import Look

Hint = tuple[str, str]  # the key, and what it does
_SIZE, _BETWEEN, _WITHIN = 12.5, 14, 4


class KeyHints(QWidget):
    """Shows whole hints only. The last, which leads to all the others, is the last to give way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._hints: tuple[Hint, ...] = ()

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Shows `hints`, unless they are the same."""
        if hints != self._hints:
            self._hints = hints
            self.setAccessibleName(", ".join(f"{key} {what}" for key, what in hints))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the last hint."""
        look = self._look
        if look is None or not self._hints:
            return QSize(0, 0)
        height = QFontMetrics(look.font(_SIZE)).height()
        return QSize(self._width(self._hints[-1:], look), height)

    def fitting(self, width: int) -> tuple[Hint, ...]:
        """The hints that are shown at that width in pixels, in their order."""
        look = self._look
        if look is None:
            return ()
        for count in range(len(self._hints) - 1, -1, -1):
            hints = (*self._hints[:count], *self._hints[-1:])
            if self._width(hints, look) <= width:
                return hints
        return self._hints[-1:]

    def _width(self, hints: tuple[Hint, ...], look: Look) -> int:
        return sum(self._hint_width(hint, look) for hint in hints) + look.px(_BETWEEN) * max(
            0, len(hints) - 1
        )

    def _hint_width(self, hint: Hint, look: Look) -> int:
        key, what = hint
        bold, plain = look.font(_SIZE, QFont.Weight.DemiBold), look.font(_SIZE)
        return _wide(bold, key) + look.px(_WITHIN) + _wide(plain, what)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the hints that fit, from the right."""
        look = self._look
        if look is None:
            return
        hints = self.fitting(self.width())
        x = self.width() - self._width(hints, look)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter = QPainter(self)
        painter.setPen(look.color("soft"))
        for hint in hints:
            for words, weight in zip(
                hint, (QFont.Weight.DemiBold, QFont.Weight.Normal), strict=True
            ):
                font = look.font(_SIZE, weight)
                painter.setFont(font)
                width = _wide(font, words)
                painter.drawText(x, 0, width, self.height(), flags, words)
                x += width + look.px(_WITHIN)
            x += look.px(_BETWEEN - _WITHIN)
        painter.end()


def _wide(font: QFont, words: str) -> int:
    """The pixels that `words` need; rounded, as Qt does it, the last letter is cut at 200 %."""
    return ceil(QFontMetricsF(font).horizontalAdvance(words)) + 1
