"""The backups to choose one from, the newest first, and beside it what it would change."""

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.restoring import Preview, preview
from clerkapp.archive.snapshots import backup_folder, snapshots
from clerkapp.errors import ClerkappError
from clerkapp.window.answer import Answer
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.window.meetings.restore_words import backup_line, elsewhere_line, preview_lines
from clerkapp.window.way_in.asking import asked


class BackupChoice(QWidget):
    """Reads a backup through on another thread as soon as it is chosen; `chosen` once that is done.

    A backup that is damaged says so and is never `chosen`.
    """

    changed = Signal()

    def __init__(
        self, archive: Path, keys: Keys, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._keys = keys
        self.chosen: Path | None = None
        self._answer = Answer(self)
        self.view = LinesView("Backups, the newest first")
        self.view.mark_choice()
        self.preview = LinesView("What this backup would change")
        for view in (self.view, self.preview):
            view.show_look(look)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(12))
        layout.addWidget(self.view, 5)
        layout.addWidget(self.preview, 6)
        self.setMinimumHeight(look.px(190))
        self.setFocusProxy(self.view)
        there = snapshots(archive, backup_folder(archive))
        newest_first = list(there.items())[::-1]
        self._paths = [path for _, path in newest_first]
        self.view.lines.show_lines(tuple(backup_line(*each) for each in newest_first))
        self.view.selectionModel().currentChanged.connect(self._on_chosen)
        if self._paths:
            self.view.setCurrentIndex(self.view.lines.index(0))
        else:
            self.preview.lines.show_lines((Line("No backup is chosen", is_faint=True),))

    def look_elsewhere(self) -> None:
        """Asks for the file of a backup that is kept in another place."""
        name, _ = QFileDialog.getOpenFileName(self, "A backup", "", "Backups (*.db)")
        if name:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Puts that file at the head of the list, and chooses it."""
        self._paths.insert(0, path)
        self.view.lines.show_lines((elsewhere_line(path), *self.view.lines.lines))
        self.view.setCurrentIndex(self.view.lines.index(0))
        self.view.setFocus()

    def _on_chosen(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._paths):
            return
        self.chosen = None
        backup = self._paths[index.row()]
        self.preview.lines.show_lines((Line("Reading the backup…", is_faint=True),))
        answer = asked(partial(preview, self._archive, backup, self._keys))
        self._answer.wait_for(answer, partial(self._on_read, backup))
        self.changed.emit()

    def _on_read(self, backup: Path, answer: "Future[Preview]") -> None:
        try:
            seen = answer.result()
        except ClerkappError as error:
            words = str(error)
            self.preview.lines.show_lines((
                Line("It cannot be restored", is_heading=True),
                Line(f"{words[:1].upper()}{words[1:]}."),
            ))  # fmt: skip
        else:
            self.preview.lines.show_lines(preview_lines(seen))
            self.chosen = backup
        self.changed.emit()
