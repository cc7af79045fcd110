"""Real numbers: Word counts them, and they come out as the minutes say.

The number of an item is a pattern and a count: "99/20" is 99 in the pattern "%1/20". Where the
next number is not the one that Word would give, a new instance of the list starts at it.
"""

import math
import re
from collections.abc import Iterable

from msgspec import Struct

from clerkapp.export.word.elements import TABLE_WIDTH
from clerkapp.export.word.tree import Node, node, w
from clerkapp.meeting.numbering import roman_count
from clerkapp.patterns import pattern
from clerkapp.wording.limbs import Limb

COLUMN = 720  # the width of the column of numbers in the template, in twentieths of a point
_COUNT = pattern(r"(?P<before>.*?)(?P<count>\d+)(?P<after>.*)", re.DOTALL)
_FORMAT = {"letter": "lowerLetter", "roman": "lowerRoman", "number": "decimal"}
_INDENT = (1287, 1854)  # of a limb, and of a limb within a limb, in twentieths of a point
_HANGING = 567
_IN_A_CELL = (425, 850)  # the same, and below it, where there is less room


class Lists(Struct, frozen=True):
    """Where the numbering part has our two lists."""

    pattern: int  # of items and their paragraphs; every pattern from there on is ours
    items: int  # the list of that pattern
    bullets: int


OWN_LISTS = Lists(pattern=1, items=1, bullets=2)
"""Where our own template has them."""


class Numbering:
    """Hands out lists of the numbering part, and adds to the part those that it lacks."""

    def __init__(self, part: Node, lists: Lists = OWN_LISTS) -> None:
        self.root = part
        self.is_in_cell = False  # what is numbered next
        self._lists = lists
        self._abstract = {"%1.": lists.pattern}  # by pattern: the abstract list
        lists_there = self.root.findall(w("num"))
        self._last_list = lists_there[-1]
        self._last_id = max(int(each.get(w("numId")) or 0) for each in lists_there)
        self._last_abstract = max(
            int(n.get(w("abstractNumId")) or 0) for n in self.root.findall(w("abstractNum"))
        )
        self._item = (lists.pattern, 0, lists.items)  # of the last item: abstract list, count, list

    def item(self, number: str, end: str = ".", *, two_figures: bool = False) -> int:
        """The list in which the next item, and its paragraphs after it, have that number.

        `end` is printed after it; its paragraphs count 6.01 where they have `two_figures`.
        """
        match, counted = _COUNT.fullmatch(number), "decimal"
        pattern, count = _literal(number) or "%1", 1  # in "A" there is nothing that counts
        if figures := roman_count(number):
            pattern, count, counted = "%1", figures, "upperRoman"
        elif match:
            pattern = f"{_literal(match['before'])}%1{_literal(match['after'])}"
            count = int(match["count"])
        inner = "decimalZero" if two_figures else "decimal"
        levels = (
            (counted, f"{pattern}{end}", COLUMN, COLUMN),
            (inner, f"{pattern}.%2", COLUMN, COLUMN),
        )
        key = f"{pattern}{end}{' 01' * two_figures}{' I' * (counted == 'upperRoman')}"
        abstract = self._abstract_for(key, levels)
        last_abstract, last_count, list_id = self._item
        if (abstract, count) != (last_abstract, last_count + 1):
            list_id = self._start(abstract, count)
        self._item = (abstract, count, list_id)
        return list_id

    def limbs(self, limbs: tuple[Limb, ...]) -> list[int]:
        """The list of each limb of one decision; every one of them stands at level 0 of it."""
        lists: list[int] = []
        counting: dict[int, tuple[str, int, int]] = {}  # by level: pattern, last count, list
        for limb in limbs:
            indents, hanging = _INDENT, _HANGING
            if self.is_in_cell:
                indents, hanging = _IN_A_CELL, _IN_A_CELL[0]
            text, indent = f"{limb.before}%1{limb.after}", indents[limb.level]
            pattern = f"{limb.manner}{indent}:{text}"
            known, last, list_id = counting.get(limb.level, ("", 0, 0))
            if (known, last + 1) != (pattern, limb.count):
                levels = ((_FORMAT[limb.manner], text, indent, hanging),)
                abstract = self._abstract_for(pattern, levels)
                list_id = self._start(abstract, limb.count)
            counting = {k: v for k, v in counting.items() if k < limb.level}
            counting[limb.level] = (pattern, limb.count, list_id)
            lists.append(list_id)
        return lists

    def _abstract_for(self, key: str, levels: tuple[tuple[str, str, int, int], ...]) -> int:
        if key not in self._abstract:
            self._last_abstract += 1
            self._abstract[key] = self._last_abstract
            made = node("abstractNum", abstractNumId=self._last_abstract)
            made.append(node("nsid", val=f"{0x4D494E00 + self._last_abstract:08X}"))
            made.append(node("multiLevelType", val="multilevel"))
            made.extend(_level(place, *each) for place, each in enumerate(levels))
            first_list = self.root.find(w("num"))
            if first_list is not None:
                first_list.addprevious(made)
        return self._abstract[key]

    def _start(self, abstract: int, count: int) -> int:
        """A new instance of an abstract list that starts at `count`."""
        self._last_id += 1
        override = node("lvlOverride", node("startOverride", val=count), ilvl=0)
        listed = node("num", node("abstractNumId", val=abstract), override, numId=self._last_id)
        self._last_list.addnext(listed)
        self._last_list = listed
        return self._last_id

    def own_patterns(self) -> list[Node]:
        """The patterns of lists that are ours, not those of the council's template."""
        every = self.root.findall(w("abstractNum"))
        first = self._lists.pattern
        return [each for each in every if int(each.get(w("abstractNumId")) or 0) >= first]


