"""Asks for the folder on a second drive that each save goes to as well."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from clerkapp.archive.read_only import OpenArchive
from clerkapp.archive.second_folder import doubts_about, second_folder
from clerkapp.errors import ClerkappError
from clerkapp.window.boxes import tell, telling

_TITLE = "Second drive"


def ask_second_drive(archive: OpenArchive, parent: QWidget) -> str:
    """Asks, and does it; what is then to be said, or "" where nothing has changed."""
    chosen = second_folder(archive.path)
    answer = _ask_about(chosen.path, parent) if chosen else "another"
    if answer == "none":
        archive.keep_second_copy(None)
        return "Saves go to this computer alone."
    if answer != "another":
        return ""
    start = str(chosen.path) if chosen else ""
    name = QFileDialog.getExistingDirectory(parent, "A folder on a second drive", start)
    if not name:
        return ""
    try:
        archive.keep_second_copy(Path(name))
    except ClerkappError as error:
        tell(parent, _TITLE, f"{error}.")
        return ""
    doubts = "; ".join(doubts_about(archive.path, Path(name)))
    return f"Each save also goes to {name}, encrypted{f'; but {doubts}' if doubts else ''}."


def _ask_about(folder: Path, parent: QWidget) -> str:
    """Asks what becomes of that folder: `another`, `none`, or nothing where it stays."""
    box = telling(parent, _TITLE, f"Each save also goes to {folder}, encrypted.")
    another = box.addButton("&Another folder…", QMessageBox.ButtonRole.ActionRole)
    none = box.addButton("&No second drive", QMessageBox.ButtonRole.DestructiveRole)
    box.exec()
    if box.clickedButton() is another:
        return "another"
    return "none" if box.clickedButton() is none else ""
