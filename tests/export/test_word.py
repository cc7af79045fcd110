"""Word minutes: what validators say of them, and what a reader sees."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meetings import meetings
from msgspec.structs import replace
from word_audit import audit
from word_linter import lint

from clerkapp.export.dress import Dress
from clerkapp.export.word import word_bytes
from clerkapp.export.word.columns import detail_column, fits_beside
from clerkapp.export.word.elements import run
from clerkapp.export.word.numbering import column_for, share_for
from clerkapp.export.word.pages import page_count
from clerkapp.meeting.meeting import Meeting, Status
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.minutes import Audience, Minutes

STYLES = [style.name for style in house_styles()]


def sample() -> Meeting:
    path = resource("samples", "overview-and-scrutiny.minutes")
    return read_notation(path.read_bytes()).meeting


def minutes_of(text: str, style: str = "bulleted-exchanges") -> Minutes:
    return compose(read_notation(text).meeting, house_style(style))


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


@pytest.mark.parametrize("style", STYLES)
def test_the_sample_is_faultless_in_every_style(style: str, tmp_path: Path):
    of = house_style(style)
    data = word_bytes(compose(sample(), of, Audience.CONFIDENTIAL))
    assert audit(data, tmp_path) == []
    assert lint(data, of.words.language) == []


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(meetings(), st.sampled_from(STYLES))
def test_any_meeting_makes_a_valid_document(tmp_path: Path, meeting: Meeting, style: str):
    data = word_bytes(compose(meeting, house_style(style), Audience.CONFIDENTIAL))
    assert audit(data, tmp_path) == []


def test_the_same_minutes_give_the_same_bytes():
    minutes = compose(sample(), house_style("bulleted-exchanges"))
    assert word_bytes(minutes) == word_bytes(minutes)


def test_a_draft_says_so_on_every_page_and_a_confirmed_document_nowhere():
    draft = parts(word_bytes(compose(sample(), house_style("bulleted-exchanges"))))
    assert "subject to confirmation" in draft["word/document.xml"]
    for header in ("word/header.xml", "word/header-first.xml"):
        assert 'string="DRAFT"' in draft[header]
    meeting = sample()
    confirmed = replace(meeting, heading=replace(meeting.heading, status=Status.CONFIRMED))
    told = "".join(parts(word_bytes(compose(confirmed, house_style("")))).values())
    assert "DRAFT" not in told.replace("DraftWatermark", "")
    assert "subject to confirmation" not in told


def test_the_properties_name_the_council_and_nobody_else():
    document = Document(io.BytesIO(word_bytes(compose(sample(), house_style("")))))
    properties = document.core_properties
    assert properties.title == (
        "Minutes of the Corporate Overview and Scrutiny Committee, 5 March 2026"
    )
    assert (properties.author, properties.language) == ("Brookmere Borough Council", "en-GB")
    assert properties.last_modified_by == "Brookmere Borough Council"


def test_properties_longer_than_word_allows_are_cut():
    minutes = minutes_of(f"Council: {'Very ' * 80}Long\nDate: 2026-03-05\n# 1. A\nn B")
    document = Document(io.BytesIO(word_bytes(minutes)))
    assert len(document.core_properties.author) == 255


def test_a_web_address_is_a_link_and_a_file_shows_no_folder():
    minutes = minutes_of(
        "Date: 2026-03-05\n# 1. A\nPapers: Plan <https://example.org/a?b=1&c=2>; "
        "Slides <C:\\Users\\jo\\slides.pdf>; Odd <javascript:alert(1)>"
    )
    told = parts(word_bytes(minutes))
    assert "https://example.org/a?b=1&amp;c=2" in told["word/_rels/document.xml.rels"]
    assert "Slides (slides.pdf)" in told["word/document.xml"]
    assert "Users" not in "".join(told.values())
    assert told["word/_rels/document.xml.rels"].count('TargetMode="External"') == 1


def test_a_heading_row_repeats_on_every_page_of_a_long_table():
    people = "; ".join(f"Cllr A Name{n}" for n in range(80))
    data = word_bytes(minutes_of(f"Date: 2026-03-05\nPresent: {people}\n# 1. A\nn B"))
    assert lint(data) == []
    assert parts(data)["word/document.xml"].count("<w:tblHeader/>") == 1


@pytest.mark.parametrize(
    ("number", "column"), [("6", 720), ("12a", 720), ("102/20", 1000), ("FGB 98/2122", 1770)]
)
def test_the_column_of_numbers_is_as_wide_as_the_longest_needs(number: str, column: int):
    data = word_bytes(
        minutes_of(f"Date: 2026-03-05\n# {number}. A\nn B\na C", "numbered-paragraphs")
    )
    told = parts(data)
    for part in ("word/styles.xml", "word/numbering.xml"):
        (found,) = {int(n) for n in re.findall(r'w:hanging="(\d+)"', told[part])} - {360, 567, 1701}
        assert abs(found - column) < 60
    assert f'w:left="{found + 360}"' in told["word/numbering.xml"]  # the bullets moved along
    assert lint(data) == []


def test_the_column_of_labels_is_as_wide_as_the_longest_needs():
    text = "Date: 2026-03-05\nPresent: Cllr A Ash\nApologies: Cllr B Elm\n# 1. A\nn B"
    for style, column in (("bulleted-exchanges", 1701), ("welsh-community-council", 1825)):
        told = parts(
            word_bytes(minutes_of(text.replace("# 1", "In attendance: Clerc\n# 1"), style))
        )
        (detail,) = re.findall(
            '<w:style [^>]*w:styleId="Detail".*?</w:style>', told["word/styles.xml"]
        )
        (found,) = {int(n) for n in re.findall(r'w:(?:pos|left|hanging)="(\d+)"', detail)}
        assert found >= column
    body = told["word/document.xml"]
    assert re.search(r"Ymddiheuriadau</w:t></w:r><w:r><w:tab/>", body)


def test_a_label_too_long_for_any_column_stands_above_what_it_is_of():
    long = "Also there for the whole of the meeting"
    column = detail_column(["Present", long])
    assert (column, fits_beside("Present", column), fits_beside(long, column)) == (
        1701,
        True,
        False,
    )


def test_the_column_never_takes_the_page():
    assert column_for(["9" * 400], []) == 3000
    assert (share_for(["6", "12"]), share_for(["FGB 98/2122"]), share_for(["9" * 400])) == (
        10,
        18,
        30,
    )


def test_pages_that_go_on_say_so_and_have_a_box_for_initials():
    meeting = sample()
    goes_on = replace(meeting, heading=replace(meeting.heading, first_page=41))
    told = parts(word_bytes(compose(goes_on, house_style(""))))
    assert '<w:pgNumType w:start="41"/>' in told["word/document.xml"]
    for footer in ("word/footer.xml", "word/footer-first.xml"):
        assert "NUMPAGES" not in told[footer]  # "page 45 of 5" would be nonsense
        assert "Initials " in told[footer]
        assert "<w:bdr " in told[footer]
    alone = parts(word_bytes(compose(meeting, house_style(""))))
    assert "pgNumType" not in alone["word/document.xml"]
    assert "Initials" not in alone["word/footer.xml"]


def test_lines_are_numbered_on_a_draft_alone(tmp_path: Path):
    meeting, dress = sample(), Dress(line_numbers=True)
    draft = word_bytes(compose(meeting, house_style("")), dress)
    assert "<w:lnNumType" in parts(draft)["word/document.xml"]
    assert audit(draft, tmp_path) == []
    confirmed = replace(meeting, heading=replace(meeting.heading, status=Status.CONFIRMED))
    final = parts(word_bytes(compose(confirmed, house_style("")), dress))
    assert "lnNumType" not in final["word/document.xml"]


def test_names_dates_and_times_stay_on_one_line():
    minutes = minutes_of(
        "Date: 2026-03-05\n# 1. A\nn Councillor J P Finch left at 7.30 pm, item 6."
    )
    told = parts(word_bytes(minutes))["word/document.xml"].replace("\u00a0", "_")
    assert "Councillor_J_P_Finch left at 7.30_pm, item_6." in told
    assert "5_March_2026" in told


def test_a_welsh_paragraph_is_marked_as_welsh_and_an_english_one_is_not(tmp_path: Path):
    data = word_bytes(
        minutes_of(
            "Date: 2026-03-05\n# 1. A\nn Nododd y Cynghorydd Huws fod yr adroddiad yn glir.\n"
            "n The Committee visited Ynys y Bont."
        )
    )
    told = parts(data)["word/document.xml"]
    welsh, english = (
        re.search(rf"<w:r>(?:(?!<w:r>).)*{words}", told) for words in ("Nododd", "Ynys")
    )
    assert 'w:val="cy-GB"' in welsh.group()
    assert "cy-GB" not in english.group()
    assert audit(data, tmp_path) == []


@pytest.mark.parametrize("style", ["bulleted-exchanges", "numbered-paragraphs"])
def test_the_sample_is_estimated_at_the_pages_that_it_has(style: str):
    assert page_count(compose(sample(), house_style(style))) == 5


# What a reader sees, by way of other people's programs

needs_libreoffice = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice and pdftotext are not installed (continuous integration installs them)",
)
needs_pandoc = pytest.mark.skipif(
    not shutil.which("pandoc"),
    reason="pandoc is not installed (continuous integration installs it)",
)

NUMBERS = """\
Date: 2026-03-05
# 6. Six
n First of six.
n Second of six.
= That the Committee:
  (a) notes;
  (i) one;
  (ii) two;
  (b) agrees; and
  (d) skips.
