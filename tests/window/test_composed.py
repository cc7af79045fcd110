"""Composed letters that reach the window before the plain keys that were pressed before them."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from clerkapp.window.composed import Composed, LastPressed, composes_here
from clerkapp.window.dialogs import Dialog, ask


class Typist:
    """Tells of keys as Qt does: a composed letter at once, plain ones once all are read."""

    def __init__(self, field: QObject, pressed: LastPressed) -> None:
        self._field, self._pressed = field, pressed
        self._plain: list[tuple[str, int]] = []

    def read(self, keys: str, *, composed: str) -> None:
        """A key every millisecond; those of `composed` end a composition."""
        for letter in keys:
            self._pressed.time += 1
            if letter in composed:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QCoreApplication.sendEvent(QApplication.focusObject(), event)
            else:
                self._plain.append((letter, self._pressed.time))
        for letter, time in self._plain:
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(time)
                QCoreApplication.sendEvent(self._field, event)
        self._plain.clear()


@pytest.fixture
def pressed(qapp: QApplication) -> Iterator[LastPressed]:
    pressed = LastPressed()
    composed = Composed(qapp, pressed)
    yield pressed
    qapp.removeNativeEventFilter(pressed)
    shiboken6.delete(composed)


@pytest.fixture
def field(qtbot, pressed: LastPressed) -> QLineEdit:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    return field


@pytest.mark.parametrize("keys", ["mars ŵyl", "ŵyl", "dŵ", "ŵŷ", "aŵbŷc"])
def test_a_composed_letter_stands_where_it_was_typed(qtbot, field, pressed, keys):
    Typist(field, pressed).read(keys, composed="ŵŷ")
    qtbot.waitUntil(lambda: field.text() == keys)


def test_a_composed_letter_goes_where_a_key_before_it_moves_the_cursor(qtbot, field, pressed):
    other = QLineEdit(field)
    other.show()
    Typist(field, pressed).read("ŵ", composed="ŵ")
    other.setFocus()
    qtbot.waitUntil(lambda: (field.text(), other.text()) == ("", "ŵ"))


class Late(Dialog):
    """A dialog to which the screen gives the keyboard a while after it is asked to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)

    def activateWindow(self) -> None:  # noqa: N802 — Qt names it
        QTimer.singleShot(100, self, super().activateWindow)


def test_a_composed_letter_goes_to_the_dialog_and_behind_the_keys_that_wait_for_it(
    qtbot, field, pressed
):
    dialog = Late(field)

    def type_below() -> None:
        assert QApplication.focusObject() is field
        Typist(field.windowHandle(), pressed).read("t", composed="")
        Typist(field, pressed).read("ŷ", composed="ŷ")

    def answer() -> None:
        qtbot.waitUntil(lambda: len(dialog.field.text() + field.text()) == 2)
        dialog.accept()

    QTimer.singleShot(150, field.activateWindow)
    QTimer.singleShot(180, type_below)
    QTimer.singleShot(200, answer)
    assert ask(dialog)
    assert (dialog.field.text(), field.text()) == ("tŷ", "")


@pytest.mark.parametrize(
    ("chosen", "here"), [("", True), ("compose", True), ("ibus", False), ("fcitx", False)]
)
def test_another_input_method_keeps_its_own_order(monkeypatch, chosen, here):
    monkeypatch.setattr("clerkapp.window.composed.QGuiApplication.platformName", lambda: "xcb")
    monkeypatch.delenv("QT_IM_MODULES", raising=False)
    monkeypatch.setenv("QT_IM_MODULE", chosen)
    assert composes_here() is here
