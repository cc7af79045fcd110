"""Hands for tests: they type into whatever has the focus, as a person would."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.window.item.entry_text import EntryText
from clerkapp.window.main_window import MainWindow


def open_dialog() -> QDialog | None:
    """The dialog that waits for an answer, the uppermost if several do; it has the keyboard."""
    waiting = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible() and each.isModal()
    ]
    below = {each.parentWidget().window() for each in waiting if each.parentWidget()}
    dialog = next((each for each in waiting if each not in below), None)
    if dialog is not None:
        dialog.activateWindow()
        QApplication.processEvents()
    return dialog


def answering_boxes(monkeypatch: pytest.MonkeyPatch, *answers: bool) -> list[str]:
    """Has each box answered by its button that goes on, or by the other; what the boxes say."""
    told, left = [], list(answers)

    def answer(box: QMessageBox) -> int:
        told.append(box.text())
        goes_on = bool(left) and left.pop(0)
        role = QMessageBox.ButtonRole.AcceptRole if goes_on else QMessageBox.ButtonRole.RejectRole
        next(each for each in box.buttons() if box.buttonRole(each) == role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return told


class Hands:
    """Types, presses keys and looks at one window."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        """What the keys go to."""
        focus = QApplication.focusWidget()
        if focus is None or not focus.isVisible():  # a dialog has closed
            self.window.activateWindow()
            QApplication.processEvents()
            focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    @property
    def text(self) -> EntryText:
        """The words that the cursor is in."""
        assert isinstance(self.focus, EntryText), self.focus
        return self.focus

    def type(self, words: str) -> None:
        """Types `words` key by key."""
        for character in words:
            QTest.keyClicks(self.focus, character)
            QApplication.processEvents()  # a list of names opens and closes meanwhile

    def press(self, keys: str, times: int = 1) -> None:
        """Presses a key, or a key with others held: "Return", "Ctrl+Shift+Up"."""
        sequence = QKeySequence(keys)
        combination = sequence[0]
        for _ in range(times):
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint) -> None:
        """Clicks there."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it now is."""
        return self.window.meeting

    @property
    def item(self) -> AgendaItem:
        """The item in hand."""
        return next(i for i in self.meeting.items if i.id == self.window.page.item_id)

    @property
    def entry(self) -> Entry:
        """The entry in hand, which must be in the record."""
        return next(e for e in self.item.entries if e.id == self.window.page.current_entry)

    @property
    def entries(self) -> list[tuple[str, str]]:
        """Kind and words of each entry of the item in hand."""
        return [(entry.kind.value, entry.text) for entry in self.item.entries]

    def shown(self) -> list[str]:
        """The words that the rows show, from the top."""
        page = self.window.page
        rows = sorted(page._rows.values(), key=lambda row: row.y())
        return [row.text.toPlainText() for row in rows]
