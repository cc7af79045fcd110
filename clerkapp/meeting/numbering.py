"""The numbers of items, as they are printed."""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.patterns import pattern

NUMBER = (
    r"(?:[A-Z]{1,4}[ -]?|[A-Z][A-Za-z]{1,4}/)?\d{1,6}[a-z]?"
    r"(?:[./]\d{1,4}(?:-\d{2})?[a-z]?)*"
)
"""The pattern of an item's number: 6, 12a, 99/20, PLA148/14, 21.44, FGB 98/2122, Com/7/25-26."""

_OF_THE_YEAR = pattern(r"^(\D*)(\d+)(/\d{2}(?:\d{2}|-\d{2})?)$")  # 99/20, PLA148/14, 7/25-26
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST = 3999  # that Roman figures reach
_LAST_DIGITS = pattern(r"^(.*?)(\d+)\D*$")


def is_number(words: str) -> bool:
    """Whether `words` can be the number of an item."""
    return re.fullmatch(NUMBER, words) is not None


def item_numbers(meeting: Meeting) -> tuple[str, ...]:
    """The number of each item, in order: the agenda's own, or one more than the item before.

    An item without title and number, which holds what came before the first, has none.
    """
    return tuple(number for _, number in _numbered(meeting))


def number_of(meeting: Meeting, item: AgendaItem) -> str:
    """The printed number of `item`, which belongs to `meeting`."""
    return next(number for each, number in _numbered(meeting) if each.id == item.id)


def settled(meeting: Meeting) -> Meeting:
    """`meeting` with no item holding the very number that its place would give it.

    Two meetings that print the same numbers and were settled are equal.
    """
    items: list[AgendaItem] = []
    last = "0"
    for item in meeting.items:
        needless = item.number != "" and item.number == number_after(last) and item.title != ""
        items.append(replace(item, number="") if needless else item)
        if item.number or item.title:
            last = item.number or number_after(last)
    return replace(meeting, items=tuple(items))


def with_numbers(meeting: Meeting, numbers: Mapping[str, str]) -> Meeting:
    """`meeting` with each item printing the number that `numbers` has under its id.

    An item holds a number of its own only where its place would give it another.
    """
    items: list[AgendaItem] = []
    last = "0"
    for item in meeting.items:
        wanted = numbers[item.id]
        if wanted and (item.number or number_after(last)) != wanted:
            items.append(replace(item, number=wanted))
        else:
            items.append(item)
        last = wanted or last
    return replace(meeting, items=tuple(items))


def _numbered(meeting: Meeting) -> Iterator[tuple[AgendaItem, str]]:
    last = "0"
    for item in meeting.items:
        if item.number or item.title:
            last = item.number or number_after(last)
            yield item, last
        else:
            yield item, ""


def number_after(number: str) -> str:
    """The number that follows: 7 after 6, 13 after 12a, 100/20 after 99/20, B05 after B04."""
    if match := _OF_THE_YEAR.match(number):
        before, digits, year = match.groups()
        return f"{before}{int(digits) + 1:0{len(digits)}}{year}"
    if match := _LAST_DIGITS.match(number):
        before, digits = match.groups()
        return f"{before}{int(digits) + 1:0{len(digits)}}"
    return "1"


def roman(count: int) -> str:
    """`count` in Roman figures: XIV of 14; as it is where they do not reach."""
    if not 0 < count <= _LARGEST:
        return str(count)
    figures = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        figures += letters * times
    return figures


def roman_count(figures: str) -> int:
    """What `figures` count where they are Roman ones in capitals, as `roman` writes them; else 0.

    “C” is 100, though it may be a letter of another row.
    """
    count, rest = 0, figures
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            count, rest = count + value, rest[len(letters) :]
    return count if count and roman(count) == figures else 0
