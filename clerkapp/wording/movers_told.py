"""Who moved and who seconded, where words of their own say that and nothing else.

Parishes write it below the motion or behind it: “Proposed by Cllr Finch, seconded by Cllr Lea.”,
“Proposer: A Finch”, “Prop: AF Sec: JL”, “Cllr Finch proposed and Cllr Lea seconded.”
"""

import re

from msgspec import Struct

from clerkapp.patterns import pattern


class MoversTold(Struct, frozen=True):
    """Those who are named, as they are written; "" for one who is not told."""

    mover: str = ""
    seconder: str = ""


_PROPOSED = r"(?:proposed|proposer|prop\.?|moved|mover)"
_SECONDED = r"(?:seconded|seconder|sec\b\.?)"
_ALSO = rf"(?:{_SECONDED}|2nd(?:ed)?\.?)"  # beside a mover; alone “2nd” is a floor or a reading
_BEFORE_NAME = r"(?:\s+by\s*:?\s*|\s*[:–—-]\s*|\s+(?-i:(?=[A-ZÀ-Þ])))"  # “moved on” names nobody
_NAME = r"(?:(?!\band\b)[^,;:/\n]){1,40}?"
_AND = r"(?:\s*[,;/]\s*(?:and\s+)?|\s+(?:and\s+)?)"
_TOLD = pattern(
    rf"{_PROPOSED}{_BEFORE_NAME}(?P<mover>{_NAME})"
    rf"(?:{_AND}{_ALSO}{_BEFORE_NAME}(?P<seconder>{_NAME}))?[\s.]*",
    re.IGNORECASE,
)
_SECONDER_TOLD = pattern(rf"{_SECONDED}{_BEFORE_NAME}(?P<seconder>{_NAME})[\s.]*", re.IGNORECASE)
_TOLD_BY_NAME = pattern(
    rf"(?P<mover>(?-i:[A-ZÀ-Þ]){_NAME})\s+(?:proposed|moved){_AND}"
    rf"(?:(?P<seconder>(?-i:[A-ZÀ-Þ]){_NAME})\s+seconded"
    rf"|seconded\s+by\s+(?P<also>(?-i:[A-ZÀ-Þ]){_NAME}))[\s.]*",
    re.IGNORECASE,
)
_BEFORE = pattern(
    rf"(?P<told>(?:(?:It was )?(?:proposed|moved) by {_NAME}{_AND}seconded by {_NAME}"
    rf"|{_NAME} (?:proposed|moved){_AND}(?:{_NAME} seconded|seconded by {_NAME})))"
    r"[,:]?\s+(?P<words>that (?!motion\b|amendment\b|proposal\b|day\b)\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = pattern(r"(?<=[.!?”\"’)])\s+|\n")
_AMID = pattern(r"(?:[,;(]|(?<=\s)[-–—](?=\s))\s*(?=(?:proposed|moved)\b)", re.IGNORECASE)


def movers_told(words: str) -> MoversTold | None:
    """Whom `words` name as mover and seconder, where they say that alone."""
    told = words.strip().rstrip(".").strip("()").strip()
    for form in (_TOLD, _SECONDER_TOLD, _TOLD_BY_NAME):
        if found := form.fullmatch(told):
            names = {name: said.strip(" .") for name, said in found.groupdict(default="").items()}
            return MoversTold(names.get("mover", ""), names.get("also") or names["seconder"])
    return None


def movers_before(text: str) -> tuple[str, MoversTold] | None:
    """The same where they stand before the words, as “Proposed by …, seconded by … that …” does."""
    found = _BEFORE.fullmatch(text.strip())
    told = movers_told(found["told"].removeprefix("It was ")) if found else None
    if found is None or told is None or not (told.mover and told.seconder):
        return None
    return f"{found['words'][:1].upper()}{found['words'][1:]}", told


def movers_behind(text: str) -> tuple[str, MoversTold] | None:
    """The words of a motion, and whom the end of them names as mover and seconder.

    Amid a sentence only both together: “the route proposed by Cllr Lea” belongs to the motion.
    """
    for begins, is_amid in ((_SENTENCE, False), (_AMID, True)):
        for begin in begins.finditer(text):
            told = movers_told(text[begin.end() :])
            words = text[: begin.start()].strip()
            if not (told and words) or words.count("(") != words.count(")"):
                continue
            if not is_amid or (told.mover and told.seconder):
                return words, told
    return None
