"""Rules about dates in the words of the minutes, and about the times beside them."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.quoted import unquoted
from clerkapp.checking.record import Record, Spot
from clerkapp.checking.rewording import reword
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import Status
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.notation.dates import read_date
from clerkapp.patterns import pattern
from clerkapp.wording.closing import tells_next
from clerkapp.wording.times import MONTHS, WEEKDAYS, long_date_words, weekday

_DATE = pattern(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+)?(?:the\s+)?"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(MONTHS)})\b"
    rf"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
)


def weekday_against_date(record: Record) -> Iterator[Finding]:
    """S1: a date exists, and falls on the weekday that is written before it.

    A date without its year may be of the meeting's year, the year before or the year after. Of
    1,052 dated weekdays in published minutes of small councils 40 were wrong. The next meeting is
    after this one, and on one day wherever it is said.
    """
    yield from _next_meeting(record)
    held = record.meeting.heading.date
    for spot, entry in record.entries:
        for match in _DATE.finditer(entry.text):
            years = _years(match.group("year"), held)
            dates = [date for year in years if (date := _date(match, year))]
            if years and not dates:
                what = f"there is no such date as {match.group(0)}"
                yield spot.finding("S1", Severity.ERROR, what, "Correct the day or the month.")
            named = match.group("weekday")
            if dates and named and named not in {weekday(date) for date in dates}:
                at = match.span("weekday")
                right = min(dates, key=lambda date: abs((date - (held or date)).days))
                yield spot.finding(
                    "S1",
                    Severity.ERROR,
                    f"“{match.group(0)}” is a {weekday(right)}",
                    f"Write {long_date_words(right)}, or correct the day.",
                    Fix(f"Write {weekday(right)}", reword(entry, [(*at, weekday(right))])),
                )


def _next_meeting(record: Record) -> Iterator[Finding]:
    heading = record.meeting.heading
    day = heading.next_day
    if day is None or not record.items:
        return
    if heading.date and day <= heading.date:
        what = f"the next meeting, on {long_date_words(day)}, is not after this one"
        yield record.items[-1].finding("S1", Severity.ERROR, what, "Correct one of the two dates.")
    for spot, entry in record.entries:
        found = list(_DATE.finditer(entry.text))
        told = _date(found[0], _year_of(found[0], day)) if len(found) == 1 else None
        if told and told != day and tells_next(spot.item, entry, told):
            what = f"the next meeting is on {long_date_words(day)} among the details"
            yield spot.finding("S1", Severity.WARNING, what, "Correct the one or the other.")


def _year_of(match: re.Match[str], day: dt.date) -> int:
    return int(match.group("year") or day.year)


def times_run_backwards(record: Record) -> Iterator[Finding]:
    """S3: no entry of an item was later than the one below it, and no end is before its start.

    Of two that disagree the one is named that does not fit between its neighbours. What would be
    more than half a day earlier is after midnight. Nothing is done while the meeting is adjourned,
    and what was adjourned is resumed before it is closed. Minutes say when the meeting was closed.
    """
    yield from _closed_at_no_time(record)
    yield from _adjourned_and_closed(record)
    heading = record.meeting.heading
    if heading.start and heading.end and _earlier(heading.end, heading.start) and record.items:
        what = f"the meeting ends at {heading.end:%H:%M}, before it starts"
        yield record.items[-1].finding("S3", Severity.ERROR, what, "Correct the start or the end.")
    out_of_place = {e.id for item in record.meeting.items for e in _out_of_place(item.entries)}
    told = False
    for spot, entry in record.entries:
        if entry.id in out_of_place and entry.time:
            yield spot.finding(
                "S3",
                Severity.HINT,
                f"{entry.time:%H:%M} does not fit between the times around it",
                "Correct the time, or move the entry.",
            )
        adjourned = record.after[entry.id].adjourned
        if adjourned and not told and entry.kind not in _WHILE_ADJOURNED and entry.text.strip():
            mend = "Record when the meeting resumed."
            what = "something is done while the meeting is adjourned or closed"
            yield spot.finding("S3", Severity.ERROR, what, mend)
        told = adjourned and (told or entry.kind not in _WHILE_ADJOURNED)


def _closed_at_no_time(record: Record) -> Iterator[Finding]:
    """Once it is closed or confirmed: when it was closed, in the heading, beside or in words."""
    heading = record.meeting.heading
    for spot, entry in record.entries:
        at = entry.time if heading.end and facts_of(entry, Proceeding) and closes(entry) else None
        if at and heading.end and at != heading.end:
            what = f"the meeting is closed at {at:%H:%M}, and ends at {heading.end:%H:%M} above"
            yield spot.finding("S3", Severity.ERROR, what, "Correct one of the two times.")
    closing = [(spot, entry) for spot, entry in record.entries if closes(entry)]
    is_over = bool(closing) or heading.status is Status.CONFIRMED
    is_told = heading.end is not None or any(
        entry.time or _TIME.search(entry.text) for _, entry in closing
    )
    if is_over and not is_told and record.items:
        spot = closing[-1][0] if closing else record.items[-1]
        what = "it is not said when the meeting was closed"
        yield spot.finding("S3", Severity.ERROR, what, "Give the time at which it was closed.")


def closes(entry: Entry) -> bool:
    """Whether the entry says that the meeting was closed, as a step or in words."""
    step = facts_of(entry, Proceeding)
    if step:
        return step.step is Step.CLOSED
    return entry.kind in _TELLS and bool(_CLOSED.search(unquoted(entry.text)))


def _adjourned_and_closed(record: Record) -> Iterator[Finding]:
    """An adjournment from which the meeting is closed without having come back."""
    adjourned: tuple[Spot, Entry] | None = None
    for spot, entry in record.entries:
        step = facts_of(entry, Proceeding)
        if step and step.step is Step.ADJOURNED:
            adjourned = spot, entry
        elif step and step.step is Step.RESUMED:
            adjourned = None
        elif adjourned and closes(entry):
            yield _no_return(adjourned[0])
            adjourned = None
    end = record.meeting.heading.end
    if adjourned and end and adjourned[1].time and _earlier(adjourned[1].time, end):
        yield _no_return(adjourned[0])


def _no_return(spot: Spot) -> Finding:
    what = "the meeting is adjourned here and does not resume"
    mend = "Record when it resumed, or take the end from the heading."
    return spot.finding("S3", Severity.ERROR, what, mend)


_TELLS = frozenset({EntryKind.NOTE, EntryKind.PROCEDURE})
_CLOSED = pattern(
    r"\bmeeting (?:was |then |duly )*(?:closed|ended|concluded|finished|rose)\b|"
    r"\b(?:closed|ended|concluded) the meeting\b",
    re.IGNORECASE,
)
_TIME = pattern(r"\b\d{1,2}(?:[.:]\d{2}| ?[ap]\.?m\b)|\b(?:noon|midnight)\b", re.IGNORECASE)
_WHILE_ADJOURNED = frozenset({EntryKind.PROCEDURE, EntryKind.ARRIVAL, EntryKind.DEPARTURE})


def _out_of_place(among: tuple[Entry, ...]) -> Iterator[Entry]:
    timed = [entry for entry in among if entry.time is not None]
    for at, (above, below) in enumerate(pairwise(timed)):
        if _is_before(below, above):
            before = timed[at - 1] if at else None
            above_is_wrong = before is not None and not _is_before(below, before)
            yield above if above_is_wrong else below


def _is_before(one: Entry, other: Entry) -> bool:
    return bool(one.time and other.time) and _earlier(one.time, other.time)


def _earlier(one: dt.time | None, other: dt.time | None) -> bool:
    if one is None or other is None:
        return False
    minutes = [each.hour * 60 + each.minute for each in (one, other)]
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
