"""The house styles in the window: looked at with the meeting in hand, and taken for it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from test_dialogs import answering

from clerkapp.window.meetings.house_styles_dialog import HouseStylesDialog


def test_a_style_is_taken_for_the_meeting_in_one_step(hands):
    seen, names = [], []
    window = hands.window
    before = window.meeting

    def answer(dialog: HouseStylesDialog) -> None:
        row = next(n for n, s in enumerate(dialog._styles) if s.name == "slash-numbers")
        dialog.view.setCurrentRow(row)
        QTest.keyClick(dialog.view, Qt.Key.Key_Return)
        names.append(dialog.chosen)

    answering(answer, seen)
    window.meetings.house_styles()
    assert names == ["slash-numbers"]
    assert window.meeting.heading.house_style == "slash-numbers"
    window.capture.session.undo()
    assert window.capture.session.meeting == before
