"""What a document wears: a crest with words in every form that has pictures, lines with numbers."""

import base64
import re

import pytest
from lxml import html
from msgspec.structs import replace
from pdf_words import faults_in_pdf, needs_pdftotext, streams_in_pdf, words_in_pdf
from pictures import png
from printed import sample

from clerkapp.errors import TemplateError
from clerkapp.export.crest import crest_in
from clerkapp.export.dress import PLAIN, Dress, dressed_in
from clerkapp.export.forms import FORMS, exported
from clerkapp.export.pdf import pdf_bytes
from clerkapp.export.web_page import web_page
from clerkapp.meeting.meeting import Meeting, Status
from clerkapp.meeting.stationery import KeptFile, Stationery
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience

WORDS = 'A star "rising" & two waves'
OWN = Stationery(
    "Brookmere", crest=KeptFile("crest.png", png()), crest_words=WORDS, line_numbers=True
)
CREST = crest_in(KeptFile("crest.png", png()), WORDS)
MINUTES = compose(sample(), house_style(""))


def test_a_web_page_has_the_crest_in_itself():
    page = html.document_fromstring(web_page(MINUTES, Dress(crest=CREST)))
    (picture,) = page.iterfind(".//header/img")
    assert picture.get("alt") == WORDS
    kind, data = picture.get("src").split(",")
    assert (kind, base64.b64decode(data)) == ("data:image/png;base64", png())
    assert (picture.get("width"), picture.get("height")) == ("30", "60")
    assert "<img" not in web_page(MINUTES)


def test_a_pdf_has_the_crest_with_its_words_and_conforms():
    data = pdf_bytes(MINUTES, Dress(crest=CREST))
    assert faults_in_pdf(data) == []
    assert data == pdf_bytes(MINUTES, Dress(crest=CREST))
    held = "".join(streams_in_pdf(data))
    assert "/Figure" in held
    assert 'A star "rising" & two waves' in held
    assert "/Figure" not in "".join(streams_in_pdf(pdf_bytes(MINUTES)))


def test_a_crest_without_words_of_its_own_has_words():
    minutes = compose(Meeting("m"), house_style(""))
    assert crest_in(KeptFile("c.png", png()), " ").told(minutes) == "The crest of the council"
    welsh = compose(Meeting("m"), house_style("welsh-community-council"))
    assert crest_in(KeptFile("c.png", png()), " ").told(welsh) == "Arfbais y cyngor"
    assert crest_in(KeptFile("c.png", png()), "A tree").told(welsh) == "A tree"


def _numbers_alone(data: bytes) -> list[str]:
    return re.findall(r"^\d+$", words_in_pdf(data), re.MULTILINE)


@needs_pdftotext
def test_the_lines_of_a_draft_are_numbered_in_a_pdf_and_of_a_confirmed_one_never():
    data = pdf_bytes(MINUTES, Dress(line_numbers=True))
    assert faults_in_pdf(data) == []
    assert len(_numbers_alone(data)) > 100
    assert len(_numbers_alone(pdf_bytes(MINUTES))) < 10  # the item of each action point
    meeting = sample()
    confirmed = replace(meeting, heading=replace(meeting.heading, status=Status.CONFIRMED))
    final = compose(confirmed, house_style(""))
    assert pdf_bytes(final, Dress(line_numbers=True)) == pdf_bytes(final)


@needs_pdftotext
def test_pages_of_a_pdf_go_on_and_have_a_box_for_initials():
    meeting = sample()
    goes_on = replace(meeting, heading=replace(meeting.heading, first_page=41))
    data = pdf_bytes(compose(goes_on, house_style("")))
    assert faults_in_pdf(data) == []
    feet = re.findall(r"^Page \d+.*$", words_in_pdf(data), re.MULTILINE)
    assert feet == [f"Page {41 + place}" for place in range(len(feet))]
    assert words_in_pdf(data).count("Initials") == len(feet)
    assert "Initials" not in words_in_pdf(pdf_bytes(MINUTES))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_form_takes_of_the_stationery_what_it_has_a_place_for(form):
    dress = dressed_in(OWN, form.wears)
    assert (dress.crest is not None) == ("crest" in form.wears)
    assert dress.line_numbers == ("line numbers" in form.wears)
    style = house_style("")
    worn = exported(sample(), form, style, Audience.PUBLIC, dress=dress)
    plain = exported(sample(), form, style, Audience.PUBLIC, dress=PLAIN)
    assert (worn == plain) == (not form.wears)


def test_a_crest_that_is_no_picture_is_told_by_its_name():
    with pytest.raises(TemplateError, match=r"the crest c\.svg is neither a PNG nor a JPEG"):
        dressed_in(replace(OWN, crest=KeptFile("c.svg", b"<svg/>")), frozenset({"crest"}))
