"""How a vote went, where words say that and nothing else, as in “Carried: 8 for, 2 against”."""

import re

from clerkapp.meeting.votes import Result, Vote
from clerkapp.patterns import pattern
from clerkapp.wording.votes import SPELT

_NONE = ("none", "nil")
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join((*_NONE, *SPELT))})\b"
_SIDE = (
    r"(?:(?:for|in\s+favou?r|in\s+support|o\s+blaid)|(?:against|yn\s+erbyn)"
    r"|(?:abst(?:ain(?:ed|ing|s)?|entions?|\.)|ymatal(?:iad(?:au)?)?))(?!\w)"
)
_WHO = r"(?:(?:votes?|members?|councillors?|cllrs?|governors?)\s+)?(?:(?:voted|voting|were)\s+)?"
_TOLD = pattern(
    rf"""
      (?P<ratio>{_NUMBER}(?:\s+votes?)?\s*(?:[-–—:/]|\bto\b)\s*{_NUMBER}(?:\s*[-–—:/]\s*{_NUMBER})?)
    | (?P<count>{_NUMBER})\s*{_WHO}(?P<counted>{_SIDE})
    | (?P<side>{_SIDE})(?:\s+votes?)?\s*[:=–—-]?\s*(?P<votes>{_NUMBER})
    | (?P<unanimous>unanimous(?:ly)?\b
        | \b(?:by\s+)?all\b\s*{_WHO}(?:present\s+|those\s+present\s+)?(?:voted\s+)?in\s+favour\b)
    | (?P<lost>\b(?:not\s+carried|lost|defeated|rejected)\b)
    | (?P<carried>\b(?:carried|passed|approved|agreed)\b)
    | [\s,;.:()&/–—-]+
    | \b(?:and|with|by|an?|the|of|there|were|was|it|votes?|voting|voted|result|motion|amendment
        | proposal|recommendation|substantive|members|show|hands|on|upon|being|put|to|majority)\b
    """,  # all that may stand between them
    re.IGNORECASE | re.VERBOSE,
)


def vote_told(words: str) -> Vote | None:
    """How many voted which way, or that all did; None where the words say more, or do not say."""
    sides: dict[str, int] = {}
    unanimous, declared, at = False, Result.NOT_SAID, 0
    while at < len(words):
        told = _TOLD.match(words, at)
        if told is None:
            return None
        at = told.end()
        for side, votes in _counts(told):
            if side in sides:
                return None
            sides[side] = votes
        unanimous |= told["unanimous"] is not None
        if told["lost"] or told["carried"]:
            declared = Result.LOST if told["lost"] else Result.CARRIED
    if not (sides or unanimous):
        return None
    return Vote(
        sides.get("for"),
        sides.get("against"),
        sides.get("abstained"),
        unanimous=unanimous,
        declared=declared,
    )


def _counts(told: re.Match[str]) -> list[tuple[str, int]]:
    if told["ratio"]:
        votes = map(_number, re.findall(_NUMBER, told["ratio"], re.IGNORECASE))
        return list(zip(("for", "against", "abstained"), votes, strict=False))
    side, votes = told["counted"] or told["side"], told["count"] or told["votes"]
    return [(_side(side), _number(votes))] if side else []


def _side(words: str) -> str:
    begins = words.casefold()
    if begins.startswith(("against", "yn")):
        return "against"
    return "abstained" if begins.startswith(("abst", "ymatal")) else "for"


def _number(word: str) -> int:
    known = word.casefold()
    if known in _NONE:
        return 0
    return int(word) if word.isdecimal() else SPELT.index(known)
