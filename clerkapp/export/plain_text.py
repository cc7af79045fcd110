"""Minutes as plain text: a paragraph a line, for a message, a web form or a reader's own tools."""

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

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
    item_parts,
    parts,
)
from clerkapp.meeting.links import file_part, is_web_address
from clerkapp.wording.minutes import DocumentLine, Minutes, Passage, Table

_WIDTH = 72  # characters: what is centred or stands at the right is set within these


def plain_text(minutes: Minutes) -> str:
    """`minutes` as text with a line feed after each line."""
    return "\n".join(_lines(parts(minutes), is_close=minutes.is_close)) + "\n"


def item_text(minutes: Minutes, item_id: str) -> str:
    """One item of `minutes` as text; "" where they have it not."""
    lines = _lines(item_parts(minutes, item_id), is_close=minutes.is_close)
    return "\n".join(lines).strip("\n")


def passages_text(minutes: Minutes, item_id: str) -> str:
    """The paragraphs of the entries alone of one item, without their numbers: a part of it."""
    sections = (section for section in minutes.sections if section.item_id == item_id)
    passages = (
        replace(each, number="")
        for section in sections
        for each in section.passages
        if each.entry_ids
    )
    return "\n".join(line for passage in passages for line in _passage(passage))


def _lines(run: Iterable[Part], *, is_close: bool) -> Iterator[str]:
    """The lines of those parts; nothing stands between a subheading and what it is over."""
    before: Part | None = None
    for part in run:
        is_paragraph = isinstance(part, Subheading | Words | Points)
        is_tight = is_paragraph and not is_close and isinstance(before, Subheading)
        lines = _part(part, () if is_close else ("",))
        yield from islice(lines, 1 if is_tight else 0, None)
        before = part


def _part(part: Part, gap: tuple[str, ...]) -> Iterator[str]:
    match part:
        case Opening(council, title, held):
            yield from (line for line in (council, title, held) if line)
        case Notice(label, text):
            yield from ("", f"{label} {text}" if label else text)
        case Details(lines):
            yield from ("", *(f"{label}: {words}" for label, words in lines))
        case PresentLists(_, lists):
            yield from (line for each in lists for line in ("", each.title.upper(), *each.people))
        case Tabled(table):
            yield from ("", table.title.upper(), "", *_rows(table))
            yield from ("", table.note) if table.note else ()
        case Proceedings(title):
            yield from ("", title.upper())
        case Closing(text):
            yield from ("", text)
        case Signature(signed, dated):
            yield from ("", f"{signed}{'_' * 30}  {dated}{'_' * 14}")
        case Contents():
            pass  # a text has no links for a list of items to lead by
        case _:
            yield from _item_part(part, gap)


def _item_part(part: ItemPart, gap: tuple[str, ...]) -> Iterator[str]:
    match part:
        case Division(title):
            yield from ("", title)
        case Item():
            yield from ("", part.words)
        case Presented(text):
            yield text
        case Subheading(title, _):
            yield from (*gap, title)
        case Words(passage):
            yield from (*gap, *_passage(passage))
        case Points(passages):
            yield from (line for each in passages for line in (*gap, *_passage(each)))
        case Framed(held):
            yield from _lines(held, is_close=not gap)
        case Documents(title, lines, _):
            yield from ("", f"{title}:", *map(_document, lines))


def _passage(passage: Passage) -> Iterator[str]:
    mark = f"{passage.number} " if passage.number else "• " if passage.bulleted else ""
    mark = f"({chr(96 + passage.letter)}) " if passage.letter else mark
    text = f"{passage.text:^{_WIDTH}}".rstrip() if passage.is_centred else passage.text
    if mark or text:
        yield f"{mark}{text}"
    for limb in passage.limbs:
        yield f"{'  ' * (limb.level + 1)}{limb.label} {limb.text}"
    if passage.table:
        yield from _rows(passage.table)
    if passage.at_right:
        yield from (f"{words:>{_WIDTH}}" for words in passage.at_right.split("\n"))


def _document(line: DocumentLine) -> str:
    if is_web_address(line.target):
        return f"• {line.title} <{line.target}>"
    return f"• {line.title} ({file_part(line.target)})" if line.target else f"• {line.title}"


def _rows(table: Table) -> Iterator[str]:
    yield " | ".join(table.headings)
    yield from (" | ".join(cell.replace("\n", "; ") for cell in row) for row in table.rows)
