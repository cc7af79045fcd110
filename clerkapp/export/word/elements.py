"""The few elements of WordprocessingML that minutes are made of, as text.

A long meeting has tens of thousands of them, and joining text is a quarter of the work of building
a tree. Whatever a person typed comes in through `run` alone, which escapes it. Everything that is
not a paragraph's own (fonts, spacing, colours) is in the template's styles.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr, unescape

from msgspec import Struct

from clerkapp.export.parts import SHORT_LIST
from clerkapp.export.unbroken import unbroken
from clerkapp.meeting.words import clean
from clerkapp.patterns import pattern
from clerkapp.wording.languages import ENGLISH, opens_right_to_left, pieces_of
from clerkapp.wording.minutes import Table

Markup: TypeAlias = str

TABLE_WIDTH = 9298  # twentieths of a point between the margins of the template's A4 page
_PARTED = pattern(r"[\t\n]")
_ODD = pattern("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff&<>]")  # to be minded
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_WORDS = pattern('<w:t xml:space="preserve">([^<]*)|<w:(tab|br)/>')
_SPACES = {"": "", "tab": "\t", "br": "\n"}
_BOLD = "<w:b/>"
_APART = '<w:keepNext w:val="0"/>'
_PADDING = (
    '<w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
)
_SIDES = ("top", "left", "bottom", "right")
_SIDE = '<w:{} w:val="single" w:sz="6" w:space="6" w:color="{}"/>'
_FRAMES = tuple(  # paragraphs right after each other have one around them all if it is the same
    f"<w:pBdr>{''.join(_SIDE.format(side, colour) for side in _SIDES)}</w:pBdr>"
    for colour in ("8C8C8C", "8B8B8B")
)


class InCell(Struct, frozen=True):
    """How a paragraph of the body stands in a cell, where its style makes no room for a number."""

    indent: int | None = 0  # its left side, its number hanging out of it; None has that of its list
    is_first: bool = False  # no room above it


def paragraph(  # noqa: PLR0913 — each is a property of the one paragraph
    style: str,
    *content: Markup,
    number: tuple[int, int] | None = None,
    keep_next: bool = False,
    right_tab: int = 0,
    below_table: bool = False,
    is_close: bool = False,
    is_centred: bool = False,
    frame: int = 0,
    in_cell: InCell | None = None,
    outline: int = 0,
) -> Markup:
    """A paragraph in a style of the template; `number` is the list's numId and the level in it.

    `right_tab` is where a tab ends, in twentieths of a point. A table has no room of its own below
    it: the paragraph there leaves it. Paragraphs with the same `frame`, 1 or more, share a line
    around them. `outline` is the level of a heading, 1 the highest, where it is not that of its
    style. The properties stand in the order that the schema asks for.
    """
    look = f'<w:pStyle w:val="{style}"/>'
    if in_cell:  # else the whole row would be kept with the next
        look += _APART
    elif keep_next:
        look += "<w:keepNext/>"
    if number:
        num_id, level = number
        look += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    if frame:
        look += _FRAMES[frame % 2]
    if right_tab:
        look += f'<w:tabs><w:tab w:val="right" w:pos="{right_tab}"/></w:tabs>'
    words = "".join(content)
    has_column = number or in_cell or style.startswith("Table") or "<w:tab/>" in words
    if not (has_column or words.isascii()) and opens_right_to_left(words_of(words)):
        look += "<w:bidi/>"
    if below_table or is_close or (in_cell and in_cell.is_first):
        above, below = 200 if below_table else 0, ' w:after="0"' if is_close else ""
        look += f'<w:spacing w:before="{above}"{below}/>'
    if in_cell and in_cell.indent is not None:
        look += f'<w:ind w:left="{in_cell.indent}" w:hanging="{in_cell.indent}"/>'
    elif frame:
        look += '<w:ind w:right="132"/>'  # else the line would stand in the margin
    look += '<w:jc w:val="center"/>' * is_centred
    look += f'<w:outlineLvl w:val="{outline - 1}"/>' * bool(outline)
    return f"<w:p><w:pPr>{look}</w:pPr>{words}</w:p>"


def run(
    text: str,
    *,
    bold: bool = False,
    style: str = "",
    is_narrow: bool = False,
    document: str = ENGLISH,
) -> Markup:
    """Words in one look, a run for each language; a line feed is a line break, a tab a tab.

    Names, dates and times stay on one line, but for those in a narrow column, which would be cut
    within a word; and Welsh words are marked as Welsh, unless the `document` is, then English ones.
    """
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    if bold:
        look += _BOLD
    runs = ""
    for piece, language in pieces_of(text, document):
        told = look
        if opens_right_to_left(piece):
            told += "<w:bCs/><w:rtl/>" if bold else "<w:rtl/>"
        told += f'<w:lang w:val="{language}"/>' * bool(language)
        told = f"<w:rPr>{told}</w:rPr>" if told else ""
        runs += f"<w:r>{told}{_words(piece if is_narrow else unbroken(piece))}</w:r>"
    return runs


def _words(text: str) -> Markup:
    if not _ODD.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
    text = escape(clean(text))
    parts, end = "", 0
    for match in _PARTED.finditer(text):
        parts += _held(text[end : match.start()]) + _BREAKS[match.group()]
        end = match.end()
    return parts + _held(text[end:])


def _held(words: str) -> Markup:
    return f'<w:t xml:space="preserve">{words}</w:t>' if words else ""


def words_of(content: Markup) -> str:
    """The words of those runs, as they are read back from the file."""
    text = "".join(words + _SPACES[space] for words, space in _WORDS.findall(content))
    return unescape(text) if "&" in text else text


def field(instruction: str, result: Markup) -> Markup:
    """A field with the result that it shows until Word works it out again."""
    return f"{field_start(instruction)}{result}{FIELD_END}"


def field_start(instruction: str) -> Markup:
    """The runs that open a field; `FIELD_END` closes it, in a later paragraph if need be."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
