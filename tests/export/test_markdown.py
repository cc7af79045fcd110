"""Minutes as Markdown: what pandoc makes of it, and that no words are taken for marks."""

import json
import re
import shutil
import subprocess

import pytest
from printed import minutes_of, sample

from clerkapp.export.markdown import markdown, words
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles

needs_pandoc = pytest.mark.skipif(
    not shutil.which("pandoc"),
    reason="pandoc is not installed (continuous integration installs it)",
)
HOSTILE = (
    "1. first", "12) twelfth", "a. letter", "iv. four", "(a) limb", "- dash", "+ plus", "* star",
    "# number", "> quote", "= line", ": colon", "| pipe | line", "~~~", "```", "---", "***",
    "*a* _b_ `c` ~d~ ^e^ $f$ <g> [h](i) ![j](k) \\l &amp; &#65; @m", "snake_case_word", "50% of £5",
    "http://example.org/a_b", "2 * 3 * 4", "ends with \\", "dash -- dash … ...", "[^1]: note",
    "Cllr O'Neill said \"no\"", "§ 7 – Ŵŷ",
)  # fmt: skip


def _blocks(text: str, reader: str = "gfm") -> list[dict]:
    command = ["pandoc", "-f", reader, "-t", "json"]
    told = subprocess.run(command, input=text.encode(), check=True, capture_output=True).stdout
    return json.loads(told)["blocks"]


@needs_pandoc
@pytest.mark.parametrize("reader", ["commonmark", "gfm-autolink_bare_uris", "markdown-smart"])
def test_no_words_are_taken_for_marks(reader: str):
    text = "\n\n".join(words(each) for each in HOSTILE)
    blocks = _blocks(text, reader)
    assert [block["t"] for block in blocks] == ["Para"] * len(HOSTILE)
    assert {part["t"] for block in blocks for part in block["c"]} <= {"Str", "Space"}
    told = ["".join(part.get("c", " ") for part in block["c"]) for block in blocks]
    assert told == list(HOSTILE)


@needs_pandoc
@pytest.mark.parametrize("style", [style.name for style in house_styles()])
def test_pandoc_finds_the_headings_lists_and_tables(style: str):
    minutes = compose(sample(), house_style(style))
    blocks = _blocks(markdown(minutes))
    levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert levels.count(3) >= len(minutes.sections)
    rows = [len(block["c"][4][0][3]) for block in blocks if block["t"] == "Table"]
    wanted = [len(table.rows) for table in (minutes.attendance, minutes.actions) if table]
    assert set(wanted) <= set(rows)


@needs_pandoc
def test_a_list_keeps_its_limbs_and_its_levels():
    text = "# 1. One\n= That the Committee:\n  (a) notes;\n  (i) one;\n  (ii) two;\n  (b) agrees.\n"
    blocks = _blocks(markdown(minutes_of(text)))
    (listed,) = (block for block in blocks if block["t"] == "BulletList" and len(block["c"]) == 2)
    first, second = listed["c"]
    assert [each["t"] for each in first] == ["Plain", "BulletList"]
    assert len(first[1]["c"]) == 2
    assert "(b)" in json.dumps(second)


@needs_pandoc
@pytest.mark.parametrize("style", [style.name for style in house_styles()])
def test_bold_words_are_bold_and_leave_no_stars(style: str):
    told = json.dumps(_blocks(markdown(compose(sample(), house_style(style)))))
    assert told.count('"Strong"') > 10
    assert "*" not in told


def test_each_line_but_the_last_ends_in_words():
    text = markdown(compose(sample(), house_style("numbered-paragraphs")))
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]\n", text)
