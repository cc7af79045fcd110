"""A new meeting is filled from its committee and from the last one."""

import datetime as dt

import pytest
from meetings import brookmere
from msgspec.structs import replace

from clerkapp.editing.next_meeting import (
    committee_of,
    day_of_next,
    first_number,
    held_again,
    next_meeting,
    open_actions,
)
from clerkapp.meeting.committees import Committee, Membership, Numbering, QuorumRule
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting, NextMeeting, Status
from clerkapp.meeting.people import Standing
from clerkapp.notation.reading import read_notation

DAY, NEXT = dt.date(2026, 6, 4), dt.date(2026, 9, 3)
PLANNING = Committee(
    "p",
    "Brookmere Borough Council",
    "Planning Committee",
    (
        Membership("Cllr R Finch", "Chair", "rf"),
        Membership("Cllr T Lee", until=DAY - dt.timedelta(1)),
        Membership("Canon B Orr", has_vote=False),
        Membership("Cllr A Vane", since=DAY),
    ),
    QuorumRule(part=1, of=2),
    ("Apologies", "Minutes of the meeting on {last}", "Matters arising {actions}"),
    place="Committee Room 2",
    start=dt.time(18, 30),
    dates=(NEXT, DAY),
)
LAST = """\
Committee: Planning Committee
Date: 2026-05-07
Present: Cllr R Fynch
In attendance: Jo Ray (Head of Legal) [hol]

# Trees
a Circulate the tree survey @hol by 2026-06-01
"""


def last(number: str = "7") -> Meeting:
    meeting = read_notation(LAST, new_id).meeting
    return replace(meeting, items=(replace(meeting.items[0], number=number),))


def test_the_heading_comes_from_the_committee_and_its_dates():
    heading = next_meeting(PLANNING, None, DAY, new_id).heading
    assert (heading.council, heading.committee) == (PLANNING.organisation, PLANNING.name)
    assert (heading.date, heading.start) == (DAY, dt.time(18, 30))
    assert (heading.place, heading.quorum, heading.committee_id) == ("Committee Room 2", 1, "p")


def test_the_meeting_after_is_offered_with_the_usual_time_and_place():
    heading = next_meeting(PLANNING, None, DAY, new_id).heading
    assert heading.next_meeting == NextMeeting(NEXT, dt.time(18, 30), "Committee Room 2")
    undated = replace(PLANNING, dates=())
    assert next_meeting(undated, None, DAY, new_id).heading.next_meeting is None


def test_what_the_last_meeting_told_of_this_one_comes_before_what_is_usual():
    before = read_notation(LAST.replace("\n\n", f"\nNext: {DAY} 14:00, in the Hall\n\n", 1)).meeting
    heading = next_meeting(PLANNING, before, DAY, new_id).heading
    assert (heading.start, heading.place) == (dt.time(14), "Hall")
    other = next_meeting(PLANNING, before, NEXT, new_id).heading
    assert (other.start, other.place) == (dt.time(18, 30), "Committee Room 2")


def test_the_next_day_is_one_of_its_dates_else_what_was_told_else_today():
    before = read_notation(f"Next: {DAY}\n").meeting
    undated, late = replace(PLANNING, dates=()), DAY + dt.timedelta(days=1)
    assert day_of_next(replace(PLANNING, dates=(NEXT,)), before, DAY) == NEXT
    assert day_of_next(undated, before, DAY) == DAY
    assert day_of_next(undated, before, late) == day_of_next(undated, None, late) == late


def test_members_in_term_are_expected_under_the_names_of_today_and_officers_come_along():
    before = last()
    made = next_meeting(PLANNING, before, DAY, new_id)
    lines = [(line.person.name, line.standing, line.has_vote) for line in made.attendance]
    assert lines == [
        ("Cllr R Finch", Standing.EXPECTED, True),
        ("Canon B Orr", Standing.EXPECTED, False),
        ("Cllr A Vane", Standing.EXPECTED, True),
        ("Jo Ray", Standing.IN_ATTENDANCE, True),
    ]
    assert before.attendance[0].person.name == "Cllr R Fynch"
    ids = {line.person.id for line in before.attendance}
    assert not ids & {line.person.id for line in made.attendance}


