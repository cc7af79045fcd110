"""The item that a number means: its own, the printed one, or that of one of its paragraphs."""

import pytest

from clerkapp.errors import NotationError
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.extract import item_numbered
from clerkapp.wording.house_style import house_style


def title_of(text: str, number: str, style: str = "numbered-paragraphs") -> str:
    meeting = read_notation(f"Date: 2026-03-05\n{text}").meeting
    found = item_numbered(meeting, compose(meeting, house_style(style)), number)
    return next(item.title for item in meeting.items if item.id == found)


ITEMS = """\
# 6. Budget
n A
n B
# 7. Roads
n C
# 99/20. Trees
n D
# FGB 98/2526. Policies
n E
"""


@pytest.mark.parametrize(
    ("number", "title"),
    [
        ("6", "Budget"),
        ("6.", "Budget"),
        ("6.2", "Budget"),
        ("7.1", "Roads"),
        ("99/20", "Trees"),
        ("99/20.1", "Trees"),
        ("fgb98/2526", "Policies"),
    ],
)
def test_an_item_is_found_by_any_number_that_is_printed(number: str, title: str):
    assert title_of(ITEMS, number) == title


def test_a_number_that_the_house_makes_is_found_and_so_is_the_one_of_the_record():
    text = "# 6. Budget\nn A\n# 7. Roads\nn B\n"
    style = "slash-numbers"
    assert [title_of(text, number, style) for number in ("7/26", "7")] == ["Roads", "Roads"]


def test_the_number_of_an_item_goes_before_that_of_a_paragraph():
    text = "# 6. Budget\nn A\nn B\n# 6.2. Roads\nn C\n"
    assert title_of(text, "6.2") == "Roads"


def test_a_number_of_two_items_is_told_with_both():
    with pytest.raises(NotationError, match=r"6 is the number of 2 items: 6 Budget; 6 Roads"):
        title_of("# 6. Budget\nn A\n# 6. Roads\nn B\n", "6")


def test_a_number_that_none_has_is_told_with_those_there_are():
    with pytest.raises(NotationError, match="no item 8; there are 6, 7, 99/20, FGB 98/2526"):
        title_of(ITEMS, "8")
