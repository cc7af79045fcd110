"""A disk that does not take the words, and an archive that may not be changed, in the window."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from hands import Hands, answering_boxes
from meetings import brookmere
from own_keys import KEY, KEYS
from PySide6.QtWidgets import QFileDialog

from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.driver import Connection
from clerkapp.archive.read_only import ReadOnlyArchive, open_archive
from clerkapp.archive.trouble import Trouble
from clerkapp.archive.writer import NotMoved, NotSaved, Saved
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.notation.files import read_file
from clerkapp.window.main_window import MainWindow
from clerkapp.window.notice_bar import Weight
from clerkapp.window.settings import Settings


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("clerkapp.archive.writer.RETRY_SECONDS", 0.05)


@pytest.fixture
def archive(tmp_path: Path):
    """An archive in a folder of its own, which may go."""
    with Archive(tmp_path / "stick" / "archive.db", KEYS) as opened:
        yield opened


def buttons(hands: Hands) -> list[str]:
    return [button.text() for button in hands.window.notices.buttons]


def wait_for(hands: Hands, words: str) -> None:
    hands.qtbot.waitUntil(lambda: words in hands.window.notices.words)


def test_a_stick_that_is_pulled_while_somebody_types_loses_no_word(hands, tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    hands.press("Alt+1")
    words = hands.focus
    hands.qtbot.waitUntil(lambda: "✓ Saved" in hands.window.status.saved.text())
    hands.window._archive.settle()
    shutil.rmtree(tmp_path / "stick")
    hands.type("Typed when it was gone. ")
    wait_for(hands, "no longer in its folder")
    assert str(tmp_path / "stick") in hands.window.notices.words
    assert hands.window.status.saved.text().startswith("Not saved: ")
    assert buttons(hands) == ["Try again", "Keep in another folder…"]
    hands.type("And on.")
    assert hands.focus is words
    hands.qtbot.wait(700)
    assert hands.window.status.saved.text().startswith("Not saved: ")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))
    hands.window.notices.buttons[1].click()
    wait_for(hands, "From now on the minutes are kept in")
    assert "house styles of your own, if any, are not there" in hands.window.notices.words
    hands.qtbot.waitUntil(lambda: "✓ Saved" in hands.window.status.saved.text())
    hands.type(" Still here.")
    hands.window._archive.settle()
    with ArchiveReader(elsewhere / "Clerkapp" / "archive.db", KEYS) as reader:
        assert reader.read(hands.meeting.id) == hands.meeting
    assert hands.entry.text.endswith("Typed when it was gone. And on. Still here.")
    assert buttons(hands) == ["Understood"]
    hands.window.notices.buttons[0].click()
    assert hands.window.notices.isHidden()


def test_another_program_is_waited_for_and_the_bar_goes_when_it_lets_go(hands, monkeypatch):
    archive = hands.window._archive
    archive.settle()
    tool = Connection(archive.path, KEY, writing=True)
    tool.run("BEGIN IMMEDIATE")
    hands.press("Alt+1")
    hands.type("Meanwhile. ")
    wait_for(hands, "Another program holds the archive.")
    assert buttons(hands) == ["Try again"]
    tool.run("ROLLBACK")
    tool.close()
    hands.window.notices.buttons[0].click()
    hands.qtbot.waitUntil(hands.window.notices.isHidden)
    assert "✓ Saved" in hands.window.status.saved.text()


def test_a_second_folder_that_refuses_is_told_and_a_plain_file_is_offered(
    hands, tmp_path, monkeypatch
):
    disk, target = hands.window.disk, tmp_path / "plain.minutes"
    disk._on_told(NotSaved("the disk is full", Trouble.FULL))
    disk._on_told(NotMoved("nothing can be kept in /x: the disk is full"))
    disk._on_told(NotSaved("the disk is full", Trouble.FULL))
    assert "The other folder did not take it either" in hands.window.notices.words
    assert buttons(hands)[-1] == "Write a plain file…"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    hands.window.notices.buttons[-1].click()
    assert read_file(target).meeting.heading == hands.meeting.heading
    assert str(target) in hands.window.status.said.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target / "no"), ""))
    hands.window.notices.buttons[-1].click()
    assert "annot write" in hands.window.status.said.text()


def test_choosing_no_folder_changes_nothing(hands, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    hands.window.disk.keep_elsewhere()
    assert hands.window._archive.settle()
    assert hands.window.notices.isHidden()


def test_a_disk_whose_last_room_is_used_is_told_before_words_wait(hands):
    now = dt.datetime.now(dt.UTC)
    hands.window.disk._on_told(Saved(hands.meeting, now, is_tight=True))
    assert "all is saved so far" in hands.window.notices.words
    hands.window.disk._on_told(Saved(hands.meeting, now))
    assert hands.window.notices.isHidden()


def test_a_trouble_of_a_meeting_that_is_not_in_hand_ends_too(hands):
    told = NotSaved("the disk is full", Trouble.FULL)
    hands.window.open._on_told(told)
    hands.window.disk._on_told(told)
    hands.window.open_meeting(copied(hands.meeting, new_id))
    assert hands.window.status.saved.text().startswith("Not saved")
    hands.window.disk._on_told(Saved(brookmere(), dt.datetime.now(dt.UTC)))
    assert "✓ Saved" in hands.window.status.saved.text()


# An archive that may not be changed


@pytest.fixture
def reading(qtbot, tmp_path: Path):
    """A window on an archive of a later release, and hands to type into it."""
    path = tmp_path / "later.db"
    with Archive(path, KEYS) as archive:
        archive.add(copied(brookmere(), new_id))
        archive.add(copied(brookmere(), new_id))
    db = Connection(path, KEY, writing=True)
    db.run("PRAGMA user_version=999")
    db.close()
    with open_archive(path, KEYS) as archive:
        assert isinstance(archive, ReadOnlyArchive)
        window = MainWindow(archive, Settings(path))
        assert window.do.meetings.open_last()
        window.show()
        qtbot.waitExposed(window)
        yield Hands(window, qtbot)
        window.close()
        window.deleteLater()


def test_an_archive_of_a_later_release_is_shown_with_the_reason(reading):
    bar = reading.window.notices
    assert bar.words.startswith("A later release of Clerkapp wrote this archive")
    assert bar.notice.weight is Weight.WARNING
    assert reading.window.status.saved.text() == "Read-only"
    assert "Members asked" in " ".join(reading.shown())


@pytest.mark.parametrize(
    "keys",
    ["Return", "Shift+Return", "Backspace", "Delete", "x", "Ctrl+Z", "Ctrl+3", "Ctrl+T", "Alt+Down",
     "Ctrl+Shift+Del", "Ctrl+Shift+X", "Ctrl+N", "Ctrl+O", "Ctrl+I", "Ctrl+Shift+N", "F2", "F4",
     "Ctrl+Shift+Down", "Alt+Shift+2", "Ctrl+Shift+O", "Ctrl+V", "Ctrl+X"],
)  # fmt: skip
def test_no_key_changes_it(reading, keys, qapp):
    qapp.clipboard().setText("pasted")
    reading.press("Alt+1")
    meeting, shown = reading.meeting, reading.shown()
    reading.press("Home")
    reading.press(keys)
    assert reading.meeting is meeting
    assert reading.shown() == shown
    if keys not in ("Ctrl+V", "Ctrl+X"):
        assert "later release" in reading.window.status.said.text()


def test_one_can_walk_through_it_and_copy(reading, qapp):
    reading.press("Alt+1")
    reading.press("Up")
    reading.press("Ctrl+A")
    reading.press("Ctrl+C")
    assert qapp.clipboard().text() in reading.shown()
    reading.press("Alt+2")
    assert reading.window.page.item_id == reading.meeting.items[1].id


def test_its_kinds_titles_and_fields_are_left_alone(reading, monkeypatch):
    reading.press("Alt+2")
    meeting = reading.meeting
    page = reading.window.page
    reading.window.do.entries.offer_kinds(
        page.current_entry, page.mapToGlobal(page.rect().center())
    )
    assert reading.window.do.entries._kinds.isHidden()
    reading.window.do.items.give_title(meeting.items[0].id, "Another title")
    page.facts.give_owner(page.current_entry, "Nobody")
    page.facts.give_due(page.current_entry, "1 June")
    page._on_ended(page.current_entry, 0)
    assert reading.meeting is meeting


def test_a_file_that_is_brought_in_is_refused_in_words(reading, tmp_path, monkeypatch):
    said = answering_boxes(monkeypatch)
    path = tmp_path / "any.minutes"
    path.write_text("Committee: Any\n", encoding="utf-8")
    assert not reading.window.do.meetings.take_in(path)
    assert "later release" in said[0]
