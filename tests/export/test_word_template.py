"""A council's own Word template: what is taken from it, lent to it, filled in it, and refused."""

import io
import os
import re
import shutil
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path

import pytest
from council_files import read_crest, read_template
from councils import bare_parish, changed, letterhead, numbered_city, with_relation
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm
from printed import minutes_of
from word_audit import audit

from clerkapp.errors import TemplateError
from clerkapp.export.dress import Dress
from clerkapp.export.word import word_bytes
from clerkapp.export.word.numbering import width_of
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Minutes

COUNCILS = [letterhead, numbered_city, bare_parish]


def sample(style: str = "numbered-paragraphs") -> Minutes:
    path = resource("samples", "overview-and-scrutiny.minutes")
    return compose(read_notation(path.read_bytes()).meeting, house_style(style))


def dressed(path: Path, minutes: Minutes | None = None) -> bytes:
    return word_bytes(minutes or sample(), Dress(template=read_template(path)))


def text_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(package_main(package)).decode()


def package_main(package: zipfile.ZipFile) -> str:
    return next(n for n in package.namelist() if n in ("word/document.xml", "doc/main.xml"))


@pytest.mark.parametrize("make", COUNCILS)
def test_the_minutes_in_a_council_s_template_have_no_fault_that_it_did_not_have(
    make, tmp_path: Path
):
    path = make(tmp_path / "t.docx")
    before = set(audit(path.read_bytes(), tmp_path))
    data = dressed(path)
    assert set(audit(data, tmp_path)) <= before
    told = "\n".join(p.text for p in Document(io.BytesIO(data)).paragraphs)
    assert "Digital and customer progress update" in told
    assert data == dressed(path)


def test_a_letterhead_is_filled_and_what_it_says_is_not_said_again(tmp_path: Path):
    path = letterhead(tmp_path / "t.dotx")
    assert read_template(path).fields == ("committee", "date", "title")
    document = Document(io.BytesIO(dressed(path)))
    table = document.tables[0]
    told = "".join(t.text for t in table._tbl.iter(f"{{{document.element.nsmap['w']}}}t"))
    assert "Committee: Corporate Overview and Scrutiny Committee" in told
    assert "On 5\u00a0March\u00a02026" in told
    assert "Click to enter" not in document.element.xml
    assert "dataBinding" not in document.element.xml
    assert "Minutes of the Corporate" in document.sections[0].footer._element.xml
    assert document.sections[0].header.paragraphs[0].text == "Serving Wexcombe since 1974"
    texts = [p.text for p in document.paragraphs]
    assert "Title" not in {p.style.name for p in document.paragraphs}
    assert texts[-1] == "Printed on recycled paper."  # the minutes stand where they were wanted
    assert "{minutes}" not in texts


