"""A box to choose from at the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clerkapp.window.look.choice import Choice

STYLES = ("Ratio in the outcome", "School table", "School governors", "Scottish council")


@pytest.fixture
def box(qtbot) -> Choice:
    box = Choice()
    box.addItems(STYLES)
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    return box


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("School gov", "School governors"), ("ratio in", "Ratio in the outcome"), ("sco", STYLES[3])],
)
def test_a_blank_among_letters_is_one_of_them(box: Choice, typed: str, chosen: str):
    box.setCurrentIndex(-1)
    QTest.keyClicks(box, typed)
    assert box.currentText() == chosen
    assert not box.view().isVisible()


def test_a_blank_alone_opens_the_list(box: Choice):
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.view().isVisible()
    box.hidePopup()


def test_a_blank_long_after_the_letters_opens_the_list(box: Choice):
    hints = QApplication.styleHints()
    hints.setKeyboardInputInterval(1)
    QTest.keyClicks(box, "sco")
    QTest.qWait(20)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.view().isVisible()
    box.hidePopup()
    hints.setKeyboardInputInterval(400)
