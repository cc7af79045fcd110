"""What is done about the archive as a whole, from the menu: typed into the real dialogs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from hands import Hands, open_dialog
from meetings import brookmere
from own_keys import KEYS, OwnKeyring
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from clerkapp import app
from clerkapp.archive.archive import Archive
from clerkapp.archive.keys import passphrase as passphrases
from clerkapp.archive.keys.key_file import KeyFile, read_key_file, write_key_file
from clerkapp.archive.keys.passphrase import Cost
from clerkapp.archive.keys.recovery import groups_of
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, take
from clerkapp.errors import ArchiveError, KeyringAbsent, PassphraseWanted, WrongKey
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.item.entry_text import EntryText
from clerkapp.window.main_window import MainWindow
from clerkapp.window.meetings.restore_dialog import RestoreDialog
from clerkapp.window.way_in.key_commands import KeyCommands
from clerkapp.window.way_in.passphrase_dialog import PassphraseDialog, RenewDialog
from clerkapp.window.way_in.recovery_sheet_dialog import RecoverySheetDialog

WORDS = "four words of mine"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrases, "USUAL_COST", Cost(memory=32, passes=1, lanes=1))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive with a key file, as one that was begun in the window has it."""
    write_key_file(tmp_path, KeyFile(KEYS[0].check))
    with Archive(tmp_path / "archive.db", KEYS) as opened:
        yield opened


Act = Callable[[QDialog], object]


@pytest.fixture(autouse=True)
def hands_off() -> Iterator[None]:
    """Nobody acts on the dialogs of the next test."""
    yield
    while InDialog.all:
        InDialog.all.pop().stop()


class InDialog:
    """Acts on the dialog that comes up next, again and again until it has closed."""

    all: ClassVar[list["InDialog"]] = []

    def __init__(self, kind: type[QDialog], *acts: Act) -> None:
        self.all.append(self)
        self._kind = kind
        self.left = list(acts)
        self._patience = 500
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        self.stop = self._timer.stop

    def _on_timeout(self) -> None:
        dialog = open_dialog()
        self._patience -= 1
        focus = QApplication.focusWidget()
        if not (isinstance(dialog, self._kind) and focus and dialog.isAncestorOf(focus)):
            return
        if self.left and self._patience > 0 and self.left[0](dialog) is not False:
            self.left.pop(0)
        if not dialog.isVisible():
            self.stop()
        elif self._patience <= 0 or not self.left:
            self.stop()
            dialog.reject()


def types(text: str) -> Act:
    """Types, with Tab and Enter where they stand."""

    def act(_: QDialog) -> None:
        for character in text:
            keys = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return}
            if character in keys:
                QTest.keyClick(QApplication.focusWidget(), keys[character])
            else:
                QTest.keyClicks(QApplication.focusWidget(), character)

    return act


# The sheet


def test_a_quiet_bar_asks_for_the_sheet_and_leaves_the_focus_with_the_words(hands: Hands):
    notices = hands.window.notices
    assert notices.words == "Print the recovery sheet, so that a lost keyring loses nothing."
    assert isinstance(hands.focus, EntryText)
    assert not notices.geometry().intersects(hands.window.places.geometry())
    later = notices.buttons[1]
    QTest.mouseClick(later, Qt.MouseButton.LeftButton)
    assert notices.words == ""
    assert isinstance(hands.focus, EntryText)


def test_the_bar_asks_no_more_once_two_groups_were_typed_back(hands: Hands, archive: Archive):
    def type_groups(dialog: RecoverySheetDialog) -> None:
        page = dialog.proof_page
        for number, field in zip(page.numbers, page.fields, strict=True):
            field.setFocus()
            QTest.keyClicks(field, groups_of(KEYS[0])[number - 1])

    script = InDialog(
        RecoverySheetDialog,
        lambda dialog: dialog.onward.click(),
        type_groups,
        types("\n"),
    )
    hands.window.notices.buttons[0].click()
    assert script.left == []
    assert hands.window.notices.words == ""
    file = read_key_file(archive.path.parent)
    assert file is not None
    assert file.has_sheet
    hands.window.do.keys.remind_of_sheet()
    assert hands.window.notices.words == ""


