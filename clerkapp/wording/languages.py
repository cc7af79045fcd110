"""Which language a paragraph is in, so that a screen reader reads Welsh as Welsh.

Minutes in Wales mix the two by paragraph: what was said in Welsh is minuted in Welsh. Only small
words tell, which hardly any sentence of the one is without and none of the other has several of.
Languages are named as in BCP 47: en-GB, cy-GB.
"""

import re

ENGLISH = "en-GB"
WELSH = "cy-GB"
_WELSH_SIGN = re.compile(" (?:y[nr]?|ac|gan|bod) |['’]r ")
_WELSH_WORDS = frozenset(
    (
        *("y", "yr", "yn", "ac", "ar", "gan", "bod", "bu", "oedd", "mae", "wedi", "eu", "ei"),
        *("hynny", "hwn", "hon", "am", "dros", "fel", "fod", "nid", "yw", "roedd", "byddai"),
        *("gyda", "neu", "sydd", "mewn", "eitem", "cynghorydd", "cyngor", "cyfarfod", "pwyllgor"),
        *("adroddiad", "cofnodion"),
    )
)
_ENGLISH_SIGN = re.compile(r"\b(?:the|of|and|to|was|were)\b", re.IGNORECASE)
_ENGLISH_WORDS = frozenset(
    (
        *("the", "of", "and", "to", "in", "on", "for", "by", "with", "from", "was", "were", "be"),
        *("been", "had", "that", "which", "it", "at", "as", "not", "would", "this", "item"),
        *("councillor", "council", "committee", "meeting", "report", "minutes"),
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST = 2  # small words; one alone may be a name: “Ynys y Bont”
_SHARE = 5  # one word in five


def language_of(text: str, document: str = ENGLISH) -> str:
    """The language of `text` where it is Welsh in a document that is not, or the other way round.

    "" where it is in the language of the document, or where its words do not tell.
    """
    if document == WELSH:
        return ENGLISH if _is_english(text) else ""
    return WELSH if _is_welsh(text) else ""


def web_language(tag: str) -> str:
    """The language as a web page names it: of Welsh there is only one, and it needs no region."""
    return tag.removesuffix("-GB") if tag == WELSH else tag


def _is_welsh(text: str) -> bool:
    if not _WELSH_SIGN.search(text):
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
