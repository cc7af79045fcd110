"""The column in which numbers stand, as wide as the longest of them needs.

In the template it holds "6.12". A parish that counts "102/20.6", or a school that counts
"FGB 98/2122.4", moves everything that stands beside the column. Lengths are in twentieths of a
point.
"""

import math
from collections.abc import Iterable

from clerkapp.export.word.elements import TABLE_WIDTH, Node, w

COLUMN = 720  # the width of the column in the template
_WIDEST = 3000
_GAP = 160  # between a number and the words beside it
_CELL_MARGINS = 216  # to the left and right of the words in a cell
_NARROW = frozenset("./ -ijl")


def width_of(number: str, size: float = 11) -> int:
    """About how wide `number` is in Arial of so many points."""
    ems = (0.28 if c in _NARROW else 0.56 if c.isdecimal() else 0.75 for c in number)
    return round(sum(ems) * size * 20)


def column_for(headings: Iterable[str], paragraphs: Iterable[str]) -> int:
    """The width of the column for the numbers of those headings and paragraphs."""
    widths = [width_of(f"{number}.", size=12.5) for number in headings]
    widths += [width_of(number) for number in paragraphs]
    return min(max([COLUMN, *(width + _GAP for width in widths)]), _WIDEST)


def share_for(cells: Iterable[str]) -> int:
    """The share of a table's width, in %, that a column of those numbers takes; at least 10."""
    widest = max((width_of(cell, size=10) for cell in cells), default=0)
    return min(max(10, math.ceil((widest + _GAP + _CELL_MARGINS) * 100 / TABLE_WIDTH)), 30)


def widen(styles: Node, numbering: Node, column: int) -> None:
    """Makes room for a column of that width: what stands beside the template's moves along."""
    for element in styles.iter(w("ind"), w("tab")):
        for name in ("left", "hanging", "pos"):
            if element.get(w(name)) == str(COLUMN):
                element.set(w(name), str(column))
    for element in numbering.iter(w("ind")):
        element.set(w("left"), str(int(element.get(w("left")) or 0) + column - COLUMN))
        if element.get(w("hanging")) == str(COLUMN):
            element.set(w("hanging"), str(column))
