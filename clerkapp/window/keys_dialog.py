"""Every key, by what it does."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from clerkapp.window.commands import Command
from clerkapp.window.lines import Line, LinesView
from clerkapp.window.look import Look, without_icons

_TYPING = (
    ("Next entry, or split where the cursor is", "Enter"),
    ("New line within the entry", "Shift+Enter"),
    ("Join with the entry above", "Backspace at the start"),
    ("Join with the entry below", "Delete at the end"),
    ("Question, response, action point, note", "q r a n and Space, in an empty entry"),
    ("Lead-in, comment, motion, vote, interest", "k c m v d and Space, in an empty entry"),
    ("Resolution, recommendation", "= > and Space, in an empty entry"),
    ("Write a code out", "the code and Space, or a stop"),
    ("Stock sentences", ";;"),
    ("Take the wording offered, or go to the next blank", "Tab"),
)


class KeysDialog(QDialog):
    """A list to read; Esc closes it."""

    def __init__(
        self, commands: tuple[Command, ...], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setFont(look.font(13))
        self.view = LinesView("Keys")
        self.view.show_look(look)
        self.view.lines.show_lines(tuple(_lines(commands)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        layout.addWidget(self.view)
        layout.addWidget(buttons)
        self.resize(look.px(560), look.px(620))


def _lines(commands: tuple[Command, ...]) -> list[Line]:
    lines = [Line("Typing", is_heading=True)]
    lines += [Line(what, aside=keys) for what, keys in _TYPING]
    menu = ""
    for command in commands:
        if not command.keys:
            continue
        if command.menu != menu:
            menu = command.menu
            lines.append(Line(menu, is_heading=True))
        words = command.words.replace("&", "").rstrip("…")
        lines.append(Line(words, aside=command.keys.replace("; ", " or ")))
    return lines
