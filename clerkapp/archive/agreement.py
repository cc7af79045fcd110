"""Whether the tables hold what the log of changes says that they last were.

Every change of a row is written to both in one transaction. Where they differ, one of them was
changed behind Clerkapp's back: by another program, or by the disk.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from operator import itemgetter
from typing import TypeAlias, cast

from clerkapp.archive.changes import WHOLE
from clerkapp.archive.driver import Connection, Row
from clerkapp.archive.rows import attendance_row, committee_row, entry_row, item_row, meeting_row
from clerkapp.meeting.committees import Committee
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.people import Attendance, Person, Standing
from clerkapp.wording.times import date_words

Fields: TypeAlias = Mapping[str, str | int | None]
_Change: TypeAlias = tuple[str, str, str, str | None, str]  # row, part, field, new, meeting

NAMES = {
    "meeting": ("the meeting itself", ""),
    "attendance": ("a line of the attendance list", "lines of the attendance list"),
    "item": ("an item", "items"),
    "entry": ("an entry", "entries"),
    "committee": ("the committee itself", ""),
}
"""What a row of each table is called, one and more of them."""

_FAULTS_NAMED = 20

_PERSON = Attendance(Person("", ""), Standing.PRESENT)
_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "meeting": tuple(meeting_row(Meeting(""))),
    "attendance": (*attendance_row(_PERSON, ""), "position"),
    "item": (*item_row(AgendaItem(""), ""), "position"),
    "entry": (*entry_row(Entry("", EntryKind.NOTE), ""), "position"),
    "committee": tuple(committee_row(Committee(""))),
}
"""The fields of a whole row in the order in which the log has them."""


def _as_written(table: str) -> str:
    """SQL for whether the row of a change that made it is still the same, letter for letter."""
    fields = ", ".join(f"'{name}', \"{name}\"" for name in _WRITTEN[table])
    return (
        f"WHEN '{table}' THEN (SELECT NOT deleted AND json_object({fields}) = made.new"  # noqa: S608
        f" FROM {table} WHERE id = made.row)"
    )


# Rows that never changed since they were made are left out by the database itself: it takes a
# third of the time, and keeps no other thread from running. What it leaves in is looked at here.
_CHANGES = """
    SELECT row, part, field, new, meeting FROM change AS made WHERE NOT (
        field = '{whole}'
        AND coalesce(CASE part {written} END, 0)
        AND NOT EXISTS (
            SELECT 1 FROM change AS other
            WHERE other.row = made.row AND other.rowid <> made.rowid
        )
    ) ORDER BY row, clock
"""


def last_fields(changes: Iterable[tuple[str, str | None]]) -> dict[str, str | int | None]:
    """What a row last was, after those changes of it (field and new value) in their order.

    Of a row that is older than the log, those fields that were changed since.
    """
    fields: dict[str, str | int | None] = {}
    for field, new in changes:
        if field == WHOLE:
            fields = cast("dict[str, str | int | None]", json.loads(new or "{}"))
            fields["deleted"] = 0
        else:
            fields[field] = new
    return fields


def differing(fields: Fields, row: Row) -> list[str]:
    """The fields in which a row is not what it last was by the log, which has them as text."""
    return [
        name
        for name, value in fields.items()
        if name in row and value != row[name] and _text(value) != _text(row[name])
    ]


def disagreements(db: Connection) -> list[str]:
    """Where rows and the log differ, each as a sentence that names the meeting and the field.

    It looks at one state of the archive, also while somebody types. Rows that are older than the
    log have nothing in it, and that is no fault. DatabaseError where the file cannot be read.
    """
    if not db.number("SELECT count(*) FROM sqlite_master WHERE name = 'change'"):
        return []  # the first release had no log
    db.run("BEGIN")
    try:
        return list(dict.fromkeys(islice(_faults(db), _FAULTS_NAMED)))
    except (ValueError, TypeError, AttributeError) as error:  # not what is written there
        return [f"its log of changes cannot be read: {error}"]
    finally:
        db.run("ROLLBACK")


def _faults(db: Connection) -> Iterator[str]:
    rows = {part: _Rows(db, part) for part in _parts(db)}
    for row_id, part, changes in _by_row(db):
        fields = last_fields(change[2:4] for change in changes)
        row = rows[part].row(row_id)
        one, meeting_id = NAMES[part][0], changes[-1][-1]
        if row is None and str(fields.get("deleted")) != "1":
            yield f"{_owner(db, part, meeting_id)}: {one} is in the log of changes only"
        for name in differing(fields, row) if row else ():
            yield (
                f"{_owner(db, part, meeting_id)}: the field “{name}” of {one} is not what the log"
                " of changes says"
            )


def meeting_words(row: Row | None) -> str:
    """“meeting of 5 March 2026 (Planning Committee)”."""
    date, committee = (row["date"], row["committee"]) if row else ("", "")
    when = f"meeting of {_date_words(str(date))}" if date else "meeting without a date"
    return f"{when} ({committee})" if committee else when


class _Rows:
    """The rows of a table in the order of their ids, asked for in that order."""

    def __init__(self, db: Connection, table: str) -> None:
        self._rows = db.raw.execute(f"SELECT id, * FROM {table} ORDER BY id")  # noqa: S608
        self._names = [column[0] for column in self._rows.description]
        self._next = self._rows.fetchone()

    def row(self, row_id: str) -> Row | None:
        """The row of that id, if there is one."""
        while self._next and str(self._next[0]) < row_id:
            self._next = self._rows.fetchone()
        if self._next and self._next[0] == row_id:
            return dict(zip(self._names, self._next, strict=True))
        return None


def _by_row(db: Connection) -> Iterator[tuple[str, str, list[_Change]]]:
    """The changes of each row in their order, with the id of the row and its part."""
    changes = cast("Iterator[_Change]", db.raw.execute(_changes_sql(_parts(db))))
    for row_id, of_id in groupby(changes, key=itemgetter(0)):
        logged = list(of_id)
        if len(logged) > 1:  # two tables may have one id, where a file brought its own
            logged.sort(key=itemgetter(1))
        for part, of_part in groupby(logged, key=itemgetter(1)):
            yield row_id, part, list(of_part)


def committee_words(row: Row | None) -> str:
    """“Planning Committee, Brookmere Borough Council”."""
    parts = (str(row["name"]), str(row["organisation"])) if row else ()
    return ", ".join(filter(None, parts)) or "a committee without a name"


def _parts(db: Connection) -> list[str]:
    """The tables that there are: an earlier release had no committees."""
    tables = {str(row["name"]) for row in db.rows("SELECT name FROM sqlite_master")}
    return [part for part in NAMES if part in tables]


def _changes_sql(parts: Iterable[str]) -> str:
    return _CHANGES.format(whole=WHOLE, written=" ".join(map(_as_written, parts)))


def _owner(db: Connection, part: str, owner: str) -> str:
    if part != "committee":
        return _meeting(db, owner)
    found = db.rows("SELECT * FROM committee WHERE id = ?", [owner])
    return committee_words(next(found, None))


def _meeting(db: Connection, meeting_id: str) -> str:
    return meeting_words(next(db.rows("SELECT * FROM meeting WHERE id = ?", [meeting_id]), None))


def _date_words(date: str) -> str:
    try:
        return date_words(dt.date.fromisoformat(date))
    except ValueError:
        return date


def _text(value: str | int | None) -> str | None:
    return None if value is None else str(value)
