"""Finds words in the archive."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

from clerkapp.archive.archive import ArchiveReader
from clerkapp.archive.driver import Connection, Row
from clerkapp.archive.index import first_number, is_earlier, last_number
from clerkapp.archive.marking import NEAR, having, snippet, with_marks
from clerkapp.archive.query import TITLE, Query, read_query
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.people import folded

USUAL_LIMIT = 50
MOST_COUNTED = 1000
_PIECE = 200  # rows or meetings asked for in one statement


class Hit(Struct, frozen=True):
    """An entry that has the words, or an item whose title has them."""

    meeting_id: str
    date: dt.date | None
    committee: str
    item_id: str
    item: str  # its number, as it is printed
    title: str
    entry_id: str  # "" where it is the title that has the words
    kind: str  # of the entry, or `query.TITLE`
    text: str
    snippet: str  # the words around what was found, which stands between the marks


class Found(Struct, frozen=True):
    """The newest hits, and how many more there are: all, or `MOST_COUNTED` and perhaps others."""

    hits: tuple[Hit, ...] = ()
    more: int = 0

    @property
    def more_words(self) -> str:
        """“and 12 more”; "" where these are all."""
        if not self.more:
            return ""
        number = f"over {MOST_COUNTED:,}" if self.more >= MOST_COUNTED else f"{self.more:,}"
        return f"and {number} more"


def search(archive: ArchiveReader, words: str | Query, limit: int | None = USUAL_LIMIT) -> Found:
    """The places that have what is asked, in the latest meeting first; all without a limit.

    Case, accents and the endings of words make no difference. Rows that changed since the index
    was brought up are looked through one by one, so that it may lag and the answer does not.
    SearchError where the words ask for what there cannot be.
    """
    query = words if isinstance(words, Query) else read_query(words)
    if query.is_empty:
        return Found()
    archive.catch_up()
    archive.make_own(NEAR)
    with archive.snapshot() as db:
        return _Search(db, query).found(limit)


_COLUMNS = """
    here.id AS id, coalesce(entry.text, item.title) AS text, entry.id AS entry, entry.kind AS kind,
    entry.position AS place, item.id AS item, item.title AS title, item.position AS item_place,
    meeting.id AS meeting, meeting.date AS date, meeting.start AS start,
    meeting.committee AS committee
"""
_JOINS = """
    LEFT JOIN entry ON entry.id = here.id
    CROSS JOIN item ON item.id = coalesce(entry.item, here.id)
    CROSS JOIN meeting ON meeting.id = item.meeting
"""
_LIVE = """
    coalesce(entry.deleted, 0) = 0 AND NOT item.deleted AND NOT meeting.deleted
    AND coalesce(entry.text, item.title) <> ''
