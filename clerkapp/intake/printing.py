"""What a record prints, as it can be held against what Word has of it."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from clerkapp.errors import HouseStyleError
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.meeting.votes import Motion
from clerkapp.notation.printed_record import PrintedRecord
from clerkapp.notation.word_paragraphs import evened
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style
from clerkapp.wording.minutes import Audience, Minutes, Passage, Section, Table

Passages: TypeAlias = Mapping[tuple[str, ...], tuple[str, ...]]
"""By the entries that they print, the paragraphs and their limbs."""


class Piece(Struct, frozen=True):
    """A line or a cell beside the paragraphs of entries, and whose facts it can print.

    Those of the heading have the id "", the others that of their person, item or entry.
    """

    text: str
    of: tuple[str, ...]


class Printed(Struct, frozen=True):
    """Everything that is printed of a meeting, evened."""

    passages: Passages
    beside: tuple[Piece, ...]  # everything else, in an order of its own


class Printer(Struct, frozen=True):
    """Prints a meeting as a document was printed, in the style and for the readers of it."""

    style: HouseStyle
    audience: Audience

    def printed(self, meeting: Meeting) -> Printed:
        """What it prints of `meeting`."""
        minutes = compose(meeting, self.style, self.audience)
        passages: dict[tuple[str, ...], tuple[str, ...]] = {}
        for section in minutes.sections:
            for passage in section.passages:
                of = passage.entry_ids
                passages[of] = (*passages.get(of, ()), *map(evened, _paragraphs(passage)))
        return Printed(passages, tuple(_beside(minutes, meeting)))


def printer_of(record: PrintedRecord, own: Path | None) -> Printer | None:
    """What prints as that record was printed; None where its style is not here.

    `own` is the folder of a person's own styles.
    """
    try:
        return Printer(house_style(record.house_style, own), Audience(record.audience))
    except HouseStyleError:
        return None


def _paragraphs(passage: Passage) -> Iterator[str]:
    at_right = passage.at_right.replace("\n", ", ")
    yield f"{passage.text} {at_right}" if at_right else passage.text
    for limb in passage.limbs:
        yield limb.text


def _beside(minutes: Minutes, meeting: Meeting) -> Iterator[Piece]:
    heading = ("",)
    people = ("", *(line.person.id for line in meeting.attendance))
    for words in (minutes.council, minutes.title, minutes.held, *minutes.closing):
        yield Piece(evened(words), heading)
    for label, words in minutes.details:  # in some houses who was there too
        yield Piece(evened(f"{label} {words}"), people)
    for listed in minutes.people:
        names = "\n".join(listed.people)
        yield Piece(evened(f"{listed.title} {names}"), people)
    yield from _cells(minutes.attendance, people)
    moved = _motions(meeting)
    for section in minutes.sections:
        yield from _of_section(section, moved.get(section.item_id, ()))
    actions = (e.id for _, e in entries_of(meeting) if e.kind is EntryKind.ACTION_POINT)
    yield from _cells(minutes.actions, tuple(actions))


def _motions(meeting: Meeting) -> Mapping[str, tuple[str, ...]]:
    """By item, the entries that were moved in it."""
    moved: dict[str, tuple[str, ...]] = {}
    for item, entry in entries_of(meeting):
        if facts_of(entry, Motion):
            moved[item.id] = (*moved.get(item.id, ()), entry.id)
    return moved


def _of_section(section: Section, moved: tuple[str, ...]) -> Iterator[Piece]:
    """Beside the paragraphs of its entries: the label of one, and who moved what is told below."""
    item = (section.item_id,)
    yield Piece(evened(section.presenter), item)
    for passage, below in zip_longest(section.passages, section.passages[1:]):
        if not passage.entry_ids:
            labelled = below.entry_ids if passage.is_label and below else ()
            yield Piece(evened(passage.text), (*item, "", *labelled, *moved))
        yield from _cells(passage.table, passage.entry_ids)


def _cells(table: Table | None, of: tuple[str, ...]) -> Iterator[Piece]:
    for row in (table.headings, *table.rows) if table else ():
        for cell in row:
            yield Piece(evened(cell), of)
