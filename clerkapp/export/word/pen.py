"""Puts down the paragraphs and tables of one document, each with its way back."""

from collections.abc import Iterable

from clerkapp.export.word.elements import (
    InCell,
    Markup,
    TableLook,
    paragraph,
    run,
    table,
)
from clerkapp.export.word.embedding import Anchors
from clerkapp.export.word.ground import Ground
from clerkapp.export.word.numbering import COLUMN, Numbering
from clerkapp.export.word.tree import parsed
from clerkapp.notation.printed_record import Part
from clerkapp.wording.minutes import EMPTY, Table

_SPACED = frozenset({"Heading1", "Heading2", "Heading3", "Heading4", "Signature"})  # room above
_BULLET_IN_CELL = 284  # from the side of the cell to the words, in twentieths of a point


class Pen:
    """Knows where on the page it is: below a table, or within a cell of one."""

    def __init__(self, ground: Ground, language: str, anchors: Anchors | None) -> None:
        self.ground = ground
        self.numbering = Numbering(parsed(ground.package.parts[ground.numbering]), ground.lists)
        self._language = language
        self.table_look = TableLook(
            ground.names.get("MinutesTable", "MinutesTable"),
            ground.names.get("TableText", "TableText"),
            ground.room,
            language,
        )
        self.is_below_table = False
        self.column = COLUMN  # for the numbers of paragraphs in a cell
        self.is_in_cell = False
        self._is_narrow = False  # a cell in which a name or a date may be as wide as the column
        self._is_first = False  # of its cell
        self._anchors = anchors  # None where the document carries no way back

    def run(self, text: str, *, bold: bool = False, style: str = "") -> Markup:
        """Words in one look, in the language of the document where they are in no other."""
        narrow = self._is_narrow
        return run(text, bold=bold, style=style, is_narrow=narrow, document=self._language)

    def paragraph(  # noqa: PLR0913 — each is a property of the one paragraph
        self,
        style: str,
        *content: Markup,
        part: Part | None = "",
        of: tuple[str, ...] = (),
        number: tuple[int, int] | None = None,
        keep_next: bool = False,
        right_tab: int = 0,
        is_close: bool = False,
        is_centred: bool = False,
        frame: int = 0,
        outline: int = 0,
    ) -> Markup:
        """A paragraph in that style of ours, or in the one that the council has in its place.

        `part` and `of` are whose words it prints, as `PrintedLine` has them; with None it is a
        line of the list of items, which is none of the minutes' own.
        """
        if self._anchors and part is not None:
            content = (self._anchors.around("".join(content), part, of),)
        below = self.is_below_table and style not in _SPACED
        self.is_below_table = False
        in_cell = InCell(self._indent(number), self._is_first) if self.is_in_cell else None
        self._is_first = False
        return paragraph(
            self.ground.names.get(style, style),
            *content,
            number=number,
            keep_next=keep_next,
            right_tab=right_tab,
            below_table=below,
            is_close=is_close,
            is_centred=is_centred,
            frame=frame,
            in_cell=in_cell,
            outline=outline,
        )

    def _indent(self, number: tuple[int, int] | None) -> int | None:
        """From the side of a cell to the words; None where the list itself fits into cells."""
        if number is None:
            return 0
        listed, level = number
        if listed == self.ground.lists.bullets:
            return _BULLET_IN_CELL
        return self.column if level else None

    def begin_cell(self, *, is_narrow: bool) -> None:
        """What is put down next stands in a cell, at its top."""
        self._is_narrow = is_narrow
        self.is_in_cell = self._is_first = self.numbering.is_in_cell = True

    def end_cell(self, content: Iterable[Markup], of: tuple[str, ...]) -> Markup:
        """The whole of that cell; with nothing to tell of the item `of` it says so."""
        cell = "".join(content)
        cell = cell or self.paragraph("MinuteText", self.run(EMPTY), part="item", of=of)
        self.is_in_cell = self._is_first = self.numbering.is_in_cell = self._is_narrow = False
        return cell

    def table(self, content: Table, shares: tuple[int, ...], *, keep_next: bool = False) -> Markup:
        """A table of words, whose columns take those shares in %."""
        self.is_below_table = True
        if self._anchors:
            self._anchors.table(content)
        return table(content, shares, self.table_look, keep_next=keep_next)

    def bare_anchor(self) -> Markup:
        """The bookmark of a paragraph without words."""
        return self._anchors.around("", "", ()) if self._anchors else ""
