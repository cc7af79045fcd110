"""Cells that are taken in as Enter is pressed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PromptDelegate(QStyledItemDelegate):
    """Closes the editor of a cell at Enter itself.

    Qt puts it off, and what is typed behind Enter meanwhile still goes into the cell: where a
    machine is busy that was a word, or a command that found the cell as it was before.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether it was Enter."""
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
        )
        if not (is_enter and isinstance(watched, QWidget)):
            return super().eventFilter(watched, event)
        self.commitData.emit(watched)
        self.closeEditor.emit(watched)
        return True
