"""Where the exported wording, the one that Word has now and the one of the archive differ."""

from enum import StrEnum

from msgspec import Struct

from clerkapp.intake.fact import Fact
from clerkapp.meeting.entries import Entry


class Side(StrEnum):
    """Who changed something since the minutes were exported."""

    WORD = "changed in Word"
    HERE = "changed here"
    BOTH = "changed the same in both"
    CONFLICT = "changed differently in both"


class What(StrEnum):
    """What became of a part of the record."""

    WORDS = "words"
    NEW = "new"
    GONE = "deleted"
    MOVED = "moved"
    TITLE = "title"
    FACT = "fact"
    BESIDE = "not the words of an entry"


class Difference(Struct, frozen=True):
    """One place in which two or three of the wordings differ.

    A wording is "" where there is none. Where Word's cannot be taken into the record, `why_not`
    says so in a sentence.
    """

    what: What
    side: Side
    item_id: str = ""  # in which item it is, or Word has it now
    entry_ids: tuple[str, ...] = ()  # which entries; () where they are new or there are none
    exported: str = ""
    word: str = ""
    here: str = ""
    why_not: str = ""
    entries: tuple[Entry, ...] = ()  # as they would come into the record
    after: tuple[str, ...] = ()  # the entries above it in Word, the nearest first
    fact: Fact | None = None  # which one, where the wordings are those of a fact

    @property
    def heading(self) -> str:
        """In a few words what became of it, and where."""
        what = f"{self.fact.name} changed" if self.fact else _WHAT[self.what]
        return f"{what} {_SIDE[self.side]}"

    @property
    def can_take(self) -> bool:
        """Whether Word has something that the record could take."""
        return self.side in (Side.WORD, Side.CONFLICT) and not self.why_not


_WHAT = {
    What.WORDS: "changed",
    What.NEW: "new",
    What.GONE: "deleted",
    What.MOVED: "moved",
    What.TITLE: "title changed",
    What.BESIDE: "changed beside the entries",
}
_SIDE = {
    Side.WORD: "in Word",
    Side.HERE: "here",
    Side.BOTH: "in both, alike",
    Side.CONFLICT: "in both, differently",
}


def side_of(exported: object, word: object, here: object) -> Side | None:
    """Who changed it; None where nobody did."""
    if word == here:
        return None if word == exported else Side.BOTH
    if word == exported:
        return Side.HERE
    return Side.WORD if here == exported else Side.CONFLICT


class Comparison(Struct, frozen=True):
    """Everything that differs, in the order of Word's document, and what was noticed beside it."""

    differences: tuple[Difference, ...]
    unchanged: int  # printed entries that nobody changed
    remarks: tuple[str, ...] = ()  # sentences

    @property
    def takeable(self) -> tuple[Difference, ...]:
        """Those of which Word's wording could be taken."""
        return tuple(each for each in self.differences if each.can_take)
