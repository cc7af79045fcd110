"""A ballot taken beside the words, and written below the entry in hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from clerkapp.editing.ballot_pad import BallotPad
from clerkapp.editing.taking_ballots import TakenBallot, record_ballot, take_ballot
from clerkapp.editing.taking_votes import is_written
from clerkapp.meeting.votes import Ballot
from clerkapp.window.room.room_in_hand import RoomInHand

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow
    from clerkapp.window.room.ballot_panel import BallotPanel


class BallotCommands(QObject):
    """Opens the ballot pad at the entry in hand, and records what is on it."""

    def __init__(self, window: "MeetingWindow", room: RoomInHand) -> None:
        super().__init__(window)
        self._window = window
        self._room = room
        self._panel: BallotPanel | None = None
        self._taken: TakenBallot | None = None

    @property
    def panel(self) -> "BallotPanel":
        """The ballot pad, made when it is first wanted."""
        if self._panel is None:
            from clerkapp.window.room.ballot_panel import BallotPanel  # noqa: PLC0415

            self._panel = BallotPanel()
            self._panel.recorded.connect(self._on_recorded)
            self._panel.closed.connect(self._room.close_panel)
        return self._panel

    def open(self) -> None:
        """Opens the pad: on a ballot to correct it, elsewhere for a new one below."""
        from clerkapp.wording.ballots import ballot_words  # noqa: PLC0415
        from clerkapp.wording.sentences import Sentences  # noqa: PLC0415

        window = self._window
        place = window.page.place
        if not place.item_id:
            return
        taken = take_ballot(window.capture, place, self._room.place)
        self._taken = taken
        sentences = Sentences(taken.meeting, window.open.style)

        def words(ballot: Ballot) -> str:
            return ballot_words(ballot, sentences)

        self.panel.open(taken.pad, taken.meeting, words)
        self._room.open_panel(self.panel)
        self.panel.begin()

    def _on_recorded(self, pad: BallotPad) -> None:
        taken, room = self._taken, self._room
        if taken is None:
            return
        if self._window.why_read_only:
            self._window.refuse()
            return
        if not taken.is_old or is_written(self._window.meeting, pad.entry_id):
            place = self._window.page.place
            heard = f"Ballot recorded: {self.panel.preview.text()}"
            room.do(lambda: record_ballot(self._window.capture, taken, pad, place), heard)
        room.close_panel()
