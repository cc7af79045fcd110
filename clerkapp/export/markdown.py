"""Minutes as Markdown: CommonMark with pipe tables, as most tools that take Markdown read it."""

import re
from collections.abc import Iterable, Iterator

from clerkapp.export.parts import (
    Closing,
    Contents,
    Details,
    Division,
    Documents,
    Framed,
    Item,
    ItemPart,
    Notice,
    Opening,
    Part,
    Points,
    Presented,
    PresentLists,
    Proceedings,
    Signature,
    Subheading,
    Tabled,
    Words,
    parts,
)
from clerkapp.meeting.links import file_part, is_web_address
from clerkapp.meeting.words import clean
from clerkapp.patterns import pattern
from clerkapp.wording.minutes import DocumentLine, Minutes, Passage, PeopleList, Run, Table

_MARKS = pattern(r"[\\`*_\[\]<>|~$^@#!]|&(?=[#\w])|(?<=-)-|(?<=\.)\.(?=\.)")
_OPENS = pattern(r"[-+=:%(]|(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)](?:\s|$))")
_BREAK = "\\\n"
_RULE = "\\_"
_UNSAFE = pattern(r"[<>\\]")


def markdown(minutes: Minutes) -> str:
    """`minutes` as Markdown, a blank line between its blocks."""
    return "\n\n".join(block for part in parts(minutes) for block in _part(part)) + "\n"


def words(text: str) -> str:
    """`text` as it reads, with nothing in it that would be taken for a mark."""
    return _BREAK.join(map(_opening, _lines(text)))


def _line(text: str) -> str:
    """`text` on one line that something stands before: a heading, strong words."""
    return " ".join(_lines(text))


def _lines(text: str) -> list[str]:
    lines = clean(text).replace("\t", " ").split("\n")
    return [_MARKS.sub(r"\\\g<0>", line.strip()) for line in lines]


def _opening(line: str) -> str:
    """A line that begins as a list or a heading does, so that it does not begin one."""
    match = _OPENS.match(line)
    if not match:
        return line
    mark, rest = match.group(), line[match.end() :]
    return f"{mark}\\{rest}" if mark.isalnum() else f"\\{mark}{rest}"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Opening(council, title, held):
            yield from ([words(council)] if council else [])
            yield f"# {_line(title)}"
            yield from ([words(held)] if held else [])
        case Notice(label, text):
            yield f"> {_said((Run(f'{label} ', bold=True), Run(text)))}".replace("\n", "\n> ")
        case Details(lines):
            yield _list(f"**{_line(label)}:** {_line(text)}" for label, text in lines)
        case PresentLists(title, lists):
            yield f"## {_line(title)}"
            yield from (block for each in lists for block in _people(each))
        case Tabled(table):
            yield f"## {_line(table.title)}"
            yield _table(table)
            yield from [words(table.note)] if table.note else []
        case Proceedings(title):
            yield f"## {_line(title)}"
        case Closing(text):
            yield words(text)
        case Signature(signed, dated):
            yield f"{_line(signed)} {_RULE * 30} {_line(dated)} {_RULE * 14}"
        case Contents():
            pass  # where its links would lead is for each tool to say
        case _:
            yield from _item_part(part)


def _people(listed: PeopleList) -> tuple[str, str]:
    return f"### {_line(listed.title)}", _list(map(words, listed.people))


def _item_part(part: ItemPart) -> Iterator[str]:
    match part:
        case Division(title):
            yield f"## {_line(title)}"
        case Item():
            yield f"{'#' * (part.level + 1)} {_line(part.words)}"
        case Presented(text):
            yield words(text)
        case Subheading(title, level):
            yield f"{'#' * (level + 1)} {_line(title)}"
        case Words(passage):
            yield from _passage(passage)
        case Points(passages):
            yield _list("\n\n".join(_passage(passage)) for passage in passages)
        case Framed(held):
            yield from (block for each in held for block in _item_part(each))
        case Documents(title, lines, level):
            yield f"{'#' * (level + 1)} {_line(title)}"
            yield _list(map(_document, lines))


def _passage(passage: Passage) -> Iterator[str]:
    number = passage.number or (f"({chr(96 + passage.letter)})" if passage.letter else "")
    before = f"{words(number)} " if number else ""
    at_right = ", ".join(passage.at_right.split("\n"))
    after = f" **{_line(at_right)}**" if at_right else ""
    yield f"{before}{_said(passage.runs)}{after}"
    if passage.limbs:
        yield "\n".join(
            f"{'  ' * limb.level}- {words(limb.label)} {_within(words(limb.text), limb.level)}"
            for limb in passage.limbs
        )
    if passage.table:
        yield _table(passage.table)


def _within(text: str, level: int) -> str:
    return text.replace("\n", "\n" + "  " * (level + 1))


def _said(runs: tuple[Run, ...]) -> str:
    """Runs in a row; the stars of bold words stand close to them, or they would be stars."""
    return "".join(map(_run, runs)).strip()


def _run(run: Run) -> str:
    inner = run.text.strip()
    if not inner:
        return _space(run.text)
    start = run.text.index(inner)
    before, after = run.text[:start], run.text[start + len(inner) :]
    said = f"**{words(inner)}**" if run.bold else words(inner)
    return f"{_space(before)}{said}{_space(after)}"


def _space(text: str) -> str:
    return _BREAK if "\n" in text else " " if text else ""


def _list(points: Iterable[str]) -> str:
    listed = ["- " + point.replace("\n", "\n  ").replace("\n  \n", "\n\n") for point in points]
    return ("\n\n" if any("\n\n" in each for each in listed) else "\n").join(listed)


def _document(line: DocumentLine) -> str:
    if is_web_address(line.target):
        return f"[{_line(line.title)}](<{_UNSAFE.sub(_percent, line.target)}>)"
    name = file_part(line.target)
    return words(f"{line.title} ({name})" if name else line.title)


def _percent(match: re.Match[str]) -> str:
    return f"%{ord(match.group()):02X}"


def _table(table: Table) -> str:
    rows = (table.headings, ("---",) * len(table.headings), *table.rows)
    return "\n".join(
        f"| {' | '.join(cells if cells[0] == '---' else map(_cell, cells))} |" for cells in rows
    )


def _cell(text: str) -> str:
    return "<br>".join(_lines(text))
