"""How a vote went, where words say that and nothing else, as in “Carried: 8 for, 2 against”.

The words go once they are counted, and minutes are a legal record: what may mean anything else, or
says more, is left as it was typed.
"""

import re

from clerkapp.meeting.votes import Result, Vote, counted
from clerkapp.patterns import pattern
from clerkapp.wording.votes import SPELT

_NONE = ("none", "nil")
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join((*_NONE, *SPELT))})\b(?!-)"  # “twenty-one” is no twenty
_COUNT = r"(?:0|[1-9]\d{0,2})"  # “26-045” is a number of minutes
_SIDE = (
    r"(?:(?:for|in\s+favou?r|in\s+support|o\s+blaid)|(?:against|yn\s+erbyn)"
    r"|(?:abst(?:ain(?:ed|ing|s)?|entions?)|ymatal(?:iad(?:au)?)?))(?!\w)"
)
_WHO = r"(?:(?:votes?|members?|councillors?|cllrs?|governors?)\s+)?(?:(?:voted|voting|were)\s+)?"
_TOLD = pattern(
    rf"""
      (?P<ratio>{_COUNT}\s*[-–—]\s*{_COUNT}(?:\s*[-–—]\s*{_COUNT})?(?![\w/:-])
        | {_NUMBER}(?:\s+votes?)?\s+to\s+{_NUMBER})
    | (?P<count>{_NUMBER})\s*{_WHO}(?P<counted>{_SIDE})
    | (?P<side>{_SIDE})(?:\s+votes?)?\s*[:=–—-]?\s*(?P<votes>{_NUMBER})(?!\s*[/:%])
    | (?P<unanimous>unanimous(?:ly)?\b|\ball\s+(?:(?:members|voted)\s+)?in\s+favour\b)
    | (?P<lost>\b(?:not\s+carried|lost|defeated)\b)
    | (?P<carried>\b(?:carried|passed|approved|agreed)\b)
    | (?P<noun>\b(?:motion|proposal|recommendation|amendment)\b)
    | (?P<voting>\bvot(?:es?|ing)\b)
    | [\s,;.()&–—-]+ | :(?=\s)
    | \b(?:and|with|by|an?|the|there|were|was|result|put|to\s+the(?=\s+vote))\b
    """,  # all that may stand between them
    re.IGNORECASE | re.VERBOSE,
)


def vote_told(words: str, *, amends: bool = False) -> Vote | None:
    """How many voted which way, or that all did; None where the words say more, or do not say.

    `amends` tells whether it is an amendment that was put.
    """
    sides: dict[str, int] = {}
    unanimous, is_ratio, is_voted, results, at = False, False, False, list[Result](), 0
    while at < len(words):
        told = _TOLD.match(words, at)
        if told is None or (told["noun"] and (told["noun"].casefold() == "amendment") != amends):
            return None
        at = told.end()
        for side, votes in _counts(told):
            if side in sides:
                return None
            sides[side] = votes
        is_ratio |= told["ratio"] is not None
        is_voted |= bool(told["voting"] or (told["ratio"] and "vote" in told["ratio"].casefold()))
        unanimous |= told["unanimous"] is not None
        if told["lost"] or told["carried"]:
            results.append(Result.LOST if told["lost"] else Result.CARRIED)
    if not (sides or unanimous) or len(results) > 1:
        return None
    if is_ratio and not (results or is_voted):  # “19-30” may be anything
        return None
    return _agreeing(sides, unanimous=unanimous, declared=(*results, Result.NOT_SAID)[0])


def _agreeing(sides: dict[str, int], *, unanimous: bool, declared: Result) -> Vote | None:
    """The vote; None where the count says otherwise than what was declared, or no result.

    The house prints what the count says: a tie is lost, and of one side alone nothing is said.
    """
    vote = Vote(
        sides.get("for"),
        sides.get("against"),
        sides.get("abstained"),
        unanimous=unanimous,
        declared=declared,
    )
    told = counted(vote)
    is_tie = not unanimous and vote.in_favour == vote.against
    if told is None or is_tie or (unanimous and vote.against):
        return None
    is_said = declared is not Result.NOT_SAID
    return None if is_said and told is not (declared is Result.CARRIED) else vote


def _counts(told: re.Match[str]) -> list[tuple[str, int]]:
    if told["ratio"]:
        votes = map(_number, re.findall(_NUMBER, told["ratio"].replace("-", "–"), re.IGNORECASE))
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
