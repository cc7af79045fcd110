"""Minutes as PDF that everybody can read and an archive can keep: PDF/UA-1 and PDF/A-2a at once.

`resources/templates/minutes.typ` is the page; the minutes go into it as data, never as its source.
"""

import datetime as dt
import json
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, cast

import typst
from msgspec import to_builtins

from clerkapp.export.crest import Crest
from clerkapp.export.dress import PLAIN, Dress
from clerkapp.export.parts import (
    SHORT_LIST,
    Branch,
    Closing,
    Contents,
    Details,
    Division,
    Documents,
    Framed,
    Item,
    ItemPart,
    ItemRow,
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
    TabledItems,
    Words,
    branches,
    parts_in_columns,
)
from clerkapp.export.unbroken import unbroken
from clerkapp.meeting.links import file_part, is_web_address
from clerkapp.meeting.words import clean
from clerkapp.patterns import pattern
from clerkapp.resources import resource
from clerkapp.wording.languages import opens_right_to_left, pieces_of
from clerkapp.wording.minutes import DocumentLine, Minutes, Passage, Table

Told: TypeAlias = dict[str, object]

_UNDATED = dt.date(2000, 1, 1)
_COLUMN = 36.0  # the width of the column of numbers, in points: "6.12" fits
_WIDEST_COLUMN = 130.0
_LETTER = 6.6  # points that one letter of a number takes at most
_SHORT = 20  # letters in a cell that never need be broken
_WEIGHTIEST = 3 * _SHORT  # letters of a cell that count: else a post stood in three lines
_TOGETHER = 900  # letters that stay on one page: more might leave half of the one before empty
_PRIVATE = pattern("[\ue000-\uf8ff\U000f0000-\U0010fffd]")  # PDF/A has no place for them
_NARROW = frozenset(("table", "narrow", "name"))  # the name of the file is never broken anyhow
_LACKING = pattern(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = pattern(r"\\u\{([0-9a-f]+)\}")
_NO_GLYPH = "□"
_LATIN = pattern("[A-Za-z]")
_TRIES = 40  # the compiler may name what it lacks page by page


def pdf_bytes(minutes: Minutes, dress: Dress = PLAIN) -> bytes:
    """`minutes` as the bytes of a PDF; the same minutes and dress give the same bytes.

    The fonts are our own. Where they lack a letter, the computer's fonts are asked; where
    those lack it too, a white square stands for it: the standards allow no letter without a look.
    """
    told = json.dumps(_printable(_told(minutes, dress), minutes.language), ensure_ascii=False)
    when = dt.datetime.combine(minutes.day or _UNDATED, dt.time(), dt.UTC)
    own_fonts = True
    with _folder_with(dress.crest) as folder:
        for _ in range(_TRIES):
            try:
                return _compiled(told, when, folder, own_fonts=own_fonts)
            except typst.TypstError as error:
                lacking = _lacking(error.diagnostic)
                if not lacking:
                    raise
                if own_fonts:
                    own_fonts = False
                else:
                    told = told.translate(dict.fromkeys(map(ord, lacking), _NO_GLYPH))
    raise AssertionError(f"still a letter without a look after {_TRIES} tries")


@contextmanager
def _folder_with(crest: Crest | None) -> Generator[str | None]:
    """A folder with nothing but the crest in it, for the compiler reads no picture from memory."""
    if not crest:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"crest.{crest.ending}").write_bytes(crest.data)
        yield folder


def _compiled(told: str, when: dt.datetime, folder: str | None, *, own_fonts: bool) -> bytes:
    return typst.compile(
        resource("templates", "minutes.typ").read_bytes(),
        root=cast("Any", folder),  # its stubs would have it of the type of the source
        format="pdf",
        font_paths=_fonts(own_alone=own_fonts),
        sys_inputs={"minutes": told},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=when,
    )


