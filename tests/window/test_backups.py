"""What the window does about backups: one is made when due, and trouble is said."""

from hands import Hands

from clerkapp.archive import backups
from clerkapp.errors import ArchiveError


def test_a_backup_is_made_while_the_window_is_open(hands: Hands):
    hands.window._minute.timeout.emit()
    hands.window._archive._backups.wait()
    (made,) = (hands.window._archive.path.parent / "backups").iterdir()
    assert "-daily-" in made.name
    assert hands.window.status.said.text() == ""


def test_why_there_is_no_backup_is_said(hands: Hands, monkeypatch):
    def fail(*_: object) -> None:
        raise ArchiveError("the disk is full")

    monkeypatch.setattr(backups, "take", fail)
    hands.window._minute.timeout.emit()
    hands.window._archive._backups.wait()
    hands.window._minute.timeout.emit()
    assert hands.window.status.said.text() == "No backup was made: the disk is full."
