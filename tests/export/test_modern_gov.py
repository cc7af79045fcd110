"""Pieces for ModernGov: a file an item, in the order of the agenda, and only plain elements."""

import io
import zipfile

import pytest
from lxml import html
from printed import minutes_of, sample

from clerkapp.export.modern_gov import item_markup, modern_gov
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.languages import WELSH

ALLOWED = {"p", "ul", "ol", "li", "strong", "br", "table", "caption", "thead", "tbody", "tr", "th",
           "td"}  # fmt: skip
STYLES = [style.name for style in house_styles()]


def _files(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


@pytest.mark.parametrize("style", STYLES)
def test_there_is_a_file_an_item_and_their_names_sort_in_order(style: str):
    minutes = compose(sample(), house_style(style))
    files = _files(modern_gov(minutes))
    assert list(files) == sorted(files)
    assert len(files) == len(minutes.sections)
    for section, (name, piece) in zip(minutes.sections, files.items(), strict=True):
        assert name.endswith(".html")
        assert section.title.lower().split()[0] in name
        assert piece == item_markup(minutes, section.item_id)


@pytest.mark.parametrize("style", STYLES)
def test_a_piece_has_plain_elements_and_neither_classes_nor_styles(style: str):
    for piece in _files(modern_gov(compose(sample(), house_style(style)))).values():
        page = html.fragment_fromstring(piece, create_parent="div")
        elements = list(page.iterdescendants())
        assert elements
        assert {each.tag for each in elements} <= ALLOWED
        told = {"lang"} if house_style(style).words.language == WELSH else set[str]()
        assert {name for each in elements for name in each.attrib} <= {
            *("scope", "type", "value", "start"), *told
        }  # fmt: skip


def test_every_word_of_the_passages_is_in_the_piece():
    minutes = compose(sample(), house_style("bulleted-exchanges"))
    for section in minutes.sections:
        page = html.fragment_fromstring(item_markup(minutes, section.item_id), create_parent="div")
        told = page.text_content()
        for passage in section.passages:
            assert passage.text in told
            assert all(limb.text in told for limb in passage.limbs)


def test_words_are_escaped():
    minutes = minutes_of("# 1. One\nn A <b>bold</b> & brave claim.\n")
    piece = item_markup(minutes, minutes.sections[0].item_id)
    assert "A &lt;b&gt;bold&lt;/b&gt; &amp; brave claim." in piece


def test_a_skipped_letter_keeps_its_place():
    text = "# 1. One\n= That the Committee:\n  (b) notes;\n  (d) agrees.\n"
    minutes = minutes_of(text)
    piece = item_markup(minutes, minutes.sections[0].item_id)
    page = html.fragment_fromstring(piece, create_parent="div")
    counts = [(each.get("value"), each.text) for each in page.iter("li")]
    assert counts == [("2", "notes; and"), ("4", "agrees.")]


def test_of_an_item_that_is_not_there_there_is_nothing():
    assert item_markup(compose(sample(), house_style("")), "nowhere") == ""


def test_the_zip_is_the_same_each_time():
    minutes = compose(sample(), house_style(""))
    assert modern_gov(minutes) == modern_gov(minutes)
