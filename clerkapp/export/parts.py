"""The minutes as a run of parts in the order of the page: the one walk that every form takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import DocumentLine, Minutes, Passage, PeopleList, Section, Table


@dataclass(frozen=True, slots=True)
class Opening:
    """The top of the document: whose minutes they are, of what, and when it was held."""

    council: str
    title: str
    held: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What must be known before reading on: that it is a draft, that it is confidential."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Details:
    """Venue, started, finished: a label and its words, a line each."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the items, under its own title."""

    title: str
    items: tuple["Item", ...]


@dataclass(frozen=True, slots=True)
class PresentLists:
    """Who was there, as lists, under a heading of their own."""

    title: str
    lists: tuple[PeopleList, ...]


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table that is a part of the document, with its title."""

    table: Table


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The heading above the items."""

    title: str


@dataclass(frozen=True, slots=True)
class Item:
    """The heading of an item, with a name that a link can lead to: `item-1`, in their order."""

    place: str
    number: str
    title: str

    @property
    def words(self) -> str:
        """The heading as it is printed: "6. Digital update"."""
        return f"{self.number}. {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class Presented:
    """Who presented the item."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph, with its number, limbs and table if it has them."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Bullets:
    """Paragraphs that follow each other as the bullets of one list."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Documents:
    """The supporting documents of an item."""

    title: str
    lines: tuple[DocumentLine, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The line to sign and to date on."""

    signed: str
    dated: str


ItemPart: TypeAlias = Item | Presented | Words | Bullets | Documents
Part: TypeAlias = (
    Opening
    | Notice
    | Details
    | Contents
    | PresentLists
    | Tabled
    | Proceedings
    | ItemPart
    | Signature
)


def parts(minutes: Minutes) -> Iterator[Part]:
    """Everything that is printed of `minutes`, in order; what is empty is left out."""
    yield from _top(minutes)
    headings = tuple(_headings(minutes))
    if headed := tuple(heading for heading in headings if heading.words):
        yield Contents(minutes.headings.items, headed)
    if minutes.people:
        yield PresentLists(minutes.headings.attendance, minutes.people)
    if minutes.attendance:
        yield Tabled(minutes.attendance)
    if minutes.sections:
        yield Proceedings(minutes.headings.minutes)
    for heading, section in zip(headings, minutes.sections, strict=True):
        yield from _item(heading, section, minutes.headings.documents)
    if minutes.actions:
        yield Tabled(minutes.actions)
    signed, dated = minutes.signature
    if signed:
        yield Signature(signed, dated)


def _top(minutes: Minutes) -> Iterator[Part]:
    yield Opening(minutes.council, minutes.title, minutes.held)
    if minutes.is_draft:
        yield Notice(minutes.draft_label, minutes.draft_notice)
    if minutes.confidential_notice:
        yield Notice("", minutes.confidential_notice)
    if minutes.details:
        yield Details(minutes.details)


def item_parts(minutes: Minutes, item_id: str) -> Iterator[ItemPart]:
    """The parts of one item of `minutes`; none where they have it not."""
    for heading, section in zip(_headings(minutes), minutes.sections, strict=True):
        if section.item_id == item_id:
            yield from _item(heading, section, minutes.headings.documents)


def _headings(minutes: Minutes) -> Iterator[Item]:
    for count, section in enumerate(minutes.sections, 1):
        yield Item(f"item-{count}", section.number, section.title)


def _item(heading: Item, section: Section, documents: str) -> Iterator[ItemPart]:
    if heading.words:
        yield heading
    if section.presenter:
        yield Presented(section.presenter)
    for bulleted, passages in groupby(section.passages, _is_bullet):
        if bulleted:
            yield Bullets(tuple(passages))
        else:
            yield from map(Words, passages)
    if section.documents:
        yield Documents(documents, section.documents)


def _is_bullet(passage: Passage) -> bool:
    """A paragraph with a number of its own is numbered, whatever else it might be."""
    return passage.bulleted and not passage.number


@dataclass(frozen=True, slots=True)
class Branch:
    """A limb with the limbs within it."""

    limb: Limb
    within: tuple["Branch", ...] = ()


def branches(limbs: tuple[Limb, ...], level: int = 0) -> tuple[Branch, ...]:
    """The limbs of a decision as a tree: those of a deeper level belong to the one above them.

    A limb of a deeper level that has none above it stands at this level.
    """
    made: list[Branch] = []
    at = 0
    while at < len(limbs):
        end = at + 1
        while end < len(limbs) and limbs[end].level > level:
            end += 1
        made.append(Branch(limbs[at], branches(limbs[at + 1 : end], level + 1)))
        at = end
    return tuple(made)
