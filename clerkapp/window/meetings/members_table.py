"""The members of a committee as a table: a line a term, and one free line to add another."""

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from clerkapp.editing.committee_form import FormDoubt, MemberRow, ended_row, next_term
from clerkapp.notation.dates import read_date
from clerkapp.window.look.look import Look, make_slim
from clerkapp.window.look.prompt_delegate import PromptDelegate
from clerkapp.wording.times import date_words

_FIELDS = ("name", "post", "code", "since", "until")
_HEADS = ("Name", "Post", "Code", "From", "To", "Vote")
_DATES = (_FIELDS.index("since"), _FIELDS.index("until"))
_VOTE = len(_FIELDS)
_WIDTHS = (200, 120, 64, 128, 128)


class _Cells(PromptDelegate):
    """Names what a cell is typed into by its column."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(_HEADS[index.column()])
        return editor


class MembersTable(QTableWidget):
    """Typing fills the cell, Tab goes to the next, Space gives or takes the vote.

    Delete takes a line away. A date is written out as it is understood.
    """

    edited = Signal()

    def __init__(
        self, rows: Iterable[MemberRow], today: dt.date, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(_HEADS), parent)
        self._today = today
        self._look = look
        self.setAccessibleName("Members")
        self.setHorizontalHeaderLabels(_HEADS)
        self.setItemDelegate(_Cells(self))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(look.px(44))
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, look.px(width))
        self.setColumnWidth(_VOTE, look.px(52))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(26))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(look.px(26 * 6))
        make_slim(self.verticalScrollBar(), look)
        for row in rows:
            self._insert(self.rowCount(), row)
        self._insert(self.rowCount(), MemberRow())
        self.setCurrentCell(0, 0)
        self.cellChanged.connect(self._on_cell_changed)

    def sizeHint(self) -> QSize:
        """Room for some lines; more are scrolled."""
        lines = min(max(self.rowCount(), 4), 9)
        height = self.horizontalHeader().sizeHint().height() + lines * self._look.px(26)
        return QSize(self._look.px(640), height + self._look.px(6))

    # What stands in it

    def rows(self) -> tuple[MemberRow, ...]:
        """Every line as it is typed, also the free one: a doubt names a line by its place."""
        return tuple(map(self._row, range(self.rowCount())))

    @property
    def name(self) -> str:
        """The name in the line that the cursor is in; "" in the free one."""
        return self._row(self.currentRow()).name.strip() if self.currentRow() >= 0 else ""

    def take_in(self) -> None:
        """Takes in a cell that is still typed in."""
        cell = self.currentItem()
        if self.state() is QAbstractItemView.State.EditingState and cell:
            self.setCurrentCell(-1, -1)
            self.setCurrentItem(cell)

    def show_doubts(self, doubts: Iterable[FormDoubt]) -> None:
        """Marks the cells that do not fit, and tells in each what is wrong with it."""
        wrong = {(each.row, each.field): each.sentence for each in doubts}
        self.blockSignals(True)  # noqa: FBT003 — Qt's own
        for row in range(self.rowCount()):
            for column, field in enumerate(_FIELDS):
                sentence = wrong.get((row, field), "")
                if cell := self.item(row, column):
                    color = "bad" if sentence else "ink"
                    cell.setForeground(self._look.color(color))
                    cell.setToolTip(sentence)
                    cell.setData(Qt.ItemDataRole.AccessibleDescriptionRole, sentence)
        self.blockSignals(False)  # noqa: FBT003

    def go_to(self, doubt: FormDoubt) -> None:
        """Puts the cursor in the cell that does not fit."""
        self.setFocus()
        self.setCurrentCell(doubt.row, _FIELDS.index(doubt.field))

    # What is done to it

    def end_term(self) -> None:
        """Ends the term of the line that the cursor is in today; the date can be changed."""
        row = self.currentRow()
        if self.name:
            self._write(row, ended_row(self._row(row), self._today))
            self._show(row, _FIELDS.index("until"))

    def add_term(self) -> None:
        """Another term of the person in the line, below it; elsewhere the free line is shown."""
        row = self.currentRow()
        if not self.name:
            self._show(self.rowCount() - 1, 0)
            return
        self._insert(row + 1, next_term(self._row(row), self._today))
        self._show(row + 1, _FIELDS.index("post"))
        self.edited.emit()

    def remove(self) -> None:
        """Takes the line away, as if it had never been there."""
        row = self.currentRow()
        if 0 <= row < self.rowCount() - 1:
            self.removeRow(row)
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the line away, and Enter opens the cell."""
        is_typing = self.state() is QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not is_typing:
            self.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            if not is_typing and self.currentColumn() != _VOTE:
                self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _show(self, row: int, column: int) -> None:
        self.setFocus()
        self.setCurrentCell(row, column)

    def _on_cell_changed(self, row: int, column: int) -> None:
        """Writes a date out, and keeps one line free to add another."""
        cell = self.item(row, column)
        self.blockSignals(True)  # noqa: FBT003 — Qt's own
        if cell and column in _DATES:
            cell.setText(self._date_in(cell.text()))
        if cell and column == _VOTE:
            _tell_vote(cell)
        if row == self.rowCount() - 1 and not self._row(row).is_blank:
            self._insert(self.rowCount(), MemberRow())
        self.blockSignals(False)  # noqa: FBT003
        self.viewport().update()
        self.edited.emit()

    def _date_in(self, words: str) -> str:
        try:
            return date_words(read_date(words, after=self._today))
        except ValueError:  # told beside the table, and left as it was typed
            return words

    def _row(self, row: int) -> MemberRow:
        cells = (self.item(row, column) for column in range(_VOTE))
        name, post, code, since, until = (cell.text() if cell else "" for cell in cells)
        vote = self.item(row, _VOTE)
        has_vote = vote is None or vote.checkState() is Qt.CheckState.Checked
        return MemberRow(name, post, code, since, until, has_vote)

    def _insert(self, row: int, shown: MemberRow) -> None:
        was_blocked = self.blockSignals(True)  # noqa: FBT003 — Qt's own
        self.insertRow(row)
        for column in range(_VOTE):
            self.setItem(row, column, QTableWidgetItem())
        vote = QTableWidgetItem()
        vote.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        self.setItem(row, _VOTE, vote)
        self._write(row, shown)
        self.blockSignals(was_blocked)

    def _write(self, row: int, shown: MemberRow) -> None:
        for column, field in enumerate(_FIELDS):
            if cell := self.item(row, column):
                cell.setText(getattr(shown, field))
        if vote := self.item(row, _VOTE):
            checked = Qt.CheckState.Checked if shown.has_vote else Qt.CheckState.Unchecked
            vote.setCheckState(checked)
            _tell_vote(vote)


def _tell_vote(cell: QTableWidgetItem) -> None:
    has_vote = cell.checkState() is Qt.CheckState.Checked
    words = "has a vote" if has_vote else "has no vote"
    cell.setData(Qt.ItemDataRole.AccessibleTextRole, words)