@cache
def _fonts(*, own_alone: bool) -> typst.Fonts:
    """Our fonts and the compiler's, which are the same everywhere; and those of the computer."""
    ours = str(resource("fonts"))
    return typst.Fonts(include_system_fonts=not own_alone, font_paths=[ours])


def _lacking(diagnostic: str) -> set[str]:
    """The letters that the compiler found no glyph for; our square is not one of them."""
    words = "".join(match.group(1) for match in _LACKING.finditer(diagnostic))
    return {*_ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), words)} - {_NO_GLYPH}


def _printable(value: object, document: str, *, is_wide: bool = True) -> object:
    """`value` with no character in its words that the standards forbid, and names held together.

    Names may break where they stand in a narrow column, as in Word. Words in another language than
    the document's say so: {"text": …, "language": "cy"}; words in two have "pieces" of them.
    """
    match value:
        case str():
            words = _PRIVATE.sub(_NO_GLYPH, clean(value))
            pieces = [
                {
                    "text": _isolated(unbroken(piece) if is_wide else piece),
                    "language": (tag or document)[:2],
                }
                for piece, tag in pieces_of(words, document)
            ]
            whole = "".join(piece["text"] for piece in pieces)
            if len(pieces) > 1:
                return {"text": whole, "pieces": pieces}
            return pieces[0] if pieces[0]["language"] != document[:2] else whole
        case list() | tuple():
            each_of = cast("Iterable[object]", value)
            return [_printable(each, document, is_wide=is_wide) for each in each_of]
        case dict():
            return {
                key: _printable(each, document, is_wide=is_wide and key not in _NARROW)
                for key, each in cast("Told", value).items()
            }
        case _:
            return value


def _isolated(piece: str) -> str:
    """`piece` within marks that have its full stop read from the right too.

    So where all its letters are: amid others it goes on from the left.
    """
    words = piece.strip()
    if not opens_right_to_left(words) or _LATIN.search(words):
        return piece
    return piece.replace(words, f"\u2067{words}\u2069")


# What the page is told


def _told(minutes: Minutes, dress: Dress) -> Told:
    mark = minutes.draft_label.rstrip(".")
    return {
        "name": f"{minutes.title}, {minutes.date}" if minutes.date else minutes.title,
        "council": minutes.council,
        "committee": minutes.committee,
        "running": minutes.committee or minutes.title,
        "about": minutes.running,
        "watermark": mark.upper(),
        "language": minutes.language[:2],
        "region": minutes.language[3:].lower(),
        "first": 1 if minutes.first_page is None else minutes.first_page,
        "page": minutes.pages.page if minutes.first_page is None else minutes.pages.page_alone,
        "initials": minutes.initials,
        "line_numbers": dress.line_numbers and minutes.is_draft,
        "crest": _crest(dress.crest, minutes) if dress.crest else None,
        "column": _column(minutes),
        "close": minutes.is_close,
        "parts": _parts(minutes),
    }


def _crest(crest: Crest, minutes: Minutes) -> Told:
    wide, high = crest.size
    return {
        "file": f"/crest.{crest.ending}",
        "words": crest.told(minutes),
        "width": wide,
        "height": high,
    }


def _column(minutes: Minutes) -> float:
    numbers = [f"{section.number}{section.number_end}" for section in minutes.sections]
    numbers += [each.number for section in minutes.sections for each in section.passages]
    return min(max([_COLUMN, *(len(each) * _LETTER + 14 for each in numbers)]), _WIDEST_COLUMN)


_NAMES: dict[type[Part], str] = {
    Opening: "opening",
    Notice: "notice",
    Details: "details",
    PresentLists: "present",
    Proceedings: "proceedings",
    Closing: "closing",
    Signature: "signature",
}


def _parts(minutes: Minutes) -> list[Told]:
    """All of them; what stands above the signature leads on to it, as it is nothing by itself."""
    told = [_part(part) for part in parts_in_columns(minutes)]
    if told[-1]["is"] == "signature":
        told[-2]["leads"] = True
    return told


