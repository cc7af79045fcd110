"""One entry on the page: its kind in the margin, its words, its facts, its time."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QMimeData, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from clerkapp.editing.action_points import ActionReader
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.window.item.action_fields import ActionFields
from clerkapp.window.item.action_hint import ActionHint
from clerkapp.window.item.entry_text import EntryText
from clerkapp.window.item.kind_names import kind_name
from clerkapp.window.item.pressed import Pressed
from clerkapp.window.item.row_picture import (
    KIND_RIGHT,
    LINE,
    PAD,
    RIGHT,
    TEXT_LEFT,
    TIME_WIDTH,
    RowPicture,
    beside,
    draw_row,
    kind_rect,
    time_rect,
)
from clerkapp.window.item.row_voice import RowVoice
from clerkapp.window.item.time_field import TimeField
from clerkapp.window.look.look import Look

_TEXT_WIDTH = 604  # about 66 characters, the longest line that is easy to read
_INDENT = 22  # of what belongs to a question
_HINT_TOP, _HINT_HEIGHT = 27, 14  # of the mark of a promise; higher in a row of one line
_PROMISES = "Promises an action; Ctrl+Shift+A makes it an action point, Ctrl+Shift+I ignores it"
_INDENTED = frozenset({EntryKind.RESPONSE, EntryKind.ACTION_POINT})


class EntryRow(Pressed):
    """A row shows one entry and says what is done to it. The page owns it, places it, reuses it."""

    words_changed = Signal(str, str)
    ended = Signal(str, int)
    join_above_wanted = Signal(str)
    join_below_wanted = Signal(str)
    went_up = Signal(str)
    went_down = Signal(str)
    went_by_page = Signal(str, int)
    pasted = Signal(str, QMimeData)
    cursor_moved = Signal(str)
    focused = Signal(str)
    left = Signal(str)
    kind_clicked = Signal(str, QPoint)
    kind_changed = Signal(str)
    menu_wanted = Signal(str, QPoint)
    owner_typed = Signal(str, str)
    due_typed = Signal(str, str)
    owner_given = Signal(str, str)
    owner_chosen = Signal(str, str)
    due_given = Signal(str, str)
    time_clicked = Signal(str)
    time_given = Signal(str, object)
    time_refused = Signal(str)  # why what was typed is no time, once its field was left
    promise_taken = Signal(str)
    promise_ignored = Signal(str)
    grew = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = Entry("", EntryKind.NOTE)
        self._look: Look | None = None
        self._current = False
        self._hint: ActionHint | None = None
        self._selected = False
        self._place_words = ""
        self._speaker = ""
        self._facts = QLabel(self)
        self._facts.setWordWrap(True)
        self._facts.hide()
        self._fields: ActionFields | None = None
        self._time: TimeField | None = None
        self.mouse: Callable[[EntryRow, QMouseEvent], bool] | None = None
        """Asked first of what the mouse does here; whether that was for whole entries."""
        self.text = EntryText(self)
        self.voice = RowVoice(self.text)
        self.text.is_mouse_taken = self.is_mouse_taken
        self.text.words_changed.connect(self._on_words_changed)
        self.text.ended.connect(self._on_ended)
        self.text.join_above_wanted.connect(self._on_join_above)
        self.text.join_below_wanted.connect(self._on_join_below)
        self.text.went_up.connect(self._on_went_up)
        self.text.went_down.connect(self._on_went_down)
        self.text.went_by_page.connect(self._on_went_by_page)
        self.text.pasted.connect(self._on_pasted)
        self.text.cursor_moved.connect(self._on_cursor_moved)
        self.text.focused.connect(self._on_focused)
        self.text.left.connect(self._on_left)
        self.text.menu_wanted.connect(self._on_menu_wanted)
        self.text.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    # What it shows

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        if look is self._look:
            return
        self._look = look
        self.text.show_look(look)
        facts = look.font(15)
        facts.setItalic(True)
        self._facts.setFont(facts)
        palette = look.palette()
        palette.setColor(palette.ColorRole.WindowText, look.color("soft"))
        self._facts.setPalette(palette)
        if self._fields:
            self._fields.show_look(look)
        if self._time:
            self._time.show_look(look)
        self._dress_hint(look)
        self.update()

    def show_entry(self, entry: Entry, facts: str) -> None:
        """Shows `entry`, and `facts` in words; leaves words alone that stand there already."""
        was, self.entry = self.entry, entry
        self.text.fill(entry.text)
        if facts != self._facts.text():
            self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.voice.describe_entry(entry, facts)
        if beside(entry) != beside(was):
            self.update()
        is_action = entry.kind is EntryKind.ACTION_POINT
        if self._fields:
            self._fields.setVisible(is_action)
        if entry.id == was.id and kind_name(entry) != kind_name(was):
            self.kind_changed.emit(entry.id)

    def show_action(self, owner: str, due: str, reader: ActionReader) -> None:
        """Shows whose the action point is and by when."""
        self.action_fields().fill(owner, due, reader)
        self.voice.describe_action(owner, due)

    def action_fields(self) -> ActionFields:
        """The fields for owner and date, made when they are first wanted."""
        if self._fields is None:
            self._fields = ActionFields(self)
            self._fields.owner_typed.connect(self._on_owner_typed)
            self._fields.due_typed.connect(self._on_due_typed)
            self._fields.owner_given.connect(self._on_owner_given)
            self._fields.owner_chosen.connect(self._on_owner_chosen)
            self._fields.due_given.connect(self._on_due_given)
            self._fields.grew.connect(self._on_field_grew)
            self._fields.done.connect(self.text.setFocus)
            self._fields.focused.connect(self._on_focused)
            if self._look:
                self._fields.show_look(self._look)
            self._fields.setVisible(self.entry.kind is EntryKind.ACTION_POINT)
            for before, after in pairwise(self.stops()):
                self.setTabOrder(before, after)
        return self._fields

    def edit_time(self) -> None:
        """Opens the time beside the words, to be corrected."""
        if self._time is None:
            self._time = TimeField(self)
            self._time.understood.connect(self._on_time_understood)
            self._time.grew.connect(self._on_field_grew)
            self._time.left.connect(self._on_time_left)
            self._time.done.connect(self.text.setFocus)
            self._time.focused.connect(self._on_focused)
        if self._look:
            self._time.show_look(self._look)
            left, right = self._look.px(14), self._look.px(8)
            self._time.setGeometry(time_rect(self._look, self.width()).adjusted(-left, 0, right, 0))
        self._time.open(self.entry.time)
        self.update()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops within the row, in order."""
        return (self.text, self._fields.owner, self._fields.due) if self._fields else (self.text,)

    def show_speaker(self, name: str) -> None:
        """Tells who said it to whoever asks: who points at the row, or hears it read."""
        if name != self._speaker:
            self._speaker = name
            self.setToolTip(f"By {name}" if name else "")

    def show_place(self, place: int, count: int) -> None:
        """Tells a screen reader what this row is: "Question, entry 3 of 9"."""
        self._place_words = f"entry {place} of {count}"
        self._tell_name()

    def _tell_name(self) -> None:
        place, speaker = self._place_words, self._speaker
        self.voice.name(self.entry, place, speaker, selected=self._selected)

    def show_promise(self, *, promises: bool) -> None:
        """Marks the row as one whose words promise something, or no longer."""
        if promises and self._hint is None:
            self._hint = ActionHint(self)
            self._hint.taken.connect(self._on_promise_taken)
            self._hint.ignored.connect(self._on_promise_ignored)
        if self._hint and promises == self._hint.isHidden():
            if self._look:
                self._dress_hint(self._look)
            self._hint.setVisible(promises)
            self.voice.describe("promise", _PROMISES if promises else "")

    def _dress_hint(self, look: Look) -> None:
        if self._hint:
            self._hint.show_look(look)
            height = look.px(_HINT_HEIGHT)
            top = min(look.px(_HINT_TOP), self.height() - height)
            self._hint.setGeometry(0, top, look.px(KIND_RIGHT), height)

    def set_current(self, current: bool) -> None:  # noqa: FBT001 — a property of the row
        """Marks the row as the one being typed, or no longer."""
        if current != self._current:
            self._current = current
            self._show_text()
            self.update()

    def set_selected(self, selected: bool) -> None:  # noqa: FBT001 — a property of the row
        """Marks the row as one of several that are in hand together, or no longer."""
        if selected != self._selected:
            self._selected = selected
            self._tell_name()
            self.update()

    # Where it stands

    def arrange(self, width: int) -> int:
        """Places what the row holds at that width; the height in pixels that it needs."""
        look = self._look
        if look is None:
            return 0
        left, wide = self._text_left(look), self._text_width(look, width)
        top = look.px(PAD)
        self._show_text()
        if not self._facts.isHidden():
            height = max(look.px(LINE), self._facts.heightForWidth(wide))
            self._facts.setGeometry(left, top, wide, height)
            top += height
        if not self.text.isHidden():
            height = max(look.px(LINE), self.text.text_height(wide))
            self.text.setGeometry(left, top, wide, height)
            top += height
        if self._fields and not self._fields.isHidden():
            height = self._fields.height_at(wide)
            self._fields.setGeometry(left, top + look.px(2), wide, height)
            self._fields.arrange()
            top += height + look.px(3)
        if self._time and not self._time.remark.isHidden():
            height = self._time.remark.heightForWidth(wide)
            self._time.remark.setGeometry(left, top, wide, height)
            top += height
        return top + look.px(PAD)

    def _show_text(self) -> None:
        """Hides an empty line below a sentence made from facts, until the cursor comes to it."""
        spare = not self.entry.text and not self._facts.isHidden()
        self.text.setVisible(self._current or not spare)

    def _text_left(self, look: Look) -> int:
        return look.px(TEXT_LEFT + (_INDENT if self.entry.kind in _INDENTED else 0))

    def _text_width(self, look: Look, width: int) -> int:
        room = width - self._text_left(look) - look.px(TIME_WIDTH + RIGHT + 10)
        return max(
            look.px(120), min(look.px(TEXT_LEFT + _TEXT_WIDTH) - self._text_left(look), room)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places what the row holds anew at another width."""
        if event.size().width() != event.oldSize().width():
            self.arrange(event.size().width())
        if self._look:
            self._dress_hint(self._look)

    def below_kind(self) -> QPoint:
        """Where on the screen a menu of the kind opens."""
        return self.mapToGlobal(kind_rect(self._look).bottomLeft() if self._look else QPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what stands beside the words."""
        if self._look:
            is_timing = bool(self._time and self._time.isVisible())
            picture = RowPicture(self.entry, self._current, self._selected, is_timing)
            draw_row(self, self._look, picture)

    @property
    def is_selected(self) -> bool:
        """Whether it is one of several entries that are in hand together."""
        return self._selected

    def is_mouse_taken(self, event: QMouseEvent) -> bool:
        """Whether what the mouse did here or in the words was for whole entries."""
        return bool(self.mouse and self.mouse(self, event))

    def on_click(self, event: QMouseEvent) -> None:
        """A click on the kind or the time asks for another; elsewhere it goes to the words."""
        look, at = self._look, event.position().toPoint()
        if look and time_rect(look, self.width()).contains(at):
            self.time_clicked.emit(self.entry.id)
        elif look and kind_rect(look).contains(at):
            self.kind_clicked.emit(self.entry.id, event.globalPosition().toPoint())
        else:
            self.text.show()
            self.text.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for what can be done to the entry."""
        self._on_menu_wanted(event.globalPos())

    # What is done to it

    def _on_menu_wanted(self, where: QPoint) -> None:
        self.menu_wanted.emit(self.entry.id, where)

    def _on_words_changed(self, text: str) -> None:
        self.words_changed.emit(self.entry.id, text)

    def _on_ended(self, cursor: int) -> None:
        self.ended.emit(self.entry.id, cursor)

    def _on_join_above(self) -> None:
        self.join_above_wanted.emit(self.entry.id)

    def _on_join_below(self) -> None:
        self.join_below_wanted.emit(self.entry.id)

    def _on_went_up(self) -> None:
        self.went_up.emit(self.entry.id)

    def _on_went_down(self) -> None:
        self.went_down.emit(self.entry.id)

    def _on_went_by_page(self, by: int) -> None:
        self.went_by_page.emit(self.entry.id, by)

    def _on_pasted(self, data: QMimeData) -> None:
        self.pasted.emit(self.entry.id, data)

    def _on_cursor_moved(self) -> None:
        self.cursor_moved.emit(self.entry.id)

    def _on_focused(self) -> None:
        self.focused.emit(self.entry.id)

    def _on_left(self) -> None:
        self.left.emit(self.entry.id)

    def _on_owner_typed(self, words: str) -> None:
        self.owner_typed.emit(self.entry.id, words)

    def _on_due_typed(self, words: str) -> None:
        self.due_typed.emit(self.entry.id, words)

    def _on_owner_given(self, words: str) -> None:
        self.owner_given.emit(self.entry.id, words)

    def _on_owner_chosen(self, person_id: str) -> None:
        self.owner_chosen.emit(self.entry.id, person_id)

    def _on_due_given(self, words: str) -> None:
        self.due_given.emit(self.entry.id, words)

    def _on_promise_taken(self) -> None:
        self.promise_taken.emit(self.entry.id)

    def _on_promise_ignored(self) -> None:
        self.promise_ignored.emit(self.entry.id)

    def _on_time_understood(self, time: dt.time | None) -> None:
        self.time_given.emit(self.entry.id, time)

    def _on_time_left(self, wrong: str) -> None:
        """Closes the field. What was no time is said elsewhere; the time stays as it was."""
        if self._time and self._time.hasFocus():  # a command takes the words in while it has
            self.text.setFocus()
        elif self._time:
            self._time.hide()
        self.update()
        if wrong:
            self.time_refused.emit(wrong)

    def _on_field_grew(self) -> None:
        self.grew.emit(self.entry.id)

    def _on_size_changed(self) -> None:
        if self.text.document().size().height() > self.text.height() or (
            self.text.document().size().height() < self.text.height() - 1
        ):
            self.grew.emit(self.entry.id)
