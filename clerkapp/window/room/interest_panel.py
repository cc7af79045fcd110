"""An interest declared: who, in which item, of what nature, and what they then did."""

from string import ascii_uppercase

from PySide6.QtCore import Signal

from clerkapp.law.jurisdiction import Interests
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import number_of
from clerkapp.meeting.people import AttendanceList, Person, folded, without_honorific
from clerkapp.window.look.lines import Line
from clerkapp.window.room.pad import Pad
from clerkapp.wording.attribution import meant_by

INTEREST_KEYS = (("Return", "takes the line that is chosen"), ("Backspace", "goes a step back"))
_DIGITS = tuple("123456789")
_LETTERS = frozenset((*ascii_uppercase, "'", "-"))
_QUESTIONS = ("Who declares it?", "In which item?", "Of what nature?", "What did they do?")
_WHO, _ITEM, _NATURE, _CONDUCT = range(4)


class InterestPanel(Pad):
    """Asks four things one after another, each a list.

    A digit takes a line at once; letters of its words lead to it, and Enter takes it.
    """

    declared = Signal(str, str, str, str)  # member, nature, conduct, and item; "" for this one

    def __init__(self) -> None:
        super().__init__("Declare an interest", INTEREST_KEYS, enter="Go on")
        self.list.keys |= {*_DIGITS, *_LETTERS, *(f"Shift+{each}" for each in _LETTERS)}
        self.hint(
            "A digit, or letters or the arrows and Enter · Backspace goes a step back · Esc leaves"
        )
        self._people: tuple[Person, ...] = ()
        self._typed = ""
        self._choices: tuple[tuple[tuple[Line, str], ...], ...] = ((), (), (), ())
        self._taken: list[str] = []
        self._told: list[str] = []
        self.list.activated.connect(self._on_clicked)

    def open(
        self, meeting: Meeting, item_id: str, who: AttendanceList, interests: Interests
    ) -> None:
        """Asks anew, of these members and in the words of the law; this item is chosen.

        The items stand as on the agenda, so that the digit of one is mostly its number.
        """
        self._people = tuple(line.person for line in who)
        items = [item for item in meeting.items if item.title or item.id == item_id]
        names = [f"{number_of(meeting, item)} {item.title}".strip() for item in items]
        self._choices = (
            tuple((Line(line.person.name), line.person.id) for line in who),
            tuple(
                (Line(name, below="the item in hand" if item.id == item_id else ""), item.id)
                for item, name in zip(items, names, strict=True)
            ),
            tuple((Line(n.name, below=_bars(n.bars)), n.name) for n in interests.natures),
            tuple((Line(c.words), c.words) for c in interests.conducts),
        )
        self._here = item_id
        self._taken, self._told = [], []
        self._ask_next()

    def press(self, key: str) -> None:
        """Takes a line, or goes a step back."""
        rows = self._choices[len(self._taken)] if len(self._taken) < len(_QUESTIONS) else ()
        letter = key.removeprefix("Shift+")
        if key == "Return":
            self._take(self.list.chosen)
        elif key in _DIGITS:
            self._take(rows[int(key) - 1][1] if int(key) <= len(rows) else "")
        elif letter in _LETTERS:
            self._go_to(letter.lower())
        elif key == "Backspace" and self._typed:
            self._typed = self._typed[:-1]
            self._show_meant(self._meant(self._typed))
        elif key == "Backspace":
            del self._taken[-1:], self._told[-1:]
            self._ask_next()
        else:
            super().press(key)

    def _go_to(self, letter: str) -> None:
        """Chooses the line that the letters lead to; what fits none begins anew."""
        for typed in (self._typed + letter, letter):
            if found := self._meant(typed):
                self._typed = typed
                self._show_meant(found)
                return
        self.say(self.proof, f"Nothing here has “{self._typed + letter}”.", "doubtful")
        self._typed = ""

    def _meant(self, typed: str) -> list[str]:
        """Which lines a few letters may mean: people as everywhere, else a word that begins so."""
        step, wanted = len(self._taken), folded(typed)
        if step == _WHO and (people := meant_by(typed, self._people)):
            return [person.id for person in people]
        return [
            each
            for line, each in self._choices[step]
            if wanted and f" {wanted}" in f" {folded(without_honorific(line.words))}"
        ]

    def _show_meant(self, found: list[str]) -> None:
        if found:
            self.list.choose(found[0])
        rows = self._choices[len(self._taken)]
        names = [line.words for line, each in rows if each in found[:3]]
        if len(found) == 1:
            self.say(self.proof, f"“{self._typed}”: Enter takes {names[0]}.", "good")
        elif self._typed:
            self.say(self.proof, f"“{self._typed}” may be {' or '.join(names)}.", "doubtful")
        else:
            self.tell(self.proof, "")

    def _on_clicked(self) -> None:
        self._take(self.list.chosen)

    def _take(self, chosen: str) -> None:
        if not chosen:
            return
        rows = self._choices[len(self._taken)]
        self._taken.append(chosen)
        self._told += [line.words for line, each in rows if each == chosen][:1]
        if len(self._taken) < len(_QUESTIONS):
            self._ask_next()
            return
        who, item, nature, conduct = self._taken
        self.declared.emit(who, nature, conduct, "" if item == self._here else item)

    def _ask_next(self) -> None:
        step, self._typed = len(self._taken), ""
        self.tell(self.proof, "")
        self.list.setAccessibleName(f"Declare an interest. {_QUESTIONS[step]}")
        self.say(self.about, _QUESTIONS[step])
        rows = self._choices[step]
        self.list.show_rows(tuple(_numbered(line, n, each) for n, (line, each) in enumerate(rows)))
        self.list.choose(self._here if step == _ITEM else "")
        self.tell(self.preview, " · ".join(self._told))


def _numbered(line: Line, place: int, about: str) -> tuple[Line, str]:
    aside = _DIGITS[place] if place < len(_DIGITS) else ""
    return Line(line.words, below=line.below, aside=aside), about


def _bars(bars: str) -> str:
    return {"always": "may not speak or vote", "by test": "the public-interest test decides"}.get(
        bars, "may speak and vote"
    )
