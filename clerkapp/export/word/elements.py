"""The few elements of WordprocessingML that minutes are made of, as lxml elements.

Everything that is not a paragraph's own (fonts, spacing, colours) is in the template's styles.
"""

from collections.abc import Iterable
from typing import TypeAlias, cast

from lxml import etree

from clerkapp.meeting.words import clean
from clerkapp.wording.minutes import Table

Node: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TABLE_WIDTH = 9298  # twentieths of a point between the margins of the template's A4 page


def w(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def as_node(element: object) -> Node:
    """An element of python-docx as what it is: an element of lxml."""
    return cast("Node", element)


def node(tag: str, /, *children: Node, **attributes: str | int) -> Node:
    """A `w:` element with those children, and those attributes, `w:` too."""
    made = etree.Element(w(tag), {w(key): str(value) for key, value in attributes.items()})
    made.extend(children)
    return made


def paragraph(  # noqa: PLR0913 — each is a property of the one paragraph
    style: str,
    *content: Node,
    number: tuple[int, int] | None = None,
    keep_next: bool = False,
    right_tab: bool = False,
    is_close: bool = False,
    is_centred: bool = False,
) -> Node:
    """A paragraph in a style of the template; `number` is the list's numId and the level in it.

    The properties stand in the order that the schema asks for.
    """
    properties = node("pPr", node("pStyle", val=style))
    if keep_next:
        properties.append(node("keepNext"))
    if number:
        num_id, level = number
        properties.append(node("numPr", node("ilvl", val=level), node("numId", val=num_id)))
    if right_tab:
        properties.append(node("tabs", node("tab", val="right", pos=TABLE_WIDTH)))
    if is_close:
        properties.append(node("spacing", before=0, after=0))
    if is_centred:
        properties.append(node("jc", val="center"))
    return node("p", properties, *content)


def run(text: str, *, bold: bool = False, style: str = "") -> Node:
    """Words in one look; a line feed in them is a line break, a tab a tab."""
    made = node("r")
    if style or bold:
        look = node("rPr", *((node("rStyle", val=style),) if style else ()))
        look.extend([node("b")] if bold else [])
        made.append(look)
    for place, line in enumerate(clean(text).split("\n")):
        if place:
            made.append(node("br"))
        for part, words in enumerate(line.split("\t")):
            if part:
                made.append(node("tab"))
            if words:
                held = node("t")
                held.text = words
                held.set(_SPACE, "preserve")
                made.append(held)
    return made


def field(instruction: str, result: Iterable[Node]) -> list[Node]:
    """A field with the result that it shows until Word works it out again."""
    return [*field_start(instruction), *result, field_end()]


def field_start(instruction: str) -> list[Node]:
    """The runs that open a field; `field_end` closes it, in a later paragraph if need be."""
    code = node("instrText")
    code.text = f" {instruction} "
    code.set(_SPACE, "preserve")
    return [
        node("r", node("fldChar", fldCharType="begin")),
        node("r", code),
        node("r", node("fldChar", fldCharType="separate")),
    ]


def field_end() -> Node:
    """The run that closes a field."""
    return node("r", node("fldChar", fldCharType="end"))


def link_within(bookmark: str, *content: Node) -> Node:
    """A link to a bookmark of the document."""
    return node("hyperlink", *content, anchor=bookmark, history=1)


def link_out(relation: str, *content: Node) -> Node:
    """A link to the address of a relationship of the part."""
    made = node("hyperlink", *content, history=1)
    made.set(f"{{{R}}}id", relation)
    return made


def bookmarked(number: int, name: str, *content: Node) -> list[Node]:
    """`content` between the ends of a bookmark."""
    return [node("bookmarkStart", id=number, name=name), *content, node("bookmarkEnd", id=number)]


def table(content: Table, shares: tuple[int, ...]) -> Node:
    """A table whose heading row repeats on each page; `shares` are the columns' widths in %."""
    widths = [TABLE_WIDTH * share // 100 for share in shares]
    made = node(
        "tbl",
        node(
            "tblPr",
            node("tblStyle", val="MinutesTable"),
            node("tblW", w=5000, type="pct"),
            node("tblLayout", type="fixed"),
            node("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0,
                 noHBand=1, noVBand=1),
            node("tblCaption", val=content.title),
            node("tblDescription", val=content.summary),
        ),
        node("tblGrid", *(node("gridCol", w=width) for width in widths)),
        _row(content.headings, widths, heading=True),
    )  # fmt: skip
    made.extend(_row(cells, widths) for cells in content.rows)
    return made


def _row(cells: tuple[str, ...], widths: list[int], *, heading: bool = False) -> Node:
    properties = node("trPr", node("cantSplit"), *((node("tblHeader"),) if heading else ()))
    return node(
        "tr",
        properties,
        *(
            node(
                "tc",
                node("tcPr", node("tcW", w=width, type="dxa")),
                paragraph("TableText", run(words, bold=heading)),
            )
            for words, width in zip(cells, widths, strict=True)
        ),
    )
