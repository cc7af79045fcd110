"""The house style that a Word file shows: each proposal with its lines, and the meeting in it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from clerkapp.archive.own_styles import keep_style
from clerkapp.errors import ClerkappError
from clerkapp.intake.learning import Proposal, with_proposals
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.choice import Choice
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.window.meetings.style_preview import StylePreview
from clerkapp.wording.house_style import HouseStyle, house_styles, style_of
from clerkapp.wording.own_styles import free_name, title_fault
from clerkapp.wording.style_keys import key_name
from clerkapp.wording.style_tables import Data
from clerkapp.wording.style_writing import style_data, style_text

_HINT = "Space takes or leaves a proposal. All else is as in the style that it is like."
_LONGEST = 120  # characters of a line of evidence in the list


class LearnStyleDialog(Dialog):
    """Accepted, it has written the style beside the archive; `saved` is then its name."""

    def __init__(  # noqa: PLR0913, PLR0917 — the window alone makes it
        self, file: str, found: tuple[Proposal, ...], meeting: Meeting, style: HouseStyle,
        look: Look, own: Path, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(f"House style of {file}")
        self.setFont(look.font(13))
        self._found, self._own = found, own
        self._takes = [True] * len(found)
        self._styles = house_styles(own)
        self.saved = ""
        self.title = QLineEdit(meeting.heading.council or "Our style")
        self.like = Choice()
        for each in self._styles:
            self.like.addItem(each.title, each.name)
        self.like.setCurrentIndex(max(0, self.like.findData(style.name)))
        self.view = LinesView("Proposals")
        self.view.mark_choice()
        self.view.show_look(look)
        self.view.installEventFilter(self)
        self.preview = StylePreview(meeting, look, follows=True)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        bad = look.palette()
        bad.setColor(bad.ColorRole.WindowText, look.color("bad"))
        self.trouble.setPalette(bad)
        self._lay_out(look)
        self._show_lines()
        self.preview.show_now(self._style())
        self.view.selectionModel().currentChanged.connect(self._on_chosen)
        self.view.doubleClicked.connect(self._on_other)
        self.like.currentIndexChanged.connect(self._on_like)
        self.view.setCurrentIndex(self.view.lines.index(0))
        self.view.setFocus()

    def _lay_out(self, look: Look) -> None:
        form = QFormLayout()
        for label, field in (("&Name", self.title), ("Li&ke", self.like)):
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(label, field)
        hint = QLabel(_HINT)
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.other = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.other.clicked.connect(self._on_other)
        buttons.addButton("&Save and use", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        left = QVBoxLayout()
        left.setSpacing(look.px(8))
        left.addLayout(form)
        left.addWidget(self.view, 1)
        left.addWidget(hint)
        beside = QHBoxLayout()
        beside.setSpacing(look.px(16))
        beside.addLayout(left, 2)
        beside.addWidget(self.preview, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        layout.setSpacing(look.px(12))
        layout.addLayout(beside, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(buttons)
        fit(self, look, 1120, 660)

    def data(self) -> Data:
        """The tables of the style as it is now chosen."""
        pairs = zip(self._found, self._takes, strict=True)
        data = with_proposals(style_data(self._like()), tuple(one for one, takes in pairs if takes))
        title = self.title.text().strip()
        return {**data, "title": title, "summary": f"Learned from the minutes: {title}"}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space takes the chosen proposal, or leaves it."""
        is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if is_space and event.type() == QEvent.Type.KeyPress:
            self._on_other()
            return True
        return super().eventFilter(watched, event)

    def _like(self) -> HouseStyle:
        return self._styles[self.like.currentIndex()]

    def _style(self) -> HouseStyle:
        return style_of("preview", self.data())

    def _show_lines(self) -> None:
        self.view.lines.show_lines(tuple(map(_line_of, self._found, self._takes)))

    def _on_chosen(self, index: QModelIndex) -> None:
        takes = 0 <= index.row() < len(self._takes) and self._takes[index.row()]
        self.other.setText("&Leave it" if takes else "&Take it")
        self.preview.forget_change()

    def _on_other(self) -> None:
        """Takes the chosen proposal if it was left, and leaves it if it was taken."""
        index = self.view.currentIndex()
        if 0 <= index.row() < len(self._takes):
            takes = self._takes[index.row()] = not self._takes[index.row()]
            self.view.lines.change_line(index.row(), _line_of(self._found[index.row()], takes))
            self._on_chosen(index)
            self.preview.show_style(self._style())

    def _on_like(self) -> None:
        self.preview.show_style(self._style())

    def _on_save(self) -> None:
        try:
            title = self.title.text()
            if wrong := title_fault(title, self._own):
                self._tell(wrong)
                return
            name = free_name(title, self._own)
            keep_style(self._own, name, style_text(self.data(), self._like()))
        except ClerkappError as error:
            self._tell(str(error))
            return
        self.saved = name
        self.accept()

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.title.setFocus()
        self.title.selectAll()


def _line_of(proposal: Proposal, takes: bool) -> Line:  # noqa: FBT001 — mapped over both
    lines = "1 line says so" if proposal.said == 1 else f"{proposal.said} lines say so"
    others = f", {proposal.otherwise} otherwise" if proposal.otherwise else ""
    evidence = proposal.evidence[0]
    shown = evidence if len(evidence) <= _LONGEST else f"{evidence[:_LONGEST].rstrip()}…"
    return Line(
        f"{key_name(proposal.key)}: {proposal.value or 'nothing'}",
        below=f"“{shown}” ({lines}{others})",
        aside="" if takes else "left",
        dot="good",
        is_faint=not takes,
    )
