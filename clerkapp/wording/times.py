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
    if manner in ("19:30", "19.30"):
        return f"{time:%H}{manner[2]}{time:%M}"
    hour, half = (time.hour % 12 or 12), "pm" if time.hour >= 12 else "am"
    if "." in manner[4:]:
        half = f"{half[0]}.m."
    if manner.endswith("PM"):
        half = half.upper()
    gap = " " if " " in manner else ""
    return f"{hour}{manner[1]}{time.minute:02}{gap}{half}"
