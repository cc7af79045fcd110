"""The second drive from the menu: chosen, told, changed, given up."""

import pytest
from hands import answering_boxes
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from clerkapp.archive.second_folder import second_folder


def choose(hands, monkeypatch, folder) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    hands.window.do.meetings.choose_second_drive()


def press(button: str) -> None:
    """Has the button with those words pressed in the box that opens next."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(each for each in box.buttons() if button in each.text()).click()

    QTimer.singleShot(50, look)


def test_a_folder_is_chosen_from_the_menu_and_has_each_save(hands, archive, tmp_path, monkeypatch):
    choose(hands, monkeypatch, tmp_path / "stick")
    said = hands.window.status.said.text()
    assert said.startswith(f"Each save also goes to {tmp_path / 'stick'}, encrypted; but ")
    assert "same drive" in said
    assert archive.settle_second_copy(10)
    hands.type("More.")
    archive.settle()
    assert list((tmp_path / "stick").glob("*.segment"))


def test_nothing_chosen_changes_nothing(hands, archive, monkeypatch):
    choose(hands, monkeypatch, "")
    assert second_folder(archive.path) is None
    assert hands.window.status.said.text() == ""


def test_a_folder_that_cannot_be_used_is_told(hands, archive, tmp_path, monkeypatch):
    told = answering_boxes(monkeypatch)
    choose(hands, monkeypatch, archive.path.parent)
    assert "where the archive itself is" in told[0]
    assert second_folder(archive.path) is None


@pytest.mark.parametrize(
    ("button", "then"), [("Another", "other"), ("No second", ""), ("Close", "stick")]
)
def test_it_is_changed_or_given_up(hands, archive, monkeypatch, button, then):
    folder = archive.path.parent
    choose(hands, monkeypatch, folder / "stick")
    press(button)
    choose(hands, monkeypatch, folder / "other")
    chosen = second_folder(archive.path)
    assert (chosen.path.name if chosen else "") == then
