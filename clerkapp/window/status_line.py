"""The line at the foot: is it saved, who is in the room, where the clerk is, which keys matter."""

import datetime as dt
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.meeting.meeting import Heading, item_of
from clerkapp.meeting.numbering import number_of
from clerkapp.window.look.flow_layout import FlowLayout
from clerkapp.window.look.look import Look
from clerkapp.window.menus.key_hints import KeyHints


def elapsed_words(heading: Heading, now: dt.datetime) -> str:
    """“42 minutes” or “2 h 5 min”, while the meeting is on; "" before it and after.

    Counted on the clock since the start, adjournments and midnight included: what a rule about the
    length of a meeting is held against. Half a day later nobody is still sitting.
    """
    if heading.date is None or heading.start is None or heading.end is not None:
        return ""
    since = now - dt.datetime.combine(heading.date, heading.start)
    if not dt.timedelta() <= since < _LONGEST:
        return ""
    hours, minutes = divmod(int(since.total_seconds()) // 60, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} {'minute' if minutes == 1 else 'minutes'}"


def place_words(capture: Capture, place: Place, selected: str) -> str:
    """“Item 2 · entry 3 of 9”, or what is `selected` instead of the entry; "" in no entry."""
    if not place.item_id:
        return ""
    shown = capture.entries_shown(place.item_id)
    at = next((n for n, entry in enumerate(shown, 1) if entry.id == place.entry_id), 0)
    where = selected or (f"entry {at} of {len(shown)}" if at else "")
    meeting = capture.session.meeting
    number = number_of(meeting, item_of(meeting, place.item_id))
    return f"Item {number or '–'} · {where}" if where else ""


_LONGEST = dt.timedelta(hours=12)
_LASTS = 6000  # milliseconds for which it says something
_OUTLIVED = (
    1500  # the same from when something else is done: “Ctrl+Z brings it back” is then untrue
)


class StatusLine(QWidget):
    """Tells the truth in a few words, and never takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._look: Look | None = None
        self._tone = "good"
        self.saved = self._label("Saved")
        self.room = self._label("In the room")
        self.place = self._label("Place")
        self.elapsed = self._label("Elapsed")
        self.said = self._label("Message")
        self.keys = KeyHints(self)
        self._layout = FlowLayout(self)
        self._while_in: QWidget | None = None  # where the cursor is while what is said holds
        self._unsaying = QTimer(self, singleShot=True)
        self._unsaying.timeout.connect(self.unsay)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus)
        for widget in (self.saved, self.room, self.place, self.elapsed, self.said, self.keys):
            self._layout.addWidget(widget)

    def _label(self, what: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setAccessibleDescription(what)  # its name is what it says
        return label

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self._layout.setContentsMargins(look.px(14), look.px(5), look.px(14), look.px(5))
        self._layout.setSpacing(look.px(22))
        soft = look.palette()
        soft.setColor(soft.ColorRole.WindowText, look.color("soft"))
        for label in (self.room, self.place, self.elapsed, self.said):
            label.setFont(look.font(12.5))
            label.setPalette(soft)
        self.saved.setFont(look.font(12.5, QFont.Weight.DemiBold))
        self.keys.show_look(look)
        self._show_tone(self._tone)

    def say(self, words: str, while_in: QWidget | None = None) -> None:
        """Says something for a while; a hint for somewhere only until the cursor leaves it."""
        self.said.setText(words)
        self._while_in = while_in
        self._unsaying.start(_LASTS)

    @property
    def lasts(self) -> int:
        """The milliseconds for which it still says what it says; -1 where it says nothing."""
        return self._unsaying.remainingTime()

    def unsay(self) -> None:
        """Says it no more."""
        self.said.setText("")
        self._while_in = None
        self._unsaying.stop()

    def outlive(self) -> None:
        """Something else was done meanwhile: what is said goes sooner, but for a hint."""
        if self._while_in is None and self.lasts > _OUTLIVED:
            self._unsaying.start(_OUTLIVED)

    def _on_focus(self, _left: QWidget | None, now: QWidget | None) -> None:
        place = self._while_in
        if place and now and now is not place and not place.isAncestorOf(now):
            self.unsay()

    @property
    def is_bad(self) -> bool:
        """Whether it says that the disk did not take something."""
        return self._tone == "bad"

    def show_saved(self, at: dt.datetime) -> None:
        """Says that everything is on the disk, since when."""
        self._say_saved(f"✓ Saved {at:%H:%M:%S}", "good")

    def show_saving(self) -> None:
        """Says that the disk has not answered yet, unless it has just refused."""
        if self._tone != "bad":
            self._say_saved("Saving…", "doubtful")

    def show_read_only(self) -> None:
        """Says that nothing can be changed."""
        self._say_saved("Read-only", "doubtful")

    def show_not_saved(self, reason: str) -> None:
        """Says that the disk did not take it, and why."""
        self._say_saved(f"Not saved: {reason}. Trying again…", "bad")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line above."""
        super().paintEvent(event)
        if self._look:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), 1, self._look.color("line"))
            painter.end()

    def _say_saved(self, words: str, tone: str) -> None:
        if self.saved.text() != words:
            self.saved.setText(words)
        if tone != self._tone:
            self._show_tone(tone)

    def _show_tone(self, tone: str) -> None:
        self._tone = tone
        if self._look:
            palette = self._look.palette()
            palette.setColor(palette.ColorRole.WindowText, self._look.color(tone))
            self.saved.setPalette(palette)