def _part(part: Part | TabledItems) -> Told:
    match part:
        case TabledItems(_, _, headings, rows):
            return {"is": "items", "headings": headings, "rows": [_row(row) for row in rows]}
        case Contents(title):
            return {"is": "contents", "title": title}
        case Tabled(table):
            return {"is": "tabled", "table": _table(table)}
        case Opening() | Notice() | Details() | PresentLists() | Proceedings():
            return {"is": _NAMES[type(part)], **to_builtins(part)}
        case Closing() | Signature():
            return {"is": _NAMES[type(part)], **to_builtins(part)}
        case _:
            return _item_part(part)


def _row(row: ItemRow) -> Told:
    text, *actions = ([_item_part(part) for part in cell] for cell in row.cells)
    return {"item": _heading(row.item), "text": text, "narrow": actions}


def _heading(item: Item) -> Told:
    """No heading may be empty: a number alone is its words."""
    number = item.number if item.title else ""
    return {
        "is": "item",
        "number": number,
        "title": item.title or item.number,
        "level": item.level,
        "from_right": not number and opens_right_to_left(item.title),
    }


def _item_part(part: ItemPart) -> Told:
    match part:
        case Item():
            return _heading(part)
        case Presented(text):
            return {"is": "presented", "text": text}
        case Division(title):
            return {"is": "division", "title": title}
        case Subheading(title, level):
            return {"is": "subheading", "title": title, "level": level}
        case Words(passage, leads):
            return {"is": "words", "passage": _passage(passage), "leads": leads}
        case Points(passages):
            return {"is": "points", "passages": [_passage(passage) for passage in passages]}
        case Framed(held):
            return {"is": "framed", "parts": [_part(each) for each in held]}
        case Documents(title, lines, level):
            listed = [_document(each) for each in lines]
            together = len(lines) <= SHORT_LIST
            return {
                "is": "documents",
                "title": title,
                "level": level,
                "lines": listed,
                "together": together,
            }


def _passage(passage: Passage) -> Told:
    length = len(passage.text) + sum(len(limb.text) for limb in passage.limbs)
    return {
        "together": length < _TOGETHER and not passage.table,
        "role": passage.role.value,
        "number": passage.number,
        "letter": f"({chr(96 + passage.letter)})" if passage.letter else "",
        "at_right": passage.at_right,
        "centred": passage.is_centred,
        "from_right": not passage.number and opens_right_to_left(passage.text),
        "runs": to_builtins(passage.runs),
        "limbs": [_limb(branch) for branch in branches(passage.limbs)],
        "table": _table(passage.table) if passage.table else None,
    }


def _limb(branch: Branch) -> Told:
    within = [_limb(each) for each in branch.within]
    return {"label": branch.limb.label, "text": branch.limb.text, "within": within}


def _document(line: DocumentLine) -> dict[str, str]:
    if is_web_address(line.target):
        return {"text": line.title, "address": line.target}
    name = file_part(line.target)
    return {"text": f"{line.title} ({name})" if name else line.title, "address": ""}


def _table(table: Table) -> Told:
    letters = sum(len(cell) for row in table.rows for cell in row)
    return {"headings": table.headings, "rows": table.rows, "shares": _shares(table),
            "together": len(table.rows) <= SHORT_LIST and letters < _TOGETHER,
            "title": table.title, "note": table.note}  # fmt: skip


def _shares(table: Table) -> list[int]:
    """The share of the width for each column; 0 for one of short cells, as wide as its words."""
    columns = [max(map(len, column)) for column in zip(table.headings, *table.rows, strict=True)]
    shares = [0 if longest <= _SHORT else min(longest, _WEIGHTIEST) for longest in columns]
    if not any(shares):
        shares[columns.index(max(columns))] = 1
    return shares
