"""A style while it is changed: what it says itself, its faults, and what its file then says."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerkapp.errors import HouseStyleError
from clerkapp.wording.house_style import (
    house_style,
    house_styles,
    own_styles_folder,
    read_house_style,
)
from clerkapp.wording.own_styles import free_name, like_it, may_be_like, own_styles, title_fault
from clerkapp.wording.style_draft import (
    StyleDraft,
    made_like,
    printed_as_before,
    read_draft,
    with_said,
    without,
)
from clerkapp.wording.style_keys import VOTES, style_keys, vote_forms

HEAD = 'like = "a-member"\ntitle = "Ours"\nsummary = "As we do"\n'
BASE = house_style("bulleted-exchanges")
KEYS = [each for each in style_keys().values() if "." in each.key and each.key != VOTES]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = own_styles_folder(tmp_path / "archive.db")
    folder.mkdir()
    return folder


def put(own: Path, name: str, text: str) -> Path:
    path = own / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_said_of_its_own_is_told_from_what_is_inherited():
    draft = with_said(StyleDraft(BASE, "Ours"), "words.action", "To do:")
    assert (draft.said("words.action"), draft.inherited("words.action")) == (
        "To do:", "Action Point",
    )  # fmt: skip
    assert draft.is_own("words.action")
    assert not draft.is_own("words.due")
    assert draft.said("words.due") == BASE.words.due
    assert without(draft, "words.action") == StyleDraft(BASE, "Ours")
    assert with_said(draft, "words.action", "Action Point") == StyleDraft(BASE, "Ours")


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.text(max_size=12))), st.sampled_from(KEYS))
def test_a_draft_is_kept_as_it_is_or_says_which_keys_keep_it_from_that(changes, last):
    draft = StyleDraft(BASE, "Ours", "S")
    for key, words in changes:
        draft = with_said(draft, key.key, words)
    faults = draft.faults()
    assert set(faults) <= set(draft.own)
    if faults:
        assert draft.style("ours") is None
        with pytest.raises(HouseStyleError):
            draft.text()
        for key in faults:
            draft = without(draft, key)
    style = draft.style("ours")
    assert style is not None
    assert style.title == "Ours"
    assert draft.text().startswith(f'like = "{BASE.name}"\n')
    assert without(draft, last.key).said(last.key) == draft.inherited(last.key)


def test_a_draft_is_read_as_it_was_written(own: Path):
    draft = with_said(StyleDraft(BASE, "Ours", "S"), "votes.moved", "Proposed by\n{mover}")
    draft = with_said(draft, "layout.times", "19:30")
    path = put(own, "ours", draft.text())
    assert read_draft(path, own) == draft
    assert read_house_style(path, own) == draft.style("ours")


@pytest.mark.parametrize("form", vote_forms())
def test_a_form_of_votes_is_taken_whole_and_given_back_whole(form: str):
    draft = with_said(StyleDraft(BASE, "Ours"), VOTES, form)
    assert draft.said(VOTES) == form
    assert draft.faults() == {}
    assert without(draft, VOTES) == StyleDraft(BASE, "Ours")
    other = with_said(draft, "votes.motion", "MOTION")
    assert other.said(VOTES) == ""


def test_a_draft_that_is_like_another_keeps_what_it_says_itself():
    draft = with_said(StyleDraft(BASE, "Ours"), "words.action", "To do:")
    other = made_like(draft, house_style("a-member"))
    assert (other.said("words.action"), other.own) == ("To do:", draft.own)
    assert other.said("layout.speakers") == house_style("a-member").layout.speakers
    assert made_like(other, BASE) == draft


@pytest.mark.parametrize("style", house_styles(), ids=lambda style: style.name)
def test_a_draft_prints_the_same_when_the_style_that_it_was_like_goes(style):
    draft = with_said(StyleDraft(style, "Ours"), "words.action", "To do:")
    made = printed_as_before(draft, BASE)
    assert made.like == BASE
    assert made.style("ours") == draft.style("ours")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (HEAD + '[words]\nakshun = "x"\n', {"words.akshun": "no style has such a key"}),
        (HEAD + 'colour = "x"\n', {"colour": "no style has such a key"}),
        (HEAD + '[layout]\ntimes = "noon"\n', {"layout.times": "expected one of 7.30 pm, 7.30pm"}),
        (HEAD + '[words]\ndue = "{date}"\n', {"words.due": "{date} is not among its places"}),
        (HEAD + '[words]\ndue = "{due"\n', {"words.due": "a place is a word in braces"}),
        (HEAD + '[votes]\nlike = "mine"\n', {"votes.like": "no style has such a key"}),
        (HEAD.replace("a-member", "b-member"), {"like": "b-member.toml cannot be read"}),
        (HEAD.replace("Ours", ""), {"title": "a style has to have a name"}),
    ],
)
def test_the_faults_of_a_file_are_told_by_key_and_can_be_mended(own: Path, text, faults):
    draft = read_draft(put(own, "ours", text), own)
    told = draft.faults()
    assert set(told) == set(faults)
    assert all(told[key].startswith(words) for key, words in faults.items())
    mended = made_like(draft, house_style("a-member"))
    mended = replace(mended, title=mended.title or "Ours")
    for key in faults:
        mended = without(mended, key)
    put(own, "ours", mended.text())
    assert read_house_style(own / "ours.toml", own).title == "Ours"


def test_a_broken_style_is_listed_with_every_fault(own: Path):
    put(own, "a", HEAD + '[words]\nakshun = "x"\ndue = "{date}"\n')
    put(own, "b", "title =")
    put(own, "c", HEAD)
    put(own, "d", HEAD + "[words]\naction = 3\n")
    put(own, "e", 'title = "Bare"\nsummary = ""\n[layout]\n')
    a, b, c, d, e = own_styles(own)
    assert set(a.faults) == {"words.akshun", "words.due"}
    assert (a.style, a.title) == (None, "Ours")
    assert (b.draft, b.title, list(b.faults)) == (None, "b.toml", [""])
    assert (c.faults, c.style) == ({}, house_style("c", own))
    assert d.faults == {"words.action": "expected words in quotation marks"}
    assert d.draft is not None
    assert d.draft.text().endswith('[words]\naction = "3"\n')
    assert "words is missing" in e.told_faults()[0] or "words" in e.faults


def test_what_is_no_words_is_listed_with_the_other_faults(own: Path):
    text = HEAD.replace('"Ours"', "7")
    put(own, "a", text + 'parts = 3\n[words]\nakshun = "x"\ndue = 3\n[layout]\ntimes = "noon"\n')
    put(own, "b", HEAD.replace('"a-member"', "5") + "[words]\ndue = 3\n")
    a, b = own_styles(own)
    words = "expected words in quotation marks"
    assert a.faults["layout.times"].startswith("expected one of 7.30 pm, 7.30pm")
    assert {key: why for key, why in a.faults.items() if key != "layout.times"} == {
        "title": words,
        "parts": "expected a table, [parts]",
        "words.akshun": "no style has such a key",
        "words.due": words,
    }
    assert b.faults == {"like": words, "words.due": words}


def test_a_circle_of_styles_is_told_once_and_by_its_key(own: Path):
    put(own, "a", HEAD.replace("a-member", "b"))
    put(own, "b", HEAD.replace("a-member", "a"))
    put(own, "c", HEAD.replace("a-member", "c"))
    assert [each.told_faults() for each in own_styles(own)] == [
        ("like: b → a → b is a circle",),
        ("like: a → b → a is a circle",),
        ("like: c → c is a circle",),
    ]


def test_a_style_that_is_like_a_broken_one_says_so(own: Path):
    put(own, "base", HEAD + '[words]\nakshun = "x"\n')
    put(own, "next", HEAD.replace("a-member", "base"))
    faults = own_styles(own)[1].faults
    assert faults == {"like": "base.toml: words.akshun is not a key that a house style has"}


def test_a_new_style_has_a_file_name_that_nobody_has(own: Path):
    put(own, "our-town", HEAD)
    assert free_name("Our Town!", own) == "our-town-2"
    assert free_name("A member", own) == "a-member-2"
    assert free_name("Ours", own) == "ours"
    assert free_name("…", own) == "style"


def test_no_two_styles_have_one_title(own: Path):
    put(own, "ours", HEAD)
    assert "already" in title_fault(" ours ", own)
    assert "already" in title_fault("Slash numbers", own)
    assert title_fault("ours", own, but="ours") == ""
    assert title_fault(" ", own) == "Give it a name."


def test_a_style_can_be_like_any_that_is_not_like_it_in_turn(own: Path):
    put(own, "one", HEAD)
    put(own, "two", HEAD.replace("a-member", "one").replace("Ours", "Two"))
    put(own, "three", HEAD.replace("a-member", "two").replace("Ours", "Three"))
    names = {each.name for each in house_styles(own)}
    assert {each.name for each in may_be_like("one", own)} == names - {"one", "two", "three"}
    assert {each.name for each in may_be_like("three", own)} == names - {"three"}
    assert [each.name for each in like_it("one", own)] == ["two"]


def test_a_style_in_the_place_of_a_bundled_one_may_be_like_that_one(own: Path):
    put(own, "a-member", HEAD)
    found = [each for each in may_be_like("a-member", own) if each.name == "a-member"]
    assert found == [house_style("a-member")]
