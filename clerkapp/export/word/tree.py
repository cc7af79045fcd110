"""The parts of a Word package that are read and changed as trees: styles, lists, relationships."""

from typing import TypeAlias

from lxml import etree

from clerkapp.errors import TemplateError

Node: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def w(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """The qualified name of an attribute that names a relationship."""
    return f"{{{R}}}{name}"


def val(element: Node | None) -> str:
    """What the `w:val` of an element says; "" where either is not there."""
    return "" if element is None else element.get(w("val")) or ""


def node(tag: str, /, *children: Node, **attributes: str | int) -> Node:
    """A `w:` element with those children, and those attributes, `w:` too."""
    made = etree.Element(w(tag), {w(key): str(value) for key, value in attributes.items()})
    made.extend(children)
    return made


def parsed(data: bytes) -> Node:
    """The tree of one part; TemplateError where it is damaged, or has a document type.

    A document type can bring entities that grow without end or read files: no Word file has one.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise TemplateError("a part of it is damaged") from None
    if root.getroottree().docinfo.doctype:
        raise TemplateError("a part of it has a document type, which no Word file has")
    return root


def written(root: Node) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