"""The run that closes a field."""


def link_within(bookmark: str, content: Markup) -> Markup:
    """A link to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{content}</w:hyperlink>'


def link_out(relation: str, content: Markup) -> Markup:
    """A link to the address of a relationship of the part."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'


def bookmarked(number: int, name: str, content: Markup) -> Markup:
    """`content` between the ends of a bookmark."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


class TableLook(Struct, frozen=True):
    """The styles of a table and of the paragraphs in it, its width, and the language around it."""

    style: str = "MinutesTable"
    text_style: str = "TableText"
    room: int = TABLE_WIDTH  # in twentieths of a point
    document: str = ENGLISH
    is_padded: bool = False  # room above the paragraphs of a cell; below them is their own

    def widths(self, shares: Iterable[int]) -> list[int]:
        """The widths of columns that take those shares in %."""
        return [self.room * share // 100 for share in shares]


def table(
    content: Table,
    shares: tuple[int, ...],
    look: TableLook,
    *,
    keep_next: bool = False,
) -> Markup:
    """A table whose heading row repeats on each page; `shares` are the columns' widths in %.

    A short one stands whole on one page, and no page has a single row of a longer one, so that
    none is left for the signature alone; with `keep_next` the last row stays with what follows.
    """
    widths = look.widths(shares)
    last = len(content.rows) - 1
    is_short = len(content.rows) <= SHORT_LIST
    rows = [_row(content.headings, widths, look, heading=True, keep_next=True)]
    for place, cells in enumerate(content.rows):
        leads = is_short or place in {0, last - 1} if place < last else keep_next
        rows.append(_row(cells, widths, look, keep_next=leads))
    return table_of((content.title, content.summary), widths, rows, look)


def table_of(
    about: tuple[str, str], widths: Sequence[int], rows: Iterable[Markup], look: TableLook
) -> Markup:
    """A table with that title and summary, and those rows, the first of which is its heading."""
    title, summary = about
    padding = _PADDING if look.is_padded else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.style}"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLayout w:type="fixed"/>{padding}'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(clean(title))}/>"
        f"<w:tblDescription w:val={quoteattr(clean(summary))}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: Iterable[str],
    widths: Sequence[int],
    look: TableLook,
    *,
    heading: bool = False,
    keep_next: bool = False,
) -> Markup:
    runs = (run(words, bold=heading, is_narrow=True, document=look.document) for words in cells)
    filled = (paragraph(look.text_style, words, keep_next=keep_next) for words in runs)
    return row_of(filled, widths, heading=heading)


def kept_with_next(above: Markup) -> Markup:
    """That paragraph, or the last row of that table, on the page of what follows it.

    A row that may go on over the page is left as it is.
    """
    table, row, cells = above.rpartition("<w:tr>")
    if row:
        is_whole = "<w:cantSplit/>" in cells
        kept = cells.replace(_APART, "<w:keepNext/>") if is_whole else cells
        return f"{table}{row}{kept}"
    if "<w:keepNext/>" in above:
        return above
    style, end, rest = above.partition("/>")
    return f"{style}{end}<w:keepNext/>{rest}"


def row_of(
    cells: Iterable[Markup],
    widths: Sequence[int],
    *,
    heading: bool = False,
    may_break: bool = False,
) -> Markup:
    """A row of cells, each of at least one paragraph; a heading row stands on every page."""
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    look = f"{'' if may_break else '<w:cantSplit/>'}{'<w:tblHeader/>' if heading else ''}"
    return f"<w:tr>{f'<w:trPr>{look}</w:trPr>' if look else ''}{filled}</w:tr>"
