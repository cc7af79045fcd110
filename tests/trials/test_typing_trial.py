"""Somebody types fast and moves, splits, joins and undoes; not a letter may go astray.

Beside the window stands a model of a few lines: the words of each entry, and which one is in hand.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "window"))

from hands import Hands
from own_keys import KEYS

from clerkapp.archive.archive import Archive
from clerkapp.meeting.ids import new_id
from clerkapp.notation.reading import read_notation
from clerkapp.window.look.look import load_text_font
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings

SECONDS_A_KEY = 1 / 15
WORDS = "xylem quartz fjord Zebra 1066 vowel jazz pyx nymph waltz".split()  # noqa: SIM905 — prose
HEADER = "Council: Brookmere\nCommittee: Trial\nDate: 2026-03-05\n\n# 1. Only item\n"


class Model:
    """What should stand in the item, entry by entry."""

    def __init__(self) -> None:
        self.entries = [""]
        self.at = 0

    def type(self, words: str) -> None:
        self.entries[self.at] += words

    def end(self) -> None:
        self.at += 1
        self.entries.insert(self.at, "")

    def join(self) -> None:
        words = self.entries.pop(self.at)
        self.at -= 1
        self.entries[self.at] = f"{self.entries[self.at]} {words}"

    def split(self, words: str) -> None:
        """Takes the last word, `words`, into an entry of its own below."""
        self.entries[self.at] = self.entries[self.at].removesuffix(f" {words}")
        self.at += 1
        self.entries.insert(self.at, words)

    def move(self, by: int) -> None:
        to = min(len(self.entries) - 1, max(0, self.at + by))
        self.entries.insert(to, self.entries.pop(self.at))
        self.at = to


@pytest.fixture
def typist(qtbot, tmp_path: Path) -> Iterator[Hands]:
    load_text_font()
    with Archive(tmp_path / "archive.db", KEYS) as archive:
        meeting = read_notation(HEADER, new_id).meeting
        archive.add(meeting)
        window = MainWindow(archive, Settings(archive.path))
        window.page.aids.offers = False  # Tab is not pressed; a list of offers is another trial
        window.open_meeting(meeting)
        window.show()
        qtbot.waitExposed(window)
        yield Hands(window, qtbot)
        window.close()
        window.deleteLater()


def type_at_speed(hands: Hands, words: str, pause: float) -> None:
    for character in words:
        hands.type(character)
        time.sleep(pause)


def act(hands: Hands, model: Model, chance: random.Random) -> None:
    """One change of structure, in the window and in the model."""
    words = model.entries[model.at]
    last = words.split(" ")[-1]
    deed = chance.choice(["end", "join", "split", "up", "down", "undo"])
    if deed == "end":
        hands.press("Return")
        model.end()
    elif deed == "join" and model.at:
        hands.press("Home", 1)
        hands.press("Ctrl+Home")
        hands.press("Backspace")
        model.join()
        hands.press("Ctrl+End")
    elif deed == "split" and " " in words:
        hands.press("Left", len(last))
        hands.press("Return")
        model.split(last)
        hands.press("Ctrl+End")
    elif deed in ("up", "down"):
        hands.press("Alt+Up" if deed == "up" else "Alt+Down")
        model.move(-1 if deed == "up" else 1)
    elif deed == "undo" and model.at and " " in words:
        hands.press("Alt+Up")
        hands.press("Ctrl+Z")


@pytest.mark.trials(few=2, full=6)
def test_every_letter_stands_where_it_was_typed(typist, trial, request):
    full = request.config.getoption("--full-trials")
    chance, model = random.Random(trial), Model()
    for _ in range(40 if full else 25):
        words = " ".join(chance.choices(WORDS, k=chance.randint(2, 4)))
        words = f" {words}" if model.entries[model.at] else words
        type_at_speed(typist, words, SECONDS_A_KEY if full else 0)
        model.type(words)
        act(typist, model, chance)
        if not model.entries[model.at]:
            type_at_speed(typist, "quay", 0)
            model.type("quay")
        assert [text for _, text in typist.entries] == model.entries
        assert typist.shown() == model.entries
