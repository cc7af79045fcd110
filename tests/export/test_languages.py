"""Every form says in which language it is, and which paragraphs are in another."""

import io
import re
import zipfile

import pytest
from lxml import etree, html
from msgspec.structs import replace
from pdf_words import faults_in_pdf, needs_pdftotext, streams_in_pdf, words_in_pdf
from printed import minutes_of
from word_linter import lint

from clerkapp.export.akoma_ntoso import akoma_ntoso
from clerkapp.export.modern_gov import item_markup
from clerkapp.export.pdf import pdf_bytes
from clerkapp.export.web_page import web_page
from clerkapp.export.word import word_bytes
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Minutes

WELSH = "Nododd y Cynghorydd Huws fod yr adroddiad yn glir."
ENGLISH = "The Committee noted that the report was clear."
BILINGUAL = f"""\
Council: Cyngor Bro Ddyfi
Committee: Pwyllgor Cynllunio
Date: 2026-03-05
# 1. Reports
n {WELSH}
n {ENGLISH}
= That the Committee:
  (a) yn diolch i'r swyddogion am yr adroddiad; and
  (b) notes the report.
"""
IN_ENGLISH = minutes_of(BILINGUAL)


def _in_welsh(minutes: Minutes) -> Minutes:
    """As a house with Welsh words prints them."""
    pages = replace(minutes.pages, page="Tudalen {page} o {pages}", page_alone="Tudalen {page}")
    return replace(minutes, language="cy-GB", pages=pages)


IN_WELSH = _in_welsh(IN_ENGLISH)
BOTH = pytest.mark.parametrize(
    ("minutes", "whole", "other", "told"),
    [(IN_ENGLISH, "en-GB", "cy", (WELSH, "diolch")), (IN_WELSH, "cy", "en-GB", (ENGLISH, "notes"))],
    ids=["English", "Welsh"],
)


@BOTH
def test_a_web_page_says_it_of_itself_and_of_its_paragraphs(minutes, whole, other, told):
    page = html.document_fromstring(web_page(minutes))
    assert page.get("lang") == whole
    marked = [each.text_content() for each in page.iterfind(f".//*[@lang='{other}']")]
    assert any(told[0] in words for words in marked)
    assert any(told[1] in words for words in marked)
    kept = WELSH if told[0] == ENGLISH else ENGLISH
    assert not any(kept in words for words in marked)


@BOTH
def test_a_piece_for_modern_gov_marks_all_that_is_not_english(minutes, whole, other, told):
    piece = item_markup(minutes, minutes.sections[0].item_id)
    page = html.fragment_fromstring(piece, create_parent="div")
    marked = {each.text_content(): each.get("lang") for each in page.iterfind(".//*[@lang]")}
    assert marked.get(WELSH) == "cy"
    assert ENGLISH not in marked


@BOTH
def test_akoma_ntoso_says_it_of_the_expression_and_of_paragraphs(minutes, whole, other, told):
    root = etree.fromstring(akoma_ntoso(Meeting("m"), minutes))
    code = {"en-GB": "eng", "cy": "cym"}[whole]
    assert [e.get("language") for e in root.iterfind(".//{*}FRBRlanguage")] == [code]
    marked = [
        "".join(each.itertext())
        for each in root.iter()
        if each.get("{http://www.w3.org/XML/1998/namespace}lang") == other
    ]
    assert told[0] in marked
    assert any(told[1] in words for words in marked)


@BOTH
def test_a_pdf_says_it_of_itself_and_of_its_words(minutes, whole, other, told):
    data = pdf_bytes(minutes)
    assert faults_in_pdf(data) == []
    held = "".join(streams_in_pdf(data))
    languages = re.findall(r"/Lang ?\(([\w-]+)\)", held)
    assert {tag[:2] for tag in languages} == {"cy", "en"}
    catalogue = re.search(r"/Type ?/Catalog.*?/Lang ?\((\w\w)", held, re.DOTALL)
    assert catalogue is not None
    assert catalogue.group(1) == whole[:2]


@needs_pdftotext
def test_the_foot_of_a_page_is_in_the_words_of_the_house():
    assert "Tudalen 1 o 1" in words_in_pdf(pdf_bytes(IN_WELSH))
    with zipfile.ZipFile(io.BytesIO(word_bytes(IN_WELSH))) as package:
        foot = package.read("word/footer.xml").decode()
    assert re.sub(r"<w:instrText.*?</w:instrText>|<[^>]+>", "", foot).endswith("Tudalen 1 o 1")


def test_word_marks_english_in_a_welsh_document():
    data = word_bytes(IN_WELSH)
    assert lint(data, "cy-GB") == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        told = package.read("word/document.xml").decode()
    assert 'w:val="en-GB"' in told
    assert 'w:val="cy-GB"' not in told


@pytest.mark.parametrize(
    ("style", "language"),
    [("irish-council", "en-IE"), ("new-zealand", "en-NZ"), ("canadian-council", "en-CA"),
     ("scottish-council", "en-GB")],
)  # fmt: skip
def test_a_house_says_its_language_in_every_form(style: str, language: str):
    assert house_style(style).words.language == language
    minutes = minutes_of(BILINGUAL, style)
    assert f'<html lang="{language}">' in web_page(minutes)
    assert lint(word_bytes(minutes), language) == []
    country = language[-2:].lower()
    assert f"/akn/{country}/debate/2026-03-05/".encode() in akoma_ntoso(Meeting("m"), minutes)


HEADING = "The last meeting / Cofnodion y cyfarfod diwethaf"
IN_BOTH = minutes_of(f"Date: 2026-03-05\n# 1. {HEADING}\nn {WELSH}\n")


def test_a_web_page_marks_the_one_half_of_a_heading_in_two_languages():
    page = html.document_fromstring(web_page(IN_BOTH))
    (heading,) = page.iterfind(".//h3")
    assert heading.get("lang") is None
    assert [(each.get("lang"), each.text) for each in heading] == [
        ("cy", "Cofnodion y cyfarfod diwethaf")
    ]


def test_a_label_in_two_languages_leaves_welsh_words_after_it_welsh():
    style = house_style("bulleted-exchanges")
    words = replace(style.words, action="Action / Gweithredu:")
    meeting = read_notation(f"# 1. Parks\na {WELSH}\n").meeting
    page = html.document_fromstring(web_page(compose(meeting, replace(style, words=words))))
    told = [
        (each.get("lang"), each.text_content().strip())
        for each in page.iterfind(".//main//span[@lang]")
    ]
    assert told == [("cy", "Gweithredu:"), ("cy", WELSH)]


def test_word_marks_the_one_half_of_a_heading_in_two_languages():
    data = word_bytes(IN_BOTH)
    assert lint(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    runs = re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", body)
    assert all("cy-GB" in run for run in runs if "Cofnodion y cyfarfod" in run)
    assert not any("cy-GB" in run for run in runs if "The last meeting" in run)


@needs_pdftotext
def test_a_pdf_marks_the_one_half_of_a_heading_in_two_languages():
    data = pdf_bytes(minutes_of(f"# 1. {HEADING}\nn The parks were open.\n"))
    assert faults_in_pdf(data) == []
    assert re.search(r"/Lang ?\(cy", "".join(streams_in_pdf(data)))
    assert HEADING in words_in_pdf(data)
