"""A change in what was printed, made in the words that it was printed of.

A house prints words otherwise than they were typed: a small letter, “the report” of “That the
report”, a full name of a short one. The two are laid beside each other word by word, and what
Word changed is changed at the same words. Each result is a proposal: whether it is right is seen
by printing it.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import TypeAlias

from clerkapp.notation.word_paragraphs import evened
from clerkapp.patterns import pattern

_TOKENS = pattern(r"\w+|\s+|[^\w\s]")
_SHARE = 0.5
"""What share of its words must have been printed, for words to be those that were printed."""


def transferred(printed: str, word: str, own: str) -> tuple[str, ...]:
    """`own` as it may read where `word` stands in place of what was `printed` of it.

    The likeliest first; none where the change is beside what was printed of `own`.
    """
    was, now, typed = (_TOKENS.findall(each) for each in (printed, word, own))
    found: list[str] = []
    for at in _beside(was, typed):
        hunks = list(_hunks(was, now, at))
        as_printed = list(typed)
        for place, other in at.items():
            as_printed[other] = was[place]
        plain = _with(typed, hunks)
        found += (plain, _with(as_printed, hunks), plain[:1].upper() + plain[1:]) if hunks else ()
    return tuple(each for each in dict.fromkeys(found) if each != evened(own))


def tokens_apart(one: str, other: str) -> int:
    """How many words and stops of the two are not in the other."""
    was, now = _TOKENS.findall(one), _TOKENS.findall(other)
    codes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return sum(j - i + m - k for kind, i, j, k, m in codes if kind != "equal")


Beside: TypeAlias = Mapping[int, int]
"""Which printed word is which of those typed, by their places."""


def _beside(was: Sequence[str], typed: Sequence[str]) -> Iterator[Beside]:
    """Each place where all of the typed words stand; else how most of them were printed."""
    one, other = ([each.casefold() for each in words] for words in (was, typed))
    whole = [
        n for n in range(len(one) - len(other) + 1) if other and one[n : n + len(other)] == other
    ]
    yield from ({n + place: place for place in range(len(other))} for n in whole)
    if whole:
        return
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    at = {block.a + n: block.b + n for block in blocks for n in range(block.size)}
    words = [n for n, each in enumerate(typed) if each[0].isalnum()]
    there = set(at.values())
    if words and sum(n in there for n in words) >= _SHARE * len(words):
        yield at


Hunk: TypeAlias = tuple[int, int, Sequence[str]]
"""From which place to which place of the typed words others stand now."""


def _hunks(was: Sequence[str], now: Sequence[str], at: Beside) -> Iterator[Hunk]:
    codes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for kind, i, j, k, m in codes:
        within = [at[n] for n in range(i, j) if n in at]
        if kind == "equal":
            continue
        if within:
            yield within[0], within[-1] + 1, now[k:m]
        elif i - 1 in at:
            yield at[i - 1] + 1, at[i - 1] + 1, now[k:m]
        elif j in at:
            yield at[j], at[j], now[k:m]
        elif i == j and j + 1 in at and now[k] == was[j]:  # the space is before it, or behind it
            yield at[j + 1], at[j + 1], (*now[k + 1 : m], was[j])


def _with(typed: Sequence[str], hunks: Sequence[Hunk]) -> str:
    told: list[str] = []
    place = 0
    for start, end, words in hunks:
        told += chain(typed[place:start], words)
        place = max(place, end)
    return evened("".join((*told, *typed[place:])))
