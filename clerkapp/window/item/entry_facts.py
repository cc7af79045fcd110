"""What is typed into the fields of a row, and behind its words: taken in or asked about."""

import datetime as dt
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from clerkapp.editing.action_points import ActionPoints
from clerkapp.editing.adjourning import take_step
from clerkapp.editing.capture import Capture
from clerkapp.editing.coming_and_going import take_passing
from clerkapp.editing.declaring import take_declaration
from clerkapp.editing.history import Place
from clerkapp.editing.movers import take_movers, take_told
from clerkapp.editing.taking_votes import take_told_vote
from clerkapp.window.item.entry_row import EntryRow


class EntryFacts(QObject):
    """Passes on, to the meeting in hand, what the rows say that was typed into their fields."""

    asked = Signal(str)  # a question about what was typed, or why nothing can be changed
    draft_changed = Signal()  # which no change of the meeting tells

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._capture: Capture | None = None
        self._actions: ActionPoints | None = None
        self._typed_in = ""  # the entry whose words were typed last; "" once they are taken in

    def open_meeting(self, capture: Capture) -> None:
        """Changes another meeting from now on."""
        self._capture, self._actions, self._typed_in = capture, ActionPoints(capture), ""

    def hear(self, row: EntryRow) -> None:
        """Hears what is typed into the fields of that row."""
        row.owner_typed.connect(self._on_owner_typed)
        row.due_typed.connect(self._on_due_typed)
        row.owner_given.connect(self.give_owner)
        row.owner_chosen.connect(self._on_owner_chosen)
        row.due_given.connect(self.give_due)
        row.time_given.connect(self._on_time_given)
        row.time_refused.connect(self.asked)

    def refuse(self) -> bool:
        """Says why nothing can be changed, if so; whether it is."""
        refusal = self._capture.session.refusal if self._capture else ""
        if refusal:
            self.asked.emit(f"{refusal[:1].upper()}{refusal[1:]}.")
        return bool(refusal)

    def typed(self, entry_id: str) -> None:
        """Something was typed in the words of that entry."""
        self._typed_in = entry_id

    def left_for(self, entry_id: str) -> None:
        """The cursor came to that entry: what was typed in another is done with.

        What is only walked through stays as it is, and so does what an undo brought back.
        """
        if self._typed_in not in ("", entry_id):
            QTimer.singleShot(0, self, self.take_typed)  # once the cursor has settled there

    def take_typed(self) -> None:
        """Takes who moved, a vote, whose an action is and by when, and who came or went."""
        entry_id, self._typed_in = self._typed_in, ""
        if self._capture and self._actions and entry_id:
            with suppress(KeyError):  # it was deleted
                end = len(self._capture.entry_shown(entry_id).text)
                entry_id, end = self.take_told_of(entry_id, end)
                self.take_movers_of(entry_id, end)
                self._ask(self._actions.take_when_left(entry_id))
                self.take_passing_of(entry_id)

    def take_movers_of(self, entry_id: str, cursor: int) -> int:
        """Takes the names before the cursor of that entry, or asks; where the cursor then is."""
        self._typed_in = ""
        taken = take_movers(self._capture, entry_id, cursor) if self._capture else None
        if taken:
            self._ask(taken.question)
        return taken.cursor if taken else cursor

    def take_told_of(self, entry_id: str, cursor: int) -> tuple[str, int]:
        """Takes who moved, or a vote, that the words tell which end at the cursor.

        Which entry then ends, and where: the motion that a line below it was taken into.
        """
        if self._capture and not self._capture.entry_shown(entry_id).text[cursor:].strip():
            told = take_told(self._capture, entry_id)
            if isinstance(told, Place):
                self._typed_in = ""
                return told.entry_id, told.cursor
            self._ask(told)
            if take_told_vote(self._capture, entry_id):
                return entry_id, 0
        return entry_id, cursor

    def take_passing_of(self, entry_id: str) -> None:
        """Records what the words that the cursor has left say of the room and of the meeting."""
        if self._capture:
            any(
                take(self._capture, entry_id)
                for take in (take_passing, take_declaration, take_step)
            )

    def give_owner(self, entry_id: str, words: str) -> None:
        """Gives the action point an owner, and asks where several may be meant."""
        if self._actions and not self.refuse():
            self._ask(self._actions.set_owner(entry_id, words))

    def give_due(self, entry_id: str, words: str) -> None:
        """Gives the action point a date, and says where it is none."""
        if self._actions and not self.refuse():
            self._ask(self._actions.set_due(entry_id, words))

    def _ask(self, doubt: str) -> None:
        if doubt:
            self.asked.emit(doubt)

    def _on_owner_typed(self, entry_id: str, words: str) -> None:
        if self._actions:
            self._actions.set_owner(entry_id, words, half_typed=True)

    def _on_due_typed(self, entry_id: str, words: str) -> None:
        if self._actions:
            self._actions.set_due(entry_id, words, half_typed=True)

    def _on_owner_chosen(self, entry_id: str, person_id: str) -> None:
        if self._actions and not self.refuse():
            self._actions.choose_owner(entry_id, person_id)

    def _on_time_given(self, entry_id: str, time: dt.time | None) -> None:
        if self._capture and not self.refuse():
            self._capture.set_time(entry_id, time)
            self.draft_changed.emit()
