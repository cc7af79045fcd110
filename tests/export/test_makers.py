"""A template and a crest tell nothing of who made them: secrets lie wherever Word keeps them."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from council_files import read_crest, read_template
from councils import changed, letterhead
from docx import Document
from docx.oxml import parse_xml
from word_audit import audit

from clerkapp.export.dress import Dress
from clerkapp.export.forms import FORMS, exported
from clerkapp.export.pictures import bare_picture
from clerkapp.export.word import word_bytes
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BEGIN, _SHOWN, _END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def _field(said: str, shown: str) -> str:
    return (
        f"{_BEGIN}<w:r><w:instrText>{said}</w:instrText></w:r>{_SHOWN}"
        f"<w:r><w:t>{shown}</w:t></w:r>{_END}"
    )


_SET = f"{_BEGIN}<w:r><w:instrText> SET a </w:instrText></w:r>{_field(' QUOTE zqx ', 'zqx')}{_END}"
_FIELDS = "".join((
    *(_field(' COMMENTS "zqx" ', "zqx"), _field(" PRIVATE zqx", ""), _field(' TC "zqx" ', "")),
    *(_field(" INFO Author ", "Zqx"), _field(" lastSavedBy ", "zqx"), _SET),
    '<w:fldSimple w:instr=" FILENAME \\p "><w:r><w:t>zqx</w:t></w:r></w:fldSimple>',
    _field(" DATE ", " since then"),
))  # fmt: skip
_TOLD = (
    '<w:p><w:ins w:id="90" w:author="Zqx Insa"><w:r><w:t>Serving all</w:t></w:r></w:ins>'
    '<w:del w:id="91" w:author="Zqx Dela"><w:r><w:delText>zqx deleted</w:delText></w:r></w:del>'
    '<w:commentRangeStart w:id="0"/><w:r><w:rPr><w:vanish/></w:rPr><w:t>zqx hidden</w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    '<w:r><w:rPr><w:rPrChange w:id="92" w:author="Zqx Format"/></w:rPr><w:t> of us</w:t></w:r>'
    "</w:p>"
    '<w:p><w:pPr><w:pStyle w:val="Unseen"/></w:pPr><w:r><w:t>zqx by its style</w:t></w:r></w:p>'
    '<w:p><!-- zqx --><?zqx by="hand"?><w:bookmarkStart w:id="7" w:name="zqx"/>'
    '<w:smartTag w:element="name"><w:smartTagPr><w:attr w:name="a" w:val="zqx"/></w:smartTagPr>'
    '<w:r><w:rPr><w:rStyle w:val="Unsaid"/></w:rPr><w:t>zqx in another</w:t></w:r>'
    '<w:r><w:t xml:space="preserve"> and each</w:t></w:r></w:smartTag><w:bookmarkEnd w:id="7"/>'
    '<w:hyperlink r:id="xfile"><w:r><w:t xml:space="preserve"> one</w:t></w:r></w:hyperlink></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="zqx"/><w:enabled/>'
    '<w:helpText w:type="text" w:val="zqx"/><w:textInput><w:default w:val="zqx"/></w:textInput>'
    "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    f"<w:p>{_FIELDS}</w:p>"
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:trPr><w:hidden/>'
    "</w:trPr><w:tc><w:p><w:r><w:t>zqx in a hidden row</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
_UNSEEN = (
    '<w:style w:type="paragraph" w:styleId="Unseen"><w:name w:val="Unseen"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Unsaid"><w:name w:val="Unsaid"/>'
    '<w:basedOn w:val="Untold"/></w:style>'
    '<w:style w:type="character" w:styleId="Untold"><w:name w:val="Untold"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)
_FILE_LINK = (
    f'<Relationship Id="xfile" Type="{_OFFICE}/relationships/hyperlink"'
    ' Target="file:///C:/Users/zqx/a.docx" TargetMode="External"/>'
)
_COMMENTS = (
    f'<w:comments {_W}><w:comment w:id="0" w:author="Zqx Rem"><w:p/></w:comment></w:comments>'
)
_GLOSSARY = f"<w:glossaryDocument {_W}><w:docParts/><!--zqx--></w:glossaryDocument>"
_VARIABLES = (
    '<w:docVars><w:docVar w:name="path" w:val="zqx"/></w:docVars>'
    '<w:documentProtection w:edit="readOnly" w:hash="zqx"/>'
)
_LEFT_OVER = (
    f'<w:footnotes {_W}><w:footnote w:id="3"><w:p><w:r><w:t>zqx</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
_PARTS = {  # by the kind of relationship: where it lies, its content type, and what it says
    "comments": ("word/comments.xml", f"{_WORD}.comments+xml", _COMMENTS),
    "glossaryDocument": (
        "word/glossary/document.xml", f"{_WORD}.document.glossary+xml", _GLOSSARY,
    ),
    "customXml": ("customXml/item1.xml", "application/xml", "<owner>zqx</owner>"),
    "footnotes": ("word/footnotes.xml", f"{_WORD}.footnotes+xml", _LEFT_OVER),
    "tasks": ("word/tasks.xml", "application/xml", "<tasks>zqx</tasks>"),
}  # fmt: skip


def png(*told: tuple[bytes, bytes], after: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 4, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress((b"\0" + b"\x1b\x36\x5d" * 2) * 4))
    said = b"".join(chunk(*each) for each in told)
    return b"\x89PNG\r\n\x1a\n" + head + said + pixels + chunk(b"IEND", b"") + after


def jpeg(told: bool) -> bytes:
    """The segments of a JPEG as a camera writes them, something after its end."""

    def segment(marker: int, data: bytes) -> bytes:
        return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data

    exif = segment(0xE1, b"Exif\0\0zqx") + segment(0xED, b"zqx") + segment(0xFE, b"zqx")
    frame = segment(0xC0, struct.pack(">BHHB", 8, 4, 2, 3))
    colours = segment(0xE0, b"JFIF\0") + segment(0xE2, b"ICC_PROFILE\0")
    scan = segment(0xDA, b"\1") + b"pixels\xff\x00pixels\xff\xd9"
    return b"\xff\xd8" + colours + (exif if told else b"") + frame + scan + (b"zqx" * told)


def talkative(folder: Path) -> Path:
    """A borough's template with everything that Word keeps and does not show."""
    source, document = folder / "plain.docx", Document()
    document.add_paragraph("{minutes}")
    picture = folder / "logo.png"
    picture.write_bytes(png((b"tEXt", b"Author\0zqx"), (b"eXIf", b"MM\0*zqx"), after=b"zqx"))
    document.sections[0].header.paragraphs[0].add_run().add_picture(str(picture))
    drawn = next(
        each for each in document.sections[0].header._element.iter() if "docPr" in each.tag
    )
    drawn.attrib.update({"name": "zqx.png", "descr": r"C:\Users\zqx\logo.png", "title": "Our arms"})
    document.save(str(source))
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if "xml" in name}
    related, types = "", ""
    for kind, (name, content, _) in _PARTS.items():
        related += (
            f'<Relationship Id="x{kind}" Type="{_OFFICE}/relationships/{kind}" Target="/{name}"/>'
        )
        types += f'<Override PartName="/{name}" ContentType="{content}"/>'
    told = {
        "word/document.xml": parts["word/document.xml"].replace("<w:body>", f"<w:body>{_TOLD}"),
        "word/settings.xml": parts["word/settings.xml"].replace(
            "</w:settings", f"{_VARIABLES}</w:settings"
        ),
        "word/styles.xml": parts["word/styles.xml"].replace("</w:styles", f"{_UNSEEN}</w:styles"),
        "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
            "</Rel", f"{related}{_FILE_LINK}</Rel"
        ),
        "[Content_Types].xml": parts["[Content_Types].xml"].replace("</Types", f"{types}</Types"),
    }
    return changed(source, folder / "t.docx", {**told, **{p[0]: p[2] for p in _PARTS.values()}})


