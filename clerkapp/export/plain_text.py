"""Minutes as plain text: a paragraph a line, for a message, a web form or a reader's own tools."""

from collections.abc import Iterator
from dataclasses import replace

from clerkapp.export.links import file_part, is_web_address
from clerkapp.export.parts import (
    Bullets,
    Contents,
    Details,
    Documents,
    Item,
    ItemPart,
    Notice,
    Opening,
    Part,
    Presented,
    PresentLists,
    Proceedings,
    Signature,
    Tabled,
    Words,
    item_parts,
    parts,
)
from clerkapp.wording.minutes import DocumentLine, Minutes, Passage, Table


def plain_text(minutes: Minutes) -> str:
    """`minutes` as text with a line feed after each line."""
    return "\n".join(line for part in parts(minutes) for line in _part(part)) + "\n"


def item_text(minutes: Minutes, item_id: str) -> str:
    """One item of `minutes` as text; "" where they have it not."""
    lines = (line for part in item_parts(minutes, item_id) for line in _item_part(part))
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


def _part(part: Part) -> Iterator[str]:
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
        case Proceedings(title):
            yield from ("", title.upper())
        case Signature(signed, dated):
            yield from ("", f"{signed}{'_' * 30}  {dated}{'_' * 14}")
        case Contents():
            pass  # a text has no links for a list of items to lead by
        case _:
            yield from _item_part(part)


def _item_part(part: ItemPart) -> Iterator[str]:
    match part:
        case Item():
            yield from ("", part.words)
        case Presented(text):
            yield text
        case Words(passage):
            yield from ("", *_passage(passage))
        case Bullets(passages):
            for passage in passages:
                yield from ("", *_passage(passage))
        case Documents(title, lines):
            yield from ("", f"{title}:", *map(_document, lines))


def _passage(passage: Passage) -> Iterator[str]:
    mark = f"{passage.number} " if passage.number else "• " if passage.bulleted else ""
    yield f"{mark}{passage.text}"
    for limb in passage.limbs:
        yield f"{'  ' * (limb.level + 1)}{limb.label} {limb.text}"
    if passage.table:
        yield from _rows(passage.table)


def _document(line: DocumentLine) -> str:
    if is_web_address(line.target):
        return f"• {line.title} <{line.target}>"
    return f"• {line.title} ({file_part(line.target)})" if line.target else f"• {line.title}"


def _rows(table: Table) -> Iterator[str]:
    yield " | ".join(table.headings)
    yield from (" | ".join(row) for row in table.rows)
