"""What a web page, and a piece of one, are written in: HTML that is only its own meaning."""

from collections.abc import Iterable, Iterator
from html import escape

from clerkapp.export.parts import (
    Branch,
    Division,
    Documents,
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

    The web page writes the same elements, and adds the names that its style sheet goes by.
    """

    def part(self, part: ItemPart) -> Iterator[str]:
        """The elements of one part."""
        match part:
            case Division(title):
                yield self.heading(1, title)
            case Item(place):
                yield self.heading(2, part.words, place)
            case Presented(text):
                yield f"<p{self.look('presented')}>{words(text)}</p>"
            case Subheading(title, level):
                yield self.heading(level, title)
            case Words(passage):
                yield from self._passage(passage)
            case Points(passages):
                yield from self._points(passages)
            case Documents(title, lines, level):
                yield self.heading(level, title)
                yield from _listed("ul", (self._document(line) for line in lines))

    # What a page with a style sheet says in another way

    def heading(self, level: int, title: str, place: str = "") -> str:  # noqa: ARG002
        """A heading of that level, 1 the highest, where a link can lead to `place`."""
        return f"<p><strong>{words(title)}</strong></p>"

    def look(self, name: str) -> str:  # noqa: ARG002
        """The attribute by which a style sheet finds the element: here none."""
        return ""

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
            yield f"<caption>{words(caption)}</caption>"
        headings = "".join(f'<th scope="col">{words(cell)}</th>' for cell in table.headings)
        yield f"<thead><tr>{headings}</tr></thead>"
        yield "<tbody>"
        for first, *rest in table.rows:
            cells = "".join(f"<td>{words(cell)}</td>" for cell in rest)
            yield f'<tr><th scope="row">{words(first)}</th>{cells}</tr>'
        yield "</tbody>"
        yield "</table>"

    def _passage(self, passage: Passage) -> Iterator[str]:
        look = "centred" if passage.is_centred else passage.role.value
        number = self.number(passage.number) if passage.number else ""
        yield f"<p{self.look(look)}>{number}{self._said(passage)}</p>"
        yield from self._below(passage)

    def _said(self, passage: Passage) -> str:
        runs = (
            f"<strong>{words(run.text)}</strong>" if run.bold else words(run.text)
            for run in passage.runs
        )
        said = "".join(runs)
        if passage.at_right:
            said += f" <strong>{words(', '.join(passage.at_right.split(chr(10))))}</strong>"
        return said

    def _below(self, passage: Passage) -> Iterator[str]:
        if passage.limbs:
            yield from self._limbs(branches(passage.limbs))
        if passage.table:
            yield from self.table(passage.table, caption=passage.table.title)

    def _points(self, passages: tuple[Passage, ...]) -> Iterator[str]:
        points = ("\n".join((self._said(passage), *self._below(passage))) for passage in passages)
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
            yield f"<li{value}>{words(branch.limb.text)}{within}</li>"
        yield "</ol>"

    def _document(self, line: DocumentLine) -> str:
        if is_web_address(line.target):
            return f'<a href="{attribute(line.target)}">{words(line.title)}</a>'
        name = file_part(line.target)
        return words(f"{line.title} ({name})" if name else line.title)


def _listed(opened: str, points: Iterable[str]) -> Iterator[str]:
    yield f"<{opened}>"
    yield from (f"<li>{point}</li>" for point in points)
    yield f"</{opened.split(maxsplit=1)[0]}>"
