"""Two wordings compared word by word."""

from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from clerkapp.patterns import pattern

_WORDS = pattern(r"\s+|[^\s]+")


class Piece(Struct, frozen=True):
    """Words that both wordings have, or that one of them alone has."""

    words: str
    side: Literal["both", "old", "new"]


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of which `old` (its own and both’s) and `new` (likewise) are made, in order."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for change, i, j, k, m in matcher.get_opcodes():
        if change == "equal":
            pieces.append(Piece("".join(before[i:j]), "both"))
            continue
        if i < j:
            pieces.append(Piece("".join(before[i:j]), "old"))
        if k < m:
            pieces.append(Piece("".join(after[k:m]), "new"))
    return tuple(pieces)
