"""Action points and votes as other programs take them."""

import csv
import datetime as dt
import io
import json

import icalendar
from hypothesis import given
from meetings import meetings
from msgspec.structs import replace

from clerkapp.export.actions import actions_csv, actions_ics
from clerkapp.export.spreadsheet import spreadsheet
from clerkapp.export.votes import popolo, votes_csv
from clerkapp.meeting.action_list import listed_actions
from clerkapp.meeting.meeting import Meeting, NextMeeting, entries_of
from clerkapp.meeting.vote_list import listed_votes
from clerkapp.notation.reading import read_notation

MEETING = read_notation("""\
Council: Brookmere Borough Council
Committee: Planning Committee
Date: 2026-03-05
Next: 2026-04-09
Place: Civic Offices
Present: Cllr S Banerjee (Chair); Cllr R O'Teale; Cllr A Marsden
In attendance: Head of Planning

# 6. Barn at Mill Lane
a Action: =Write to the applicant. @Head of Planning by 2026-03-20
a Visit the site; then report. @Cllr A Marsden by next meeting
a Ask about bats. @ by in due course [done 2026-03-06]
m That the barn be refused. / Cllr A Marsden / Cllr R O'Teale
m+ That it be deferred. / Cllr S Banerjee / Cllr A Marsden
v for 1 against 2
v for Cllr A Marsden; Cllr R O'Teale against Cllr S Banerjee
v unanimous
""").meeting


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_action_point_is_a_row_with_its_day():
    _, *told = rows(actions_csv(MEETING))
    assert [row[2:6] for row in told] == [
        ["'=Write to the applicant.", "Head of Planning", "2026-03-20", "2026-03-20"],
        ["Visit the site; then report.", "Cllr A Marsden", "next meeting", "2026-04-09"],
        ["Ask about bats.", "", "in due course", ""],
    ]
    assert told[2][6] == "2026-03-06"


def test_no_cell_is_a_formula_and_lines_end_as_spreadsheets_want_them():
    data = spreadsheet([("=1+1", "@SUM(A1)", "-2", " +3", "plain", 4)])
    assert data.decode("utf-8-sig") == "'=1+1,'@SUM(A1),'-2,' +3,plain,4\r\n"


def test_the_calendar_has_a_task_for_each_and_the_next_meeting():
    calendar = icalendar.Calendar.from_ical(actions_ics(MEETING))
    write, visit, bats = calendar.walk("VTODO")
    assert str(write["SUMMARY"]) == "=Write to the applicant."
    assert visit.decoded("DUE").isoformat() == "2026-04-09"
    assert "DUE" not in bats
    assert (str(bats["STATUS"]), str(write["STATUS"])) == ("COMPLETED", "NEEDS-ACTION")
    assert "in due course" in str(bats["DESCRIPTION"])
    (meeting,) = calendar.walk("VEVENT")
    assert meeting.decoded("DTSTART").isoformat() == "2026-04-09"


def test_the_next_meeting_begins_at_its_time_where_it_will_be():
    told = NextMeeting(dt.date(2026, 4, 9), dt.time(18, 30), "in the Council Chamber")
    heading = replace(MEETING.heading, next_meeting=told, place="Hall")
    calendar = icalendar.Calendar.from_ical(actions_ics(replace(MEETING, heading=heading)))
    (meeting,) = calendar.walk("VEVENT")
    assert meeting.decoded("DTSTART") == dt.datetime(2026, 4, 9, 18, 30)  # noqa: DTZ001
    assert str(meeting["LOCATION"]) == "Council Chamber"


def test_the_same_meeting_gives_the_same_calendar():
    assert actions_ics(MEETING) == actions_ics(MEETING)


def test_every_vote_is_a_row_with_what_was_put():
    _, amendment, motion, alone = rows(votes_csv(MEETING))
    assert amendment[2:10] == [
        "That it be deferred.", "yes", "Cllr S Banerjee", "Cllr A Marsden", "lost", "1", "2", "",
    ]  # fmt: skip
    assert motion[6:9] == ["carried", "2", "1"]
    assert motion[11:13] == ["Cllr A Marsden; Cllr R O'Teale", "Cllr S Banerjee"]
    assert alone[2:7] == ["", "", "", "", "unanimous"]


def test_popolo_names_who_voted_how():
    told = json.loads(popolo(MEETING))
    ids = {person["name"]: person["id"] for person in told["persons"]}
    assert "Head of Planning" not in ids
    lost, carried, unanimous = told["vote_events"]
    assert (lost["result"], carried["result"], unanimous["result"]) == ("fail", "pass", "pass")
    assert {"voter_id": ids["Cllr S Banerjee"], "option": "no"} in carried["votes"]
    assert carried["counts"] == [{"option": "yes", "value": 2}, {"option": "no", "value": 1}]
    motions = {motion["id"]: motion for motion in told["motions"]}
    assert motions[lost["motion_id"]]["classification"] == "amendment"
    assert motions[carried["motion_id"]]["creator_id"] == ids["Cllr A Marsden"]
    assert "motion_id" not in unanimous


@given(meetings())
def test_any_meeting_has_a_row_for_each_action_point_and_each_vote(of: Meeting):
    assert len(rows(actions_csv(of))) == 1 + len(list(listed_actions(of)))
    assert len(rows(votes_csv(of))) == 1 + len(list(listed_votes(of)))
    named = {entry.id for _, entry in entries_of(of)}
    assert {event["id"] for event in json.loads(popolo(of))["vote_events"]} <= named
    assert len(icalendar.Calendar.from_ical(actions_ics(of)).walk("VTODO")) == len(
        list(listed_actions(of))
    )
