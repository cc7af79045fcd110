"""The package around the body: parts by name, what relates them, and the same bytes each time."""

import io
import posixpath
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lxml import etree

from clerkapp.export.word.tree import R, parsed, written
from clerkapp.resources import resource

OFFICE = R
"""How the types of the relationships of a Word package begin."""
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties", "thumbnail")
_FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip entry can have


class Package:
    """The parts of one Word file, by their names in it."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts

    def relate(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """Relates the part `source` to a part beside it or to an address; the relationship's id.

        `kind` is how the type of the relationship ends ("header"), or all of it.
        """
        folder, _, name = source.rpartition("/")
        held = f"{folder}/_rels/{name}.rels".lstrip("/")
        kind = kind if "/" in kind else f"{OFFICE}/{kind}"
        root = parsed(self.parts.get(held) or f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        taken = {each.get("Id") for each in root}
        for each in root:
            if each.get("Type") == kind and each.get("Target") == target:
                return each.get("Id") or ""
        made = f"rIdC{next(n for n in range(1, len(taken) + 2) if f'rIdC{n}' not in taken)}"
        mode = {"TargetMode": "External"} if external else {}
        known = {"Id": made, "Type": kind, "Target": target, **mode}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", known)
        self.parts[held] = written(root)
        return made

    def add(self, name: str, data: bytes, content_type: str) -> None:
        """Adds a part, or replaces the one of that name."""
        root = parsed(self.parts[_CONTENT_TYPES])
        for each in root.iterfind(f"{{{_TYPES}}}Override"):
            if each.get("PartName") == f"/{name}":
                root.remove(each)
        known = {"PartName": f"/{name}", "ContentType": content_type}
        etree.SubElement(root, f"{{{_TYPES}}}Override", known)
        self.parts[_CONTENT_TYPES] = written(root)
        self.parts[name] = data

    def forget_its_makers(self, core: bytes) -> None:
        """Puts `core` in the place of all properties: author, company, manager, picture, path."""
        self.take_out("", *_PROPERTIES)
        self.add(_CORE, core, _CORE_TYPE)
        self.relate("", f"{_RELATIONS}/metadata/core-properties", _CORE)

    def take_out(self, source: str, *kinds: str) -> None:
        """Takes out the parts that `source` has in a relationship of one of those types."""
        folder, _, name = source.rpartition("/")
        held = f"{folder}/_rels/{name}.rels".lstrip("/")
        root = parsed(self.parts[held])
        for each in list(root):
            if (each.get("Type") or "").rpartition("/")[2] in kinds:
                target = each.get("Target") or ""
                self.parts.pop(target.lstrip("/"), None)
                self.parts.pop(f"{folder}/{target}".lstrip("/"), None)
                root.remove(each)
        self.parts[held] = written(root)
        self._forget_types()

    def keep_related(self, source: str, kept: Callable[[str, str], bool]) -> None:
        """Keeps of what `source` is related to what `kept` says, by its id and its kind."""
        folder, _, name = source.rpartition("/")
        held = f"{folder}/_rels/{name}.rels".lstrip("/")
        if held in self.parts:
            root = parsed(self.parts[held])
            for each in list(root):
                if not kept(each.get("Id") or "", (each.get("Type") or "").rpartition("/")[2]):
                    root.remove(each)
            self.parts[held] = written(root)

    def unrelate(self, source: str, part: str) -> None:
        """Takes out every relationship in which `source` has that part."""
        folder, _, name = source.rpartition("/")
        held = f"{folder}/_rels/{name}.rels".lstrip("/")
        root = parsed(self.parts[held])
        for each in list(root):
            target = each.get("Target") or ""
            if posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") == part:
                root.remove(each)
        self.parts[held] = written(root)
        self._forget_types()

    def _forget_types(self) -> None:
        """Takes out what is said of parts that are no longer there."""
        root = parsed(self.parts[_CONTENT_TYPES])
        for each in list(root):
            name = each.get("PartName")
            if name and name.lstrip("/") not in self.parts:
                root.remove(each)
        self.parts[_CONTENT_TYPES] = written(root)

    def data(self) -> bytes:
        """The bytes of the file: the parts in order, without the time of day in them."""
        names = sorted(self.parts, key=lambda name: (name != _CONTENT_TYPES, name))
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
            for name in names:
                entry = zipfile.ZipInfo(name, _FIXED)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                target.writestr(entry, self.parts[name])
        return held.getvalue()


def own_template() -> Package:
    """The template that comes with Clerkapp."""
    return Package(dict(_parts_in(resource("templates", "minutes"))))


@cache
def _parts_in(folder: Path) -> dict[str, bytes]:
    """The parts that lie unzipped in `folder`."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
