"""What the body is put upon: our template or the council's, its margins filled already."""

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field

from clerkapp.export.crest import Crest
from clerkapp.export.word.elements import TABLE_WIDTH, paragraph
from clerkapp.export.word.lending import Template, margins_of, tabs_of
from clerkapp.export.word.letterhead import field_of, fill_letterhead
from clerkapp.export.word.margins import core_properties, draft_mark, footer, header_of, headers
from clerkapp.export.word.numbering import OWN_LISTS, Lists
from clerkapp.export.word.package import Package, own_template
from clerkapp.export.word.template import DOCUMENT_TYPE, related, relations
from clerkapp.export.word.tree import Node, R, W, node, parsed, r, val, w, written
from clerkapp.wording.minutes import Minutes

MARKER = "<!--minutes-->"
_MAIN = "word/document.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OWN_STYLES = "word/styles.xml"
_OWN_NUMBERING = "word/numbering.xml"


class Ground(Struct, frozen=True):
    """A package whose main part has a marker where the minutes go."""

    package: Package
    own_styles: frozenset[str]  # the ids of the styles that are ours
    main: str = _MAIN
    styles: str = _OWN_STYLES
    numbering: str = _OWN_NUMBERING
    marker: str = MARKER
    names: Mapping[str, str] = field(default_factory=dict[str, str])  # ours, and theirs for it
    lists: Lists = OWN_LISTS
    room: int = TABLE_WIDTH  # between the margins, in twentieths of a point
    filled: frozenset[str] = frozenset()  # the fields of the letterhead

    def add_crest(self, crest: Crest) -> str:
        """Adds the picture to the package; the relationship by which the body shows it."""
        folder, _, _ = self.main.rpartition("/")
        name = f"{folder}/media/crest.{crest.ending}".lstrip("/")
        self.package.add(name, crest.data, f"image/{crest.ending}")
        return self.package.relate(self.main, "image", f"media/crest.{crest.ending}")


def lay_ground(minutes: Minutes, template: Template | None) -> Ground:
    """The template, ours or the council's, with everything but the body of the minutes in it."""
    return _own(minutes) if template is None else _councils(minutes, template)


def _own(minutes: Minutes) -> Ground:
    package = own_template()
    first, other = headers(minutes)
    package.parts["word/header-first.xml"], package.parts["word/header.xml"] = first, other
    feet = footer(minutes)
    package.parts["word/footer-first.xml"] = package.parts["word/footer.xml"] = feet
    package.parts["docProps/core.xml"] = core_properties(minutes)
    root = parsed(package.parts[_MAIN])
    page = root[0][-1]  # w:sectPr comes last
    page.addprevious(etree.Comment(MARKER[4:-3]))
    package.parts[_MAIN] = written(root)
    styles = parsed(package.parts[_OWN_STYLES])
    _speak(styles, minutes.language)
    package.parts[_OWN_STYLES] = written(styles)
    ours = frozenset(each.get(w("styleId")) or "" for each in styles.iter(w("style")))
    return Ground(package, ours)


def _councils(minutes: Minutes, template: Template) -> Ground:
    """The council's template: margins and letterhead kept and filled, properties ours."""
    package = Package(dict(template.parts))
    parts, main = package.parts, template.main
    root = _with_our_prefixes(parsed(parts[main]))
    body = root[0]
    if body[-1:] == [] or body[-1].tag != w("sectPr"):
        body.append(node("sectPr", node("pgSz", w=11906, h=16838)))
    margins = {
        name: parsed(parts[name])
        for _, kind, name in relations(parts, main)
        if kind in ("header", "footer")
    }
    filled = fill_letterhead([root, *margins.values()], minutes)
    _put_marker(body)
    heads = [tree for tree in margins.values() if tree.tag == w("hdr")]
    for number, head in enumerate(heads, start=1):
        _mark_as_draft(head, minutes, number)
    parts.update({name: written(tree) for name, tree in margins.items()})
    if not margins_of(root):
        _lend_margins(package, main, _first_page(body), minutes, template)
    elif minutes.is_draft:
        _mark_pages_without_header(package, main, body, minutes, template)
    parts[main] = written(root)
    package.add(main, parts[main], DOCUMENT_TYPE)
    styles = parsed(parts[template.styles])
    _speak(styles, minutes.language)
    parts[template.styles] = written(styles)
    package.forget_its_makers(core_properties(minutes))
    _never_ask(package, main)
    return Ground(
        package, template.own_styles, main, template.styles, template.numbering,
        names=template.names, lists=template.lists, room=template.room, filled=filled,
    )  # fmt: skip


def _speak(styles: Node, language: str) -> None:
    """Says in which language everything is that does not say so itself."""
    within = styles
    for name in ("docDefaults", "rPrDefault", "rPr"):
        within = _first(within, name, 0)
    _first(within, "lang", len(within)).set(w("val"), language)


