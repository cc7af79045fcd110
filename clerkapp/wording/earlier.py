"""Wording that was used before, offered again while somebody types."""

import re
from bisect import bisect_left
from collections.abc import Iterable

SHORTEST = 3
"""Letters of a sentence that must stand there before anything is offered."""

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_BREAK = re.compile(r"[.!?][”\")]?\s+|\n\s*")
_LAST = "\U0010ffff"


class EarlierWording:
    """Sentences that were written before; those of the same meeting first, then the newest."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Takes in texts, the ones to prefer first."""
        first: dict[str, tuple[int, str]] = {}
        for text in texts:
            for sentence in sentences_of(text):
                first.setdefault(sentence.casefold(), (len(first), sentence))
        self._sorted = sorted((folded, *rest) for folded, rest in first.items())

    def continuation(self, before: str) -> str:
        """What an earlier sentence that begins like the last of `before` goes on with; "" if none.

        `before` is what stands before the cursor.
        """
        begun = begun_sentence(before)
        if len(begun) < SHORTEST:
            return ""
        folded = begun.casefold()
        if len(folded) != len(begun):  # a letter that folds to two: the rest would not fit
            return ""
        low = bisect_left(self._sorted, (folded,))
        high = bisect_left(self._sorted, (folded + _LAST,))
        fitting = [row for row in self._sorted[low:high] if len(row[2]) > len(begun)]
        return min(fitting, key=lambda row: row[1])[2][len(begun) :] if fitting else ""


def sentences_of(text: str) -> list[str]:
    """The sentences of `text`, each with its stop; those of one word are left out."""
    found = (match.group().strip() for match in _SENTENCE.finditer(text))
    return [sentence for sentence in found if " " in sentence]


def begun_sentence(before: str) -> str:
    """The sentence that is not finished at the end of `before`."""
    starts = [match.end() for match in _BREAK.finditer(before)]
    return before[starts[-1] :] if starts else before.lstrip()
