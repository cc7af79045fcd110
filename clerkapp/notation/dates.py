"""Dates and times as clerks type them.

Months are English or Welsh whatever the locale, and weekdays English.
"""

import calendar
import datetime as dt
import re

from clerkapp.patterns import pattern
from clerkapp.wording.times import MONTHS, WEEKDAYS, WELSH_MONTHS, weekday

_ENGLISH = (f"{name[:3]}(?:{name[3:]})?" if name != "May" else name for name in MONTHS)
_MONTH = "|".join((*WELSH_MONTHS, *_ENGLISH))
_WEEKDAY = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS)
_DATE = pattern(
    rf"""(?:(?P<weekday>{_WEEKDAY})\.?,?\s+)?
    (?: (?P<iso_year>\d{{4}})-(?P<iso_month>\d{{1,2}})-(?P<iso_day>\d{{1,2}})
      | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?
        (?:\s+(?P<year>\d{{4}}))?
      | (?P<first_month>{_MONTH})\.?\s+(?P<its_day>\d{{1,2}})(?:st|nd|rd|th)?
        (?:,?\s+(?P<its_year>\d{{4}}))?
      | (?P<uk_day>\d{{1,2}})[/.](?P<uk_month>\d{{1,2}})(?:[/.](?P<uk_year>\d{{4}}|\d{{2}}))?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TIME = pattern(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?:(?P<half>[ap]\.?\s?m|y\.?\s?[bph])\.?)?",
    re.IGNORECASE,
)


_INTERVAL = pattern(
    r"\+\s?(?P<number>\d{1,3})\s?(?P<unit>[dwm])(?:ays?|eeks?|onths?)?", re.IGNORECASE
)


class WrongWeekdayError(ValueError):
    """The words name a date, and a weekday on which it does not fall."""

    def __init__(self, date: dt.date, sentence: str) -> None:
        super().__init__(sentence)
        self.date = date
        self.read: object = date  # what was read, where the date is a part of it


def read_date(words: str, *, after: dt.date | None = None) -> dt.date:
    """The date in `words`: 2026-03-05, 5 March 2026, March 5, 2026, Thursday 5th March, 5/3/26.

    Its month may be Welsh too, 5 Mawrth.

    A date without its year is the first such day from `after` on; +2w, +10d or +1m is counted
    from there, and a weekday alone is the first one after it. ValueError, with a sentence,
    where the words are no date, the date is impossible, or (WrongWeekdayError) it is not on the
    weekday that is named with it.
    """
    words = words.strip()
    if after and (interval := _INTERVAL.fullmatch(words)):
        return _later(after, int(interval["number"]), interval["unit"].casefold())
    if after and re.fullmatch(_WEEKDAY, words, re.IGNORECASE):
        week = (after + dt.timedelta(days=days) for days in range(1, 8))
        return next(day for day in week if _is_on(day, words))
    match = _DATE.fullmatch(words)
    if match is None:
        raise ValueError(f"“{words}” is not a date; write it as 2026-03-05 or 5 March 2026")
    year, month, day = _numbers(match)
    if year is None and after is None:
        raise ValueError(f"“{words}” has no year; write it as 5 March 2026")
    date = _first_date(year, month, day, after)
    if date is None:
        raise ValueError(f"there is no such date as {words}")
    named = match.group("weekday")
    if named and not _is_on(date, named):
        raise WrongWeekdayError(date, f"“{words}”: that day is a {weekday(date)}")
    return date


def date_and_rest(words: str) -> tuple[str, str]:
    """The date that `words` begin with, as typed, and what stands behind it."""
    match = _DATE.match(words.strip())
    at = match.end() if match else len(words)
    return words.strip()[:at], words.strip()[at:].lstrip()


def read_time(words: str) -> dt.time:
    """The time in `words`: 19:30, 7.30 pm, 7pm, 7.30 yh. ValueError, with a sentence, if none."""
    match = _TIME.fullmatch(words.strip())
    if match is not None and (match.group("minute") or match.group("half")):
        hour, minute = int(match.group("hour")), int(match.group("minute") or 0)
        if match.group("half"):
            half = match.group("half").casefold()
            hour = hour % 12 + (0 if half.startswith("a") or half.endswith("b") else 12)
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    raise ValueError(f"“{words.strip()}” is not a time; write it as 19:30 or 7.30 pm")


def read_time_in(words: str, start: dt.time | None) -> dt.time:
    """The time in `words` of something in a meeting that began at `start`.

    “8.02” is in the evening where it began at 7.30 pm, and “12.10” after midnight. ValueError, with
    a sentence, if it is no time, or may be before noon as well as after.
    """
    words = words.rstrip(" .")
    time = read_time(words)
    if any(letter.isalpha() for letter in words) or time.hour > 12:
        return time
    if words.startswith("0") and (start is None or start.hour < 12):  # 09:55, by the clock of 24
        return time
    both = (time.replace(hour=time.hour % 12), time.replace(hour=time.hour % 12 + 12))
    within = [each for each in both if start and 0 <= _minutes_after(start, each) <= _LONG]
    if len(within) != 1:
        raise ValueError(f"“{words}” may be before noon or after; write it as 19:30 or 7.30 pm")
    return within[0]


_LONG = 6 * 60  # minutes: what a meeting takes at the most, or nearly


def _minutes_after(start: dt.time, time: dt.time) -> int:
    """From `start` to `time`, over midnight if need be."""
    return (60 * (time.hour - start.hour) + time.minute - start.minute) % (24 * 60)


def read_stamp(words: str, had: dt.time | None, now: dt.time) -> dt.time | None:
    """The time that `words` put beside an entry: 19:31, 7.31pm, 1931, now, none, +5 or -5.

    The last two are minutes, counted from the time it `had`, else from `now`. ValueError, with a
    sentence, where it is no time.
    """
    words = words.strip()
    if not words or words.casefold() == "none":
        return None
    if words.casefold() == "now":
        return now
    if minutes := _MINUTES.fullmatch(words):
        by = int(minutes["number"]) * (-1 if minutes["sign"] in "-−–" else 1)
        moment = dt.datetime.combine(dt.date(2000, 1, 2), had or now) + dt.timedelta(minutes=by)
        return moment.time()
    if digits := _FOUR_DIGITS.fullmatch(words):
        words = f"{digits[1]}:{digits[2]}"
    return read_time(words)


_MINUTES = pattern(r"(?P<sign>[+\-−–])\s?(?P<number>\d{1,3})(?:\s?m(?:in(?:ute)?s?)?)?")
_FOUR_DIGITS = pattern(r"(\d\d)(\d\d)")


def _is_on(date: dt.date, named: str) -> bool:
    """Whether `date` falls on the weekday `named`, which may be short: "thu"."""
    return weekday(date).casefold().startswith(named.casefold())


def _later(day: dt.date, number: int, unit: str) -> dt.date:
    """That many days, weeks or months after `day`; of a shorter month the last day."""
    if unit != "m":
        return day + dt.timedelta(days=number * (7 if unit == "w" else 1))
    years, month = divmod(day.month - 1 + number, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return day.replace(day.year + years, month + 1, min(day.day, last))


def _first_date(year: int | None, month: int, day: int, after: dt.date | None) -> dt.date | None:
    """The date itself, or without its year the first one from `after` on; None if impossible."""
    start = after or dt.date.min
    years = range(start.year, start.year + 9) if year is None else [year]
    for candidate in years:
        try:
            date = dt.date(candidate, month, day)
        except ValueError:  # 31 June, or 29 February of a common year
            continue
        if year is not None or date >= start:
            return date
    return None


def _month(named: str) -> int:
    """The number of a month: a Welsh one has its whole name, an English one at least three letters.

    “mai” is Welsh, “mar” and “march” are English.
    """
    for months, letters in ((WELSH_MONTHS, None), (MONTHS, 3)):
        for number, month in enumerate(months, 1):
            if month.casefold()[:letters] == named[:letters]:
                return number
    raise ValueError(f"“{named}” is not a month")


def _numbers(match: re.Match[str]) -> tuple[int | None, int, int]:
    if match.group("iso_year"):
        iso = (int(match.group(f"iso_{part}")) for part in ("year", "month", "day"))
        return next(iso), next(iso), next(iso)
    if match.group("month"):
        month = _month(match.group("month").casefold())
        year, day = match.group("year"), match.group("day")
    elif match.group("first_month"):
        month = _month(match.group("first_month").casefold())
        year, day = match.group("its_year"), match.group("its_day")
    else:
        month, year, day = (
            int(match.group("uk_month")),
            match.group("uk_year"),
            match.group("uk_day"),
        )
    century = 2000 if year and len(year) == 2 else 0
    return int(year) + century if year else None, month, int(day)
