"""Writes the notation: the text from which `read_notation` makes the same meeting again."""

from collections.abc import Iterable, Iterator

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import AgendaItem, Meeting, SupportingDocument
from clerkapp.meeting.numbering import item_numbers
from clerkapp.notation.entry_lines import indented, write_entry
from clerkapp.notation.escapes import escape, keep_start
from clerkapp.notation.exempt_marks import with_exempt
from clerkapp.notation.facts import Lists, lists_of
from clerkapp.notation.header import write_header
from clerkapp.notation.reading import IN_DOCUMENTS


def write_notation(meeting: Meeting) -> str:
    """`meeting` as text, without its identifiers; ends with a line end."""
    lists = lists_of(meeting)
    lines = list(write_header(meeting))
    for item, number in zip(meeting.items, item_numbers(meeting), strict=True):
        lines += ["", *_item_lines(item, number)]
        for entry in item.entries:
            lines += write_entry(entry, lists)
    return "\n".join(lines) + "\n"


def write_entries(entries: Iterable[Entry], lists: Lists) -> str:
    """`entries` as the lines of one item, from which `read_entries` makes them again."""
    return "".join(f"{line}\n" for entry in entries for line in write_entry(entry, lists))


def _item_lines(item: AgendaItem, number: str) -> Iterator[str]:
    title = " ".join(part for part in (f"{number}." if number else "", item.title) if part)
    yield f"# {with_exempt(title, item.exempt)}".rstrip()
    if item.presenter:
        yield f"By: {keep_start(item.presenter)}"
    if item.documents:
        papers = "; ".join(_document_words(document) for document in item.documents)
        yield f"Papers: {keep_start(papers)}"
    if item.business:
        yield f"Business: {item.business}"
    yield from _lines_of_key("Recommendation", item.recommendation)
    yield from _lines_of_key("Summary", item.summary)


def _lines_of_key(key: str, text: str) -> Iterator[str]:
    if text:
        first, *more = text.split("\n")
        yield f"{key}: {keep_start(first)}"
        yield from indented(more)


def _document_words(document: SupportingDocument) -> str:
    title = escape(document.title, IN_DOCUMENTS)
    return f"{title} <{escape(document.target, IN_DOCUMENTS)}>" if document.target else title
