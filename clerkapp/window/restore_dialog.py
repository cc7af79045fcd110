"""Asks which backup is to take the place of the archive that is open."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.snapshots import backup_folder
from clerkapp.window.backup_choice import BackupChoice
from clerkapp.window.look import Look, without_icons


class RestoreDialog(QDialog):
    """Accepted, it gives the backup that was `chosen`. It changes nothing itself."""

    def __init__(
        self, archive: Path, keys: Keys, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Restore a backup")
        self.setFont(look.font(13))
        told = QLabel(
            "The whole archive becomes what it was then. What is in it now is moved aside, into "
            f"{backup_folder(archive)}, and stays there. Clerkapp closes meanwhile and opens again."
        )
        told.setWordWrap(True)
        self.choice = BackupChoice(archive, keys, look)
        self.choice.changed.connect(self._on_choice)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = buttons.addButton("&Restore this backup", QDialogButtonBox.ButtonRole.AcceptRole)
        elsewhere = buttons.addButton("&Another file…", QDialogButtonBox.ButtonRole.ActionRole)
        elsewhere.clicked.connect(self.choice.look_elsewhere)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(20),) * 4)
        layout.setSpacing(look.px(10))
        layout.addWidget(told)
        layout.addWidget(self.choice, 1)
        layout.addWidget(buttons)
        self.yes.setDefault(True)  # only now: a dialog knows the buttons that are in it
        self.resize(look.px(780), look.px(480))
        self.choice.setFocus()
        self._on_choice()

    @property
    def chosen(self) -> Path | None:
        """The backup; None while it has not been read through."""
        return self.choice.chosen

    def _on_choice(self) -> None:
        self.yes.setEnabled(self.chosen is not None)