"""


_KNOWN = "rowid NOT IN (SELECT number FROM unindexed CROSS JOIN indexed USING (id))"


class _Search:
    """One search, within one state of the archive."""

    def __init__(self, db: Connection, query: Query) -> None:
        self._db = db
        self._query = query
        self._expression = query.expression()
        self._filters, self._values = self._filtered()

    def found(self, limit: int | None) -> Found:
        """The newest hits and the number of the others."""
        fresh = self._unindexed()
        numbers, others = _newest(self._indexed(), limit)
        rows = [*fresh, *self._rows(numbers)]
        rows.sort(key=_place_in_minutes)
        rows.sort(key=_age, reverse=True)
        shown = rows if limit is None else rows[:limit]
        more = len(rows) - len(shown) + others
        return Found(tuple(self._hits(shown)), min(more, MOST_COUNTED))

    def _filtered(self) -> tuple[str, list[str | int]]:
        """What the filters demand of a row, and the values to go with it."""
        query, parts, values = self._query, [""], list[str | int]()
        if query.kinds:
            parts.append(f"coalesce(entry.kind, '{TITLE}') IN ({_places(query.kinds)})")
            values += sorted(query.kinds)
        if query.committee:
            fitting = self._committees()
            parts.append(f"meeting.committee IN ({_places(fitting)})")
            values += fitting
        if query.meeting:
            parts.append("meeting.id = ?")
            values.append(query.meeting)
        for date, sign in ((query.since, ">="), (query.until, "<=")):
            if date:
                parts.append(f"meeting.date {sign} ?")
                values.append(date.isoformat())
        return " AND ".join(parts), values

    def _committees(self) -> list[str]:
        names = (
            str(row["committee"]) for row in self._db.rows("SELECT DISTINCT committee FROM meeting")
        )
        return [each for each in names if all(w in folded(each) for w in self._query.committee)]

    def _range(self) -> tuple[str, list[str | int]]:
        """The numbers between which the dates that are asked for lie."""
        since, until = self._query.since, self._query.until
        if self._query.meeting:
            which = "SELECT date FROM meeting WHERE id = ?"
            date = next((r["date"] for r in self._db.rows(which, [self._query.meeting])), None)
            first = first_number(str(date or ""))
            return "BETWEEN ? AND ?", [first, last_number(first)]
        first = first_number(since) if since else first_number(dt.date.min) if until else 0
        last = first_number(until + dt.timedelta(1)) if until and until < dt.date.max else 1 << 62
        return "BETWEEN ? AND ?", [first, last]

    def _source(self) -> tuple[str, list[str | int]]:
        """The indexed rows that are asked for but for the filters, and the values to go with it."""
        between, values = self._range()
        if not self._expression:
            return (
                f"indexed AS found {{joins}} WHERE found.rowid {between} AND found.{_KNOWN}",
                values,
            )
        match = f"WHERE indexed_words MATCH ? AND found.rowid {between} AND found.{_KNOWN}"
        return f"indexed_words AS found {{joins}} {match}", [self._expression, *values]

    def _indexed(self) -> Iterator[int]:
        """The numbers of the rows that the index knows, those of the newest day first."""
        source, values = self._source()
        joins = ""
        if self._query.kinds or self._query.committee or self._query.meeting:
            joins = f"CROSS JOIN indexed AS here ON here.number = found.rowid {_JOINS}"
            source, values = f"{source}{self._filters}", [*values, *self._values]
        source = source.format(joins=joins)
        return self._db.numbers(
            f"SELECT found.rowid FROM {source} ORDER BY found.rowid DESC",  # noqa: S608
            values,
        )

    def _rows(self, numbers: list[int]) -> Iterator[Row]:
        """The rows that have these numbers in the index."""
        for start in range(0, len(numbers), _PIECE):
            piece = numbers[start : start + _PIECE]
            yield from self._db.rows(
                f"SELECT {_COLUMNS} FROM indexed AS here {_JOINS}"  # noqa: S608
                f" WHERE here.number IN ({_places(piece)})",
                piece,
            )

    def _unindexed(self) -> list[Row]:
        """The rows that the index does not know, each looked at itself."""
        rows = list(
            self._db.rows(
                f"SELECT {_COLUMNS}FROM unindexed AS here{_JOINS}WHERE {_LIVE}{self._filters}",
                self._values,
            )
        )
        if not self._expression or not rows:
            return rows
        kept = having(self._db, [str(row["text"]) for row in rows], self._query)
        return [row for n, row in enumerate(rows) if n in kept]

    def _hits(self, rows: list[Row]) -> Iterator[Hit]:
        texts = [str(row["text"]) for row in rows]
        marks = with_marks(self._db, texts, self._query)
        numbers = self._item_numbers(list(dict.fromkeys(str(row["meeting"]) for row in rows)))
        for row, text, with_mark in zip(rows, texts, marks, strict=True):
            yield Hit(
                meeting_id=str(row["meeting"]),
                date=dt.date.fromisoformat(str(row["date"])) if row["date"] else None,
                committee=str(row["committee"]),
                item_id=str(row["item"]),
                item=numbers.get(str(row["item"]), ""),
                title=str(row["title"]),
                entry_id=str(row["entry"] or ""),
                kind=str(row["kind"] or TITLE),
                text=text,
                snippet=snippet(with_mark),
            )

    def _item_numbers(self, meetings: list[str]) -> dict[str, str]:
        """The printed number of every item of those meetings, by its id."""
        agendas: dict[str, list[AgendaItem]] = {each: [] for each in meetings}
        for start in range(0, len(meetings), _PIECE):
            piece = meetings[start : start + _PIECE]
            for row in self._db.rows(
                "SELECT id, meeting, number, title FROM item"  # noqa: S608
                f" WHERE meeting IN ({_places(piece)}) AND NOT deleted ORDER BY position",
                piece,
            ):
                item = AgendaItem(str(row["id"]), str(row["title"]), str(row["number"]))
                agendas[str(row["meeting"])].append(item)
        numbers: dict[str, str] = {}
        for meeting, items in agendas.items():
            printed = item_numbers(Meeting(meeting, items=tuple(items)))
            numbers.update(zip((item.id for item in items), printed, strict=True))
        return numbers


def _age(row: Row) -> tuple[str, str, str]:
    return str(row["date"] or ""), str(row["start"] or ""), str(row["meeting"])


def _place_in_minutes(row: Row) -> tuple[str, str]:
    return str(row["item_place"]), str(row["place"] or "")


def _newest(numbers: Iterable[int], limit: int | None) -> tuple[list[int], int]:
    """So many numbers and the rest of the last day, which is yet to be sorted; how many others.

    No more others are counted than `MOST_COUNTED`, which is what a search says at most.
    """
    newest: list[int] = []
    numbers = iter(numbers)
    for number in numbers:
        if limit is not None and len(newest) >= limit and is_earlier(number, newest[-1]):
            return newest, 1 + sum(1 for _ in islice(numbers, MOST_COUNTED))
        newest.append(number)
    return newest, 0


def _places(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
