"""Asks for the code that is to stand for some words."""

from collections.abc import Collection

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.look import Look
from clerkapp.wording.shorthand import LONGEST, Shorthand, caution, fault_of


class CodeDialog(Dialog):
    """Two keys and Enter; `code` is what was typed. It says what the code stands for already."""

    def __init__(
        self,
        words: str,
        shorthand: Shorthand,
        used: Collection[str],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("A code for these words")
        self.setFont(look.font(13))
        self._shorthand = shorthand
        self._used = used
        shown = QLabel(f"“{words}”")
        shown.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(f"Code for “{words}”")
        self.field.setPlaceholderText("The letters that you will type for them")
        self.field.textEdited.connect(self._on_edited)
        self.said = QLabel(" ")
        self.said.setWordWrap(True)
        self.said.setFont(look.font(11.5))
        doubtful = look.palette()
        doubtful.setColor(doubtful.ColorRole.WindowText, look.color("doubtful"))
        self.said.setPalette(doubtful)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        for widget in (shown, self.field, self.said, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(look.px(420))

    @property
    def code(self) -> str:
        """The code as it was typed."""
        return self.field.text().strip()

    def _on_edited(self) -> None:
        self.said.setText(caution(self.code, self._shorthand, self._used) or " ")

    def _on_accepted(self) -> None:
        fault = fault_of(self.code)
        if fault:
            self.said.setText(fault)
            return
        self.accept()
