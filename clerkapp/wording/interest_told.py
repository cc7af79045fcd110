"""Who declared what interest, and what they did, where one sentence says that and nothing else."""

import re

from msgspec import Struct

from clerkapp.patterns import pattern


class InterestTold(Struct, frozen=True):
    """The parts of the sentence, as they are written; "" for what it does not tell."""

    who: str
    nature: str
    conduct: str = ""
    number: str = ""  # of the item
    about: str = ""  # what the item is about


_TOLD = pattern(
    r"(?P<who>(?:(?!\band\b)[^,;:]){2,60}?) declared "
    r"(?P<nature>(?:(?!\. )[^;])*?\b(?:interest|DPI|ORI|NRI)\b(?:(?!\. )[^;])*?)"
    r"(?:[,;]? (?:and|who|but) (?:(?:he|she|they) )?"
    r"(?P<conduct>(?:then )?(?:left|withdrew|remained|stayed|took|did|would|will|spoke)\b[^.;]*"
    r"(?:\.\d\d[^.;]*)?))?\.?"
)
_NUMBER = pattern(
    r"\b(?:agenda )?item (?:no\.? |number )?(?P<number>#?\w*\d[\w./]*)", re.IGNORECASE
)
_SEVERAL = pattern(r"\b(?:items|interests)\b", re.IGNORECASE)
_ABOUT = pattern(
    r"\b(?:in|regarding|concerning|about|relating to|in (?:respect|relation) (?:of|to)) "
    r"(?:the (?:item|matter) (?:of|on|about) )?(?P<about>[^,;]+?)(?= as | because | being |,|$)"
)


def interest_told(sentence: str) -> InterestTold | None:
    """What `sentence` tells of an interest; None where it tells more, or of several."""
    told = _TOLD.fullmatch(sentence.strip())
    if told is None or _SEVERAL.search(told["nature"]):
        return None
    nature = told["nature"].strip(" ,")
    number, about = _NUMBER.search(nature), _ABOUT.search(nature)
    return InterestTold(
        told["who"],
        nature,
        (told["conduct"] or "").strip(),
        number["number"].rstrip(".") if number else "",
        about["about"] if about and not number else "",
    )
