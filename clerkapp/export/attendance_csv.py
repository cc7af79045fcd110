"""The attendance return as CSV, for a spreadsheet."""

from collections.abc import Iterator

from clerkapp.export.spreadsheet import spreadsheet
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


def attendance_csv(told: AttendanceReturn) -> bytes:
    """`told` for a spreadsheet: a row a member, a column a meeting, totals and a key below."""
    return spreadsheet(_rows(told))


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
