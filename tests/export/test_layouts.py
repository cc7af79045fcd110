"""Frames around the parts of an item, and items that are lettered parts of another."""

import io
import re
import zipfile

import pytest
from lxml import etree, html
from pdf_words import faults_in_pdf, needs_pdftotext, words_in_pdf
from printed import minutes_of
from word_linter import lint

from clerkapp.export.akoma_ntoso import akoma_ntoso
from clerkapp.export.markdown import markdown
from clerkapp.export.pdf import pdf_bytes
from clerkapp.export.plain_text import plain_text
from clerkapp.export.web_page import web_page
from clerkapp.export.word import word_bytes
from clerkapp.meeting.meeting import Meeting
from clerkapp.wording.decision_sheet import decision_sheet
from clerkapp.wording.extract import extract
from clerkapp.wording.minutes import Minutes

FRAMED = minutes_of(
    """\
Date: 2026-03-05
# 6. Quay wall
n The Engineer showed pictures.
q The Mayor asked how long it would stand.
= That the Panel:
  (a) surveys the wall; and
  (b) reports.
# 7. Noise
n There was none.
""",
    "decision-and-minutes",
)
LETTERED = minutes_of(
    """\
Date: 2026-03-05
# 1. Procedural business
n The Chair opened the meeting.
# 1a. Substitutes
n There were none.
n Apologies were noted.
# 1b. Interests
= That they be noted.
# 2. Outturn
n The report was noted.
""",
    "parts-one-and-two",
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _document(minutes: Minutes):
    with zipfile.ZipFile(io.BytesIO(word_bytes(minutes))) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _frames(minutes: Minutes) -> list[tuple[str, str]]:
    """Of each paragraph within a frame: its words, and which line is around it."""
    found = []
    for paragraph in _document(minutes).iter(f"{W}p"):
        line = paragraph.find(f"{W}pPr/{W}pBdr/{W}top")
        if line is not None:
            found.append(("".join(paragraph.itertext()), line.get(f"{W}color")))
    return found


def test_word_has_a_frame_around_each_part_and_two_do_not_run_together():
    told = _frames(FRAMED)
    assert [words for words, _ in told] == [
        "Decision:",
        "RESOLVED: That the Panel:",
        "surveys the wall; and",
        "reports.",
        "Minutes:",
        "The Engineer showed pictures.",
        "The Mayor asked how long it would stand.",
    ]
    decision, minutes = {line for _, line in told[:4]}, {line for _, line in told[4:]}
    assert (len(decision), len(minutes), decision & minutes) == (1, 1, set())
    assert lint(word_bytes(FRAMED)) == []


def test_a_web_page_has_a_box_for_each_part():
    page = html.document_fromstring(web_page(FRAMED))
    boxes = [each.findtext("h4") for each in page.iterfind(".//div[@class='framed']")]
    assert boxes == ["Decision:", "Minutes:"]


@pytest.mark.parametrize("minutes", [FRAMED, LETTERED], ids=["framed", "lettered"])
def test_a_pdf_conforms(minutes: Minutes):
    assert faults_in_pdf(pdf_bytes(minutes)) == []


def test_words_in_a_frame_are_in_the_forms_without_frames():
    for told in (plain_text(FRAMED), markdown(FRAMED)):
        assert told.index("Decision:") < told.index("surveys") < told.index("Engineer")


def test_lettered_items_go_on_with_the_paragraphs_of_the_item_above():
    lines = [line for line in plain_text(LETTERED).splitlines() if line.startswith(("(", "1", "2"))]
    assert lines[:-1] == [
        "1 PROCEDURAL BUSINESS",
        "1.1 The Chair opened the meeting.",
        "(a) SUBSTITUTES",
        "1.2 There were none.",
        "1.3 Apologies were noted.",
        "(b) INTERESTS",
        "1.4 RESOLVED: That they be noted.",
        "2 OUTTURN",
    ]
    assert lines[-1] == "2.1 The report was noted."


def test_word_counts_the_letters_and_one_list_goes_on_below_them():
    told = [
        (
            "".join(p.itertext()),
            p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"),
            p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val"),
        )
        for p in _document(LETTERED).iter(f"{W}p")
        if p.find(f"{W}pPr/{W}numPr") is not None
    ]
    of = {words: (style, listed) for words, style, listed in told}
    assert of["SUBSTITUTES"][0] == of["INTERESTS"][0] == "Heading3"
    above = of["PROCEDURAL BUSINESS"][1]
    for words in ("There were none.", "Apologies were noted.", "RESOLVED: That they be noted."):
        assert of[words][1] == above
    assert above not in (of["SUBSTITUTES"][1], of["INTERESTS"][1])
    assert lint(word_bytes(LETTERED)) == []


@needs_pdftotext
def test_a_pdf_and_a_web_page_have_them_one_level_below():
    assert "(a)\nSUBSTITUTES" in words_in_pdf(pdf_bytes(LETTERED)).replace(" ", "\n")
    page = html.document_fromstring(web_page(LETTERED))
    assert [each.text_content() for each in page.iterfind(".//main//h4")] == [
        "(a) SUBSTITUTES", "(b) INTERESTS",
    ]  # fmt: skip
    listed = [each.text_content() for each in page.iterfind(".//nav//a")]
    assert listed == ["1 PROCEDURAL BUSINESS", "2 OUTTURN"]
    assert b"<num>(a)</num>" in akoma_ntoso(Meeting("m"), LETTERED)


def test_alone_one_has_the_number_of_the_item_above_too():
    interests = LETTERED.sections[2]
    for minutes in (extract(LETTERED, interests.item_id), decision_sheet(LETTERED)):
        assert re.search(r"^1\(b\) INTERESTS$", plain_text(minutes), re.MULTILINE)
        assert lint(word_bytes(minutes)) == []
