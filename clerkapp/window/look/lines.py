"""A list of lines to read: words, something small at the right, and where a line leads."""

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clerkapp.editing.history import Place
from clerkapp.window.look.aloud import say_aloud
from clerkapp.window.look.look import LIGHT, Look, make_slim

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole + 1
_LEFT, _RIGHT, _PAD = 16, 16, 5
_HEIGHTS = 2000  # of lines, kept at most
_SETTLED = 300  # milliseconds without another key until the choice is told


class Line(Struct, frozen=True):
    """One line: its words, what stands small below and beside them, and where it leads."""

    words: str
    below: str = ""
    aside: str = ""
    dot: str = ""  # the name of a colour; "" for no dot
    count: str = ""  # a number to be seen from afar, before the words
    is_heading: bool = False
    is_faint: bool = False
    place: Place | None = None


class LinesModel(QAbstractListModel):
    """Holds the lines. A whole list is shown at a time: these are short."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Shows other lines, unless they are the same."""
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def change_line(self, row: int, line: Line) -> None:
        """Shows another line in the place of one; what is chosen stays so."""
        if 0 <= row < len(self.lines) and self.lines[row] != line:
            self.lines = (*self.lines[:row], line, *self.lines[row + 1 :])
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a line, or the line itself under a role of our own."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(
                    part for part in (line.count, line.words, line.below, line.aside) if part
                )
            case _ if role == _LINE:
                return line
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if index.isValid() and self.lines[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.look: Look = LIGHT
        self.marks_choice = False
        self._heights: dict[tuple[Line, int], int] = {}

    def _words_rect(self, rect: QRect, line: Line) -> QRect:
        look = self.look
        left = look.px(_LEFT + (20 if line.dot else 0)) + self._count_width(line)
        aside = QFontMetrics(look.font(11.5)).horizontalAdvance(line.aside)
        right = look.px(_RIGHT) + (aside + look.px(8) if aside else 0)
        inner = rect.adjusted(
            left, look.px(_PAD + (8 if line.is_heading else 12 if line.count else 0)), -right, 0
        )
        metrics = QFontMetrics(self._font(line))
        height = metrics.boundingRect(inner, Qt.TextFlag.TextWordWrap, line.words).height()
        return QRect(inner.left(), inner.top(), inner.width(), height)

    def _count_width(self, line: Line) -> int:
        if not line.count:
            return 0
        return QFontMetrics(self._count_font()).horizontalAdvance(line.count) + self.look.px(6)

    def _count_font(self) -> QFont:
        return self.look.font(26, QFont.Weight.DemiBold)

    def _below_rect(self, rect: QRect, line: Line) -> QRect:
        words = self._words_rect(rect, line)
        inner = QRect(words.left(), words.bottom() + 1, words.width(), 10_000)
        metrics = QFontMetrics(self.look.font(11.5))
        height = metrics.boundingRect(inner, Qt.TextFlag.TextWordWrap, line.below).height()
        return QRect(inner.left(), inner.top(), inner.width(), height if line.below else 0)

    def _font(self, line: Line) -> QFont:
        if line.is_heading:
            return self.look.font(11.5, QFont.Weight.DemiBold)
        return self.look.font(13.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(_LINE)
        width = self._view.viewport().width()
        height = self._heights.get((line, width))
        if height is None:  # Qt asks for all of them whenever one is another: 0.1 ms a line
            if len(self._heights) >= _HEIGHTS:
                self._heights.clear()
            bottom = self._below_rect(QRect(0, 0, width, 10_000), line).bottom() + 1
            height = self._heights[line, width] = bottom + self.look.px(_PAD)
        return QSize(width, height)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look, in which every line is as high as it is."""
        self.look = look
        self._heights.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(_LINE)
        look = self.look
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_marked = self.marks_choice or self._view.hasFocus()
        if is_marked and self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, look.color("selection"))
        words = self._words_rect(rect, line)
        if line.dot:
            color = look.color("faint" if line.is_faint else line.dot)
            painter.setPen(color)
            painter.setBrush(Qt.BrushStyle.NoBrush if line.is_faint else color)
            size = look.px(8)
            painter.drawEllipse(rect.left() + look.px(_LEFT), words.top() + look.px(5), size, size)
        if line.count:
            painter.setFont(self._count_font())
            painter.setPen(look.color("ink"))
            height = look.px(30)
            where = QRect(rect.left() + look.px(_LEFT), words.bottom() - height + look.px(5),
                          rect.width(), height)  # fmt: skip
            painter.drawText(where, Qt.AlignmentFlag.AlignBottom, line.count)
        painter.setPen(look.color("faint" if line.is_faint else "ink"))
        if line.is_heading or line.count:
            painter.setPen(look.color("soft"))
        painter.setFont(self._font(line))
        painter.drawText(words, Qt.TextFlag.TextWordWrap, line.words)
        painter.setFont(look.font(11.5))
        painter.setPen(look.color("faint"))
        painter.drawText(self._below_rect(rect, line), Qt.TextFlag.TextWordWrap, line.below)
        if line.aside:
            where = QRect(rect.left(), words.top(), rect.width() - look.px(_RIGHT), look.px(17))
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                             line.aside)  # fmt: skip
        painter.restore()


class LinesView(QListView):
    """Shows lines; says where the chosen one leads."""

    led_to = Signal(Place)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._field: QWidget | None = None
        self._chosen_soon = QTimer(self)
        self._chosen_soon.setSingleShot(True)
        self._chosen_soon.setInterval(_SETTLED)
        self._chosen_soon.timeout.connect(self._tell_choice)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.lines = LinesModel()
        self.setModel(self.lines)
        self._delegate = _LineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def take_arrows_of(self, field: QWidget) -> None:
        """Has the arrows move in this list while words are typed in `field`."""
        field.installEventFilter(self)
        self._field = field

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Has a screen reader told what is chosen, soon: it looks at the field, not at the list."""
        super().currentChanged(current, previous)
        if self._field and self._field.hasFocus():
            self._chosen_soon.start()

    def _tell_choice(self) -> None:
        words = self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        has_stayed = self._field and self._field.hasFocus()  # else what has the focus is told
        if words and has_stayed:
            say_aloud(words, self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the arrows; every other key stays with the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step:
                row = self.currentIndex().row() + step
                row = max(0, min(row, self.lines.rowCount() - 1))
                self.setCurrentIndex(self.lines.index(self._past_headings(row)))
                return True
        return super().eventFilter(watched, event)

    def moveCursor(
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key leads: never to a heading, of which there is nothing to choose."""
        return self.lines.index(self._past_headings(super().moveCursor(action, modifiers).row()))

    def _past_headings(self, row: int) -> int:
        """That row, or where it is a heading the next one, the way the keys go if there is one."""
        lines, here = self.lines.lines, self.currentIndex().row()
        if row not in range(len(lines)):  # there are no lines
            return row
        on, back = range(row, len(lines)), range(row, -1, -1)
        for rows in (back, on) if row < here else (on, back):
            for each in rows:
                if not lines[each].is_heading:
                    return each
        return row

    @property
    def current_place(self) -> Place | None:
        """Where the chosen line leads; None where none is chosen, or it leads nowhere."""
        row = self.currentIndex().row()
        return self.lines.lines[row].place if 0 <= row < self.lines.rowCount() else None

    def mark_choice(self) -> None:
        """Marks the chosen line also while the focus is elsewhere."""
        self._delegate.marks_choice = True

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._delegate.show_look(look)
        make_slim(self.verticalScrollBar(), look)
        palette = look.palette()
        palette.setColor(palette.ColorRole.Base, look.color("panel"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the lines anew at the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_chosen(self, index: QModelIndex) -> None:
        line = self.lines.lines[index.row()] if index.isValid() else None
        if line and line.place:
            self.led_to.emit(line.place)