def _level(place: int, number_format: str, text: str, left: int, hanging: int) -> Node:
    level = node(
        "lvl",
        node("start", val=1),
        node("numFmt", val=number_format),
        node("lvlText", val=text),
        node("lvlJc", val="left"),
        node("pPr", node("ind", left=left, hanging=hanging)),
        ilvl=place,
    )
    if place:  # 6.1 stands upright beside a paragraph in italics
        level.append(node("rPr", node("b", val=0), node("i", val=0)))
    return level


def _literal(text: str) -> str:
    """`text` as it stands in a pattern, where a percent sign would be a place for a count."""
    return text.replace("%", "")


# Room for the numbers. The template's column holds "6.12"; a parish that counts "102/20.6", or a
# school that counts "FGB 98/2122.4", moves everything beside it. In twentieths of a point.

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


def share_for(cells: Iterable[str], size: float = 10, room: int = TABLE_WIDTH) -> int:
    """The share of a table's width, in %, that a column of those numbers takes; at least 10."""
    widest = max((width_of(cell, size) for cell in cells), default=0)
    return min(max(10, math.ceil((widest + _GAP + _CELL_MARGINS) * 100 / room)), 30)


def widen(styles: Iterable[Node], patterns: Iterable[Node], column: int) -> None:
    """Makes room for a column of that width: what stands beside the template's moves along."""
    move_along(styles, COLUMN, column)
    for each in patterns:
        for element in each.iter(w("ind")):
            element.set(w("left"), str(int(element.get(w("left")) or 0) + column - COLUMN))
            if element.get(w("hanging")) == str(COLUMN):
                element.set(w("hanging"), str(column))


def move_along(styles: Iterable[Node], was: int, column: int) -> None:
    """Has those styles begin at `column` what began at `was`."""
    for style in styles:
        for element in style.iter(w("ind"), w("tab")):
            for name in ("left", "hanging", "pos"):
                if element.get(w(name)) == str(was):
                    element.set(w(name), str(column))
