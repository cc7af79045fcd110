"""The room, live: who is there at the entry in hand, the alarm, and the keys that change it."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QAction

from clerkapp.editing.history import Place
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import Attendance, Standing
from clerkapp.meeting.presence import Moment
from clerkapp.window.look.menu import Menu
from clerkapp.window.room.room_in_hand import RoomInHand
from clerkapp.window.room.room_keys import ROOM_KEYS
from clerkapp.window.room.step_commands import StepCommands

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerkapp.window.meeting_window import MeetingWindow
    from clerkapp.window.room.ballot_commands import BallotCommands
    from clerkapp.window.room.roll_call import RollCall
    from clerkapp.window.room.vote_commands import VoteCommands


class RoomCommands(RoomInHand):
    """Does what the keys of the room and those of the roll say; opens the pads."""

    def __init__(self, window: "MeetingWindow") -> None:
        super().__init__(window)
        self.steps = StepCommands(window, self)
        self._roll: RollCall | None = None
        self.shown.connect(self._show_in_roll)
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

    @cached_property
    def votes(self) -> "VoteCommands":
        """The vote pad and its commands, made when a vote is first taken."""
        from clerkapp.window.room.vote_commands import VoteCommands  # noqa: PLC0415

        return VoteCommands(self._window, self)

    @cached_property
    def ballots(self) -> "BallotCommands":
        """The ballot pad and its commands, made when a ballot is first taken."""
        from clerkapp.window.room.ballot_commands import BallotCommands  # noqa: PLC0415

        return BallotCommands(self._window, self)

    def take_vote(self) -> None:
        """Opens the vote pad at the entry in hand."""
        self.votes.open()

    def take_ballot(self) -> None:
        """Opens the ballot pad at the entry in hand."""
        self.ballots.open()

    # The list of the room

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

    def _show_in_roll(self, meeting: Meeting, moment: Moment) -> None:
        if self._roll and self._roll.isVisible():
            self._roll.show_meeting(meeting, moment)

    def call_roll(self) -> None:
        """Opens the roll beside the words."""
        self.roll.show_meeting(self._window.meeting, self.moment)
        self.roll.list.choose("")
        self.open_panel(self.roll)

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
