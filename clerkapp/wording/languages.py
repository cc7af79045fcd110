"""Which language a paragraph is in, so that a screen reader reads Welsh as Welsh.

Minutes in Wales mix the two by paragraph: what was said in Welsh is minuted in Welsh. Only small
words tell, which hardly any Welsh sentence is without and no English one has several of.
"""

import re

WELSH = "cy-GB"
_SIGN = re.compile(" (?:y[nr]?|ac|gan|bod) |['’]r ")
_SMALL_WORDS = frozenset(
    (
        *("y", "yr", "yn", "ac", "ar", "gan", "bod", "bu", "oedd", "mae", "wedi", "eu", "ei"),
        *("hynny", "hwn", "hon", "am", "dros", "fel", "fod", "nid", "yw", "roedd", "byddai"),
        *("gyda", "neu", "sydd", "mewn", "eitem", "cynghorydd", "cyngor", "cyfarfod", "pwyllgor"),
        *("adroddiad", "cofnodion"),
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST = 2  # small words; one alone may be a name: “Ynys y Bont”
_SHARE = 5  # one word in five


def language_of(text: str) -> str:
    """`cy-GB` where `text` is Welsh, and "" where it is in the language of the document."""
    if not _SIGN.search(text):
        return ""
    words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    small = sum(word in _SMALL_WORDS or word.endswith("'r") for word in words)
    return WELSH if small >= _LEAST and small * _SHARE >= len(words) else ""
