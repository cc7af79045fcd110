"""Minutes as plain text: a paragraph a line, for a message, a web form or a reader's own tools."""

from collections.abc import Iterator
from dataclasses import replace

from clerkapp.export.links import file_part, is_web_address
from clerkapp.wording.minutes import DocumentLine, Minutes, Passage, Section, Table


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
    if minutes.sections:
        yield from ("", minutes.headings.minutes.upper())
    for section in minutes.sections:
        yield from _section(section, minutes.headings.documents)
    if minutes.actions:
        yield from _table(minutes.actions)
    signed, dated = minutes.signature
    if signed:
        yield from ("", f"{signed}{'_' * 30}  {dated}{'_' * 14}")


def _section(section: Section, documents: str) -> Iterator[str]:
    if section.number or section.title:
        number = f"{section.number}. " if section.number else ""
        yield from ("", f"{number}{section.title}")
    if section.presenter:
        yield section.presenter
    for passage in section.passages:
        yield ""
        yield from _passage(passage)
    if section.documents:
        yield from ("", f"{documents}:")
        yield from map(_document, section.documents)


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


def _table(table: Table) -> Iterator[str]:
    yield from ("", table.title.upper(), "")
    yield from _rows(table)


def _rows(table: Table) -> Iterator[str]:
    yield " | ".join(table.headings)
    yield from (" | ".join(row) for row in table.rows)
