"""What was copied from Word or from a web page, paragraph by paragraph."""

import re
from html.parser import HTMLParser
from typing import TypeAlias

from clerkapp.notation.pasted_text import Paragraph, seen_words, without_marks
from clerkapp.patterns import pattern

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre
    section summary table tbody tfoot thead tr ul""".split()  # noqa: SIM905 — read as words
)
_SILENT = frozenset(("head", "style", "script", "title", "template", "xml"))
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ol", "ul", "menu"))
_COPIED = pattern(r"<!--\s*StartFragment\s*-->(.*?)<!--\s*EndFragment\s*-->", re.DOTALL)
_CONDITION = pattern(r"<!\[([^\]<>]*)\]>")  # <![if !supportLists]>, which is no HTML
_BLANKS = pattern(r"[ \t\r\n\f]+")
_EMPTY_LINES = pattern(r"\n(?:\s*\n)+")
_Row: TypeAlias = list[list[Paragraph]]  # the paragraphs of each cell


def paragraphs_of_page(page: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a piece of HTML. A list item is one, and so is a row of a table.

    The cells of a row are parted by "; ". What is broken is read as browsers would read it.
    """
    copied = _COPIED.search(page)
    reader = _Reader()
    conditions = _CONDITION.sub(r"<!--\1-->", copied.group(1) if copied else page)
    reader.feed(conditions.replace("<![", "<!-["))  # else HTMLParser stops at what it is not
    reader.close()
    reader.end()
    read = reader.paragraphs
    unmarked = without_marks([each.words for each in read])
    return tuple(each if each.mark else own for each, own in zip(read, unmarked, strict=True))


class _Reader(HTMLParser):
    """Gathers words until something begins a paragraph."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self._words: list[str] = []
        self._mark = ""
        self._lists: list[int | None] = []  # the next number of each open list, None for bullets
        self._rows: list[_Row] = []  # the open ones, the innermost last
        self._silent = 0
        self._in_mark = False  # within the bullet or number that Word writes out
        self._kept = 0  # within preformatted text

    def end(self) -> None:
        """Takes in what was still open."""
        self._end_paragraph()
        while self._rows:
            self._end_row()

    def _end_paragraph(self) -> None:
        """Takes what was gathered as a paragraph, or as part of the cell that is open."""
        lines = "".join(self._words).split("\n")
        words = "\n".join(re.sub("  +", " ", line).strip() for line in lines).strip()
        self._words.clear()
        self._in_mark = False
        for each in filter(None, _EMPTY_LINES.split(words)):
            self._take(Paragraph(each, self._mark))
            self._mark = ""

    def _take(self, paragraph: Paragraph) -> None:
        if not self._rows:
            self.paragraphs.append(paragraph)
            return
        cells = self._rows[-1]
        if not cells:
            cells.append([])
        cells[-1].append(paragraph)

    def _end_row(self) -> None:
        """Takes a row as one paragraph; one cell alone only places its paragraphs on the page."""
        cells = [cell for cell in self._rows.pop() if cell]
        if len(cells) == 1:
            for paragraph in cells[0]:
                self._take(paragraph)
        elif cells:
            words = (" ".join(each.numbered_words for each in cell) for cell in cells)
            self._take(Paragraph("; ".join(each.replace("\n", " ") for each in words)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "body":
            self._silent = 0  # a head that nobody closed ends here
        elif tag == "br":
            self._words.append("\n")
        elif tag in _CELLS and self._rows:
            self._end_paragraph()
            self._rows[-1].append([])
        elif tag in _BLOCKS:
            self._begin_block(tag, dict(attrs))

    def _begin_block(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._end_paragraph()
        self._kept += tag == "pre"
        if tag in _LISTS:
            start = attributes.get("start") or ""
            number = int(start) if start.isdecimal() else 1
            self._lists.append(number if tag == "ol" else None)
        elif tag == "li":
            self._mark = "•"
            if self._lists and (number := self._lists[-1]):
                self._mark, self._lists[-1] = f"{number}.", number + 1
        elif tag == "tr":
            self._rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _CELLS:
            self._end_paragraph()
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._kept -= tag == "pre" and self._kept > 0
            if tag in _LISTS and self._lists:
                self._lists.pop()
            if tag == "li" or tag in _LISTS:
                self._mark = ""
            elif tag == "tr" and self._rows:
                self._end_row()

    def handle_comment(self, data: str) -> None:
        if data == "if !supportLists":
            self._in_mark = True
        elif data == "endif" and self._in_mark:
            self._in_mark = False

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        words = seen_words(data) if self._kept else _BLANKS.sub(" ", seen_words(data))
        if self._in_mark:
            self._mark = f"{self._mark}{words}".strip()
        else:
            self._words.append(words)
