"""A linter for Word files: the faults that schema validators pass, and what Word's own
accessibility checker would say."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_TOO_LITTLE = re.compile(
    r"(?:https?://|www\.)\S*|(?:click |read )?(?:here|more|link|this(?: (?:link|page))?)",
    re.IGNORECASE,
)  # what tells nobody where a link goes
_LEAST_CONTRAST = 4.5  # to 1: WCAG 2.2, 1.4.3, for words of less than 18 points
_LARGE_CONTRAST = 3.0
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def lint(data: bytes, language: str = "en-GB") -> list[str]:
    """Every fault of the .docx in `data`, in words; [] when there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith(".xml")
        }
    body = parts["word/document.xml"]
    story = [
        root for name, root in parts.items() if re.match(r"word/(document|header|footer)", name)
    ]
    faults = list(_duplicates(story))
    for root in story:
        faults += [*_bookmarks(root), *_fields(root), *_empty_paragraphs(root)]
    faults += [*_tables(body), *_headings(body), *_alternatives(story), *_numbers(parts)]
    faults += [*_styles(parts, story), *_language(parts, language), *_title(parts)]
    faults += [*_links(body), *_boxes(body), *_contrast(parts, body)]
    return faults


def _val(element, name: str = "val") -> str | None:
    return None if element is None else element.get(f"{W}{name}")


def _duplicates(story) -> Iterator[str]:
    for what, path in (
        ("bookmark name", f".//{W}bookmarkStart/@{W}name"),
        ("bookmark id", f".//{W}bookmarkStart/@{W}id"),
        ("drawing id", f".//{WP}docPr/@id"),
        ("content control id", f".//{W}sdtPr/{W}id/@{W}val"),
        ("shape id", f".//{V}shape/@id"),
    ):
        element, attribute = path.rsplit("/@", 1)
        found = Counter(e.get(attribute) for root in story for e in root.iterfind(element))
        yield from (f"{what} {name} stands {n} times" for name, n in found.items() if n > 1)


def _bookmarks(root) -> Iterator[str]:
    starts = [_val(e, "id") for e in root.iter(f"{W}bookmarkStart")]
    ends = [_val(e, "id") for e in root.iter(f"{W}bookmarkEnd")]
    if sorted(starts) != sorted(ends):
        yield "a bookmark is opened or closed without the other"
    names = {_val(e, "name") for e in root.iter(f"{W}bookmarkStart")}
    for link in root.iter(f"{W}hyperlink"):
        anchor = _val(link, "anchor")
        if anchor and anchor not in names:
            yield f"a link goes to {anchor}, which is nowhere"


def _fields(root) -> Iterator[str]:
    depth = 0
    for char in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(_val(char, "fldCharType"), 0)
        if depth < 0:
            yield "a field is closed that was not opened"
            return
    if depth:
        yield "a field is left open"


def _empty_paragraphs(root) -> Iterator[str]:
    if not root.tag.endswith("document"):
        return
    for paragraph in root.iter(f"{W}p"):
        hidden = paragraph.find(f"{W}pPr/{W}rPr/{W}vanish") is not None
        has_picture = next(paragraph.iter(f"{W}drawing"), None) is not None
        has_number = paragraph.find(f"{W}pPr/{W}numPr") is not None
        if (
            not hidden
            and not has_picture
            and not has_number
            and not "".join(paragraph.itertext()).strip()
        ):
            yield "an empty paragraph is read out as “blank”"


def _tables(body) -> Iterator[str]:
    for table in body.iter(f"{W}tbl"):
        properties = table.find(f"{W}tblPr")
        for name in ("tblCaption", "tblDescription"):
            if not (_val(properties.find(f"{W}{name}")) or "").strip():
                yield f"a table has no {name}"
        rows = table.findall(f"{W}tr")
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield "a table has no heading row"
        if any(row.find(f"{W}trPr/{W}cantSplit") is None and not _is_item(row) for row in rows):
            yield "a row of a table may break across pages"
        if next(table.iter(f"{W}gridSpan", f"{W}vMerge"), None) is not None:
            yield "a table has merged cells"
        if len({len(row.findall(f"{W}tc")) for row in rows}) > 1:
            yield "the rows of a table differ in their number of cells"
        yield from _cells(table)
        if len(rows) == 1:
            yield "a table of one row is there for the look of it"
        following = table.getnext()
        if following is None or following.tag != f"{W}p":
            yield "nothing stands between a table and what follows it"


def _is_item(row) -> bool:
    """Whether it is an item with its heading, which may be longer than a page."""
    styles = (_val(each) for each in row.iter(f"{W}pStyle"))
    return any(each in ("ItemHeading", "Heading3") for each in styles)


def _cells(table) -> Iterator[str]:
    for cell in table.iter(f"{W}tc"):
        if not _words(cell) and cell.find(f".//{W}numPr") is None:
            yield "a cell of a table is blank"
        if cell.find(f".//{W}tbl") is not None:
            yield "a table stands within a table"


def _headings(body) -> Iterator[str]:
    last = 0
    for paragraph in body.iter(f"{W}p"):
        style = _val(paragraph.find(f"{W}pPr/{W}pStyle")) or ""
        if match := re.fullmatch(r"Heading(\d)", style.replace("ItemHeading", "Heading2")):
            if not _words(paragraph):
                yield "a heading has no words"
            level = int(match.group(1))
            if level > last + 1:
                yield f"a heading of level {level} follows one of level {last}"
            last = level
    if not last:
        yield "there is no heading"


