"""Reads a Word file that was exported here: what it prints now, and the record that it carries.

Nothing in the file is run, fetched or expanded: it may have come by mail.
"""

import zipfile
import zlib
from pathlib import Path

from lxml import etree
from msgspec import Struct

from clerkapp.errors import NotationError, WordFileError
from clerkapp.notation.printed_record import NAMESPACE, PrintedRecord, read_record
from clerkapp.notation.word_margins import is_margin, margin_words
from clerkapp.notation.word_paragraphs import (
    Node,
    W,
    WordParagraph,
    evened,
    word_paragraphs,
)

LARGEST = 64 * 1024 * 1024
"""Bytes of all parts unpacked; a small file that grows beyond that is no minutes."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_MAIN = (f"{_OFFICE}/officeDocument", f"{_STRICT}/officeDocument")
_TRACKED = ("ins", "del", "moveFrom", "moveTo")


class WordFile(Struct, frozen=True):
    """What a Word file says now, with the record of what was exported."""

    record: PrintedRecord
    paragraphs: tuple[WordParagraph, ...]
    tracked: int = 0  # changes that are tracked; they are read as accepted
    comments: tuple[str, ...] = ()  # "A Clerk: is that so?"
    margins: tuple[str, ...] = ()  # what stands at the head and the foot of its pages


def read_word_file(path: Path) -> WordFile:
    """The Word file at `path`; WordFileError, with its name, where it is none of ours."""
    try:
        with zipfile.ZipFile(path) as package:
            return _read(package)
    except (WordFileError, NotationError) as error:
        raise WordFileError(f"{path.name}: {error}") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        why = "it is not a Word file (.docx), or it is damaged or locked by a password"
        raise WordFileError(f"{path.name}: {why}") from None
    except OSError as error:
        raise WordFileError(f"{path}: {(error.strerror or str(error)).lower()}") from None


def _read(package: zipfile.ZipFile) -> WordFile:
    if sum(each.file_size for each in package.infolist()) > LARGEST:
        raise WordFileError("it unpacks to more than 64 MB, which no minutes do")
    names = set(package.namelist())
    if "_rels/.rels" not in names:
        raise WordFileError("it is not a Word file (.docx)")
    main = next(
        (
            (each.get("Target") or "").lstrip("/")
            for each in _parsed(package, "_rels/.rels")
            if each.get("Type") in _MAIN
        ),
        "",
    )
    if main not in names:
        raise WordFileError("it is not a Word file (.docx)")
    record = _record(package, names)
    root = _parsed(package, main)
    body = root.find(f"{W}body")
    if body is None:
        raise WordFileError("it is not a Word file that Clerkapp exported")
    folder = main.rpartition("/")[0]
    comments = f"{folder}/comments.xml".lstrip("/")
    return WordFile(
        record=record,
        paragraphs=tuple(word_paragraphs(body)),
        tracked=sum(1 for _ in body.iter(*(f"{W}{name}" for name in _TRACKED))),
        comments=tuple(map(_comment, _parsed(package, comments))) if comments in names else (),
        margins=margin_words(_parsed(package, each) for each in sorted(names) if is_margin(each)),
    )


def _record(package: zipfile.ZipFile, names: set[str]) -> PrintedRecord:
    for name in sorted(names):
        if name.startswith("customXml/") and name.endswith(".xml"):
            root = _parsed(package, name)
            if root.tag == f"{{{NAMESPACE}}}record":
                return read_record(root.text or "", root.get("sha256") or "")
    raise WordFileError(
        "there is no record of a meeting in it: Clerkapp did not export it, or the program that "
        "saved it took the record out; copy what was changed and paste it"
    )


def _parsed(package: zipfile.ZipFile, name: str) -> Node:
    """A part as XML, without entities, DTDs or anything from elsewhere."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(package.read(name), parser)
    except etree.XMLSyntaxError:
        raise WordFileError(f"its part {name} is damaged") from None
    if root.getroottree().docinfo.doctype:
        raise WordFileError(f"its part {name} declares entities, which no program of Office writes")
    return root


def _comment(element: Node) -> str:
    who = element.get(f"{W}author") or "somebody"
    words = " ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in element.iter(f"{W}p"))
    return f"{who}: {evened(words)}"
