"""Menus that show all that they hold, also on a small screen with large letters."""

from PySide6.QtWidgets import QMenu, QWidget


class Menu(QMenu):
    """A menu, its submenus too, that scrolls where it is longer than the screen.

    Qt would lay it out in columns, of which a small screen shows one and a part of the next.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setStyleSheet("QMenu { menu-scrollable: 1 }")
