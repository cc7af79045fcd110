"""What a part of a template holds and shows to nobody, taken out of its tree."""

from collections.abc import Iterable, Iterator

from lxml import etree

from clerkapp.export.word.tree import Node, val, w
from clerkapp.patterns import pattern

_TRACKED_AWAY = frozenset(
    map(w, ("del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference"))
) | frozenset(map(w, ("moveFromRangeStart", "moveFromRangeEnd", "cellDel")))
_MARKS = frozenset(
    w(name)
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange"),
        *("tcPrChange", "tblPrExChange", "numberingChange", "moveToRangeStart", "moveToRangeEnd"),
        *("cellIns", "cellMerge", "smartTagPr", "customXmlPr", "printerSettings", "fldData"),
    )
)
_OF_FORM_FIELDS = frozenset(
    map(w, ("name", "helpText", "statusText", "textInput", "entryMacro", "exitMacro"))
)  # what a field of a form would tell those who fill it in
_GONE = _TRACKED_AWAY | _MARKS | _OF_FORM_FIELDS
_KEPT_WITHIN = frozenset(map(w, ("ins", "moveTo", "smartTag", "customXml")))
_DRAWN = ("docPr", "cNvPr")
_PATH = pattern(r"(?:[A-Za-z]:|\\|/|file:)")
_VML_TITLE = "{urn:schemas-microsoft-com:office:office}title"
_HIDDEN_STYLES_ROUNDS = 11  # so deep may styles be based on each other


def hidden_styles(styles: Node) -> frozenset[str]:
    """The ids of the styles whose words Word shows to nobody."""
    hidden: frozenset[str] = frozenset()
    for _ in range(_HIDDEN_STYLES_ROUNDS):
        found = frozenset(
            each.get(w("styleId")) or ""
            for each in styles.iter(w("style"))
            if _vanishes(each.find(w("rPr")), otherwise=val(each.find(w("basedOn"))) in hidden)
        )
        if found == hidden:
            break
        hidden = found
    return hidden


def take_out_unseen(root: Node, hidden: frozenset[str]) -> None:
    """Takes tracked changes as accepted; comments, hidden words and rows, and names of files go.

    `hidden` are the styles that hide words. The words of smart tags and of custom XML stay.
    """
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for each in [e for e in root.iter(etree.Element) if e.tag in _GONE or _is_hidden(e, hidden)]:
        _remove(each)
    for each in [table for table in root.iter(w("tbl")) if table.find(w("tr")) is None]:
        _remove(each)
    for each in [e for e in root.iter(etree.Element) if e.tag in _KEPT_WITHIN]:
        unwrap(each)
    for each in root.iter(etree.Element):
        if etree.QName(each).localname in _DRAWN:
            _forget_file(each)
        each.attrib.pop(_VML_TITLE, None)


def take_out_idle_bookmarks(roots: Iterable[Node]) -> None:
    """Takes out the bookmarks to which nothing in those parts leads: their names may say much."""
    parts = tuple(roots)
    leading = " ".join(said for root in parts for said in _leading(root))
    for root in parts:
        starts = [
            e for e in root.iter(w("bookmarkStart")) if (e.get(w("name")) or "") not in leading
        ]
        idle = {each.get(w("id")) for each in starts}
        ends = [e for e in root.iter(w("bookmarkEnd")) if e.get(w("id")) in idle]
        for each in (*starts, *ends):
            _remove(each)


def take_out_idle_notes(notes: Node, main: Node) -> None:
    """Takes out the footnotes or endnotes that the text has lost."""
    kinds = (w("footnoteReference"), w("endnoteReference"))
    shown = {each.get(w("id")) for each in main.iter(*kinds)}
    for each in [e for e in notes if not e.get(w("type")) and e.get(w("id")) not in shown]:
        notes.remove(each)


def unwrap(element: Node) -> None:
    """Puts what is in `element` in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent.remove(element)
        for child in reversed(element):
            parent.insert(place, child)


def _leading(root: Node) -> Iterator[str]:
    for each in root.iter(w("instrText"), w("fldSimple"), w("hyperlink")):
        yield each.text or ""
        yield each.get(w("instr")) or each.get(w("anchor")) or ""


def _is_hidden(element: Node, hidden: frozenset[str]) -> bool:
    """Whether it is a run of words, or a row, that Word shows to nobody."""
    if element.tag == w("tr"):
        row = element.find(f"{w('trPr')}/{w('hidden')}")
        return row is not None and _is_on(row)
    if element.tag != w("r"):
        return False
    look, above = element.find(w("rPr")), next(element.iterancestors(w("p")), None)
    own = "" if look is None else val(look.find(w("rStyle")))
    of_paragraph = "" if above is None else val(above.find(f"{w('pPr')}/{w('pStyle')}"))
    return _vanishes(look, otherwise=bool({own, of_paragraph} & hidden))


def _vanishes(look: Node | None, *, otherwise: bool) -> bool:
    said = [] if look is None else [*look.iterfind(w("vanish")), *look.iterfind(w("specVanish"))]
    return any(map(_is_on, said)) if said else otherwise


def _is_on(element: Node) -> bool:
    return val(element) not in ("0", "false", "off")


def _forget_file(drawn: Node) -> None:
    """A picture is called after its file, and Word once described it by the path of that."""
    drawn.set("name", f"Picture {drawn.get('id') or ''}".strip())
    for told in ("descr", "title"):
        if _PATH.match(drawn.get(told) or ""):
            del drawn.attrib[told]


def _remove(element: Node) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
