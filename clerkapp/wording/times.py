"""Dates and times in the words of the minutes."""

import datetime as dt

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WELSH_MONTHS = (
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf"),
    *("Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(date: dt.date) -> str:
    """Thursday."""
    return WEEKDAYS[date.weekday()]


def date_words(date: dt.date, manner: str = "5 March 2026") -> str:
    """`date` in one of the manners that a house style may have: 5 March 2026 is the usual one."""
    month = MONTHS[date.month - 1]
    match manner:
        case "March 5, 2026":
            return f"{month} {date.day}, {date.year}"
        case "5th March 2026":
            return f"{date.day}{_ordinal(date.day)} {month} {date.year}"
        case "5 Mawrth 2026":
            return f"{date.day} {_WELSH_MONTHS[date.month - 1]} {date.year}"
        case _:
            return f"{date.day} {month} {date.year}"


def _ordinal(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


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