def test_the_date_of_the_last_and_what_is_open_stand_in_the_usual_items():
    before = last()
    made = next_meeting(PLANNING, before, DAY, new_id)
    assert [item.title for item in made.items] == [
        "Apologies",
        "Minutes of the meeting on 7 May 2026",
        "Matters arising",
    ]
    listed = [entry.text for entry in made.items[2].entries]
    assert listed == list(open_actions(before))
    assert len(listed) == 1
    assert "Circulate the tree survey" in listed[0]


NUMBERS = [
    (Numbering.AGENDA, "", "7", DAY, ""), (Numbering.AGENDA, "B", "7", DAY, "B1"),
    (Numbering.CONTINUOUS, "", "412", DAY, "413"), (Numbering.CONTINUOUS, "B", "B04", DAY, "B05"),
    (Numbering.OF_THE_YEAR, "", "99/26", DAY, "100/26"),
    (Numbering.OF_THE_YEAR, "PLA", "PLA148/26", DAY, "PLA149/26"),
    (Numbering.OF_THE_YEAR, "PLA", "PLA148/26", dt.date(2027, 5, 1), "PLA1/27"),
    (Numbering.OF_THE_YEAR, "", "99/26", dt.date(2027, 4, 30), "100/26"),
]  # fmt: skip


@pytest.mark.parametrize(("numbering", "prefix", "number", "date", "expected"), NUMBERS)
def test_the_first_number_goes_on_from_the_last(
    numbering: Numbering, prefix: str, number: str, date: dt.date, expected: str
):
    committee = replace(PLANNING, numbering=numbering, prefix=prefix)
    assert first_number(committee, last(number), date) == expected


@pytest.mark.parametrize(
    ("numbering", "first", "date", "expected"),
    [
        (Numbering.AGENDA, 45, DAY, 47),
        (Numbering.AGENDA, 45, dt.date(2027, 4, 30), 47),
        (Numbering.AGENDA, 45, dt.date(2027, 5, 1), 1),
        (Numbering.CONTINUOUS, 45, dt.date(2027, 5, 1), 47),
        (Numbering.AGENDA, None, DAY, None),
    ],
)
def test_the_numbers_of_resolutions_go_on_and_begin_again_with_the_year(
    numbering: Numbering, first: int | None, date: dt.date, expected: int | None
):
    committee = replace(PLANNING, numbering=numbering)
    before = read_notation(LAST + "= To fell it.\n= To plant two.", new_id).meeting
    before = replace(before, heading=replace(before.heading, first_resolution=first))
    assert next_meeting(committee, before, date, new_id).heading.first_resolution == expected
    assert next_meeting(committee, None, date, new_id).heading.first_resolution is None


def test_a_committee_can_be_made_of_a_meeting():
    made = committee_of(brookmere(), new_id)
    assert made.name == "Corporate Overview and Scrutiny Committee"
    assert [each.name for each in made.members] == [
        "Cllr S Banerjee",
        "Cllr R Teale",
        "Cllr A Marsden",
        "Cllr C Ó Briain",
        "Cllr J Okafor",
    ]
    assert made.members[0].post == "Chair"


def test_a_meeting_that_is_held_again_expects_those_who_were_away():
    held = read_notation(
        "Committee: Planning\nDate: 2026-05-07\nEnd: 20:00\nPublic: 6\nPlace: Hall\n"
        "Status: signed\nFirst page: 30\nPresent: Cllr R Fynch\nApologies: Cllr P Noakes\n"
        "Absent: Cllr B Orr\n"
        "Substitute: Cllr S Ash for Cllr P Noakes\nIn attendance: Jo Ray\n# Trees\n",
        new_id,
    ).meeting
    again = held_again(held)
    assert [(line.person.name, line.standing) for line in again.attendance] == [
        ("Cllr R Fynch", Standing.PRESENT),
        ("Cllr P Noakes", Standing.EXPECTED),
        ("Cllr B Orr", Standing.EXPECTED),
        ("Jo Ray", Standing.IN_ATTENDANCE),
    ]
    heading = again.heading
    assert (heading.committee, heading.place, heading.status) == ("Planning", "Hall", Status.DRAFT)
    assert heading.end is None
    assert heading.public is None
    assert heading.first_page is None
