"""A list of lines in which single keys do something to the line that is chosen."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from clerkapp.window.look.lines import Line, LinesView

Rows = tuple[tuple[Line, str], ...]
"""Lines, each with the id of what it is about; "" for one about nothing."""

_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class KeyedLines(LinesView):
    """Says which of its keys was pressed; the choice stays with what it is about."""

    pressed = Signal(str)  # as Qt writes it: "P", "Shift+F", "Return"
    menu_wanted = Signal(QPoint)  # where on the screen

    def __init__(self, name: str, keys: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.keys = frozenset(keys)
        self._ids: tuple[str, ...] = ()

    @property
    def chosen(self) -> str:
        """The id of what the chosen line is about; "" for none."""
        row = self.currentIndex().row()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def show_rows(self, rows: Rows) -> None:
        """Shows other lines, and chooses the one that is about the same as before."""
        had, self._ids = self.chosen, tuple(each for _, each in rows)
        self.lines.show_lines(tuple(line for line, _ in rows))
        self.choose(had)

    def choose(self, wanted: str) -> None:
        """Chooses the line about that, failing that the first one that is about anything."""
        first = next((each for each in self._ids if each), "")
        found = wanted if wanted and wanted in self._ids else first
        if found:
            self.setCurrentIndex(self.lines.index(self._ids.index(found)))

    def step(self, by: int) -> None:
        """Chooses the next line, or the one before, that is about something."""
        row = self.currentIndex().row() + by
        while 0 <= row < len(self._ids) and not self._ids[row]:
            row += by
        if 0 <= row < len(self._ids):
            self.setCurrentIndex(self.lines.index(row))

    def event(self, event: QEvent) -> bool:
        """Has its own keys come here rather than to a command of the window."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and key_name(event) in self.keys:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if is_tab and key_name(event) in self.keys:  # Qt would go on to the next place
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Says which key it was; a letter that means nothing here does nothing."""
        name = key_name(event)
        if name in self.keys:
            self.pressed.emit(name)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif not (event.text().isprintable() and event.text() and event.modifiers() in _PLAIN):
            super().keyPressEvent(event)
            if not self.chosen:  # Home or a page led to a heading: the next key is for a person
                self.step(1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for what can be done to the line: the one under the mouse, or the chosen one."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            where = event.globalPos()
            if index.isValid():
                self.setCurrentIndex(index)
        else:
            rect = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(rect.bottomLeft())
        self.menu_wanted.emit(where)


def key_name(event: QKeyEvent) -> str:
    """The key as Qt writes it, a digit of the number pad as any other."""
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(int(key) | held.value).toString(QKeySequence.SequenceFormat.PortableText)
