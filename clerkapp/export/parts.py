"""The minutes as a run of parts in the order of the page: the one walk that every form takes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import TypeAlias

from msgspec import Struct

from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import (
    DocumentLine,
    ItemTable,
    Minutes,
    Passage,
    PeopleList,
    Role,
    Section,
    Table,
)

SHORT_LIST = 6
"""The most rows of a table, or lines of a list, that stand whole on one page."""


class Opening(Struct, frozen=True):
    """The top of the document: whose minutes they are, of what, and when it was held."""

    council: str
    title: str
    held: str


class Notice(Struct, frozen=True):
    """What must be known before reading on: that it is a draft, that it is confidential."""

    label: str
    text: str


class Details(Struct, frozen=True):
    """Venue, started, finished: a label and its words, a line each."""

    lines: tuple[tuple[str, str], ...]


class Contents(Struct, frozen=True):
    """The list of the items, under its own title."""

    title: str
    items: tuple["Item", ...]


class PresentLists(Struct, frozen=True):
    """Who was there, as lists, under a heading of their own."""

    title: str
    lists: tuple[PeopleList, ...]


class Tabled(Struct, frozen=True):
    """A table that is a part of the document, with its title."""

    table: Table


class Proceedings(Struct, frozen=True):
    """The heading above the items."""

    title: str


class Division(Struct, frozen=True):
    """The heading of a part of the agenda, above its first item: "Part two"."""

    title: str


class Item(Struct, frozen=True):
    """The heading of an item, with a name that a link can lead to: `item-1`, in their order."""

    place: str
    number: str  # with what the house prints after it: "6."
    title: str
    level: int = 2  # 1 where no heading stands above the items; one more for a part (a) of an item

    @property
    def words(self) -> str:
        """The heading as it is printed: "6. Digital update"."""
        return f"{self.number} {self.title}" if self.number else self.title


class Presented(Struct, frozen=True):
    """Who presented the item."""

    text: str


class Subheading(Struct, frozen=True):
    """A heading within an item: "Decision"."""

    title: str
    level: int = 3  # below an item's own heading, which is of level 2; or in its place


class Words(Struct, frozen=True):
    """One paragraph, with its number, limbs and table if it has them."""

    passage: Passage
    leads: bool = False  # no page ends with it


class Points(Struct, frozen=True):
    """Paragraphs that follow each other as the points of one list: bulleted, or (a), (b), (c)."""

    passages: tuple[Passage, ...]


class Documents(Struct, frozen=True):
    """The supporting documents of an item."""

    title: str
    lines: tuple[DocumentLine, ...]
    level: int = 3  # of the title, as of a subheading


class Framed(Struct, frozen=True):
    """Parts of an item with a frame around them all."""

    parts: tuple["ItemPart", ...]


class ItemRow(Struct, frozen=True):
    """An item as a row of a table: its heading, what is told of it, and who is to do what."""

    item: Item
    cells: tuple[tuple["ItemPart", ...], ...]  # the columns after that of the heading


class TabledItems(Struct, frozen=True):
    """Items that follow each other as the rows of one table."""

    title: str
    summary: str  # what the table tells, for a screen reader
    headings: tuple[str, ...]
    rows: tuple[ItemRow, ...]


class Closing(Struct, frozen=True):
    """A sentence after the last item: when the meeting ended, when the next one is."""

    text: str


class Signature(Struct, frozen=True):
    """The line to sign and to date on."""

    signed: str
    dated: str


ItemPart: TypeAlias = Division | Item | Presented | Subheading | Words | Points | Documents | Framed
Part: TypeAlias = (
    Opening
    | Notice
    | Details
    | Contents
    | PresentLists
    | Tabled
    | Proceedings
    | ItemPart
    | Closing
    | Signature
)


def parts(minutes: Minutes) -> Iterator[Part]:
    """Everything that is printed of `minutes`, in order; what is empty is left out."""
    yield from _above_items(minutes)
    for heading, section in zip(_headings(minutes), minutes.sections, strict=True):
        yield from _item(heading, section, minutes.headings.documents)
    yield from _below_items(minutes)


def parts_in_columns(minutes: Minutes) -> Iterator[Part | TabledItems]:
    """The same, with the items in tables where the house has them so."""
    if minutes.item_table is None:
        yield from parts(minutes)
        return
    yield from _above_items(minutes)
    yield from _tabled(minutes, minutes.item_table)
    yield from _below_items(minutes)


def _above_items(minutes: Minutes) -> Iterator[Part]:
    yield from _top(minutes)
    if minutes.actions and minutes.actions_first:
        yield Tabled(minutes.actions)
    has_part = bool(minutes.sections and minutes.sections[0].part)  # a heading of its own
    if minutes.sections and minutes.headings.minutes and not has_part:
        yield Proceedings(minutes.headings.minutes)


def _below_items(minutes: Minutes) -> Iterator[Part]:
    yield from map(Closing, minutes.closing)
    if minutes.actions and not minutes.actions_first:
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
    level = item_level(minutes)
    if headed := tuple(each for each in _headings(minutes) if each.words and each.level == level):
        yield Contents(minutes.headings.items, headed)
    if minutes.people:
        yield PresentLists(minutes.headings.attendance, minutes.people)
    if minutes.attendance:
        yield Tabled(minutes.attendance)


def _tabled(minutes: Minutes, table: ItemTable) -> Iterator[ItemPart | TabledItems]:
    """The items in tables: the heading of a part, or what stands under no heading, parts them."""
    rows: list[ItemRow] = []
    for heading, section in zip(_headings(minutes), minutes.sections, strict=True):
        below = tuple(_below(heading, section, minutes.headings.documents))
        if rows and (section.part or not heading.words):
            yield _table_of(minutes, table, rows)
            rows = []
        if section.part:
            yield Division(section.part)
        if heading.words:
            rows.append(ItemRow(heading, _cells(below, table)))
        else:
            yield from below
    if rows:
        yield _table_of(minutes, table, rows)


def _cells(below: tuple[ItemPart, ...], table: ItemTable) -> tuple[tuple[ItemPart, ...], ...]:
    """What stands beside the heading: the text, and the actions where they have a column."""
    if not table.action:
        return (below,)
    actions = tuple(filter(_is_action, below))
    return tuple(part for part in below if part not in actions), actions


def _is_action(part: ItemPart) -> bool:
    """Whether it is an action point by itself."""
    return isinstance(part, Words) and part.passage.role is Role.ACTION


def _table_of(minutes: Minutes, table: ItemTable, rows: list[ItemRow]) -> TabledItems:
    title = minutes.headings.minutes or minutes.title
    return TabledItems(title, table.summary, table.headings, tuple(rows))


def item_parts(minutes: Minutes, item_id: str) -> Iterator[ItemPart]:
    """The parts of one item of `minutes`; none where they have it not."""
    for heading, section in zip(_headings(minutes), minutes.sections, strict=True):
        if section.item_id == item_id:
            yield from _item(heading, section, minutes.headings.documents)


def item_level(minutes: Minutes) -> int:
    """The level of the headings of items: 1 where no heading stands above them, else 2.

    Without it an item would be heard as a part of who was there, whose heading is of level 1.
    """
    is_above = minutes.headings.minutes or any(section.part for section in minutes.sections)
    return 2 if is_above else 1


def _headings(minutes: Minutes) -> Iterator[Item]:
    level = item_level(minutes)
    for count, section in enumerate(minutes.sections, 1):
        number = f"{section.number}{section.number_end}" if section.number else ""
        yield Item(f"item-{count}", number, section.title, level + bool(section.letter))


def _item(heading: Item, section: Section, documents: str) -> Iterator[ItemPart]:
    if section.part:
        yield Division(section.part)
    if heading.words:
        yield heading
    yield from _below(heading, section, documents)


def _below(heading: Item, section: Section, documents: str) -> Iterator[ItemPart]:
    """What stands below the heading of an item."""
    level = heading.level + bool(heading.words)  # no level is skipped: a screen reader counts them
    if section.presenter:
        yield Presented(section.presenter)
    for frame, told in groupby(with_leads(section.passages), lambda each: each[0].frame):
        held = tuple(_passages(told, level))
        yield from (Framed(held),) if frame else held
    if section.documents:
        yield Documents(documents, section.documents, level)


_WITH_NEXT = {
    Role.MOTION: frozenset({Role.MOTION, Role.VOTE, Role.DECISION}),
    Role.VOTE: frozenset({Role.DECISION}),
}
"""What leads on to what: who moved it to its amendment, where no debate stands between, and to what
was decided."""
_BELONGING = frozenset({Role.VOTE, Role.ACTION})
"""What stays with whatever it is of, but not one with the next: a page would end half empty."""


def with_leads(passages: Sequence[Passage]) -> Iterator[tuple[Passage, bool]]:
    """Each passage, and whether it leads on to the next, so that no page may end between them."""
    for passage, after in zip_longest(passages, passages[1:]):
        yield passage, after is not None and _leads(passage, after)


def _leads(passage: Passage, after: Passage) -> bool:
    if passage.is_heading or passage.is_label or passage.is_centred:
        return True
    following = _WITH_NEXT.get(passage.role, frozenset())
    if passage.role is Role.LEAD_IN or after.role in following:
        return True
    if following and (after.is_heading or after.entry_ids == passage.entry_ids):
        return True  # the heading over what was decided; who moved the limbs above
    return after.role in _BELONGING and passage.role not in _BELONGING


def _passages(told: Iterable[tuple[Passage, bool]], level: int) -> Iterator[ItemPart]:
    for kind, group in groupby(told, _kind):
        match kind:
            case "heading":
                yield from (Subheading(passage.text, level) for passage, _ in group)
            case "":
                yield from (Words(passage, leads) for passage, leads in group)
            case _:
                yield Points(tuple(passage for passage, _ in group))


def _kind(told: tuple[Passage, bool]) -> str:
    """What a paragraph is in its list; a number of its own goes before a bullet."""
    passage = told[0]
    if passage.is_heading:
        return "heading"
    if passage.letter:
        return "letter"
    return "bullet" if passage.bulleted and not passage.number else ""


class Branch(Struct, frozen=True):
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
