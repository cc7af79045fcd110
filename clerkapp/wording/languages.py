"""Which language a paragraph is in, so that a screen reader reads Welsh as Welsh.

Minutes in Wales mix the two by paragraph: what was said in Welsh is minuted in Welsh. Only small
words tell, which hardly any sentence of the one is without and none of the other has several of.
Languages are named as in BCP 47: en-GB, cy-GB.
"""

import re

from clerkapp.patterns import pattern

ENGLISH = "en-GB"
WELSH = "cy-GB"
_WELSH_SIGN = pattern(" (?:y[nr]?|ac|gan|bod) ")
_WELSH_ENDS = ("'r ", "’r ")  # asked for apart: the expression then begins with one character
_WELSH_WORDS = frozenset(
    (
        *("y", "yr", "yn", "ac", "ar", "gan", "bod", "bu", "oedd", "mae", "wedi", "eu", "ei"),
        *("hynny", "hwn", "hon", "am", "dros", "fel", "fod", "nid", "yw", "roedd", "byddai"),
        *("gyda", "neu", "sydd", "mewn", "eitem", "cynghorydd", "cyngor", "cyfarfod", "pwyllgor"),
        *("adroddiad", "cofnodion"),
    )
)
_ENGLISH_SIGN = pattern(r"\b(?:the|of|and|to|was|were)\b", re.IGNORECASE)
_ENGLISH_WORDS = frozenset(
    (
        *("the", "of", "and", "to", "in", "on", "for", "by", "with", "from", "was", "were", "be"),
        *("been", "had", "that", "which", "it", "at", "as", "not", "would", "this", "item"),
        *("councillor", "council", "committee", "meeting", "report", "minutes"),
    )
)
_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTER = pattern(r"[^\W\d_]")
_FROM_THE_RIGHT = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")  # Hebrew, Arabic …
_LEAST = 2  # small words; one alone may be a name: “Ynys y Bont”
_SHARE = 5  # one word in five
_SIDES = " / "  # between a heading or a label in the one language and in the other
_AFTER_SIDE = pattern(r"(?<= / )|(?<=[\t\n])")
_OF_BOTH = frozenset(("y", "am", "hon", "bod", "bu", "fel", "mae", "ac"))  # “8 am”, “Cllr Y Khan”
_WELSH_LABELS = (
    _WELSH_WORDS - _OF_BOTH
) | frozenset(  # what is printed beside its English, a word or two long
    (
        *("ymddiheuriadau", "ymddiheuriad", "presennol", "presenoldeb", "absennol", "dirprwyon"),
        *("eitemau", "lleoliad", "gweithredu", "camau", "cyfrifol", "erbyn", "hefyd", "aelodau"),
        *("penderfynwyd", "penderfyniad", "penderfyniadau", "nodwyd", "argymhellwyd", "gohiriwyd"),
        *("gwrthodwyd", "dechrau", "diwedd", "datgan", "buddiannau", "buddiant", "cyhoedd"),
        *("cynllunio", "tref", "neuadd", "cymuned", "dyddiad", "llofnod", "drafft", "cynnig"),
        *("cadeirydd", "swyddogion", "swydd", "enw", "nodyn", "rhif", "dogfennau", "cynghorwyr"),
    )
)


def language_of(text: str, document: str = ENGLISH) -> str:
    """The language of `text` where it is Welsh in a document that is not, or the other way round.

    "" where it is in the language of the document, where its words do not tell, or where it is
    in both: `pieces_of` tells them apart.
    """
    told = pieces_of(text, document)
    return told[0][1] if len(told) == 1 else ""


def pieces_of(text: str, document: str = ENGLISH) -> tuple[tuple[str, str], ...]:
    """The parts of `text` as they follow each other, each with its language as above.

    “Apologies / Ymddiheuriadau” is English before the slash and Welsh after it, for beside the
    other a word or two tell. What is not in two languages so is one part.
    """
    if _SIDES in text:
        parts = [part for part in _AFTER_SIDE.split(text) if part]
        welsh = [_is_welsh_label(part) for part in parts]
        english = [
            not is_welsh and bool(_words(part)) for is_welsh, part in zip(welsh, parts, strict=True)
        ]
        if any(welsh) and any(english):
            other, told = (english, ENGLISH) if document == WELSH else (welsh, WELSH)
            return tuple((part, told if at else "") for part, at in zip(parts, other, strict=True))
    return ((text, _language_of_one(text, document)),)


def opens_right_to_left(text: str) -> bool:
    """Whether the first letter of `text` is of a script that is read from the right."""
    if text.isascii():  # asked of each run of a document
        return False
    first = _LETTER.search(text)
    return bool(first and _FROM_THE_RIGHT.match(first.group()))


def web_language(tag: str) -> str:
    """The language as a web page names it: of Welsh there is only one, and it needs no region."""
    return tag.removesuffix("-GB") if tag == WELSH else tag


def _language_of_one(text: str, document: str) -> str:
    if document == WELSH:
        return ENGLISH if _is_english(text) else ""
    return WELSH if _is_welsh(text) else ""


def _is_welsh_label(text: str) -> bool:
    words = set(_words(text))
    return not words.isdisjoint(_WELSH_LABELS) and words.isdisjoint(_ENGLISH_WORDS)


def _is_welsh(text: str) -> bool:
    if not (_WELSH_SIGN.search(text) or _WELSH_ENDS[0] in text or _WELSH_ENDS[1] in text):
        return False
    words = _words(text)
    return _enough(sum(word in _WELSH_WORDS or word.endswith("'r") for word in words), words)


def _is_english(text: str) -> bool:
    if not _ENGLISH_SIGN.search(text) or _is_welsh(text):
        return False
    words = _words(text)
    return _enough(sum(word in _ENGLISH_WORDS for word in words), words)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def _enough(small: int, words: list[str]) -> bool:
    return small >= _LEAST and small * _SHARE >= len(words)
