"""Wording that was used before, offered again while somebody types."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from clerkapp.patterns import pattern

SHORTEST = 3
"""Letters of a sentence that must stand there before anything is offered."""

_SENTENCE = pattern(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_BREAK = pattern(r"[.!?][”\")]?\s+|\n\s*")
_LAST = "\U0010ffff"


class EarlierWording:
    """Sentences that were written before. The one to prefer is that which was taken in last.

    It is changed while somebody types, so that nothing is ever gone through again: each sentence
    has its place in a sorted list.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Takes in texts, the ones to prefer first."""
        self._sorted: list[tuple[str, int, str]] = []
        self._ranks: dict[str, int] = {}  # by the folded sentence; the lowest is preferred
        self._first = 0
        self._last = 0
        self.take_older(texts)

    def __len__(self) -> int:
        return len(self._sorted)

    def take(self, text: str) -> None:
        """Takes in what was just written: it is preferred to all that is known."""
        for sentence in sentences_of(text):
            folded = sentence.casefold()
            rank = self._ranks.get(folded)
            if rank is not None:
                del self._sorted[bisect_left(self._sorted, (folded, rank))]
            self._first -= 1
            self._put(folded, self._first, sentence)

    def take_older(self, texts: Iterable[str]) -> None:
        """Takes in what was written before all that is known, the ones to prefer first."""
        for text in texts:
            for sentence in sentences_of(text):
                folded = sentence.casefold()
                if folded not in self._ranks:
                    self._last += 1
                    self._put(folded, self._last, sentence)

    def _put(self, folded: str, rank: int, sentence: str) -> None:
        self._ranks[folded] = rank
        insort(self._sorted, (folded, rank, sentence))

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
