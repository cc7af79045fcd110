"""House styles: each file is whole, and a wrong key is named."""

from pathlib import Path

import pytest

from clerkapp.errors import HouseStyleError
from clerkapp.resources import resource
from clerkapp.wording.house_style import DEFAULT, house_style, house_styles, read_house_style

WHOLE = resource("house_styles", f"{DEFAULT}.toml").read_text(encoding="utf-8")


def written(folder: Path, text: str, name: str = "mine") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_style_that_comes_with_clerkapp_is_whole():
    names = [style.name for style in house_styles()]
    assert len(names) == 24
    assert names == sorted(names)
    assert len({style.title for style in house_styles()}) == 24
    assert len({style.summary for style in house_styles()}) == 24


def test_no_name_is_the_usual_style():
    assert house_style("").name == DEFAULT


@pytest.mark.parametrize("name", ["nowhere", "../samples/x", "a/b"])
def test_a_style_that_is_not_there_is_said_with_those_that_are(name: str):
    with pytest.raises(HouseStyleError, match="there are a-member, action-lines, bulleted"):
        house_style(name)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('points = "bulleted"', 'points = "starred"', "layout.points: expected one of bulleted"),
        ('points = "bulleted"', "points = 3", "layout.points: expected words"),
        ('points = "bulleted"', "", "layout.points is missing"),
        ('action = "Action Point"', 'akshun = "x"', "words.action is missing"),
        ("[actions]", 'colour = "x"\n[actions]', "attendance.colour is not a key"),
        (
            'due = "Due: {due}."',
            'due = "Due: {date}."',
            "words.due: {date} is not among its places",
        ),
        ('due = "Due: {due}."', 'due = "Due: {."', "words.due:"),
        ('draft = "Draft."', 'draft = "{}"', "words.draft: {} is not among its places: none"),
        ('title = "Bulleted exchanges"', "title = 1", "title: expected words"),
        ("[layout]", "[layouts]", "layout is missing"),
        ("[layout]", "[[layout]]", "layout: expected a table"),
        ("[layout]", "[layout", "cannot be read"),
        ("title =", 'like = "nowhere"\ntitle =', "nowhere.toml cannot be read"),
        ("title =", "like = 1\ntitle =", "like: expected words"),
    ],
)
def test_a_wrong_key_is_named(tmp_path: Path, old: str, new: str, sentence: str):
    assert old in WHOLE
    with pytest.raises(HouseStyleError) as caught:
        read_house_style(written(tmp_path, WHOLE.replace(old, new, 1)))
    assert sentence in str(caught.value)


def test_a_style_is_like_another_but_for_its_own_keys(tmp_path: Path):
    written(tmp_path, WHOLE, "base")
    path = written(
        tmp_path,
        'like = "base"\ntitle = "Mine"\nsummary = "S"\n[words]\naction = "To do:"\n[layout]\n',
    )
    mine, base = read_house_style(path), read_house_style(tmp_path / "base.toml")
    assert (mine.name, mine.title, mine.words.action) == ("mine", "Mine", "To do:")
    assert (mine.layout, mine.attendance) == (base.layout, base.attendance)


def test_styles_that_are_like_each_other_are_refused(tmp_path: Path):
    written(tmp_path, 'like = "b"', "a")
    written(tmp_path, 'like = "a"', "b")
    with pytest.raises(HouseStyleError, match="a → b → a is a circle"):
        read_house_style(tmp_path / "a.toml")
