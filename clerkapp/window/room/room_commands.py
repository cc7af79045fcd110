"""The room, live: who is there at the entry in hand, the alarm, and the keys that change it."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QObject, QPoint, QTimer
from PySide6.QtGui import QAction

from clerkapp.editing.history import Place
from clerkapp.editing.room import Room
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import item_of
from clerkapp.meeting.people import Attendance, Standing
from clerkapp.meeting.presence import Moment
from clerkapp.window.look.menu import Menu
from clerkapp.window.notice_bar import Notice, Weight
from clerkapp.window.room.room_keys import ROOM_KEYS
from clerkapp.window.room.room_lines import alarm_words, room_rows, status_words
from clerkapp.window.room.step_commands import StepCommands

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerkapp.window.main_window import MainWindow
    from clerkapp.window.room.ballot_commands import BallotCommands
    from clerkapp.window.room.pad import Pad
    from clerkapp.window.room.roll_call import RollCall
    from clerkapp.window.room.vote_commands import VoteCommands

_ALARM = "quorum"
_SOON = 80  # milliseconds after the cursor came to another entry


class RoomCommands(QObject):
    """Shows the room as it is at the entry in hand, and does what its keys and the roll's say."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.steps = StepCommands(window)
        self._roll: RollCall | None = None
        self._below: tuple[str, str] = ("", "")  # the entry in hand, and the last written below it
        self._is_there_still = False  # whether the cursor has not left since
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.refresh)
        view = window.beside.room
        view.pressed.connect(self.press)
        view.menu_wanted.connect(self._on_menu_wanted)
        view.activated.connect(self._on_activated)
        view.setAccessibleDescription(", ".join(f"{key} {words}" for key, words in ROOM_KEYS))
        self.menu = Menu("Room", window)
        for key, words in ROOM_KEYS:
            action = self.menu.addAction(f"{words[:1].upper()}{words[1:]}\t{key}")
            action.setData(key)
        self.menu.triggered.connect(self._on_menu)
        window.beside.room_due.connect(self.refresh)
        window.beside.told.connect(window.voice.tell_offer)
        window.page.place_changed.connect(self._on_place)
        window.page.goes_on = self.goes_on

    @cached_property
    def votes(self) -> "VoteCommands":
        """The vote pad and its commands, made when a vote is first taken."""
        from clerkapp.window.room.vote_commands import VoteCommands  # noqa: PLC0415

        return VoteCommands(self._window)

    @cached_property
    def ballots(self) -> "BallotCommands":
        """The ballot pad and its commands, made when a ballot is first taken."""
        from clerkapp.window.room.ballot_commands import BallotCommands  # noqa: PLC0415

        return BallotCommands(self._window)

    def take_vote(self) -> None:
        """Opens the vote pad at the entry in hand."""
        self.votes.open()

    def take_ballot(self) -> None:
        """Opens the ballot pad at the entry in hand."""
        self.ballots.open()

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
        if self._roll and self._roll.isVisible():
            self._roll.show_meeting(meeting, moment)
        alarm = alarm_words(meeting, moment)
        if alarm:
            window.notices.show_notice(Notice(_ALARM, alarm, weight=Weight.WARNING))
        else:
            window.notices.withdraw(_ALARM)

    # The list of the room

    def go_to_list(self) -> None:
        """Puts the keys into the list of the room, at its first person, and tells some of them."""
        self._window.open_tab("Room")
        self._window.beside.room.choose("")
        self._window.beside.room.scrollToTop()
        self._window.beside.room.setFocus()
        hint = "P arrives, L leaves, W withdraws for an interest; the Menu key has all."
        self._window.say(hint, while_in=self._window.beside.room)

    def press(self, key: str) -> None:
        """Does what a key says to whoever is chosen in the room."""
        who, place, room = self._window.beside.room.chosen, self.place, self.room
        if key == "Ctrl+Z":
            self.undo_in(self._window.beside.room)
            return
        if not who:
            return
        does: dict[str, Callable[[Place, str], str]] = {
            "P": room.arrives,
            "L": room.leaves,
            "W": partial(room.leaves, for_interest=True),
            "C": room.takes_chair,
            "A": partial(room.stands, standing=Standing.APOLOGIES),
            "N": partial(room.stands, standing=Standing.ABSENT),
            "R": self._turn_remote,
        }
        if key == "S":
            self.call_roll()
            self.roll.ask_substitute(who)
        else:
            self.do(partial(does[key], place, who))

    def _turn_remote(self, place: Place, who: str) -> str:
        line = self._line(who)
        if line is None:
            return ""
        there = line.standing in (Standing.PRESENT, Standing.SUBSTITUTE)
        standing = line.standing if there else Standing.PRESENT
        return self.room.stands(place, who, standing, remote=not line.remote)

    def undo_in(self, widget: "QWidget") -> None:
        """Takes the last step back and stays where the keys are."""
        if self._window.why_read_only:
            self._window.refuse()
            return
        self._window.undo()
        self.refresh()
        if widget.isVisible():
            widget.setFocus()

    def _on_menu_wanted(self, where: QPoint) -> None:
        if self._window.beside.room.chosen:
            self.menu.popup(where)

    def _on_activated(self, index: QModelIndex) -> None:
        """Offers what can be done to somebody who is clicked twice, or at Enter."""
        view = self._window.beside.room
        self._on_menu_wanted(view.viewport().mapToGlobal(view.visualRect(index).bottomLeft()))

    def _on_menu(self, action: QAction) -> None:
        self.press(str(action.data()))

    # The roll

    @property
    def roll(self) -> "RollCall":
        """The roll call, made when it is first wanted."""
        if self._roll is None:
            from clerkapp.window.room.roll_call import RollCall  # noqa: PLC0415

            self._roll = RollCall()
            self._roll.called.connect(self._on_called)
            self._roll.reason_given.connect(self._on_reason)
            self._roll.substitute_given.connect(self._on_substitute)
            self._roll.list.pressed.connect(self._on_roll_key)
            self._roll.closed.connect(self.close_panel)
        return self._roll

    def call_roll(self) -> None:
        """Opens the roll beside the words."""
        self.roll.show_meeting(self._window.meeting, self.moment)
        self.roll.list.choose("")
        self.open_panel(self.roll)

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

    def _on_roll_key(self, key: str) -> None:
        if key == "Ctrl+Z":
            self.undo_in(self.roll.list)

    def _on_called(self, key: str, who: str) -> None:
        self.do(partial(self._call, key, who))

    def _call(self, key: str, who: str) -> str:
        room, place = self.room, self.place
        match key:
            case "E":
                return room.everyone_present(place)
            case "P":
                return room.stands(place, who, Standing.PRESENT)
            case "R":
                return room.stands(place, who, Standing.PRESENT, remote=True)
            case "N":
                return room.stands(place, who, Standing.ABSENT)
            case _:
                return room.stands(place, who, Standing.APOLOGIES)

    def _on_reason(self, who: str, reason: str) -> None:
        self.do(partial(self.room.gives_reason, self.place, who, reason))

    def _on_substitute(self, who: str, line: Attendance) -> None:
        person = line.person if line.person.id else replace(line.person, id=new_id())
        known = self._line(person.id)
        stand_in = replace(known, person=person) if known else replace(line, person=person)
        self.do(partial(self.room.substitutes, self.place, who, stand_in))

    def _line(self, person_id: str) -> Attendance | None:
        lines = self._window.meeting.attendance
        return next((line for line in lines if line.person.id == person_id), None)
