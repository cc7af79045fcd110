"""Keys typed while a dialog opens and closes, faster than any screen gives on the keyboard."""

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
        keyboard.press_each("F4", "Tab", "ctrl+a", *number, "Return", "space", *number)
    assert keyboard.close() == 0
    item = keyboard.meeting()["items"][0]
    assert item["number"] == "7"
    assert [entry["text"] for entry in item["entries"]] == ["Said: 41 4152 7"]
    assert not keyboard.errors()


def test_a_dialog_behind_a_dialog_is_opened_by_keys_that_waited(keyboard: Keyboard):
    dialog = ("F4", "Tab", "ctrl+a")
    keyboard.press_each(
        "ctrl+1", "ctrl+End", *dialog, *"41", "Return", *dialog, *"52", "Return", *"one"
    )
    keyboard.press_each("F4", "Escape", *dialog, *"63", "Return", *"two")
    assert keyboard.close() == 0
    item = keyboard.meeting()["items"][0]
    assert item["number"] == "63"
    assert [entry["text"] for entry in item["entries"]] == ["Said:onetwo"]
    assert not keyboard.errors()


def test_what_follows_a_title_is_not_in_it_and_its_details_know_it(keyboard: Keyboard):
    titles = ("rents", "hedges")
    for title in titles:
        keyboard.press_each(
            "ctrl+shift+n", *title, "Return", "F4", "Tab", *"26", "Return", *title[::-1]
        )
    assert keyboard.close() == 0
    items = keyboard.meeting()["items"][1:]
    assert [(item["number"], item["title"]) for item in items] == [("26", t) for t in titles]
    assert [e["text"] for i in items for e in i["entries"]] == [title[::-1] for title in titles]
    assert not keyboard.errors()