# 8. Eight
n First of eight.
# 12a. Twelve
n First of twelve.
# 99/20. Ninety-nine
n First of ninety-nine.
# Next
n First of a hundred.
"""


@needs_libreoffice
def test_the_numbers_that_a_reader_sees_are_those_of_the_minutes(tmp_path: Path):
    minutes = minutes_of(NUMBERS, "numbered-paragraphs")
    (tmp_path / "n.docx").write_bytes(word_bytes(minutes))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "n.docx"], check=True, capture_output=True, timeout=120)
    command = ["pdftotext", "-layout", tmp_path / "n.pdf", "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seen = re.sub(r"[ \u00a0]+", " ", text)
    for section in minutes.sections:
        assert f"{section.number}. {section.title}" in seen
        for passage in section.passages:
            assert f"{passage.number} {passage.text}" in seen
            for limb in passage.limbs:
                assert f"{limb.label} {limb.text}" in seen


@needs_pandoc
def test_pandoc_finds_the_headings_lists_and_tables(tmp_path: Path):
    path = tmp_path / "s.docx"
    path.write_bytes(word_bytes(compose(sample(), house_style("bulleted-exchanges"))))
    told = subprocess.run(["pandoc", "-t", "json", path], check=True, capture_output=True).stdout
    blocks = json.loads(told)["blocks"]
    headings = [(b["c"][0], _words(b["c"][2])) for b in blocks if b["t"] == "Header"]
    assert headings[:4] == [
        (1, "Attendance"),
        (1, "Minutes"),
        (2, "Apologies for absence"),
        (2, "Minutes of the last meeting"),
    ]
    assert headings[-1] == (1, "Action points")
    assert sum(b["t"] == "Table" for b in blocks) == 2
    assert any(b["t"] == "BulletList" for b in blocks)


def _words(inlines: list) -> str:
    return "".join(
        each["c"] if each["t"] == "Str" else " " for each in inlines if each["t"] != "Span"
    )


def test_a_paragraph_that_opens_from_the_right_is_read_from_there(tmp_path: Path):
    minutes = minutes_of(
        "Committee: Panel\nPresent: Cllr P Finch\n# 1. تقرير المجلس\n"
        "n שלום world 2026 עולם.\nn The Panel heard “שלום”.\n"
    )
    data = word_bytes(minutes)
    read = {p.text: bool(p._p.xpath("w:pPr/w:bidi")) for p in Document(io.BytesIO(data)).paragraphs}
    assert [words for words, is_so in read.items() if is_so] == ["שלום world 2026 עולם."]
    assert "<w:rtl/>" in parts(data)["word/document.xml"]  # also of what has a number beside it
    assert read["The Panel heard “שלום”."] is False
    styles = parts(data)["word/styles.xml"]  # bold and italic for such scripts have their own marks
    for mark in ("b", "i"):
        assert styles.count(f"<w:{mark}/>") == styles.count(f"<w:{mark}Cs/>") > 0
    assert "<w:bCs/><w:rtl/>" in run("שלום", bold=True)
    assert audit(data, tmp_path) == []
