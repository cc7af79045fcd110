"""The agenda on the left: where the clerk is, what has happened, and how to get elsewhere."""

from functools import lru_cache

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.window.agenda.agenda_model import (
    ABOUT,
    DONE,
    ITEM_ID,
    NUMBER,
    AgendaModel,
    agenda_lines,
)
from clerkapp.window.agenda.agenda_view import AgendaView
from clerkapp.window.look.look import LIGHT, Look, make_slim
from clerkapp.window.look.prompt_delegate import PromptDelegate
from clerkapp.wording.times import long_date_words, time_words

Index = QModelIndex | QPersistentModelIndex
_NUMBER_LEFT, _TITLE_LEFT, _RIGHT, _PAD = 16, 46, 40, 6


class _TitleField(QLineEdit):
    """The title of an item while it is typed; Esc gives it back as it was."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.before = title
        self.setAccessibleName("Title of the item")


class _AgendaDelegate(PromptDelegate):
    """Draws one item: its number, its title on as many lines as it needs, what has happened.

    A title is handed on at each key, so that nothing half typed is lost.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.look: Look = LIGHT
        self.target = ""  # the item that what is carried would be sent to
        self.longest = ""  # of the numbers of the items: the titles stand clear of it

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        title = self._title_rect(QRect(0, 0, width, 10_000), index).height()
        about = self._about_rect(QRect(0, 0, width, 10_000), index).height()
        return QSize(width, title + about + 2 * self.look.px(_PAD))

    def _about_rect(self, rect: QRect, index: Index) -> QRect:
        """Where what has happened stands: below the title, and below the tick too."""
        title, about = self._title_rect(rect, index), str(index.data(ABOUT) or "")
        width = rect.right() - self.look.px(8) - title.left() + 1
        height = _height(self.look.font(11.5), width, about)
        height = max(self.look.px(17), height) if about else 0
        return QRect(title.left(), title.bottom() + 1, width, height)

    def _title_left(self) -> int:
        number = QFontMetrics(self.look.font(13.5)).horizontalAdvance(self.longest)
        return max(self.look.px(_TITLE_LEFT), self.look.px(_NUMBER_LEFT + 9) + number)

    def _title_rect(self, rect: QRect, index: Index) -> QRect:
        """Where the title stands in the rectangle of the whole item."""
        look = self.look
        inner = rect.adjusted(self._title_left(), look.px(_PAD), -look.px(_RIGHT), 0)
        font = look.font(13.5, QFont.Weight.DemiBold)
        height = _height(font, inner.width(), str(index.data()))
        return QRect(inner.left(), inner.top(), inner.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self.look
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        current = self._view.selectionModel().isSelected(index)
        painter.save()
        if current:
            painter.fillRect(rect, look.color("selection"))
            painter.fillRect(
                rect.left(), rect.top(), look.px(3), rect.height(), look.color("accent")
            )
        weight = QFont.Weight.DemiBold if current else QFont.Weight.Normal
        title = self._title_rect(rect, index)
        painter.setFont(look.font(13.5))
        painter.setPen(look.color("faint"))
        number = QRect(
            rect.left() + look.px(_NUMBER_LEFT), title.top(), self._title_left(), title.height()
        )
        painter.drawText(number, Qt.AlignmentFlag.AlignTop, str(index.data(NUMBER)))
        painter.setFont(look.font(13.5, weight))
        painter.setPen(look.color("ink"))
        painter.drawText(title, Qt.TextFlag.TextWordWrap, str(index.data()))
        if about := str(index.data(ABOUT) or ""):
            painter.setFont(look.font(11.5))
            painter.setPen(look.color("faint"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self._about_rect(rect, index), flags, about)
        if index.data(DONE):
            _draw_tick(painter, look, rect.right() - look.px(26), title.top() + look.px(9))
        is_target = bool(self.target) and index.data(ITEM_ID) == self.target
        if is_target or (index == self._view.currentIndex() and self._view.hasFocus()):
            painter.setPen(QPen(look.color("accent"), look.px(2) if is_target else 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> QWidget:
        editor = _TitleField(str(index.data(Qt.ItemDataRole.EditRole)), parent)
        editor.setFont(self.look.font(13.5))
        editor.textEdited.connect(lambda: self.commitData.emit(editor))
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        )
        if is_escape and isinstance(watched, _TitleField):
            watched.setText(watched.before)
            self.commitData.emit(watched)
        return super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Qt asks for it again when an entry was counted meanwhile
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        left = self._title_left() - 6
        editor.setGeometry(rect.adjusted(left, 2, -self.look.px(8), 0).intersected(
            QRect(rect.left(), rect.top(), rect.width(), self.look.px(30))))  # fmt: skip


@lru_cache(500)
def _height(font: QFont, width: int, words: str) -> int:
    """The height of `words` broken into lines; at each Enter Qt asks for that of every item."""
    room = QRect(0, 0, width, 10_000)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()


def _draw_tick(painter: QPainter, look: Look, x: int, y: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(look.color("good"), look.px(1.5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    step = look.px(3)
    painter.drawLine(x, y, x + step, y + step)
    painter.drawLine(x + step, y + step, x + 3 * step, y - step)


class AgendaPanel(QWidget):
    """Shows the heading of the meeting and its items; says which item is chosen or renamed."""

    chosen = Signal(str)
    renamed = Signal(str, str)
    menu_wanted = Signal(QPoint)  # of what can be done to the item in hand, there on the screen
    renaming_ended = Signal()  # with another title or without
    carried = Signal(str, int)  # an item, and so many places down

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._items: tuple[AgendaItem, ...] | None = None
        self._committee = QLabel()
        self._held = QLabel()
        for label in (self._committee, self._held):
            label.setWordWrap(True)
        self.model = AgendaModel()
        self.model.renamed.connect(self.renamed)
        self.view = AgendaView()
        self.view.carrying.connect(self._on_carrying)
        self.view.carried.connect(self._on_carried)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setModel(self.model)
        self.view.setEditTriggers(
            QListView.EditTrigger.EditKeyPressed | QListView.EditTrigger.DoubleClicked
        )
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._delegate = _AgendaDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self._delegate.closeEditor.connect(self._on_editor_closed)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu_wanted)
        self.new_item = QPushButton("+ New item")
        self.new_item.setAccessibleName("New item")
        self.new_item.setFlat(True)
        self.new_item.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # who has a keyboard has a key
        self._layout = QVBoxLayout(self)
        for widget in (self._committee, self._held, self.view, self.new_item):
            self._layout.addWidget(widget)

    def set_read_only(self) -> None:
        """Lets no title be edited."""
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._delegate.look = look
        make_slim(self.view.verticalScrollBar(), look)
        self._layout.setContentsMargins(0, look.px(14), 0, 0)
        self._layout.setSpacing(look.px(2))
        self._committee.setFont(look.font(14, QFont.Weight.DemiBold))
        self._held.setFont(look.font(12.5))
        self._committee.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._held.setContentsMargins(look.px(16), 0, look.px(16), look.px(12))
        soft = look.palette()
        soft.setColor(soft.ColorRole.WindowText, look.color("soft"))
        self._held.setPalette(soft)
        soft.setColor(soft.ColorRole.ButtonText, look.color("soft"))
        self.new_item.setPalette(soft)
        self.new_item.setFont(look.font(13))
        ground = look.palette()
        ground.setColor(ground.ColorRole.Base, look.color("panel"))
        self.view.setPalette(ground)
        self._fit_heading()
        self._lay_out_again()

    def show_items(self, meeting: Meeting, item_id: str) -> None:
        """Shows at once which items there now are; how they came out waits for a pause in typing.

        The words of an outcome are looked for in each: of 500 entries 2 ms, at each Enter.
        """
        if not self.model.names(meeting.items):
            self.show_meeting(meeting, item_id)
        elif not self._is_in_hand:
            self._choose(item_id)

    def show_meeting(self, meeting: Meeting, item_id: str) -> None:
        """Shows `meeting` as it now is, with that item chosen."""
        heading = meeting.heading
        when = [long_date_words(heading.date)] if heading.date else []
        if heading.start:
            when.append(time_words(heading.start, "7.30 pm"))
        lines = [", ".join(when), heading.place]
        for label, words in (
            (self._committee, heading.committee or heading.council or "Meeting"),
            (self._held, "\n".join(line for line in lines if line)),
        ):
            if label.text() != words:
                label.setText(words)
                self._fit_heading()
        reordered, chosen = False, self.highlighted
        if meeting.items is not self._items:  # the words of an outcome are looked for in each
            self._items = meeting.items
            lines_now = agenda_lines(meeting)
            reordered = self.model.show_lines(lines_now)
            longest = max((line.number for line in lines_now), key=len, default="")
            if longest != self._delegate.longest:
                self._delegate.longest = longest
                self._lay_out_again()
        if reordered or not self._is_in_hand:  # else the clerk is choosing here
            self._choose(chosen or item_id)

    def _choose(self, item_id: str) -> None:
        row = self.model.row_of(item_id)
        if row >= 0 and self.view.currentIndex().row() != row:
            self.view.setCurrentIndex(self.model.index(row))

    @property
    def highlighted(self) -> str:
        """The item that the highlight is on while the clerk is here; "" while elsewhere."""
        line = self.model.line(self.view.currentIndex().row()) if self._is_in_hand else None
        return line.item_id if line else ""

    @property
    def _is_in_hand(self) -> bool:
        """Whether the clerk is choosing here, or typing a title."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self.view or self.view.isAncestorOf(focus))

    def item_at(self, at: QPoint) -> str:
        """The item at that place on the screen; "" for none."""
        ground = self.view.viewport()
        inside = ground.mapFromGlobal(at)
        index = self.view.indexAt(inside) if ground.rect().contains(inside) else QModelIndex()
        line = self.model.line(index.row())
        return line.item_id if line and self.isVisible() else ""

    def show_target(self, item_id: str) -> None:
        """Shows to which item what is carried by the mouse would be sent; "" for none."""
        if item_id != self._delegate.target:
            self._delegate.target = item_id
            self.view.viewport().update()

    def rename(self, item_id: str) -> None:
        """Opens the title of an item for editing."""
        row = self.model.row_of(item_id)
        if row >= 0:
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(row))
            self.view.edit(self.model.index(row))

    def _on_chosen(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line:
            self.chosen.emit(line.item_id)

    def _on_carrying(self, row: int) -> None:
        line = self.model.line(row)
        self.show_target(line.item_id if line else "")

    def _on_carried(self, row: int, to: int) -> None:
        if line := self.model.line(row):
            self.carried.emit(line.item_id, to - row)

    def _on_menu_wanted(self, at: QPoint) -> None:
        self._on_chosen(self.view.indexAt(at))
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(at))

    def _on_editor_closed(self) -> None:
        if self.view.hasFocus():  # else the clerk has clicked elsewhere
            self.renaming_ended.emit()

    def _lay_out_again(self) -> None:
        self.view.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the titles anew at the new width."""
        super().resizeEvent(event)
        self._fit_heading()
        self._lay_out_again()

    def _fit_heading(self) -> None:
        """Tells when and where only while the items keep half of the height: nothing is cut."""
        labels = (self._committee, self._held)
        for label in labels:
            label.setMinimumHeight(0)  # else the words are as high as those before them
            label.setMinimumHeight(max(0, label.heightForWidth(self.width())))
        needed = sum(label.minimumHeight() for label in labels)
        self._held.setVisible(bool(self._held.text()) and 2 * needed <= self.height())

    def event(self, event: QEvent) -> bool:
        """Breaks the titles anew in a new font."""
        if event.type() == QEvent.Type.FontChange:
            self._lay_out_again()
        return super().event(event)
