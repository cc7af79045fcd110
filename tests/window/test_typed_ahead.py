"""The keys between a window and its dialogs: each to its own, in the order of the typing."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow

from clerkapp.window.dialogs import Dialog, ask

_OPEN = 50  # milliseconds in which a dialog has the keyboard where there is no screen


class Question(Dialog):
    def __init__(self, parent) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.returnPressed.connect(self.accept)


class Window(QMainWindow):
    """F4 asks a question, of which the answer is kept; everything else is typed into a field."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.setCentralWidget(self.field)
        self.answers: list[str] = []
        question = QAction("Question", self)
        question.setShortcut("F4")
        question.triggered.connect(self.ask)
        self.addAction(question)

    def ask(self) -> None:
        dialog = Question(self)
        if ask(dialog):
            self.answers.append(dialog.field.text())

    def press(self, *keys: str | Qt.Key) -> None:
        """Presses keys at this window, whichever has the keyboard, without a turn of the loop."""
        for key in keys:
            code = Qt.Key(ord(key.upper())) if isinstance(key, str) else key
            words = key if isinstance(key, str) else ""
            pressed = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, words)
            QCoreApplication.sendEvent(self.windowHandle(), pressed)


@pytest.fixture
def window(qtbot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_what_is_typed_at_the_window_behind_the_question_is_the_answer_and_the_rest_its_own(
    window, qtbot
):
    QTimer.singleShot(0, lambda: window.press("o", "n", "e", Qt.Key.Key_Return, "t", "w", "o"))
    window.ask()
    qtbot.waitUntil(lambda: window.field.text() == "two")
    assert window.answers == ["one"]


def test_a_key_that_waited_may_ask_the_next_question_and_the_rest_is_its_answer(window, qtbot):
    f4, enter = Qt.Key.Key_F4, Qt.Key.Key_Return
    QTimer.singleShot(0, lambda: window.press("a", enter, f4, "b", enter, f4, "c", enter, "d"))
    window.ask()
    qtbot.waitUntil(lambda: window.field.text() == "d")
    assert window.answers == ["a", "b", "c"]


def test_no_key_is_handled_before_the_answer_is_taken(window, qtbot):
    dialog = Question(window)
    QTimer.singleShot(0, dialog.accept)
    assert ask(dialog)
    window.press("x")
    assert (dialog.field.text(), window.field.text()) == ("", "")
    qtbot.waitUntil(lambda: window.field.text() == "x")


def test_an_answered_dialog_stays_under_x_until_its_window_has_the_keyboard(
    window, qtbot, monkeypatch
):
    dialog = Question(window)
    seen = []

    def answer() -> None:
        monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
        monkeypatch.setattr(Window, "activateWindow", lambda _window: seen.append("asked for it"))
        dialog.accept()
        window.press("z")
        QTest.qWait(20)
        seen.append((dialog.isVisible(), dialog.field.text(), window.field.text()))
        monkeypatch.undo()
        window.activateWindow()

    QTimer.singleShot(_OPEN, answer)
    assert ask(dialog)
    assert seen == ["asked for it", (True, "", "")]
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: window.field.text() == "z")


def test_a_dialog_whose_window_does_not_get_the_keyboard_goes_all_the_same(window, monkeypatch):
    dialog = Question(window)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(Window, "activateWindow", lambda _window: None)
    QTimer.singleShot(_OPEN, dialog.accept)
    assert ask(dialog)
    assert not dialog.isVisible()


def test_a_question_behind_a_question_gives_the_keys_back_one_by_one(window, qtbot):
    first, second = Question(window), None

    def ask_more() -> None:
        nonlocal second
        second = Question(first)
        QTimer.singleShot(0, lambda: window.press("2", Qt.Key.Key_Return, "1", "1"))
        assert ask(second)
        QTimer.singleShot(50, first.accept)

    QTimer.singleShot(0, ask_more)
    assert ask(first)
    assert (second.field.text(), first.field.text()) == ("2", "11")
    window.press("0")
    qtbot.waitUntil(lambda: window.field.text() == "0")


def test_a_window_that_is_shut_takes_no_mouse_and_no_end(window):
    seen = []

    def look() -> None:
        QTest.mouseClick(
            window.windowHandle(), Qt.MouseButton.LeftButton, pos=window.rect().center()
        )
        window.close()
        seen.append(window.isVisible())

    dialog = Question(window)
    QTimer.singleShot(0, look)
    QTimer.singleShot(30, dialog.reject)
    assert not ask(dialog)
    assert seen == [True]