def test_the_sheet_put_off_is_asked_for_at_the_next_start(hands: Hands, archive: Archive):
    InDialog(RecoverySheetDialog)
    hands.window.do.keys.show_sheet()
    assert hands.window.notices.words
    file = read_key_file(archive.path.parent)
    assert file == KeyFile(KEYS[0].check)


def test_a_key_file_that_cannot_be_read_or_written_disturbs_nobody(
    hands: Hands, archive: Archive, monkeypatch: pytest.MonkeyPatch
):
    hands.window.do.keys._forget_sheet()
    (archive.path.parent / "keys.json").write_bytes(b"{")
    hands.window.do.keys.remind_of_sheet()
    assert hands.window.notices.words == ""
    hands.window.do.keys._on_sheet_confirmed()
    assert "damaged" in hands.window.status.said.text()


# The passphrase


def test_a_passphrase_is_chosen_from_the_menu_and_then_changed(hands: Hands, archive: Archive):
    ways = WaysIn(archive.path, OwnKeyring())
    script = InDialog(PassphraseDialog, types(f"{WORDS}\t{WORDS}\n"))
    hands.window.do.keys.change_passphrase()
    assert script.left == []
    assert ways.by_passphrase(WORDS) == KEYS
    assert "from now on" in hands.window.status.said.text()
    InDialog(PassphraseDialog, types(f"other {WORDS}\tother {WORDS}\n"))
    hands.window.do.keys.change_passphrase()
    assert ways.by_passphrase(f"other {WORDS}") == KEYS
    with pytest.raises(WrongKey):
        ways.by_passphrase(WORDS)


def test_a_passphrase_that_nobody_should_rely_on_is_not_taken(hands: Hands, archive: Archive):
    told: list[str] = []

    def look(dialog: PassphraseDialog) -> None:
        told.append(dialog.fields.remark.text())

    InDialog(PassphraseDialog, types("short\tshort\n"), look)
    hands.window.do.keys.change_passphrase()
    assert "8 characters" in told[0]
    assert not WaysIn(archive.path, OwnKeyring()).has_passphrase


