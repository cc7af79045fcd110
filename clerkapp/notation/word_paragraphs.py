"""The paragraphs of a Word document as words, with the bookmarks in them; over lxml alone.

What was exported and what comes back are read by the same walk, so that only what a person did
is a difference. Tracked changes are read as accepted. The list of items is left out: Word makes
it from the headings.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml import etree
from msgspec import Struct, field

Node: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}txbxContent", f"{W}sdtPr", FALLBACK)
)
_HOLDERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
ANCHOR = "_m"
"""How the name of a bookmark of ours begins, which says whose words a paragraph prints."""
_UNSEEN = ("\u00ad", "\u200b", "\u2060", "\ufeff")  # soft hyphens, and what joins or parts words


class WordParagraph(Struct):
    """One paragraph: its words, and where in them each bookmark begins."""

    text: str = ""
    bookmarks: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    style: str = ""
    in_table: bool = False  # in one of words alone: a table of items has bookmarks of ours
    element: Node | None = None  # the last of those that it was joined of


def evened(text: str) -> str:
    """`text` with plain spaces and hyphens, as two wordings are compared.

    A house prints “5 March” with a space that does not break, and Word leaves spaces at ends.
    """
    if not text.isascii():
        text = text.replace("\u2011", "-")
        for each in _UNSEEN:  # one by one takes a tenth of str.translate
            text = text.replace(each, "")
    if "\n" in text:
        return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    return " ".join(text.split())


def word_paragraphs(body: Iterable[Node]) -> Iterator[WordParagraph]:
    """The paragraphs of the body or of a run of its elements, those in tables too, in order.

    One whose end was deleted as a tracked change is read as one with the next.
    """
    begun: WordParagraph | None = None
    for element, in_table in _paragraphs(body, in_table=False):
        paragraph = begun or WordParagraph(in_table=in_table)
        paragraph.element = element
        style = element.find(f"{W}pPr/{W}pStyle")
        paragraph.style = paragraph.style or (_val(style) if style is not None else "")
        parts: list[str] = [paragraph.text]
        is_link = _read(element, parts, paragraph.bookmarks)
        paragraph.text = "".join(parts)
        ends_deleted = element.find(f"{W}pPr/{W}rPr/{W}del") is not None
        begun = paragraph if ends_deleted else None
        if not (ends_deleted or is_link):
            yield paragraph
    if begun:
        yield begun


def _val(element: Node) -> str:
    return element.get(f"{W}val") or ""


def _paragraphs(holder: Iterable[Node], *, in_table: bool) -> Iterator[tuple[Node, bool]]:
    for child in holder:
        if child.tag == f"{W}p":
            yield child, in_table
        elif child.tag == f"{W}tbl":
            names = (each.get(f"{W}name") or "" for each in child.iter(f"{W}bookmarkStart"))
            of_words = not any(name.startswith(ANCHOR) for name in names)
            for cell in child.iter(f"{W}tc"):
                yield from _paragraphs(cell, in_table=of_words)
        elif child.tag in _HOLDERS:
            yield from _paragraphs(child, in_table=in_table)


def _read(element: Node, parts: list[str], bookmarks: list[tuple[str, int]]) -> bool:
    """Adds the words of `element`; whether they are a line of the list of items."""
    is_link = False
    for child in element:
        match child.tag:
            case "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t":
                parts.append(child.text or "")
            case "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tab":
                parts.append("\t")
            case (
                "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}br"
                | "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}cr"
            ):
                parts.append("\n")
            case "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}noBreakHyphen":
                parts.append("-")
            case "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}bookmarkStart":
                bookmarks.append((child.get(f"{W}name") or "", sum(map(len, parts))))
            case "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instrText":
                pass
            case tag if tag in _LEFT_OUT:
                pass
            case _:
                anchor = child.get(f"{W}anchor") or ""
                is_link = is_link or anchor.startswith("_Toc")
                is_link = _read(child, parts, bookmarks) or is_link
    return is_link
