"""The item in hand: its title and its entries, a row each, in which the clerk types."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from clerkapp.editing.action_points import ActionPoints, ActionReader, reader_of
from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, name_of
from clerkapp.meeting.motions import votes_on_amendments
from clerkapp.window.item.entry_column import BAR
from clerkapp.window.item.entry_facts import EntryFacts
from clerkapp.window.item.entry_in_hand import EntryInHand
from clerkapp.window.item.entry_row import EntryRow
from clerkapp.window.item.fact_words import fact_words, heading_words
from clerkapp.window.item.getting_ready import GettingReady
from clerkapp.window.item.kind_names import kind_name
from clerkapp.window.item.promise_marks import PromiseMarks
from clerkapp.window.item.typing_aids import TypingAids
from clerkapp.window.look.look import Look
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.times import date_words

_IDLE = 250  # milliseconds until rows that stand elsewhere say so: 4 ms at 200, after the Enter
_REST = 120  # milliseconds from a key until the place of the cursor is remembered


class ItemPage(EntryInHand):
    """Shows one item of the meeting in hand and passes on, to `Capture`, what is typed."""

    place_changed = Signal()
    place_rested = Signal()  # a moment after the cursor moved, once for many keys
    kind_clicked = Signal(str, QPoint)
    kind_changed = Signal(str)  # what the kind of the entry in hand is now called
    menu_wanted = Signal(QPoint)  # of what can be done to the entry in hand
    block_wanted = Signal(int)  # whole entries are to be selected: up (-1) or down (1)
    pasted = Signal(str, QMimeData)
    offered = Signal(str)  # what could be taken now, in words; "" for nothing any more
    asked = Signal(str)  # a question about what was typed into a field, or why nothing can be

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("item page")
        self._capture: Capture | None = None
        self._style: HouseStyle | None = None
        self._item_id = ""
        self._lists: object = None
        self._upon: frozenset[str] = frozenset()  # the votes on amendments
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self._tell_every_place)
        self._idle.timeout.connect(self._make_spare)
        self._idle.timeout.connect(GettingReady(self).start)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.place_rested)
        self._promises = PromiseMarks(self)
        self._promises.due.connect(self._mark_promises)
        self._promises.made.connect(self.go)
        self._promises.asked.connect(self.asked)
        self.facts = EntryFacts(self)
        self.facts.asked.connect(self.asked)
        self.facts.draft_changed.connect(self.refresh)
        self.block_keys: Callable[[QKeyEvent], bool] | None = None
        """Asked first of each key in the words; whether it was for a block of entries."""
        self.mouse: Callable[[EntryRow, QMouseEvent], bool] | None = None
        """Asked first of what the mouse does in a row; whether it was for whole entries."""
        self.goes_on: Callable[[str, int], tuple[str, int]] | None = None
        """Asked at Enter with entry and cursor: behind which entry and cursor it goes on."""
        self.aids = TypingAids(self)
        self.aids.asked.connect(self.asked)
        self.aids.choices.choice_changed.connect(self.offered)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        super().show_look(look)
        self.aids.choices.show_look(look)

    # What is in hand

    @property
    def item_id(self) -> str:
        """The item that is shown; "" for none."""
        return self._item_id

    @property
    def current_entry(self) -> str:
        """The entry that the cursor is in; "" for none."""
        return self._current

    @property
    def held(self) -> tuple[Entry, ...]:
        """The entries of the item that are in the record: those shown, but for a draft."""
        capture = self._capture
        return tuple(e for e in self._shown if capture and not capture.is_draft(e.id))

    @property
    def place(self) -> Place:
        """Where the clerk is."""
        row = self._rows.get(self._current)
        return Place(self._item_id, self._current, row.text.cursor_position() if row else 0)

    def open_meeting(self, capture: Capture, style: HouseStyle) -> None:
        """Takes a meeting in hand; `go` shows an item of it."""
        self._capture, self._style = capture, style
        self._promises.open_meeting(capture)
        self.facts.open_meeting(capture)
        self._item_id, self._current, self._shown = "", "", ()
        self._lay_all_aside()
        self.aids.open_meeting(capture, style)
        self.refresh()
        self._hide_spare()

    def show_style(self, style: HouseStyle) -> None:
        """Tells facts in the words of another house from the next refresh on."""
        if style != self._style:
            self._style, self._lists = style, None
            self.aids.show_style(style)

    def refresh(self, *, is_held: bool = True) -> None:
        """Shows the item as it now is. A row whose entry is the same object is left alone.

        The entry in hand stays where it is on the screen while others come and go, if `is_held`
        and something is written in it: above an empty one there is room for what has come.
        """
        capture = self._capture
        if capture is None or self._look is None:
            return
        meeting = capture.session.meeting
        if all(item.id != self._item_id for item in meeting.items):
            self._item_id = self._current = ""
        heading_changed = self._tell_heading(heading_words(meeting, self._item_id))
        entries = capture.entries_shown(self._item_id) if self._item_id else ()
        lists_changed = self._lists is not meeting.attendance
        if not (lists_changed or heading_changed) and entries == self._shown:
            return
        self._lists = meeting.attendance
        had = {entry.id: entry for entry in self._shown}
        upon = votes_on_amendments(entries)
        others = self._upon ^ upon  # what was put to these votes is another thing now
        changed = [e for e in entries if lists_changed or had.get(e.id) is not e or e.id in others]
        ids = [e.id for e in entries]
        now, order_changed = set(ids), ids != list(had)
        self._shown, self._upon = entries, upon
        self._promises.wait()
        if order_changed:
            for entry_id in [each for each in self._rows if each not in now]:
                self._put_away(self._let_go_of(entry_id))
        self._placing = True  # a row that grows while others are still missing waits its turn
        self._fill(meeting, changed)
        self._placing = False
        if order_changed or changed:
            self._tell_places({self._current, *(entry.id for entry in changed)})
            self._idle.start()
        if order_changed:
            self._order_tab_stops()
        if order_changed or heading_changed:
            for entry in changed:
                self._heights.pop(entry.id, None)  # measured with the rest, and all placed once
            only_came_or_went = [e for e in had if e in now] == [e for e in ids if e in had]
            self._arrange_around(is_held=is_held and only_came_or_went)
        else:
            self._arrange_if_taller(changed)

    def go(self, place: Place) -> None:
        """Shows the item of `place` and puts the cursor there."""
        left: EntryRow | None = None
        if place.item_id != self._item_id:
            if self._current in self._rows:  # it has the focus until another has it: heard once
                left = self._let_go_of(self._current)
            self._item_id, self._shown, self._current = place.item_id, (), ""
            self._lay_all_aside()
            self.verticalScrollBar().setValue(0)
        self.refresh()
        self._hide_spare()
        if row := self._rows.get(place.entry_id):
            row.text.show()
            row.text.set_cursor(place.cursor)
            self._take_as_current(place.entry_id)  # first: the focus would have it done with less
            row.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if left:
            self._put_away(left)
        if row:
            self._show_cursor(spare=BAR)

    @property
    def nearest_promise(self) -> str:
        """The entry in hand, else the nearest that promises an action; "" for none."""
        return self._promises.nearest(self._item_id, self._shown, self._current)

    def take_promise(self) -> None:
        """Makes the promise of the entry in hand, or of the nearest above, an action point."""
        self._promises.take(self.nearest_promise)

    def ignore_promise(self) -> None:
        """Waves that promise away."""
        self._promises.ignore(self.nearest_promise)

    # Rows

    def _fill(self, meeting: Meeting, entries: Iterable[Entry]) -> None:
        sentences: Sentences | None = None
        reader: ActionReader | None = None
        for entry in entries:
            row = self._rows.get(entry.id) or self._take_row(entry.id)
            words = ""
            if entry.facts is not None and self._style:
                sentences = sentences or Sentences(meeting, self._style)
                words = fact_words(entry, sentences, on_amendment=entry.id in self._upon)
            row.show_entry(entry, words)
            row.show_speaker(name_of(meeting, entry.speaker))
            if entry.kind is EntryKind.ACTION_POINT:
                reader = reader or reader_of(meeting)
                action = facts_of(entry, ActionPoint) or ActionPoint()
                due = action.due if isinstance(action.due, str) else date_words(action.due)
                row.show_action(name_of(meeting, action.owner), due, reader)

    def _made_row(self) -> EntryRow:
        row = super()._made_row()
        row.words_changed.connect(self._on_words_changed)
        row.ended.connect(self._on_ended)
        row.join_above_wanted.connect(self._on_join_above)
        row.join_below_wanted.connect(self._on_join_below)
        row.went_up.connect(self._on_went_up)
        row.went_down.connect(self._on_went_down)
        row.went_by_page.connect(self._on_went_by_page)
        row.pasted.connect(self.pasted)
        row.text.block_wanted.connect(self.block_wanted)
        row.text.block_keys = self.block_keys
        row.mouse = self.mouse
        row.cursor_moved.connect(self._on_cursor_moved)
        row.focused.connect(self._on_focused)
        row.left.connect(self._on_left)
        row.kind_clicked.connect(self.kind_clicked)
        row.kind_changed.connect(self._on_kind_changed)
        row.menu_wanted.connect(self._on_menu_wanted)
        self.facts.hear(row)
        row.promise_taken.connect(self._promises.take)
        row.promise_ignored.connect(self._promises.ignore)
        row.time_clicked.connect(self._on_time_clicked)
        row.text.refused.connect(self.facts.refuse)
        row.text.cursorPositionChanged.connect(self._on_cursor_set)
        row.text.offer_taken.connect(self._on_offer_taken)
        row.text.question_put_away.connect(self.aids.put_question_away)
        row.text.offer_changed.connect(self._on_offer_changed)
        return row

    def _take_row(self, entry_id: str) -> EntryRow:
        row = super()._take_row(entry_id)
        if self._refusal:
            row.text.set_read_only()
        return row

    def _tell_every_place(self) -> None:
        self._tell_places(self._rows)

    def _tell_places(self, ids: Collection[str]) -> None:
        for place, entry in enumerate(self._shown, start=1):
            if entry.id in ids:
                self._rows[entry.id].show_place(place, len(self._shown))

    # What is done in the rows

    def _on_kind_changed(self, entry_id: str) -> None:
        if entry_id == self._current:
            self.kind_changed.emit(kind_name(self._rows[entry_id].entry))

    def _on_menu_wanted(self, entry_id: str, where: QPoint) -> None:
        row = self._rows[entry_id]
        if not row.is_selected:  # the menu is for all that are selected
            row.text.show()
            row.text.setFocus(Qt.FocusReason.MouseFocusReason)
        self.menu_wanted.emit(where)

    @property
    def _refusal(self) -> str:
        """Why nothing can be changed; "" where it can."""
        return self._capture.session.refusal if self._capture else ""

    def _on_words_changed(self, entry_id: str, text: str) -> None:
        if self._capture is None:
            return
        row = self._rows.get(entry_id)
        if row is None:  # put away while an input method was composing in it: the words still count
            self._capture.write(entry_id, text, origin=self)
            return
        had = row.entry.text
        self.facts.typed(entry_id)
        if self._capture.write(entry_id, text, origin=self):
            row.text.set_cursor(0)
        else:
            place = Place(self._item_id, entry_id, row.text.cursor_position())
            self.aids.after_key(row.text, place, had)

    def _on_offer_taken(self, words: str) -> None:
        row = self._rows.get(self._current)
        if row and not self.facts.refuse():
            self.aids.take_offer(row.text, self.place, words)

    def _on_offer_changed(self) -> None:
        row = self._rows.get(self._current)
        words = row.text.whole_offer if row else ""
        self.offered.emit(f"{words} is offered, Tab takes it" if words else "")

    def _on_ended(self, entry_id: str, cursor: int) -> None:
        if self._capture and not self.facts.refuse():
            self._make_room(cursor)
            self._capture.leave()
            entry_id, cursor = self.facts.take_told_of(entry_id, cursor)
            taken = ActionPoints(self._capture).take_inline(entry_id, cursor)
            if taken and taken.asked:
                self._rows[entry_id].action_fields().owner.ask()
                return
            at = self.facts.take_movers_of(entry_id, taken.cursor if taken else cursor)
            behind = self.goes_on(entry_id, at) if self.goes_on else (entry_id, at)
            self.go(self._capture.end_entry(*behind))
            self.facts.take_passing_of(entry_id)

    def _on_join_above(self, entry_id: str) -> None:
        self._go_where(self._capture.join_above(entry_id) if self._capture else None)

    def _on_join_below(self, entry_id: str) -> None:
        self._go_where(self._capture.join_below(entry_id) if self._capture else None)

    def _go_where(self, place: Place | None) -> None:
        if place:
            self.go(place)

    def _on_went_up(self, entry_id: str) -> None:
        self._go_by(entry_id, -1)

    def _on_went_down(self, entry_id: str) -> None:
        self._go_by(entry_id, 1)

    def _go_by(self, entry_id: str, by: int) -> None:
        ids = [entry.id for entry in self._shown]
        to = ids.index(entry_id) + by
        if 0 <= to < len(ids):
            entry = self._shown[to]
            self.go(Place(self._item_id, entry.id, len(entry.text) if by < 0 else 0))

    def _on_went_by_page(self, _entry_id: str, by: int) -> None:
        self._go_where(self._place_by_page(self._item_id, by))

    def _on_cursor_moved(self, entry_id: str) -> None:
        if entry_id == self._current:
            self._show_cursor()

    def _on_cursor_set(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _on_focused(self, entry_id: str) -> None:
        if entry_id in self._rows:
            self.aids.enter(entry_id, self._rows[entry_id].entry.text)
            if entry_id != self._current:
                self._take_as_current(entry_id)

    def _take_as_current(self, entry_id: str) -> None:
        before, self._current = self._current, entry_id
        if before != entry_id:
            if before in self._rows:
                self._rows[before].set_current(False)
                self._on_grew(before, is_held=False)  # an empty line goes: scrolling paints all
            if self._capture:
                self._capture.leave()
        self._rows[entry_id].set_current(True)
        self.aids.enter(entry_id, self._rows[entry_id].entry.text)
        self.facts.left_for(entry_id)
        self._on_grew(entry_id)
        self._promises.wait()
        self.place_changed.emit()
        if self._capture and self._capture.draft and not self._capture.is_draft(entry_id):
            QTimer.singleShot(0, self, self._drop_draft)

    def _drop_draft(self) -> None:
        """Takes away an empty entry that the cursor has left, unless the item has no other."""
        capture = self._capture
        if capture and capture.draft and not capture.is_draft(self._current):
            capture.drop_draft()
            self.refresh()

    def _on_left(self, entry_id: str) -> None:
        if self._capture:
            self._capture.leave()
            self.aids.leave(entry_id)

    def _on_time_clicked(self, entry_id: str) -> None:
        if not self.facts.refuse():
            self._rows[entry_id].edit_time()

    def _mark_promises(self) -> None:
        self._promises.show(self._item_id, self._rows, self._current)
