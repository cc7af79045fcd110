"""Everything that can be done from the menus, by name and key."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from clerkapp.window.item.entry_text import EntryText
from clerkapp.window.item.fact_field import FactField

_KEYS_TOLD = (("Up", "↑"), ("Down", "↓"), ("PgUp", "Page Up"), ("PgDown", "Page Down"),
              ("Del", "Delete"))  # fmt: skip


class Command(Struct, frozen=True):
    """One thing to do: its words in the menu, its keys, and what does it."""

    menu: str
    words: str
    keys: str  # "" for none, several separated by "; "
    run: Callable[[], object]
    group: int = 0  # a line in the menu stands between groups
    is_shown: bool = True  # in the menu; a key alone otherwise
    changes: bool = False  # something in the archive, which may be open read-only
    submenu: str = ""  # of its menu, in which it stands; "" for the menu itself
    why_not: Callable[[], str] | None = None  # why it would do nothing now; "" where it would

    @property
    def name(self) -> str:
        """Its words without the marks that a menu puts into them."""
        return self.words.replace("&", "").rstrip("…")

    @property
    def full_name(self) -> str:
        """Its menu and its name, which no other command has."""
        return f"{self.menu}: {self.name}"

    @property
    def keys_shown(self) -> str:
        """Its keys as they are told to a person: "Ctrl+Shift+Z or Ctrl+Y"."""
        shown = self.keys.replace("; ", " or ").replace("-", "−")
        for written, told in _KEYS_TOLD:
            shown = re.sub(rf"\b{written}\b", told, shown)
        return shown


class CommandAction(QAction):
    """A command in a menu. It says that it is done, and by which keys it could have been."""

    done = Signal(str)

    def __init__(self, command: Command, parent: QWidget) -> None:
        super().__init__(command.words, parent)
        self.command = command
        if command.keys:
            self.setShortcuts([QKeySequence(keys) for keys in command.keys.split("; ")])
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        """Takes in what is being typed first: the command may take its entry away, or undo it."""
        field = QApplication.focusWidget()
        if isinstance(field, EntryText):
            field.end_composition()
        elif isinstance(field, QLineEdit):  # a fact, or the title of an item
            QGuiApplication.inputMethod().commit()  # else it would come when the field is left
        if isinstance(field, FactField):
            field.give()
        self.done.emit(self.command.keys)
        self.command.run()


def fill_menu(menu: QMenu, commands: tuple[Command, ...], window: QWidget) -> None:
    """Puts the commands of that menu into it, and their keys onto the window."""
    actions = [CommandAction(c, window) for c in commands if f"&{c.menu}" == menu.title()]
    for action in actions:
        window.addAction(action)
    put_into(menu, actions)


def put_into(menu: QMenu, actions: Iterable[CommandAction]) -> None:
    """Puts commands into a menu and its submenus, with lines between their groups."""
    group: int | None = None
    submenus: dict[str, QMenu] = {}
    for action in actions:
        command = action.command
        if not command.is_shown:
            continue
        if command.submenu in submenus:
            submenus[command.submenu].addAction(action)
            continue
        if group is not None and command.group != group:
            menu.addSeparator()
        group = command.group
        if command.submenu:
            submenus[command.submenu] = menu.addMenu(command.submenu)
            submenus[command.submenu].addAction(action)
        else:
            menu.addAction(action)
