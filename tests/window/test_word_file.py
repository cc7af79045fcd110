"""Changes from a Word file in the window: seen, chosen, taken as one step."""

import datetime as dt
from pathlib import Path

import pytest
from hands import answering_boxes, open_dialog
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from word_files import InWord, exported_word, own_style

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import facts_of
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.window.meetings.word_file_dialog import WordFileDialog

OLD = "That the report be noted."
NEW = "That the plan be noted."


def answered(answer) -> list[str]:
    """Has `answer` called with the dialog that opens next; the names of those that did."""
    seen: list[str] = []

    def look() -> None:
        dialog = open_dialog()
        if dialog is None:
            QTimer.singleShot(20, look)
            return
        seen.append(type(dialog).__name__)
        try:
            answer(dialog)
        finally:
            dialog.close()

    QTimer.singleShot(20, look)
    return seen


def words_of(meeting: Meeting) -> list[str]:
    return [entry.text for _, entry in entries_of(meeting)]


@pytest.fixture
def word(hands) -> InWord:
    return InWord(exported_word(hands.window.meeting))


def test_accepted_changes_are_one_step_and_undone_in_one(hands, word, tmp_path: Path):
    window = hands.window
    word.add_below(OLD, "It was late.")
    word.change(OLD, NEW)
    path, before = word.saved(tmp_path), window.meeting
    lines: list[str] = []

    def accept(dialog: WordFileDialog) -> None:
        lines.extend(line.below for line in dialog.view.lines.lines)
        assert OLD in dialog.wordings.toPlainText()
        dialog.done_button.click()

    assert answered(accept) == []
    window.do.word_files.take_from(path)
    assert [line.split(" · ")[1:] for line in lines] == [
        ["changed in Word", "will be taken"],
        ["new in Word", "will be taken"],
    ]
    assert {NEW, "It was late."} < set(words_of(window.meeting))
    hands.press("Ctrl+Z")
    assert window.meeting == before


def test_a_date_that_an_own_style_prints_is_taken(hands, tmp_path: Path):
    window = hands.window
    own = own_style(window.do.meetings.styles.folder.with_name("archive.db"))
    ours = InWord(exported_word(window.meeting, "ours", own=own))
    ours.change("2\xa0April\xa02026", "9 April 2026")
    answered(lambda dialog: dialog.done_button.click())
    window.do.word_files.take_from(ours.saved(tmp_path))
    actions = [facts_of(entry, ActionPoint) for _, entry in entries_of(window.meeting)]
    assert [each.due for each in actions if each] == [dt.date(2026, 4, 9)]


def test_a_change_is_left_and_taken_by_key(hands, word, tmp_path: Path):
    window = hands.window
    word.add_below(OLD, "It was late.")
    word.change(OLD, NEW)

    def choose(dialog: WordFileDialog) -> None:
        assert len(dialog.accepted_ones) == 2
        QTest.keyClick(dialog.view, Qt.Key.Key_Space)
        assert [each.word for each in dialog.accepted_ones] == ["It was late."]
        QTest.keyClick(dialog.view, Qt.Key.Key_T)
        QTest.keyClick(dialog.view, Qt.Key.Key_Down)
        QTest.keyClick(dialog.view, Qt.Key.Key_L)
        assert "is left" in dialog.view.lines.lines[1].below
        assert not dialog.leave.isEnabled()
        dialog.take.click()
        dialog.leave.click()
        dialog.accept()

    answered(choose)
    window.do.word_files.take_from(word.saved(tmp_path))
    assert NEW in words_of(window.meeting)
    assert "It was late." not in words_of(window.meeting)


def test_all_are_left_and_taken_by_key_and_what_cannot_be_taken_stays(hands, word, tmp_path: Path):
    word.add_below(OLD, "It was late.")
    word.change(OLD, NEW)
    word.change("Owner", "Person")

    def choose(dialog: WordFileDialog) -> None:
        QTest.keyClick(dialog.view, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
        assert dialog.accepted_ones == ()
        QTest.keyClick(dialog.view, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
        assert {each.word for each in dialog.accepted_ones} == {NEW, "It was late."}
        assert len(dialog.view.lines.lines) == 3

    assert answered(choose) == []
    hands.window.do.word_files.take_from(word.saved(tmp_path))


def test_what_cannot_be_taken_is_shown_with_the_reason(hands, word, tmp_path: Path):
    before = hands.window.meeting
    word.change("RESOLVED", "AGREED")

    def look(dialog: WordFileDialog) -> None:
        assert "cannot be taken" in dialog.view.lines.lines[0].below
        assert "what the house style prints" in dialog.wordings.toPlainText()
        QTest.keyClick(dialog.view, Qt.Key.Key_Space)
        assert dialog.accepted_ones == ()
        assert not dialog.done_button.isEnabled()

    answered(look)
    hands.window.do.word_files.take_from(word.saved(tmp_path))
    assert hands.window.meeting == before


def test_a_file_without_a_change_opens_no_dialog(hands, word, tmp_path: Path):
    said: list[str] = []
    hands.window.say = said.append
    hands.window.do.word_files.take_from(word.saved(tmp_path))
    assert said == ["edited.docx says what the record says: there is nothing to take."]


@pytest.mark.parametrize("kind", ["foreign", "another"])
def test_a_file_that_is_not_of_this_meeting_is_refused_in_words(
    hands, tmp_path: Path, monkeypatch, kind
):
    told = answering_boxes(monkeypatch)
    path = tmp_path / "other.docx"
    other = replace(hands.window.meeting, id="another")
    path.write_bytes(b"no" if kind == "foreign" else exported_word(other))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    hands.window.do.word_files.choose()
    assert len(told) == 1
    assert ("not a Word file" if kind == "foreign" else "prints another meeting") in told[0]


def test_every_part_of_the_dialog_has_a_name(hands, word, tmp_path: Path):
    word.change(OLD, NEW)

    def look(dialog: WordFileDialog) -> None:
        assert dialog.view.accessibleName() == "Differences"
        assert dialog.wordings.accessibleName() == "The three wordings"
        assert dialog.done_button.text() == "Take &in 1 change"

    assert answered(look) == []
    hands.window.do.word_files.take_from(word.saved(tmp_path))
