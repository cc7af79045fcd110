"""Brings the index of words up to what the tables hold, a few rows at a time."""

import datetime as dt

from clerkapp.archive.driver import Connection
from clerkapp.archive.query import unstemmed

ROWS_AT_A_TIME = 200  # some ten milliseconds, for which a save may have to wait

_OF_A_DAY = 32  # bits of a number that tell the rows of one day apart

_ROWS = """
    SELECT unindexed.id AS id, indexed.number AS number, meeting.date AS date,
        CASE WHEN item.deleted OR meeting.deleted OR entry.deleted THEN ''
            WHEN entry.id IS NULL THEN item.title ELSE entry.text END AS text
    FROM unindexed
    LEFT JOIN indexed ON indexed.id = unindexed.id
    LEFT JOIN entry ON entry.id = unindexed.id
    LEFT JOIN item ON item.id = coalesce(entry.item, unindexed.id)
    LEFT JOIN meeting ON meeting.id = item.meeting
    LIMIT ?
"""


def first_number(date: dt.date | str | None) -> int:
    """The number below those of the meetings on that day; those without a date are the oldest."""
    day = dt.date.fromisoformat(date) if isinstance(date, str) and date else date
    return (day.toordinal() if isinstance(day, dt.date) else 0) << _OF_A_DAY


def is_earlier(number: int, other: int) -> bool:
    """Whether the first of two numbers is that of an earlier day."""
    return number >> _OF_A_DAY < other >> _OF_A_DAY


def last_number(first: int) -> int:
    """The last number of the day that has this first one."""
    return first + (1 << _OF_A_DAY) - 1


def bring_up(db: Connection, most: int = ROWS_AT_A_TIME) -> bool:
    """Indexes up to so many rows that changed, in one transaction; whether that was all."""
    if not db.number("SELECT EXISTS (SELECT 1 FROM unindexed)"):
        return True
    db.run("BEGIN IMMEDIATE")
    rows = list(db.rows(_ROWS, [most]))
    for row in rows:
        if row["number"] is not None:
            db.run("DELETE FROM indexed_words WHERE rowid = ?", [row["number"]])
            db.run("DELETE FROM indexed WHERE number = ?", [row["number"]])
        if row["text"]:
            first = first_number(str(row["date"] or ""))
            db.run(
                "INSERT INTO indexed SELECT coalesce(max(number), ?) + 1, ? FROM indexed"
                " WHERE number BETWEEN ? AND ?",
                [first, row["id"], first, last_number(first)],
            )
            db.run(
                "INSERT INTO indexed_words (rowid, text, unstemmed)"
                " SELECT number, ?, ? FROM indexed WHERE id = ?",
                [row["text"], unstemmed(str(row["text"])), row["id"]],
            )
        db.run("DELETE FROM unindexed WHERE id = ?", [row["id"]])
    db.run("COMMIT")
    return len(rows) < most