def meeting(status: str = "Status: draft") -> Meeting:
    words = "n Heard by all.\n# 2. Bids [exempt 3]\nn A bidder was named: Zqx Ltd."
    head = f"Council: Wexcombe\nCommittee: Cabinet\nDate: 2026-03-05\n{status}"
    return read_notation(f"{head}\n\n# 1. Open\n{words}".encode()).meeting


def in_word(template: Path, audience: Audience = Audience.PUBLIC) -> bytes:
    dress = Dress(template=read_template(template))
    return exported(meeting(), FORMS["word"], house_style(""), audience, dress=dress)


def held(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"\n".join(package.read(name) for name in package.namelist()).lower()


def test_what_word_keeps_and_does_not_show_is_taken_out_of_a_template(tmp_path: Path):
    template = talkative(tmp_path)
    assert held(template.read_bytes()).count(b"zqx") >= 11
    data = in_word(template)
    assert b"zqx" not in held(data)
    body = Document(io.BytesIO(data)).element.body
    assert "".join(t.text or "" for t in body.iter(f"{{{body.nsmap['w']}}}t")).startswith(
        "Serving all of us and each one since then"
    )
    assert b"Our arms".lower() in held(data)
    assert audit(data, tmp_path) == []


def test_last_year_s_minutes_emptied_as_a_template_bring_no_record_of_theirs(tmp_path: Path):
    old = tmp_path / "old.docx"
    old.write_bytes(exported(meeting(), FORMS["word"], house_style(""), Audience.CONFIDENTIAL))
    with zipfile.ZipFile(old) as package:  # Word may give the record another name
        parts = {n: package.read(n) for n in package.namelist()}
    body = parts["word/document.xml"].decode()
    first, last = body.index("<w:body>") + 8, body.rindex("<w:sectPr")
    moved = {
        "customXml/item4.xml": parts["customXml/item1.xml"],
        "customXml/_rels/item4.xml.rels": parts["customXml/_rels/item1.xml.rels"],
        "customXml/item1.xml": None,
        "customXml/_rels/item1.xml.rels": None,
        "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
            b"item1.xml", b"item4.xml"
        ),
        "word/document.xml": body[:first] + body[last:],
    }
    emptied = changed(old, tmp_path / "emptied.docx", moved)
    assert b"zqx" in held(emptied.read_bytes())
    assert b"zqx" not in held(in_word(emptied))


