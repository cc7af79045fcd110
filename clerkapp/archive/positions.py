"""Where a row stands in its list: keys between which there is always room for another."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from fractional_indexing import generate_n_keys_between


def arranged(ids: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    """The positions that must be written so that `ids` stand in that order.

    `known` has the present position of those that have one. As few as can be are moved: one for
    a row that was dragged, however far.
    """
    staying = _longest_rising([each for each in ids if each in known], known)
    written: dict[str, str] = {}
    waiting: list[str] = []
    before: str | None = None
    for each in (*ids, None):
        if each is not None and each not in staying:
            waiting.append(each)
            continue
        after = known[each] if each is not None else None
        keys = generate_n_keys_between(before, after, len(waiting))
        written.update(zip(waiting, keys, strict=True))
        waiting, before = [], after
    return written


def _longest_rising(ids: Sequence[str], known: Mapping[str, str]) -> set[str]:
    """The largest part of `ids` whose positions already rise (patience sorting)."""
    tops: list[str] = []  # the lowest position that ends a rising run of each length
    holders: list[str] = []
    before: dict[str, str | None] = {}
    for each in ids:
        place = bisect_left(tops, known[each])
        before[each] = holders[place - 1] if place else None
        tops[place : place + 1] = [known[each]]
        holders[place : place + 1] = [each]
    rising: set[str] = set()
    last = holders[-1] if holders else None
    while last is not None:
        rising.add(last)
        last = before[last]
    return rising
