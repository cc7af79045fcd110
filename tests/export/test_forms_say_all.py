"""No form loses words that a house style puts in a place of their own."""

import html
import io
import re
import zipfile
from pathlib import Path

import pytest

from clerkapp.export.forms import FORMS, exported
from clerkapp.export.plain_text import plain_text
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.minutes import Audience

SAMPLES = Path(__file__).parents[1] / "expected" / "house_styles"


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text))


def _inside(data: bytes, form: str) -> str:
    if form == "html":
        return html.unescape(re.sub(r"<[^>]+>", " ", data.decode()))
    if form == "markdown":
        return data.decode().replace("\\", "")
    if form != "word":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        document = package.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:(?:br|tab)/>", "\n", document))


@pytest.mark.parametrize("form", ["word", "html", "markdown", "akoma-ntoso"])
@pytest.mark.parametrize("name", [style.name for style in house_styles()])
def test_every_word_of_the_sample_is_in_the_form(form: str, name: str):
    meeting = read_notation((SAMPLES / f"{name}.minutes").read_text(encoding="utf-8")).meeting
    style = house_style(name)
    minutes = compose(meeting, style)
    told = _words(_inside(exported(meeting, FORMS[form], style, Audience.PUBLIC), form))
    headings = _words(" ".join((*minutes.signature, minutes.headings.minutes.upper())))
    tables = (minutes.attendance, minutes.actions)
    titles = _words(" ".join(table.title.upper() for table in tables if table))
    lists = _words(" ".join(listed.title.upper() for listed in minutes.people))
    papers = _words(minutes.headings.documents)
    assert _words(plain_text(minutes)) - headings - titles - lists - papers - told == set()
