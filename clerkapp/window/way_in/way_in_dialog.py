"""The one dialog before the window: shows a screen, and tells which way on is taken."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from clerkapp.window.look.look import Look
from clerkapp.window.look.told_dialog import ToldDialog
from clerkapp.window.way_in.way_in_words import Screen, Way


class WayInDialog(ToldDialog):
    """Knows nothing of keys: it shows what it is given. Esc and “Close” reject it."""

    taken = Signal(Way)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        # its end is not the end of the application, of which the window is still to come
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle("Clerkapp")
        self.body: QWidget | None = None
        self.buttons: dict[Way, QPushButton] = {}

    def show_screen(self, screen: Screen, body: QWidget | None = None) -> None:
        """Shows another screen; `body` is what it asks with, and has the focus."""
        self.body = body
        self.tell(screen.title, screen.words, body)
        self.buttons = {Way.CLOSE: self.add_button(Way.CLOSE.value, self.reject)}
        for way in (*screen.others[::-1], *filter(None, (screen.onward,))):
            self.buttons[way] = self.add_button(way.value, partial(self.taken.emit, way))
        if screen.onward:
            self.buttons[screen.onward].setDefault(True)
        self.fit()
        first = body or self.buttons[screen.onward or (*screen.others, Way.CLOSE)[0]]
        first.setFocus()

    def enable(self, way: Way, *, is_on: bool) -> None:
        """Whether that way can be taken now."""
        if way in self.buttons:
            self.buttons[way].setEnabled(is_on)
