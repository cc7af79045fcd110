"""The lines of any Word file, with the numbers that Word shows before them.

Nothing in the file is run, fetched or expanded: it may have come by mail.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from lxml import etree
from msgspec import Struct

from clerkapp.errors import HouseStyleError
from clerkapp.meeting.numbering import roman
from clerkapp.patterns import pattern

Node: TypeAlias = Any  # lxml has no types of its own

LARGEST = 64 * 1024 * 1024
"""Bytes of the parts that are read, unpacked; a small file that grows beyond is no minutes."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
_ON = (None, "1", "true", "on")


class WordLine(Struct, frozen=True):
    """One paragraph of a Word file."""

    text: str
    style: str = ""  # the name of its paragraph style
    number: str = ""  # what Word shows before it: "6.", "(a)", "•"
    bold: bool = False  # whether it begins in bold
    centred: bool = False
    cell: bool = False  # whether it stands in a table
    columns: tuple[str, ...] = ()  # the first row of its table, where it heads a row of minutes
    first_row: tuple[str, ...] = ()  # of its table, where it is the first line in it


def word_lines(path: Path) -> tuple[WordLine, ...]:
    """Every paragraph with words in it, in order; HouseStyleError where it is no Word file."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = _parts(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise HouseStyleError(
            f"{path.name} is not a Word file (.docx), or it is damaged or locked by a password"
        ) from None
    except HouseStyleError as error:
        raise HouseStyleError(f"{path.name}: {error}") from None
    except OSError as error:
        raise HouseStyleError(f"{path.name} cannot be read: {error.strerror or error}") from None
    if "word/document.xml" not in parts:
        raise HouseStyleError(f"{path.name} is not a Word file (.docx)")
    numbering = _Numbering(parts.get("word/numbering.xml"))
    styles = {
        each.get(f"{W}styleId"): each for each in _all(parts.get("word/styles.xml"), f"{W}style")
    }
    return tuple(_lines(parts["word/document.xml"], styles, numbering))


def _parts(package: zipfile.ZipFile) -> dict[str, Node]:
    if sum(each.file_size for each in package.infolist()) > LARGEST:
        raise HouseStyleError("it unpacks to more than 64 MB, which no minutes do")
    return {name: _parsed(package, name) for name in package.namelist() if name in _PARTS}


def _parsed(package: zipfile.ZipFile, name: str) -> Node:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(package.read(name), parser)
    except etree.XMLSyntaxError:
        raise HouseStyleError(f"its part {name} is damaged") from None
    if root.getroottree().docinfo.doctype:
        raise HouseStyleError(f"its part {name} declares entities, which no Word file does")
    return root


def _lines(root: Node, styles: dict[str, Node], numbering: "_Numbering") -> Iterator[WordLine]:
    alone = ""  # a number that has a cell of its own, before what it counts; typed, or Word's
    for paragraph in root.iter(f"{W}p"):
        above = list(_chain(_said(paragraph, "pPr/pStyle"), styles))
        number = numbering.next([paragraph, *above]) or alone
        runs = [(_text(run), run) for run in paragraph.iter(f"{W}r")]
        text = " ".join("".join(words for words, _ in runs).split())
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        is_number = cell is not None and _place(cell) == 0 and _NUMBER_ALONE.fullmatch(text)
        if is_number and len(_cells(cell)) >= _COLUMNS:
            number, text = text, ""
        alone = number if cell is not None and not text else ""
        if not text:
            continue
        first = next(run for words, run in runs if words.strip())
        character = list(_chain(_said(first, "rPr/rStyle"), styles))
        yield WordLine(
            text,
            _said(above[0], "name") if above else "",
            number,
            _bold([first, *character, *above]),
            next((a for e in [paragraph, *above] if (a := _said(e, "pPr/jc"))), "") == "center",
            cell is not None,
            _columns_above(cell, text) if cell is not None and number else (),
            _first_row(paragraph, cell) if cell is not None else (),
        )


# Minutes as a table: a row for each item, with its number, its heading and what was said

_NUMBER_ALONE = pattern(r"\d{1,3}[.)]?")
_COLUMNS = 3  # at least: number, heading, text


def _cells(cell: Node) -> list[Node]:
    """The cells of the row that `cell` stands in."""
    return cell.getparent().findall(f"{W}tc")


def _place(cell: Node) -> int:
    return _cells(cell).index(cell)


def _words(cell: Node) -> str:
    return " ".join(_text(cell).split())


def _columns_above(cell: Node, heading: str) -> tuple[str, ...]:
    """What the columns of its table are called, where `heading` heads a row; else nothing.

    A row of minutes says more in its third cell than its heading does: in a table of actions there
    is only who is to do it.
    """
    row = _cells(cell)
    if len(row) < _COLUMNS or _place(cell) != 1 or len(_words(row[2])) <= len(heading):
        return ()
    first = cell.getparent().getparent().find(f"{W}tr")
    return tuple(map(_words, first.findall(f"{W}tc")))


def _first_row(paragraph: Node, cell: Node) -> tuple[str, ...]:
    """The cells of the first row of its table, where `paragraph` is the first in it with words."""
    row = cell.getparent()
    first = row.getparent().find(f"{W}tr")
    if row is not first or next(p for p in row.iter(f"{W}p") if _words(p)) is not paragraph:
        return ()
    return tuple(map(_words, first.findall(f"{W}tc")))


def _text(run: Node) -> str:
    return "".join((e.text or "") if e.tag == f"{W}t" else " " for e in run.iter(*_WORDS))


_WORDS = (f"{W}t", f"{W}tab", f"{W}br")


def _chain(style: str, styles: dict[str, Node]) -> Iterator[Node]:
    """The style of that id and those it is based on; one that is met again ends them."""
    seen: set[str] = set()
    while style in styles and style not in seen:
        seen.add(style)
        yield styles[style]
        style = _said(styles[style], "basedOn")


def _bold(elements: list[Node]) -> bool:
    for element in elements:
        found = element.find(f"{W}rPr/{W}b")
        if found is not None:
            return found.get(f"{W}val") in _ON
    return False


def _said(element: Node, path: str) -> str:
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return "" if found is None else found.get(f"{W}val") or ""


def _all(element: Node, tag: str) -> list[Node]:
    return [] if element is None else list(element.iter(tag))


# Numbers


class _Numbering:
    """Counts the lists of a document as Word does while its paragraphs go by."""

    def __init__(self, root: Node) -> None:
        abstract = {e.get(f"{W}abstractNumId"): e for e in _all(root, f"{W}abstractNum")}
        self._lists: dict[str, tuple[Node, Node]] = {}  # the list, and what its levels are
        for e in _all(root, f"{W}num"):
            if (of := _said(e, "abstractNumId")) in abstract:
                self._lists[e.get(f"{W}numId")] = (e, abstract[of])
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, elements: list[Node]) -> str:
        """What stands before the paragraph that is `elements[0]`, of the styles after it."""
        given = [(_said(e, "pPr/numPr/numId"), _said(e, "pPr/numPr/ilvl")) for e in elements]
        named = next((name for name, _ in given if name), "")
        if named not in self._lists:
            return ""
        level = min(int(next((depth for _, depth in given if depth.isdecimal()), "0")), 8)
        number, of = self._lists[named]
        levels = {each.get(f"{W}ilvl"): each for each in of.findall(f"{W}lvl")}
        for override in number.findall(f"{W}lvlOverride"):
            if (lvl := override.find(f"{W}lvl")) is not None:
                levels[override.get(f"{W}ilvl")] = lvl
        if str(level) not in levels:
            return ""
        key = of.get(f"{W}abstractNumId")
        self._count(key, named, level, number, levels)
        return self._shown(key, level, levels)

    def _count(
        self, key: str, named: str, level: int, number: Node, levels: dict[str, Node]
    ) -> None:
        start = _whole(_said(levels[str(level)], "start"), 1)
        if (named, level) not in self._begun:
            self._begun.add((named, level))
            for override in number.findall(f"{W}lvlOverride"):
                if override.get(f"{W}ilvl") == str(level) and _said(override, "startOverride"):
                    start = _whole(_said(override, "startOverride"), start)
                    self._counts.pop((key, level), None)
        self._counts[key, level] = self._counts.get((key, level), start - 1) + 1
        for deeper in range(level + 1, 9):
            self._counts.pop((key, deeper), None)

    def _shown(self, key: str, level: int, levels: dict[str, Node]) -> str:
        if _said(levels[str(level)], "numFmt") == "bullet":
            return "•"

        def figure(match: re.Match[str]) -> str:
            of = levels.get(str(int(match[1]) - 1), levels[str(level)])
            count = self._counts.get((key, int(match[1]) - 1), _whole(_said(of, "start"), 1))
            return _figure(count, _said(of, "numFmt"))

        return re.sub(r"%([1-9])", figure, _said(levels[str(level)], "lvlText")).strip()


def _whole(words: str, otherwise: int) -> int:
    return int(words) if words.isascii() and words.isdecimal() else otherwise


def _figure(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 9 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return roman(count) if form == "upperRoman" else roman(count).lower()
    return f"{count:02}" if form == "decimalZero" else "" if form == "none" else str(count)
