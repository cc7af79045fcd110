"""The linter finds each fault that is put into a faultless document, and finds it by name."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from pictures import png
from printed import minutes_of
from word_linter import lint

from clerkapp.export.crest import crest_in
from clerkapp.export.dress import Dress
from clerkapp.export.word import word_bytes
from clerkapp.meeting.stationery import KeptFile
from clerkapp.wording.house_style import house_styles

MEETING = """\
Council: Brookmere
Date: 2026-03-05
Present: Cllr A Finch; Cllr R Teale
# 6. Digital
Papers: Plan <https://example.org/plan>
n The report was noted.
= That it be noted.
a Send the figures. @Cllr A Finch by 2026-04-01
"""
CREST = crest_in(KeptFile("crest.png", png()), "A star")
MAIN, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="x" alt="A box">'
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r></w:p>"
)
BLANK = '<w:p><w:pPr><w:pStyle w:val="MinuteText"/></w:pPr></w:p>'
ENTRY = '<w:p><w:pPr><w:pStyle w:val="MinuteText"/></w:pPr>'
LINKED = '<w:t xml:space="preserve">Plan</w:t>'


def _swap(old: str, new: str) -> Callable[[str], str]:
    def swapped(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return swapped


FAULTS = {
    "a table has no heading row": (MAIN, _swap("<w:tblHeader/>", "")),
    "a table has merged cells": (
        MAIN, _swap("</w:tcPr>", '<w:gridSpan w:val="1"/></w:tcPr>'),
    ),
    "a table has no tblCaption": (MAIN, _swap('<w:tblCaption w:val="Attendance"/>', "")),
    "a table has no tblDescription": (
        MAIN, _swap('<w:tblDescription w:val="Everybody', '<w:tblDescription w:val=" " w:x="'),
    ),
    "a row of a table may break across pages": (MAIN, _swap("<w:cantSplit/>", "")),
    "a cell of a table is blank": (MAIN, _swap(">Councillor R Teale<", "> <")),
    "a table of one row is there for the look of it": (
        MAIN, lambda text: re.sub("</w:tr>.*?</w:tbl>", "</w:tr></w:tbl>", text, count=1),
    ),
    "a picture has no alternative text": (MAIN, _swap('descr="A star"', "")),
    "a shape has no alternative text": ("word/header.xml", _swap(' alt="', ' title="')),
    "the document has no title": (
        CORE, lambda text: re.sub("<dc:title>.*</dc:title>", "<dc:title></dc:title>", text),
    ),
    "the language is not en-GB": (STYLES, _swap('w:val="en-GB"', 'w:val="en-US"')),
    "a heading of level 3 follows one of level 1": (
        MAIN, _swap('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>'),
    ),
    "an empty paragraph is read out as “blank”": (MAIN, _swap(ENTRY, BLANK + ENTRY)),
    "a link does not say where it goes: “here”": (MAIN, _swap(LINKED, "<w:t>here</w:t>")),
    "a link does not say where it goes: “https://example.org/plan”": (
        MAIN, _swap(LINKED, "<w:t>https://example.org/plan</w:t>"),
    ),
    "words in 8FBFC2 on EAF4F4 stand out too little": (
        STYLES, _swap('<w:color w:val="0B6B70"/>', '<w:color w:val="8FBFC2"/>'),
    ),
    "words in A0A0A0 on FFFFFF stand out too little": (
        STYLES, _swap('<w:color w:val="4A4A4A"/>', '<w:color w:val="A0A0A0"/>'),
    ),
    "words stand in a text box": (MAIN, _swap(ENTRY, BOX + ENTRY)),
    "a paragraph floats in a frame": (
        MAIN, _swap(ENTRY, ENTRY.replace("/></w:pPr>", '/><w:framePr w:w="900"/></w:pPr>')),
    ),
    "a number is typed, not counted: (a) By hand": (
        MAIN, _swap("The report was noted.", "(a) By hand"),
    ),
    "the style Bespoke is not there": (MAIN, _swap('"MinuteText"', '"Bespoke"')),
}  # fmt: skip


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return held.getvalue()


@pytest.fixture(scope="module")
def faultless() -> bytes:
    return word_bytes(minutes_of(MEETING), Dress(crest=CREST))


def test_a_document_of_ours_has_no_fault(faultless: bytes):
    assert lint(faultless) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(faultless: bytes, fault: str):
    part, seed = FAULTS[fault]
    parts = _parts(faultless)
    parts[part] = seed(parts[part].decode()).encode()
    assert fault in lint(_packed(parts))


@pytest.mark.parametrize("style", house_styles(), ids=lambda style: style.name)
def test_every_house_prints_without_a_fault(style):
    minutes = minutes_of(MEETING, style.name)
    assert lint(word_bytes(minutes, Dress(crest=CREST)), style.words.language) == []
