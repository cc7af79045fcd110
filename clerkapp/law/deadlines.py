"""By which day something about a meeting must be published."""

import calendar
import datetime as dt

from clerkapp.law.jurisdiction import Deadline

_SATURDAY = 5


def due_by(deadline: Deadline, held: dt.date) -> dt.date:
    """The last day on which it may be published after a meeting on `held`.

    Weekends are no working days. Bank holidays are not known, so that the day may in truth be
    later and is never too late.
    """
    if deadline.unit == "months":
        return _months_after(held, deadline.within)
    day = held if deadline.counts_the_day else held + dt.timedelta(days=1)
    left = deadline.within - _works(day)
    while left > 0:
        day += dt.timedelta(days=1)
        left -= _works(day)
    return day


def _works(day: dt.date) -> bool:
    return day.weekday() < _SATURDAY


def _months_after(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last day of a month that has it not."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
