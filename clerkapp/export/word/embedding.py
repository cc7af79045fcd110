"""The way back from Word: a hidden bookmark at each paragraph, and the meeting in a part of it.

What a bookmark anchors is written beside the meeting, so that the file can be held against the
record by any later release, in whatever style it was printed.
"""

import hashlib
from collections.abc import Iterable
from itertools import count

from lxml import etree

from clerkapp.export.word.elements import Markup, bookmarked, words_of
from clerkapp.export.word.tree import Node, node, parsed, w, written
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.words import clean
from clerkapp.notation.printed_record import (
    NAMESPACE,
    Part,
    PrintedLine,
    PrintedRecord,
    write_record,
)
from clerkapp.notation.word_margins import is_margin, margin_words
from clerkapp.notation.word_paragraphs import ANCHOR, evened, word_paragraphs
from clerkapp.wording.minutes import Minutes, Table

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_BESIDE = f"{ANCHOR}Beside"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ITEM_PROPERTIES = (
    f'{_DECLARATION}<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" '
    'ds:itemID="{6C1F3B52-8D0E-4E57-9B7A-2F5D4C0A91E3}"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)


def last_bookmark(root: Node) -> int:
    """The highest number of a bookmark in the ground that the minutes are put upon; 0 of none."""
    numbers = (int(each.get(w("id")) or 0) for each in root.iter(w("bookmarkStart")))
    return max(numbers, default=0)


class Anchors:
    """Gives each paragraph of a document its bookmark, and keeps what the paragraph prints.

    They are asked in the order of the page, and count on from the bookmark numbered `last`.
    """

    def __init__(self, last: int) -> None:
        self.lines: list[PrintedLine] = []
        self._number = last
        self._times: dict[str, int] = {}  # that a bookmark was made for the same entries

    def around(self, content: Markup, part: Part, of: tuple[str, ...]) -> Markup:
        """The content of a paragraph within its bookmark; `of` as in `PrintedLine`."""
        number, name = self._anchored(words_of(content), part, of)
        return bookmarked(number, name, content)

    def table(self, table: Table) -> None:
        """Takes in the cells of a table, which need no bookmarks."""
        for row in (table.headings, *table.rows):
            self.lines += (PrintedLine("", "cell", (), evened(clean(words))) for words in row)

    def mark(self, elements: Iterable[Node]) -> None:
        """Puts bookmarks in what a template has beside the minutes, which is of no item."""
        for paragraph in tuple(word_paragraphs(elements)):
            if paragraph.in_table or paragraph.element is None:
                self.lines.append(PrintedLine("", "cell", (), evened(paragraph.text)))
                continue
            number, name = self._anchored(paragraph.text, "", ())
            place = len(paragraph.element.findall(w("pPr")))
            paragraph.element.insert(place, node("bookmarkStart", id=number, name=name))
            paragraph.element.append(node("bookmarkEnd", id=number))

    def _anchored(self, text: str, part: Part, of: tuple[str, ...]) -> tuple[int, str]:
        stem = f"{ANCHOR}{hashlib.sha256(of[0].encode()).hexdigest()[:16]}" if of else _BESIDE
        times = self._times[stem] = self._times.get(stem, 0) + 1
        name = f"{stem}_{times}"
        self.lines.append(PrintedLine(name, part, of, evened(text)))
        self._number += 1
        return self._number, name


def embed(
    parts: dict[str, bytes],
    minutes: Minutes,
    meeting: Meeting,
    lines: Iterable[PrintedLine],
    main: str = "word/document.xml",
) -> None:
    """Puts the record into the parts of a package whose body prints `minutes` in those lines.

    `meeting` is the one of which they were composed, for the same audience. The main part is the
    one of that name.
    """
    margins = margin_words(parsed(parts[name]) for name in sorted(parts) if is_margin(name))
    audience, style = minutes.audience.value, minutes.house_style
    record = PrintedRecord(meeting, audience, style, tuple(lines), margins)
    free = next(n for n in count(1) if f"customXml/item{n}.xml" not in parts)
    item, properties = f"customXml/item{free}.xml", f"itemProps{free}.xml"
    parts[item] = write_record(record)
    parts[f"customXml/{properties}"] = _ITEM_PROPERTIES.encode()
    parts[f"customXml/_rels/item{free}.xml.rels"] = _item_relations(properties).encode()
    folder, _, name = main.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    up = "../" * (folder.count("/") + 1) if folder else ""
    kind = f"{_OFFICE}/relationships/customXml"
    _add(parts, relations, f"{{{_PACKAGE}/relationships}}Relationship",
         Id="rIdRecord", Type=kind, Target=f"{up}{item}")  # fmt: skip
    _add(parts, "[Content_Types].xml", f"{{{_PACKAGE}/content-types}}Override",
         PartName=f"/customXml/{properties}", ContentType=_PROPERTIES)  # fmt: skip


def _item_relations(properties: str) -> str:
    return (
        f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/customXmlProps" Target="{properties}"/></Relationships>'
    )


def _add(parts: dict[str, bytes], name: str, tag: str, **attributes: str) -> None:
    root = etree.fromstring(parts[name])
    etree.SubElement(root, tag, attributes)
    parts[name] = written(root)
