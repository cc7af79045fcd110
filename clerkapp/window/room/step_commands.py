"""Steps of the meeting itself, and interests declared: each an entry below the one in hand."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from clerkapp.meeting.decisions import Decision, Referral
from clerkapp.meeting.edits import set_facts
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import entry_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.presence import members
from clerkapp.meeting.proceedings import Step
from clerkapp.window.room.room_in_hand import RoomInHand

if TYPE_CHECKING:
    from clerkapp.editing.excluding import Excluding
    from clerkapp.window.meeting_window import MeetingWindow
    from clerkapp.window.room.decision_panel import DecisionPanel
    from clerkapp.window.room.exclusion_panel import ExclusionPanel
    from clerkapp.window.room.interest_panel import InterestPanel


class StepCommands(QObject):
    """Writes down that the meeting was adjourned, resumed or closed, the public excluded."""

    def __init__(self, window: "MeetingWindow", room: RoomInHand) -> None:
        super().__init__(window)
        self._window = window
        self._room = room
        self._panel: InterestPanel | None = None
        self._decision: DecisionPanel | None = None
        self._exclusion: ExclusionPanel | None = None

    def why_not(self, step: Step) -> str:
        """Why the meeting cannot take that step at the entry in hand; "" where it can."""
        window = self._window
        if window.why_read_only or window.open.meeting is None:
            return window.why_read_only
        if not window.page.item_id:
            return "the agenda has no item yet"
        if step is Step.PUBLIC_EXCLUDED:
            from clerkapp.editing.excluding import is_exclusion  # noqa: PLC0415 — as law_of below

            if is_exclusion(window.meeting, window.page.place):
                return ""  # it is corrected
        return self._room.room.why_not(step, self._room.place)

    def take(self, step: Step) -> None:
        """Takes that step, with the time of day."""
        why, room = self.why_not(step), self._room
        if why:
            self._window.say(f"{why[:1].upper()}{why[1:]}.")
        elif step is Step.PUBLIC_EXCLUDED and self._knows_paragraphs():
            self._exclude()
        else:
            room.do(partial(room.room.take_step, step, room.place))

    # Press and public

    @property
    def exclusion_panel(self) -> "ExclusionPanel":
        """Where the paragraphs of an exclusion are chosen, made when it is first wanted."""
        if self._exclusion is None:
            from clerkapp.window.room.exclusion_panel import ExclusionPanel  # noqa: PLC0415

            self._exclusion = ExclusionPanel()
            self._exclusion.recorded.connect(self._on_excluded)
            self._exclusion.closed.connect(self._room.close_panel)
        return self._exclusion

    def _knows_paragraphs(self) -> bool:
        from clerkapp.law.jurisdiction import law_of  # noqa: PLC0415 — read when it is needed

        return bool(law_of(self._window.meeting).exemption.paragraphs)

    def _exclude(self) -> None:
        """Asks under which paragraphs, beside the words."""
        from clerkapp.editing.excluding import take_exclusion  # noqa: PLC0415
        from clerkapp.law.jurisdiction import law_of  # noqa: PLC0415
        from clerkapp.wording.exclusion import Exclusion  # noqa: PLC0415

        window = self._window
        taken = take_exclusion(window.capture, window.page.place, self._room.place)
        law = law_of(taken.meeting, window.open.style.words.language)
        exclusion = Exclusion(taken.meeting, law, window.open.style.words)

        def words(now: "Excluding") -> str:
            return exclusion.resolution(now.entry, now.proceeding)

        self.exclusion_panel.open(taken, law.exemption.schedule, words)
        self._room.open_panel(self.exclusion_panel)

    def _on_excluded(self, taken: "Excluding") -> None:
        from clerkapp.editing.excluding import record_exclusion  # noqa: PLC0415
        from clerkapp.editing.taking_votes import is_written  # noqa: PLC0415

        window, room = self._window, self._room
        if window.why_read_only:
            window.refuse()
            return
        if not taken.is_old or is_written(window.meeting, taken.entry.id):
            room.do(partial(record_exclusion, window.capture, taken, window.page.place))
        room.close_panel()

    def hand_over(self) -> None:
        """Leads to the list of the room, where C has whoever is chosen take the chair."""
        self._room.go_to_list()
        hint = "Choose who takes the chair, and press C. Esc goes back to the words."
        self._window.say(hint, while_in=self._window.beside.room)

    # Interests

    @property
    def panel(self) -> "InterestPanel":
        """Where an interest is declared, made when it is first wanted."""
        if self._panel is None:
            from clerkapp.window.room.interest_panel import InterestPanel  # noqa: PLC0415

            self._panel = InterestPanel()
            self._panel.declared.connect(self._on_declared)
            self._panel.closed.connect(self._room.close_panel)
        return self._panel

    def declare(self) -> None:
        """Opens the panel in which an interest in the item in hand is declared."""
        from clerkapp.law.jurisdiction import law_of  # noqa: PLC0415 — read when it is needed

        window = self._window
        if not window.page.item_id:
            return
        meeting, language = window.meeting, window.open.style.words.language
        law = law_of(meeting, language).interests
        self.panel.open(meeting, window.page.item_id, members(meeting.attendance), law)
        self._room.open_panel(self.panel)

    def _on_declared(self, who: str, nature: str, conduct: str, item_id: str) -> None:
        room = self._room
        declaration = Declaration(Mention(who), nature, conduct, item_id)
        room.do(partial(room.room.declares, room.place, declaration))
        room.close_panel()

    # The outcome

    @property
    def decision_panel(self) -> "DecisionPanel":
        """The outcome and the statement, made when they are first wanted."""
        if self._decision is None:
            from clerkapp.window.room.decision_panel import DecisionPanel  # noqa: PLC0415

            self._decision = DecisionPanel()
            self._decision.given.connect(self._on_decided)
            self._decision.closed.connect(self._room.close_panel)
        return self._decision

    def why_no_outcome(self) -> str:
        """Why there is no outcome to say."""
        page = self._window.page
        if page.current_kind not in (EntryKind.RESOLUTION, EntryKind.RECOMMENDATION):
            return "the entry is no resolution"
        is_draft = self._window.capture.is_draft(page.current_entry)
        return "nothing is written in the entry yet" if is_draft else ""

    def decide(self) -> None:
        """Opens the outcome of the resolution or recommendation in hand, and its statement."""
        window, why = self._window, self.why_no_outcome()
        if why:
            window.say(f"{why[:1].upper()}{why[1:]}.")
            return
        _, entry = entry_of(window.meeting, window.page.current_entry)
        facts: Decision | Referral = facts_of(entry, Decision) or Decision()
        if entry.kind is EntryKind.RECOMMENDATION:
            facts = facts_of(entry, Referral) or Referral()
        self.decision_panel.open(entry.id, facts)
        self._room.open_panel(self.decision_panel)

    def _on_decided(self, entry_id: str, facts: Decision | Referral) -> None:
        from clerkapp.editing.taking_votes import is_written  # noqa: PLC0415

        window = self._window
        session = window.capture.session
        if is_written(window.meeting, entry_id):
            edit = partial(set_facts, entry_id=entry_id, facts=facts)
            session.end_burst()
            session.apply(edit, "the outcome", place=window.page.place)
