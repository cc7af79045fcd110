"""Tabs without boxes: names in a row, a line under the one that is seen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from clerkapp.window.look.look import Look

_HEIGHT, _PAD = 38, 12


class FlatTabs(QTabBar):
    """A tab bar that draws itself in the colours of the look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._is_covered = False
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.setFont(look.font(13))
        self.updateGeometry()

    def set_covered(self, covered: bool) -> None:  # noqa: FBT001 — a property of the tabs
        """Marks no tab as the one that is seen: something else stands in its place."""
        if covered != self._is_covered:
            self._is_covered = covered
            self.update()

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the name in its heavier weight, with room on both sides."""
        look = self._look
        if look is None:
            return super().tabSizeHint(index)
        width = QFontMetrics(look.font(13, QFont.Weight.DemiBold)).horizontalAdvance(
            self.tabText(index)
        )
        return QSize(width + 2 * look.px(_PAD), look.px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """No narrower: a name is never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the names, the line under the one that is seen, and a line below them all."""
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.color("line"))
        for index in range(self.count()):
            seen = index == self.currentIndex() and not self._is_covered
            rect = self.tabRect(index)
            painter.setFont(look.font(13, QFont.Weight.DemiBold if seen else QFont.Weight.Normal))
            painter.setPen(look.color("ink" if seen else "soft"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if seen:
                bar = look.px(2)
                painter.fillRect(
                    rect.left(), self.height() - bar, rect.width(), bar, look.color("accent")
                )
                if self.hasFocus():
                    painter.drawRect(rect.adjusted(2, 4, -3, -5))
        painter.end()