def in_columns(path: Path, columns: str) -> Path:
    """A parish that prints in columns, between narrow margins."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Cm(21), Cm(1.5), Cm(1.5)
    for each in section._sectPr.findall(qn("w:cols")):
        section._sectPr.remove(each)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    section._sectPr.append(parse_xml(columns.replace("<w:cols", f"<w:cols {space}")))
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("columns", "room"),
    [
        ('<w:cols w:num="2" w:space="500"/>', (18 * 567 - 500) / 2),
        ('<w:cols w:num="3" w:space="200"/>', (18 * 567 - 400) / 3),
        ('<w:cols w:equalWidth="0"><w:col w:w="3000"/><w:col w:w="6000"/></w:cols>', 3000),
        ('<w:cols w:space="708"/>', 18 * 567),
    ],
)
def test_what_reaches_across_the_text_fits_its_columns_and_the_header_its_page(
    columns: str, room: float, tmp_path: Path
):
    template = read_template(in_columns(tmp_path / "t.docx", columns))
    assert template.room == pytest.approx(room, abs=5)
    assert template.page_room == pytest.approx(18 * 567, abs=5)
    document = Document(io.BytesIO(dressed(tmp_path / "t.docx")))
    signature = document.styles["Minutes Signature"].element
    header = document.sections[0].header._element
    for element, width in ((signature, room), (header, 18 * 567)):
        places = [int(tab.get(qn("w:pos")) or 0) for tab in element.iter(qn("w:tab"))]
        assert max(places) == pytest.approx(width, abs=9)
    number, *_ = document.tables[-1]._tbl.tblGrid.iterchildren()
    assert int(number.get(qn("w:w"))) >= width_of("Item", size=10) + 216


def test_the_column_of_labels_has_room_for_those_of_a_wider_font(tmp_path: Path):
    def column(data: bytes) -> int:
        style = Document(io.BytesIO(data)).styles["Detail"].element
        return max(int(tab.get(qn("w:pos")) or 0) for tab in style.iter(qn("w:tab")))

    letterhead(tmp_path / "t.docx")
    assert "In attendance" in {each.title for each in sample().people}
    assert column(dressed(tmp_path / "t.docx")) >= 1.15 * column(word_bytes(sample()))


def test_no_heading_of_the_attendance_is_cut_on_a_narrow_page_in_a_wider_font(tmp_path: Path):
    """“Attendance” in bold Verdana of 10 points takes 70 points and the margins of the cell."""
    Document().save(str(tmp_path / "t.docx"))  # margins of an inch and a quarter
    template = read_template(tmp_path / "t.docx")
    minutes = minutes_of("Present: Cllr G Pryce\n\n# 1. A\nn B\n")
    table, *_ = Document(io.BytesIO(dressed(tmp_path / "t.docx", minutes))).tables
    assert [cell.text for cell in table.rows[0].cells][2] == "Attendance"
    widths = [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid.iterchildren()]
    assert widths[2] >= 70 * 20 + 216
    assert sum(widths) == pytest.approx(template.room, abs=40)


def test_styles_of_the_council_are_taken_by_their_names_and_the_others_lent(tmp_path: Path):
    template = read_template(numbered_city(tmp_path / "t.docx"))
    assert ("Minute Action", "Action Point") in template.mapped
    assert ("Minute Decision", "Resolution") in template.mapped
    assert ("Minute Text", "Minutes Body") in template.mapped
    assert "Minute Exempt" in template.lent
    assert "“Action Point” is used for Minute Action." in template.report()
    assert template.room == pytest.approx((21 - 7) * 567, abs=5)
    document = Document(io.BytesIO(dressed(tmp_path / "t.docx")))
    used = {p.style.name for p in document.paragraphs}
    assert {"Heading 1", "Heading 2", "Action Point", "Resolution"} <= used


def test_a_style_of_another_name_under_the_same_id_is_left_alone(tmp_path: Path):
    path = bare_parish(tmp_path / "t.docx")
    assert read_template(path).names["Notice"] == "NoticeLent"
    document = Document(io.BytesIO(dressed(path)))
    assert [s.name for s in document.styles if s.style_id == "Notice"] == ["Poster"]
    assert "Page " in document.sections[0].footer._element.xml  # lent: it had no footer


def test_a_template_says_nothing_of_who_made_it(tmp_path: Path):
    data = dressed(letterhead(tmp_path / "t.docx"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not any(b"Secretive" in package.read(name) for name in package.namelist())
        assert "docProps/thumbnail.jpeg" not in package.namelist()


def test_what_nothing_in_a_template_leads_to_is_left_behind(tmp_path: Path):
    path = letterhead(tmp_path / "t.docx")
    strays = {"word/old.xml": "<old/>", "word/media/face.png": b"x"}
    data = dressed(changed(path, tmp_path / "b.docx", dict(strays)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not {*strays} & {*package.namelist()}
    assert data == dressed(path)


def test_a_draft_is_marked_on_every_page_of_every_section(tmp_path: Path):
    document = Document()
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].footer.paragraphs[0].text = "Serving Penrow"
    document.add_section()
    document.save(tmp_path / "feet.docx")
    assert _marked(dressed(tmp_path / "feet.docx")) == {"default", "first"}
    bare = Document()
    bare.add_paragraph("{minutes}")
    bare.add_section()
    bare.save(tmp_path / "bare.docx")
    data = dressed(tmp_path / "bare.docx")
    assert _marked(data) == {"default"}
    first, last = Document(io.BytesIO(data)).sections
    assert "Page" in first.footer.paragraphs[0].text
    assert last.footer.is_linked_to_previous


def _marked(data: bytes) -> set[str]:
    """For which pages the first section has a header that says DRAFT."""
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    heads = {"default": section.header, "first": section.first_page_header}
    return {
        kind
        for kind, head in heads.items()
        if not head.is_linked_to_previous and b"DRAFT" in head.part.blob
    }


def test_a_template_with_macros_is_refused(tmp_path: Path):
    path = letterhead(tmp_path / "t.docx")
    bad = changed(path, tmp_path / "m.docm", {"word/vbaProject.bin": b"x"})
    with pytest.raises(TemplateError, match="it has macros"):
        read_template(bad)


@pytest.mark.parametrize(
    ("kind", "target", "external", "words"),
    [
        ("attachedTemplate", "file:///C:/Normal.dotm", True, "attached to another template"),
        ("image", "http://example.org/a.png", True, "takes something from outside"),
        ("oleObject", "embeddings/a.bin", False, "another document or a program"),
        ("aFChunk", "chunk.html", False, "another document or a program"),
        ("header", "header99.xml", False, "part header99.xml is missing"),
        ("frame", "\\\\server\\share", True, "takes something from outside"),
    ],
)
def test_a_template_that_reaches_out_or_is_not_whole_is_refused(
    kind: str, target: str, external: bool, words: str, tmp_path: Path
):
    path = letterhead(tmp_path / "t.docx")
    bad = with_relation(path, tmp_path / "b.docx", kind, target, external=external)
    with pytest.raises(TemplateError, match=words):
        read_template(bad)


BOMB = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:styles>'
)
REMOTE = '<!DOCTYPE w SYSTEM "http://example.org/w.dtd"><w/>'


@pytest.mark.parametrize(
    ("part", "data", "words"),
    [
        ("word/styles.xml", None, "is missing"),
        ("word/document.xml", None, "is missing"),
        ("_rels/.rels", None, "the part _rels/.rels is missing"),
        ("[Content_Types].xml", None, "is missing"),
        ("word/styles.xml", BOMB, "document type"),
        ("word/styles.xml", REMOTE, "document type"),
        ("word/styles.xml", "<w:styles", r"a part of it is damaged \(word/styles\.xml\)"),
        ("word/media/huge.xml", b" " * (65 * 2**20), "would unpack to"),
        (
            "word/document.xml",
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
            "not in the form that Word writes",
        ),
    ],
)
def test_a_broken_or_hostile_part_is_refused(
    part: str, data: str | bytes | None, words: str, tmp_path: Path
):
    path = letterhead(tmp_path / "t.docx")
    with pytest.raises(TemplateError, match=words):
        read_template(changed(path, tmp_path / "b.docx", {part: data}))


@pytest.mark.parametrize(
    "held",
    ['<w:altChunk r:id="none"/>', '<w:subDoc r:id="none"/>',
     '<w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>'],
)  # fmt: skip
def test_another_document_in_the_text_is_refused_though_nothing_says_where_it_is(
    held: str, tmp_path: Path
):
    path = letterhead(tmp_path / "t.docx")
    with zipfile.ZipFile(path) as package:
        text = package.read("word/document.xml").decode()
    spaces = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    held = held.replace("/>", f" {spaces}/>", 1)
    text = text.replace("<w:sectPr", f"{held}<w:sectPr", 1)
    bad = changed(path, tmp_path / "b.docx", {"word/document.xml": text})
    with pytest.raises(TemplateError, match="another document or a program"):
        read_template(bad)


def test_a_field_that_reads_another_file_is_refused(tmp_path: Path):
    document = Document()
    document.add_paragraph()._p.append(
        document.element.makeelement(
            f"{{{document.element.nsmap['w']}}}fldSimple",
            {f"{{{document.element.nsmap['w']}}}instr": ' includepicture "http://e.org/x" '},
        )
    )
    document.save(tmp_path / "f.docx")
    with pytest.raises(TemplateError, match="reaches outside it: INCLUDEPICTURE"):
        read_template(tmp_path / "f.docx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", r"t\.docx is empty$"),
        (b"PK\x03\x04", r"t\.docx is no Word file, or it is damaged$"),
        (b"{\\rtf1}", r"t\.docx is no Word file, or it is damaged$"),
        (bytes.fromhex("d0cf11e0a1b11ae1") * 99, r"t\.docx has a password, or is of the kind"),
    ],
)
def test_a_file_that_is_no_word_file_is_refused(data: bytes, words: str, tmp_path: Path):
    path = tmp_path / "t.docx"
    path.write_bytes(data)
    with pytest.raises(TemplateError, match=words):
        read_template(path)
    with pytest.raises(TemplateError, match="cannot be read: no such file"):
        read_template(tmp_path / "absent.docx")


@pytest.mark.parametrize("name", ["../../x.xml", "word/../../x.xml", r"word\..\x.xml", "C:x.xml"])
def test_a_part_whose_name_leads_out_of_the_file_is_refused(name: str, tmp_path: Path):
    made = changed(letterhead(tmp_path / "t.docx"), tmp_path / "u.docx", {name: "<a/>"})
    with pytest.raises(TemplateError, match=r"u\.docx has a part whose name leads out of it"):
        read_template(made)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path):
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(TemplateError, match=r"is not a file$"):
            read_template(path)


def test_a_file_packed_with_a_password_is_refused_in_a_plain_sentence(tmp_path: Path):
    data = bytearray(letterhead(tmp_path / "t.docx").read_bytes())
    for begins, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for each in re.finditer(begins, data):
            data[each.start() + flags] |= 1
    (tmp_path / "p.docx").write_bytes(data)
    with pytest.raises(TemplateError, match=r"p\.docx is locked, or packed as no Word file is$"):
        read_template(tmp_path / "p.docx")


@pytest.mark.parametrize("keep", range(50, 1000, 150))
def test_a_file_cut_short_is_refused_in_a_sentence(keep: int, tmp_path: Path):
    data = letterhead(tmp_path / "t.docx").read_bytes()
    (tmp_path / "c.docx").write_bytes(data[: len(data) * keep // 1000])
    with pytest.raises(TemplateError):
        read_template(tmp_path / "c.docx")


def convert(path: Path, ending: str) -> None:
    folder = path.parent
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed (the checks install it)"
)
def test_a_template_made_by_libreoffice_carries_the_minutes_and_their_numbers(tmp_path: Path):
    made = letterhead(tmp_path / "t.docx")
    convert(made, "odt")  # which has no content controls
    made.unlink()
    convert(tmp_path / "t.odt", "docx")
    assert read_template(made).fields == ()
    (tmp_path / "m.docx").write_bytes(dressed(made))
    convert(tmp_path / "m.docx", "pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "m.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    seen = re.sub(r"[ \u00a0]+", " ", text)
    assert "6. Digital and customer progress update" in seen
    assert "6.1 The Chief Digital Officer" in seen
    assert seen.index("Wexcombe Borough Council") < seen.index("6.1 The Chief")


def test_a_crest_is_a_picture_with_words(tmp_path: Path):
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 4, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress((b"\0" + b"\x1b\x36\x5d" * 2) * 4))
    path = tmp_path / "crest.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + pixels + chunk(b"IEND", b""))
    crest = read_crest(path, 'A star "rising" & two waves')
    assert (crest.width, crest.height, crest.ending) == (2, 4, "png")
    data = word_bytes(sample(), Dress(crest=crest))
    assert audit(data, tmp_path) == []
    (shape,) = Document(io.BytesIO(data)).inline_shapes
    assert shape._inline.docPr.get("descr") == 'A star "rising" & two waves'
    assert (shape.width.pt, shape.height.pt) == (30, 60)
    path.write_bytes(b"GIF89a")
    with pytest.raises(TemplateError, match="neither a PNG nor a JPEG"):
        read_crest(path)
