"""The house styles, one's own first, each with the meeting in hand printed in it."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from clerkapp.meeting.meeting import Meeting
from clerkapp.window.beside.preview_page import preview_page
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.look import Look
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_styles
from clerkapp.wording.minutes import Audience

_PAUSE = 250  # ms without a change before the meeting is printed anew


class HouseStylesDialog(QDialog):
    """Accepted, `chosen` is the name of the style that the meeting is to have."""

    def __init__(  # noqa: PLR0913, PLR0917 — the window alone makes it
        self, meeting: Meeting, style: HouseStyle, look: Look, own: Path,
        may_change: bool, parent: QWidget | None = None,  # noqa: FBT001
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle("House styles")
        self.setFont(look.font(13))
        self._meeting, self._look = meeting, look
        self.chosen = ""
        yours = {path.stem for path in own.glob("*.toml")}
        self._styles = sorted(house_styles(own), key=lambda each: each.name not in yours)
        self.view = QListWidget()
        self.view.setAccessibleName("House styles")
        for each in self._styles:
            self.view.addItem(f"{each.title} (yours)" if each.name in yours else each.title)
        names = [each.name for each in self._styles]
        self.view.setCurrentRow(names.index(style.name) if style.name in names else 0)
        self.page = QTextBrowser()
        self.page.setAccessibleName("Preview of this meeting")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        use = buttons.addButton("&Use for this meeting", QDialogButtonBox.ButtonRole.AcceptRole)
        use.setEnabled(may_change)
        buttons.accepted.connect(self._on_use)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        beside = QHBoxLayout()
        beside.addWidget(self.view, 1)
        beside.addWidget(self.page, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(beside, 1)
        layout.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        use.setDefault(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._print)
        self.view.currentRowChanged.connect(self._on_row)
        fit(self, look, 1080, 600)
        self._print()
        self.view.setFocus()

    def _on_row(self) -> None:
        self._pause.start()

    def _print(self) -> None:
        style = self._styles[self.view.currentRow()]
        minutes = compose(self._meeting, style, Audience.CONFIDENTIAL)
        self.page.setHtml(preview_page(minutes, self._look))

    def _on_use(self) -> None:
        self.chosen = self._styles[self.view.currentRow()].name
        self.accept()
