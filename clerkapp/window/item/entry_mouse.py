"""What the mouse does to whole entries: it selects several, and drags them to another place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from clerkapp.editing.history import Place
from clerkapp.window.item.entry_blocks import EntryBlocks
from clerkapp.window.item.entry_commands import EntryCommands
from clerkapp.window.item.entry_row import EntryRow

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow

_LEFT = Qt.MouseButton.LeftButton


class EntryMouse(QObject):
    """Asked first of each press, move and release over a row.

    A click with Shift selects as far as there, one with Ctrl picks or lets go of an entry. Drawn
    from the words over other entries the mouse selects these; drawn from the margin, or from a
    block, it carries the entry or the block to another place or to an item of the agenda.
    """

    def __init__(
        self, window: "MeetingWindow", blocks: EntryBlocks, entries: EntryCommands
    ) -> None:
        super().__init__(window)
        self._window = window
        self._blocks = blocks
        self._entries = entries
        self._pressed = QPoint()  # on the screen
        self._from = ""  # the entry that a press may carry away; "" for none
        self._selects = ""  # the entry from whose words others may be selected; "" for none
        self._reached = ""  # the entry as far as which they are selected
        self._carries = False
        self._gave_up = False  # while the button is still held
        window.page.mouse = self.hear

    def hear(self, row: EntryRow, event: QMouseEvent) -> bool:
        """Whether what the mouse did was for whole entries."""
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return event.button() == _LEFT and self._press(row, event)
            case QEvent.Type.MouseMove:
                return bool(event.buttons() & _LEFT) and self._move(row, event)
            case QEvent.Type.MouseButtonRelease:
                return event.button() == _LEFT and self._release(row, event)
            case _:
                return False

    def _press(self, row: EntryRow, event: QMouseEvent) -> bool:
        self._from = self._selects = self._reached = ""
        self._gave_up = False
        modifiers, blocks = event.modifiers(), self._blocks
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            blocks.reach(row.entry.id)
            return True
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            blocks.pick(row.entry.id)
            return True
        self._pressed = event.globalPosition().toPoint()
        if self._is_in_words(row, event) and not (row.is_selected and blocks.count > 1):
            self._selects = row.entry.id
            blocks.end()
            return False
        self._from = row.entry.id
        return True

    def _move(self, row: EntryRow, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if self._from and not self._carries:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            self._carries = far and self._begin()
        if self._carries:
            self._show_target(at)
        return bool(self._from) or self._select(row, at)

    def _select(self, row: EntryRow, at: QPoint) -> bool:
        """Selects entries once the mouse has left the words that it was pressed in."""
        page, blocks = self._window.page, self._blocks
        if not self._selects:
            return False
        entry_id = page.entry_at(at)
        if entry_id and entry_id != (self._reached or self._selects):
            self._reached = entry_id
            row.text.set_cursor(row.text.cursor_position())  # no words are selected beside entries
            blocks.reach(entry_id)
        return bool(self._reached)

    def _release(self, row: EntryRow, event: QMouseEvent) -> bool:
        taken, carried = self._from, self._carries
        at = event.globalPosition().toPoint()
        self._selects = ""
        self._end()
        if carried:
            self._drop(taken, at)
        if carried or self._gave_up:
            return True
        if taken and self._is_in_words(row, event):  # a mere click into a block: to the words
            text = row.text
            self._blocks.end()
            cursor = text.position_at(text.viewport().mapFromGlobal(at))
            self._window.go(Place(self._window.page.item_id, taken, cursor))
            return True
        return False

    def _is_in_words(self, row: EntryRow, event: QMouseEvent) -> bool:
        inside = row.text.mapFromGlobal(event.globalPosition().toPoint())
        return row.text.isVisible() and row.text.rect().contains(inside)

    # Carrying

    def _begin(self) -> bool:
        if self._window.why_read_only:
            self._window.refuse()
            self._from, self._gave_up = "", True  # said once, not at each move
            return False
        taken = self._blocks.taken(self._from)
        if taken is None:
            return False
        QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        QApplication.instance().installEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess]
        self._window.say("Esc gives up")  # few words: the line must not grow, and move the page
        return True

    def _show_target(self, at: QPoint) -> None:
        window = self._window
        window.agenda.show_target(window.agenda.item_at(at))
        window.page.show_gap(at if window.page.contains(at) else None)

    def _end(self) -> None:
        if self._carries:
            QApplication.restoreOverrideCursor()
            QApplication.instance().removeEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess]
            self._window.agenda.show_target("")
            self._window.page.show_gap(None)
            self._window.say("")
        self._from, self._carries = "", False

    def _drop(self, entry_id: str, at: QPoint) -> None:
        window = self._window
        taken, item_id = self._blocks.taken(entry_id), window.agenda.item_at(at)
        if taken is None:
            return
        if item_id:
            self._entries.send_to(item_id, taken)
        elif window.page.contains(at):
            place = window.page.place
            if taken.put_before(window.page.entry_below(at)):
                window.page.go(place)
                window.say(f"{taken.count_words.capitalize()} moved")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaves everything where it is at Esc; no other key does anything meanwhile."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._end()
            self._gave_up = True
        event.accept()
        return True
