"""The way back from Word: a hidden bookmark at each paragraph, and the meeting in a part of it.

What a bookmark anchors is written beside the meeting, so that the file can be held against the
record by any later release, in whatever style it was printed.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree

from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.printed_record import (
    NAMESPACE,
    Part,
    PrintedLine,
    PrintedRecord,
    write_record,
)
from clerkapp.notation.word_paragraphs import Node, W, WordParagraph, evened, word_paragraphs
from clerkapp.wording.minutes import Minutes

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ITEM_PROPERTIES = (
    f'{_DECLARATION}<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" '
    'ds:itemID="{6C1F3B52-8D0E-4E57-9B7A-2F5D4C0A91E3}"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)

_AHEAD = 40  # paragraphs that the document may lack of what was composed


def embed(
    parts: dict[str, bytes],
    minutes: Minutes,
    meeting: Meeting | None,
    main: str = "word/document.xml",
) -> None:
    """Puts the way back into the parts of a package whose body prints `minutes`.

    `meeting` is the one of which they were composed, for the same audience; with None nothing is
    done. The main part is the one of that name.
    """
    if meeting is None:
        return
    root = etree.fromstring(parts[main])
    lines = tuple(_anchored(root, minutes))
    parts[main] = _written(root)
    record = PrintedRecord(meeting, minutes.audience.value, minutes.house_style, lines)
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
    parts[name] = _written(root)


def _written(root: Node) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _anchored(root: Node, minutes: Minutes) -> Iterator[PrintedLine]:
    """Puts a bookmark around each paragraph that is not in a table; what each of them prints."""
    taken = [int(e.get(f"{W}id") or 0) for e in root.iter(f"{W}bookmarkStart")]
    numbers = count(max(taken, default=0) + 1)
    times: dict[str, int] = {}
    for paragraph, part, of in tuple(_told(root, minutes)):
        if paragraph.in_table:
            yield PrintedLine("", "cell", (), evened(paragraph.text))
            continue
        stem = f"_m{hashlib.sha256(of[0].encode()).hexdigest()[:16]}" if of else "_mBeside"
        times[stem] = times.get(stem, 0) + 1
        name = f"{stem}_{times[stem]}"
        _mark(paragraph.element, name, next(numbers))
        yield PrintedLine(name, part, of, evened(paragraph.text))


def _mark(element: Node | None, name: str, number: int) -> None:
    if element is None:
        return
    place = 1 if len(element) and element[0].tag == f"{W}pPr" else 0
    start = element.makeelement(f"{W}bookmarkStart", {f"{W}id": str(number), f"{W}name": name})
    element.insert(place, start)
    element.append(element.makeelement(f"{W}bookmarkEnd", {f"{W}id": str(number)}))


@dataclass(frozen=True, slots=True)
class _Expected:
    """A paragraph that the minutes have, and the item that it stands in."""

    part: Part
    of: tuple[str, ...]
    item: str
    text: str


def _expected(minutes: Minutes) -> Iterator[_Expected]:
    for section in minutes.sections:
        item = section.item_id
        if section.number or section.title:
            yield _Expected("title", (item,), item, evened(section.title))
        if section.presenter:
            yield _Expected("item", (item,), item, evened(section.presenter))
        for passage in section.passages:
            of, part = passage.entry_ids or (item,), "words" if passage.entry_ids else "item"
            yield _Expected(part, of, item, evened(passage.text))
            for limb in passage.limbs:
                yield _Expected("limb", of, item, evened(limb.text))
        for words in (minutes.headings.documents, *(each.title for each in section.documents)):
            if section.documents:
                yield _Expected("item", (item,), item, evened(words))


def _told(root: Node, minutes: Minutes) -> Iterator[tuple[WordParagraph, Part, tuple[str, ...]]]:
    """Each paragraph of the body with what it prints and whose it is.

    What no section expects (an owner below an action point, perhaps) belongs to the item that it
    stands in; before the first item and after the last it is the document's.
    """
    expected = list(_expected(minutes))
    place, item = 0, ""
    body = root.find(f"{W}body")
    for paragraph in word_paragraphs(root if body is None else body):
        at = None if paragraph.in_table else _place_of(paragraph, expected, place)
        if at is not None:
            place, item = at + 1, expected[at].item
            yield paragraph, expected[at].part, expected[at].of
        elif item and place < len(expected):
            yield paragraph, "item", (item,)
        else:
            yield paragraph, "", ()


def _place_of(paragraph: WordParagraph, expected: list[_Expected], place: int) -> int | None:
    """Where among what is expected from `place` on the paragraph is; None where it is not there."""
    text = evened(paragraph.text)
    is_title = any(name.startswith("_Toc") for name, _ in paragraph.bookmarks)
    ahead = expected[place : place + _AHEAD] if place else expected[:1]
    for n, each in enumerate(ahead):
        if text == each.text and is_title == (each.part == "title"):
            return place + n
    begins = bool(ahead and ahead[0].text) and text.startswith(f"{ahead[0].text} ")
    return place if begins and not is_title and ahead[0].part != "title" else None
