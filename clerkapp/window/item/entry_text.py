"""The words of one entry: a text widget whose keys belong to the page where they mean more."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from clerkapp.window.item.copied_words import WORDS, words_data
from clerkapp.window.item.offering_text import OfferingText
from clerkapp.window.look.look import Look
from clerkapp.wording.stock_sentences import BLANK

_LINE = 23  # pixels from line to line at a text size of 15
_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EntryText(OfferingText):
    """A text widget without frame, scroll bars or an undo of its own.

    Its words are never written to from outside while an input method is composing in it.
    """

    words_changed = Signal(str)
    ended = Signal(int)  # Enter: the cursor
    join_above_wanted = Signal()
    join_below_wanted = Signal()
    went_up = Signal()
    went_down = Signal()
    went_by_page = Signal(int)  # Page Up (-1) or Page Down (1)
    block_wanted = Signal(int)  # Shift and an arrow at the edge of the words: up (-1), down (1)
    pasted = Signal(QMimeData)
    cursor_moved = Signal()  # by a key, to where it may not be seen
    focused = Signal()
    left = Signal()
    offer_taken = Signal(str)  # Tab: the words that were offered
    question_put_away = Signal()  # Escape: nobody of those who were asked about is meant
    menu_wanted = Signal(QPoint)  # where on the screen
    refused = Signal()  # something was typed where nothing can be changed

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filling = False
        self._has_blanks = False
        self.block_keys: Callable[[QKeyEvent], bool] | None = None
        """Asked first of each key while several entries are selected; whether it was for them."""
        self.is_mouse_taken: Callable[[QMouseEvent], bool] | None = None
        """Asked first of what the mouse does here; whether that was for whole entries."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click takes it where it means the words
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_text_changed)

    def show_look(self, look: Look) -> None:
        """Sets font and line height for a look."""
        if self._look is not None and self._look.zoom == look.zoom:
            return
        self._look = look
        self.setFont(look.font(15))
        self.setCursorWidth(max(1, look.px(2)))
        self._set_line_height()

    def words(self) -> str:
        """The words as they stand here. `toPlainText` would break “£5 million” at a line's end."""
        return self.document().toRawText().replace("\u2029", "\n")

    def fill(self, text: str) -> None:
        """Shows `text`, unless it stands there already or an input method is composing."""
        if self._composing or text == self.words():
            return
        self._filling = True
        self.offer("")
        cursor, all_of_it = self.textCursor().position(), QTextCursor(self.document())
        all_of_it.select(QTextCursor.SelectionType.Document)
        all_of_it.insertText(text)  # keeps the height of the lines, which `setPlainText` does not
        self.set_cursor(min(cursor, len(text)))
        self._filling = False

    def set_cursor(self, position: int) -> None:
        """Puts the cursor before the character at `position`, counted in code points."""
        text = self.toPlainText()
        cursor = self.textCursor()
        # Qt counts UTF-16 units, Python code points
        units = len(text[:position].encode("utf-16-le")) // 2
        cursor.setPosition(min(units, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def fill_blanks(self, position: int) -> None:
        """Selects the first blank from there on, so that typing fills it; Tab goes to the next."""
        self.set_cursor(position)
        self._has_blanks = True
        self._goes_to_blank()

    def cursor_position(self) -> int:
        """Where the cursor is, counted in code points."""
        return self._code_points(self.textCursor().position())

    def position_at(self, point: QPoint) -> int:
        """The place in the words that is nearest to `point`, counted in code points."""
        return self._code_points(self.cursorForPosition(point).position())

    def _code_points(self, units: int) -> int:
        """What Qt counts as so many UTF-16 units, in code points."""
        return len(self.toPlainText().encode("utf-16-le")[: units * 2].decode("utf-16-le"))

    def selected_words(self) -> str:
        """The words that are selected, in one line; "" for none."""
        return " ".join(self.textCursor().selectedText().split())

    def text_height(self, width: int) -> int:
        """The height in pixels that the words need at that width."""
        document = self.document()
        if document.textWidth() != width:
            document.setTextWidth(width)
        return int(document.size().height() + 0.5)

    def _set_line_height(self) -> None:
        if self._look is None:
            return
        line = QTextBlockFormat()
        line.setLineHeight(self._look.px(_LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        was, self._filling = self._filling, True
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(line)
        self._filling = was

    # What is typed

    def _on_text_changed(self) -> None:
        if not self._filling and not self._composing:
            self.words_changed.emit(self.words())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notes whether a composition goes on; the words count once it has ended.

        An input method may end one and begin the next at once, as at each syllable of Korean: they
        are taken one after the other, so that what has ended is in the record.
        """
        if event.commitString() and event.preeditString():
            ended = QInputMethodEvent("", [])
            ended.setCommitString(
                event.commitString(), event.replacementStart(), event.replacementLength()
            )
            self.inputMethodEvent(ended)
            event = QInputMethodEvent(event.preeditString(), event.attributes())
        was, self._composing = self._composing, bool(event.preeditString())
        super().inputMethodEvent(event)
        if was and not self._composing and not event.commitString():
            self._on_text_changed()

    def end_composition(self) -> None:
        """Has the input method end what it composes: a command is to find the words whole.

        Else an undo would not be shown here, and what it took back would be written again. Whether
        what is half composed counts is for the method: a dead key without its letter does not.
        """
        if self._composing:
            QGuiApplication.inputMethod().commit()
        if self._composing:
            self.inputMethodEvent(QInputMethodEvent("", []))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Gives the page the keys that leave the entry."""
        if self.block_keys and self.block_keys(event):
            return
        if self.isReadOnly() and self._would_change(event):
            self.refused.emit()
            return
        plain = event.modifiers() in _NO_MODIFIERS
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (plain or shift):
            if plain:
                self.ended.emit(self.cursor_position())
            else:
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            return
        if (plain and self._leaves(key)) or (shift and self._begins_block(key)):
            return
        if key == Qt.Key.Key_Escape and self.can_put_away:
            self._put_away()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()  # Qt's own way would blink a cursor here after the focus has moved on
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self.cursor_moved.emit()

    def _begins_block(self, key: int) -> bool:
        """Emits that whole entries are to be selected, where there is no further line to select."""
        operation = _LINES.get(Qt.Key(key))
        if operation is None or _moves(self.textCursor(), operation):
            return False
        self.block_wanted.emit(1 if key == Qt.Key.Key_Down else -1)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Puts the cursor there, unless the click means whole entries."""
        if not (self.is_mouse_taken and self.is_mouse_taken(event)):
            if event.button() != Qt.MouseButton.RightButton:  # its menu may be that of a block
                self.setFocus(Qt.FocusReason.MouseFocusReason)
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Selects words, unless the mouse has gone on to other entries."""
        if not (self.is_mouse_taken and self.is_mouse_taken(event)):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends what a press began."""
        if not (self.is_mouse_taken and self.is_mouse_taken(event)):
            super().mouseReleaseEvent(event)

    def set_read_only(self) -> None:
        """Lets the words be walked through and copied, and not changed."""
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def _would_change(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        if event.key() in keys:
            return True
        is_command = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return not is_command and bool(event.text()) and event.text().isprintable()

    def _leaves(self, key: int) -> bool:
        """Emits what a key at the edge of the words means; whether it meant anything."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        if key == Qt.Key.Key_Backspace and cursor.atStart():
            self.join_above_wanted.emit()
        elif key == Qt.Key.Key_Delete and cursor.atEnd():
            self.join_below_wanted.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.went_by_page.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Up and not _moves(cursor, QTextCursor.MoveOperation.Up):
            self.went_up.emit()
        elif key == Qt.Key.Key_Down and not _moves(cursor, QTextCursor.MoveOperation.Down):
            self.went_down.emit()
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Lets the window have its own keys: a text widget would swallow Ctrl+Z and Ctrl+D."""
        if isinstance(event, QKeyEvent) and self._takes_tab(event):
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.can_put_away:
                event.accept()  # else the window's own Esc comes first
                return True
            modifiers = event.modifiers()
            if (
                modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
                and event.keyCombination().key() not in _EDITING_KEYS
            ):
                event.ignore()
                return False
        return super().event(event)

    def _put_away(self) -> None:
        """Takes away what is offered or asked; the words stay as they are."""
        was_question = self._is_question
        self.offer("")
        if was_question:
            self.question_put_away.emit()

    def _takes_tab(self, event: QKeyEvent) -> bool:
        """Whether the key is a Tab that means something here; else it goes on, as Tab does."""
        is_tab = event.key() == Qt.Key.Key_Tab and event.modifiers() in _NO_MODIFIERS
        if event.type() != QEvent.Type.KeyPress or not is_tab:
            return False
        if self.is_question:
            return True
        words = self.offered
        self.offer("")
        if words:
            self.offer_taken.emit(words)
        return bool(words) or self._goes_to_blank()

    def _goes_to_blank(self) -> bool:
        """Selects the next blank of a stock sentence; behind the last it goes to the end."""
        if not self._has_blanks:
            return False
        cursor = self.textCursor()
        at = self.document().find(BLANK, cursor.selectionEnd())
        if not at.isNull():
            self.setTextCursor(at)
            return True
        self._has_blanks = False
        if cursor.atEnd():
            return False
        self.moveCursor(QTextCursor.MoveOperation.End)
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes words of an entry as they are; anything else is for the page to understand."""
        if source.hasFormat(WORDS):
            self.insertPlainText(source.text())
        elif self.canInsertFromMimeData(source):
            self.pasted.emit(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies the words alone, and that their line breaks are within one entry."""
        return words_data(self.textCursor().selectedText().replace("\u2029", "\n"))

    def insert_words(self, words: str) -> None:
        """Puts `words` in the place of what is selected, as if they were typed."""
        self.insertPlainText(words)

    def selection(self) -> tuple[int, int]:
        """Where the selection begins and ends, counted in code points."""
        cursor = self.textCursor()
        return self._code_points(cursor.selectionStart()), self._code_points(cursor.selectionEnd())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether there are words to paste: some programs copy them as a page alone."""
        return source.hasText() or source.hasHtml()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for what can be done here, below the cursor where a key asked."""
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_wanted.emit(where)

    # Focus and wheel

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Says that the cursor is here."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Says that the cursor is elsewhere; a composition that went on until now is over."""
        super().focusOutEvent(event)
        self.offer("")
        self._has_blanks = False
        if self._composing:
            self._composing = False
            self._on_text_changed()
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves scrolling to the page."""
        event.ignore()


_EDITING_KEYS = {
    Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert,
}  # fmt: skip
"""What Ctrl does within the words; with any other key it is the window's."""


_LINES = {
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
}


def _moves(cursor: QTextCursor, operation: QTextCursor.MoveOperation) -> bool:
    return QTextCursor(cursor).movePosition(operation)
