"""Rules about dates in the words of the minutes, and about the times beside them."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from clerkapp.checking.findings import Finding, Severity, entries
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.dates import read_date
from clerkapp.wording.times import MONTHS, WEEKDAYS, long_date_words, weekday

_DATE = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+)?(?:the\s+)?"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(MONTHS)})\b"
    rf"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
)


def weekday_against_date(meeting: Meeting) -> Iterator[Finding]:
    """S1: a date exists, and falls on the weekday that is written before it.

    A date without its year may be of the meeting's year, the year before or the year after. Of
    1,052 dated weekdays in published minutes of small councils 40 were wrong.
    """
    held = meeting.heading.date
    for spot, entry in entries(meeting):
        for match in _DATE.finditer(entry.text):
            years = _years(match.group("year"), held)
            dates = [date for year in years if (date := _date(match, year))]
            if years and not dates:
                what = f"there is no such date as {match.group(0)}"
                yield spot.finding("S1", Severity.ERROR, what, "Correct the day or the month.")
            named = match.group("weekday")
            if dates and named and named not in {weekday(date) for date in dates}:
                right = min(dates, key=lambda date: abs((date - (held or date)).days))
                yield spot.finding(
                    "S1",
                    Severity.ERROR,
                    f"“{match.group(0)}” is a {weekday(right)}",
                    f"Write {long_date_words(right)}, or correct the day.",
                )


def times_run_backwards(meeting: Meeting) -> Iterator[Finding]:
    """S2: within an item, no entry was later than the one below it.

    Of two that disagree the one is named that does not fit between its neighbours. What would be
    more than half a day earlier is after midnight.
    """
    out_of_place = {entry.id for item in meeting.items for entry in _out_of_place(item.entries)}
    for spot, entry in entries(meeting):
        if entry.id in out_of_place and entry.time:
            yield spot.finding(
                "S2",
                Severity.HINT,
                f"{entry.time:%H:%M} does not fit between the times around it",
                "Correct the time, or move the entry.",
            )


def _out_of_place(among: tuple[Entry, ...]) -> Iterator[Entry]:
    timed = [entry for entry in among if entry.time is not None]
    for at, (above, below) in enumerate(pairwise(timed)):
        if _is_before(below, above):
            before = timed[at - 1] if at else None
            above_is_wrong = before is not None and not _is_before(below, before)
            yield above if above_is_wrong else below


def _is_before(one: Entry, other: Entry) -> bool:
    if one.time is None or other.time is None:
        return False
    minutes = [each.hour * 60 + each.minute for each in (one.time, other.time)]
    return 0 < (minutes[1] - minutes[0]) % (2 * _HALF_A_DAY) <= _HALF_A_DAY


_HALF_A_DAY = 12 * 60


def _years(named: str | None, held: dt.date | None) -> list[int]:
    if named:
        return [int(named)]
    return [held.year, held.year + 1, held.year - 1] if held else []


def _date(match: re.Match[str], year: int) -> dt.date | None:
    try:
        return read_date(f"{match.group('day')} {match.group('month')} {year}")
    except ValueError:
        return None
