"""A council's own template: its styles taken for ours by name, and lent those that it lacks."""

import copy
import tomllib
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from clerkapp.export.word.elements import TABLE_WIDTH
from clerkapp.export.word.letterhead import fields_in
from clerkapp.export.word.makers import forget_makers
from clerkapp.export.word.numbering import Lists
from clerkapp.export.word.package import Package, own_template
from clerkapp.export.word.template import (
    main_part,
    named_styles,
    read_parts,
    related,
)
from clerkapp.export.word.tree import Node, node, parsed, r, val, w, written
from clerkapp.meeting.stationery import KeptFile
from clerkapp.resources import resource

_NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_THEMED = tuple(map(w, ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")))
_BUILT_IN = frozenset({"Normal", "DefaultParagraphFont", "TableNormal", "NoList"})
_PAGE_WIDTH, _MARGIN = 11906, 1304  # of our template, where theirs says nothing
_GUTTER = 720  # between columns, where nothing else is said
_OF_MARGINS = frozenset(("Header", "HeaderFirst", "Footer", "FooterInitialled"))  # across the page


class Template(Struct, frozen=True):
    """A template that was looked at, and made ready for the minutes."""

    name: str  # of its file
    parts: Mapping[str, bytes]
    main: str
    styles: str
    numbering: str
    names: Mapping[str, str]  # by the id of our style: the id of the one in its place
    own_styles: frozenset[str]  # the ids of the lent ones
    lists: Lists
    page_room: int  # between its margins, in twentieths of a point
    room: int  # for the text: the same, or the narrowest of its columns
    mapped: tuple[tuple[str, str], ...]  # names of styles: ours, and theirs that is taken for it
    lent: tuple[str, ...]  # names of styles
    fields: tuple[str, ...]  # of the letterhead

    def report(self) -> tuple[str, ...]:
        """What was found and what was lent, a sentence each."""
        told: list[str] = []
        same = [theirs for ours, theirs in self.mapped if ours.casefold() == theirs.casefold()]
        if same:
            told.append(f"Styles of the template that are used: {', '.join(same)}.")
        told += (
            f"“{theirs}” is used for {ours}."
            for ours, theirs in self.mapped
            if ours.casefold() != theirs.casefold()
        )
        if self.lent:
            told.append(f"Styles lent to it: {', '.join(self.lent)}.")
        told.append("Lists lent to it: the items with their paragraphs, and the bullets.")
        filled = ", ".join(self.fields)
        told.append(
            f"Filled in its letterhead: {filled}." if filled else "It has no letterhead fields."
        )
        return tuple(told)


def template_in(file: KeptFile) -> Template:
    """That .docx or .dotx as a template; TemplateError says why one cannot serve."""
    parts = read_parts(file)
    package = Package(parts)
    main = main_part(package.parts)
    forget_makers(package, main)
    package.take_out(main, "stylesWithEffects")  # Word 2010's copy of the styles, now out of date
    beside = related(package.parts, main)
    ours = own_template()
    our_styles = parsed(ours.parts["word/styles.xml"])
    their_styles = parsed(package.parts[beside["styles"]])
    names, mapped = _mapped(our_styles, their_styles)
    lists, numbering = _lend_lists(package, main, beside, ours, names)
    lent = _lend_styles(our_styles, their_styles, names, lists, themed="theme" in beside)
    page_room, room = _rooms(parsed(package.parts[main]))
    of_margins = {names[each] for each, _ in lent if each in _OF_MARGINS}
    _fit_tabs(their_styles, of_margins, page_room)
    _fit_tabs(their_styles, {names[each] for each, _ in lent} - of_margins, room)
    package.parts[beside["styles"]] = written(their_styles)
    root = parsed(package.parts[main])
    margins = [parsed(p) for n, p in package.parts.items() if _is_margin(n)]
    return Template(
        name=file.name,
        parts=package.parts,
        main=main,
        styles=beside["styles"],
        numbering=numbering,
        names=names,
        own_styles=frozenset(names[each] for each, _ in lent),
        lists=lists,
        page_room=page_room,
        room=room,
        mapped=mapped,
        lent=tuple(name for _, name in lent),
        fields=tuple(name for name in fields_in([root, *margins]) if name != "minutes"),
    )


def _is_margin(name: str) -> bool:
    return name.endswith(".xml") and name.rpartition("/")[2].startswith(("header", "footer"))


@cache
def _other_names() -> dict[str, list[str]]:
    text = resource("templates", "style-names.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _mapped(ours: Node, theirs: Node) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Which of their styles stand in for which of ours: by id, and by name for the report."""
    known = named_styles(theirs)
    written_as = {each.get(w("styleId")): val(each.find(w("name"))) for each in theirs}
    names: dict[str, str] = {}
    told: list[tuple[str, str]] = []
    for style in ours.iter(w("style")):
        kind, style_id = style.get(w("type")) or "", style.get(w("styleId")) or ""
        name = val(style.find(w("name")))
        if style_id in _BUILT_IN:
            default = _default(theirs, kind)
            if default:
                names[style_id] = default
            continue
        for candidate in (name, *_other_names().get(name, ())):
            if found := known.get((kind, candidate.casefold())):
                names[style_id] = found
                told.append((name, written_as[found]))
                break
    return names, tuple(told)


def _default(styles: Node, kind: str) -> str:
    for each in styles.iter(w("style")):
        if each.get(w("type")) == kind and each.get(w("default")) in ("1", "true", "on"):
            return each.get(w("styleId")) or ""
    return ""


def _lend_styles(
    ours: Node, theirs: Node, names: dict[str, str], lists: Lists, *, themed: bool
) -> list[tuple[str, str]]:
    """Adds to their styles those of ours that they lack; the id and the name of each."""
    taken = {each.get(w("styleId")) for each in theirs.iter(w("style"))}
    lent = [each for each in ours.iter(w("style")) if (each.get(w("styleId")) or "") not in names]
    told: list[tuple[str, str]] = []
    for style in lent:
        style_id = style.get(w("styleId")) or ""
        names[style_id] = style_id if style_id not in taken else f"{style_id}Lent"
        told.append((style_id, val(style.find(w("name")))))
    for style in map(copy.deepcopy, lent):
        style.set(w("styleId"), names[style.get(w("styleId")) or ""])
        style.attrib.pop(w("default"), None)  # theirs has its own, or does without
        for link in style.iter(w("basedOn"), w("next"), w("link")):
            link.set(w("val"), names[val(link)])
        for number in style.iter(w("numId")):
            number.set(w("val"), str(lists.items if val(number) == "1" else lists.bullets))
        for fonts in style.iter(w("rFonts")) if not themed else ():
            for name in _THEMED:
                fonts.attrib.pop(name, None)
        theirs.append(style)
    return told


def _fit_tabs(styles: Node, lent: set[str], room: int) -> None:
    """Moves the tabs of the lent styles that reach across the page to where its margin is."""
    for style in styles.iter(w("style")):
        for tab in style.iter(w("tab")) if style.get(w("styleId")) in lent else ():
            place = int(tab.get(w("pos")) or 0)
            if place > TABLE_WIDTH // 3:
                tab.set(w("pos"), str(place * room // TABLE_WIDTH))


def tabs_of(styles: Node, style_id: str) -> list[str]:
    """Where the tabs of a style are."""
    return [
        tab.get(w("pos")) or ""
        for style in styles.iter(w("style"))
        if style.get(w("styleId")) == style_id
        for tab in style.iter(w("tab"))
    ]


def _lend_lists(
    package: Package, main: str, beside: dict[str, str], ours: Package, names: dict[str, str]
) -> tuple[Lists, str]:
    """Adds our two lists to theirs; where they are, and the name of the part."""
    folder, _, _ = main.rpartition("/")
    part = beside.get("numbering", f"{folder}/numbering.xml".lstrip("/"))
    if "numbering" not in beside:
        package.add(part, written(node("numbering")), _NUMBERING)
        package.relate(main, "numbering", "numbering.xml")
    root = parsed(package.parts[part])
    patterns, nums = root.findall(w("abstractNum")), root.findall(w("num"))
    pattern = 1 + max((int(e.get(w("abstractNumId")) or 0) for e in patterns), default=0)
    listed = 1 + max((int(e.get(w("numId")) or 0) for e in nums), default=0)
    lent = parsed(ours.parts["word/numbering.xml"])
    place = 1 + root.index(patterns[-1]) if patterns else 0
    for moved, each in enumerate(lent.findall(w("abstractNum"))):
        each.set(w("abstractNumId"), str(pattern + moved))
        for style in list(each.iter(w("pStyle"))):
            level = style.getparent()
            if val(style) in names and level is not None:
                level.remove(style)  # their style counts, or does not, by a list of its own
        root.insert(place + moved, each)
    after = root.index(root.findall(w("num"))[-1]) + 1 if nums else place + 2
    for moved in range(2):
        held = node("num", node("abstractNumId", val=pattern + moved), numId=listed + moved)
        root.insert(after + moved, held)
    package.parts[part] = written(root)
    return Lists(pattern, listed, listed + 1), part


def _rooms(root: Node) -> tuple[int, int]:
    """Between the margins of the last section, and for a line of its text."""
    page = next(reversed(list(root.iter(w("sectPr")))), None)
    if page is None:
        return TABLE_WIDTH, TABLE_WIDTH
    size, margin = page.find(w("pgSz")), page.find(w("pgMar"))
    wide = _twips(size, "w", _PAGE_WIDTH)
    wide -= sum(_twips(margin, side, _MARGIN) for side in ("left", "right"))
    wide = max(wide - _twips(margin, "gutter", 0), TABLE_WIDTH // 4)
    return wide, max(_column(page.find(w("cols")), wide), TABLE_WIDTH // 4)


def _column(columns: Node | None, wide: int) -> int:
    """How wide the narrowest of the columns is in which the text runs."""
    if columns is None:
        return wide
    if own := [_twips(each, "w", wide) for each in columns.iter(w("col"))]:
        return min(own)
    count = max(1, _twips(columns, "num", 1))
    return (wide - (count - 1) * _twips(columns, "space", _GUTTER)) // count


def _twips(element: Node | None, name: str, usual: int) -> int:
    said = "" if element is None else element.get(w(name)) or ""
    return int(said) if said.isdecimal() else usual


def margins_of(root: Node) -> list[str]:
    """The ids of the relationships by which the sections of a main part have their margins."""
    return [e.get(r("id")) or "" for e in root.iter(w("headerReference"), w("footerReference"))]
