"""A promise in somebody's words, which may have to become an action point."""

import re
from collections.abc import Iterable

from msgspec import Struct

from clerkapp.meeting.people import Person, folded, whom
from clerkapp.patterns import pattern

_DOING = (
    r"circulate|provide|report back|report to|write to|send|bring|look into|follow up|share|"
    r"check|arrange|supply|investigate|raise|publish|contact|e-?mail|forward|come back|find out|"
    r"respond in writing|reply in writing|update (?:the )?(?:members|committee|council|board)|"
    r"let (?:the )?(?:members|committee|council|board) (?:know|have)|obtain|seek|prepare|draft|"
    r"distribute|liaise|feed back|take (?:this|it|that) (?:up|back|away)|pass (?:this|it|that) on"
).replace(" ", r"\s")
_PROMISE = pattern(rf"""\b(?:
        (?:would|will|was\ going\ to|were\ going\ to)\s+(?:also\s+|then\s+)?(?=(?:{_DOING})\b)
      | (?:undertook|promised|offered|committed)\s+to\s+
      | (?:had\s+)?agreed\s+(?:that\s+(?:he|she|they|officers)\s+would\s+|to\s+)(?=(?:{_DOING})\b)
    )""", re.VERBOSE | re.IGNORECASE)  # fmt: skip
_CONDITION = pattern(r"\b(?:if|unless|whether|whenever|might)\b", re.IGNORECASE)
_STOP = pattern(r"(?<=[.!?;])\s|\n")


class Promise(Struct, frozen=True):
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


def promised_by(text: str, promise: Promise, people: Iterable[Person]) -> Person | None:
    """Who gave the promise, where the words tell: whoever stands right before it.

    “she would”, or a second verb of the same subject, is whoever the sentence begins with, or the
    text where that begins with a pronoun too. None for "officers", or for nobody on the lists.
    """
    everyone = tuple(people)
    start = _sentence_start(text, promise.start)
    before = text[start : promise.start].split()
    for length in range(min(len(before), _LONGEST_NAME), 0, -1):
        if found := _the_one(before[-length:], everyone):
            return found
    if len(before) > 1 and before[-1].casefold() not in _SAME_SUBJECT:
        return None
    opening = text.split() if not before or before[0].casefold() in _SAME_SUBJECT else before
    for length in range(min(len(opening), _LONGEST_NAME), 0, -1):
        if found := _the_one(opening[:length], everyone):
            return found
    return None


def _the_one(words: list[str], people: tuple[Person, ...]) -> Person | None:
    """Whom a full name, a post or a title and a surname mean; a word that is a code means nobody.

    "led" may be somebody's code, and is a verb.
    """
    said = " ".join(words).strip(",;:")
    found = whom(said, people)
    is_code = len(found) == 1 and folded(found[0].code) == folded(said)
    return found[0] if len(found) == 1 and not is_code else None


_LONGEST_NAME = 8  # words
_SAME_SUBJECT = frozenset({"he", "she", "they", "and", "also", "who", "then", "but"})


def _sentence_start(text: str, at: int) -> int:
    return max((stop.end() for stop in _STOP.finditer(text, 0, at)), default=0)
