"""A meeting becomes a committee, and the next meeting is filled from it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from clerkapp.archive.committees import committees_in
from clerkapp.window.meetings.committee_chooser import CommitteeChooser
from clerkapp.window.meetings.meeting_dialog import MeetingDialog


def test_the_next_meeting_is_filled_from_a_kept_committee(hands, archive):
    name = hands.meeting.heading.committee
    hands.window.meetings.keep_committee()
    assert [each.name for each in committees_in(archive)] == [name]
    assert "is kept" in hands.window.status.said.text()
    seen = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MeetingDialog)
        seen.append(dialog.fields()["Committee"])
        dialog.accept()

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CommitteeChooser)
        dialog.words.setText(name[:4])
        QTimer.singleShot(100, fill)
        dialog._on_accepted()

    QTimer.singleShot(100, choose)
    hands.press("Ctrl+N")
    assert seen == [name]
    assert hands.meeting.heading.committee_id == committees_in(archive)[0].id


def test_a_committee_is_kept_once(hands, archive):
    hands.window.meetings.keep_committee()
    hands.window.meetings.keep_committee()
    assert len(committees_in(archive)) == 1
    assert "already" in hands.window.status.said.text()
