"""A ballot beside the words: who stands, their votes, and the rounds until one is elected."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Signal

from clerkapp.editing.ballot_pad import BallotPad
from clerkapp.meeting.meeting import Meeting, name_of, people_of
from clerkapp.meeting.people import Mention, Person
from clerkapp.meeting.votes import Ballot
from clerkapp.window.look.lines import Line
from clerkapp.window.room.keyed_lines import Rows
from clerkapp.window.room.pad import Pad
from clerkapp.window.room.roll_call import substitute_meant

BALLOT_KEYS = (
    ("Return", "goes on: the next candidate, the next round, then the record"),
    ("S", "somebody more stands"),
    ("Del", "stands down"),
    ("P", "the post"),
    ("B", "back to the round before"),
    ("W", "writes the ballot down as it is"),
)
_HINT = (
    "Digits count the votes, Enter goes on · S somebody more stands · Del stands down"
    " · P the post · B back a round · W writes it down as it is · Esc leaves"
)
_DIGITS = tuple(str(digit) for digit in range(10))
_LONGEST = 3  # digits of a number of votes
_POST = "To which post? Enter alone leaves it out"
_WHO = "Who stands? A few letters, or a whole name; Enter alone ends the list"


class _Asked(Enum):
    POST = auto()
    CANDIDATE = auto()
    DROPPED = auto()


class BallotPanel(Pad):
    """Shows a ballot, has its keys change it, and says when it is to be recorded."""

    recorded = Signal(object)  # the `BallotPad`

    def __init__(self) -> None:
        super().__init__("Ballot", BALLOT_KEYS, enter="Go on")
        self.list.keys |= {*_DIGITS, "Backspace"}
        self.hint(_HINT)
        self._pad: BallotPad | None = None
        self._meeting: Meeting | None = None
        self._words: Callable[[Ballot], str] = str
        self._digits = ""  # of the number that is being typed
        self._counted: frozenset[str] = frozenset()  # whose votes in this round were typed
        self._asked = _Asked.POST
        self.list.clicked.connect(self._end_number)
        self.field.given.connect(self._on_given)
        self.field.textEdited.connect(self._on_edited)

    @property
    def pad(self) -> BallotPad:
        """The ballot as it stands."""
        if self._pad is None:
            raise RuntimeError("no ballot is taken")
        return self._pad

    def open(self, pad: BallotPad, meeting: Meeting, words: Callable[[Ballot], str]) -> None:
        """Takes a ballot down among the people of `meeting`; `words` is how it will read."""
        self._meeting, self._words, self._digits = meeting, words, ""
        self._counted = frozenset(_id(each.person) for each in pad.candidates)
        self._show(pad)
        self.list.choose("")

    def begin(self) -> None:
        """Asks what a new ballot is for, and then who stands."""
        if not self.pad.ballot.rounds:
            self._ask(_Asked.POST, _POST)

    def press(self, key: str) -> None:
        """Does what a key says to the candidate who is chosen, or to the round."""
        person = self._chosen
        if key == "Return":
            self._go_on()
        elif key in _DIGITS and person:
            self._digits = (self._digits + key)[:_LONGEST].lstrip("0") or "0"
            self._count(person)
        elif key == "Backspace" and person:
            self._digits = self._digits[:-1]
            self._count(person)
        elif key == "S":
            self._ask(_Asked.CANDIDATE, _WHO)
        elif key == "P":
            self._ask(_Asked.POST, _POST)
        elif key == "Del" and person:
            self._end_number()
            self._show(self.pad.stand_down(person))
        elif key == "B" and len(self.pad.ballot.rounds) > 1:
            self._begin_round(self.pad.back(), counted=True)
        elif key == "W":
            self._record()
        else:
            super().press(key)

    # Votes and rounds

    @property
    def _chosen(self) -> Mention | None:
        people = (each.person for each in self.pad.candidates)
        return next((each for each in people if _id(each) == self.list.chosen), None)

    def _end_number(self) -> None:
        self._digits = ""

    def _count(self, person: Mention) -> None:
        had = {_id(person)}
        self._counted = self._counted | had if self._digits else self._counted - had
        self._show(self.pad.count(person, int(self._digits or 0)))

    def fill_menu(self) -> None:
        """Offers whom the question asks for, else the votes of the candidate: no key is needed."""
        person = self._chosen
        if self._asks_who:
            what = "Who stands" if self._asked is _Asked.CANDIDATE else "Who drops out"
            self.offer(what, (each.name for each in self._not_standing()))
        else:
            what = f"Votes for {self._name(person)}, how many" if person else ""
            self.offer_numbers(what, len(self.pad.voters))

    def take_offered(self, at: int) -> None:
        """Answers the question with that person, or counts that many votes for the candidate."""
        person = self._chosen
        if self._asks_who:
            self._take_person(self._not_standing()[at])
        elif person:
            self._digits = str(at)
            self._count(person)
            self._end_number()

    def _go_on(self) -> None:
        """To the next candidate; behind the last to the next round, or to the record."""
        self._end_number()
        people = [_id(each.person) for each in self.pad.candidates]
        if self.list.chosen in people[:-1]:
            self.list.step(1)
        elif waiting := [each for each in people if each not in self._counted]:
            self.list.choose(waiting[0])
            self.say(self.proof, "Their votes are not counted yet; 0 for none.", "doubtful")
        elif self.pad.elected or self.pad.cast > len(self.pad.voters):
            self._record()
        elif self.pad.why_no_next_round:
            self.say(self.proof, self.pad.why_no_next_round, "doubtful")
        elif len(self.pad.lowest) > 1:
            tied = " and ".join(self._name(each) for each in self.pad.lowest)
            question = f"{tied} have equally few. Who drops out? Enter alone: all stand again"
            self._ask(_Asked.DROPPED, question)
        else:
            self._begin_round(self.pad.next_round())

    def _begin_round(self, pad: BallotPad, *, counted: bool = False) -> None:
        self._end_number()
        people = frozenset(_id(each.person) for each in pad.candidates)
        self._counted = people if counted else frozenset()
        self._show(pad)
        self.list.choose("")

    def _record(self) -> None:
        if not self.pad.ballot.rounds:
            self.say(self.proof, "Nobody stands yet: S asks who.", "doubtful")
        elif len(self.pad.voters) < self.pad.cast:
            self.say(self.proof, self.pad.proof, "bad")
        else:
            self.recorded.emit(self.pad)

    # What is asked

    def _ask(self, asked: _Asked, question: str) -> None:
        self._end_number()
        self._asked = asked
        self.ask(question)

    @property
    def _asks_who(self) -> bool:
        return not self.field.isHidden() and self._asked is not _Asked.POST

    def _people(self) -> tuple[Person, ...]:
        known = people_of(self._meeting) if self._meeting else ()
        if self._asked is _Asked.CANDIDATE:
            return tuple(known)
        tied = self.pad.lowest
        return tuple(Person(_id(each), self._name(each)) for each in tied)

    def _not_standing(self) -> tuple[Person, ...]:
        """Whom a click may choose: no one who stands already is asked to stand again."""
        standing = {_id(each.person) for each in self.pad.candidates}
        asks_more = self._asked is _Asked.CANDIDATE
        return tuple(p for p in self._people() if not (asks_more and p.id in standing))

    def _on_edited(self, typed: str) -> None:
        if self._asked is not _Asked.POST:
            found = substitute_meant(typed, self._people())
            meant = found.name if isinstance(found, Person) else found
            self.say(self.field_says, meant or self.field.accessibleName())

    def _on_given(self, typed: str) -> None:
        match self._asked:
            case _Asked.POST:
                self.end_asking()
                self._show(self.pad.for_post(typed))
                if not self.pad.ballot.rounds:
                    self._ask(_Asked.CANDIDATE, _WHO)
            case _Asked.CANDIDATE:
                self._take_candidate(typed)
            case _Asked.DROPPED:
                self._drop(typed)

    def _take_candidate(self, typed: str) -> None:
        found = substitute_meant(typed, self._people())
        if isinstance(found, Person):
            self._take_person(found)
        elif typed:
            self.say(self.field_says, found)
        else:
            self.end_asking()
            self.list.choose("")

    def _take_person(self, person: Person) -> None:
        """Answers the question with somebody: they stand, or drop out of the next round."""
        who = Mention(person.id) if person.id else Mention(words=person.name)
        if self._asked is _Asked.CANDIDATE:
            self._show(self.pad.stand(who))
            self.ask(_WHO)
        else:
            self.end_asking()
            self._begin_round(self.pad.next_round(self._tied[person.id]))

    @property
    def _tied(self) -> dict[str, Mention]:
        return {_id(each): each for each in self.pad.lowest}

    def _drop(self, typed: str) -> None:
        found = substitute_meant(typed, self._people())
        if isinstance(found, Person) and found.id in self._tied:
            self._take_person(found)
        elif typed:
            words = found if isinstance(found, str) else "They are not among those with fewest."
            self.say(self.field_says, words)
        else:
            self.end_asking()
            self._begin_round(self.pad.next_round())

    # What is shown

    def _show(self, pad: BallotPad) -> None:
        self._pad = pad
        number, post = max(len(pad.ballot.rounds), 1), pad.ballot.post
        self.title.setText(f"Ballot for {post}" if post else "Ballot")
        self.tell(self.about, f"Round {number} · {len(pad.voters)} may vote")
        self.list.setAccessibleDescription(self.about.text())
        self.list.setAccessibleName(f"{self.title.text()}, round {number}")
        self.list.show_rows(self._rows(pad))
        all_counted = all(_id(each.person) in self._counted for each in pad.candidates)
        winner = pad.elected if all_counted else None
        said = f"{pad.proof} {self._name(winner)} is elected." if winner else pad.proof
        tone = "bad" if pad.cast > len(pad.voters) else "good" if winner else "doubtful"
        self.say(self.proof, said, tone)
        self.tell(self.preview, self._words(pad.ballot) if pad.cast and all_counted else "")

    def _rows(self, pad: BallotPad) -> Rows:
        rows: list[tuple[Line, str]] = []
        for each in pad.candidates:
            who = _id(each.person)
            count = str(each.votes) if who in self._counted else "–"
            rows.append((Line(self._name(each.person), count=count), who))
        for place, candidates in enumerate(pad.ballot.rounds[:-1]):
            rows.append((Line(f"Round {place + 1}", is_heading=True), ""))
            rows += [
                (Line(self._name(each.person), count=str(each.votes), is_faint=True), "")
                for each in candidates
            ]
        return tuple(rows)

    def _name(self, person: Mention) -> str:
        return name_of(self._meeting, person) if self._meeting else person.words


def _id(person: Mention) -> str:
    """By what a candidate is chosen: their id, or their name where they are on no list."""
    return person.person_id or person.words
