"""The attendance of the year: a letter for each member and meeting, this one in the last column."""

from printed import minutes_of

from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience, Table

HEAD = "Council: Dovecote School\nCommittee: Full Governing Board\n"
AUTUMN = f"""\
{HEAD}Date: 2025-09-23
Start: 18:00
Present: Mrs P Hale (Chair); Ms V Ash
Apologies: Mr S Okoro
# 1. Welcome
n A
"""
SPRING = f"""\
{HEAD}Date: 2026-02-10
Start: 18:00
Present: Mrs P Hale (Chair); Mr S Okoro
Absent: Dr F Moyle
# 1. Welcome
- 18:30 Mr S Okoro
"""
SUMMER = f"""\
{HEAD}Date: 2026-05-19
Start: 18:00
Present: Mr S Okoro; Mrs P Hale (Chair)
Apologies: Dr F Moyle
In attendance: Jo Ray (Clerk)
# 1. Welcome
n A
"""


def meeting(text: str) -> Meeting:
    return read_notation(text, new_id).meeting


def table(*earlier: str, audience: Audience = Audience.PUBLIC) -> Table:
    made = compose(
        meeting(SUMMER),
        house_style("school-governors"),
        audience,
        earlier=tuple(map(meeting, earlier)),
    )
    assert made.attendance is not None
    return made.attendance


def test_each_meeting_of_the_year_is_a_column_whichever_their_order():
    told = table(SPRING, AUTUMN)
    assert told.headings == ("Name", "Role", "23 September 2025", "10 February 2026", "19 May 2026")
    assert told.rows == (
        ("Mr S Okoro", "Governor", "A", "L", "P"),
        ("Mrs P Hale", "Chair", "P", "P", "P"),
        ("Dr F Moyle", "Governor", "–", "X", "A"),
        ("Jo Ray", "Clerk", "–", "–", "P"),
        ("Ms V Ash", "Governor", "P", "–", "–"),  # left the board since
    )
    assert told.note.startswith("P present, L for part of the meeting")


def test_without_the_meetings_before_it_this_one_stands_alone():
    told = table()
    assert told.headings == ("Name", "Role", "19 May 2026")
    assert [row[2] for row in told.rows] == ["P", "P", "A", "P"]


def test_as_many_of_the_latest_as_a_page_is_wide_for():
    months = [AUTUMN.replace("2025-09-23", f"2025-{month:02}-23") for month in range(1, 12)]
    told = table(*months)
    assert told.headings[2] == "23 June 2025"
    assert len(told.headings) == 9
    assert {len(row) for row in told.rows} == {9}


def test_two_of_one_name_have_a_row_each():
    text = SUMMER.replace("Mrs P Hale (Chair)", "Mrs P Hale (Chair); Mrs P Hale")
    told = minutes_of(text, "school-governors").attendance
    assert told is not None
    assert [row[0] for row in told.rows].count("Mrs P Hale") == 2
