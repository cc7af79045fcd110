"""Meetings as long as a benchmark wants, in the words of the sample meeting.

No two entries say the same: text that repeats itself would be packed in a tenth of the time.
"""

import random
from collections.abc import Iterator
from itertools import cycle, islice

from msgspec.structs import replace

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import AgendaItem, Meeting, entries_of
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource

_ENTRIES_AN_ITEM = 40
_OPENING_WORDS = 6  # by which the kind of an entry is known


def meeting_with(entries: int) -> Meeting:
    """A meeting of so many entries, of every kind, in items of at most forty."""
    sample = resource("samples", "overview-and-scrutiny.minutes").read_bytes()
    meeting = read_notation(sample, new_id).meeting
    open_to_all = [entry for item, entry in entries_of(meeting) if not item.exempt]
    supply = _reworded(cycle(open_to_all), random.Random(entries))
    items = tuple(_items(supply, entries))
    return replace(meeting, items=items)


def _items(supply: Iterator[Entry], entries: int) -> Iterator[AgendaItem]:
    for start in range(0, entries, _ENTRIES_AN_ITEM):
        some = islice(supply, min(_ENTRIES_AN_ITEM, entries - start))
        yield AgendaItem(new_id(), f"Report {start // _ENTRIES_AN_ITEM + 1}", entries=tuple(some))


def _reworded(supply: Iterator[Entry], chance: random.Random) -> Iterator[Entry]:
    """Each entry under an id of its own, its words after the first few in another order."""
    for entry in supply:
        words = entry.text.split(" ")
        opening, rest = words[:_OPENING_WORDS], words[_OPENING_WORDS:]
        chance.shuffle(rest)
        yield replace(entry, id=new_id(), text=" ".join((*opening, *rest)))
