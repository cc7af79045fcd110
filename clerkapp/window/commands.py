"""Everything that can be done from the menus, by name and key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from clerkapp.window.fact_field import FactField


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: its words in the menu, its keys, and what does it."""

    menu: str
    words: str
    keys: str  # "" for none, several separated by "; "
    run: Callable[[], object]
    group: int = 0  # a line in the menu stands between groups
    is_shown: bool = True  # in the menu; a key alone otherwise
    changes: bool = False  # something in the archive, which may be open read-only


class CommandAction(QAction):
    """A command in a menu."""

    def __init__(self, command: Command, parent: QWidget) -> None:
        super().__init__(command.words, parent)
        self.command = command
        if command.keys:
            self.setShortcuts([QKeySequence(keys) for keys in command.keys.split("; ")])
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        """Takes in the field that is typed in first: the command may take its entry away."""
        field = QApplication.focusWidget()
        if isinstance(field, FactField):
            field.give()
        self.command.run()


def fill_menu(menu: QMenu, commands: tuple[Command, ...], window: QWidget) -> None:
    """Puts the commands of that menu into it, and their keys onto the window."""
    group: int | None = None
    for command in commands:
        if f"&{command.menu}" != menu.title():
            continue
        action = CommandAction(command, window)
        window.addAction(action)
        if not command.is_shown:
            continue
        if group is not None and command.group != group:
            menu.addSeparator()
        group = command.group
        menu.addAction(action)
