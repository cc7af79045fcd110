"""Menus that show all that they hold, on a small screen with large letters and on any ground."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu, QWidget

_STYLE = """
QMenu {{ menu-scrollable: 1 }}
QMenu::separator {{ height: 1px; margin: 2px 8px; background: {line} }}
"""


class Menu(QMenu):
    """A menu, its submenus too, that scrolls where it is longer than the screen.

    Qt would lay it out in columns, of which a small screen shows one and a part of the next. And
    the line between two groups would be a darker shade of the ground, which is nothing on black.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Has the lines follow the look: a style sheet keeps the first colour of a palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        style = _STYLE.format(line=self.palette().mid().color().name())
        if style != self.styleSheet():  # which changes the palette in its turn
            self.setStyleSheet(style)
