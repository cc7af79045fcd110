"""Letters of dead keys, typed faster than the window can follow: each stands where it was typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyboard import Keyboard, missing_programs

_MEETING = """\
Council: Cyngor Cymuned Llanfair
Date: 2026-04-14
Present: Cllr T Hale (Chairman)

# Apologies
n Said:
"""
_KEYS_A_SECOND = 250
_DEAD = {"ŵ": ("dead_circumflex", "w"), "ŷ": ("dead_circumflex", "y"), "é": ("dead_acute", "e")}
_WORDS = "mars ŵyl dŵr tŷ caffé gŵr"


@pytest.fixture
def keyboard(tmp_path: Path) -> Iterator[Keyboard]:
    missing = missing_programs("setxkbmap")
    if missing:
        pytest.skip(f"this machine has no {' and no '.join(missing)}")
    keyboard = Keyboard(tmp_path, _MEETING, _KEYS_A_SECOND)
    keyboard.lay_out("us", "intl")
    yield keyboard
    keyboard.end()


def pressed(words: str) -> list[str]:
    names = {" ": ("space",), **_DEAD}
    return [key for letter in words for key in names.get(letter, (letter,))]


def test_letters_of_dead_keys_stand_where_they_were_typed(keyboard: Keyboard):
    keyboard.press_each("ctrl+1", "ctrl+End")
    for _ in range(6):
        keyboard.press_each("Return", *pressed(_WORDS))
    keyboard.press_each("F2", *pressed(_WORDS), "Return")
    assert keyboard.close() == 0
    item = keyboard.meeting()["items"][0]
    assert [entry["text"] for entry in item["entries"]] == ["Said:", *[_WORDS] * 6]
    assert item["title"] == _WORDS
    assert not keyboard.errors()


@pytest.mark.parametrize("words", ["ŵyl tŷ", "tŷ", "ŵŷé"])
def test_letters_of_dead_keys_behind_the_one_that_opens_a_dialog_are_the_dialogs(
    keyboard: Keyboard, words: str
):
    keyboard.press_each("ctrl+1", "ctrl+End")
    for _ in range(4):
        keyboard.press_each("F4", "ctrl+a", *pressed(words), "Return", "space", *pressed(words))
    assert keyboard.close() == 0
    item = keyboard.meeting()["items"][0]
    assert item["title"] == words
    assert [entry["text"] for entry in item["entries"]] == [f"Said:{f' {words}' * 4}"]
    assert not keyboard.errors()
