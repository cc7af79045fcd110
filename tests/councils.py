"""Word templates as councils have them, each made here; and the dangers that some files bring."""

import io
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Cm, Pt

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def control(tag: str, prompt: str = "Click to enter text.") -> str:
    """A content control within a paragraph, showing its prompt, bound to a property."""
    return (
        f'<w:sdt {_W}><w:sdtPr><w:rPr><w:b/></w:rPr><w:tag w:val="{tag}"/>'
        '<w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t>{prompt}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def letterhead(path: Path) -> Path:
    """A borough: a letterhead in a table with fields, its own fonts, header and footer, a .dotx."""
    document = Document()
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Heading 2"].font.name = "Georgia"
    document.core_properties.author = "Pat Secretive"
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text = "Wexcombe Borough Council"
    cells[1].paragraphs[0].add_run("Committee: ")
    cells[1].paragraphs[0]._p.append(parse_xml(control("committee")))
    cells[1].add_paragraph("On ")._p.append(parse_xml(control("Date")))
    document.sections[0].header.paragraphs[0].text = "Serving Wexcombe since 1974"
    document.sections[0].footer.paragraphs[0]._p.append(parse_xml(control("title")))
    document.add_paragraph("{minutes}")
    document.add_paragraph("Printed on recycled paper.")
    return _saved(document, path, {_DOCUMENT: _TEMPLATE})


def numbered_city(path: Path) -> Path:
    """A city: headings in a multilevel list of its own, wide margins, styles by other names."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Cm(21), Cm(4), Cm(3)
    for name in ("Action Point", "Resolution", "Minutes Body"):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.size = Pt(12)
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(
        f'<w:abstractNum {_W} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:pStyle w:val="Heading2"/><w:lvlText w:val="%1)"/><w:lvlJc w:val="left"/></w:lvl>'
        "</w:abstractNum>"
    ))  # fmt: skip
    root.append(parse_xml(
        f'<w:num {_W} w:numId="88"><w:abstractNumId w:val="77"/></w:num>'
    ))  # fmt: skip
    properties = document.styles["Heading 2"].element.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {_W}><w:numId w:val="88"/></w:numPr>'))
    document.add_paragraph("Crown Council of Penrow")
    return _saved(document, path)


def bare_parish(path: Path) -> Path:
    """A parish: a file with the least that Word opens: no lists, theme, header or section."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/doc/main.xml" ContentType="{_DOCUMENT}"/>'
        '<Override PartName="/doc/styles.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.styles+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    )
    one = '<Relationship Id="rId1" Type="{}/{}" Target="{}"/></Relationships>'
    styles = (
        f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
        'w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Notice"><w:name w:val="Poster"/></w:style>'
        "</w:styles>"
    )
    said = "<w:p><w:r><w:t>Much Marling</w:t></w:r></w:p>"
    body = f"<w:document {_W}><w:body>{said}</w:body></w:document>"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr(
            "_rels/.rels", relations + one.format(_RELATIONS, "officeDocument", "doc/main.xml")
        )
        package.writestr(
            "doc/_rels/main.xml.rels", relations + one.format(_RELATIONS, "styles", "styles.xml")
        )
        package.writestr("doc/main.xml", body)
        package.writestr("doc/styles.xml", styles)
    return path


def changed(source: Path, path: Path, changes: dict[str, str | bytes | None]) -> Path:
    """A copy with parts put in, replaced or (None) left out."""
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, data in changes.items():
        parts.pop(name, None)
        if data is not None:
            parts[name] = data.encode() if isinstance(data, str) else data
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def with_relation(source: Path, path: Path, kind: str, target: str, *, external: bool) -> Path:
    """A copy whose main part has one more relationship."""
    name = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(source) as package:
        relations = package.read(name).decode()
    mode = ' TargetMode="External"' if external else ""
    more = f'<Relationship Id="rIdX" Type="{_RELATIONS}/{kind}" Target="{target}"{mode}/>'
    return changed(source, path, {name: relations.replace("</Rel", f"{more}</Rel")})


def _saved(document, path: Path, replaced: dict[str, str] | None = None) -> Path:
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            for old, new in (replaced or {}).items() if name == "[Content_Types].xml" else ():
                data = data.replace(old.encode(), new.encode())
            target.writestr(name, data)
    return path