def test_custom_xml_that_a_content_control_shows_stays_and_the_record_lies_beside_it(
    tmp_path: Path,
):
    template = letterhead(tmp_path / "plain.docx")
    properties = (
        f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{{0}}"/>'  # as it is bound to
    )
    with zipfile.ZipFile(template) as package:
        relations = package.read("word/_rels/document.xml.rels").decode()
    related = '<Relationship Id="rIdX" Type="{}/relationships/{}" Target="{}"/></Rel'
    ours = related.format(_OFFICE, "customXml", "../customXml/item1.xml")
    within = related.format(_OFFICE, "customXmlProps", "itemProps1.xml")
    bound = changed(template, tmp_path / "bound.docx", {
        "customXml/item1.xml": "<a>the motto</a>",
        "customXml/itemProps1.xml": properties,
        "customXml/_rels/item1.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org'
        f'/package/2006/relationships">{within}ationships>',
        "word/_rels/document.xml.rels": relations.replace("</Rel", ours),
    })  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(in_word(bound))) as package:
        assert package.read("customXml/item1.xml") == b"<a>the motto</a>"
        assert b"Heard by all" in package.read("customXml/item2.xml")
        assert package.testzip() is None


@pytest.mark.parametrize(
    ("told", "bare"),
    [
        (png((b"tEXt", b"Author\0zqx"), (b"tIME", b"1234567"), after=b"zqx"), png()),
        (png((b"gAMA", b"\0\0\0\1"), (b"eXIf", b"zqx")), png((b"gAMA", b"\0\0\0\1"))),
        (jpeg(told=True), jpeg(told=False)),
        (b"GIF89a with zqx", b"GIF89a with zqx"),
        (b"\xff\xd8\xff", b"\xff\xd8\xff"),
    ],
)
def test_a_picture_keeps_its_pixels_and_colours_alone(told: bytes, bare: bytes):
    assert bare_picture(told) == bare


def test_a_crest_does_not_say_where_it_was_taken(tmp_path: Path):
    path = tmp_path / "crest.jpg"
    path.write_bytes(jpeg(told=True))
    crest = read_crest(path)
    assert (crest.width, crest.height) == (2, 4)
    assert b"zqx" not in crest.data


def test_the_bookmarks_of_a_template_and_of_the_items_have_numbers_of_their_own(tmp_path: Path):
    source, document = tmp_path / "plain.docx", Document()
    document.add_paragraph("Wexcombe")._p.append(
        parse_xml(f'<w:bookmarkStart {_W} w:id="1" w:name="a"/>')
    )
    document.paragraphs[-1]._p.append(parse_xml(f'<w:bookmarkEnd {_W} w:id="1"/>'))
    document.paragraphs[-1]._p.append(parse_xml(f'<w:hyperlink {_W} w:anchor="a"/>'))
    document.save(str(source))
    for data in (
        in_word(source),
        word_bytes(
            compose(meeting(), house_style("")),
            Dress(template=read_template(source)),
        ),
    ):
        body = Document(io.BytesIO(data)).element.body
        numbers = [
            e.get(f"{{{body.nsmap['w']}}}id")
            for e in body.iter(f"{{{body.nsmap['w']}}}bookmarkStart")
        ]
        assert len(numbers) > 2
        assert len(set(numbers)) == len(numbers)


def test_a_crest_and_a_letterhead_with_a_picture_do_not_share_a_number(tmp_path: Path):
    path = tmp_path / "crest.png"
    path.write_bytes(png())
    dress = Dress(template=read_template(talkative(tmp_path)), crest=read_crest(path))
    assert audit(word_bytes(compose(meeting(), house_style("")), dress), tmp_path) == []
