"""The room at the entry in hand: what is shown of it, and what is written down of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from clerkapp.editing.history import Place
from clerkapp.editing.room import Room
from clerkapp.meeting.meeting import Meeting, item_of
from clerkapp.meeting.presence import Moment
from clerkapp.window.notice_bar import Notice, Weight
from clerkapp.window.room.room_lines import alarm_words, room_rows, status_words

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow
    from clerkapp.window.room.pad import Pad

_ALARM = "quorum"
_SOON = 80  # milliseconds after the cursor came to another entry


class RoomInHand(QObject):
    """Knows the room as it is at the entry in hand, and where the next about it is written."""

    shown = Signal(Meeting, Moment)

    def __init__(self, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._window = window
        self._below: tuple[str, str] = ("", "")  # the entry in hand, and the last written below it
        self._is_there_still = False  # whether the cursor has not left since
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.refresh)
        window.rested.connect(self.refresh)
        window.beside.room_due.connect(self.refresh)
        window.beside.told.connect(window.voice.tell_offer)
        window.page.place_changed.connect(self._on_place)
        window.page.goes_on = self.goes_on

    @property
    def room(self) -> Room:
        """The hands on the room of the meeting in hand."""
        return Room(self._window.capture, self._window.page.place)

    @property
    def place(self) -> Place:
        """Below what the next is written: the entry in hand, or what was just written below it."""
        place, (above, below) = self._window.page.place, self._below
        if not below or place.entry_id != above:
            return place
        entries = item_of(self._window.meeting, place.item_id).entries
        return Place(place.item_id, below) if any(e.id == below for e in entries) else place

    def goes_on(self, entry_id: str, cursor: int) -> tuple[str, int]:
        """Behind which entry and cursor Enter goes on: behind what was just written below it.

        A decision follows the vote, not the motion. Once the cursor has gone elsewhere it is behind
        that entry again, so that something can be put in between.
        """
        shown, below = self._window.capture.entry_shown, self.place.entry_id
        is_end = cursor == len(shown(entry_id).text)
        if is_end and self._is_there_still and entry_id == self._below[0]:
            return below, len(shown(below).text)
        return entry_id, cursor

    def _on_place(self) -> None:
        self._is_there_still &= self._window.page.current_entry == self._below[0]
        self._soon.start()

    def do(self, run: Callable[[], str], heard: str = "") -> None:
        """Writes something down, below what was written here before; says why not, if so.

        `heard` is what a screen reader is told of it, where that is more than its name.
        """
        window = self._window
        if window.why_read_only:
            window.refuse()
            return
        place = window.page.place
        had = {entry.id for entry in item_of(window.meeting, place.item_id).entries}
        refusal = run()
        new = [e for e in item_of(window.meeting, place.item_id).entries if e.id not in had]
        if new and not window.capture.is_draft(place.entry_id):
            self._below, self._is_there_still = (place.entry_id, new[-1].id), True
        if refusal:
            window.say(refusal)
        elif heard:
            window.voice.tell(heard)
        self.refresh()
        window.show_place()  # of so many entries now

    @property
    def moment(self) -> Moment:
        """How things stand at the entry in hand."""
        return self.room.moment(self.place)

    # What is shown

    def refresh(self) -> None:
        """Shows who is there now, says so in the status line, and raises the alarm or ends it."""
        window = self._window
        if window.open.meeting is None:
            return
        meeting, moment = window.meeting, self.moment
        window.beside.room.show_rows(room_rows(meeting, moment))
        window.status.room.setText(status_words(meeting, moment))
        self.shown.emit(meeting, moment)
        alarm = alarm_words(meeting, moment)
        if alarm:
            window.notices.show_notice(Notice(_ALARM, alarm, weight=Weight.WARNING))
        else:
            window.notices.withdraw(_ALARM)

    # Beside the words

    def go_to_list(self) -> None:
        """Puts the keys into the list of the room, at its first person, and tells some of them."""
        self._window.open_tab("Room")
        self._window.beside.room.choose("")
        self._window.beside.room.scrollToTop()
        self._window.beside.room.setFocus()
        hint = "P arrives, L leaves, W withdraws for an interest; the Menu key has all."
        self._window.say(hint, while_in=self._window.beside.room)

    def open_panel(self, panel: "Pad") -> None:
        """Shows a panel beside the words, with the keys; Esc goes back to them."""
        window = self._window
        panel.end_asking()
        window.beside.take_in(panel)
        window.places.call_beside()
        panel.list.setFocus()

    def close_panel(self) -> None:
        """Gives the panel's place back to what was seen before, and the keys to the words."""
        self._window.page.return_to_words()  # before the panel that has the keys hides
        self._window.beside.let_go()
        self._window.voice.tell_offer("")  # what the panel came to is heard no more
        self._window.back_to_words()
