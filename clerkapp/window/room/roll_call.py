"""The roll call: everyone present with one key, then the exceptions."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from clerkapp.meeting.meeting import Meeting, people_of
from clerkapp.meeting.people import Attendance, Person, Standing, folded
from clerkapp.meeting.presence import Moment, QuorumState, members, quorum_state
from clerkapp.window.room.pad import Pad
from clerkapp.window.room.room_keys import ROLL_KEYS
from clerkapp.window.room.room_lines import count_words, person_line
from clerkapp.wording.attribution import meant_by


class RollCall(Pad):
    """Lists the members and says which key was pressed at whom; it changes nothing itself."""

    called = Signal(str, str)  # the key, and the id of the member
    reason_given = Signal(str, str)
    substitute_given = Signal(str, Attendance)

    def __init__(self) -> None:
        super().__init__("Roll call", ROLL_KEYS)
        self._meeting: Meeting | None = None
        self._asked_of = ""
        self._is_reason = False
        self._new_id = ""
        self.field.given.connect(self._on_given)
        self.field.textEdited.connect(self._on_edited)

    def show_meeting(self, meeting: Meeting, moment: Moment) -> None:
        """Shows the members as they now stand."""
        self._meeting = meeting
        lines = members(meeting.attendance)
        self.list.show_rows(
            tuple((person_line(meeting, moment, line), line.person.id) for line in lines)
        )
        expected = len(moment.unheard)
        asked = f"{expected} not yet called. " if expected else "Everyone is accounted for. "
        self.tell(self.about, asked if lines else "No members are on the lists: Ctrl+I adds them.")
        is_lost = quorum_state(meeting, moment) is QuorumState.LOST
        tone = "bad" if is_lost else "doubtful" if expected else "good"
        self.tell(self.proof, f"{count_words(meeting, moment)}.", tone)

    def press(self, key: str) -> None:
        """Says what is done, and to whom; S and Shift+A ask for a name and a reason first."""
        who = self.list.chosen
        if key == "S" and who:
            self.ask_substitute(who)
        elif key in ("Esc", "Ctrl+Z"):
            super().press(key)
        elif who or key == "E":
            self.called.emit(key, who)
            if key == "Shift+A":
                self._asked_of, self._is_reason = who, True
                self.ask(f"Why {self._name(who)} is away, for you alone")
            elif key != "E":
                self.list.step(1)

    def ask_substitute(self, who: str) -> None:
        """Asks who is there in the place of that member."""
        self._asked_of, self._is_reason = who, False
        self.list.choose(who)
        self.ask(f"Who is there for {self._name(who)}? A few letters, or a whole name")

    def _on_edited(self, typed: str) -> None:
        if not self._is_reason:
            found = substitute_meant(typed, self._candidates())
            meant = found.name if isinstance(found, Person) else found
            self.say(self.field_says, meant or f"Who is there for {self._name(self._asked_of)}?")

    def _on_given(self, typed: str) -> None:
        if self._is_reason:
            self.end_asking()
            if typed:
                self.reason_given.emit(self._asked_of, typed)
            self.list.step(1)
            return
        found = substitute_meant(typed, self._candidates())
        if isinstance(found, str) and typed:
            self.say(self.field_says, found)
            return
        self.end_asking()
        if isinstance(found, Person):
            self.substitute_given.emit(self._asked_of, Attendance(found, Standing.SUBSTITUTE))
            self.list.choose(self._asked_of)
            self.list.step(1)

    def _candidates(self) -> tuple[Person, ...]:
        people = people_of(self._meeting) if self._meeting else ()
        return tuple(person for person in people if person.id != self._asked_of)

    def _name(self, person_id: str) -> str:
        people = people_of(self._meeting) if self._meeting else ()
        return next((p.name for p in people if p.id == person_id), "")


def substitute_meant(typed: str, people: Iterable[Person]) -> Person | str:
    """Whom letters of a name mean; somebody new for a whole name, without an id as yet.

    Words where that is not clear: several fit, or it is one short word.
    """
    found = meant_by(typed, people)
    if len(found) == 1:
        return found[0]
    if found:
        return f"{' or '.join(person.name for person in found[:3])}? A letter more decides."
    words = folded(typed).split()
    if len(words) > 1:
        return Person("", " ".join(typed.split()))
    return "Nobody on the lists: write the whole name." if words else ""
