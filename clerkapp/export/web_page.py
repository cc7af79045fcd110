"""Minutes as one web page that needs nothing beside it: WCAG 2.2 AA, without a script."""

from collections.abc import Iterable, Iterator

from clerkapp.export.crest import Crest
from clerkapp.export.dress import PLAIN, Dress
from clerkapp.export.markup import Markup, attribute, words
from clerkapp.export.parts import (
    Closing,
    Contents,
    Details,
    Notice,
    Opening,
    Part,
    PresentLists,
    Proceedings,
    Signature,
    Tabled,
    TabledItems,
    parts_in_columns,
)
from clerkapp.resources import resource
from clerkapp.wording.languages import web_language
from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import EMPTY, Audience, Minutes, PeopleList, Table

_AROUND = {("(", ")"): "bracketed", ("", ")"): "closed"}
_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"  # for the browser


def web_page(minutes: Minutes, dress: Dress = PLAIN) -> str:
    """`minutes` as a page of HTML, with its style sheet and crest, for the screen and for paper."""
    return "\n".join(_page(minutes, dress.crest)) + "\n"


def _page(minutes: Minutes, crest: Crest | None) -> Iterator[str]:
    title = ", ".join(part for part in (minutes.title, minutes.date, minutes.council) if part)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{web_language(minutes.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    if minutes.audience is Audience.CONFIDENTIAL:
        yield '<meta name="robots" content="noindex">'
    yield f"<title>{words(title).replace('<br>', ' ')}</title>"
    yield f"<style>\n{_style_sheet()}</style>"
    yield "</head>"
    yield "<body>"
    yield f'<a class="skip" href="#minutes">{words(minutes.pages.skip)}</a>'
    yield from _body(minutes, crest)
    yield "</body>"
    yield "</html>"


def _style_sheet() -> str:
    return resource("templates", "minutes.css").read_text(encoding="utf-8")


def _body(minutes: Minutes, crest: Crest | None) -> Iterator[str]:
    """The banner, the list of items, and the rest as the main part of the page."""
    page, at = _Page(minutes.language, minutes.language), "header"
    yield "<header>"
    if crest:
        wide, high = (round(side) for side in crest.size)
        look = f'alt="{attribute(crest.told(minutes))}" width="{wide}" height="{high}"'
        yield f'<img class="crest" src="{crest.address}" {look}>'
    for part in parts_in_columns(minutes):
        if at == "header" and not isinstance(part, Opening | Notice | Details):
            yield "</header>"
            at = "between"
        if at == "between" and not isinstance(part, Contents):
            yield '<main id="minutes" tabindex="-1">'
            at = "main"
        yield from page.items(part) if isinstance(part, TabledItems) else page.whole(part)
    if at != "main":
        yield "</header>" if at == "header" else ""
        yield '<main id="minutes" tabindex="-1">'
    yield "</main>"
    if minutes.council:
        yield f"<footer>{page.words(minutes.council)}</footer>"


def _scrolled(name: str) -> str:
    """The beginning of what moves by itself on a narrow screen, for the keyboard too."""
    return f'<div class="scroll" role="region" aria-label="{attribute(name)}" tabindex="0">'


class _Page(Markup):
    """The parts of the minutes, with the names that the style sheet goes by."""

    def whole(self, part: Part) -> Iterator[str]:
        """The elements of any part of the document."""
        match part:
            case Opening():
                yield from self._opening(part)
            case Notice(label, text):
                label = f"<strong>{self.words(label)}</strong> " if label else ""
                yield f'<p class="notice"{self.lang(text)}>{label}{self.words(text)}</p>'
            case Details(lines):
                yield self._details(lines)
            case Contents():
                yield from self._contents(part)
            case PresentLists(title, lists):
                yield self.heading(1, title)
                yield from (line for each in lists for line in self._people(each))
            case Tabled(table):
                yield from self._tabled(table)
            case Proceedings(title):
                yield self.heading(1, title)
            case Closing(text):
                yield f"<p{self.lang(text)}>{self.words(text)}</p>"
            case Signature(signed, dated):
                lines = f"<span>{self.words(signed)}</span> <span>{self.words(dated)}</span>"
                yield f'<p class="signature">{lines}</p>'
            case _:
                yield from self.part(part)

    def _tabled(self, table: Table) -> Iterator[str]:
        yield self.heading(1, table.title)
        yield from self.table(table, caption=table.summary)
        if table.note:
            yield f'<p class="note"{self.lang(table.note)}>{self.words(table.note)}</p>'

    def items(self, table: TabledItems) -> Iterator[str]:
        """A row for each item; the number is the heading of the row."""
        yield _scrolled(table.title)
        yield '<table class="items">'
        yield f"<caption{self.lang(table.summary)}>{self.words(table.summary)}</caption>"
        headings = (f'<th scope="col">{self.words(each)}</th>' for each in table.headings)
        yield f"<thead><tr>{''.join(headings)}</tr></thead>"
        yield "<tbody>"
        for row in table.rows:
            item = row.item
            yield f'<tr><th scope="row">{self.words(item.number or EMPTY)}</th>'
            title = self.heading(item.level, item.title or EMPTY, item.place)
            yield f"<td>{title}</td>"
            for cell in row.cells:
                yield "<td>"
                yield from (line for part in cell for line in self.part(part))
                yield f"{'' if cell else EMPTY}</td>"
            yield "</tr>"
        yield "</tbody>"
        yield "</table>"
        yield "</div>"

    def _people(self, listed: PeopleList) -> tuple[str, ...]:
        people = "".join(f"<li>{self.words(person)}</li>" for person in listed.people)
        return (self.heading(2, listed.title), f'<ul class="people">{people}</ul>')

    def heading(self, level: int, title: str, place: str = "") -> str:
        """One level lower than in the document: the title of the page is above them all."""
        named = f' id="{place}"' if place else ""
        return f"<h{level + 1}{named}{self.lang(title)}>{self.words(title)}</h{level + 1}>"

    def look(self, name: str) -> str:
        """The name that the style sheet has for it."""
        return f' class="{name}"'

    def framed(self, lines: Iterable[str]) -> Iterator[str]:
        """Elements in a box that the style sheet draws a line around."""
        yield '<div class="framed">'
        yield from lines
        yield "</div>"

    def number(self, number: str) -> str:
        """A number in a column of its own."""
        return f'<span class="number">{words(number)}</span> '

    def marker(self, limb: Limb) -> str:
        """How the list counts, and what stands around each count."""
        around = _AROUND.get((limb.before, limb.after), "")
        kind = super().marker(limb)
        return f'{kind} class="{around}-{kind.split(chr(34))[1]}"' if around else kind

    def table(self, table: Table, *, caption: str = "") -> Iterator[str]:
        """A wide table moves by itself."""
        yield _scrolled(table.title)
        yield from super().table(table, caption=caption)
        yield "</div>"

    def _opening(self, part: Opening) -> Iterator[str]:
        if part.council:
            yield f'<p class="council"{self.lang(part.council)}>{self.words(part.council)}</p>'
        yield f"<h1{self.lang(part.title)}>{self.words(part.title)}</h1>"
        if part.held:
            yield f'<p class="held"{self.lang(part.held)}>{self.words(part.held)}</p>'

    def _details(self, lines: tuple[tuple[str, str], ...]) -> str:
        pairs = (
            f"<dt>{self.words(label)}</dt><dd{self.lang(text)}>{self.words(text)}</dd>"
            for label, text in lines
        )
        return f"<dl>{''.join(pairs)}</dl>"

    def _contents(self, part: Contents) -> Iterator[str]:
        yield '<nav aria-labelledby="items">'
        yield f'<h2 id="items">{self.words(part.title)}</h2>'
        yield "<ul>"
        for item in part.items:
            link = f'<a href="#{item.place}">{self.words(item.words)}</a>'
            yield f"<li{self.lang(item.title)}>{link}</li>"
        yield "</ul>"
        yield "</nav>"
