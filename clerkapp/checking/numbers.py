"""Rules about the numbers of the items."""

import re
from collections.abc import Iterator
from dataclasses import replace

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.record import Record
from clerkapp.meeting.meeting import Meeting

_PLAIN = re.compile(r"(\D*?)(\d+)(/\d{2}(?:\d{2})?)?")  # 6, B05, 99/20
_VARIED = re.compile(
    r"\b(?:order|brought forward|out of order|taken (?:next|first|now))\b", re.IGNORECASE
)


def numbers_out_of_order(record: Record) -> Iterator[Finding]:
    """S2: the numbers of the items neither repeat nor skip, nor go back.

    They may go back where an entry says that the order was varied. Numbers with parts, as 6.1 or
    12a, are not looked at.
    """
    seen: set[str] = set()
    counts = [_count(number) for number in record.numbers if number]
    if None in counts:
        return
    there = {count for count in counts if count is not None}
    varied = any(_VARIED.search(entry.text) for _, entry in record.entries)
    untitled = any(item.number and not item.title for item in record.meeting.items)
    highest = 0
    for spot, number in zip(record.items, record.numbers, strict=True):
        count = _count(number) if number else None
        if count is None:
            continue
        if number in seen:
            what = f"number {number} is there twice"
        elif highest and count < highest and not varied:
            what = f"number {number} comes after {highest}"
        elif (
            highest
            and count > highest + 1
            and not (varied and there.issuperset(range(highest + 1, count)))
        ):
            what = f"number {number} follows {highest}"
        else:
            what = ""
        seen.add(number)
        highest = max(highest, count)
        if what:
            mend = "Number the items one after another."
            fix = None if untitled else Fix("Number the items one after another", renumbered)
            yield spot.finding("S2", Severity.ERROR, what, mend, fix)


def renumbered(meeting: Meeting) -> Meeting:
    """`meeting` with every item after the first numbered by its place."""
    items = list(meeting.items)
    first = next((n for n, item in enumerate(items) if item.title or item.number), len(items))
    later = (replace(item, number="") for item in items[first + 1 :])
    return replace(meeting, items=(*items[: first + 1], *later))


def _count(number: str) -> int | None:
    match = _PLAIN.fullmatch(number)
    return int(match.group(2)) if match else None
