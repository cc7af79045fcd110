"""What a check finds, and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.numbering import item_numbers


class Severity(IntEnum):
    """How much it matters; the most serious sorts first."""

    ERROR = 0  # to be mended before the minutes are finished
    WARNING = 1
    HINT = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: what is wrong, where, and how to mend it."""

    rule: str  # D1, A1 …
    severity: Severity
    where: str  # "item 6, entry 3"
    what: str
    mend: str
    item_id: str = ""
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a meeting that a rule looks at: an item, or one of its entries."""

    meeting: Meeting
    item: AgendaItem
    where: str
    entry: Entry | None = None

    def finding(self, rule: str, severity: Severity, what: str, mend: str) -> Finding:
        """A finding at this spot."""
        entry_id = self.entry.id if self.entry else ""
        return Finding(rule, severity, self.where, what, mend, self.item.id, entry_id)


def items(meeting: Meeting) -> Iterator[Spot]:
    """Every item of `meeting`."""
    for item, number in zip(meeting.items, item_numbers(meeting), strict=True):
        yield Spot(meeting, item, f"item {number}" if number else "before the first item")


def entries(meeting: Meeting) -> Iterator[tuple[Spot, Entry]]:
    """Every entry of `meeting`, with its place counted from 1."""
    for spot in items(meeting):
        for place, entry in enumerate(spot.item.entries, start=1):
            yield Spot(meeting, spot.item, f"{spot.where}, entry {place}", entry), entry
