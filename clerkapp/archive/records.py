"""The rows on a page of a table, and the keys on a page of an index.

The form is SQLite's (https://www.sqlite.org/fileformat2.html, §1.5 to §2.1). What does not fit it
is passed over, since a damaged page may hold anything.
"""

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from clerkapp.archive.pages import BEGINNING, Page, Pages

Value: TypeAlias = str | int | None

TABLE, INDEX = (13, 5), (10, 2)  # the kinds of page: a leaf, and one above others

_LEAF, _ABOVE = 8, 12  # bytes at the head of a page
_BLOB, _ONE = 12, 9  # types of value from which on the size follows, and of the number 1
_BYTES_OF = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # of a whole number, by its type
_LONGEST_NUMBER = 9  # bytes


class Record(Struct, frozen=True):
    """The values of one row, or of one key of an index whose last value is the row's number."""

    number: int  # of the row in its table; 0 in an index
    values: tuple[Value, ...]


def records_on(page: Page, pages: Pages, columns: range) -> Iterator[Record]:
    """The records on a page that have as many values as `columns` allows."""
    content = page.content
    kind = _kind(page)
    if kind not in (TABLE[0], *INDEX):
        return
    for place in _cells(page):
        at = place + (4 if kind == INDEX[1] else 0)
        try:
            size, at = _number(content, at)
            number = 0
            if kind == TABLE[0]:
                number, at = _number(content, at)
            payload = _payload(page, pages, at, size)
            values = _values(payload, columns)
        except (IndexError, ValueError):
            continue
        if values is not None:
            yield Record(number, values)


def children_of(page: Page) -> list[int]:
    """The numbers of the pages below; none below a leaf."""
    if _kind(page) not in (TABLE[1], INDEX[1]):
        return []
    content, head = page.content, _head(page)
    last = int.from_bytes(content[head + 8 : head + 12])
    return [*(int.from_bytes(content[at : at + 4]) for at in _cells(page)), last]


def _head(page: Page) -> int:
    return BEGINNING if page.number == 1 else 0


def _kind(page: Page) -> int:
    return page.content[_head(page)]


def _cells(page: Page) -> Iterator[int]:
    """Where the cells of a page begin."""
    content, head = page.content, _head(page)
    count = int.from_bytes(content[head + 3 : head + 5])
    start = head + (_LEAF if _kind(page) in (TABLE[0], INDEX[0]) else _ABOVE)
    for at in range(start, min(start + 2 * count, len(content) - 1), 2):
        place = int.from_bytes(content[at : at + 2])
        if start + 2 * count <= place < len(content):
            yield place


def _number(content: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where what follows begins."""
    value = 0
    for place in range(at, at + _LONGEST_NUMBER - 1):
        byte = content[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # the highest bit says that more follows
            return value, place + 1
    return value << 8 | content[at + _LONGEST_NUMBER - 1], at + _LONGEST_NUMBER


def _payload(page: Page, pages: Pages, at: int, size: int) -> bytes:
    """The bytes of a record, also where they go on on pages of their own; ValueError if lost."""
    usable = pages.usable
    least = (usable - 12) * 32 // 255 - 23
    most = usable - 35 if _kind(page) in TABLE else (usable - 12) * 64 // 255 - 23
    if size > len(pages.numbers) * usable:
        raise ValueError("longer than the file")
    if size <= most:
        return _slice(page.content[:usable], at, size)
    here = least + (size - least) % (usable - 4)
    here = here if here <= most else least
    parts = [_slice(page.content[:usable], at, here)]
    following = int.from_bytes(_slice(page.content, at + here, 4))
    left = size - here
    while left > 0:
        further = pages.page(following)
        if further is None:
            raise ValueError("its rest is lost")
        part = further.content[4 : min(4 + left, usable)]
        parts.append(part)
        left -= len(part)
        following = int.from_bytes(further.content[:4])
    return b"".join(parts)


def _slice(content: bytes, at: int, size: int) -> bytes:
    part = content[at : at + size]
    if len(part) != size:
        raise ValueError("beyond the page")
    return part


def _values(payload: bytes, columns: range) -> tuple[Value, ...] | None:
    """The values of a record; None where there are more or fewer than wanted, or other kinds."""
    end, at = _number(payload, 0)
    kinds: list[int] = []
    while at < end:
        kind, at = _number(payload, at)
        kinds.append(kind)
        if len(kinds) >= columns.stop:
            return None
    if len(kinds) not in columns:
        return None
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind >= _BLOB:
        size = (kind - _BLOB) // 2
        if kind % 2 == 0:
            raise ValueError("no table that matters has blobs")
        return _slice(payload, at, size).decode("utf-8"), at + size
    if kind == 0:
        return None, at
    if kind in (_ONE - 1, _ONE):
        return kind - _ONE + 1, at
    size = _BYTES_OF.get(kind, 0)
    if not size:
        raise ValueError("no table that matters has broken numbers")
    return int.from_bytes(_slice(payload, at, size), signed=True), at + size
