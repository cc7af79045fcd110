"""The ground of a row: what a press on it becomes is known only at the release."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class Pressed(QWidget):
    """A press may be the beginning of a carrying; a click is what ends where it began."""

    _is_down = False  # on this ground: what stands on it may let a release through that is its own

    def is_mouse_taken(self, event: QMouseEvent) -> bool:
        """Whether a press, move or release was for whole entries; overridden by who can tell."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Waits for what it becomes."""
        self._is_down = True
        self.is_mouse_taken(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on with what it has become."""
        self.is_mouse_taken(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Does what a click does, where it was one."""
        was_down, self._is_down = self._is_down, False
        if (
            was_down
            and not self.is_mouse_taken(event)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self.on_click(event)

    def on_click(self, event: QMouseEvent) -> None:
        """What a click does; overridden by who knows what stands here."""
