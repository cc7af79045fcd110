"""What is left in the file of a damaged archive: its rows, and the ids of those that are lost.

A row is known by its shape, wherever its page is: nothing above the page has to be whole. What an
index still tells of a row that is lost is its id and what it belonged to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from msgspec import Struct, field

from clerkapp.archive.driver import Connection, Row
from clerkapp.archive.pages import Page, Pages
from clerkapp.archive.records import TABLE, Record, children_of, records_on
from clerkapp.archive.rows import (
    read_attendance,
    read_committee,
    read_entry,
    read_heading,
    read_item,
)
from clerkapp.errors import ClerkappError

PARENT = {"meeting": "", "attendance": "meeting", "item": "meeting", "entry": "item",
          "committee": ""}  # fmt: skip
"""What a row of the record belongs to, by the name of its table and of the column that says so."""

Rows: TypeAlias = dict[str, dict[str, Row]]
"""Rows by table and id."""

_READ: Mapping[str, Callable[[Row], object]] = {
    "meeting": read_heading,
    "attendance": read_attendance,
    "item": partial(read_item, entries=()),
    "entry": read_entry,
    "committee": read_committee,
}
_LAST = "deleted"  # of the columns that a table was made with; the others were added later
_SCHEMA_COLUMNS = 5
_NUMBER = {"INTEGER": int, "TEXT": str}


class Column(Struct, frozen=True):
    """A column of a table: its name, what its values are, and whether there must be one.

    `usual` is the value of a row that was written before the table had the column.
    """

    name: str
    kind: type
    must: bool
    usual: str | int | None = None


Columns: TypeAlias = Mapping[str, tuple[Column, ...]]


class Remains(Struct):
    """What was found."""

    rows: Rows
    unsure: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    indexed: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    """The ids in the indexes, by table, with the id of what each belonged to, or ""."""
    is_all_known: bool = False
    """Whether every row that there was is among the rows or in the indexes."""


def columns_of(db: Connection) -> Columns:
    """The columns of the tables that a rescue reads, as this release makes them."""
    tables = (*PARENT, "change", "device")
    sql = 'SELECT name, type, "notnull", pk, dflt_value FROM pragma_table_info(?)'
    return {
        table: tuple(
            Column(
                name=str(row["name"]),
                kind=_NUMBER[str(row["type"])],
                must=bool(row["notnull"] or row["pk"]),
                usual=_usual(row["dflt_value"]),
            )
            for row in db.rows(sql, [table])
        )
        for table in tables
    }


def _usual(default: str | int | None) -> str | int | None:
    """The value that an SQL default stands for: '' or '[]' in quotes, or a number."""
    words = str(default or "")
    if words.startswith("'"):
        return words.strip("'")
    return int(words) if words.lstrip("-").isdecimal() else None


def fits(table: str, row: Row, columns: Columns) -> bool:
    """Whether `row` is one that the table may hold and that can be read."""
    for column in columns[table]:
        value = row.get(column.name)
        if column.must if value is None else type(value) is not column.kind:
            return False
    try:
        _READ.get(table, bool)(row)
    except (ValueError, KeyError, TypeError, ClerkappError):
        return False
    return table != "change" or row["part"] in PARENT


def read_remains(pages: Pages, columns: Columns) -> Remains:
    """Everything that is left on those pages."""
    first = pages.page(1)
    free = set(_free(first, pages)) if first else set[int]()
    remains = Remains({table: {} for table in columns})
    for number in pages.numbers:
        if number not in free and (page := pages.page(number)):
            _take_rows(page, pages, columns, remains)
    schema, remains.is_all_known = _tree(1, pages)
    roots = dict(_roots(schema, pages))
    for table in columns:
        _look_up(table, roots, pages, remains)
    return remains


def _take_rows(page: Page, pages: Pages, columns: Columns, remains: Remains) -> None:
    widths = [len(each) for each in columns.values()]
    if page.content[0] != TABLE[0]:
        return
    for record in records_on(page, pages, range(min(widths), max(widths) + 1)):
        for table, row in _rows_in(record, columns):
            spot = (table, str(row["id"]))
            held = remains.rows[table].get(spot[1])
            if held is None or (page.is_sure and spot in remains.unsure):
                remains.rows[table][spot[1]] = row
                remains.unsure.discard(spot)
                if not page.is_sure:
                    remains.unsure.add(spot)


def _rows_in(record: Record, columns: Columns) -> Iterator[tuple[str, Row]]:
    """The row of the one table that a record fits.

    A row is not written anew when its table gets a column more: it ends before that column.
    """
    for table, each in columns.items():
        names = [column.name for column in each]
        first = names.index(_LAST) + 1 if _LAST in names else len(names)
        if first <= len(record.values) <= len(names):
            older = [column.usual for column in each[len(record.values) :]]
            row: Row = dict(zip(names, [*record.values, *older], strict=True))
            if fits(table, row, columns):
                yield table, row
                return


def _roots(schema: Iterable[Page], pages: Pages) -> Iterator[tuple[str, int]]:
    """The first page of each table and index, by name."""
    for page in schema:
        for record in records_on(page, pages, range(_SCHEMA_COLUMNS, _SCHEMA_COLUMNS + 1)):
            _, name, _, root, _ = record.values
            if isinstance(root, int) and root:
                yield str(name), root


def _look_up(table: str, roots: Mapping[str, int], pages: Pages, remains: Remains) -> None:
    """Takes in what the indexes of a table tell, and whether they tell of every row."""
    ids, is_whole = _index(f"sqlite_autoindex_{table}_1", roots, pages)
    parents, _ = _index(f"idx_{table}_{PARENT.get(table)}", roots, pages)
    remains.indexed[table] = {each: parents.get(number, "") for number, each in ids.items()}
    if is_whole or table not in roots:  # the earliest release had no log of changes
        return
    leaves, is_whole = _tree(roots[table], pages)
    cells = sum(int.from_bytes(p.content[3:5]) for p in leaves if p.content[0] == TABLE[0])
    if not is_whole or cells > len(remains.rows[table]):
        remains.is_all_known = False


def _index(name: str, roots: Mapping[str, int], pages: Pages) -> tuple[dict[int, str], bool]:
    """The keys of an index by the number of their row, and whether all of it could be read."""
    if name not in roots:
        return {}, False
    found, is_whole = _tree(roots[name], pages)
    keys = {
        number: key
        for page in found
        for record in records_on(page, pages, range(2, 3))
        for key, number in [record.values]
        if isinstance(key, str) and isinstance(number, int)
    }
    return keys, is_whole


def _tree(root: int, pages: Pages) -> tuple[list[Page], bool]:
    """The pages of a tree that can be reached, and whether those are all."""
    found: dict[int, Page] = {}
    waiting, is_whole = [root], True
    while waiting:
        number = waiting.pop()
        page = pages.page(number) if number not in found else None
        if page is None:
            is_whole = False
            continue
        found[number] = page
        waiting += children_of(page)
    return list(found.values()), is_whole


def _free(first: Page, pages: Pages) -> Iterator[int]:
    """The pages that are in no use: they may hold rows as they once were."""
    trunk = int.from_bytes(first.content[32:36])
    seen: set[int] = set()
    while trunk and trunk not in seen and (page := pages.page(trunk)):
        seen.add(trunk)
        yield trunk
        count = min(int.from_bytes(page.content[4:8]), len(page.content) // 4 - 2)
        yield from (int.from_bytes(page.content[at : at + 4]) for at in range(8, 8 + 4 * count, 4))
        trunk = int.from_bytes(page.content[:4])
