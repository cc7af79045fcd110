"""What became of a meeting, change by change, and of the words of one entry."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import cast

from msgspec import Struct

from clerkapp.archive.archive import ArchiveReader
from clerkapp.archive.changes import WHOLE
from clerkapp.archive.driver import Row


class Change(Struct, frozen=True):
    """One change: when, by whom, of which row of which part, and what it was and became."""

    at: dt.datetime
    who: str
    part: str  # meeting, attendance, item or entry
    row_id: str
    field: str  # "*" where the row was made, "deleted" where it went
    old: str
    new: str


class Wording(Struct, frozen=True):
    """What the words of an entry were from a time on, and who left them so."""

    at: dt.datetime
    who: str
    text: str


_CHANGES = (
    "SELECT change.*, device.who AS who FROM change JOIN device ON device.id = change.device"
    " WHERE {} = ? ORDER BY clock"
)


def changes_of(archive: ArchiveReader, meeting_id: str) -> Iterator[Change]:
    """Every change of a meeting, the earliest first."""
    yield from map(_change, archive.rows(_CHANGES.format("change.meeting"), [meeting_id]))


def wordings_of(archive: ArchiveReader, entry_id: str) -> list[Wording]:
    """Every wording that the entry had, the earliest first; a burst of typing is one."""
    wordings: list[Wording] = []
    for change in map(_change, archive.rows(_CHANGES.format("change.row"), [entry_id])):
        if change.part != "entry" or change.field not in ("text", WHOLE):
            continue
        text = change.new if change.field == "text" else text_in(change.new)
        if not wordings or wordings[-1].text != text:
            wordings.append(Wording(change.at, change.who, text))
    return wordings


def text_in(whole: str) -> str:
    """The words, or the title, of a row that was logged whole."""
    fields = cast("dict[str, str | int | None]", json.loads(whole))
    names = (name for name in ("text", "title", "name", "committee") if fields.get(name))
    return str(fields.get(next(names, ""), ""))


def _change(row: Row) -> Change:
    return Change(
        at=dt.datetime.fromisoformat(str(row["at"])),
        who=str(row["who"]),
        part=str(row["part"]),
        row_id=str(row["row"]),
        field=str(row["field"]),
        old=str(row["old"] or ""),
        new=str(row["new"] or ""),
    )
