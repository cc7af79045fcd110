"""A promise in somebody's words, which may have to become an action point."""

import re
from dataclasses import dataclass

_DOING = (
    r"circulate|provide|report back|report to|write to|send|bring|look into|follow up|share|"
    r"check|arrange|supply|investigate|raise|publish|contact|e-?mail|forward|come back|find out|"
    r"respond in writing|reply in writing|update (?:the )?(?:members|committee|council|board)|"
    r"let (?:the )?(?:members|committee|council|board) (?:know|have)|obtain|seek|prepare|draft|"
    r"distribute|liaise|feed back|take (?:this|it|that) (?:up|back|away)|pass (?:this|it|that) on"
).replace(" ", r"\s")
_PROMISE = re.compile(
    rf"""\b(?:
        (?:would|will|was\ going\ to|were\ going\ to)\s+(?:also\s+|then\s+)?(?=(?:{_DOING})\b)
      | (?:undertook|promised|offered|committed)\s+to\s+
      | (?:had\s+)?agreed\s+(?:that\s+(?:he|she|they|officers)\s+would\s+|to\s+)(?=(?:{_DOING})\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|whether|whenever|might)\b", re.IGNORECASE)
_STOP = re.compile(r"(?<=[.!?;])\s|\n")


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised, as an action point says it, and where in the text that stands."""

    words: str
    start: int
    end: int


def promise_in(text: str) -> Promise | None:
    """The first promise in `text`: “would circulate the figures” gives “Circulate the figures.”.

    What somebody would do on a condition, asked whether they would, or said word for word is none.
    """
    for match in _PROMISE.finditer(text):
        start = _sentence_start(text, match.start())
        before = text[start : match.start()]
        if _CONDITION.search(before) or before.count("“") > before.count("”"):
            continue
        stop = _STOP.search(text, match.end())
        end = stop.start() if stop else len(text)
        said = text[match.end() : end].strip().rstrip(".;!?")
        if said:
            return Promise(f"{said[:1].upper()}{said[1:]}.", match.start(), end)
    return None


def _sentence_start(text: str, at: int) -> int:
    return max((stop.end() for stop in _STOP.finditer(text, 0, at)), default=0)
