"""Keys typed while a dialog opens, faster than any screen gives it the keyboard."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyboard import Keyboard, missing_programs

_MEETING = """\
Council: Little Ashcombe Parish Council
Date: 2026-04-14
Present: Cllr T Hale (Chairman)

# Apologies
n Said:
"""
_KEYS_A_SECOND = 500
_BREATH = 0.5  # seconds: below some milliseconds X itself has no window for a key


@pytest.fixture
def keyboard(tmp_path: Path) -> Iterator[Keyboard]:
    missing = missing_programs()
    if missing:
        pytest.skip(f"this machine has no {' and no '.join(missing)}")
    keyboard = Keyboard(tmp_path, _MEETING, _KEYS_A_SECOND)
    yield keyboard
    keyboard.end()


def test_no_key_is_lost_behind_the_one_that_opens_a_dialog(keyboard: Keyboard):
    keyboard.press_each("ctrl+1", "ctrl+End")
    for number in ("41", "4152", "7"):
        keyboard.press_each("F4", "Tab", "ctrl+a", *number, "Return")
        time.sleep(_BREATH)
        keyboard.type(f" {number}")
    assert keyboard.close() == 0
    item = keyboard.meeting()["items"][0]
    assert item["number"] == "7"
    assert [entry["text"] for entry in item["entries"]] == ["Said: 41 4152 7"]
    assert not keyboard.errors()