def test_a_passphrase_that_the_disk_does_not_take_is_told(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise ArchiveError("the disk is full")

    monkeypatch.setattr(WaysIn, "set_passphrase", fail)
    InDialog(PassphraseDialog, types(f"{WORDS}\t{WORDS}\n"))
    hands.window.do.keys.change_passphrase()
    assert hands.window.status.said.text() == "The passphrase is as it was: the disk is full."


# Renewing, restoring


def test_a_renewal_waits_until_the_archive_is_closed(hands: Hands, archive: Archive):
    script = InDialog(RenewDialog, types("\n"))
    hands.window.do.keys.renew()
    assert script.left == []
    assert not hands.window.isVisible()
    between = hands.window.do.keys.between
    assert between
    archive.close()
    keys = between.work()
    assert keys[1:] == KEYS
    with Archive(archive.path, keys[:1]) as reopened:
        assert len(reopened.meetings()) == 1


def test_a_renewal_wants_a_new_passphrase_where_there_was_one(hands: Hands, archive: Archive):
    WaysIn(archive.path, OwnKeyring()).set_passphrase(KEYS, WORDS)
    told: list[str] = []

    def look(dialog: RenewDialog) -> None:
        told.append(dialog.fields.remark.text())

    InDialog(RenewDialog, types("\n"), look)
    hands.window.do.keys.renew()
    assert "8 characters" in told[0]
    assert hands.window.do.keys.between is None
    assert hands.window.isVisible()


def test_a_window_that_does_not_close_does_nothing_meanwhile(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(MainWindow, "close", lambda _: False)
    InDialog(RenewDialog, types("\n"))
    hands.window.do.keys.renew()
    assert hands.window.do.keys.between is None
    monkeypatch.undo()


def test_a_restore_shows_what_will_change_and_waits_until_the_archive_is_closed(
    hands: Hands, archive: Archive
):
    backup = take(archive.path, backup_folder(archive.path), Why.BY_HAND, KEYS)
    archive.add(Meeting("0197-later"))
    seen: list[str] = []

    def look(dialog: RestoreDialog) -> bool | None:
        if dialog.chosen is None:
            return False
        seen.extend(line.words for line in dialog.choice.preview.lines.lines)
        assert dialog.yes.isEnabled()
        return types("\n")(dialog)

    script = InDialog(RestoreDialog, look)
    hands.window.do.keys.restore()
    assert script.left == []
    assert seen == ["Goes, as this backup does not have it", "No committee", "Stays as it is",
                    "1 meeting"]  # fmt: skip
    between = hands.window.do.keys.between
    assert between
    archive.close()
    assert between.work() == KEYS
    assert backup.exists()
    with Archive(archive.path, KEYS) as restored:
        assert len(restored.meetings()) == 1


def test_a_restore_that_is_left_changes_nothing(hands: Hands):
    InDialog(RestoreDialog)
    hands.window.do.keys.restore()
    assert hands.window.do.keys.between is None
    assert hands.window.isVisible()


# The whole of it: one window after the other


def windows() -> list[MainWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]


@pytest.fixture
def started(qapp, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the app as a start does, with an act for each window that comes up."""
    monkeypatch.setattr(app, "_application", lambda: qapp)
    hook = app.sys.excepthook

    def run(path: Path, *acts: Callable[[MainWindow], object]) -> int:
        left = list(acts)
        seen: list[MainWindow] = []
        timer = QTimer()
        timer.setInterval(20)

        def look() -> None:
            for window in windows():
                if window.isVisible() and window not in seen and left:
                    seen.append(window)
                    left.pop(0)(window)
                    return

        timer.timeout.connect(look)
        timer.start()
        guard = QTimer()
        guard.setSingleShot(True)
        guard.timeout.connect(qapp.closeAllWindows)
        guard.start(20_000)
        try:
            status = app._window(path, "", None)
        finally:
            monkeypatch.setattr(app.sys, "excepthook", hook)
        assert left == []
        return status

    return run


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "own" / "archive.db"
    write_key_file(path.parent, KeyFile(KEYS[0].check))
    with Archive(path, KEYS) as archive:
        archive.add(brookmere())
    return path


def test_after_a_restore_the_window_comes_back_with_the_archive_of_then(
    started: Callable[..., int], filled: Path
):
    held: list[list[str]] = []

    def restore(window: MainWindow) -> None:
        window._archive.add(Meeting("0197-later"))
        script.append(InDialog(RestoreDialog, lambda dialog: types("\n")(dialog)
                               if dialog.chosen else False))  # fmt: skip
        window.do.keys.restore()

    def look(window: MainWindow) -> None:
        held.append([each.id for each in window._archive.meetings()])
        window.close()

    script: list[InDialog] = []
    assert started(filled, restore, look) == 0
    assert held == [[brookmere().id]]


def test_after_a_renewal_the_window_comes_back_and_asks_for_a_new_sheet(
    started: Callable[..., int], filled: Path, own_keyring: OwnKeyring
):
    WaysIn(filled, own_keyring).note_sheet()
    asked_before: list[str] = []
    asked_after: list[str] = []

    def renew(window: MainWindow) -> None:
        asked_before.append(window.notices.words)
        script.append(InDialog(RenewDialog, types("\n")))
        window.do.keys.renew()

    def look(window: MainWindow) -> None:
        asked_after.append(window.notices.words)
        window.close()

    script: list[InDialog] = []
    assert started(filled, renew, look) == 0
    assert asked_before == [""]
    assert "recovery sheet" in asked_after[0]
    assert KEYS[0].check not in own_keyring.kept
    keys = WaysIn(filled, own_keyring).usual()
    with Archive(filled, keys) as archive:
        assert archive.read(brookmere().id) == brookmere()


def test_a_renewal_without_a_keyring_or_a_passphrase_changes_nothing(
    filled: Path, monkeypatch: pytest.MonkeyPatch
):
    keyring = OwnKeyring(*KEYS)

    def refuse(_: object) -> None:
        raise KeyringAbsent("the keyring is gone")

    monkeypatch.setattr(keyring, "put", refuse)
    with pytest.raises(PassphraseWanted):
        WaysIn(filled, keyring).renew(KEYS)
    assert WaysIn(filled, keyring).usual() == KEYS


def test_every_command_about_the_archive_is_in_its_menu(hands: Hands):
    words = [command.words for command in hands.window.commands if command.menu == "Archive"]
    assert words == ["&Recovery sheet…", "&Passphrase…", "Re&new the key…", "Restore a &backup…"]
    assert all(isinstance(getattr(command.run, "__self__", None), KeyCommands)
               for command in hands.window.commands if command.menu == "Archive")  # fmt: skip
