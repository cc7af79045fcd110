"""Short questions: their buttons say what they do, and Enter loses nothing."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from clerkapp.window.boxes import agreed, tell


def with_box(answer) -> None:
    """Has `answer` called with the box that opens next."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, look)
        else:
            answer(box)

    QTimer.singleShot(20, look)


def enter(box: QMessageBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Return)


def escape(box: QMessageBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Escape)


@pytest.mark.parametrize(("is_safe", "answer", "goes_on"), [
    (True, enter, True), (False, enter, False), (True, escape, False), (False, escape, False),
])  # fmt: skip
def test_enter_goes_on_only_where_nothing_can_be_lost(hands, is_safe, answer, goes_on):
    with_box(answer)
    assert agreed(hands.window, "Remove", "Remove it?", "&Remove", is_safe=is_safe) is goes_on


def test_a_box_has_no_icons_and_says_in_words_what_its_buttons_do(hands):
    seen = []

    def look(box: QMessageBox) -> None:
        seen.append(sorted(each.text().replace("&", "") for each in box.buttons()))
        seen.append(box.iconPixmap().isNull())
        seen.append(all(each.icon().isNull() for each in box.buttons()))
        box.reject()

    with_box(look)
    agreed(hands.window, "Remove", "Remove it?", "&Remove")
    with_box(look)
    tell(hands.window, "Not brought in", "x.json is no meeting.")
    assert seen == [["Cancel", "Remove"], True, True, ["Close"], True, True]
