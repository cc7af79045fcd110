"""The quiet “→ action?” below the kind of an entry whose words promise something."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clerkapp.window.look.look import Look

_CROSS = 14  # the width of the cross that takes it away, in pixels at a zoom of 1


class ActionHint(QWidget):
    """A click on it makes the action point, one on its cross takes it away; so do two keys."""

    taken = Signal()
    ignored = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setAccessibleName("Promises an action")
        self.setToolTip("Ctrl+Shift+A makes it an action point, Ctrl+Shift+I takes this away")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.update()

    def cross(self) -> QRect:
        """Where its cross is."""
        width = self._look.px(_CROSS) if self._look else 0
        return self.rect().adjusted(self.width() - width, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws arrow, words and cross, and no ground."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setFont(self._look.font(11))
        painter.setPen(self._look.color("action"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -self.cross().width(), 0), flags, "→ action?")
        painter.drawText(self.rect(), flags, "×")
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the promise, or with the cross ignores it."""
        event.accept()
        if self.cross().contains(event.position().toPoint()):
            self.ignored.emit()
        else:
            self.taken.emit()
