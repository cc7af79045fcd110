"""Excluding press and public beside the words: the paragraphs by number, and how it will read."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from clerkapp.editing.excluding import Excluding
from clerkapp.window.look.lines import Line
from clerkapp.window.room.keyed_lines import Rows
from clerkapp.window.room.pad import Pad

EXCLUSION_KEYS = (
    ("Space", "names the paragraph that is chosen, or no longer"),
    ("Return", "records the resolution"),
)
_DIGITS = tuple(str(digit) for digit in range(10))
_MOST = 3  # digits and letters of a number of a paragraph


class ExclusionPanel(Pad):
    """Shows the paragraphs of the law, and says when the resolution is to be recorded."""

    recorded = Signal(object)  # the `Excluding`

    def __init__(self) -> None:
        super().__init__("Exclude press and public", EXCLUSION_KEYS)
        self.list.keys |= {*_DIGITS, "Backspace"}
        self.hint(
            "A digit, or the arrows and Space, names a paragraph · Enter records · Esc leaves"
        )
        self._taken: Excluding | None = None
        self._words: Callable[[Excluding], str] = str
        self._digits = ""
        self.list.activated.connect(self._on_clicked)

    @property
    def taken(self) -> Excluding:
        """The resolution as it stands."""
        if self._taken is None:
            raise RuntimeError("no resolution is taken")
        return self._taken

    def open(self, taken: Excluding, schedule: str, words: Callable[[Excluding], str]) -> None:
        """Takes a resolution under that schedule; `words` is how it will read."""
        self._words, self._digits = words, ""
        asked = f"Under which paragraphs of {schedule}?" if schedule else "Under which paragraphs?"
        self.tell(self.about, asked)
        self.list.setAccessibleName(f"Exclude press and public. {asked}")
        self._show(taken)
        self.list.choose(taken.named[0] if taken.named else "")

    def press(self, key: str) -> None:
        """Names a paragraph or no longer, or records the resolution."""
        if key == "Return":
            self.recorded.emit(self.taken)
        elif key in _DIGITS:
            self._take_digit(key)
        elif key == "Space":
            self._turn(self.list.chosen)
        elif key == "Backspace":
            self._digits = self._digits[:-1]
        else:
            super().press(key)

    def _take_digit(self, digit: str) -> None:
        """Goes to the paragraph, and names it once no other begins with the same digits."""
        digits = (self._digits + digit)[:_MOST]
        found, is_sure = self.taken.meant_by(digits)
        if not found:
            digits = digit
            found, is_sure = self.taken.meant_by(digits)
        self._digits = digits if found else ""
        if found:
            self.list.choose(found)
        if is_sure:
            self._turn(found)

    def _turn(self, number: str) -> None:
        self._digits = ""
        if number:
            self._show(self.taken.turned(number))

    def _on_clicked(self) -> None:
        self._turn(self.list.chosen)

    def _show(self, taken: Excluding) -> None:
        self._taken = taken
        self.list.show_rows(_rows(taken))
        named = len(taken.named)
        if named:
            self.say(self.proof, f"{named} named.", "good")
        else:
            self.say(self.proof, "No paragraph is named yet.", "doubtful")
        self.tell(self.preview, self._words(taken))


def _rows(taken: Excluding) -> Rows:
    known = [(each.number, each.words) for each in taken.paragraphs]
    numbers = {number for number, _ in known}
    known += [(each, "") for each in taken.named if each not in numbers]
    return tuple(
        (
            Line(
                f"{number}  {words}".strip(),
                aside="named" if number in taken.named else "",
                dot="good" if number in taken.named else "",
            ),
            number,
        )
        for number, words in known
    )
