"""Minutes without a heading above the items: each item is then a heading of the first level."""

import io
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html
from msgspec.structs import replace
from printed import sample

from clerkapp.export.markdown import markdown
from clerkapp.export.parts import item_level
from clerkapp.export.pdf import pdf_bytes
from clerkapp.export.plain_text import plain_text
from clerkapp.export.web_page import web_page
from clerkapp.export.word import word_bytes
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style
from clerkapp.wording.minutes import Minutes


def style(name: str = "") -> HouseStyle:
    usual = house_style(name)
    return replace(usual, words=replace(usual.words, minutes="", title="{committee}"))


@pytest.fixture
def without() -> Minutes:
    return compose(sample(), style())


def test_the_heading_is_printed_nowhere(without: Minutes):
    for text in (plain_text(without), markdown(without)):
        assert not [line for line in text.split("\n") if line.strip("# ").casefold() == "minutes"]
    assert pdf_bytes(without).startswith(b"%PDF")


def test_no_level_is_skipped_on_a_web_page(without: Minutes):
    page = html.fromstring(web_page(without).encode())
    levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.xpath("//h2[@id='item-1']")


def test_in_word_the_items_have_the_first_level_and_the_look_of_items(without: Minutes):
    paragraphs = Document(io.BytesIO(word_bytes(without))).paragraphs
    items = [each for each in paragraphs if each.style and each.style.name == "Heading 2"]
    assert len(items) == len(without.sections)
    for each in items:
        (level,) = each._p.iter(qn("w:outlineLvl"))
        assert level.get(qn("w:val")) == "0"
    assert not [each for each in paragraphs if each.text == "Minutes"]


def test_the_heading_of_a_part_keeps_the_items_below_it():
    assert item_level(compose(sample(), style("parts-one-and-two"))) == 2
    assert item_level(compose(sample(), house_style(""))) == 2
    assert item_level(compose(sample(), style())) == 1


def test_a_table_of_items_has_the_title_for_its_name():
    minutes = compose(sample(), style("school-table"))
    assert f'aria-label="{minutes.title}"' in web_page(minutes)
    assert Document(io.BytesIO(word_bytes(minutes))).tables
