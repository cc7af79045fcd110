"""Asks which backup is to take the place of the archive that is open."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.snapshots import backup_folder
from clerkapp.window.look.look import Look
from clerkapp.window.look.told_dialog import ToldDialog
from clerkapp.window.way_in.backup_choice import BackupChoice


class RestoreDialog(ToldDialog):
    """Accepted, it gives the backup that was `chosen`. It changes nothing itself."""

    def __init__(
        self, archive: Path, keys: Keys, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent, width=780)
        self.setWindowTitle("Restore a backup")
        self.choice = BackupChoice(archive, keys, look)
        self.choice.setMinimumHeight(look.px(260))
        self.choice.changed.connect(self._on_choice)
        told = (
            "The whole archive becomes what it was then. What is in it now is moved aside, into "
            f"{backup_folder(archive)}, and stays there. Clerkapp closes meanwhile and opens again."
        )
        self.tell("Restore a backup", (told,), self.choice)
        self.add_button("&Cancel", self.reject)
        self.add_button("&Another file…", self.choice.look_elsewhere)
        self.yes = self.add_button("&Restore this backup", self.accept)
        self.yes.setDefault(True)
        self.fit()
        self.choice.setFocus()
        self._on_choice()

    @property
    def chosen(self) -> Path | None:
        """The backup; None while it has not been read through."""
        return self.choice.chosen

    def _on_choice(self) -> None:
        self.yes.setEnabled(self.chosen is not None)
