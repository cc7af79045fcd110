"""Dates and times in the words of the minutes."""

import datetime as dt

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WELSH_MONTHS = (
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf"),
    *("Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
)
_WELSH_DAYS = (
    *("ddydd Llun", "ddydd Mawrth", "ddydd Mercher", "ddydd Iau", "ddydd Gwener"),
    *("ddydd Sadwrn", "ddydd Sul"),
)
_WELSH_NIGHTS = (
    *("nos Lun", "nos Fawrth", "nos Fercher", "nos Iau", "nos Wener"),
    *("nos Sadwrn", "nos Sul"),
)
_EVENING = 18  # the hour from which a Welsh meeting is on “nos Fawrth”
WELSH = "5 Mawrth 2026"
"""The manner of dates in which the days of the week are Welsh too."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(date: dt.date, manner: str = "5 March 2026", time: dt.time | None = None) -> str:
    """Thursday; in a Welsh manner as it says when: "ddydd Iau", or "nos Iau" of an evening."""
    if manner != WELSH:
        return WEEKDAYS[date.weekday()]
    is_evening = time is not None and time.hour >= _EVENING
    return (_WELSH_NIGHTS if is_evening else _WELSH_DAYS)[date.weekday()]


def date_words(date: dt.date, manner: str = "5 March 2026") -> str:
    """`date` in one of the manners that a house style may have: 5 March 2026 is the usual one."""
    month = MONTHS[date.month - 1]
    match manner:
        case "March 5, 2026":
            return f"{month} {date.day}, {date.year}"
        case "5th March 2026":
            return f"{date.day}{_ordinal(date.day)} {month} {date.year}"
        case _ if manner == WELSH:
            return f"{date.day} {WELSH_MONTHS[date.month - 1]} {date.year}"
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
    if "h" in manner:  # y bore, y prynhawn, yr hwyr
        half = "yb" if time.hour < 12 else "yp" if time.hour < _EVENING else "yh"
    if "." in manner[4:]:
        half = f"{half[0]}.{half[1]}."
    if manner.endswith("PM"):
        half = half.upper()
    gap = " " if " " in manner else ""
    return f"{hour}{manner[1]}{time.minute:02}{gap}{half}"
