"""Finds words in the archive."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clerkapp.archive.archive import ArchiveReader
from clerkapp.archive.driver import Connection, Row
from clerkapp.archive.index import first_number, last_number
from clerkapp.archive.query import TITLE, Query, plain, read_query, unstemmed
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.people import folded

BEGIN_MARK, END_MARK = "\x02", "\x03"
"""Around each word of a snippet that was found. No text can hold them: see `meeting.words`."""

USUAL_LIMIT = 50
MOST_COUNTED = 1000
_WORDS_OF_A_SNIPPET, _WORDS_BEFORE = 24, 6
_WORD = re.compile(rf"{BEGIN_MARK}[^{END_MARK}]*{END_MARK}|[^\W_]+")
_PIECE = 200  # meetings asked for in one statement


@dataclass(frozen=True, slots=True)
class Hit:
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


@dataclass(frozen=True, slots=True)
class Found:
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
    with archive.snapshot() as db:
        return _Search(db, query).found(limit)


def marked(snippet: str, begin: str, end: str) -> str:
    """The snippet with what was found between marks that a person can see."""
    return snippet.replace(BEGIN_MARK, begin).replace(END_MARK, end)


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


_HERE = "here.number = found.rowid"
_KNOWN = "rowid NOT IN (SELECT number FROM unindexed CROSS JOIN indexed USING (id))"


class _Search:
    """One search, within one state of the archive."""

    def __init__(self, db: Connection, query: Query) -> None:
        self._db = db
        self._query = query
        self._expression = query.expression()
        self._beginnings = tuple(
            plain(word) for term in query.terms if term.is_beginning
            for word in _WORD.findall(term.words)
        )  # fmt: skip
        self._filters, self._values = self._filtered()
        if self._expression:
            db.run(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.near USING fts5"
                " (text, unstemmed, tokenize = 'porter unicode61 remove_diacritics 2')"
            )

    def found(self, limit: int | None) -> Found:
        """The newest hits and the number of the others."""
        rows = self._unindexed()
        fresh, counted = len(rows), 0
        last_day = None
        for row in self._indexed():
            if limit is not None and counted >= limit and row["date"] != last_day:
                break
            rows.append(row)
            counted, last_day = counted + 1, row["date"]
        rows.sort(key=_place_in_minutes)
        rows.sort(key=_age, reverse=True)
        shown = rows if limit is None else rows[:limit]
        more = 0
        if limit is not None and fresh + counted > limit - 1:
            more = max(0, self._count(limit + MOST_COUNTED) + fresh - len(shown))
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

    def _indexed(self) -> Iterator[Row]:
        """The rows that the index knows, the newest day first."""
        source, values = self._source()
        source = source.format(joins=f"CROSS JOIN indexed AS here ON {_HERE} {_JOINS}")
        return self._db.rows(
            f"SELECT {_COLUMNS} FROM {source}{self._filters}"  # noqa: S608
            " ORDER BY found.rowid DESC",
            [*values, *self._values],
        )

    def _count(self, most: int) -> int:
        """How many rows the index knows, up to so many."""
        source, values = self._source()
        joins = ""
        if self._query.kinds or self._query.committee or self._query.meeting:
            joins = f"CROSS JOIN indexed AS here ON {_HERE} {_JOINS}"
            source, values = f"{source}{self._filters}", [*values, *self._values]
        source = source.format(joins=joins)
        counted = f"SELECT count(*) AS n FROM (SELECT 1 FROM {source} LIMIT ?)"  # noqa: S608
        return int(next(self._db.rows(counted, [*values, most]))["n"] or 0)

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
        kept = self._marked([str(row["text"]) for row in rows], self._query)
        return [row for n, row in enumerate(rows) if n in kept]

    def _marked(self, texts: list[str], query: Query) -> dict[int, str]:
        """Each text that has the words, by its place in the list, with whole words marked."""
        self._db.run("DELETE FROM temp.near")
        for n, text in enumerate(texts):
            other = unstemmed(text) if any(term.is_beginning for term in query.terms) else ""
            self._db.run("INSERT INTO temp.near (rowid, text, unstemmed) VALUES (?, ?, ?)",
                         [n, text, other])  # fmt: skip
        found = self._db.rows(
            "SELECT rowid AS n, highlight(near, 0, ?, ?) AS text FROM temp.near WHERE near MATCH ?",
            [BEGIN_MARK, END_MARK, query.expression()],
        )
        return {int(row["n"] or 0): str(row["text"]) for row in found}

    def _hits(self, rows: list[Row]) -> Iterator[Hit]:
        texts = [str(row["text"]) for row in rows]
        words = Query(tuple(term for term in self._query.terms if not term.is_beginning))
        with_marks = self._marked(texts, words) if words.terms else {}
        numbers = self._item_numbers(list(dict.fromkeys(str(row["meeting"]) for row in rows)))
        for n, (row, text) in enumerate(zip(rows, texts, strict=True)):
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
                snippet=_snippet(_with_beginnings(with_marks.get(n, text), self._beginnings)),
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


def _with_beginnings(text: str, beginnings: tuple[str, ...]) -> str:
    """`text` with the words marked that begin so, where they are not marked already."""
    if not beginnings:
        return text

    def mark(match: re.Match[str]) -> str:
        word = match.group()
        begins = word[0] != BEGIN_MARK and plain(word).startswith(beginnings)
        return f"{BEGIN_MARK}{word}{END_MARK}" if begins else word

    return _WORD.sub(mark, text)


def _snippet(text: str) -> str:
    """The words of `text` around the first that is marked, on one line."""
    words = text.split()
    first = next((n for n, word in enumerate(words) if BEGIN_MARK in word), 0)
    start = max(0, min(first - _WORDS_BEFORE, len(words) - _WORDS_OF_A_SNIPPET))
    some = words[start : start + _WORDS_OF_A_SNIPPET]
    if any(BEGIN_MARK in word for word in some[-1:]) and END_MARK not in some[-1]:
        some[-1] += END_MARK
    before, after = ("…" if start else ""), ("…" if start + len(some) < len(words) else "")
    return " ".join(part for part in (before, *some, after) if part)


def _places(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
