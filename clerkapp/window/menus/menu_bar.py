"""The menu bar, which opens for Alt alone and not for Alt with another key."""

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QMenuBar

_LATE = 2.0  # seconds within which Alt is let go after the key that it was held for


class MenuBar(QMenuBar):
    """A menu bar that gives the focus back which it was given by mistake.

    WORKAROUND: where a screen reader listens, Qt on Linux asks it about each key and hands the key
    on when it has answered, but does the shortcut at once. Alt then seems to be pressed and let go
    with nothing between, and after Alt+6 the bar would take what is typed next for its menus.
    """

    taken_by_mistake = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._used_at = float("-inf")

    def note_use(self, keys: str) -> None:
        """A command was done, which has those keys."""
        if "Alt+" in keys:
            self._used_at = time.monotonic()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Gives the focus back where Alt was not pressed alone."""
        super().focusInEvent(event)
        is_late = time.monotonic() - self._used_at < _LATE
        if event.reason() is Qt.FocusReason.MenuBarFocusReason and is_late:
            self._used_at = float("-inf")
            if QAccessible.isActive():
                QTimer.singleShot(0, self, self.taken_by_mistake.emit)
