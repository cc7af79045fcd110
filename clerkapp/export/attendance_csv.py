"""The attendance return as CSV, for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from clerkapp.meeting.attendance_return import AttendanceReturn, Mark, MemberYear
from clerkapp.meeting.meeting import Meeting

_KEY = {
    Mark.PRESENT: "present",
    Mark.REMOTE: "present remotely",
    Mark.SUBSTITUTE: "present as a substitute; not counted in the percentage",
    Mark.PART: "late, or left before the end; counted as attended",
    Mark.APOLOGIES: "apologies",
    Mark.ABSENT: "absent without apologies",
    Mark.UNKNOWN: "not recorded; not counted in the percentage",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def attendance_csv(told: AttendanceReturn) -> bytes:
    """`told` as UTF-8 with a byte order mark and CRLF, as spreadsheets want it.

    A row a member, a column a meeting, totals and a key below. A cell that a spreadsheet would
    take for a formula begins with an apostrophe.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerows(map(_guarded, row) for row in _rows(told))
    return text.getvalue().encode("utf-8-sig")


def _rows(told: AttendanceReturn) -> Iterator[tuple[int | str, ...]]:
    totals = ("Expected", "Attended", "%", "As a substitute")
    yield ("Member", *map(_meeting, told.meetings), *totals)
    for member in told.members:
        yield (member.name, *(mark or "" for mark in member.marks), *_totals(member))
    there = map(told.number_there, range(len(told.meetings)))
    yield ("Members there", *there, *("" for _ in totals))
    yield ()
    yield ("Key",)
    yield from _KEY.items()
    yield ("", "no mark: not a member of the committee, or not called")


def _meeting(meeting: Meeting) -> str:
    heading = meeting.heading
    date = heading.date.isoformat() if heading.date else "no date"
    return f"{date} {heading.committee}".rstrip()


def _totals(member: MemberYear) -> tuple[int | str, ...]:
    percent = "" if member.percent is None else member.percent
    return member.expected, member.attended, percent, member.substituted


def _guarded(cell: int | str) -> int | str:
    """`cell`, so that no spreadsheet runs it."""
    runs = isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA)
    return f"'{cell}" if runs else cell
