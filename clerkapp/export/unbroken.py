"""Names, dates and times that stay on one line: no-break spaces where a line must not end."""

import re

_NO_BREAK = "\u00a0"
_TITLES = tuple(
    (f"{title} ", f"{title}{_NO_BREAK}")
    for title in (
        *("Councillor", "Cllr", "Cllr.", "Cynghorydd", "Alderman", "Mr", "Mrs", "Ms", "Miss"),
        *("Dr", "Professor", "Sir", "Dame", "Lord", "Lady", "Baroness", "Revd"),
    )
)
_INITIAL = re.compile(r"(\u00a0[A-Z]) (?=[A-Z])")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
)
_AFTER_DIGIT = re.compile(rf"([0-9]) (?:({_MONTHS})\b(?: (?=[0-9]{{4}}))?|(?=[ap]\.?m\b))")
_BEFORE_DIGIT = re.compile(
    r"\b([Ii]tem|[Mm]inute|[Pp]aragraph|[Pp]age|[Ss]ection|[Ss]chedule|[Pp]art|[Rr]egulation"
    r"|[Aa]ppendix|[Nn]o\.|[Ee]item|[Cc]ofnod|[Pp]araffraff|[Tt]udalen) (?=[0-9])"
)
_DIGIT = re.compile("[0-9]")


def unbroken(text: str) -> str:
    """`text` with no-break spaces within “Councillor R Finch”, “5 March 2026”, “7.30 pm”, “item 6”.

    Nothing but spaces is changed, each for one no-break space.
    """
    for title, kept in _TITLES:
        if title in text:
            text = text.replace(title, kept)
    if _NO_BREAK in text:
        text = _INITIAL.sub(rf"\1{_NO_BREAK}", text)
    if _DIGIT.search(text):
        text = _AFTER_DIGIT.sub(_date_or_time, text)
        text = _BEFORE_DIGIT.sub(rf"\1{_NO_BREAK}", text)
    return text


def _date_or_time(match: re.Match[str]) -> str:
    return match.group().replace(" ", _NO_BREAK)
