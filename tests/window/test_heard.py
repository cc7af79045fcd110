"""A clerk who hears the window: what is told of rows, of the panels and of the card."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from test_accessibility import heard  # noqa: F401 — a fixture
from test_read_back import move

from clerkapp.window import voice
from clerkapp.window.item.row_picture import beside


def described(hands) -> str:
    """What is said behind the words that the cursor is in."""
    interface = QAccessible.queryAccessibleInterface(hands.text)
    return interface.text(QAccessible.Text.Description)


def test_what_stands_beside_the_words_of_a_row_is_heard_after_them(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted. / mars / te")
    hands.press("Return")
    hands.press("Up")
    assert "Marsden" in described(hands)
    assert "Teale" in described(hands)
    hands.press("Ctrl+Shift+T")
    hands.type("19:05")
    hands.press("Return")
    assert described(hands).endswith("at 19:05")
    hands.press("Ctrl+4")  # a note has nobody who moved it
    assert described(hands) == "at 19:05"


def test_whose_an_action_point_is_and_by_when_is_heard_with_its_words(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("a Send the figures.")
    assert described(hands) == "Owner: nobody yet\nBy: no date yet"
    hands.type(" @cdo by 2026-04-02")
    hands.press("Return")
    hands.press("Up")
    assert described(hands) == "Owner: Chief Digital Officer\nBy: 2 April 2026"


@pytest.fixture
def voting(hands, monkeypatch, request):
    """Hands over the vote pad on a motion, five who may vote, and all that is heard from then."""
    monkeypatch.setattr(voice, "_SETTLED", 200)
    words = request.getfixturevalue("heard")
    move(hands, "That the report be noted.")
    hands.window.go(hands.window.capture.enter_item(hands.item.id))
    hands.press("F8")
    hands.qtbot.wait(300)
    words.clear()
    return hands, words


def test_what_is_voted_on_is_heard_as_the_pad_opens(voting):
    hands, _ = voting
    interface = QAccessible.queryAccessibleInterface(hands.window.do.room.votes.panel.list)
    assert interface.text(QAccessible.Text.Description) == "Motion: That the report be noted."


def test_what_a_vote_comes_to_is_heard_once_and_so_is_what_is_recorded(voting):
    hands, words = voting
    for key in ("4", "Tab", "1", "Tab", "0"):
        hands.press(key)
    assert hands.focus is hands.window.do.room.votes.panel.list
    hands.qtbot.waitUntil(lambda: words != [])
    hands.press("Tab")
    hands.qtbot.wait(300)
    assert words == ["All 5 members who may vote are accounted for. Carried."]
    words.clear()
    hands.press("Return")
    hands.qtbot.wait(300)
    assert words == ["Vote recorded: (For 4, Against 1, Abstentions 0)"]


def test_why_a_key_of_the_pad_did_nothing_is_heard(voting):
    hands, words = voting
    hands.press("C")
    hands.qtbot.waitUntil(lambda: words != [])
    assert words == ["There is a casting vote only when the votes are equal."]


def test_what_a_vote_came_to_is_not_heard_of_a_pad_that_is_left(voting):
    hands, words = voting
    hands.press("3")
    hands.press("Escape")
    hands.qtbot.wait(300)
    assert words == []


def test_tab_goes_back_with_shift_and_leaves_a_pad_that_has_no_use_for_it(voting):
    hands, _ = voting
    pad = hands.window.do.room.votes.panel
    hands.press("Tab")
    assert pad.list.chosen == "against"
    QTest.keyClick(hands.focus, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert pad.list.chosen == "for"
    hands.press("Escape")
    hands.press("F7")
    hands.press("Tab")
    assert hands.focus is not hands.window.do.room.roll.list


def test_each_question_of_an_interest_is_heard(hands, heard, monkeypatch):  # noqa: F811
    monkeypatch.setattr(voice, "_SETTLED", 100)
    hands.press("Ctrl+Shift+D")
    hands.qtbot.wait(150)
    heard.clear()
    hands.press("1")
    hands.qtbot.waitUntil(lambda: heard != [])
    assert heard == [hands.window.do.room.steps.panel.about.text()]


def test_the_read_back_card_gives_the_keys_to_the_words_by_no_other_way(hands):
    hands.press("Alt+2")
    hands.press("F9")
    seen = []
    QApplication.instance().focusChanged.connect(lambda _, now: seen.append(now))
    hands.press("Escape")
    QApplication.instance().focusChanged.disconnect()
    assert seen == [hands.text]


def test_a_box_without_a_label_says_what_it_is_for_also_where_its_name_is_what_is_chosen(hands):
    hands.window.resize(683, 384)
    hands.press("Ctrl+Alt+4")
    boxes = hands.window.findChildren(QComboBox)
    assert len(boxes) == 3
    for box in boxes:
        interface = QAccessible.queryAccessibleInterface(box)
        assert interface.text(QAccessible.Text.Description) == box.accessibleName() != ""


def entry_heard(hands) -> str:
    interface = QAccessible.queryAccessibleInterface(hands.text)
    return interface.text(QAccessible.Text.Name)


def test_an_amendment_is_called_one_in_the_margin_and_by_a_screen_reader(hands, heard):  # noqa: F811
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m+ That the sum be halved.")
    assert entry_heard(hands).startswith("Amendment, entry ")
    assert "Amendment" in beside(hands.entry)
    hands.qtbot.waitUntil(lambda: "Amendment" in heard)
    assert "Motion" not in heard


def test_a_motion_is_made_an_amendment_and_back_from_the_menu_in_a_step_each(hands):
    command = {each.full_name: each for each in hands.window.commands}
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That the sum be halved. / mars")
    hands.press("Return")
    hands.press("Up")
    mover = hands.entry.facts.mover
    command["Entry: Amendment"].run()
    assert (hands.entry.facts.amends, hands.entry.facts.mover) == (True, mover)
    assert entry_heard(hands).startswith("Amendment, entry ")
    hands.press("Ctrl+Z")
    assert not hands.entry.facts.amends
    hands.press("Ctrl+Y")
    hands.press("Ctrl+7")
    assert (hands.entry.facts.amends, hands.entry.facts.mover) == (False, mover)
    assert entry_heard(hands).startswith("Motion, entry ")


def test_what_is_voted_on_is_an_amendment_also_where_its_words_alone_say_so(hands):
    move(hands, "Amendment: That the report be noted.")
    hands.window.go(hands.window.capture.enter_item(hands.item.id))
    hands.press("F8")
    interface = QAccessible.queryAccessibleInterface(hands.window.do.room.votes.panel.list)
    assert interface.text(QAccessible.Text.Description).startswith("Amendment: ")


def test_a_jump_to_another_item_brings_the_focus_there_once(hands):
    moves: list[tuple[QWidget | None, QWidget | None]] = []
    hands.press("Alt+1")
    before = hands.text
    QApplication.instance().focusChanged.connect(lambda *each: moves.append(each))
    hands.press("Alt+2")
    assert moves == [(before, hands.text)]
    assert not before.isVisible()
