"""What a template tells of those who made it, taken out before anything is put into it.

Word keeps more than is seen: comments, what was deleted, hidden words, variables, building blocks,
and the metadata of document management. A template can also be last year's minutes, emptied, and
still carry the record of that meeting, exempt items and all.
"""

import posixpath
from collections.abc import Iterator

from lxml import etree

from clerkapp.export.word.package import Package
from clerkapp.export.word.pictures import bare_picture
from clerkapp.export.word.template import related, relations
from clerkapp.export.word.tree import Node, parsed, val, w, written

_REMARKS = (
    *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
    *("glossaryDocument", "keyMapCustomizations", "attachedToolbars"),
)
_STORIES = ("header", "footer", "footnotes", "endnotes")
_GONE = frozenset(
    map(w, ("del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference"))
) | frozenset(map(w, ("moveFromRangeStart", "moveFromRangeEnd", "cellDel")))
_KEPT_WITHIN = frozenset(map(w, ("ins", "moveTo")))
_MARKS = frozenset(
    w(name)
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange"),
        *("tcPrChange", "tblPrExChange", "numberingChange", "moveToRangeStart", "moveToRangeEnd"),
        *("cellIns", "cellMerge"),
    )
)
_SETTINGS = frozenset(
    map(w, ("docVars", "rsids", "mailMerge", "trackRevisions", "removePersonalInformation"))
)


def forget_makers(package: Package, main: str) -> None:
    """Takes out of `package` what its readers are not meant to see.

    Changes that were tracked count as accepted. Custom XML stays only where a content control
    shows words of it.
    """
    parts = package.parts
    stories = [main, *(n for _, kind, n in relations(parts, main) if kind in _STORIES)]
    for name in stories:
        root = parsed(parts[name])
        _accept(root)
        parts[name] = written(root)
    for kind in _REMARKS:
        _take_out(package, main, kind)
    _forget_custom_xml(package, main, {each for name in stories for each in _bound(parts[name])})
    if settings := related(parts, main).get("settings"):
        root = parsed(parts[settings])
        for each in [each for each in root if each.tag in _SETTINGS]:
            root.remove(each)
        parts[settings] = written(root)
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")):
            parts[name] = bare_picture(data)


def _accept(root: Node) -> None:
    """Takes tracked changes as accepted; comments and hidden words go."""
    for each in [e for e in root.iter(etree.Element) if e.tag in _GONE | _MARKS or _is_hidden(e)]:
        _remove(each)
    for each in [e for e in root.iter(etree.Element) if e.tag in _KEPT_WITHIN]:
        parent = each.getparent()
        if parent is not None:
            place = parent.index(each)
            parent.remove(each)
            for child in reversed(each):
                parent.insert(place, child)


def _is_hidden(element: Node) -> bool:
    """Whether it is a run of words that Word shows to nobody."""
    vanish = element.find(f"{w('rPr')}/{w('vanish')}") if element.tag == w("r") else None
    return vanish is not None and val(vanish) not in ("0", "false", "off")


def _remove(element: Node) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _take_out(package: Package, main: str, kind: str) -> None:
    """The part of that kind, and what only it leads to (the styles of a glossary)."""
    parts = package.parts
    own = [name for _, of, name in relations(parts, main) if of == kind]
    beside = {name for _, of, name in relations(parts, main) if of != kind}
    for name in own:
        for _, _, further in relations(parts, name):
            if further not in beside:
                parts.pop(further, None)
        parts.pop(_rels(name), None)
    package.take_out(main, kind)


def _bound(part: bytes) -> Iterator[str]:
    """The ids of the custom XML of which a content control shows words."""
    for each in parsed(part).iter(w("dataBinding")):
        yield (each.get(w("storeItemID")) or "").casefold()


def _forget_custom_xml(package: Package, main: str, bound: set[str]) -> None:
    parts = package.parts
    for _, kind, name in list(relations(parts, main)):
        if kind != "customXml" or name not in parts:
            continue
        beside = [each for _, _, each in relations(parts, name) if each in parts]
        ids = {v.casefold() for each in beside for v in parsed(parts[each]).attrib.values()}
        if not ids & bound:
            for each in (name, _rels(name), *beside):
                parts.pop(each, None)
            package.unrelate(main, name)


def _rels(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")
