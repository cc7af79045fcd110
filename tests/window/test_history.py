"""The history of an entry in the window: seen, compared, brought back, undone."""

from hands import open_dialog
from PySide6.QtCore import QTimer

from clerkapp.window.meetings.history_dialog import HistoryDialog


def test_an_earlier_wording_is_compared_and_brought_back_as_a_new_step(hands):
    seen = []

    def answer() -> None:
        dialog = open_dialog()
        assert isinstance(dialog, HistoryDialog)
        seen.extend(line.words for line in dialog.view.lines.lines)
        seen.append(dialog.difference.toPlainText())
        assert dialog.bring_back.isEnabled()
        dialog.accept()

    hands.press("Alt+1")
    before = hands.entry.text
    hands.press("Ctrl+A")
    hands.type("None.")
    QTimer.singleShot(100, answer)
    hands.press("Ctrl+H")
    assert seen[:2] == ["None.", before]
    assert before.split()[0] in seen[2]
    assert "None." in seen[2]
    assert hands.entry.text == before
    assert hands.text.toPlainText() == before
    hands.press("Ctrl+Z")
    assert hands.entry.text == "None."


def test_a_draft_has_no_history(hands):
    hands.press("Alt+1")
    hands.press("Return")
    hands.press("Ctrl+H")
    assert open_dialog() is None
