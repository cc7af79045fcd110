"""The meeting in hand on the screen: the agenda, the item and what stands beside it."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from clerkapp.archive.read_only import OpenArchive
from clerkapp.archive.writer import Saved
from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place, Step
from clerkapp.editing.last_place import place_again, place_to_begin, place_to_keep
from clerkapp.editing.session import Change
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.agenda.agenda_panel import AgendaPanel
from clerkapp.window.backups import keep_backups
from clerkapp.window.beside.beside_panel import BesidePanel
from clerkapp.window.disk_trouble import DiskTrouble
from clerkapp.window.item.item_page import ItemPage
from clerkapp.window.look.look import LEAST_ROOM, ZOOMS, Look
from clerkapp.window.look.look_choice import look_wanted, when_system_changes
from clerkapp.window.look.outlines import dress_application
from clerkapp.window.notice_bar import NoticeBar
from clerkapp.window.open_meeting import OpenMeeting
from clerkapp.window.places import Places
from clerkapp.window.settings import Settings
from clerkapp.window.status_line import StatusLine, elapsed_words, place_words
from clerkapp.window.top_bar import TopBar
from clerkapp.window.voice import Voice
from clerkapp.wording.times import date_words

if TYPE_CHECKING:
    from clerkapp.archive.history import Wording
    from clerkapp.window.commands import Command

_SLOW_SAVE = 600  # milliseconds without an answer from the disk, after which the window says so
_KEYS = (("Enter", "next entry"), ("Ctrl+3", "action"), ("Ctrl+E", "export"),
         ("F6", "panels"), ("F1", "keys"))  # fmt: skip
_KEYS_OF_A_BLOCK = (("Alt+↑ ↓", "move"), ("Ctrl+1 … 9", "kind"), ("Ctrl+C", "copy"),
                    ("Del", "delete"), ("Esc", "end"))  # fmt: skip
_AFTER_TYPING = 400  # milliseconds without a key until what stands beside the words follows


class MeetingWindow(QMainWindow):
    """Puts the places together and passes each change of the meeting on to them, once.

    Commands act on it. It knows none of them: those that have something to show here give it, or
    hear the signals.
    """

    meeting_opened = Signal(Meeting)  # and is not shown yet
    rested = Signal()  # nobody types: what stands beside the words is to follow
    returning = Signal()  # to the words: what was selected is so no longer

    def __init__(self, archive: OpenArchive, settings: Settings) -> None:
        super().__init__()
        self._archive = archive
        self.why_read_only = archive.why_read_only
        self.settings = settings
        self.commands: tuple[Command, ...] = ()
        self.selected: Callable[[], str] = str
        """How many entries are selected together, in words; "" for none."""
        self.open = OpenMeeting(archive, self)
        self.agenda = AgendaPanel()
        self.page = ItemPage()
        self.beside = BesidePanel()
        self.notices = NoticeBar()
        self.status = StatusLine()
        self.top = TopBar()
        self.places = Places(self.agenda, self.page, self.beside)
        self.voice = Voice(self, self._place_words)
        self.disk = DiskTrouble(archive, self.open, self.notices, self)
        self._put_together()
        if self.why_read_only:
            self.agenda.set_read_only()
        self._hear()
        self._slow_save = _timer(self, _SLOW_SAVE, self.status.show_saving)
        self._after_typing = _timer(self, _AFTER_TYPING, self._refresh_around)
        self._minute = QTimer(self)
        self._minute.setInterval(20_000)
        self._minute.timeout.connect(self._show_elapsed)
        self._minute.timeout.connect(partial(keep_backups, archive, self.say))
        self._minute.start()
        self._follow_look()
        when_system_changes(self._follow_look)
        if not (settings.geometry and self.restoreGeometry(settings.geometry)):
            self.resize(1366, 768)  # Qt refuses what was kept on a much larger or smaller screen

    def _put_together(self) -> None:
        self.setMenuWidget(self.top)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.places, 1)
        layout.addWidget(self.notices)
        layout.addWidget(self.status)
        self.setCentralWidget(middle)

    def _hear(self) -> None:
        """Connects what the places tell with what is done about it."""
        self.open.leaving.connect(self.page.facts.take_typed)
        self.open.changed.connect(self._on_changed)
        self.open.saved.connect(self._on_saved)
        self.open.not_saved.connect(self._on_not_saved)
        self.agenda.chosen.connect(self.go_to_item)
        self.agenda.renaming_ended.connect(self.back_to_words)
        self.page.place_changed.connect(self.show_place)
        self.page.place_rested.connect(self._remember_place)
        self.page.asked.connect(self.say)
        self.page.offered.connect(self.voice.tell_offer)
        self.page.kind_changed.connect(self.voice.tell_kind)
        self.beside.led_to.connect(self.go)
        self.beside.counted.connect(self.places.show_checks)
        self.notices.left.connect(self.back_to_words)
        self.places.chosen.connect(self._on_turn)
        self.places.narrowed.connect(self.top.title.setHidden)
        self.disk.said.connect(self.say)
        self.disk.all_saved.connect(self._show_all_saved)

    # The meeting in hand

    @property
    def capture(self) -> Capture:
        """The clerk's hands on the meeting in hand. Only asked for once there is one."""
        capture = self.open.capture
        if capture is None:
            raise RuntimeError("no meeting is open")
        return capture

    @property
    def meeting(self) -> Meeting:
        """The meeting in hand."""
        return self.capture.session.meeting

    def open_meeting(self, meeting: Meeting, place: Place | None = None) -> None:
        """Takes a meeting in hand: at `place`, where the clerk was, or its first empty item."""
        self._remember_place()  # in the meeting that was in hand
        place = place or self.settings.place_in(meeting.id)
        self.open.open(meeting)
        self._slow_save.stop()  # the disk's answer is for a meeting that is no longer in hand
        self.settings.meeting = meeting.id
        if self.why_read_only:
            self.status.show_read_only()
        elif not self.disk.is_on:
            self.status.show_saved(dt.datetime.now().astimezone())
        self.page.open_meeting(self.capture, self.open.style)
        self.meeting_opened.emit(meeting)
        self.go(place_again(self.capture, place) or place_to_begin(meeting))
        self._refresh_around()

    def wordings_of(self, entry_id: str) -> "list[Wording]":
        """The wordings that an entry had, the present one too once it is on the disk."""
        from clerkapp.archive.history import wordings_of  # noqa: PLC0415 — seldom needed

        self._archive.settle()
        return wordings_of(self._archive, entry_id)

    def go(self, place: Place) -> None:
        """Puts the cursor there."""
        if place.item_id and not place.entry_id:
            place = self.capture.enter_item(place.item_id)
        self.page.go(place)
        self.show_place()

    def go_to_item(self, item_id: str) -> None:
        """Goes to the end of an item; the cursor stays in a new entry that is open there."""
        end = self.capture.entries_shown(item_id)[-1:]
        if not (end and self.capture.is_draft(end[0].id)):
            self.capture.drop_draft()
            self.go(self.capture.enter_item(item_id))
        self.page.return_to_words()

    # What has changed

    def _on_changed(self, change: Change) -> None:
        if not self._slow_save.isActive():
            self._slow_save.start()
        self.voice.tell_step(change)
        self.status.outlive()
        self.page.show_style(self.open.style)
        self.page.refresh(is_held=change.undone is None)  # undo leads to where the change was
        if change.origin is not self.page:
            self.agenda.show_items(change.after, self.page.item_id)
            self._tell_place()  # its item may have another number now
        self.beside.wait()
        self._after_typing.start()

    def _refresh_around(self) -> None:
        meeting = self.open.meeting
        if meeting is None:
            return
        self.agenda.show_meeting(meeting, self.page.item_id)
        self.beside.show_meeting(meeting, self.open.style, self.page.item_id, self.open.earlier)
        heading = meeting.heading
        parts = [heading.committee or heading.council or "Meeting"]
        if heading.date:
            parts.append(date_words(heading.date))
        title = " · ".join(parts)
        state = "Sample" if meeting.is_sample else heading.status.value.capitalize()
        self.top.show_meeting(title, state)
        self.setWindowTitle(f"{title} – Clerkapp")
        self.rested.emit()
        self._show_elapsed()

    def show_place(self) -> None:
        """Says where the clerk is, and how many entries are selected."""
        if self.open.capture is None:
            return
        self._remember_place()
        place = self.page.place
        if place.item_id:
            self.agenda.show_items(self.meeting, place.item_id)
            self._tell_place()
        self.status.keys.show_hints(_KEYS_OF_A_BLOCK if self.selected() else _KEYS)

    def _tell_place(self) -> None:
        self.status.place.setText(place_words(self.capture, self.page.place, self.selected()))

    def _remember_place(self) -> None:
        if self.open.capture:
            place = place_to_keep(self.capture, self.page.place)
            self.settings.keep_place(self.meeting.id, place)

    def _show_elapsed(self) -> None:
        now = dt.datetime.now()  # noqa: DTZ005 — the clock on the wall of the room
        meeting = self.open.meeting
        self.status.elapsed.setText(elapsed_words(meeting.heading, now) if meeting else "")

    def _show_all_saved(self, at: dt.datetime) -> None:
        """Says that nothing waits for the disk any more, also of meetings not in hand."""
        if not self._slow_save.isActive():
            self.status.show_saved(at)

    def _on_saved(self, saved: Saved) -> None:
        self._slow_save.stop()
        if self.status.is_bad:
            self.voice.tell("Everything is saved again.")
        self.status.show_saved(saved.at)

    def _on_not_saved(self, reason: str) -> None:
        self._slow_save.stop()
        self.status.show_not_saved(reason)

    def refuse(self) -> None:
        """Says why nothing can be changed."""
        self.say(f"{self.why_read_only[:1].upper()}{self.why_read_only[1:]}.")

    def say(self, words: str, while_in: QWidget | None = None) -> None:
        """Says something in the status line for a while; with "" what was said holds no more."""
        if words:
            self.status.say(words, while_in)
            self.voice.tell(words)
        else:
            self.status.unsay()

    def _place_words(self) -> str:
        return self.page.place_words

    # Undo

    def undo(self) -> None:
        """Takes the last step back."""
        self._after_history(self.capture.undo(), "Undid")

    def redo(self) -> None:
        """Does the last undone step again."""
        self._after_history(self.capture.redo(), "Did again")

    def _after_history(self, done: tuple[Step, Place | None] | None, verb: str) -> None:
        if done is None:
            self.say("There is nothing more to undo." if verb == "Undid" else "Nothing to redo.")
            return
        step, place = done
        if place:
            self.go(place)
        self.say(f"{verb}: {step.label}")

    # Places and looks

    def next_place(self) -> None:
        """Moves the focus on: words, agenda, what stands beside them, a notice, words again."""
        focus = QApplication.focusWidget()
        if focus is self.agenda.view:
            self.places.call_beside()
            self.beside.seen.setFocus()
        elif focus is not None and self.beside.isAncestorOf(focus):
            if not self.notices.take_focus():
                self.back_to_words()
        elif focus is not None and self.notices.isAncestorOf(focus):
            self.back_to_words()
        else:
            self.go_to_agenda()

    def go_to_agenda(self) -> None:
        """Moves the focus to the agenda."""
        self.places.call_agenda()
        self.agenda.view.setFocus()

    def _on_turn(self, name: str) -> None:
        self.open_tab(name) if name else self.places.call_agenda()

    def open_tab(self, name: str) -> None:
        """Shows one of the views beside the words, for now also where there is little room."""
        self._refresh_around()
        self.places.call_beside(name)

    def back_to_words(self) -> None:
        """Puts the cursor back where it was, and selects no entries any more."""
        self.returning.emit()
        self.page.return_to_words()  # before the view that has the keys hides and gives them away
        self.places.call_agenda()
        self.show_place()

    def zoom(self, by: int) -> None:
        """Makes everything larger or smaller by a step; 0 is the usual size."""
        at = ZOOMS.index(self._look.zoom)
        zoom = ZOOMS[max(0, min(at + by, len(ZOOMS) - 1))] if by else 1.0
        wide, high = LEAST_ROOM
        if by > 0 and (self.width() < zoom * wide or self.height() < zoom * high):
            self.say("No room for larger letters.")
            return
        self.settings.zoom = zoom
        self.show_look(self._look.zoomed(zoom))

    def choose_look(self, name: str) -> None:
        """Takes the look of that name; "" follows the system."""
        self.settings.look = name
        self._follow_look()

    def _follow_look(self) -> None:
        self.show_look(look_wanted(self.settings))

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look, everywhere."""
        self._look = look
        dress_application(look)
        QApplication.setFont(look.font(13))
        self.top.show_look(look)
        for place in (self.agenda, self.page, self.beside, self.notices, self.status):
            place.setPalette(look.palette())
            place.show_look(look)
        self.places.show_look(look)

    @property
    def look(self) -> Look:
        """The look that is shown."""
        return self._look

    # The end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Waits for the disk, and asks where it has not taken everything."""
        self.page.facts.take_typed()
        self._remember_place()
        self.settings.geometry = self.saveGeometry()
        if not self._archive.settle() and not self.disk.may_close():
            event.ignore()
            return
        super().closeEvent(event)


def _timer(parent: QWidget, milliseconds: int, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(run)
    return timer
