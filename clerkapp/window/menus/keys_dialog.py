"""Every key, by what it does: to be searched, and to be put on paper."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from clerkapp.errors import ClerkappError
from clerkapp.window.commands import Command
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.window.menus.key_map import KeyGroup, key_map, narrowed

_FILE = "clerkapp-keys.pdf"


class KeysDialog(Dialog):
    """A list to read, narrowed by what is typed; Esc closes it."""

    def __init__(
        self, commands: tuple[Command, ...], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setFont(look.font(13))
        self.groups = key_map(commands)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find a key by what it does, or by its name")
        self.words.setAccessibleName("Find a key")
        self.words.textChanged.connect(self._on_words)
        self.view = LinesView("Keys")
        self.view.take_arrows_of(self.words)
        self.view.show_look(look)
        self.view.mark_choice()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.print_it = buttons.addButton("&Print…", action)
        self.print_it.clicked.connect(self._on_print)
        self.save_it = buttons.addButton("&Save as PDF…", action)
        self.save_it.clicked.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        for widget in (self.words, self.view, self.said, buttons):
            layout.addWidget(widget)
        fit(self, look, 560, 620)
        self._on_words("")

    def _on_words(self, words: str) -> None:
        groups = narrowed(self.groups, words)
        lines = [line for group in groups for line in _lines(group)]
        self.view.lines.show_lines(
            tuple(lines) or (Line("No key has those words.", is_faint=True),)
        )
        self.view.scrollToTop()

    def _on_print(self) -> None:
        from clerkapp.window.menus.key_printing import print_keys  # noqa: PLC0415 — loads 3 libraries

        try:
            self._say(print_keys(self.groups, self))
        except ClerkappError as error:
            self._say(f"{str(error)[:1].upper()}{str(error)[1:]}.")

    def _on_save(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        usual = Path(QStandardPaths.writableLocation(documents)) / _FILE
        name, _ = QFileDialog.getSaveFileName(self, "Save the keys", str(usual), "PDF (*.pdf)")
        if name:
            self._save(Path(name) if Path(name).suffix else Path(f"{name}.pdf"))

    def _save(self, target: Path) -> None:
        from clerkapp.window.menus.key_page import save_key_page  # noqa: PLC0415 — seldom wanted
        from clerkapp.window.way_in.sheet_printing import usual_paper  # noqa: PLC0415

        try:
            save_key_page(self.groups, usual_paper(), target)
        except ClerkappError as error:
            self._say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
        else:
            self._say(f"Saved as {target}.")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))


def _lines(group: KeyGroup) -> tuple[Line, ...]:
    return (
        Line(group.name, is_heading=True),
        *(Line(line.what, aside=line.keys) for line in group.lines),
    )
