"""What a template tells of those who made it, taken out before anything is put into it.

Word keeps more than is seen: comments, what was deleted, hidden words, variables, building blocks,
and the metadata of document management. A template can also be last year's minutes, emptied, and
still carry the record of that meeting, exempt items and all.
"""

import posixpath
from collections.abc import Iterator

from lxml import etree

from clerkapp.export.pictures import bare_picture
from clerkapp.export.word.fields import take_out_telling_fields
from clerkapp.export.word.package import Package
from clerkapp.export.word.template import forget_strays, related, relations
from clerkapp.export.word.tree import Node, R, parsed, r, w, written
from clerkapp.export.word.unseen import (
    hidden_styles,
    take_out_idle_bookmarks,
    take_out_idle_notes,
    take_out_unseen,
    unwrap,
)

_STORIES = ("header", "footer", "footnotes", "endnotes")
_NOTES = ("footnotes", "endnotes")
_UNNAMED = frozenset(
    ("styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "theme")
) | {"customXml", "officeDocument", *_NOTES}  # what Word finds by its kind, and not by an id
_SHOWN_LINKS = ("http://", "https://", "mailto:", "tel:")
_SETTINGS = frozenset(
    w(name)
    for name in (
        *("docVars", "rsids", "mailMerge", "trackRevisions", "removePersonalInformation"),
        *("attachedSchema", "saveThroughXslt", "captions"),
        *("writeProtection", "documentProtection"),  # with the hash of somebody's password
    )
)


def forget_makers(package: Package, main: str) -> None:
    """Takes out of `package` what its readers are not meant to see.

    Changes that were tracked count as accepted. Custom XML stays only where a content control
    shows words of it, a part only where the text shows it or Word needs it. A template that was
    locked against changes no longer is: the minutes are to be edited.
    """
    parts = package.parts
    kinds = {main: "", **{n: k for _, k, n in relations(parts, main) if k in _STORIES}}
    stories = {name: parsed(parts[name]) for name in kinds}
    hidden = hidden_styles(parsed(parts[related(parts, main)["styles"]]))
    for name, root in stories.items():
        take_out_unseen(root, hidden)
        take_out_telling_fields(root)
        _take_out_links(package, name, root)
        if kinds[name] in _NOTES:
            take_out_idle_notes(root, stories[main])
    take_out_idle_bookmarks(stories.values())
    for name, root in stories.items():
        parts[name] = written(root)
        _unrelate_unnamed(package, name, root)
    _unrelate_unnamed(package, "", None)
    _forget_custom_xml(package, main, {each for name in stories for each in _bound(parts[name])})
    if settings := related(parts, main).get("settings"):
        root = parsed(parts[settings])
        for each in [each for each in root if each.tag in _SETTINGS]:
            root.remove(each)
        parts[settings] = written(root)
    forget_strays(parts)
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")):
            parts[name] = bare_picture(data)


def _take_out_links(package: Package, name: str, root: Node) -> None:
    """Links to files of somebody's computer stay as words."""
    links = {i: target for i, target in _outward(package, name) if not _is_shown(target)}
    for each in [e for e in root.iter(w("hyperlink")) if e.get(r("id")) in links]:
        unwrap(each)


def _is_shown(target: str) -> bool:
    return target.casefold().startswith(_SHOWN_LINKS)


def _unrelate_unnamed(package: Package, name: str, root: Node | None) -> None:
    """Takes out the parts that `name` is related to and does not show."""
    own = () if root is None else root.iter(etree.Element)
    used = {v for e in own for k, v in e.attrib.items() if k.startswith(f"{{{R}}}")}
    package.keep_related(name, lambda each, kind: each in used or kind in _UNNAMED)


def _outward(package: Package, name: str) -> Iterator[tuple[str, str]]:
    """Of each relationship that leads out of the file: its id, and where."""
    rels = _rels(name)
    for each in parsed(package.parts[rels]) if rels in package.parts else ():
        if each.get("TargetMode") == "External":
            yield each.get("Id") or "", each.get("Target") or ""


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
