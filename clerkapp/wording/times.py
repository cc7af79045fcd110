"""Dates and times in the words of the minutes."""

import datetime as dt

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(date: dt.date) -> str:
    """Thursday."""
    return WEEKDAYS[date.weekday()]


def date_words(date: dt.date) -> str:
    """5 March 2026."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def long_date_words(date: dt.date) -> str:
    """Thursday 5 March 2026."""
    return f"{weekday(date)} {date_words(date)}"


def time_words(time: dt.time, manner: str) -> str:
    """`time` in one of the manners that a house style may have: "7.30 pm" is one of them."""
    if manner == "19:30":
        return f"{time:%H:%M}"
    hour, half = (time.hour % 12 or 12), "p" if time.hour >= 12 else "a"
    ending = {"7.30 pm": " {}m", "7.30pm": "{}m", "7.30 p.m.": " {}.m."}[manner]
    return f"{hour}.{time.minute:02}{ending.format(half)}"