def _first(within: Node, name: str, place: int) -> Node:
    """The element of that name in `within`, put at that place where there is none."""
    found = within.find(w(name))
    if found is None:
        found = node(name)
        within.insert(place, found)
    return found


def _with_our_prefixes(root: Node) -> Node:
    """The main part with the prefixes that our text uses."""
    if root.nsmap.get("w") == W and root.nsmap.get("r") == R:
        return root
    made = etree.Element(root.tag, dict(root.attrib), nsmap={**root.nsmap, "w": W, "r": R})
    made.extend(list(root))
    return made


def _put_marker(body: Node) -> None:
    """Where the template has a content control or a paragraph for the minutes; else at its end."""
    marker = etree.Comment(MARKER[4:-3])
    for each in body:
        said = "".join(t.text or "" for t in each.iter(w("t"))).strip().casefold()
        control = each.tag == w("sdt") and field_of(each) == "minutes"
        if control or (each.tag == w("p") and said == "{minutes}"):
            body.replace(each, marker)
            return
    last = body[-1]
    before = last.getprevious()
    if before is not None and _is_blank(before):
        body.remove(before)  # the empty paragraph that a letterhead ends with
    last.addprevious(marker)


def around_marker(root: Node) -> tuple[list[Node], list[Node]]:
    """What the body of that main part has before the marker, and what after it."""
    body = root[0]
    place = next(n for n, each in enumerate(body) if each.text == MARKER[4:-3])
    return body[:place], body[place + 1 :]


def _is_blank(element: Node) -> bool:
    held = any(True for _ in element.iter(w("sectPr"), w("drawing"), w("pict")))
    return element.tag == w("p") and not held and not "".join(element.itertext()).strip()


def _mark_as_draft(head: Node, minutes: Minutes, number: int) -> None:
    mark = draft_mark(minutes, number)
    within = next(head.iter(w("p")), None)
    if mark and within is not None:
        within.append(parsed(mark.replace("<w:r>", f'<w:r xmlns:w="{W}">', 1).encode()))


def _first_page(body: Node) -> Node:
    """The properties of the first section; what it has around its pages the later ones have too."""
    return next(body.iter(w("sectPr")))


def _mark_pages_without_header(
    package: Package, main: str, body: Node, minutes: Minutes, template: Template
) -> None:
    """A header with the mark of a draft alone, for pages to which the template gives no header."""
    page = _first_page(body)
    there = {each.get(w("type")) for each in page.iter(w("headerReference"))}
    wanted = {"default"}
    if next(body.iter(w("titlePg")), None) is not None:
        wanted.add("first")
    folder, _, _ = main.rpartition("/")
    for number, kind in enumerate(sorted(wanted - there), start=100):
        style = template.names.get("Header", "Header")
        name = f"header-draft-{kind}.xml"
        head = header_of(paragraph(style, draft_mark(minutes, number)))
        package.add(f"{folder}/{name}".lstrip("/"), head, f"{_WORD}.header+xml")
        reference = node("headerReference", type=kind)
        reference.set(r("id"), package.relate(main, "header", name))
        page.insert(0, reference)


def _lend_margins(
    package: Package, main: str, page: Node, minutes: Minutes, template: Template
) -> None:
    """Our header and footer, for a template that has none."""
    folder, _, _ = main.rpartition("/")
    styles = parsed(package.parts[template.styles])
    _, head = headers(minutes)
    for kind, data in (("footer", footer(minutes)), ("header", head)):
        name = f"{folder}/{kind}-minutes.xml".lstrip("/")
        root = parsed(data)
        for style in root.iter(w("pStyle")):
            named = template.names.get(val(style), val(style))
            style.set(w("val"), named)
            if named not in template.own_styles:
                style.addnext(_own_tab(tabs_of(styles, named), template.page_room))
        package.add(name, written(root), f"{_WORD}.{kind}+xml")
        relation = package.relate(main, kind, f"{kind}-minutes.xml")
        reference = node(f"{kind}Reference", type="default")
        reference.set(r("id"), relation)
        page.insert(0, reference)


def _own_tab(theirs: list[str], room: int) -> Node:
    """One tab at the margin in place of those of their style."""
    cleared = (node("tab", val="clear", pos=place) for place in theirs if place != str(room))
    return node("tabs", *cleared, node("tab", val="right", pos=room))


def _never_ask(package: Package, main: str) -> None:
    """Takes from the settings what would have Word ask a question whenever the file is opened."""
    name = related(package.parts, main).get("settings")
    if name:
        root = parsed(package.parts[name])
        for each in [e for e in root if e.tag in (w("updateFields"), w("mailMerge"))]:
            root.remove(each)
        package.parts[name] = written(root)
