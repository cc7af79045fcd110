"""The list of the agenda: a click chooses an item, and the mouse carries one to another place."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

_LEFT = Qt.MouseButton.LeftButton


class AgendaView(QListView):
    """Says where an item is carried to; the highlight stays on it meanwhile."""

    carrying = Signal(int)  # over which row; -1 over none, or no longer
    carried = Signal(int, int)  # from which row, and to which

    def __init__(self) -> None:
        super().__init__()
        self._from = -1
        self.setAccessibleName("Agenda")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Still shows the item in hand where there is less room, if it was seen before."""
        current = self.visualRect(self.currentIndex())
        was_seen = QRect(QPoint(0, 0), event.oldSize()).intersects(current)
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of an item."""
        super().mousePressEvent(event)
        self._from = self._row(event) if event.button() is _LEFT else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carries it. Qt would take the highlight along, to an item that nobody has chosen."""
        if event.buttons() & _LEFT:
            row = self._row(event)
            self.carrying.emit(row if self._from >= 0 and row != self._from else -1)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Puts it down."""
        super().mouseReleaseEvent(event)
        begun, self._from = self._from, -1
        self.carrying.emit(-1)
        row = self._row(event)
        if begun >= 0 and row != begun:  # put down outside, it stays where it was
            self.carried.emit(begun, begun if row < 0 else row)

    def _row(self, event: QMouseEvent) -> int:
        return self.indexAt(event.position().toPoint()).row()
