"""Minutes as plain text: a paragraph a line, for a message, a web form or a reader's own tools."""

from collections.abc import Iterator
from dataclasses import replace

from clerkapp.export.links import file_part, is_web_address
from clerkapp.wording.minutes import DocumentLine, Minutes, Passage, Section, Table

_WIDTH = 72  # characters: what is centred or stands at the right is set within these


def plain_text(minutes: Minutes) -> str:
    """`minutes` as text with a line feed after each line."""
    return "\n".join(_lines(minutes)) + "\n"


def item_text(minutes: Minutes, item_id: str) -> str:
    """One item of `minutes` as text; "" where they have it not."""
    section = next((each for each in minutes.sections if each.item_id == item_id), None)
    lines = _section(section, minutes.headings.documents) if section else ()
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


def _lines(minutes: Minutes) -> Iterator[str]:
    yield from _front(minutes)
    if minutes.actions and minutes.actions_first:
        yield from _table(minutes.actions)
    if minutes.sections:
        yield from ("", minutes.headings.minutes.upper())
    for section in minutes.sections:
        yield from _section(section, minutes.headings.documents, is_close=minutes.is_close)
    for sentence in minutes.closing:
        yield from ("", sentence)
    if minutes.actions and not minutes.actions_first:
        yield from _table(minutes.actions)
    signed, dated = minutes.signature
    if signed:
        yield from ("", f"{signed}{'_' * 30}  {dated}{'_' * 14}")


def _front(minutes: Minutes) -> Iterator[str]:
    """From the council's name to the last of those who were there."""
    yield from (line for line in (minutes.council, minutes.title, minutes.held) if line)
    if minutes.is_draft:
        yield from ("", f"{minutes.draft_label} {minutes.draft_notice}")
    if minutes.confidential_notice:
        yield from ("", minutes.confidential_notice)
    if minutes.details:
        yield ""
        yield from (f"{label}: {words}" for label, words in minutes.details)
    for listed in minutes.people:
        yield from ("", listed.title.upper(), *listed.people)
    if minutes.attendance:
        yield from _table(minutes.attendance)


def _section(section: Section, documents: str, *, is_close: bool = False) -> Iterator[str]:
    if section.part:
        yield from ("", section.part)
    if section.number or section.title:
        number = f"{section.number}{section.number_end} " if section.number else ""
        yield from ("", f"{number}{section.title}")
    if section.presenter:
        yield section.presenter
    headed = False
    for passage in section.passages:
        if not (is_close or headed):
            yield ""
        headed = passage.is_heading
        yield from _passage(passage)
    if section.documents:
        yield from ("", f"{documents}:")
        yield from map(_document, section.documents)


def _passage(passage: Passage) -> Iterator[str]:
    mark = f"{passage.number} " if passage.number else "• " if passage.bulleted else ""
    mark = f"({chr(96 + passage.letter)}) " if passage.letter else mark
    text = f"{passage.text:^{_WIDTH}}".rstrip() if passage.is_centred else passage.text
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


def _table(table: Table) -> Iterator[str]:
    yield from ("", table.title.upper(), "")
    yield from _rows(table)


def _rows(table: Table) -> Iterator[str]:
    yield " | ".join(table.headings)
    yield from (" | ".join(cell.replace("\n", "; ") for cell in row) for row in table.rows)
