"""Widgets one after another, on as many lines as they need; the last is at the right."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

_ALIKE = str.maketrans("012356789", "4" * 9)  # the widest digit of Inter


class FlowLayout(QLayout):
    """Cuts nothing off: what does not fit goes onto the next line.

    An item that is too long even for a line of its own is broken within it, if it can be.
    Qt asks for the height many times at each change: what was measured is kept until the next.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width
        self._measured: list[tuple[int, int]] | None = None  # each item on one line
        self._placed: object = None  # the sizes from which the items were last placed

    def addItem(self, item: QLayoutItem) -> None:
        """Takes an item in."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at that place, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Gives the item at that place back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Across only."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The fewer items fit beside each other, the higher it is."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at that width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forgets the sizes: something in it has changed, unless all still stand where they would.

        Else each “entry 22 of 201” in the status line had the whole window laid out anew.
        """
        self._measured = None
        if self._placed and self._placed == self._sizes():
            return
        self._placed = None
        self._heights.clear()
        super().invalidate()

    def minimumSize(self) -> QSize:
        """One line, as narrow as anybody likes."""
        return QSize(0, self.heightForWidth(10_000))

    def sizeHint(self) -> QSize:
        """One line."""
        return self.minimumSize()

    def setGeometry(self, rect: QRect) -> None:
        """Places the items."""
        super().setGeometry(rect)
        self._place(rect, moves=True)
        self._placed = self._sizes()

    def _sizes(self) -> object:
        """What the places of the items come from; None where a label is broken into lines."""
        sizes = self._measure()
        rooms = (item.geometry().width() for item in self._items)
        if any(size[0] > room for size, room in zip(sizes, rooms, strict=True) if size[0]):
            return None
        return sizes, self.contentsMargins(), self.spacing()

    def _measure(self) -> list[tuple[int, int]]:
        """How wide and how high each item is on one line, measured once after each change."""
        if self._measured is None:
            self._measured = [(_width(item), item.sizeHint().height()) for item in self._items]
        return self._measured

    def _place(self, rect: QRect, *, moves: bool) -> int:
        """Places the items, or only measures; the height that they need."""
        margins: QMargins = self.contentsMargins()
        left, right = rect.left() + margins.left(), rect.right() + 1 - margins.right()
        x, y, line = left, rect.top() + margins.top(), 0
        widths = (width for width, _height in self._measure())
        shown = [each for each in zip(self._items, widths, strict=True) if each[1]]
        for item, wide in shown:
            width = min(wide, right - left)
            if x > left and x + width > right:
                x, y, line = left, y + line, 0
            if item is shown[-1][0]:
                width = right - x
            height = _height(item, width)
            line = max(line, height)
            if moves:
                item.setGeometry(QRect(x, y, width, height))
            x += width + self.spacing()
        return y + line + margins.bottom() - rect.top()


def _width(item: QLayoutItem) -> int:
    """The width of an item on one line; 0 for one that is hidden, or a label without words."""
    if item.isEmpty():
        return 0
    widget = item.widget()
    if type(widget) is QLabel:
        words, metrics = widget.text(), widget.fontMetrics()
        widest = (words, words.translate(_ALIKE))  # another number of so many digits moves nothing
        return max(map(metrics.horizontalAdvance, widest)) + 2 if words else 0
    return item.sizeHint().width()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
