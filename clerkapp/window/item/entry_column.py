"""A heading and the rows of an item below it: how high each is, where it stands, what is seen."""

from collections.abc import Iterable
from itertools import pairwise, takewhile

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QWidget

from clerkapp.editing.history import Place
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.window.item.action_fields import ROOM
from clerkapp.window.item.entry_row import EntryRow
from clerkapp.window.item.row_picture import LINE, PAD
from clerkapp.window.item.shifting import Moved, shift
from clerkapp.window.look.look import Look, make_slim

_TOP = 20
_TITLE_LEFT = 132
BAR = 44  # kept free below the entry in hand, for a notice: it must not move the words
_EDGE = 30  # pixels from the edge of what is seen within which carrying an entry scrolls
_KEPT_ROWS = 80  # rows kept for the next item: making one costs more than filling it


class EntryColumn(QScrollArea):
    """Places the rows of the entries that are shown; what they hold is told to it.

    It places them itself, with the heights that they last said: a box layout asks all of them
    again at each Enter, which costs 89 ms at 500 rows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas = QWidget()
        self._canvas.setAutoFillBackground(True)
        # where the canvas grows, what stands above need not be painted again
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setWidget(self._canvas)
        self._title = QLabel(self._canvas)
        self._title.setWordWrap(True)
        self._about = QLabel(self._canvas)
        self._about.setWordWrap(True)
        self._notice = QLabel(self._canvas)
        self._notice.setWordWrap(True)
        self.new_entry = QPushButton("+ New entry", self._canvas)
        self.new_entry.setAccessibleName("New entry")
        self.new_entry.setFlat(True)
        self.new_entry.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # who has a keyboard has Enter
        self._look: Look | None = None
        self._current = ""
        self._shown: tuple[Entry, ...] = ()
        self._rows: dict[str, EntryRow] = {}
        self._heights: dict[str, int] = {}
        self._tops: dict[str, tuple[int, int, int]] = {}  # with width and height, as last placed
        self._spare: list[EntryRow] = []
        self._ordered: list[EntryRow] = []  # as Tab goes through them
        self._heading: tuple[object, int] | None = None  # what it told, and where it ended
        self._stands_spare = False  # whether some of them may be seen where they stood
        self._placing = False
        self._is_shown = False
        self._gap: QWidget | None = None  # where what is carried would come to stand

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        make_slim(self.verticalScrollBar(), look)
        palette = look.palette()
        palette.setColor(palette.ColorRole.Window, look.color("paper"))
        self._canvas.setPalette(palette)
        self.viewport().setPalette(palette)
        self._title.setFont(look.font(21, QFont.Weight.DemiBold))
        for label, color in ((self._about, "soft"), (self._notice, "doubtful")):
            label.setFont(look.font(13))
            own = look.palette()
            own.setColor(own.ColorRole.WindowText, look.color(color))
            label.setPalette(own)
        self.new_entry.setFont(look.font(13))
        soft = look.palette()
        soft.setColor(soft.ColorRole.ButtonText, look.color("soft"))
        soft.setColor(soft.ColorRole.Button, look.color("paper"))
        self.new_entry.setPalette(soft)
        self._placing = True  # no row that grows needs the others placed before all have grown
        for row in (*self._rows.values(), *self._spare):
            row.show_look(look)
        self._placing = False
        self._heights.clear()
        self._arrange(is_held=False)
        self._show_cursor(spare=BAR)

    # Rows

    @property
    def look(self) -> Look | None:
        """The sizes and colours in which it is shown; None before there are any."""
        return self._look

    def row_of(self, entry_id: str) -> EntryRow | None:
        """The row of an entry; None where it is not shown."""
        return self._rows.get(entry_id)

    def _made_row(self) -> EntryRow:
        """A new row, which says what is typed in it; overridden by who hears that."""
        row = EntryRow(self._canvas)
        row.grew.connect(self._on_grew)
        return row

    def _take_row(self, entry_id: str) -> EntryRow:
        row = self._spare.pop() if self._spare else self._made_row()
        if self._look:
            row.show_look(self._look)
        self._rows[entry_id] = row
        return row

    def _make_spare(self) -> None:
        """Makes the row that the next Enter wants, while nobody types."""
        if not self._spare and self._look:
            row = self._made_row()
            row.show_look(self._look)
            self._spare.append(row)

    def _put_away(self, row: EntryRow) -> None:
        row.hide()
        self._lay_aside(row)

    def _let_go_of(self, entry_id: str) -> EntryRow:
        """The row of an entry that is shown no more; it is still to be laid aside."""
        self._heights.pop(entry_id, None)
        self._tops.pop(entry_id, None)
        return self._rows.pop(entry_id)

    def _lay_aside(self, row: EntryRow) -> None:
        focus = row.focusWidget()
        if focus:  # typed as always there, but None in a row that never had it
            focus.clearFocus()  # else Qt hands the focus to whichever row comes next
        row.set_current(False)
        row.show_promise(promises=False)
        row.set_selected(False)
        if len(self._spare) < _KEPT_ROWS:
            self._spare.append(row)
        else:
            row.hide()
            row.deleteLater()

    def _lay_all_aside(self) -> None:
        """Has other entries take the rows as they stand: to hide and show each costs as much again.

        What is left over is hidden by `_hide_spare`.
        """
        for entry_id in list(self._rows):
            self._lay_aside(self._let_go_of(entry_id))
        self._stands_spare = True

    def _hide_spare(self) -> None:
        """Hides, once, what other entries have left over: an Enter leaves nothing that is seen."""
        if self._stands_spare:
            for row in self._spare:
                row.hide()
        self._stands_spare = False

    def _order_tab_stops(self) -> None:
        """Has Tab go down the page. Qt would go in the order in which the rows were made.

        Only what came or went between the rows that stayed is put in order: all took 1.2 ms at 200.
        """
        had, rows = self._ordered, [self._rows[entry.id] for entry in self._shown]
        self._ordered = rows
        above = _alike(had, rows)
        below = _alike(reversed(had), reversed(rows)) if above else 0  # the first hangs on nothing
        new = rows[max(0, above - 1) : len(rows) - below]
        for before, after in pairwise(stop for row in new for stop in row.stops()):
            self.setTabOrder(before, after)

    # Places

    def _tell_heading(self, words: tuple[str, str, str]) -> bool:
        """Shows title, what is about and notice; whether it is not what stood there."""
        changed = False
        labels = (self._title, self._about, self._notice)
        for label, each in zip(labels, words, strict=True):
            if label.text() != each:
                label.setText(each)
                changed = True
        return changed

    def _arrange(self, *, is_held: bool = True) -> None:
        """Places everything, and asks each row without a known height for it.

        What grows above the entry in hand does not move it on the screen where `is_held`.
        """
        look = self._look
        if look is None or self._placing or not self._is_shown:
            return
        self._placing = True
        had = self._tops.get(self._current)
        width = self.viewport().width()
        top = self._arrange_heading(look, width)
        top = self._arrange_rows(width, top)
        button = self.new_entry.sizeHint()
        self.new_entry.setGeometry(look.px(_TITLE_LEFT - 6), top + look.px(8), *button.toTuple())
        bar, now = self.verticalScrollBar(), self._tops.get(self._current)
        by = now[0] - had[0] if is_held and had and now else 0
        value = max(0, bar.value() + by)
        seen = value + self.viewport().height()
        self._canvas.resize(width, max(top + look.px(240), seen))
        if by:
            bar.setValue(value)
        self._placing = False

    def _arrange_rows(self, width: int, top: int) -> int:
        """Places the rows from there on; where the last of them ends."""
        moved: list[Moved] = []
        resized: list[tuple[EntryRow, int, int]] = []
        for entry in self._shown:
            row, placed = self._rows[entry.id], self._tops.get(entry.id)
            height = self._heights.get(entry.id)
            if placed is None:  # its words know their width only once they are shown
                row.setGeometry(0, -row.height(), width, row.height())
                row.show()
            if height is None or placed is None or placed[1] != width:
                height = self._heights[entry.id] = row.arrange(width)
            if placed != (top, width, height):
                self._tops[entry.id] = (top, width, height)
                if placed and placed[1:] == (width, height):
                    moved.append(Moved(row, placed[0], height, top - placed[0]))
                else:
                    resized.append((row, top, height))
            top += height
        shift(
            self._canvas, moved
        )  # first: what is still to be painted stands where it will be painted
        for row, at, height in resized:
            row.setGeometry(0, at, width, height)
        return top

    def _arrange_around(self, *, is_held: bool) -> None:
        row = self._rows.get(self._current)
        is_held = is_held and bool(row and row.entry.text)
        self._arrange(is_held=is_held)
        if not is_held:
            self._show_cursor(spare=BAR)

    def _arrange_heading(self, look: Look, width: int) -> int:
        """Places title, what is about and notice, if they are others now; where the rows begin."""
        labels = (self._notice, self._title, self._about)
        told = look, width, *(label.text() for label in labels)
        if self._heading and self._heading[0] == told:
            return self._heading[1]
        left, top = look.px(_TITLE_LEFT), look.px(_TOP)
        wide = max(look.px(120), min(look.px(640), width - left - look.px(44)))
        for label in labels:
            label.setVisible(bool(label.text()))
            if label.text():
                height = label.heightForWidth(wide)
                label.setGeometry(QRect(left, top, wide, height))
                top += height + look.px(3)
        self._heading = told, top + look.px(8)
        return self._heading[1]

    def _arrange_if_taller(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._on_grew(entry.id)

    def _on_grew(self, entry_id: str, *, is_held: bool = True) -> None:
        row = self._rows.get(entry_id)
        if row is None or self._placing or not self._is_shown:
            return
        height = row.arrange(self.viewport().width())
        if height != self._heights.get(entry_id):
            self._heights[entry_id] = height
            self._arrange(is_held=is_held)
            if entry_id == self._current:
                self._show_cursor(spare=BAR)

    def _place_by_page(self, item_id: str, by: int) -> Place | None:
        """Where the cursor goes a page further up (-1) or down (1); None where no row is."""
        row = self._rows.get(self._current)
        if row is None or not self._shown:
            return None
        step = by * max(1, self.viewport().height() - row.text.cursorRect().height() * 2)
        cursor = row.text.cursorRect().center() + row.text.mapTo(self._canvas, QPoint(0, 0))
        wanted = cursor.y() + step
        rows = [self._rows[entry.id] for entry in self._shown]
        to = next((each for each in rows if each.geometry().bottom() >= wanted), rows[-1])
        inside = to.text.mapFrom(self._canvas, QPoint(cursor.x(), wanted))
        return Place(item_id, to.entry.id, to.text.position_at(inside))

    # Under the mouse

    def contains(self, at: QPoint) -> bool:
        """Whether that place on the screen is on the page."""
        return self.viewport().rect().contains(self.viewport().mapFromGlobal(at))

    def entry_at(self, at: QPoint) -> str:
        """The entry at that place on the screen, or nearest above or below it; "" for none."""
        y = self._canvas.mapFromGlobal(at).y()
        ids = [entry.id for entry in self._shown]
        return next((each for each in ids if self._rows[each].geometry().bottom() >= y),
                    ids[-1] if ids else "")  # fmt: skip

    def entry_below(self, at: QPoint) -> str:
        """The entry below the gap that is nearest to that place on the screen; "" at the end."""
        y = self._canvas.mapFromGlobal(at).y()
        ids = (entry.id for entry in self._shown)
        return next((each for each in ids if self._rows[each].geometry().center().y() >= y), "")

    def show_gap(self, at: QPoint | None) -> None:
        """Shows by a line between which entries what is carried there would stand; None hides it.

        Near the edge of what is seen it scrolls.
        """
        if self._gap:
            self._gap.hide()
        look = self._look
        if at is None or look is None or not self._shown:
            return
        y, bar = self.viewport().mapFromGlobal(at).y(), self.verticalScrollBar()
        edge = look.px(_EDGE)
        by = -1 if y < edge else 1 if y > self.viewport().height() - edge else 0
        bar.setValue(bar.value() + by * look.px(_TOP))
        below = self.entry_below(at)
        row = self._rows[below or self._shown[-1].id]
        top = row.y() if below else row.geometry().bottom() + 1
        if self._gap is None:
            self._gap = QWidget(self._canvas)
            self._gap.setAutoFillBackground(True)
        palette = self._gap.palette()
        palette.setColor(palette.ColorRole.Window, look.color("accent"))
        self._gap.setPalette(palette)
        high = look.px(3)
        self._gap.setGeometry(look.px(16), top - high // 2, row.width() - look.px(32), high)
        self._gap.raise_()
        self._gap.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Places the rows. Before, none knew its width: each would have had all placed anew."""
        super().showEvent(event)
        self._is_shown = True
        self._arrange(is_held=False)
        self._show_cursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the rows anew at the new width, and still shows the cursor."""
        value = self.verticalScrollBar().value()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._heights.clear()
        self._arrange()
        if event.size().width() == event.oldSize().width():
            self._keep_scrolled(value)
        self._show_cursor()

    def _keep_scrolled(self, value: int) -> None:
        """Scrolls back to where it was before a notice went: more room would pull the page down."""
        if value != self.verticalScrollBar().value():
            height = max(self._canvas.height(), value + self.viewport().height())
            self._canvas.resize(self._canvas.width(), height)
            self.verticalScrollBar().setValue(value)

    def _make_room(self, cursor: int) -> None:
        """Scrolls for the row that an Enter will add below the entry in hand, before it does.

        Qt then moves the picture of the rows above; once a row has changed it paints all anew.
        """
        row = self._rows.get(self._current)
        if row and (row.entry.text or row.entry.facts is not None):
            lines = 1 if cursor == len(row.entry.text) else 2  # of words in two, each is rounded up
            fields = ROOM if row.entry.kind is EntryKind.ACTION_POINT else 0
            self._show_cursor(spare=BAR + lines * LINE + 2 * PAD + fields)

    def _show_cursor(self, spare: int = 0) -> None:
        """Scrolls as little as shows the entry, or of a long one the line being typed.

        With `spare` pixels below it, at a zoom of 1, wherever it has to be scrolled anyway.
        """
        row, look = self._rows.get(self._current), self._look
        if row is None or look is None:
            return
        height, value = self.viewport().height(), self.verticalScrollBar().value()
        if row.height() + look.px(40 + spare) < height:
            top, bottom = row.y() - look.px(20), row.y() + row.height() + look.px(20)
        else:
            cursor = row.text.cursorRect().translated(row.text.mapTo(self._canvas, QPoint(0, 0)))
            margin = min(look.px(70), height // 3)
            top, bottom = cursor.center().y() - margin, cursor.center().y() + margin
        bottom += look.px(spare)
        if bottom > value + height:
            self.verticalScrollBar().setValue(bottom - height)
        elif top < value:
            self.verticalScrollBar().setValue(top)


def _alike(some: Iterable[EntryRow], others: Iterable[EntryRow]) -> int:
    """How many of the first of both are the same rows."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], pairs))
