"""What a web page, and a piece of one, are written in: HTML that is only its own meaning."""

from collections.abc import Iterable, Iterator
from html import escape

from clerkapp.export.parts import (
    Branch,
    Division,
    Documents,
    Framed,
    Item,
    ItemPart,
    Points,
    Presented,
    Subheading,
    Words,
    branches,
)
from clerkapp.meeting.links import file_part, is_web_address
from clerkapp.meeting.words import clean
from clerkapp.wording.languages import (
    ENGLISH,
    language_of,
    opens_right_to_left,
    pieces_of,
    web_language,
)
from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import DocumentLine, Passage, Table

_MARKERS = {"letter": "a", "roman": "i", "number": "1"}


def words(text: str) -> str:
    """`text` with its markup escaped; a line feed in it is a line break."""
    return "<br>".join(escape(line, quote=False) for line in clean(text).split("\n"))


def attribute(text: str) -> str:
    """`text` as it may stand between the quotation marks of an attribute."""
    return escape(clean(text).replace("\n", " "))


class Markup:
    """The parts of an item as HTML, without classes and styles, for a page that has its own.

    The web page writes the same elements, and adds the names that its style sheet goes by. Words
    say their language where it is not that of the `page` they are put into: usually English.
    """

    def __init__(self, document: str = ENGLISH, page: str = ENGLISH) -> None:
        self._document = document  # the language of what does not tell its own
        self._page = web_language(page).partition("-")[0]

    def part(self, part: ItemPart) -> Iterator[str]:
        """The elements of one part."""
        match part:
            case Division(title):
                yield self.heading(1, title)
            case Item(place):
                yield self.heading(part.level, part.words, place)
            case Presented(text):
                yield f"<p{self.look('presented')}{self.lang(text)}>{self.words(text)}</p>"
            case Subheading(title, level):
                yield self.heading(level, title)
            case Words(passage):
                yield from self._passage(passage)
            case Points(passages):
                yield from self._points(passages)
            case Framed(held):
                yield from self.framed(line for each in held for line in self.part(each))
            case Documents(title, lines, level):
                yield self.heading(level, title)
                points = ((self.lang(line.title), self._linked(line)) for line in lines)
                yield from _listed("ul", points)

    def lang(self, text: str) -> str:
        """The attribute that says in which language `text` is; "" where the page says it."""
        tag = web_language(language_of(text, self._document) or self._document)
        return "" if tag.partition("-")[0] == self._page else f' lang="{tag}"'

    def words(self, text: str, of: str = "") -> str:
        """`text` as elsewhere; in words `of` two languages each part in another says its own."""
        pieces = pieces_of(text, self._document)
        if len(pieces) == 1 and len(pieces_of(of, self._document)) == 1:
            return words(text)
        return "".join(
            f'<span lang="{web_language(tag)}">{words(piece)}</span>' if tag else words(piece)
            for piece, tag in pieces
        )

    # What a page with a style sheet says in another way

    def heading(self, level: int, title: str, place: str = "") -> str:  # noqa: ARG002
        """A heading of that level, 1 the highest, where a link can lead to `place`."""
        return f"<p{self.lang(title)}><strong>{self.words(title)}</strong></p>"

    def look(self, name: str) -> str:  # noqa: ARG002
        """The attribute by which a style sheet finds the element: here none."""
        return ""

    def framed(self, lines: Iterable[str]) -> Iterator[str]:
        """Elements with a frame around them: here without one."""
        yield from lines

    def number(self, number: str) -> str:
        """The number that stands before a paragraph."""
        return f"{words(number)} "

    def marker(self, limb: Limb) -> str:
        """The attributes of a list whose first limb that is: how it counts."""
        return f' type="{_MARKERS[limb.manner]}"'

    def table(self, table: Table, *, caption: str = "") -> Iterator[str]:
        """A table; the first cell of each row is the heading of the row."""
        yield "<table>"
        if caption:
            yield f"<caption{self.lang(caption)}>{self.words(caption)}</caption>"
        headings = "".join(
            f'<th scope="col"{self.lang(cell)}>{self.words(cell)}</th>' for cell in table.headings
        )
        yield f"<thead><tr>{headings}</tr></thead>"
        yield "<tbody>"
        for first, *rest in table.rows:
            cells = "".join(f"<td{self.lang(cell)}>{self.words(cell)}</td>" for cell in rest)
            yield f'<tr><th scope="row"{self.lang(first)}>{self.words(first)}</th>{cells}</tr>'
        yield "</tbody>"
        yield "</table>"

    def _passage(self, passage: Passage) -> Iterator[str]:
        look = "centred" if passage.is_centred else passage.role.value
        number = self.number(passage.number) if passage.number else ""
        lang = self.lang(passage.text)
        side = ' dir="rtl"' if opens_right_to_left(passage.text) and not number else ""
        yield f"<p{self.look(look)}{lang}{side}>{number}{self._said(passage)}</p>"
        yield from self._below(passage)

    def _said(self, passage: Passage) -> str:
        runs = (
            f"<strong>{told}</strong>" if run.bold else told
            for run in passage.runs
            for told in (self.words(run.text, passage.text),)
        )
        said = "".join(runs)
        if passage.at_right:
            said += f" <strong>{self.words(', '.join(passage.at_right.split(chr(10))))}</strong>"
        return said

    def _below(self, passage: Passage) -> Iterator[str]:
        if passage.limbs:
            yield from self._limbs(branches(passage.limbs))
        if passage.table:
            table = passage.table
            is_told = passage.text == table.title  # right above it: not said again
            yield from self.table(table, caption=table.summary if is_told else table.title)

    def _points(self, passages: tuple[Passage, ...]) -> Iterator[str]:
        points = (
            (self.lang(each.text), "\n".join((self._said(each), *self._below(each))))
            for each in passages
        )
        letter = passages[0].letter
        start = f' start="{letter}"' if letter > 1 else ""
        marker = self.marker(Limb("", "letter", letter, "(", ")"))
        yield from _listed(f"ol{marker}{start}" if letter else "ul", points)

    def _limbs(self, limbs: tuple[Branch, ...]) -> Iterator[str]:
        yield f"<ol{self.marker(limbs[0].limb)}>"
        expected = 1
        for branch in limbs:
            count = branch.limb.count
            value = f' value="{count}"' if count != expected else ""
            expected = count + 1
            within = "\n".join(self._limbs(branch.within)) if branch.within else ""
            lang = self.lang(branch.limb.text)
            yield f"<li{value}{lang}>{self.words(branch.limb.text)}{within}</li>"
        yield "</ol>"

    def _linked(self, line: DocumentLine) -> str:
        if is_web_address(line.target):
            return f'<a href="{attribute(line.target)}">{self.words(line.title)}</a>'
        name = file_part(line.target)
        return self.words(f"{line.title} ({name})" if name else line.title)


def _listed(opened: str, points: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A list of points, each with the attributes that it has."""
    yield f"<{opened}>"
    yield from (f"<li{attributes}>{point}</li>" for attributes, point in points)
    yield f"</{opened.split(maxsplit=1)[0]}>"
