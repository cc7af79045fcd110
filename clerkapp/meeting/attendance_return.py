"""The attendance return: over a year of meetings, which members were there."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct, field

from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import Attendance, Standing, folded, without_honorific
from clerkapp.meeting.presence import Moment, at_the_opening, ledger, members


class Mark(StrEnum):
    """How a member stood to one meeting, in one letter."""

    PRESENT = "P"
    REMOTE = "R"  # from elsewhere, for all of it or part
    SUBSTITUTE = "S"  # in the place of another member
    PART = "L"  # late, or left before the end
    APOLOGIES = "A"
    ABSENT = "X"  # and no apologies
    UNKNOWN = "?"  # expected, and the record says nothing


_ATTENDED = frozenset({Mark.PRESENT, Mark.REMOTE, Mark.PART})
_NOT_HELD_AGAINST = frozenset({Mark.SUBSTITUTE, Mark.UNKNOWN})


class MemberYear(Struct, frozen=True):
    """One member over the meetings of a return: a mark for each, or None where not called."""

    name: str  # as on the latest list
    marks: tuple[Mark | None, ...]
    ids: frozenset[str] = frozenset()  # on the lists of those meetings

    @property
    def expected(self) -> int:
        """How many of the meetings they were called to as a member, where it is known."""
        return sum(mark is not None and mark not in _NOT_HELD_AGAINST for mark in self.marks)

    @property
    def attended(self) -> int:
        """At how many of those they were, for all or part."""
        return sum(mark in _ATTENDED for mark in self.marks)

    @property
    def substituted(self) -> int:
        """At how many they stood in for another member."""
        return self.marks.count(Mark.SUBSTITUTE)

    @property
    def percent(self) -> int | None:
        """`attended` of `expected` in a hundred, half rounded up; None where none was expected."""
        return (
            (200 * self.attended + self.expected) // (2 * self.expected) if self.expected else None
        )


class AttendanceReturn(Struct, frozen=True):
    """Members by name, and the meetings by date, that their marks stand for."""

    meetings: tuple[Meeting, ...]
    members: tuple[MemberYear, ...]

    def number_there(self, place: int) -> int:
        """How many members were at the meeting at that place, substitutes among them."""
        there = {*_ATTENDED, Mark.SUBSTITUTE}
        return sum(member.marks[place] in there for member in self.members)


def attendance_return(meetings: Iterable[Meeting]) -> AttendanceReturn:
    """The return of `meetings`, whichever their order.

    A member is known again by identifier, or by the name without its title.
    """
    ordered = tuple(sorted(meetings, key=_when))
    rows: list[_Row] = []
    for place, meeting in enumerate(ordered):
        there = _Presence(meeting)
        for line in members(meeting.attendance):
            row = _row_of(line, rows, place)
            row.name = line.person.name
            row.ids.add(line.person.id)
            row.names.add(_plain(line.person.name))
            row.marks[place] = there.mark(line)
    kept = sorted(rows, key=lambda row: _by_name(row.name))
    whole = range(len(ordered))
    return AttendanceReturn(
        ordered,
        tuple(
            MemberYear(row.name, tuple(map(row.marks.get, whole)), frozenset(row.ids))
            for row in kept
        ),
    )


def in_the_return(
    meeting: Meeting, committee: str = "", since: dt.date | None = None, to: dt.date | None = None
) -> bool:
    """Whether a meeting belongs in the return of that committee, from `since` to `to` inclusive.

    Any part of the committee's name will do. A meeting without a date is in no period, and the
    sample in no return.
    """
    date = meeting.heading.date
    if meeting.is_sample or folded(committee) not in folded(meeting.heading.committee):
        return False
    if date is None:
        return since is None and to is None
    return (since is None or since <= date) and (to is None or date <= to)


class _Row(Struct):
    """A member while the marks are gathered."""

    name: str = ""
    ids: set[str] = field(default_factory=set[str])
    names: set[str] = field(default_factory=set[str])
    marks: dict[int, Mark] = field(default_factory=dict[int, Mark])


def _row_of(line: Attendance, rows: list[_Row], place: int) -> _Row:
    """The row of that member, a new one where none is known; two of one name stay two."""
    free = [row for row in rows if place not in row.marks]
    name = _plain(line.person.name)
    known = [row for row in free if line.person.id in row.ids]
    known += [row for row in free if name in row.names]
    if known:
        return known[0]
    rows.append(_Row())
    return rows[-1]


class _Presence:
    """Who was at one meeting for all of it, and who for part."""

    def __init__(self, meeting: Meeting) -> None:
        moments = (at_the_opening(meeting), *ledger(meeting))
        there = [_counted(moment) for moment in moments]
        self._ever = frozenset[str]().union(*there)
        # Of a member expected and heard later nobody noted an arrival: there from the beginning.
        unheard = (moment.unheard for moment in moments)
        self._always = self._ever.intersection(
            *(here | early for here, early in zip(there, unheard, strict=True))
        )

    def mark(self, line: Attendance) -> Mark:
        """The one letter for that member."""
        who = line.person.id
        if who not in self._ever:
            return _AWAY.get(line.standing, Mark.UNKNOWN)
        if line.standing is Standing.SUBSTITUTE:
            return Mark.SUBSTITUTE
        if line.remote:
            return Mark.REMOTE
        return Mark.PRESENT if who in self._always else Mark.PART


_AWAY = {Standing.APOLOGIES: Mark.APOLOGIES, Standing.ABSENT: Mark.ABSENT}


def _counted(moment: Moment) -> frozenset[str]:
    """Those at the meeting at that moment: whoever is out for an interest has not left it."""
    return moment.here | moment.withdrawn


def _when(meeting: Meeting) -> tuple[dt.date, dt.time, str]:
    heading = meeting.heading
    return heading.date or dt.date.max, heading.start or dt.time.min, meeting.id


def _plain(name: str) -> str:
    return folded(without_honorific(name))


def _by_name(name: str) -> tuple[str, str]:
    """By the last word of the name, then the whole."""
    plain = _plain(name)
    return plain.rpartition(" ")[2], plain
