"""A small dot in the margin of an entry in which the checks found something."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clerkapp.window.item.entry_row import EntryRow
from clerkapp.window.item.row_picture import KIND_RIGHT, LINE, PAD, TEXT_LEFT
from clerkapp.window.look.look import Look

if TYPE_CHECKING:
    from clerkapp.checking.findings import Finding
    from clerkapp.window.item.item_page import ItemPage

_WIDE = 6  # of the dot, in pixels at a zoom of 1
COLORS = ("bad", "doubtful", "faint")  # by how serious it is


class MarginDot(QWidget):
    """Stands between the kind and the words, where nothing else is, and moves nothing.

    A row is used again for other entries: the dot is seen only beside the one it was put to.
    """

    def __init__(self, row: EntryRow, look: Look) -> None:
        super().__init__(row)
        self._look = look
        self._entry_id = ""
        self._shown: tuple[object, ...] | None = None
        self._color = COLORS[0]
        self.hide()

    def put(self, entry_id: str, findings: "tuple[Finding, ...]", look: Look) -> None:
        """Shows the dot of the most serious of `findings`, and tells them all."""
        shown = entry_id, findings, look
        if shown == self._shown and not self.isHidden():
            return
        self._shown, self._look = shown, look
        self._entry_id, self._color = entry_id, COLORS[min(f.severity for f in findings)]
        words = "\n".join(f"{f.rule}: {f.what[:1].upper()}{f.what[1:]}. {f.mend}" for f in findings)
        self.setToolTip(words)
        self.setAccessibleName(f"{len(findings)} found by the checks")
        self._tell(words)
        left = look.px(KIND_RIGHT)
        self.setGeometry(left, look.px(PAD), look.px(TEXT_LEFT) - left - 1, look.px(LINE))
        self.show()
        self.update()

    def take_away(self) -> None:
        """Takes the dot away, and what it told of the entry."""
        if not self.isHidden():
            self.hide()
            self._tell("")

    def _tell(self, words: str) -> None:
        """Tells a screen reader, too, with the words of the entry."""
        row = self.parent()
        self.setAccessibleDescription(words)
        if isinstance(row, EntryRow):
            row.voice.describe("found", words)

    @property
    def _is_beside_its_entry(self) -> bool:
        row = self.parent()
        return isinstance(row, EntryRow) and row.entry.id == self._entry_id

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the dot in the middle of its place."""
        if not self._is_beside_its_entry:
            return
        wide = self._look.px(_WIDE)
        dot = QRect(0, 0, wide, wide)
        dot.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.color(self._color))
        painter.setBrush(self._look.color(self._color))
        painter.drawEllipse(dot)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tells nothing of an entry that the row no longer shows."""
        if event.type() is QEvent.Type.ToolTip and not self._is_beside_its_entry:
            return True
        return super().event(event)


class MarginDots(QObject):
    """Puts the dots beside the entries of the item shown, never newly beside the one in hand."""

    def __init__(self, page: "ItemPage") -> None:
        super().__init__(page)
        self._page = page
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._dots: WeakKeyDictionary[EntryRow, MarginDot] = WeakKeyDictionary()
        self._marked: set[str] = set()
        page.place_changed.connect(self.again)

    def show(self, findings: "Iterable[Finding]") -> None:
        """Shows what was found now, once nobody has typed for a while."""
        found: dict[str, tuple[Finding, ...]] = {}
        for each in findings:
            if each.entry_id:
                found[each.entry_id] = (*found.get(each.entry_id, ()), each)
        self._found = found
        self.again()

    def again(self) -> None:
        """Puts what was found last beside the rows that there are now."""
        look = self._page.look
        if look is None or not (self._found or self._marked):
            return
        current, marked = self._page.current_entry, set[str]()
        for entry_id, found in self._found.items():
            row = self._page.row_of(entry_id)
            if row and (entry_id != current or entry_id in self._marked):
                marked.add(entry_id)
                dot = self._dots.get(row) or self._made(row, look)
                dot.put(entry_id, found, look)
        for row, dot in self._dots.items():
            if row.entry.id not in marked:
                dot.take_away()
        self._marked = marked

    def _made(self, row: EntryRow, look: Look) -> MarginDot:
        dot = self._dots[row] = MarginDot(row, look)
        return dot
