"""The keys that a page of minutes costs, typed into the real window and against Word."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "window"))

from clerk_page import EARLIER, KEYS, OWN_CODES, PAGE, TODAY
from hands import Hands
from keys_pressed import keys_in_word, keys_of_script, keys_of_table_in_word, steps, without
from measured import print_budget
from own_keys import KEYS as ARCHIVE_KEYS
from PySide6.QtWidgets import QApplication

from clerkapp.archive.archive import Archive
from clerkapp.meeting.ids import new_id
from clerkapp.notation.reading import read_notation
from clerkapp.window.look.look import load_text_font
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Minutes, Passage
from clerkapp.wording.shorthand import Shorthand

GOAL = 70  # per cent of the keys that Word wants


@pytest.fixture
def clerk(qtbot, tmp_path: Path) -> Iterator[Hands]:
    """A clerk before an empty item, with the last meeting in the archive and own codes."""
    QApplication.setStyle("Fusion")
    load_text_font()
    with Archive(tmp_path / "archive.db", ARCHIVE_KEYS) as archive:
        earlier, today = (read_notation(words, new_id).meeting for words in (EARLIER, TODAY))
        for meeting in (earlier, today):
            archive.add(meeting)
        archive.keep_shorthand(Shorthand(OWN_CODES))
        assert archive.settle()
        window = MainWindow(archive, Settings(archive.path))
        window.open_meeting(today)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: len(window.page.aids.earlier) > 10)
        yield Hands(window, qtbot)
        window.close()
        window.deleteLater()


def captured(hands: Hands) -> Minutes:
    """The minutes that come of the keys, without a mouse."""
    for does, words in steps(KEYS):
        (hands.type if does == "type" else hands.press)(words)
    return compose(hands.meeting, house_style("bulleted-exchanges"))


def printed(passage: Passage) -> str:
    return f"{'• ' if passage.bulleted else ''}{passage.text}"


def test_a_page_of_minutes_costs_fewer_keys_than_in_word(clerk, benchmark):
    minutes = benchmark.pedantic(captured, [clerk], rounds=1)
    passages = minutes.sections[0].passages
    assert "\n".join(map(printed, passages)) == PAGE
    assert minutes.actions is not None
    word, table = keys_in_word(passages), keys_of_table_in_word(minutes.actions)
    here, with_stock_alone = keys_of_script(KEYS), keys_of_script(without(OWN_CODES, KEYS))
    print(f"\nkeys of a page of {len(PAGE.split())} words: {here}, typed in Word {word}", end=" ")
    print_budget("of Word's keys", 100 * here / word, GOAL, "%")
    print_budget("without codes of one's own", 100 * with_stock_alone / word, GOAL, "%")
    print_budget("with Word's table of actions", 100 * here / (word + table), GOAL, "%")
