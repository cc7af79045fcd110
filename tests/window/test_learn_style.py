"""A house style learned from a Word file in the window, with the meeting in hand printed in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from test_accessibility import faults
from test_dialogs import answering

from clerkapp.export.word import word_bytes
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource
from clerkapp.window.meetings.learn_style_dialog import LearnStyleDialog
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style


@pytest.fixture
def last_year(tmp_path: Path) -> Path:
    text = resource("samples", "overview-and-scrutiny.minutes").read_bytes()
    path = tmp_path / "last-year.docx"
    path.write_bytes(word_bytes(compose(read_notation(text).meeting, house_style("slash-numbers"))))
    return path


def test_what_is_learned_is_kept_and_taken_for_the_meeting_in_one_step(hands, last_year):
    seen = []

    def answer(dialog: LearnStyleDialog) -> None:
        dialog.title.setText("Our town")
        QTest.keyClick(dialog.view, Qt.Key.Key_Return)
        if dialog.isVisible():
            dialog._on_save()

    window = hands.window
    before = window.meeting
    answering(answer, seen)
    window.do.meetings.styles.learn_from(last_year)
    assert seen == ["LearnStyleDialog"]
    assert window.meeting.heading.house_style == "our-town"
    own = window.do.meetings.styles.folder
    assert house_style("our-town", own).words.item_number == "{number}/{yy}"
    window.capture.session.undo()
    assert window.capture.session.meeting == before


def test_a_proposal_left_by_key_is_not_in_the_style_and_the_preview_follows(hands, last_year):
    seen, shown = [], []

    def answer(dialog: LearnStyleDialog) -> None:
        keys = [each.key for each in dialog._found]
        row = keys.index("words.item_number")
        dialog.view.setCurrentIndex(dialog.view.lines.index(row))
        shown.append(dialog.preview.page.toPlainText())
        QTest.keyClick(dialog.view, Qt.Key.Key_Space)
        QTest.qWait(400)
        shown.append(dialog.preview.page.toPlainText())
        shown.append(dialog.data()["words"]["item_number"])
        shown.append(faults(dialog))
        dialog.reject()

    answering(answer, seen)
    hands.window.do.meetings.styles.learn_from(last_year)
    assert seen == ["LearnStyleDialog"]
    assert shown[0] != shown[1]
    assert shown[2:] == ["{number}", []]
    assert not hands.window.do.meetings.styles.folder.exists()


def test_a_name_that_is_taken_is_told_beside_it(hands, last_year):
    told = []

    def answer(dialog: LearnStyleDialog) -> None:
        dialog.title.setText("Slash numbers")
        dialog._on_save()
        told.append(dialog.trouble.text())
        dialog.reject()

    answering(answer, [])
    hands.window.do.meetings.styles.learn_from(last_year)
    assert "already" in told[0]


def test_a_file_that_is_no_word_file_is_told_without_a_dialog(hands, tmp_path: Path):
    (tmp_path / "odd.docx").write_text("odd")
    said = []
    hands.window.say = said.append
    hands.window.do.meetings.styles.learn_from(tmp_path / "odd.docx")
    assert "is not a Word file" in said[0]
