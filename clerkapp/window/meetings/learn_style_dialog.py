"""The house style that a Word file shows: each proposal with its lines, and the meeting in it."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from clerkapp.archive.own_styles import keep_style
from clerkapp.errors import ClerkappError
from clerkapp.intake.learning import Proposal, with_proposals
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.beside.preview_page import preview_page
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.look import Look
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_styles, style_of
from clerkapp.wording.minutes import Audience
from clerkapp.wording.own_styles import free_name, title_fault
from clerkapp.wording.style_keys import key_name
from clerkapp.wording.style_tables import Data
from clerkapp.wording.style_writing import style_data, style_text

_PAUSE = 250  # ms without a change before the meeting is printed anew
_HINT = "Space takes or leaves a proposal. All else is as in the style that it is like."


class LearnStyleDialog(Dialog):
    """Accepted, it has written the style beside the archive; `saved` is then its name."""

    def __init__(  # noqa: PLR0913, PLR0917 — the window alone makes it
        self, file: str, found: tuple[Proposal, ...], meeting: Meeting, style: HouseStyle,
        look: Look, own: Path, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(f"House style of {file}")
        self.setFont(look.font(13))
        self._found, self._meeting, self._look, self._own = found, meeting, look, own
        self._styles = house_styles(own)
        self.saved = ""
        self.title = QLineEdit(meeting.heading.council or "Our style")
        self.like = QComboBox()
        for each in self._styles:
            self.like.addItem(each.title, each.name)
        self.like.setCurrentIndex(max(0, self.like.findData(style.name)))
        self.view = QListWidget()
        self.view.setWordWrap(True)
        self.view.setAlternatingRowColors(True)
        for proposal in found:
            item = QListWidgetItem(_words_of(proposal), self.view)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.view.setCurrentRow(0)
        self.page = QTextBrowser()
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        bad = look.palette()
        bad.setColor(bad.ColorRole.WindowText, look.color("bad"))
        self.trouble.setPalette(bad)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._print)
        self.view.itemChanged.connect(self._on_change)
        self.like.currentIndexChanged.connect(self._on_change)
        self._lay_out(look)
        self._print()
        self.view.setFocus()

    def _lay_out(self, look: Look) -> None:
        form = QFormLayout()
        for label, field in (("&Name", self.title), ("&Like", self.like)):
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(label, field)
        self.view.setAccessibleName("Proposals")
        self.page.setAccessibleName("Preview of this meeting")
        hint = QLabel(_HINT)
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton("&Save and use", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.view, 1)
        left.addWidget(hint)
        beside = QHBoxLayout()
        beside.addLayout(left, 1)
        beside.addWidget(self.page, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        layout.addLayout(beside, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(buttons)
        fit(self, look, 1080, 600)

    def data(self) -> Data:
        """The tables of the style as it is now chosen."""
        taken = tuple(
            proposal
            for row, proposal in enumerate(self._found)
            if self.view.item(row).checkState() == Qt.CheckState.Checked
        )
        data = with_proposals(style_data(self._like()), taken)
        title = self.title.text().strip()
        return {**data, "title": title, "summary": f"Learned from the minutes: {title}"}

    def _like(self) -> HouseStyle:
        return self._styles[self.like.currentIndex()]

    def _on_change(self) -> None:
        self._pause.start()

    def _print(self) -> None:
        style = style_of("preview", self.data())
        minutes = compose(self._meeting, style, Audience.CONFIDENTIAL)
        self.page.setHtml(preview_page(minutes, self._look))

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


def _words_of(proposal: Proposal) -> str:
    title = key_name(proposal.key)
    lines = "1 line says so" if proposal.said == 1 else f"{proposal.said} lines say so"
    others = f", {proposal.otherwise} otherwise" if proposal.otherwise else ""
    evidence = proposal.evidence[0]
    shown = evidence if len(evidence) <= 90 else f"{evidence[:89]}…"
    return f"{title}: {proposal.value or 'nothing'}\n“{shown}” ({lines}{others})"
