"""A person's own styles: found beside the others, told of when they are broken, written back."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerkapp.errors import HouseStyleError
from clerkapp.resources import checkout
from clerkapp.wording.house_style import (
    DEFAULT,
    house_style,
    house_styles,
    own_styles_folder,
    read_house_style,
    style_of,
    style_or_usual,
)
from clerkapp.wording.own_styles import broken_styles
from clerkapp.wording.style_tables import choices_of
from clerkapp.wording.style_writing import (
    style_data,
    style_faults,
    style_name,
    style_path,
    style_text,
    written_over,
)

OURS = 'like = "a-member"\ntitle = "Ours"\nsummary = "As we do"\n[words]\naction = "To do:"\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = own_styles_folder(tmp_path / "archive.db")
    folder.mkdir()
    return folder


def test_an_own_style_is_found_and_is_like_one_that_comes_with_clerkapp(own: Path):
    (own / "ours.toml").write_text(OURS, encoding="utf-8")
    ours = house_style("ours", own)
    assert (ours.title, ours.words.action) == ("Ours", "To do:")
    assert ours.layout == house_style("a-member").layout
    assert [style.name for style in house_styles(own)][-1] == "ours"
    with pytest.raises(HouseStyleError, match="there is no house style “ours”"):
        house_style("ours")


def test_an_own_style_takes_the_place_of_the_one_whose_name_it_has_and_is_like_it(own: Path):
    (own / "a-member.toml").write_text(OURS, encoding="utf-8")
    assert house_style("a-member", own).words.action == "To do:"
    assert house_style("a-member").words.action == "ACTION –"
    assert len(house_styles(own)) == len(house_styles())


def test_an_own_style_may_be_like_another_own_one(own: Path):
    (own / "base.toml").write_text(OURS, encoding="utf-8")
    (own / "next.toml").write_text('like = "base"\ntitle = "N"\nsummary = "S"\n', encoding="utf-8")
    assert house_style("next", own).words.action == "To do:"


def test_a_broken_own_style_is_told_in_a_sentence_and_the_usual_one_used(own: Path):
    (own / "ours.toml").write_text(OURS.replace("action", "akshun"), encoding="utf-8")
    style, trouble = style_or_usual("ours", own)
    assert style.name == DEFAULT
    assert trouble == (
        "ours.toml: words.akshun is not a key that a house style has; the usual style is used"
    )
    assert broken_styles(own) == ("ours.toml: words.akshun: no style has such a key",)
    assert "ours" not in [each.name for each in house_styles(own)]


def test_a_file_in_another_encoding_is_told_in_words_that_a_clerk_reads(own: Path):
    (own / "ours.toml").write_bytes(OURS.replace("To do", "Tâche").encode("cp1252"))
    assert broken_styles(own) == ("ours.toml cannot be read: it is not UTF-8 text",)


def test_no_folder_is_no_trouble(tmp_path: Path):
    nowhere = own_styles_folder(tmp_path / "archive.db")
    assert house_styles(nowhere) == house_styles()
    assert broken_styles(nowhere) == ()
    assert style_or_usual("", nowhere) == (house_style(""), "")


def test_the_style_that_the_document_shows_can_be_used(own: Path):
    page = (checkout() / "docs" / "house-styles.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    (own / "ours.toml").write_text(example, encoding="utf-8")
    assert house_style("ours", own).votes.stands == "after"


# Written by an editor


@pytest.mark.parametrize("style", house_styles(), ids=lambda style: style.name)
def test_every_style_is_read_again_as_it_was_written(style, own: Path):
    path = style_path(own, "mine")
    path.write_text(style_text(style_data(style), house_style("")), encoding="utf-8")
    assert read_house_style(path, own) == replace(style, name="mine")


@given(st.text().filter(lambda words: "{" not in words and "}" not in words))
def test_any_words_are_read_again_as_they_were_written(words: str):
    base = house_style("")
    changed = replace(base, words=replace(base.words, action=words))
    text = style_text(style_data(changed), base)
    assert tomllib.loads(text).get("words", {}).get("action", base.words.action) == words


def test_only_what_differs_is_written():
    base = house_style("a-member")
    data = style_data(replace(base, title="Ours", words=replace(base.words, action="To do:")))
    assert style_text(data, base) == (
        f'like = "a-member"\ntitle = "Ours"\nsummary = "{base.summary}"\n'
        '\n[words]\naction = "To do:"\n'
    )


def test_every_fault_is_told_by_its_key():
    data = style_data(house_style(""))
    data["layout"] = {**data["layout"], "points": "starred", "times": "noon"}
    data["words"] = {**data["words"], "due": "Due {date}"}
    told = style_faults(data)
    assert set(told) == {"layout.points", "layout.times", "words.due"}
    assert told["layout.points"] == ("layout.points: expected one of bulleted, plain, lettered")
    assert all(sentence.startswith(key) for key, sentence in told.items())
    with pytest.raises(HouseStyleError, match=r"layout\.points"):
        style_text(data, house_style(""))


def test_a_form_of_number_that_words_cannot_have_is_a_fault():
    data = style_data(house_style(""))
    data["words"] = {**data["words"], "due": "Due {due:d}"}
    assert set(style_faults(data)) == {"words.due"}


def test_the_choices_of_a_key_are_those_that_it_takes():
    assert choices_of("layout.points") == ("bulleted", "plain", "lettered")
    assert choices_of("words.action") == ()


def test_the_tables_of_a_style_make_the_style_again():
    base = house_style("new-zealand")
    assert style_of(base.name, style_data(base)) == base


def test_a_style_is_named_after_its_title_and_no_other_file_can_be_meant(own: Path):
    assert style_name("Our Town: 2026!") == "our-town-2026"
    assert style_name("…") == ""
    for name in ("", "../x", "a/b", "Upper", "a b"):
        with pytest.raises(HouseStyleError, match="cannot be the name"):
            style_path(own, name)


COMMENTED = """\
# Ours, since 2020
like = "a-member"   # the nearest
title = "Ours"
summary = "S"

# How it looks
[layout]
# we like it so
times = "7.30pm"  # no space
points = "plain"

# What it says
[words]
close = "Ended at {end}."
# last
"""
CHANGED = """\
like = "a-member"
title = "Ours"
summary = "New"

[layout]
times = "19:30"
dates = "5th March 2026"

[words]
close = "Ended\\nat {end}."

[parts]
open = "A"
"""


def test_a_saved_style_keeps_its_comments_and_its_order():
    kept = written_over(COMMENTED, CHANGED)
    assert (
        kept
        == """\
# Ours, since 2020
like = "a-member"   # the nearest
title = "Ours"
summary = "New"

# How it looks
[layout]
# we like it so
times = "19:30"  # no space
dates = "5th March 2026"

# What it says
[words]
close = "Ended\\nat {end}."
# last

[parts]
open = "A"
"""
    )
    assert written_over(kept, CHANGED) == kept
    assert written_over(CHANGED, CHANGED) == CHANGED


@pytest.mark.parametrize("before", ["", "[broken", "layout = 3\n", "a.b = 1\n[a.c]\nd = 2\n"])
def test_what_cannot_be_kept_gives_way_to_what_is_saved(before: str):
    assert tomllib.loads(written_over(before, CHANGED)) == tomllib.loads(CHANGED)


def test_tomlkit_is_not_loaded_before_a_style_is_saved():
    code = "import sys, clerkapp.archive.own_styles; print('tomlkit' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
