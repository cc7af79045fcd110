"""How a Word file differs from its export and from the record, each change to take or to leave."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from clerkapp.editing.comparison import compared
from clerkapp.intake.differences import Comparison, Difference, Side, What
from clerkapp.intake.taking import accepted_by
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.window.look.page_view import PageView, bold

_ONE_OR_ALL = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_LONGEST = 120  # characters of a wording in the list; the whole stands beside it


class WordFileDialog(Dialog):
    """Lists the differences. Accepted, it gives `accepted_ones` to be taken into the record.

    What was changed in Word alone is to be taken unless somebody leaves it; what was changed here
    too is left unless somebody takes it. Space changes that, and so do T and L; with Shift, of all.
    """

    def __init__(
        self,
        name: str,
        found: Comparison,
        meeting: Meeting,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Changes from Word")
        self.setFont(look.font(13))
        self._look = look
        self._differences = found.differences
        self._numbers = dict(
            zip((item.id for item in meeting.items), item_numbers(meeting), strict=True)
        )
        word_alone = accepted_by("word", found.differences)
        self._takes = [each in word_alone for each in found.differences]
        told = f"{name}: {found.unchanged} entries are as they were exported."
        keys = "T takes a change and L leaves it; Shift+T and Shift+L all of them."
        remarks = (f"{e[:1].upper()}{e[1:]}." for e in found.remarks)
        about = QLabel(" ".join([told, *remarks, keys]))
        about.setWordWrap(True)
        self.view = LinesView("Differences")
        self.view.mark_choice()
        self.view.show_look(look)
        self.view.installEventFilter(self)
        self.wordings = PageView("The three wordings")
        self.wordings.show_look(look, 14)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        without_icons(buttons)
        self.take = buttons.addButton("&Take it", QDialogButtonBox.ButtonRole.ActionRole)
        self.leave = buttons.addButton("&Leave it", QDialogButtonBox.ButtonRole.ActionRole)
        self.done_button = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self._on_leave)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        sides = QHBoxLayout()
        sides.addWidget(self.view, 2)
        sides.addWidget(self.wordings, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        layout.addWidget(about)
        layout.addLayout(sides, 1)
        layout.addWidget(buttons)
        fit(self, look, 980, 560)
        self.view.selectionModel().currentChanged.connect(self._on_chosen)
        self._show_lines()
        self.view.setCurrentIndex(self.view.lines.index(0))
        self.view.setFocus()

    @property
    def accepted_ones(self) -> tuple[Difference, ...]:
        """The differences of which Word's wording is to be taken."""
        pairs = zip(self._differences, self._takes, strict=True)
        return tuple(each for each, takes in pairs if takes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space, T and L say what becomes of the chosen difference."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = self.view.currentIndex().row()
            if event.key() == Qt.Key.Key_Space and 0 <= row < len(self._takes):
                self._choose(takes=not self._takes[row])
                return True
            if event.key() in (Qt.Key.Key_T, Qt.Key.Key_L) and event.modifiers() in _ONE_OR_ALL:
                choose = self._choose_all if event.modifiers() else self._choose
                choose(takes=event.key() == Qt.Key.Key_T)
                return True
        return super().eventFilter(watched, event)

    def _on_take(self) -> None:
        self._choose(takes=True)

    def _on_leave(self) -> None:
        self._choose(takes=False)

    def _choose(self, *, takes: bool) -> None:
        """Takes or leaves the chosen difference."""
        row = self.view.currentIndex().row()
        if not 0 <= row < len(self._takes) or not self._differences[row].can_take:
            return
        self._takes[row] = takes
        self._show_lines()
        self.view.setCurrentIndex(self.view.lines.index(row))

    def _choose_all(self, *, takes: bool) -> None:
        """Takes or leaves every difference that can be taken."""
        row = self.view.currentIndex().row()
        self._takes = [takes and each.can_take for each in self._differences]
        self._show_lines()
        self.view.setCurrentIndex(self.view.lines.index(row))

    def _show_lines(self) -> None:
        lines = map(self._line, self._differences, self._takes)
        self.view.lines.show_lines(tuple(lines))
        count = sum(self._takes)
        words = f"Take &in {count} {'change' if count == 1 else 'changes'}"
        self.done_button.setText(words)
        self.done_button.setEnabled(count > 0)

    def _line(self, one: Difference, takes: bool) -> Line:  # noqa: FBT001 — mapped over both
        words = " ".join((one.word or one.here or one.exported).split())
        number = self._numbers.get(one.item_id, "")
        what = f"{one.heading} · {_fate(one, takes=takes)}"
        return Line(
            words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…",
            below=f"Item {number} · {what}" if number else what,
            dot="good" if takes else "doubtful" if one.can_take else "faint",
            is_faint=not one.can_take,
        )

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.row()
        if not 0 <= row < len(self._differences):
            return
        one = self._differences[row]
        self.wordings.setHtml("".join(self._told(one)))
        self.take.setEnabled(one.can_take and not self._takes[row])
        self.leave.setEnabled(one.can_take and self._takes[row])

    def _told(self, one: Difference) -> Iterator[str]:
        yield f"<p>{bold(escape(one.heading[:1].upper() + one.heading[1:]))}</p>"
        if one.why_not:
            yield f"<p>This cannot be taken from Word: {escape(one.why_not)}.</p>"
        if one.what is What.MOVED:
            yield f"<p>{_lines(escape(one.word))}</p>"
            return
        for title, words in (
            ("Exported", escape(one.exported)),
            ("Word has now", self._against(one.exported, one.word)),
            ("The record has now", self._against(one.exported, one.here)),
        ):
            yield f"<p><i>{title}</i><br>{_lines(words) or '<i>nothing</i>'}</p>"

    def _against(self, exported: str, now: str) -> str:
        """`now` word by word: underlined what it has more than was exported, struck what less."""
        if not exported or not now:
            return escape(now)
        look, told = self._look, ""
        for piece in compared(exported, now):
            words = escape(piece.words)
            if piece.side == "new":
                words = f'<u style="color:{look.good}">{words}</u>'
            elif piece.side == "old":
                words = f'<s style="color:{look.bad}">{words}</s>'
            told += words
        return told


def _fate(one: Difference, *, takes: bool) -> str:
    if one.can_take:
        return "will be taken" if takes else "is left as it is here"
    return "stays" if one.side in (Side.HERE, Side.BOTH) else "cannot be taken"


def _lines(words: str) -> str:
    return words.replace("\n", "<br>")
