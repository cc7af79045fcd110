"""Codes, stock sentences and earlier wording, typed into the real window."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication


def begin(hands) -> None:
    """Opens an empty entry at the end of the second item."""
    hands.press("Alt+2")
    hands.press("Return")


def test_a_code_and_a_blank_become_the_words(hands):
    begin(hands)
    hands.type("mq why cdo did, and ")
    assert hands.entry.text == "Members questioned why the Chief Digital Officer did, and "
    assert hands.text.words() == hands.entry.text
    assert hands.text.cursor_position() == len(hands.entry.text)
    assert hands.entry.kind == "question"


def test_one_undo_gives_the_code_back_with_the_cursor_behind_it(hands):
    begin(hands)
    hands.type("seen by cdo ")
    hands.press("Ctrl+Z")
    assert hands.window.status.said.text() == "Undid: “cdo” written out"
    assert hands.text.words() == hands.entry.text == "seen by cdo "
    hands.type("x")
    assert hands.entry.text == "seen by cdo x"


def test_a_code_in_the_middle_of_an_entry_leaves_the_cursor_behind_it(hands):
    begin(hands)
    QApplication.clipboard().setText("🗳️ It was  decided")
    hands.press("Ctrl+V")
    hands.text.set_cursor(10)
    hands.type("cdo,x")
    assert hands.entry.text == "🗳️ It was the Chief Digital Officer,x decided"


def test_a_new_line_ends_a_code_too(hands):
    begin(hands)
    hands.type("by cdo")
    hands.press("Shift+Return")
    hands.type("x")
    assert hands.entry.text == "by the Chief Digital Officer\nx"


def test_pasted_codes_and_those_of_an_input_method_stay(hands):
    begin(hands)
    QApplication.clipboard().setText("by cdo ")
    hands.press("Ctrl+V")
    assert hands.entry.text == "by cdo "
    QApplication.sendEvent(hands.text, QInputMethodEvent("mq ", []))
    assert hands.text.is_composing
    assert hands.entry.text == "by cdo "
    done = QInputMethodEvent("", [])
    done.setCommitString("mq ")
    QApplication.sendEvent(hands.text, done)
    assert hands.entry.text == "by cdo mq "
