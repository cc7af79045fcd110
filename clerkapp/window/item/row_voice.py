"""What a screen reader hears of a row when the cursor comes to it."""

from typing import Literal, get_args

from PySide6.QtWidgets import QWidget

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.window.item.kind_names import entry_name

_Part = Literal["facts", "action", "time", "promise", "found"]


class RowVoice:
    """Names the words of a row by what they are, and describes them by what stands around them.

    The eye has the votes, the names and the time beside the words at once; the ear is told them
    after the words, in this order. Who knows a part gives it alone.
    """

    def __init__(self, words: QWidget) -> None:
        self._words = words
        self._parts = dict[_Part, str].fromkeys(get_args(_Part), "")

    def name(self, entry: Entry, place: str, speaker: str, *, selected: bool) -> None:
        """Says what the words are: “Question by Cllr A Ash, entry 3 of 9, selected”."""
        by = f" by {speaker}" if speaker else ""
        name = f"{entry_name(entry)}{by}, {place}" + (", selected" if selected else "")
        if name != self._words.accessibleName():
            self._words.setAccessibleName(name)

    def describe_entry(self, entry: Entry, facts: str) -> None:
        """Says its facts in words, and its time."""
        self.describe("facts", facts)
        self.describe("time", f"at {entry.time:%H:%M}" if entry.time else "")
        if entry.kind is not EntryKind.ACTION_POINT:
            self.describe("action", "")

    def describe_action(self, owner: str, due: str) -> None:
        """Says whose the action point is and by when."""
        self.describe("action", f"Owner: {owner or 'nobody yet'}\nBy: {due or 'no date yet'}")

    def describe(self, part: _Part, words: str) -> None:
        """Says what stands beside the words: one of “facts”, “action”, “time” …; "" for nothing."""
        if words != self._parts[part]:
            self._parts[part] = words
            told = (each for each in self._parts.values() if each)
            self._words.setAccessibleDescription("\n".join(told))
