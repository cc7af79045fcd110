"""What a Word file carries of the meeting that it prints: the record that it was made from.

    <record xmlns="urn:clerkapp:printed-record" sha256="…">{"audience": …, "lines": […], …}</record>

The JSON is canonical, in ASCII: the same meeting gives the same bytes, and no program that saves
the file again has a reason to write it otherwise.
"""

import hashlib
import json
from typing import Literal, TypeAlias, get_args
from xml.sax.saxutils import escape

import msgspec

from clerkapp.errors import NotationError
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.json import meeting_as_json, read_json
from clerkapp.notation.json_values import Value, all_of

NAMESPACE = "urn:clerkapp:printed-record"
FORMAT = "clerkapp-printed-record"
VERSION = 1

Part: TypeAlias = Literal["title", "words", "limb", "item", "", "cell"]
"""What a paragraph prints: the title of an item, the words of entries, a limb of the paragraph
above, something else of an item, something else of the document, or a cell of a table."""


class PrintedLine(msgspec.Struct, frozen=True, array_like=True):
    """One paragraph as it was printed: its bookmark, and whose words it prints.

    In the record it is an array of them in this order.
    """

    bookmark: str  # "" in a table
    part: Part
    of: tuple[str, ...]  # the ids of the entries, or of the item
    text: str  # evened


class PrintedRecord(msgspec.Struct, frozen=True):
    """The meeting as the readers of a document see it, and each paragraph of the document.

    `margins` are the words at the head and the foot of its pages, evened.
    """

    meeting: Meeting
    audience: str
    house_style: str
    lines: tuple[PrintedLine, ...]
    margins: tuple[str, ...] = ()


def write_record(record: PrintedRecord) -> bytes:
    """`record` as the XML part that a document carries; the same bytes for the same record."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "audience": record.audience,
        "house_style": record.house_style,
        "meeting": meeting_as_json(record.meeting),
        "lines": record.lines,
        "margins": record.margins,
    }
    written = msgspec.json.encode(content, order="deterministic").decode()
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<record xmlns="{NAMESPACE}" sha256="{_digest(written)}">{escape(written)}</record>'
    ).encode()


def read_record(content: str, digest: str) -> PrintedRecord:
    """The record in the words and the digest of that part.

    NotationError where it was altered, or where a later release wrote it.
    """
    if _digest(content) != digest:
        raise NotationError("the record within it was altered, so nothing can be held against it")
    fields = Value.parse(content).fields(
        "format", "version", "audience", "house_style", "meeting", "lines", "margins"
    )
    version = fields.need("version", Value.number)
    if fields.get("format", Value.text, "") != FORMAT or version > VERSION:
        raise NotationError("a later release of Clerkapp wrote the record within it")
    return PrintedRecord(
        meeting=fields.need("meeting", lambda value: read_json(json.dumps(value.value))),
        audience=fields.need("audience", Value.line),
        house_style=fields.get("house_style", Value.line, ""),
        lines=fields.get("lines", all_of(_line), ()),
        margins=fields.get("margins", all_of(Value.text), ()),
    )


def _line(value: Value) -> PrintedLine:
    each = list(value.items())
    if len(each) != 4:
        raise value.wrong("a bookmark, a part, ids and words")
    bookmark, part, of, text = each
    known = _PARTS.get(part.text())
    if known is None:
        raise part.wrong(f"one of {', '.join(_PARTS)}")
    return PrintedLine(bookmark.text(), known, all_of(Value.line)(of), text.text())


_PARTS: dict[str, Part] = {part: part for part in get_args(Part)}


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
