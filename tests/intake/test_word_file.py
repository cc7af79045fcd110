"""Word files that come in: ours are read, the others refused with a sentence."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from meetings import brookmere
from word_files import InWord, exported_word

from clerkapp.errors import WordFileError
from clerkapp.intake import word_file
from clerkapp.intake.word_file import read_word_file
from clerkapp.notation.word_paragraphs import W, evened, word_paragraphs

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def refused(path: Path) -> str:
    with pytest.raises(WordFileError) as caught:
        read_word_file(path)
    assert str(path.name) in str(caught.value)
    return str(caught.value)


def altered(data: bytes, folder: Path, part: str, old: bytes, new: bytes) -> Path:
    path = folder / "altered.docx"
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            held = source.read(name)
            if name == part:
                assert old in held
                held = held.replace(old, new, 1)
            target.writestr(name, held)
    return path


def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"Dear Clerk")
    assert "not a Word file" in refused(path)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "Dear Clerk")
    assert "not a Word file" in refused(path)
    assert "no such file" in refused(tmp_path / "nowhere.docx")
    assert "directory" in refused(tmp_path)


def test_a_word_file_of_somebody_else_is_refused(tmp_path: Path):
    path = tmp_path / "foreign.docx"
    Document().save(str(path))
    assert "no record of a meeting in it" in refused(path)


def test_an_altered_record_is_refused(tmp_path: Path):
    path = altered(
        exported_word(brookmere()), tmp_path, "customXml/item1.xml", b"Banerjee", b"Finch"
    )
    assert "altered" in refused(path)


def test_a_cut_file_is_refused(tmp_path: Path):
    path = tmp_path / "cut.docx"
    data = exported_word(brookmere())
    path.write_bytes(data[: len(data) // 2])
    assert "damaged" in refused(path)


def test_entities_are_refused_and_not_expanded(tmp_path: Path):
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">]>\n<w:document'
    path = altered(exported_word(brookmere()), tmp_path, "word/document.xml", b"<w:document", bomb)
    assert "entities" in refused(path)


def test_what_unpacks_to_more_than_minutes_do_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "large.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", b" " * (word_file.LARGEST + 1))
    monkeypatch.setattr(word_file, "_parsed", lambda *_: pytest.fail("it was read"))
    assert "64 MB" in refused(path)


def read(paragraphs: str) -> list[str]:
    body = etree.fromstring(f"<w:body {NS}>{paragraphs}</w:body>")
    return [evened(each.text) for each in word_paragraphs(body)]


def test_tracked_changes_are_read_as_accepted():
    assert read(
        "<w:p><w:r><w:t>One </w:t></w:r><w:del><w:r><w:delText>two</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>three</w:t></w:r></w:ins></w:p>"
    ) == ["One three"]


def test_a_paragraph_whose_end_was_deleted_is_one_with_the_next():
    ended = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    one, two = "<w:r><w:t>One </w:t></w:r>", "<w:r><w:t>two</w:t></w:r>"
    assert read(f"<w:p>{ended}{one}</w:p><w:p>{two}</w:p>") == ["One two"]
    assert read(f"<w:p>{two}</w:p><w:p>{ended}{one}</w:p>") == ["two", "One"]


def test_words_in_content_controls_links_and_tables_are_read_and_field_codes_are_not():
    text = "<w:r><w:t>{}</w:t></w:r>"
    assert read(
        f"<w:sdt><w:sdtContent><w:p>{text.format('a')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{text.format('b')}</w:hyperlink><w:r><w:tab/><w:t>c</w:t><w:br/></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:noBreakHyphen/></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{text.format('d')}</w:p></w:tc></w:tr></w:tbl>"
    ) == ["a", "b c\n-", "d"]


def test_tracked_changes_and_comments_are_noticed(tmp_path: Path):
    word = InWord(exported_word(brookmere()))
    paragraph = word.find("existing staff")
    word.document.add_comment(paragraph.runs, text="Is that so?", author="A Reader")
    inserted = paragraph._p.makeelement(f"{W}ins", {f"{W}id": "1", f"{W}author": "A Reader"})
    paragraph._p.append(inserted)
    inserted.append(paragraph.runs[-1]._r)
    file = read_word_file(word.saved(tmp_path))
    assert file.tracked == 1
    assert file.comments == ("A Reader: Is that so?",)
