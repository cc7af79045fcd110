"""When and where the next meeting is, in a line: `2026-07-14 18:30, Council Chamber`."""

import re

from clerkapp.meeting.meeting import NextMeeting
from clerkapp.notation.dates import WrongWeekdayError, date_and_rest, read_date, read_time
from clerkapp.patterns import pattern
from clerkapp.wording.closing import goes_on
from clerkapp.wording.times import date_words, time_words

_AT = pattern(
    r"(?:,\s*)?(?:(?:at|am)\s+|@\s*)?"
    r"(?P<time>\d{1,2}(?:[:.]\d{2}\s*(?:[ap]\.?\s?m\b\.?|y\.?\s?[bph]\b\.?)?|"
    r"\s*(?:[ap]\.?\s?m\b\.?|y\.?\s?[bph]\b\.?)))(?=[\s,]|$)\s*",
    re.IGNORECASE,
)


def read_next(words: str) -> NextMeeting:
    """The meeting that `words` tell: 14 July 2026 at 6.30 pm in the Council Chamber.

    Time and place may be missing. A place stands behind a comma where it does not go on from the
    words before, and is not a name behind a time; behind a backslash it is a place however much it
    looks like a time. ValueError, with a sentence, where `words` do not begin with a date or go on
    with something else; WrongWeekdayError as of a date.
    """
    day, rest = date_and_rest(words)
    at = _AT.match(rest)
    time = read_time(at["time"].rstrip(".")) if at else None
    place = rest[at.end() :] if at else rest
    is_name = at is not None and place[:1].isupper()  # “7.30 pm Village Hall”
    if place and not (is_name or place.startswith(",") or goes_on(place)):
        raise ValueError(f"“{words}” is not a date; write a place after it behind a comma")
    place = place.removeprefix(",").strip().removeprefix("\\")
    try:
        return NextMeeting(read_date(day), time, place)
    except WrongWeekdayError as error:
        error.read = NextMeeting(error.date, time, place)
        raise


def write_next(meeting: NextMeeting) -> str:
    """`meeting` as `read_next` reads it, in figures."""
    at = f" {meeting.start:%H:%M}" if meeting.start else ""
    return f"{meeting.date.isoformat()}{at}{_placed(meeting)}"


def next_words(meeting: NextMeeting) -> str:
    """`meeting` as `read_next` reads it, as a person writes it."""
    at = f" at {time_words(meeting.start, '7.30 pm')}" if meeting.start else ""
    return f"{date_words(meeting.date)}{at}{_placed(meeting)}"


def _placed(meeting: NextMeeting) -> str:
    place = meeting.place
    if place.startswith("\\") or (not meeting.start and _AT.match(place)):
        place = f"\\{place}"
    return f", {place}" if place else ""
