"""When and where the next meeting is: as typed, as written, and as JSON."""

import datetime as dt
import json

import pytest
from hypothesis import given
from meetings import next_meetings

from clerkapp.meeting.meeting import Heading, Meeting, NextMeeting
from clerkapp.notation.dates import WrongWeekdayError
from clerkapp.notation.json import read_json, write_json
from clerkapp.notation.next_line import next_words, read_next, write_next
from clerkapp.notation.reading import read_notation

DAY, EVENING = dt.date(2026, 7, 14), dt.time(18, 30)


@pytest.mark.parametrize(
    ("words", "start", "place"),
    [
        ("2026-07-14", None, ""),
        ("2026-07-14 18:30", EVENING, ""),
        ("2026-07-14 18:30, Council Chamber", EVENING, "Council Chamber"),
        (
            "Tuesday 14 July 2026 at 6.30 pm in the Chamber",
            EVENING,
            "in the Chamber",
        ),
        ("Tuesday, 14th July 2026, 6.30pm, Town Hall, Ash", EVENING, "Town Hall, Ash"),
        ("14 Jul 2026 6.30pm Village Hall", EVENING, "Village Hall"),
        ("14/7/26 at 6.30 p.m. remotely", EVENING, "remotely"),
        ("14 Gorffennaf 2026 am 6.30 yh, Neuadd y Pentref", EVENING, "Neuadd y Pentref"),
        ("14 July 2026, 14 High Street", None, "14 High Street"),
        ("2026-07-14, \\6.30 pm Club", None, "6.30 pm Club"),
        ("2026-07-14 at the Village Hall", None, "at the Village Hall"),
    ],
)
def test_the_next_meeting_is_read_with_its_time_and_place(words, start, place):
    assert read_next(words) == NextMeeting(DAY, start, place)


@pytest.mark.parametrize(
    "words",
    [
        "soon",
        "14 July",
        "2026-07-14 or the 21st",
        "14 July 2026 6.30pm or later",
        "2026-07-14 25:30",
    ],
)
def test_what_does_not_tell_a_meeting_is_kept_and_said(words: str):
    with pytest.raises(ValueError, match=r"is not a|has no year"):
        read_next(words)
    reading = read_notation(f"Next: {words}\n\n# 1. A\n")
    assert reading.meeting.heading.next_meeting is None
    assert {remark.line for remark in reading.remarks} == {1}


def test_a_wrong_weekday_loses_neither_time_nor_place():
    with pytest.raises(WrongWeekdayError, match="is a Tuesday"):
        read_next("Monday 14 July 2026 at 6.30 pm, Hall")
    read = read_notation("Next: Monday 14 July 2026 at 6.30 pm, Hall\n").meeting.heading
    assert read.next_meeting == NextMeeting(DAY, EVENING, "Hall")


@given(next_meetings)
def test_what_is_written_is_read_again(meeting: NextMeeting):
    assert read_next(write_next(meeting)) == meeting
    assert read_next(next_words(meeting)) == meeting


def test_a_date_alone_is_in_text_and_json_what_it_always_was():
    meeting = Meeting("m", Heading(next_meeting=NextMeeting(DAY)))
    assert write_next(NextMeeting(DAY)) == "2026-07-14"
    assert json.loads(write_json(meeting))["meeting"]["heading"]["next_meeting"] == "2026-07-14"
    assert read_json(write_json(meeting)) == meeting
