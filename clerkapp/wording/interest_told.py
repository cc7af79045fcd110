"""Who declared what interest, and what they did, where one sentence says that and nothing else.

Its words go once they are recorded, and minutes are a legal record: a sentence that may mean
anything else, or says more, is left as it was typed.
"""

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


_OF_ITS_KIND = (
    r"(?:(?:disclosable|declarable|pecuniary|personal|prejudicial|other|registrable|registerable|"
    r"registered|financial|direct|indirect|significant|potential|standing|"
    r"non-(?:disclosable|pecuniary|registrable|registerable|prejudicial|financial)|and),? )*"
)
_CONDUCT = (
    r"(?:left|withdrew)(?: from)?(?: the (?:meeting|room|chamber)[^.;,]{0,60})?"
    r"|(?:remained|stayed|took (?:no )?part|did not (?:vote|speak|take part))\b[^.;,]{0,60}"
)
_AT = r"(?: at \d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m)?)?"
_TOLD = pattern(
    r"(?P<who>(?:(?!\band\b)[^,;:]){2,60}?) declared "
    rf"(?P<nature>(?:an?|his|her|their) {_OF_ITS_KIND}(?:interest|DPI|ORI|NRI)\b"
    r"(?:(?!\. )[^;]){0,200}?)"
    rf"(?:,? and (?:(?:he|she|they) )?(?:then )?(?P<conduct>(?:{_CONDUCT}){_AT}))?\.?",
    re.IGNORECASE,
)
_NUMBER = pattern(
    r"\b(?:agenda )?item (?:no\.? |number )?(?P<number>#?\w*\d[\w./]*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER_NUMBER = pattern(  # a part of it, its title, why: no other item
    r"\.?(?: ?\([a-z]\))?(?: ?\([^()\d]*\)|:? ?[-–] [^\d]*?)?"
    r"(?:,? (?:as(?! well)|because|being|due to|since)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_ITEM = pattern(r"\bitem\b", re.IGNORECASE)
_MORE = pattern(  # another person, another item, or something that somebody did
    r"\b(?:items|interests|declared|who|behalf|did|left|withdrew|remained|stayed|took|spoke|would|"
    r"will|dispensation|Cllrs?|Councillors?)\b",
    re.IGNORECASE,
)
_ABOUT = pattern(
    r"\b(?:interest|DPI|ORI|NRI) (?:in|regarding|concerning|about|relating to|"
    r"in (?:respect|relation) (?:of|to)) (?:the (?:item|matter) (?:of|on|about) )?"
    r"(?P<about>[^,;]+?)(?= as | because | being |,|$)",
    re.IGNORECASE,
)


def interest_told(sentence: str) -> InterestTold | None:
    """What `sentence` tells of an interest; None where it tells more, or of several."""
    told = _TOLD.fullmatch(sentence.strip())
    if told is None:
        return None
    nature = told["nature"].strip(" ,")
    if _MORE.search(nature) or len(_ITEM.findall(nature)) > 1:
        return None
    number, about = _NUMBER.search(nature), _ABOUT.search(nature)
    if number and not _AFTER_NUMBER.fullmatch(number["rest"]):
        return None
    return InterestTold(
        told["who"],
        nature,
        (told["conduct"] or "").strip(),
        number["number"].rstrip(".") if number else "",
        about["about"] if about and not number else "",
    )
