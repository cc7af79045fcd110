"""A council's Word file read as a template, or refused in a sentence when it could do harm."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from clerkapp.errors import TemplateError
from clerkapp.export.word.tree import Node, W, parsed, val, w
from clerkapp.meeting.stationery import KeptFile
from clerkapp.patterns import pattern

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # how .doc begins, and .docx with a password
_LARGEST = 64 * 2**20  # bytes unpacked: a small file can unpack to more than the memory there is
_MOST_PARTS = 2_000
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{_WORD}.document.main+xml"
_MAIN_TYPES = (DOCUMENT_TYPE, f"{_WORD}.template.main+xml")
_LINKED = frozenset({"hyperlink"})  # what may point out of the file
_ACTIVE = frozenset(
    {"vbaProject", "oleObject", "package", "control", "aFChunk", "subDocument", "attachedTemplate"}
)
_HELD = frozenset(
    (w("altChunk"), w("subDoc"), w("control"), "{urn:schemas-microsoft-com:office:office}OLEObject")
)  # the same in the text, also where nothing is said of what it is
_LEADS_OUT = pattern(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[A-Za-z]:")  # "../x.xml", "C:x.xml"
_REACHING_OUT = pattern(r"\b(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|IMPORT|DATABASE)\b")


def read_parts(file: KeptFile) -> dict[str, bytes]:
    """The parts of that .docx or .dotx, each looked at before anything is made of it.

    TemplateError says what is wrong with a file that is none, that has macros, that reaches
    outside itself, or that would unpack to more than 64 MB.
    """
    _check_beginning(file)
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            _check_sizes(file.name, entries)
            parts = {entry.filename.lstrip("/"): package.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, ValueError, zlib.error):
        raise TemplateError(f"{file.name} is no Word file, or it is damaged") from None
    except (NotImplementedError, RuntimeError):  # a password; a way of packing that Word has not
        raise TemplateError(f"{file.name} is locked, or packed as no Word file is") from None
    try:
        _check(parts)
    except TemplateError as error:
        raise TemplateError(f"{file.name} cannot be the template: {error}") from None
    return parts


def _check_beginning(file: KeptFile) -> None:
    """Tells apart what is often taken for a Word file, for whom “damaged” would be no help."""
    if not file.data:
        raise TemplateError(f"{file.name} is empty")
    if file.data.startswith(_OLE):
        raise TemplateError(
            f"{file.name} has a password, or is of the kind that Word wrote before 2007 (.doc); "
            "open it in Word, take the password off, and save it as .docx"
        )


def _check_sizes(name: str, entries: list[zipfile.ZipInfo]) -> None:
    size = sum(entry.file_size for entry in entries)
    if size > _LARGEST:
        raise TemplateError(f"{name} would unpack to {size // 2**20} MB; a template may have 64 MB")
    if len(entries) > _MOST_PARTS:
        raise TemplateError(f"{name} has {len(entries)} parts; a template may have {_MOST_PARTS}")
    if len({entry.filename.lstrip("/").casefold() for entry in entries}) < len(entries):
        raise TemplateError(f"{name} has two parts of one name")
    if any(_LEADS_OUT.search(entry.filename) for entry in entries):
        raise TemplateError(f"{name} has a part whose name leads out of it, which no Word file has")


def _check(parts: dict[str, bytes]) -> None:
    if any(name.casefold().endswith("vbaproject.bin") for name in parts):
        raise TemplateError("it has macros; save it in Word as .docx or .dotx, without them")
    for name in ("[Content_Types].xml", "_rels/.rels"):
        if name not in parts:
            raise TemplateError(f"the part {name} is missing")
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            root = _whole(name, data)
            if name.endswith(".rels"):
                _check_relations(name, root, parts)
            _check_fields(root)
            _check_held(root)
    main = main_part(parts)
    if content_type(parts, main) not in _MAIN_TYPES:
        raise TemplateError("it is not a Word document without macros (.docx or .dotx)")
    root = parsed(parts[main])
    if root.tag != w("document") or root.find(w("body")) is None:
        raise TemplateError("its text is not in the form that Word writes as “Word document”")
    if root.nsmap.get("w", W) != W or "styles" not in related(parts, main):
        raise TemplateError("it has no styles")


def _whole(name: str, data: bytes) -> Node:
    try:
        return parsed(data)
    except TemplateError as error:
        raise TemplateError(f"{error} ({name})") from None


def _check_relations(name: str, root: Node, parts: dict[str, bytes]) -> None:
    for each in root:
        kind = (each.get("Type") or "").rpartition("/")[2]
        target = each.get("Target") or ""
        external = each.get("TargetMode") == "External"
        if kind == "vbaProject":
            raise TemplateError("it has macros; save it in Word as .docx or .dotx, without them")
        if kind == "attachedTemplate":
            raise TemplateError(
                f"it is attached to another template, {target}; take that off in Word "
                "(Developer, Document Template)"
            )
        if kind in _ACTIVE:
            raise TemplateError(f"it has another document or a program in it ({target})")
        if external and kind not in _LINKED:
            raise TemplateError(f"it takes something from outside itself: {target}")
        if not external and target_of(name, target) not in parts and kind != "hyperlink":
            raise TemplateError(f"the part {target} is missing")


def _check_held(root: Node) -> None:
    held = next(root.iter(*_HELD), None)
    if held is not None:
        kind = etree.QName(held).localname
        raise TemplateError(f"it has another document or a program in it ({kind})")


def _check_fields(root: Node) -> None:
    told = ["".join(each.text or "" for each in root.iter(w("instrText")))]
    told += (each.get(w("instr")) or "" for each in root.iter(w("fldSimple")))
    for instruction in told:
        if found := _REACHING_OUT.search(instruction.upper()):
            raise TemplateError(f"it has a field that reaches outside it: {found.group()}")


def target_of(rels: str, target: str) -> str:
    """The name of the part that a relationship in the part `rels` leads to."""
    folder = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def relations(parts: dict[str, bytes], source: str) -> Iterator[tuple[str, str, str]]:
    """Of each relationship within the file: its id, how its type ends, and the part."""
    folder, name = posixpath.split(source)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels in parts:
        for each in parsed(parts[rels]):
            if each.get("TargetMode") != "External":
                kind = (each.get("Type") or "").rpartition("/")[2]
                yield each.get("Id") or "", kind, target_of(rels, each.get("Target") or "")


def forget_strays(parts: dict[str, bytes]) -> None:
    """Takes out of `parts` those to which nothing in the file leads: Word never shows them."""
    found, ahead = {"[Content_Types].xml", "_rels/.rels"}, [""]
    while ahead:
        source = ahead.pop()
        folder, name = posixpath.split(source)
        found |= {source, posixpath.join(folder, "_rels", f"{name}.rels")}
        ahead += {part for _, _, part in relations(parts, source)} - found
    for name in parts.keys() - found:
        del parts[name]


def related(parts: dict[str, bytes], source: str) -> dict[str, str]:
    """The parts that `source` is related to, one of each type."""
    return {kind: target for _, kind, target in relations(parts, source)}


def main_part(parts: dict[str, bytes]) -> str:
    """The part with the text; TemplateError where there is none."""
    main = related(parts, "").get("officeDocument", "")
    if main not in parts:
        raise TemplateError("the part with its text is missing")
    return main


def content_type(parts: dict[str, bytes], name: str) -> str:
    """Which content a part is said to have; "" where nothing is said."""
    for each in parsed(parts["[Content_Types].xml"]):
        if (each.get("PartName") or "").lstrip("/") == name:
            return each.get("ContentType") or ""
    return ""


def named_styles(styles: Node) -> dict[tuple[str, str], str]:
    """The ids of styles by type and by name, in small letters: Word tells no others apart."""
    return {
        (each.get(w("type")) or "", val(each.find(w("name"))).casefold()): each.get(w("styleId"))
        or ""
        for each in styles.iter(w("style"))
    }
