"""All the shorthand there is; a person's own can be added to, changed and deleted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clerkapp.errors import ShorthandError
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.look import Look, make_slim
from clerkapp.window.look.prompt_delegate import PromptDelegate
from clerkapp.wording.shorthand import Shorthand, own_of, rows_of

_HINT = (
    "Type a code and a blank, or ;; and the name of a sentence. In a sentence {time}, {item}, "
    "{chair}, {mover}, {seconder} and {presenter} are filled in, any other place is left to you. "
    "Your own are kept in the archive, encrypted."
)


class _Table(QTableWidget):
    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class ShorthandDialog(Dialog):
    """A row for each: a person's own first, and one row to add another. `own` is what became."""

    def __init__(
        self,
        own: Shorthand,
        in_force: Shorthand,
        look: Look,
        parent: QWidget | None = None,
        *,
        is_read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Shorthand")
        self.setFont(look.font(13))
        self.own = own
        self._faint = look.color("faint")
        self.table = _Table(0, 2)
        self.table.setAccessibleName("Shorthand")
        self.table.setItemDelegate(PromptDelegate(self.table))
        self.table.setHorizontalHeaderLabels(["Typed", "Stands for"])
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(look.px(26))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        make_slim(self.table.verticalScrollBar(), look)
        self._own_rows = 0
        for typed, words in rows_of(own):
            self._add_row(typed, words, is_own=not is_read_only)
        if not is_read_only:
            self._add_row("", "", is_own=True)
        codes = {code: words for code, words in in_force.codes.items() if code not in own.codes}
        sentences = {n: s for n, s in in_force.sentences.items() if n not in own.sentences}
        for typed, words in rows_of(Shorthand(codes, sentences)):
            self._add_row(typed, words, is_own=False)
        self.table.setColumnWidth(0, look.px(130))
        self.table.setCurrentCell(max(0, self._own_rows - 1), 0)
        self.table.cellChanged.connect(self._on_cell_changed)
        hint = QLabel(_HINT)
        hint.setWordWrap(True)
        hint.setFont(look.font(11.5))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.hide()
        bad = look.palette()
        bad.setColor(bad.ColorRole.WindowText, look.color("bad"))
        self.said.setPalette(bad)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._delete = buttons.addButton("&Delete", QDialogButtonBox.ButtonRole.ActionRole)
        self._delete.setEnabled(not is_read_only)
        self._delete.clicked.connect(self._on_delete)
        self.table.delete_wanted.connect(self._on_delete)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        for widget in (hint, self.table, self.said, buttons):
            layout.addWidget(widget)
        fit(self, look, 680, 520)
        self.table.setFocus()

    def _add_row(self, typed: str, words: str, *, is_own: bool) -> None:
        row = self._own_rows if is_own else self.table.rowCount()
        self.table.insertRow(row)
        for column, shown in enumerate((typed, words)):
            item = QTableWidgetItem(shown)
            if not is_own:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                item.setForeground(self._faint)
                item.setToolTip("It comes with Clerkapp, or from the lists of the meeting.")
            self.table.setItem(row, column, item)
        self._own_rows += is_own

    def _row(self, row: int) -> tuple[str, str]:
        cells = (self.table.item(row, column) for column in (0, 1))
        typed, words = (cell.text() if cell else "" for cell in cells)
        return typed, words

    def _on_cell_changed(self, row: int, _column: int) -> None:
        """Keeps one row free to add another."""
        if row == self._own_rows - 1 and all(self._row(row)):
            self.table.blockSignals(True)  # noqa: FBT003 — Qt's own
            self._add_row("", "", is_own=True)
            self.table.blockSignals(False)  # noqa: FBT003

    def _on_delete(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < self._own_rows - 1:
            self.table.removeRow(row)
            self._own_rows -= 1

    def filled(self) -> object:
        """The rows, which are not given up without a word."""
        self.table.setCurrentCell(self.table.currentRow(), 0)  # takes in a cell still typed in
        return tuple(map(self._row, range(self._own_rows)))

    def _on_accepted(self) -> None:
        self.table.setCurrentCell(self.table.currentRow(), 0)  # as above
        try:
            self.own = own_of(self._row(row) for row in range(self._own_rows))
        except ShorthandError as error:
            self.said.setText(str(error))
            self.said.show()
            return
        self.accept()
