"""The items of the minutes in Word: each under its heading, or as the row of a table."""

from collections.abc import Iterator

from msgspec.structs import replace

from clerkapp.export.parts import SHORT_LIST, item_level, with_leads
from clerkapp.export.word.columns import shares_by_words
from clerkapp.export.word.elements import (
    Markup,
    bookmarked,
    link_out,
    row_of,
    table_of,
)
from clerkapp.export.word.numbering import column_for, share_for
from clerkapp.export.word.pen import Pen
from clerkapp.meeting.links import file_part, is_web_address
from clerkapp.notation.printed_record import Part
from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import (
    EMPTY,
    DocumentLine,
    ItemTable,
    Minutes,
    Passage,
    Role,
    Section,
)

_HEADING_AND_ACTION_SHARES = (19, 20)  # in % of the width of a table of items
_SHORT_ROW = 8  # lines in its cell of text: such a row stands whole on one page
_LETTERS = 38  # on a line of that cell

_STYLES = {
    Role.NARRATIVE: "MinuteText",
    Role.LEAD_IN: "MinuteLeadIn",
    Role.POINT: "MinuteText",
    Role.ACTION: "MinuteAction",
    Role.MOTION: "MinuteDecision",
    Role.VOTE: "MinuteVote",
    Role.DECISION: "MinuteDecision",
    Role.STATEMENT: "MinuteText",
    Role.EVENT: "MinuteEvent",
    Role.EXEMPT: "MinuteExempt",
    Role.SUMMARY: "MinuteText",
}


def headed(minutes: Minutes) -> tuple[Section, ...]:
    """The items that have a heading; what comes before the first of an agenda has none."""
    return tuple(section for section in minutes.sections if section.number or section.title)


