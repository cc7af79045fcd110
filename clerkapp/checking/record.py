"""A meeting as the rules look at it: its ledger, numbers and law, each worked out once."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.house import House, house_of
from clerkapp.law.jurisdiction import Jurisdiction, law_of
from clerkapp.meeting.committees import Powers
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import AgendaItem, Meeting, people_of
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.people import AttendanceList, Person, Standing, whom
from clerkapp.meeting.presence import Moment, ledger, voters


class Spot(Struct, frozen=True):
    """A place in a meeting that a rule looks at: an item, or one of its entries."""

    item: AgendaItem
    where: str
    entry: Entry | None = None

    def finding(
        self, rule: str, severity: Severity, what: str, mend: str, fix: Fix | None = None
    ) -> Finding:
        """A finding at this spot."""
        entry_id = self.entry.id if self.entry else ""
        return Finding(rule, severity, self.where, what, mend, self.item.id, entry_id, fix)


class LastNumbers(Struct, frozen=True):
    """Of the meeting before: the numbers of its items, and the next after its resolutions."""

    items: tuple[str, ...] = ()
    next_resolution: int | None = None  # None where it numbers none


NO_NUMBERS = LastNumbers()


class Record:
    """One meeting and what the rules ask of it. It is made for one check, and nothing changes."""

    def __init__(
        self,
        meeting: Meeting,
        law: Jurisdiction | None = None,
        powers: Powers | None = None,
        last: LastNumbers = NO_NUMBERS,
    ) -> None:
        self.meeting = meeting
        self.powers = powers
        self.last = last
        self.law = law or law_of(meeting)
        self.house: House = house_of(meeting)
        self.people: tuple[Person, ...] = people_of(meeting)
        self.numbers = item_numbers(meeting)
        self.items = tuple(
            Spot(item, f"item {number}" if number else "before the first item")
            for item, number in zip(meeting.items, self.numbers, strict=True)
        )
        self.entries = tuple(
            (Spot(spot.item, f"{spot.where}, entry {place}", entry), entry)
            for spot in self.items
            for place, entry in enumerate(spot.item.entries, start=1)
        )
        self.moments = ledger(meeting)
        self.after: Mapping[str, Moment] = {m.entry_id: m for m in self.moments if m.entry_id}
        self._before: Mapping[str, Moment] = {
            after.entry_id: before for before, after in pairwise(self.moments) if after.entry_id
        }
        self.whom = lru_cache(maxsize=None)(self._whom)
        self.voters = lru_cache(maxsize=None)(self._voters)

    @property
    def roll_is_called(self) -> bool:
        """Whether of everybody on the lists it is known if they are there."""
        lines = self.meeting.attendance
        return bool(lines) and all(line.standing is not Standing.EXPECTED for line in lines)

    def before(self, entry_id: str) -> Moment:
        """How things stood when that entry began."""
        return self._before[entry_id]

    def _whom(self, words: str) -> tuple[Person, ...]:
        return whom(words, self.people)

    def _voters(self, here: frozenset[str]) -> AttendanceList:
        return voters(self.meeting, Moment("", here=here))

    def name(self, person_id: str) -> str:
        """The name of somebody on the lists; "" for nobody."""
        return next((each.name for each in self.people if each.id == person_id), "")
