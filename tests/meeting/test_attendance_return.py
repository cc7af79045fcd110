"""The attendance return: who was at which meetings, over a year."""

import datetime as dt

import pytest
from msgspec.structs import replace

from clerkapp.meeting.attendance_return import attendance_return, in_the_return
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import Standing
from clerkapp.notation.reading import read_notation

ROLL = """\
Committee: Planning Committee
Date: {date}
Present: Cllr S Banerjee (Chair); Cllr A Marsden
Apologies: Cllr J Okafor
Absent: Cllr G Pryce
Substitute: Cllr P Whitlock for Cllr J Okafor
In attendance: Head of Legal
# 1. A
"""


def held(*lines: str, date: str = "2026-03-05") -> Meeting:
    return read_notation(ROLL.format(date=date) + "\n".join(lines)).meeting


def remote(of: Meeting, name: str) -> Meeting:
    lines = (replace(each, remote=each.person.name == name) for each in of.attendance)
    return replace(of, attendance=tuple(lines))


def marks(*meetings: Meeting) -> dict[str, str]:
    """The marks of every member, "." for none."""
    told = attendance_return(meetings)
    return {m.name: "".join(mark or "." for mark in m.marks) for m in told.members}


@pytest.mark.parametrize(
    ("lines", "name", "mark"),
    [
        ([], "Cllr A Marsden", "P"),
        ([], "Cllr J Okafor", "A"),
        ([], "Cllr G Pryce", "X"),
        ([], "Cllr P Whitlock", "S"),
        (["- 20:00 Cllr Marsden"], "Cllr A Marsden", "L"),
        (["+ 19:36 Cllr Okafor"], "Cllr J Okafor", "L"),
        (["i Cllr Marsden: a lease; left the room", "# 2. B"], "Cllr A Marsden", "P"),
        (["- 20:00 Cllr Whitlock"], "Cllr P Whitlock", "S"),
    ],
)
def test_each_member_has_one_mark(lines: list[str], name: str, mark: str):
    assert marks(held(*lines))[name] == mark


def test_officers_are_in_no_return_and_members_stand_by_surname():
    assert list(marks(held())) == [
        "Cllr S Banerjee",
        "Cllr A Marsden",
        "Cllr J Okafor",
        "Cllr G Pryce",
        "Cllr P Whitlock",
    ]


def test_whoever_took_part_from_elsewhere_is_remote_even_for_part():
    of = remote(held("- 20:00 Cllr Marsden"), "Cllr A Marsden")
    assert marks(of)["Cllr A Marsden"] == "R"


def test_whoever_was_expected_and_spoke_was_present_and_of_the_silent_nothing_is_known():
    of = held("q Why? [by Cllr A Marsden]")
    roll = (replace(each, standing=Standing.EXPECTED) for each in of.attendance[:2])
    told = marks(replace(of, attendance=tuple(roll)))
    assert told == {"Cllr S Banerjee": "?", "Cllr A Marsden": "P"}


def test_the_meetings_stand_by_date_and_a_member_is_known_again_by_name():
    later, first = held(date="2026-06-11"), held("- Cllr Marsden", date="2026-03-05")
    lines = (
        replace(
            each, person=replace(each.person, name=each.person.name.replace("Cllr", "Councillor"))
        )
        for each in later.attendance
    )
    told = marks(replace(later, attendance=tuple(lines)), first)
    assert told["Councillor A Marsden"] == "LP"
    assert len(told) == 5


def test_a_member_whose_name_changed_is_known_again_by_identifier():
    first, later = held(), held(date="2026-06-11")
    marsden = first.attendance[1]
    married = replace(marsden, person=replace(marsden.person, name="Cllr A Lund"))
    told = marks(first, replace(later, attendance=(married,)))
    assert told["Cllr A Lund"] == "PP"
    assert "Cllr A Marsden" not in told


def test_two_members_of_one_name_at_one_meeting_stay_two():
    of = held()
    twin = replace(of.attendance[1], person=replace(of.attendance[1].person, id="another"))
    told = attendance_return([replace(of, attendance=(of.attendance[1], twin))])
    assert [m.name for m in told.members] == ["Cllr A Marsden"] * 2


def test_totals_and_the_percentage_leave_out_what_is_not_held_against_a_member():
    year = [
        held(date="2026-01-08"),
        held("- 20:00 Cllr Marsden", date="2026-02-05"),
        replace(held(date="2026-03-05"), attendance=held().attendance[2:]),
    ]
    told = attendance_return(year)
    row = {m.name: (m.expected, m.attended, m.percent, m.substituted) for m in told.members}
    assert row["Cllr A Marsden"] == (2, 2, 100, 0)
    assert row["Cllr J Okafor"] == (3, 0, 0, 0)
    assert row["Cllr P Whitlock"] == (0, 0, None, 3)
    assert [told.number_there(place) for place in range(3)] == [3, 3, 1]


def test_a_percentage_is_rounded_half_up():
    lines = (replace(each, standing=Standing.APOLOGIES) for each in held().attendance[:2])
    away = replace(held(), attendance=tuple(lines))
    told = attendance_return([held(), *[away] * 7])
    assert told.members[0].percent == 13  # 1 of 8 is 12.5


@pytest.mark.parametrize(
    ("options", "belongs"),
    [
        ({}, True),
        ({"committee": "planning"}, True),
        ({"committee": "licensing"}, False),
        ({"since": dt.date(2026, 3, 5), "to": dt.date(2026, 3, 5)}, True),
        ({"since": dt.date(2026, 3, 6)}, False),
        ({"to": dt.date(2026, 3, 4)}, False),
    ],
)
def test_a_return_is_of_a_committee_and_a_period(options: dict, belongs: bool):
    assert in_the_return(held(), **options) is belongs


def test_neither_the_sample_nor_within_a_period_a_meeting_without_a_date_is_in_it():
    undated = replace(held(), heading=replace(held().heading, date=None))
    assert in_the_return(undated)
    assert not in_the_return(undated, since=dt.date(2026, 1, 1))
    assert not in_the_return(replace(held(), is_sample=True))
