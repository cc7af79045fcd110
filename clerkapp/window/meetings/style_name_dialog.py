"""Asks for the name of a house style, and says at once why it cannot have one."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.look import Look
from clerkapp.window.look.outlines import outline


class StyleNameDialog(Dialog):
    """Accepted, `title` has the name; `wrong` says why a name cannot be taken."""

    def __init__(
        self, heading: str, title: str, wrong: Callable[[str], str], look: Look,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setFont(look.font(13))
        self._wrong = wrong
        label = QLabel("&Name, as it is to stand in the list")
        self._field = QLineEdit(title)
        self._field.setAccessibleName("Name")
        self._field.selectAll()
        label.setBuddy(self._field)
        outline(self._field, look)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        bad = look.palette()
        bad.setColor(bad.ColorRole.WindowText, look.color("bad"))
        self.trouble.setPalette(bad)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        without_icons(buttons)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._field.textChanged.connect(self.trouble.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        layout.setSpacing(look.px(8))
        for widget in (label, self._field, self.trouble):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(buttons)
        fit(self, look, 460, 160)

    @property
    def title(self) -> str:
        """The name that is typed."""
        return self._field.text().strip()

    def _on_accepted(self) -> None:
        if words := self._wrong(self.title):
            self.trouble.setText(words)
            self._field.setFocus()
            return
        self.accept()
