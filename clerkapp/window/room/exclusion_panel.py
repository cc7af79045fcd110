"""Excluding press and public beside the words: the paragraphs by number, and how it will read."""

from collections.abc import Callable
from string import ascii_uppercase, digits

from PySide6.QtCore import Signal

from clerkapp.editing.excluding import Excluding
from clerkapp.window.look.lines import Line
from clerkapp.window.room.keyed_lines import Rows
from clerkapp.window.room.pad import Pad

EXCLUSION_KEYS = (
    ("Space", "names the paragraph that is chosen, or no longer"),
    ("Return", "records the resolution"),
)
_TYPED = frozenset((*digits, *ascii_uppercase, "(", ")"))
"""What numbers and words of paragraphs are typed with; with Shift held too."""


class ExclusionPanel(Pad):
    """Shows the paragraphs of the law, and says when the resolution is to be recorded."""

    recorded = Signal(object)  # the `Excluding`

    def __init__(self) -> None:
        super().__init__("Exclude press and public", EXCLUSION_KEYS, enter="Record")
        self.list.keys |= {*_TYPED, *(f"Shift+{key}" for key in _TYPED), "Backspace"}
        self.hint(
            "Type its number, or letters of its words and Space, to name a paragraph · "
            "Enter records · Esc leaves"
        )
        self._taken: Excluding | None = None
        self._words: Callable[[Excluding], str] = str
        self._typed = ""
        self.list.activated.connect(self._on_clicked)

    @property
    def taken(self) -> Excluding:
        """The resolution as it stands."""
        if self._taken is None:
            raise RuntimeError("no resolution is taken")
        return self._taken

    def open(self, taken: Excluding, schedule: str, words: Callable[[Excluding], str]) -> None:
        """Takes a resolution under that schedule; `words` is how it will read."""
        self._words, self._typed = words, ""
        asked = f"Under which paragraphs of {schedule}?" if schedule else "Under which paragraphs?"
        self.tell(self.about, asked)
        self.list.setAccessibleName(f"Exclude press and public. {asked}")
        self._show(taken)
        self.list.choose(taken.named[0] if taken.named else "")

    def press(self, key: str) -> None:
        """Names a paragraph or no longer, or records the resolution."""
        character = key.removeprefix("Shift+").lower()
        if key == "Return" and not self._is_still_to_name:
            self.recorded.emit(self.taken)
        elif key in ("Return", "Space"):
            self._turn(self.list.chosen)
        elif key == "Backspace":
            self._typed = self._typed[:-1]
        elif character.upper() in _TYPED:
            self._take(character)
        else:
            super().press(key)

    def _on_enter(self) -> None:
        """Records what is named, also where letters that are typed lead to another."""
        self._typed = ""
        super()._on_enter()

    @property
    def _is_still_to_name(self) -> bool:
        """Whether letters led to a paragraph that is not named: Enter behind them names it."""
        return bool(self._typed) and self.list.chosen not in self.taken.named

    def _take(self, character: str) -> None:
        """Goes to the paragraph that is typed, and names it once it can be no other.

        What fits none begins anew, so that one number follows on another.
        """
        for typed in (self._typed + character, character):
            found, is_sure = self.taken.meant_by(typed)
            if found:
                break
        self._typed = typed if found else ""
        if found:
            self.list.choose(found)
        elif character.isalnum():
            self.say(self.proof, f"No paragraph has “{character}”.", "doubtful")
        if is_sure:
            self._turn(found)
        elif found and found not in self.taken.named:
            self.say(self.proof, f"“{typed}”: Space names {found}.", "doubtful")

    def _turn(self, number: str) -> None:
        self._typed = ""
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
