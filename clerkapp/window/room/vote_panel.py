"""The vote pad beside the words: hands counted or names marked, and the sentence it makes."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Signal

from clerkapp.editing.vote_pad import Manner, VotePad
from clerkapp.editing.vote_pad_keys import KEYS, press
from clerkapp.meeting.votes import Vote, Way
from clerkapp.window.look.lines import Line
from clerkapp.window.room.keyed_lines import Rows
from clerkapp.window.room.pad import Pad
from clerkapp.wording.read_back import NOTHING_IN_FORCE

_TITLES = {
    Manner.SHOW_OF_HANDS: "Vote by a show of hands",
    Manner.NAMES: "Vote by name",
    Manner.UNANIMOUS: "Unanimous vote",
}
_NUMBERS = {Way.FOR: "For", Way.AGAINST: "Against", Way.ABSTAINED: "Abstained"}
_MARKED = {Way.FOR: ("for", "good"), Way.AGAINST: ("against", "bad"),
           Way.ABSTAINED: ("abstained", "doubtful")}  # fmt: skip
_OF_A_SIDE = {"F": Way.FOR, "A": Way.AGAINST, "X": Way.ABSTAINED}
_DIGITS = tuple(str(digit) for digit in range(10))
_BETWEEN = ("/", "Shift+/", ",")  # of “5/1/0”, on any keyboard
_LONGEST = 3  # digits of a number of hands
_SHOWN = (
    *((key.key, key.words[:1].lower() + key.words[1:]) for key in KEYS),
    ("Return", "records the vote"),
)
_HINTS = {
    Manner.SHOW_OF_HANDS: "Digits count the hands, ↓ or / goes on · U unanimous · N by name",
    Manner.NAMES: "F for · A against · X abstained · Space did not vote · Shift+F everyone for"
    " · H hands · U unanimous",
    Manner.UNANIMOUS: "H by a show of hands · N by name",
}
_END = (
    " · C, Shift+C casting vote for, against · R own vote on request · Enter records · Esc leaves"
)


class Put(Struct, frozen=True):
    """What is voted on, and how a vote on it reads."""

    words: str  # "Amendment: That the sum be doubled."; "" where nothing was moved
    preview: Callable[[Vote], str]


class VotePanel(Pad):
    """Shows a pad, has its keys change it, and says when it is to be recorded."""

    recorded = Signal(object)  # the `VotePad`

    def __init__(self) -> None:
        super().__init__("Vote", _SHOWN, enter="Record")
        self.list.keys |= {*_DIGITS, *_BETWEEN, "Backspace", "Tab", "Shift+Tab", "Shift+Backtab"}
        self._pad: VotePad | None = None
        self._put = Put("", str)
        self._digits = ""  # of the number that is being typed
        self.list.clicked.connect(self._on_clicked)

    @property
    def pad(self) -> VotePad:
        """The pad as it stands."""
        if self._pad is None:
            raise RuntimeError("no vote is taken")
        return self._pad

    def open(self, pad: VotePad, put: Put) -> None:
        """Takes a vote down on what is put."""
        self._put, self._digits = put, ""
        self._show(pad)
        self.list.choose("")

    def press(self, key: str) -> None:
        """Does what a key says; in a show of hands F, A and X go to the number of that side."""
        by_hand = self.pad.manner is Manner.SHOW_OF_HANDS
        if key in ("Esc", "Ctrl+Z"):
            super().press(key)
        elif key == "Return":
            self._record()
        elif by_hand and key in _DIGITS:
            self._digits = (self._digits + key)[:_LONGEST].lstrip("0") or "0"
            self._count(int(self._digits))
        elif by_hand and key in ("Backspace", "Space"):
            self._digits = self._digits[:-1] if key == "Backspace" else ""
            self._count(int(self._digits) if self._digits else None)
        elif by_hand and key in _OF_A_SIDE:
            self._digits = ""
            self.list.choose(_OF_A_SIDE[key])
        elif key in ("Down", "Tab") or (by_hand and key in _BETWEEN):
            self._step(1)
        elif key in ("Up", "Shift+Tab", "Shift+Backtab"):
            self._step(-1)
        elif by_hand and key in ("Home", "End"):
            self._step(-99 if key == "Home" else 99)
        elif key == "R" and self.pad.manner is not Manner.NAMES:
            self._record_own()
        else:
            self._do(key)

    def _do(self, key: str) -> None:
        had = self.pad
        changed = press(had, key)
        if changed is had and key in ("C", "Shift+C"):
            self.say(self.proof, had.why_no_casting_vote, "doubtful")
        elif changed is had and key in ("U", "H") and had.why_not_by_numbers:
            self.say(self.proof, had.why_not_by_numbers, "doubtful")
        else:
            self._digits = ""
            self._show(changed)

    def _record_own(self) -> None:
        """Beside the numbers: the vote of the member whose line is chosen, recorded on request."""
        ids = [line.person.id for line in self.pad.voters]
        if self.list.chosen in ids:
            self._show(press(self.pad.step(ids.index(self.list.chosen) - self.pad.at), "R"))
        else:
            self.say(
                self.proof, "Choose the member who asks for it, below the numbers.", "doubtful"
            )

    def _step(self, by: int) -> None:
        self._digits = ""
        if self.pad.manner is Manner.NAMES:
            self._show(self.pad.step(by))
            return
        for _ in range(abs(by)):
            self.list.step(1 if by > 0 else -1)

    def _count(self, number: int | None) -> None:
        chosen = self.list.chosen
        if chosen in tuple(Way):
            self._show(self.pad.with_number(Way(chosen), number))

    def fill_menu(self) -> None:
        """Offers the numbers that the chosen side may have: no key is needed to count hands."""
        side = self.list.chosen
        is_counted = self.pad.manner is Manner.SHOW_OF_HANDS and side in tuple(Way)
        what = f"{_NUMBERS[Way(side)]}, how many" if is_counted else ""
        self.offer_numbers(what, len(self.pad.voters))

    def take_offered(self, at: int) -> None:
        """Counts that many hands for the chosen side."""
        self._digits = ""
        self._count(at)

    def _record(self) -> None:
        if self.pad.vote == Vote():
            self.say(self.proof, "Nothing was counted yet.", "doubtful")
            return
        self.recorded.emit(self.pad)

    def _on_clicked(self) -> None:
        """A click chooses; what is chosen by name is then at hand."""
        self._digits = ""
        if self.pad.manner is Manner.NAMES:
            ids = [line.person.id for line in self.pad.voters]
            if self.list.chosen in ids:
                self._show(self.pad.step(ids.index(self.list.chosen) - self.pad.at))

    # What is shown

    def _show(self, pad: VotePad) -> None:
        self._pad = pad
        self.title.setText(_TITLES[pad.manner])
        self.list.setAccessibleName(_TITLES[pad.manner])
        self.tell(self.about, self._put.words or NOTHING_IN_FORCE)
        self.list.setAccessibleDescription(self.about.text())
        self.list.show_rows(_rows(pad))
        if pad.manner is Manner.NAMES and pad.at_hand:
            self.list.choose(pad.at_hand.person.id)
        said = " ".join(part for part in (pad.proof, pad.outcome) if part)
        self.say(self.proof, said, "good" if pad.is_accounted_for else "doubtful")
        self.tell(self.preview, self._put.preview(pad.vote) if pad.vote != Vote() else "")
        self.hint(_HINTS[pad.manner] + _END)


def _rows(pad: VotePad) -> Rows:
    match pad.manner:
        case Manner.UNANIMOUS:
            return ((Line("All who may vote are for it.", dot="good"), "all"), *_on_request(pad))
        case Manner.SHOW_OF_HANDS:
            numbers = tuple(
                (Line(words, count="–" if (n := pad.number(way)) is None else str(n)), way.value)
                for way, words in _NUMBERS.items()
            )
            return (*numbers, *_on_request(pad))
        case _:
            return (*_named(pad), *_others(pad))


def _on_request(pad: VotePad) -> Rows:
    own = {each.person.person_id: each.way.value for each in pad.own}
    rows: list[tuple[Line, str]] = [(Line("Own vote on request (R)", is_heading=True), "")]
    for line in pad.voters:
        who = line.person.id
        rows.append((Line(line.person.name, aside=own.get(who, ""), is_faint=who not in own), who))
    return tuple(rows)


def _named(pad: VotePad) -> Rows:
    marks, own = dict(pad.marks), {each.person.person_id: each.way for each in pad.own}
    rows: list[tuple[Line, str]] = []
    for line in pad.voters:
        who = line.person.id
        way = marks.get(who)
        said, dot = _MARKED[way] if way else ("no vote", "good")
        below = ["in the chair"] if who == pad.presiding else []
        below += [f"own vote recorded: {own[who]}"] if who in own else []
        name = line.person.name
        rows.append((Line(name, " · ".join(below), aside=said, dot=dot, is_faint=way is None), who))
    return tuple(rows)


def _others(pad: VotePad) -> Rows:
    out = [(line, "withdrawn") for line in pad.withdrawn]
    out += [(line, "may not vote") for line in pad.without_vote]
    rows: list[tuple[Line, str]] = [(Line("Do not vote", is_heading=True), "")] if out else []
    rows += [(Line(line.person.name, aside=said, is_faint=True), "") for line, said in out]
    return tuple(rows)
