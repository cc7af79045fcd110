"""Enter in a dialog does what it is for, and on a button that has the focus, what that one does."""

import pytest
from hands import open_dialog
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
)

OPENS = {  # a dialog, and what Enter does in it
    "export": (lambda window: window.do.meetings.export(), "Export"),
    "house styles": (lambda window: window.do.meetings.styles.show(), "Use for this meeting"),
    "committees": (lambda window: window.do.meetings.committees.show(), "Change…"),
}


def defaults(dialog: QDialog) -> list[str]:
    buttons = dialog.findChildren(QPushButton)
    return [each.text().replace("&", "") for each in buttons if each.isDefault()]


@pytest.mark.parametrize("name", OPENS)
def test_enter_never_closes_a_dialog_unless_its_button_has_the_focus(hands, name: str):
    opened, wanted = OPENS[name]
    told: list[list[str]] = []

    def look() -> None:
        dialog = open_dialog()
        if dialog is None:
            QTimer.singleShot(50, look)
            return
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        close = next(
            each
            for each in dialog.findChildren(QPushButton)
            if each.text().replace("&", "") in ("Cancel", "Close")
        )
        field = dialog.findChild(QLineEdit) or dialog.findChild(QListView)
        for widget in (field, close, field):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.qWait(10)  # until the focus has come
            told.append(defaults(dialog))
        close.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(close, Qt.Key.Key_Return)
        told.append(["closed" if not dialog.isVisible() else "open"])
        dialog.reject()

    QTimer.singleShot(50, look)
    opened(hands.window)
    usual = [wanted]
    assert told[0] == told[2] == usual
    assert told[1] != usual
    assert told[3] == ["closed"]


def opener(name: str):
    """What opens that dialog in a window."""
    return {
        **{each: opens for each, (opens, _) in OPENS.items()},
        "details": lambda window: window.do.meetings.edit_details(),
        "every key": lambda window: window.do.finding.show_keys(),
        "commands": lambda window: window.do.finding.find_command(),
    }[name]


@pytest.mark.parametrize("name", ["committees", "export", "details", "house styles"])
def test_no_two_fields_or_buttons_have_one_letter(hands, name: str):
    found: list[str] = []

    def look() -> None:
        dialog = open_dialog()
        if dialog is None:
            QTimer.singleShot(50, look)
            return
        labels = [each for each in dialog.findChildren(QLabel) if each.buddy()]
        for each in (*labels, *dialog.findChildren(QAbstractButton)):
            at = each.text().replace("&&", "").find("&")
            if at >= 0:
                found.append(each.text()[at + 1].casefold())
        dialog.reject()

    QTimer.singleShot(50, look)
    opener(name)(hands.window)
    assert len(found) > 1
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("name", ["committees", "export", "details", "every key", "commands"])
def test_tab_goes_through_the_buttons_as_they_are_read(hands, name: str):
    gone: list[list[int]] = []

    def look() -> None:
        dialog = open_dialog()
        if dialog is None:
            QTimer.singleShot(50, look)
            return
        box = dialog.findChild(QDialogButtonBox)
        each, places = box.nextInFocusChain(), []
        while each is not box:
            if isinstance(each, QPushButton) and each.isVisible() and box.isAncestorOf(each):
                places.append(each.x())
            each = each.nextInFocusChain()
        gone.append(places)
        dialog.reject()

    QTimer.singleShot(50, look)
    opener(name)(hands.window)
    (places,) = gone
    assert len(places) > 1
    assert places == sorted(places)
