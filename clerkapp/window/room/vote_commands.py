"""A vote taken beside the words, and written below the motion or in the place of the old one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from clerkapp.editing.taking_votes import TakenVote, is_written, record_vote, take_vote
from clerkapp.editing.vote_pad import VotePad, what_is_put
from clerkapp.meeting.meeting import Meeting, entry_of
from clerkapp.meeting.motions import amends
from clerkapp.meeting.votes import Vote
from clerkapp.window.room.room_in_hand import RoomInHand

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow
    from clerkapp.window.room.vote_panel import Put, VotePanel


class VoteCommands(QObject):
    """Opens the vote pad at the entry in hand, and records what is on it."""

    def __init__(self, window: "MeetingWindow", room: RoomInHand) -> None:
        super().__init__(window)
        self._window = window
        self._room = room
        self._panel: VotePanel | None = None
        self._taken: TakenVote | None = None

    @property
    def panel(self) -> "VotePanel":
        """The vote pad, made when it is first wanted."""
        if self._panel is None:
            from clerkapp.window.room.vote_panel import VotePanel  # noqa: PLC0415

            self._panel = VotePanel()
            self._panel.recorded.connect(self._on_recorded)
            self._panel.closed.connect(self._room.close_panel)
        return self._panel

    def open(self) -> None:
        """Opens the pad: on a vote to correct it, elsewhere for a new one below."""
        window = self._window
        window.page.facts.take_typed()
        place = window.page.place
        if not place.item_id:
            return
        taken = take_vote(window.capture, place, self._room.place)
        self._taken = taken
        self.panel.open(taken.pad, self._put(taken.meeting, taken.pad.entry_id))
        self._room.open_panel(self.panel)
        if taken.pad.why_not_by_numbers:
            window.say(taken.pad.why_not_by_numbers)
        if not taken.pad.voters:
            window.say("Nobody who may vote is in the room: F7 calls the roll.")

    def _put(self, meeting: Meeting, entry_id: str) -> "Put":
        from clerkapp.window.room.vote_panel import Put  # noqa: PLC0415
        from clerkapp.wording.sentences import Sentences  # noqa: PLC0415
        from clerkapp.wording.votes import vote_words  # noqa: PLC0415

        sentences = Sentences(meeting, self._window.open.style)
        put = what_is_put(meeting, entry_id)
        if not put:
            return Put("", lambda vote: vote_words(vote, sentences))
        motion = entry_of(meeting, put)[1]
        is_amendment = amends(motion)
        label = "Amendment" if is_amendment else "Motion"

        def preview(vote: Vote) -> str:
            return vote_words(vote, sentences, amends=is_amendment)

        return Put(f"{label}: {motion.text or 'no words yet'}", preview)

    def _on_recorded(self, pad: VotePad) -> None:
        taken, room = self._taken, self._room
        if taken is None:
            return
        if self._window.why_read_only:
            self._window.refuse()
            return
        is_there = not taken.is_old or is_written(self._window.meeting, taken.pad.entry_id)
        if is_there:
            place = self._window.page.place
            heard = f"Vote recorded: {self.panel.preview.text()}"
            room.do(lambda: record_vote(self._window.capture, taken, pad, place), heard)
        room.close_panel()