class Items:
    """Writes the items of one document."""

    def __init__(self, minutes: Minutes, pen: Pen, taken: int) -> None:
        self._minutes = minutes
        self._pen = pen
        self._list = 0  # of the item in hand and its paragraphs
        self._place = {section.item_id: n for n, section in enumerate(headed(minutes), start=1)}
        self._is_lifted = item_level(minutes) == 1  # as no heading stands above the items
        self._taken = taken  # bookmarks that the template has
        pen.column = column_for((), self._paragraph_numbers())

    def _paragraph_numbers(self) -> set[str]:
        return {passage.number for each in self._minutes.sections for passage in each.passages}

    def column(self) -> int:
        """How wide the column is in which the numbers of items and paragraphs stand."""
        numbers = (each.number for each in self._minutes.sections)
        return column_for(numbers, self._paragraph_numbers())

    def bookmark(self, section: Section) -> str:
        """The name to which the list of items leads."""
        return f"_Toc{self._place[section.item_id]:08}"

    def written(self) -> Iterator[Markup]:
        """Every item in order; the heading of a part begins another table."""
        above: tuple[str, ...] = ()
        rows: list[Markup] = []
        for section in self._minutes.sections:
            columns = self._minutes.item_table if section.number or section.title else None
            if rows and (section.part or not columns):
                yield self._table(rows)
                rows = []
            if section.part:
                heading = self._pen.run(section.part)
                part = "item" if above else ""
                yield self._pen.paragraph("Heading1", heading, part=part, of=above)
            if columns:
                rows = rows or [self._heading_row(columns)]
                rows.append(self._row(section, columns))
            else:
                yield from self._section(section)
            above = (section.item_id,)
        if rows:
            yield self._table(rows)

    def _section(self, section: Section) -> Iterator[Markup]:
        if section.number or section.title:
            style = "Heading3" if section.letter else "Heading2"
            yield self._title(section, style, (self._listed(section), 0))
        yield from self._told(section, section.passages)

    def _listed(self, section: Section) -> int:
        """The list that counts its number, in which the paragraphs of an item go on."""
        if section.letter:
            (letters,) = self._pen.numbering.limbs((Limb("", "letter", section.letter, "(", ")"),))
            return letters
        self._list = self._pen.numbering.item(
            section.number, section.number_end, two_figures=_has_two_figures(section)
        )
        return self._list

    def _title(self, section: Section, style: str, number: tuple[int, int] | None = None) -> Markup:
        """Its title, to which the list of items leads; a cell says that there is none."""
        pen = self._pen
        words = section.title or (EMPTY if pen.is_in_cell else "")
        place = self._taken + self._place[section.item_id]
        title = bookmarked(place, self.bookmark(section), pen.run(words))
        part = "title" if section.title or not words else "item"
        outline = self._outline(0, section)
        return pen.paragraph(
            style, title, part=part, of=(section.item_id,), number=number, outline=outline
        )

    def _outline(self, below: int, section: Section) -> int:
        """The level of a heading so far below that of its item, where that is not its style's."""
        return 1 + bool(section.letter) + below if self._is_lifted else 0

    def _told(self, section: Section, passages: tuple[Passage, ...]) -> Iterator[Markup]:
        """What stands below the heading: those passages between presenter and documents."""
        pen, of = self._pen, (section.item_id,)
        if section.presenter:
            yield pen.paragraph("Presenter", pen.run(section.presenter), part="item", of=of)
        yield from self._passages(section, passages)
        if section.documents:
            yield self._subheading(section, self._minutes.headings.documents, "item", of)
            yield from self._documents(section.documents, of)

    def _passages(self, section: Section, passages: tuple[Passage, ...]) -> Iterator[Markup]:
        letters = self._letters(passages)
        for passage, leads in with_leads(passages):
            of = passage.entry_ids or (section.item_id,)
            part: Part = "words" if passage.entry_ids else "item"
            if passage.is_heading:
                yield self._subheading(section, passage.text, part, of, passage.frame)
                continue
            number = (next(letters), 0) if passage.letter else None
            yield from self._passage(passage, part, of, number, leads=leads)

    def _subheading(
        self, section: Section, words: str, part: Part, of: tuple[str, ...], frame: int = 0
    ) -> Markup:
        """A heading one level below that of its item; in bold letters where that has none."""
        is_headed = bool(section.number or section.title)
        style = "MinuteLeadIn" if not is_headed else "Heading4" if section.letter else "Heading3"
        said = self._pen.run(words, bold=not is_headed)
        outline = self._outline(1, section) if is_headed else 0
        return self._pen.paragraph(style, said, part=part, of=of, frame=frame, outline=outline)

    def _letters(self, passages: tuple[Passage, ...]) -> Iterator[int]:
        """The list of each point that has a letter: (a), (b) are counted as limbs are."""
        letters = (each.letter for each in passages if each.letter)
        limbs = tuple(Limb("", "letter", letter, "(", ")") for letter in letters)
        return iter(self._pen.numbering.limbs(limbs))

    def _passage(
        self,
        passage: Passage,
        part: Part,
        of: tuple[str, ...],
        number: tuple[int, int] | None,
        *,
        leads: bool,
    ) -> Iterator[Markup]:
        """Its paragraph and its limbs; with `leads` the last of them stays with what follows."""
        pen, style, frame = self._pen, _STYLES[passage.role], passage.frame
        if number:
            style = "MinuteLimb"
        elif passage.number:
            number = (self._list, 1)
            style = "MinuteNumbered" if style == "MinuteText" else style
        elif passage.bulleted:
            style, number = "MinuteBullet", (pen.ground.lists.bullets, 0)
        elif pen.is_in_cell and passage.role is Role.ACTION:
            style = "ItemAction"
        label = "ActionLabel" if passage.role is Role.ACTION else ""
        label = pen.ground.names.get(label, label)
        words = [
            pen.run(each.text, bold=each.bold, style=label if each.bold else "")
            for each in passage.runs
        ]
        at_right = ", ".join(passage.at_right.split("\n"))
        gap = " " if pen.is_in_cell else "\t"
        words += [pen.run(f"{gap}{at_right}", bold=True)] if at_right else []
        if words or number:  # else the limbs stand by themselves
            yield pen.paragraph(
                style,
                *words,
                part=part,
                of=of,
                number=number,
                keep_next=leads or bool(passage.limbs or passage.table),
                right_tab=pen.ground.room if at_right and not pen.is_in_cell else 0,
                is_close=self._minutes.is_close,
                is_centred=passage.is_centred,
                frame=frame,
            )
        lists = pen.numbering.limbs(passage.limbs)
        for place, (limb, limb_list) in enumerate(zip(passage.limbs, lists, strict=True), 1):
            yield pen.paragraph(
                "MinuteLimb",
                pen.run(limb.text),
                part="limb",
                of=of,
                number=(limb_list, 0),
                keep_next=leads and place == len(passage.limbs),
                is_close=self._minutes.is_close,
                frame=frame,
            )
        if passage.table:
            yield pen.table(passage.table, shares_by_words(passage.table, pen.ground.room))

    def _documents(self, lines: tuple[DocumentLine, ...], of: tuple[str, ...]) -> Iterator[Markup]:
        """A line each; where they are few, all on one page."""
        last = len(lines) if len(lines) <= SHORT_LIST else 0
        for place, line in enumerate(lines, 1):
            yield self._document_line(line, of, keep_next=place < last)

    def _document_line(self, line: DocumentLine, of: tuple[str, ...], *, keep_next: bool) -> Markup:
        pen, ground = self._pen, self._pen.ground
        if is_web_address(line.target):
            relation = ground.package.relate(ground.main, "hyperlink", line.target, external=True)
            style = ground.names.get("Hyperlink", "Hyperlink")
            content = link_out(relation, pen.run(line.title, style=style))
        else:
            name = file_part(line.target)
            content = pen.run(f"{line.title} ({name})" if name else line.title)
        bullets = (ground.lists.bullets, 0)
        return pen.paragraph(
            "MinuteDocument", content, part="item", of=of, number=bullets, keep_next=keep_next
        )

    # As a table

    def _heading_row(self, columns: ItemTable) -> Markup:
        pen = self._pen
        pen.is_below_table = False  # it has room of its own above it
        style = pen.table_look.text_style
        cells = (pen.paragraph(style, pen.run(each, bold=True)) for each in columns.headings)
        return row_of(cells, self._widths(columns), heading=True)

    def _table(self, rows: list[Markup]) -> Markup:
        columns, pen = self._minutes.item_table, self._pen
        assert columns  # else there would be no rows
        pen.is_below_table = True
        about = (self._minutes.headings.minutes or self._minutes.title, columns.summary)
        look = replace(pen.table_look, is_padded=True)
        return table_of(about, self._widths(columns), rows, look)

    def _widths(self, columns: ItemTable) -> list[int]:
        numbers = (f"{each.number}{each.number_end}" for each in headed(self._minutes))
        room = self._pen.ground.room
        number = share_for((*numbers, columns.headings[0]), 11, room)
        heading, *action = _HEADING_AND_ACTION_SHARES[: len(columns.headings) - 2]
        words = [word for each in headed(self._minutes) for word in each.title.split()]
        heading = max(heading, share_for(words, 11, room))  # no word is cut
        text = 100 - number - heading - sum(action)
        return self._pen.table_look.widths((number, heading, text, *action))

    def _row(self, section: Section, columns: ItemTable) -> Markup:
        """The number, counted by Word; the heading; the text; and the actions in their column."""
        actions = tuple(e for e in section.passages if columns.action and e.role is Role.ACTION)
        text = tuple(each for each in section.passages if each not in actions)
        cells = [
            self._cell(section, self._number_alone(section)),
            self._cell(section, self._heading_alone(section)),
            self._cell(section, self._told(section, text), is_narrow=False),
        ]
        cells += [self._cell(section, self._passages(section, actions))] if columns.action else []
        may_break = _lines(text) + len(section.documents) > _SHORT_ROW
        return row_of(cells, self._widths(columns), may_break=may_break)

    def _cell(
        self, section: Section, content: Iterator[Markup], *, is_narrow: bool = True
    ) -> Markup:
        self._pen.begin_cell(is_narrow=is_narrow)
        return self._pen.end_cell(content, (section.item_id,))

    def _number_alone(self, section: Section) -> Iterator[Markup]:
        if section.number:
            number = (self._listed(section), 0)
            yield self._pen.paragraph(
                "ItemNumber", part="item", of=(section.item_id,), number=number
            )

    def _heading_alone(self, section: Section) -> Iterator[Markup]:
        yield self._title(section, "Heading3" if section.letter else "ItemHeading")


def _lines(passages: tuple[Passage, ...]) -> int:
    """About how many lines they take in the cell of text of a table of items."""
    told = [each.text for each in passages]
    told += [limb.text for each in passages for limb in each.limbs]
    return sum(1 + len(each) // _LETTERS for each in told)


def _has_two_figures(section: Section) -> bool:
    return any(each.number.endswith(".01") for each in section.passages)
