"""The item in hand: its title and its entries, a row each, in which the clerk types."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, item_of, name_of, people_of
from clerkapp.meeting.numbering import number_of
from clerkapp.window.entry_row import EntryRow
from clerkapp.window.fact_words import exempt_words, fact_words
from clerkapp.window.look import Look, make_slim
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.times import date_words

_TOP = 20
_TITLE_LEFT = 132
_KEPT_ROWS = 80  # rows kept for the next item: making one costs more than filling it


class ItemPage(QScrollArea):
    """Shows one item of the meeting in hand and passes on, to `Capture`, what is typed.

    It places its rows itself, with the heights that they last said: a box layout asks all of
    them again at each Enter, which costs 89 ms at 500 rows.
    """

    place_changed = Signal()
    kind_clicked = Signal(str, QPoint)
    asked = Signal(str)  # a question about what was typed into a field, or why nothing can be

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("item page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas = QWidget()
        self._canvas.setAutoFillBackground(True)
        self.setWidget(self._canvas)
        self._title = QLabel(self._canvas)
        self._title.setWordWrap(True)
        self._about = QLabel(self._canvas)
        self._about.setWordWrap(True)
        self._notice = QLabel(self._canvas)
        self._notice.setWordWrap(True)
        self._capture: Capture | None = None
        self._style: HouseStyle | None = None
        self._look: Look | None = None
        self._item_id = ""
        self._current = ""
        self._shown: tuple[Entry, ...] = ()
        self._rows: dict[str, EntryRow] = {}
        self._heights: dict[str, int] = {}
        self._tops: dict[str, tuple[int, int, int]] = {}  # with width and height, as last placed
        self._spare: list[EntryRow] = []
        self._stops: list[QWidget] = []  # where Tab stops, from the top
        self._lists: object = None
        self._placing = False

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
    def place(self) -> Place:
        """Where the clerk is."""
        row = self._rows.get(self._current)
        return Place(self._item_id, self._current, row.text.cursor_position() if row else 0)

    def open_meeting(self, capture: Capture, style: HouseStyle) -> None:
        """Takes a meeting in hand; `go` shows an item of it."""
        self._capture, self._style = capture, style
        self._item_id, self._current, self._shown = "", "", ()
        for entry_id in list(self._rows):
            self._put_away(entry_id)
        self.refresh()

    def show_style(self, style: HouseStyle) -> None:
        """Tells facts in the words of another house from the next refresh on."""
        if style != self._style:
            self._style, self._lists = style, None

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        make_slim(self.verticalScrollBar(), look)
        palette = look.palette()
        palette.setColor(palette.ColorRole.Window, look.color("paper"))
        self._canvas.setPalette(palette)
        self.viewport().setPalette(palette)
        self._title.setFont(look.font(21, QFont.Weight.DemiBold))
        for label, color in ((self._about, "soft"), (self._notice, "doubtful")):
            label.setFont(look.font(13))
            own = look.palette()
            own.setColor(own.ColorRole.WindowText, look.color(color))
            label.setPalette(own)
        self._placing = True  # no row that grows needs the others placed before all have grown
        for row in (*self._rows.values(), *self._spare):
            row.show_look(look)
        self._placing = False
        self._heights.clear()
        self._arrange()
        self._show_cursor()

    def refresh(self) -> None:
        """Shows the item as it now is. A row whose entry is the same object is left alone."""
        capture = self._capture
        if capture is None or self._look is None:
            return
        meeting = capture.session.meeting
        if all(item.id != self._item_id for item in meeting.items):
            self._item_id = self._current = ""
        heading_changed = self._show_heading(meeting)
        entries = capture.entries_shown(self._item_id) if self._item_id else ()
        lists_changed = self._lists is not meeting.attendance
        self._lists = meeting.attendance
        had = {entry.id: entry for entry in self._shown}
        changed = [e for e in entries if lists_changed or had.get(e.id) is not e]
        order_changed = [e.id for e in entries] != list(had)
        self._shown = entries
        if order_changed:
            kept = {entry.id for entry in entries}
            for entry_id in [each for each in self._rows if each not in kept]:
                self._put_away(entry_id)
        self._placing = True  # a row that grows while others are still missing waits its turn
        self._fill(meeting, changed)
        self._placing = False
        if order_changed or changed:
            self._tell_places()
        if order_changed:
            self._order_tab_stops()
        if order_changed or heading_changed:
            self._arrange()
        else:
            self._arrange_if_taller(changed)

    def go(self, place: Place) -> None:
        """Shows the item of `place` and puts the cursor there."""
        if place.item_id != self._item_id:
            self._item_id, self._shown, self._current = place.item_id, (), ""
            for entry_id in list(self._rows):
                self._put_away(entry_id)
            self.verticalScrollBar().setValue(0)
        self.refresh()
        row = self._rows.get(place.entry_id)
        if row is None:
            return
        row.text.show()
        row.text.setFocus(Qt.FocusReason.OtherFocusReason)
        row.text.set_cursor(place.cursor)
        self._take_as_current(place.entry_id)
        self._show_cursor()

    def return_to_words(self) -> None:
        """Puts the focus back where the clerk last typed."""
        row = self._rows.get(self._current)
        if row:
            row.text.show()
            row.text.setFocus()

    def below_kind(self) -> QPoint | None:
        """Where on the screen a menu for the kind of the entry in hand opens; None for no entry."""
        row = self._rows.get(self._current)
        return row.below_kind() if row else None

    def edit_owner(self) -> None:
        """Goes to the owner of the action point in hand."""
        self._edit_field("owner")

    def edit_due(self) -> None:
        """Goes to the date of the action point in hand."""
        self._edit_field("due")

    def _edit_field(self, name: str) -> None:
        row = self._rows.get(self._current)
        if row and row.entry.kind is EntryKind.ACTION_POINT:
            fields = row.action_fields()
            field = fields.owner if name == "owner" else fields.due
            field.setFocus()
            field.selectAll()

    # Rows

    def _fill(self, meeting: Meeting, entries: Iterable[Entry]) -> None:
        sentences: Sentences | None = None
        names: list[str] | None = None
        for entry in entries:
            row = self._rows.get(entry.id) or self._take_row(entry.id)
            words = ""
            if entry.facts is not None and self._style:
                sentences = sentences or Sentences(meeting, self._style)
                words = fact_words(entry, sentences)
            row.show_entry(entry, words)
            if entry.kind is EntryKind.ACTION_POINT:
                names = names or [person.name for person in people_of(meeting)]
                action = facts_of(entry, ActionPoint) or ActionPoint()
                due = action.due if isinstance(action.due, str) else date_words(action.due)
                row.show_action(name_of(meeting, action.owner), due, names)

    def _take_row(self, entry_id: str) -> EntryRow:
        if self._spare:
            row = self._spare.pop()
        else:
            row = EntryRow(self._canvas)
            row.words_changed.connect(self._on_words_changed)
            row.ended.connect(self._on_ended)
            row.join_above_wanted.connect(self._on_join_above)
            row.join_below_wanted.connect(self._on_join_below)
            row.went_up.connect(self._on_went_up)
            row.went_down.connect(self._on_went_down)
            row.cursor_moved.connect(self._on_cursor_moved)
            row.focused.connect(self._on_focused)
            row.left.connect(self._on_left)
            row.kind_clicked.connect(self.kind_clicked)
            row.owner_given.connect(self._on_owner_given)
            row.due_given.connect(self._on_due_given)
            row.grew.connect(self._on_grew)
            row.text.refused.connect(self._refuse)
        if self._look:
            row.show_look(self._look)
        if self._refusal:
            row.text.set_read_only()
        self._rows[entry_id] = row
        return row

    def _put_away(self, entry_id: str) -> None:
        row = self._rows.pop(entry_id)
        self._heights.pop(entry_id, None)
        self._tops.pop(entry_id, None)
        focus = row.focusWidget()
        if focus:  # typed as always there, but None in a row that never had it
            focus.clearFocus()  # else Qt hands the focus to whichever row comes next
        row.hide()
        row.set_current(False)
        if len(self._spare) < _KEPT_ROWS:
            self._spare.append(row)
        else:
            row.deleteLater()

    def _tell_places(self) -> None:
        for place, entry in enumerate(self._shown, start=1):
            self._rows[entry.id].show_place(place, len(self._shown))

    def _order_tab_stops(self) -> None:
        """Has Tab go down the page. Qt would go in the order in which the rows were made.

        Where rows only came or went, those that came are put in: 3 ms less for an Enter at 200.
        """
        had, stops = self._stops, [s for e in self._shown for s in self._rows[e.id].stops()]
        self._stops = stops
        known, now = set(had), set(stops)
        same_order = [s for s in had if s in now] == [s for s in stops if s in known]
        same_start = stops[:1] == had[:1]
        for before, after in pairwise(stops):
            if after not in known or not (same_order and same_start):
                self.setTabOrder(before, after)

    def _show_heading(self, meeting: Meeting) -> bool:
        """Shows what stands above the entries; whether it is not what stood there."""
        changed = False
        labels = (self._title, self._about, self._notice)
        for label, words in zip(labels, self._heading_words(meeting), strict=True):
            if label.text() != words:
                label.setText(words)
                changed = True
        return changed

    def _heading_words(self, meeting: Meeting) -> tuple[str, str, str]:
        """The title with its number, what there is to know about the item, and a notice."""
        if not self._item_id:
            return "", "Ctrl+Shift+N adds the first item of the agenda.", ""
        item = item_of(meeting, self._item_id)
        number = number_of(meeting, item)
        # an en space between them, as on the page
        title = f"{number}\u2002{item.title}" if number else item.title
        about = [item.presenter, *(document.title for document in item.documents)]
        if item.exempt:
            about.insert(0, exempt_words(item.exempt))
        notice = (
            "This is a sample meeting, to try things on. Ctrl+N starts one of your own."
            if meeting.is_sample
            else ""
        )
        return title, " · ".join(part for part in about if part), notice

    # Places

    def _arrange(self) -> None:
        """Places everything, and asks each row without a known height for it."""
        look = self._look
        if look is None or self._placing:
            return
        self._placing = True
        width = self.viewport().width()
        top = self._arrange_heading(look, width)
        for entry in self._shown:
            row = self._rows[entry.id]
            height = self._heights.get(entry.id)
            if height is None or row.width() != width:
                height = self._heights[entry.id] = row.arrange(width)
            if self._tops.get(entry.id) != (top, width, height):
                self._tops[entry.id] = (top, width, height)
                row.setGeometry(0, top, width, height)
            if row.isHidden():
                row.show()
            top += height
        self._canvas.resize(width, max(top + look.px(240), self.viewport().height()))
        self._placing = False

    def _arrange_heading(self, look: Look, width: int) -> int:
        left, top = look.px(_TITLE_LEFT), look.px(_TOP)
        wide = max(look.px(120), min(look.px(640), width - left - look.px(44)))
        for label in (self._notice, self._title, self._about):
            label.setVisible(bool(label.text()))
            if label.text():
                height = label.heightForWidth(wide)
                label.setGeometry(QRect(left, top, wide, height))
                top += height + look.px(3)
        return top + look.px(8)

    def _arrange_if_taller(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._on_grew(entry.id)

    def _on_grew(self, entry_id: str) -> None:
        row = self._rows.get(entry_id)
        if row is None or self._placing or self._look is None:
            return
        height = row.arrange(self.viewport().width())
        if height != self._heights.get(entry_id):
            self._heights[entry_id] = height
            self._arrange()
            if entry_id == self._current:
                self._show_cursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the rows anew at the new width, and still shows the cursor."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._heights.clear()
        self._arrange()
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Scrolls as little as shows the entry, or of a long one the line being typed."""
        row, look = self._rows.get(self._current), self._look
        if row is None or look is None:
            return
        if row.height() + look.px(40) < self.viewport().height():
            middle = row.geometry().center()
            self.ensureVisible(0, middle.y(), 0, row.height() // 2 + look.px(20))
            return
        cursor = row.text.cursorRect().translated(row.text.mapTo(self._canvas, QPoint(0, 0)))
        middle = cursor.center()
        margin = min(look.px(70), self.viewport().height() // 3)
        self.ensureVisible(look.px(10), middle.y(), 0, margin)

    # What is done in the rows

    @property
    def _refusal(self) -> str:
        """Why nothing can be changed; "" where it can."""
        return self._capture.session.refusal if self._capture else ""

    def _refuse(self) -> bool:
        """Says why nothing can be changed, if so; whether it is."""
        if self._refusal:
            self.asked.emit(f"{self._refusal[:1].upper()}{self._refusal[1:]}.")
        return bool(self._refusal)

    def _on_words_changed(self, entry_id: str, text: str) -> None:
        if self._capture and self._capture.write(entry_id, text, origin=self):
            self._rows[entry_id].text.set_cursor(0)

    def _on_ended(self, entry_id: str, cursor: int) -> None:
        if self._capture and not self._refuse():
            self._capture.leave()
            self.go(self._capture.end_entry(entry_id, cursor))

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

    def _on_cursor_moved(self, entry_id: str) -> None:
        if entry_id == self._current:
            self._show_cursor()

    def _on_focused(self, entry_id: str) -> None:
        if entry_id != self._current and entry_id in self._rows:
            self._take_as_current(entry_id)

    def _take_as_current(self, entry_id: str) -> None:
        before, self._current = self._current, entry_id
        if before != entry_id:
            if before in self._rows:
                self._rows[before].set_current(False)
                self._on_grew(before)
            if self._capture:
                self._capture.leave()
        self._rows[entry_id].set_current(True)
        self._on_grew(entry_id)
        self.place_changed.emit()
        if self._capture and self._capture.draft and not self._capture.is_draft(entry_id):
            QTimer.singleShot(0, self, self._drop_draft)

    def _drop_draft(self) -> None:
        """Takes away an empty entry that the cursor has left, unless the item has no other."""
        capture = self._capture
        if capture and capture.draft and not capture.is_draft(self._current):
            capture.drop_draft()
            self.refresh()

    def _on_left(self, _entry_id: str) -> None:
        if self._capture:
            self._capture.leave()

    def _on_owner_given(self, entry_id: str, words: str) -> None:
        if self._capture and not self._refuse():
            doubt = self._capture.set_owner(entry_id, words)
            if doubt:
                self.asked.emit(doubt)

    def _on_due_given(self, entry_id: str, words: str) -> None:
        if self._capture and not self._refuse():
            doubt = self._capture.set_due(entry_id, words)
            if doubt:
                self.asked.emit(doubt)