def _alternatives(story) -> Iterator[str]:
    for root in story:
        for shape in root.iter(f"{V}shape"):
            if not shape.get("alt"):
                yield "a shape has no alternative text"
        for drawing in root.iter(f"{WP}docPr"):
            if not drawing.get("descr"):
                yield "a picture has no alternative text"


def _numbers(parts) -> Iterator[str]:
    numbering = parts["word/numbering.xml"]
    lists = {_val(n, "numId"): _val(n.find(f"{W}abstractNumId")) for n in numbering.iter(f"{W}num")}
    abstracts = {_val(a, "abstractNumId") for a in numbering.iter(f"{W}abstractNum")}
    yield from (f"list {n} has no pattern" for n, a in lists.items() if a not in abstracts)
    used = {_val(n) for n in parts["word/document.xml"].iter(f"{W}numId")}
    yield from (f"a paragraph is in list {n}, which is not there" for n in used - set(lists))
    kinds = [child.tag for child in numbering]
    if kinds != sorted(kinds, key=lambda tag: tag.endswith("}num")):
        yield "a pattern of lists stands after a list"
    for paragraph in parts["word/document.xml"].iter(f"{W}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        if paragraph.find(f"{W}pPr/{W}numPr") is None and re.match(r"\(?[a-z0-9]{1,2}\)\s", text):
            yield f"a number is typed, not counted: {text[:20]}"


def _styles(parts, story) -> Iterator[str]:
    known = {_val(s, "styleId") for s in parts["word/styles.xml"].iter(f"{W}style")}
    used = {
        _val(e) for root in story for e in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    yield from (f"the style {name} is not there" for name in used - known)


def _language(parts, language: str) -> Iterator[str]:
    if parts["word/styles.xml"].find(f".//{W}rPrDefault//{W}lang").get(f"{W}val") != language:
        yield f"the language is not {language}"


def _title(parts) -> Iterator[str]:
    if not parts["docProps/core.xml"].findtext("{http://purl.org/dc/elements/1.1/}title"):
        yield "the document has no title"


def _words(element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t")).strip()


def _links(body) -> Iterator[str]:
    for link in body.iter(f"{W}hyperlink"):
        words = _words(link)
        if not words or _TOO_LITTLE.fullmatch(words):
            yield f"a link does not say where it goes: “{words}”"


def _boxes(body) -> Iterator[str]:
    """A screen reader passes over text boxes and frames, or reads them out of their place."""
    if next(body.iter(f"{W}txbxContent", f"{V}textbox", f"{WPS}txbx"), None) is not None:
        yield "words stand in a text box"
    if next(body.iter(f"{W}framePr"), None) is not None:
        yield "a paragraph floats in a frame"
    if next(body.iter(f"{WP}anchor"), None) is not None:
        yield "a picture is not in line with the text"


def _contrast(parts, body) -> Iterator[str]:
    """Coloured words against what they stand on: the paragraph's shade, or white."""
    styles = {_val(s, "styleId"): s for s in parts["word/styles.xml"].iter(f"{W}style")}
    seen: set[tuple[str, str, float]] = set()
    for paragraph in body.iter(f"{W}p"):
        own = paragraph.find(f"{W}pPr")
        chain = _chain(_val(paragraph.find(f"{W}pPr/{W}pStyle")), styles)
        ground = _first([own, *chain], f"{W}shd", "fill") or "FFFFFF"
        for run in paragraph.iter(f"{W}r"):
            look = run.find(f"{W}rPr")
            of_run = _chain(_val(run.find(f"{W}rPr/{W}rStyle")), styles)
            colour = _first([look, *of_run, *chain], f"{W}color", "val") or "auto"
            size = float(_first([look, *of_run, *chain], f"{W}sz", "val") or 22) / 2
            behind = _first([look], f"{W}shd", "fill") or ground
            if colour != "auto" and _words(run):
                seen.add((colour, "FFFFFF" if behind == "auto" else behind, size))
    for style in styles.values():
        for part in style.iter(f"{W}tblStylePr"):
            colour, fill = (part.find(f".//{W}{name}") for name in ("color", "shd"))
            if colour is not None:
                seen.add((_val(colour), _val(fill, "fill") or "FFFFFF", 10.0))
    for colour, ground, size in sorted(seen):
        least = _LARGE_CONTRAST if size >= 18 else _LEAST_CONTRAST
        if _ratio(colour, ground) < least:
            yield f"words in {colour} on {ground} stand out too little"


def _chain(name: str | None, styles) -> list:
    """A style and those that it is based on."""
    found = []
    while name in styles and styles[name] not in found:
        found.append(styles[name])
        name = _val(styles[name].find(f"{W}basedOn"))
    return found


def _first(elements, tag: str, attribute: str) -> str | None:
    """What the first of the elements that has such a property says."""
    for element in elements:
        if element is not None:
            found = next(element.iter(tag), None)
            if found is not None and _val(found, attribute):
                return _val(found, attribute)
    return None


def _ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lights = sorted(map(_luminance, (one, other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
