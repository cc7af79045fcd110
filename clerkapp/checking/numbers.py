"""Rules about the numbers of the items."""

import re
from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.record import Record
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import number_after
from clerkapp.meeting.resolutions import is_counted
from clerkapp.patterns import pattern

_NUMBER = pattern(
    r"(?P<prefix>\D*?)(?P<parts>\d+[a-z]?(?:\.\d+[a-z]?)*)(?P<year>/\d{2,4}(?:-\d{2})?)?"
)
_PART = pattern(r"(\d+)([a-z]?)")
_VARIED = pattern(
    r"\b(?:order|brought forward|out of order|taken (?:next|first|now))\b", re.IGNORECASE
)


class Number(Struct, frozen=True):
    """An item's number taken apart: PLA148/14 is the 148 of a series, 6.1 the first under 6."""

    words: str
    series: tuple[str, str]  # what stands before it, and the year behind
    parts: tuple[tuple[int, str], ...]  # 12a is ((12, "a"),), and 6.1 ((6, ""), (1, ""))


def number_in(words: str) -> Number | None:
    """The number that `words` are; None where they are none."""
    match = _NUMBER.fullmatch(words)
    if match is None:
        return None
    parts = tuple((int(count), letter) for count, letter in _PART.findall(match["parts"]))
    return Number(words, (match["prefix"], match["year"] or ""), parts)


def may_follow(number: Number, last: Number) -> bool:
    """Whether `number` is the next after `last`: the next count, its first letter, its first part.

    After 6.2 come 6.3, 6.2a, 6.2.1 and 7; after 12a 12b and 13. What has been begun anew, as the
    numbers of another year or section, follows too, unless it only goes on counting.
    """
    one, before = number.parts, last.parts
    if number.series != last.series:
        return one[0][0] != before[0][0] + 1 or len(one) != 1
    begun = {(*before, (1, ""))}
    for depth in range(1, len(before) + 1):
        *above, (count, letter) = before[:depth]
        begun.add((*above, (count + 1, "")))
        begun.add((*above, (count, chr(ord(letter) + 1) if letter else "a")))
    return one in begun


def numbers_out_of_order(record: Record) -> Iterator[Finding]:
    """S2: the numbers of the items neither repeat nor skip, nor go back.

    They may go back where an entry says that the order was varied. The first follows the last
    number of the meeting before, where the numbers of that meeting did not begin with 1; so does
    that of the first resolution, unless it is 1 as in a new year.
    """
    yield from _first_after_the_meeting_before(record)
    yield from _resolutions_after_the_meeting_before(record)
    numbers = [number_in(words) for words in record.numbers]
    there = {n.parts[0][0] for n in numbers if n}
    varied = any(_VARIED.search(entry.text) for _, entry in record.entries)
    untitled = any(item.number and not item.title for item in record.meeting.items)
    seen: set[str] = set()
    highest: Number | None = None
    for spot, number in zip(record.items, numbers, strict=True):
        if number is None:
            continue
        what = _what_is_wrong(number, highest, seen, there if varied else frozenset())
        seen.add(number.words)
        if highest is None or number.series != highest.series or number.parts > highest.parts:
            highest = number
        if what:
            mend = "Number the items one after another."
            fix = None if untitled else Fix("Number the items one after another", renumbered)
            plain = all(n is None or (len(n.parts) == 1 and not n.parts[0][1]) for n in numbers)
            yield spot.finding("S2", Severity.ERROR, what, mend, fix if plain else None)


def _what_is_wrong(
    number: Number, highest: Number | None, seen: set[str], varied_among: frozenset[int] | set[int]
) -> str:
    """What is wrong with `number` after `highest`; "" where nothing is.

    Where the order was varied it may go back, and leave out what is among the others.
    """
    if number.words in seen:
        return f"number {number.words} is there twice"
    if highest is None or may_follow(number, highest):
        return ""
    same = number.series == highest.series
    if same and number.parts < highest.parts:
        return "" if varied_among else f"number {number.words} comes after {highest.words}"
    between = range(highest.parts[0][0] + 1, number.parts[0][0])
    if same and varied_among and varied_among.issuperset(between):
        return ""
    return f"number {number.words} follows {highest.words}"


def _first_after_the_meeting_before(record: Record) -> Iterator[Finding]:
    before = [n for words in record.last.items if (n := number_in(words))]
    first = next(
        (
            (spot, number)
            for spot, words in zip(record.items, record.numbers, strict=True)
            if (number := number_in(words))
        ),
        None,
    )
    if not before or first is None or before[0].parts[0] == (1, ""):
        return
    spot, number = first
    last = max((n for n in before if n.series == before[-1].series), key=lambda n: n.parts)
    if may_follow(number, last):
        return
    right = number_after(last.words)
    yield spot.finding(
        "S2",
        Severity.ERROR,
        f"number {number.words} does not follow {last.words}, the last of the meeting before",
        f"Begin with {right}, or with what the meeting before left.",
        Fix(f"Begin with {right}", partial(_begun_with, number=right)),
    )


def _resolutions_after_the_meeting_before(record: Record) -> Iterator[Finding]:
    right, first = record.last.next_resolution, record.meeting.heading.first_resolution
    spot = next((spot for spot, entry in record.entries if is_counted(entry)), None)
    if right is None or spot is None or first in (right, 1):
        return
    what = "the resolutions have no numbers, and those of the meeting before have"
    if first is not None:
        what = f"resolution {first} does not follow {right - 1}, the last of the meeting before"
    yield spot.finding(
        "S2",
        Severity.ERROR,
        what,
        f"Number the resolutions from {right}, or from 1 in a new year.",
        Fix(f"Number the resolutions from {right}", partial(_counted_from, number=right)),
    )


def _counted_from(meeting: Meeting, number: int) -> Meeting:
    return replace(meeting, heading=replace(meeting.heading, first_resolution=number))


def _begun_with(meeting: Meeting, number: str) -> Meeting:
    """`meeting` with its first item under that number; those by place follow."""
    items = list(meeting.items)
    first = next((n for n, item in enumerate(items) if item.title or item.number), None)
    if first is not None:
        items[first] = replace(items[first], number=number)
    return replace(meeting, items=tuple(items))


def renumbered(meeting: Meeting) -> Meeting:
    """`meeting` with every item after the first numbered by its place."""
    items = list(meeting.items)
    first = next((n for n, item in enumerate(items) if item.title or item.number), len(items))
    later = (replace(item, number="") for item in items[first + 1 :])
    return replace(meeting, items=(*items[: first + 1], *later))
