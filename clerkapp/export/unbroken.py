"""Names, dates and times that stay on one line: no-break spaces where a line must not end."""

import re

from clerkapp.patterns import pattern

_NO_BREAK = "\u00a0"
_TITLE = pattern(
    r"(?:Councillor|Cllr\.?|Cynghorydd|Alderman|Mrs?|Ms|Miss|Dr|Professor|Sir|Dame|Lord|Lady|Baroness"
    r"|Revd) (?=[A-ZÀ-Þ])"
)
_INITIAL = pattern("\u00a0[A-ZÀ-Þ] (?=[A-ZÀ-Þ])")
_SEVERAL = pattern(
    "(?:Councillors|Cllrs|Crs|Aldermen|Cynghorwyr) "
)  # \b before it takes four times as long
_INITIAL_OF_ONE = pattern("(?<=[ \u00a0])[A-ZÀ-Þ] (?=[A-ZÀ-Þ])")  # of several
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
)
_AFTER_DIGIT = pattern(
    rf"([0-9]) (?:({_MONTHS})\b(?: (?=[0-9]{{4}}))?"
    r"|(?=(?:[ap]\.?m|y\.?[bph]|(?:[mb]|tr)illion|thousand|bn|[mb]iliwn)\b))"
)
_BEFORE_DIGIT = pattern(" (?=[0-9])")
_BEFORE_COUNT = pattern(r" (?=\([0-9]+\):)")  # “Against (20): Councillor Ash, …”
_COUNTED = frozenset(
    (
        *("item", "minute", "paragraph", "page", "section", "schedule", "part", "regulation"),
        *("appendix", "rule", "chapter", "article", "no.", "round"),
        *("eitem", "cofnod", "paragraff", "tudalen", "adran", "atodlen", "rhan", "rheoliad"),
        "rownd",
    )
)
_NAMED = frozenset(_MONTHS.split("|"))
_LONGEST = max(map(len, _COUNTED | _NAMED)) + 5  # letters to look back at: " Gorffennaf 12,"
_DIGIT = pattern("[0-9]")


def unbroken(text: str) -> str:
    """`text` with no-break spaces within “Councillor R Finch”, “5 March 2026”, “item 6”.

    So too within “March 5, 2026”, “7.30 pm”, “£2 million”, “Against (20):” and within each name of
    “Councillors R Finch and A Ash”. Nothing but spaces is changed, each for one no-break space.
    """
    if _TITLE.search(text):
        text = _TITLE.sub(_held_together, text)
        for _ in range(2):  # as many initials as anybody is minuted with
            text = _INITIAL.sub(_held_together, text)
    if _SEVERAL.search(text):
        text = _INITIAL_OF_ONE.sub(_held_together, text)
    if _DIGIT.search(text):
        text = _AFTER_DIGIT.sub(_held_together, text)
        text = _BEFORE_DIGIT.sub(_number, text)
        text = _BEFORE_COUNT.sub(_NO_BREAK, text)
    return text


def _held_together(match: re.Match[str]) -> str:
    return match.group().replace(" ", _NO_BREAK)


def _number(match: re.Match[str]) -> str:
    start = match.start()
    before = match.string[max(0, start - _LONGEST) : start].split(" ")
    *_, above, word = ("", *(each.lstrip("(") for each in before))
    is_date = word in _NAMED or (above in _NAMED and word.endswith(","))
    return _NO_BREAK if is_date or word.lower() in _COUNTED else " "
