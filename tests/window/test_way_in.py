"""The way into the archive: each screen and each way on, typed into the real dialogs."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import ClassVar

import pytest
from meetings import brookmere
from own_keys import NoKeyring, OwnKeyring, ShutKeyring
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from clerkapp.archive.archive import Archive
from clerkapp.archive.keys import passphrase as passphrases
from clerkapp.archive.keys.data_key import DataKey, Keys, new_data_key
from clerkapp.archive.keys.key_file import read_key_file
from clerkapp.archive.keys.passphrase import Cost
from clerkapp.archive.keys.recovery import groups_of
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.snapshots import backup_folder
from clerkapp.errors import ArchiveError, ArchiveLocked, KeyringAbsent
from clerkapp.window.between import Between
from clerkapp.window.way_in import way_in as entrance
from clerkapp.window.way_in import way_in_words as words
from clerkapp.window.way_in.asking import asked
from clerkapp.window.way_in.backup_choice import BackupChoice
from clerkapp.window.way_in.passphrase_fields import NewPassphrase
from clerkapp.window.way_in.way_in import way_in, way_through
from clerkapp.window.way_in.way_in_dialog import WayInDialog
from clerkapp.window.way_in.way_in_words import Body, Way

WORDS = "four words of mine"
Act = Callable[[WayInDialog], object]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrases, "USUAL_COST", Cost(memory=32, passes=1, lanes=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a" / "archive.db"


def filled(path: Path, keyring: OwnKeyring, passphrase: str | None = None) -> Keys:
    """An archive with one meeting in it, closed."""
    keys = WaysIn(path, keyring).usual()
    if passphrase:
        WaysIn(path, keyring).set_passphrase(keys, passphrase)
    with Archive(path, keys) as archive:
        archive.add(brookmere())
    return keys


# Hands for the one dialog: a step waits for its heading, and then acts.


@pytest.fixture(autouse=True)
def hands_off() -> Iterator[None]:
    """Nobody acts on the dialogs of the next test."""
    yield
    while Steps.all:
        Steps.all.pop().stop()


class Steps:
    """Acts on the dialog that comes up, one step after the other; what is said is kept."""

    all: ClassVar[list["Steps"]] = []

    def __init__(self, *steps: tuple[str, Act]) -> None:
        self.all.append(self)
        self.left = list(steps)
        self.told: list[str] = []
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        self.stop = self._timer.stop
        self._patience = 600

    def _on_timeout(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._patience -= 1
        if not isinstance(dialog, WayInDialog):
            return
        if self._patience < 0:
            self.told.append(f"stuck at “{dialog.title.text()}”")
            dialog.reject()
        elif self.left and dialog.title.text().startswith(self.left[0][0]):
            _, act = self.left[0]
            if act(dialog) is not False:
                self.told.append(dialog.title.text())
                self.left.pop(0)


def types(text: str, *, then: str = "Return") -> Act:
    """Types, with Tab where a tab stands, and presses a key at the end."""

    def act(_: WayInDialog) -> bool | None:
        if QApplication.focusWidget() is None:
            return False
        for character in text:
            if character == "\t":
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            else:
                QTest.keyClicks(QApplication.focusWidget(), character)
        if then:
            QTest.keyClick(QApplication.focusWidget(), getattr(Qt.Key, f"Key_{then}"))
        return None

    return act


def takes(way: Way) -> Act:
    """Presses the mnemonic of the button, if it can be pressed by now."""

    def act(dialog: WayInDialog) -> bool | None:
        button = dialog.buttons[way]
        if not button.isEnabled() or QApplication.focusWidget() is None:
            return False
        letter = way.value[way.value.index("&") + 1]
        QTest.keyClick(QApplication.focusWidget(), letter.lower(), Qt.KeyboardModifier.AltModifier)
        return None

    return act


def sees(what: str, then: Act) -> Act:
    """Waits until the screen says that."""

    def act(dialog: WayInDialog) -> object:
        said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
        return then(dialog) if what in said else False

    return act


def closes(dialog: WayInDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def led_in(path: Path, keyring: OwnKeyring, *steps: tuple[str, Act]) -> Keys | None:
    """The keys with which the archive was opened; None where it was closed instead."""
    script = Steps(*steps)
    ways = WaysIn(path, keyring)
    archive = way_in(path, ways, asked(ways.usual))
    assert (script.left, [each for each in script.told if "stuck" in each]) == ([], [])
    if archive is None:
        return None
    with archive:
        return archive.keys


@pytest.fixture
def none_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WayInDialog, "exec", lambda _: pytest.fail("a screen was shown"))


# No screen at all


@pytest.mark.usefixtures("qapp", "none_shown")
def test_a_keyring_that_proves_itself_is_asked_and_nobody_else(path: Path):
    keyring = OwnKeyring()
    keys = led_in(path, keyring)
    assert keys
    assert keyring.kept == {keys[0].check: keys[0]}
    assert led_in(path, keyring) == keys


@pytest.mark.usefixtures("qapp", "none_shown")
def test_a_passphrase_that_was_given_is_used_without_a_screen(path: Path):
    for _ in range(2):
        ways = WaysIn(path, NoKeyring())
        archive = way_in(path, ways, asked(lambda ways=ways: ways.usual(WORDS)))
        assert archive
        archive.close()


@pytest.mark.usefixtures("qapp", "none_shown")
def test_nobody_is_asked_for_the_key_of_an_archive_that_is_open(path: Path):
    keys = filled(path, OwnKeyring(), WORDS)
    with Archive(path, keys), pytest.raises(ArchiveLocked):
        led_in(path, NoKeyring())


@pytest.mark.usefixtures("qapp", "none_shown")
def test_what_no_key_would_help_is_told_at_once(path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise ArchiveError("the folder is on a network")

    monkeypatch.setattr(entrance, "open_archive", fail)
    with pytest.raises(ArchiveError, match="on a network"):
        led_in(path, OwnKeyring())


@pytest.mark.usefixtures("qapp", "none_shown")
def test_a_key_file_that_cannot_be_read_is_told_at_once(path: Path):
    keyring = OwnKeyring()
    filled(path, keyring)
    (path.parent / "keys.json").unlink()
    (path.parent / "keys.json").mkdir()
    with pytest.raises(ArchiveError, match="cannot be read"):
        led_in(path, keyring)


@pytest.mark.usefixtures("qapp")
def test_an_archive_that_can_only_be_read_is_opened_so(path: Path, monkeypatch: pytest.MonkeyPatch):
    keyring = OwnKeyring()
    keys = filled(path, keyring, WORDS)
    keyring.kept.clear()
    monkeypatch.setattr("clerkapp.archive.archive.may_write", lambda _: False)
    assert led_in(path, keyring, ("The key is not on this computer", types(WORDS))) == keys


# The first start


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("keyring", [NoKeyring(), ShutKeyring()])
def test_a_first_start_without_a_keyring_has_a_passphrase_chosen(path: Path, keyring: OwnKeyring):
    keys = led_in(path, keyring, ("Choose a passphrase", types(f"{WORDS}\t{WORDS}")))
    assert keys
    assert WaysIn(path, keyring).usual(WORDS) == keys


@pytest.mark.usefixtures("qapp")
def test_a_passphrase_that_is_unfit_or_a_slip_is_told_and_not_taken(path: Path):
    keys = led_in(
        path,
        NoKeyring(),
        ("Choose", types("short\tshort")),
        ("Choose", sees("needs 8 characters", types(" of words"))),
        ("Choose", sees("not the same", types("\t", then=""))),
        ("Choose", closes),
    )
    assert keys is None
    assert not path.exists()
    assert read_key_file(path.parent) is None


@pytest.mark.usefixtures("qapp")
def test_a_passphrase_given_that_nobody_should_rely_on_is_told(path: Path):
    script = Steps(("Choose a passphrase", sees("needs 8 characters", closes)))
    ways = WaysIn(path, NoKeyring())
    assert way_in(path, ways, asked(lambda: ways.usual("short"))) is None
    assert script.left == []


@pytest.mark.usefixtures("qapp")
def test_a_keyring_unlocked_meanwhile_takes_the_key_after_all(path: Path):
    class Shy(OwnKeyring):
        """Does not open at first."""

        refusals = 1

        def put(self, key: DataKey) -> None:
            if self.refusals:
                self.refusals -= 1
                raise ShutKeyring.error
            super().put(key)

    keyring = Shy()
    keys = led_in(path, keyring, ("Choose a passphrase", takes(Way.AGAIN)))
    assert keys
    assert keyring.kept == {keys[0].check: keys[0]}


# Waiting


class Slow(OwnKeyring):
    """Answers when it is told to."""

    def __init__(self, *keys: DataKey) -> None:
        super().__init__(*keys)
        self.may_answer = threading.Event()

    def get(self, check: str) -> DataKey | None:
        self.may_answer.wait(10)
        return super().get(check)

    def put(self, key: DataKey) -> None:
        self.may_answer.wait(10)
        super().put(key)

    def answer(self, _: WayInDialog) -> None:
        self.may_answer.set()


@pytest.mark.usefixtures("qapp")
def test_a_late_answer_is_taken_while_it_is_waited_for_and_while_something_is_typed(path: Path):
    keys = filled(path, OwnKeyring(), WORDS)
    keyring = Slow(keys[0])
    assert led_in(path, keyring, ("Waiting for this computer", keyring.answer)) == keys
    keyring = Slow(keys[0])
    found = led_in(
        path,
        keyring,
        ("Waiting", takes(Way.PASSPHRASE)),
        ("Type the passphrase", types("four wor", then="")),
        ("Type the passphrase", keyring.answer),
    )
    assert found == keys


@pytest.mark.usefixtures("qapp")
def test_nobody_needs_to_wait_who_knows_the_passphrase(path: Path):
    keys = filled(path, OwnKeyring(), WORDS)
    keyring = Slow()
    found = led_in(
        path,
        keyring,
        ("Waiting", takes(Way.PASSPHRASE)),
        ("Type the passphrase", takes(Way.AGAIN)),
        ("Waiting", takes(Way.PASSPHRASE)),
        ("Type the passphrase", types(WORDS)),
    )
    assert found == keys
    keyring.may_answer.set()


@pytest.mark.usefixtures("qapp")
def test_a_keyring_that_is_late_with_no_does_not_disturb_who_types(path: Path):
    keys = filled(path, OwnKeyring(), WORDS)
    keyring = Slow()
    found = led_in(
        path,
        keyring,
        ("Waiting", takes(Way.PASSPHRASE)),
        ("Type the passphrase", keyring.answer),
        ("Type the passphrase", lambda _: QTest.qWait(150)),
        ("Type the passphrase", types(WORDS)),
    )
    assert found == keys


@pytest.mark.usefixtures("qapp")
def test_a_first_start_need_not_wait_and_a_late_keyring_changes_no_key(path: Path):
    keyring = Slow()
    keys = led_in(
        path,
        keyring,
        ("Waiting", takes(Way.CHOOSE)),
        ("Choose a passphrase", types(f"{WORDS}\t{WORDS}")),
    )
    assert keys
    keyring.may_answer.set()
    for thread in threading.enumerate():
        if thread.name == "asking":
            thread.join(5)
    assert keyring.kept == {}
    assert WaysIn(path, keyring).usual(WORDS) == keys


# Locked, absent, wrong key


@pytest.mark.usefixtures("qapp")
def test_a_locked_keyring_can_be_tried_again(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, keyring)
    shut = [True]

    class Shutting(OwnKeyring):
        """Opens when somebody has unlocked it."""

        def get(self, check: str) -> DataKey | None:
            if shut:
                raise ShutKeyring.error
            return keyring.get(check)

    def unlock(dialog: WayInDialog) -> None:
        assert Way.PASSPHRASE not in dialog.buttons
        shut.clear()
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    assert led_in(path, Shutting(), ("This computer’s keyring is locked", unlock)) == keys


@pytest.mark.usefixtures("qapp")
def test_a_locked_keyring_is_passed_by_and_not_asked_again(path: Path):
    keys = filled(path, OwnKeyring(), WORDS)

    class Asked(ShutKeyring):
        """Counts how often it bothers anybody."""

        times = 0

        def get(self, check: str) -> DataKey | None:
            self.times += 1
            return super().get(check)

        def put(self, key: DataKey) -> None:
            self.times += 1

    keyring = Asked()
    steps = (("This computer’s keyring is locked", takes(Way.PASSPHRASE)),
             ("Type the passphrase", types(WORDS)))  # fmt: skip
    assert led_in(path, keyring, *steps) == keys
    QTest.qWait(100)
    assert keyring.times == 1


def waited_for(condition: Callable[[], bool]) -> bool:
    for _ in range(300):
        if condition():
            return True
        QTest.qWait(10)
    return False


@pytest.mark.usefixtures("qapp")
def test_a_keyring_that_lost_the_key_gets_it_back_by_the_passphrase(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, keyring, WORDS)
    keyring.kept.clear()
    found = led_in(
        path,
        keyring,
        ("The key is not on this computer", types("four words of yours")),
        ("The key is not on", sees("That is not the passphrase", types(WORDS))),
    )
    assert found == keys
    assert waited_for(lambda: keyring.kept == {keys[0].check: keys[0]})


@pytest.mark.usefixtures("qapp")
def test_a_keyring_that_lost_the_key_gets_it_back_by_the_sheet(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, keyring)
    keyring.kept.clear()
    mine, other = (" ".join(groups_of(key)) for key in (keys[0], new_data_key()))
    found = led_in(
        path,
        keyring,
        ("The key is not on this computer", types(other, then="")),
        ("The key", sees("does not open", lambda dialog: dialog.body.clear())),
        ("The key", types(mine, then="")),
    )
    assert found == keys
    assert waited_for(lambda: keyring.kept == {keys[0].check: keys[0]})


@pytest.mark.usefixtures("qapp")
def test_a_sheet_half_typed_opens_nothing(path: Path):
    keys = filled(path, keyring := OwnKeyring())
    keyring.kept.clear()
    half = " ".join(groups_of(keys[0])[:6])
    found = led_in(
        path,
        keyring,
        ("The key", types(half, then="")),
        ("The key", takes(Way.OPEN)),
        ("The key", sees("all 13 groups", closes)),
    )
    assert found is None


@pytest.mark.usefixtures("qapp")
def test_the_key_of_another_archive_is_told_and_put_right(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, keyring, WORDS)
    keyring.kept[keys[0].check] = new_data_key()
    found = led_in(
        path,
        keyring,
        ("The keyring has the key of another archive", takes(Way.SHEET)),
        ("Type the recovery sheet", takes(Way.PASSPHRASE)),
        ("Type the passphrase", types(WORDS)),
    )
    assert found == keys
    assert waited_for(lambda: keyring.kept == {keys[0].check: keys[0]})


@pytest.mark.usefixtures("qapp")
def test_a_passphrase_given_that_is_another_is_asked_for(path: Path):
    keys = filled(path, OwnKeyring(), WORDS)
    script = Steps(("Type the passphrase", sees("not the passphrase", types(WORDS))))
    ways = WaysIn(path, NoKeyring())
    archive = way_in(path, ways, asked(lambda: ways.usual("another passphrase")))
    assert archive
    with archive:
        assert (archive.keys, script.left) == (keys, [])


@pytest.mark.usefixtures("qapp")
def test_where_all_that_is_written_of_the_key_is_damaged_the_sheet_mends_it(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, keyring, WORDS)
    keyring.kept.clear()
    for folder in (path.parent, backup_folder(path)):
        (folder / "keys.json").write_bytes(b"{")
    sheet = types(" ".join(groups_of(keys[0])), then="")
    assert led_in(path, keyring, ("The file about the key is damaged", sheet)) == keys
    assert waited_for(lambda: keyring.kept == {keys[0].check: keys[0]})
    assert read_key_file(path.parent) is not None


# Damaged


def spoil(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(0)
        file.write(b"\xff" * 4096)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("harm", [spoil, Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_damaged_archive_is_restored_from_a_backup_that_was_seen(path: Path, harm):
    keyring = OwnKeyring()
    filled(path, keyring)
    harm(path)
    seen: list[str] = []

    def look(dialog: WayInDialog) -> bool | None:
        body = dialog.body
        assert isinstance(body, BackupChoice)
        if body.chosen is None:
            return False
        seen.extend(line.words for line in body.preview.lines.lines)
        return takes(Way.RESTORE)(dialog)

    keys = led_in(path, keyring, ("The archive is damaged", look))
    assert keys
    assert brookmere().heading.committee in seen
    with Archive(path, keys) as archive:
        assert archive.read(brookmere().id) == brookmere()


@pytest.mark.usefixtures("qapp")
def test_a_damaged_archive_without_backups_is_kept_and_nothing_is_begun(path: Path):
    keyring = OwnKeyring()
    filled(path, keyring)
    for backup in backup_folder(path).glob("*.db"):
        backup.unlink()
    spoil(path)
    held = path.read_bytes()

    def look(dialog: WayInDialog) -> None:
        assert not dialog.buttons[Way.RESTORE].isEnabled()
        assert "no backup in that folder" in dialog.accessibleDescription()
        closes(dialog)

    assert led_in(path, keyring, ("The archive is damaged", look)) is None
    assert path.read_bytes() == held


@pytest.mark.usefixtures("qapp")
def test_what_can_be_read_of_a_damaged_archive_is_rescued_and_opened(path: Path):
    keyring = OwnKeyring()
    filled(path, keyring)
    for backup in backup_folder(path).glob("*.db"):
        backup.unlink()
    spoil(path)
    held = path.read_bytes()
    keys = led_in(
        path,
        keyring,
        ("The archive is damaged", takes(Way.RESCUE)),
        ("This much could be read", takes(Way.BACKUPS)),
        ("The archive is damaged", takes(Way.RESCUE)),
        ("This much could be read", sees("1 meeting with", takes(Way.TAKE_RESCUED))),
    )
    assert keys
    with Archive(path, keys) as archive:
        assert archive.read(brookmere().id) == brookmere()
    (aside,) = backup_folder(path).glob("replaced-*/archive.db")
    assert aside.read_bytes() == held
    assert not path.with_name("archive-rescued.db").exists()


@pytest.mark.usefixtures("qapp")
def test_a_backup_kept_elsewhere_can_be_chosen_and_a_damaged_one_cannot(path: Path, tmp_path: Path):
    keyring = OwnKeyring()
    filled(path, keyring)
    (backup,) = backup_folder(path).glob("*.db")
    elsewhere = backup.rename(tmp_path / "a-stick.db")
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"no archive at all" * 999)
    spoil(path)
    steps = (
        ("The archive is damaged", lambda dialog: dialog.body.add(bad)),
        ("The archive is damaged", lambda dialog: "It cannot be restored" in [
            line.words for line in dialog.body.preview.lines.lines]),
        ("The archive is damaged", lambda dialog: dialog.body.add(elsewhere)),
        ("The archive is damaged", takes(Way.RESTORE)),
    )  # fmt: skip
    keys = led_in(path, keyring, *steps)
    assert keys
    with Archive(path, keys) as archive:
        assert archive.read(brookmere().id) == brookmere()


# Between two windows


@pytest.mark.usefixtures("qapp")
def test_what_is_done_meanwhile_gives_the_keys_that_open_the_archive(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, keyring)
    ways = WaysIn(path, keyring)
    between = Between("Working…", "It was not done", lambda: ways.renew(keys))
    archive = way_through(path, ways, between, keys)
    assert archive
    with archive:
        assert archive.keys[0] != keys[0]
        assert archive.read(brookmere().id) == brookmere()


@pytest.mark.usefixtures("qapp")
def test_what_could_not_be_done_is_told_and_the_archive_opened_as_it_was(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, keyring)
    script = Steps(("It was not done", sees("The disk is full.", takes(Way.OPEN))))

    def fail() -> Keys:
        raise ArchiveError("the disk is full")

    archive = way_through(path, WaysIn(path, keyring), Between("…", "It was not done", fail), keys)
    assert archive
    with archive:
        assert (archive.keys, script.left) == (keys, [])


@pytest.mark.usefixtures("qapp")
def test_a_renewal_that_failed_half_way_opens_by_the_new_way(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, keyring)
    ways = WaysIn(path, keyring)

    def half() -> Keys:
        ways.renew(keys)
        raise ArchiveError("one backup could not be encrypted")

    script = Steps(("It was not done", takes(Way.OPEN)))
    archive = way_through(path, ways, Between("…", "It was not done", half), keys)
    assert archive
    with archive:
        assert (archive.keys[1:], script.left) == (keys, [])


# The screens themselves


def every_screen() -> list[words.Screen]:
    both = [
        make(has_passphrase=known)
        for known in (True, False)
        for make in (words.locked, words.absent, words.wrong_key, words.enter_sheet)
    ]
    folder = Path("/home/a/clerk/Clerkapp")
    waits = [
        words.waiting(has_passphrase=known, is_new=new)
        for known, new in ((True, False), (False, False), (False, True))
    ]
    return [
        *both,
        *waits,
        *(words.damaged("it is gone", folder, backups=n) for n in (0, 3)),
        words.keys_damaged("keys.json is damaged"),
        words.choose_passphrase(folder),
        words.enter_passphrase(),
        words.not_done("The backup was not restored", "The disk is full."),
    ]


def test_locked_absent_wrong_key_and_damaged_are_told_apart_and_lead_on_in_four_ways():
    four = (words.locked(has_passphrase=True), words.absent(has_passphrase=True),
            words.wrong_key(has_passphrase=True),
            words.damaged("it is gone", Path("x"), backups=2))  # fmt: skip
    assert len({screen.title for screen in four}) == 4
    assert len({(screen.onward, screen.body) for screen in four}) == 4


@pytest.mark.parametrize("screen", every_screen(), ids=lambda screen: screen.title)
def test_every_screen_says_what_happened_and_has_a_way_on(screen: words.Screen):
    assert screen.happened
    ways = {screen.onward, *screen.others} - {None}
    assert ways
    assert "new archive" not in " ".join(screen.words) or Way.CHOOSE in ways
    if screen.body is not Body.NOTHING:
        assert screen.onward in (Way.OPEN, Way.RESTORE)
    letters = [way.value[way.value.index("&") + 1].lower() for way in {*ways, Way.CLOSE}]
    assert len(set(letters)) == len(letters)


def test_a_passphrase_is_hidden_until_the_box_is_ticked_and_said_to_nobody(qtbot):
    from clerkapp.window.look.look import LIGHT  # noqa: PLC0415

    fields = NewPassphrase(LIGHT)
    qtbot.addWidget(fields)
    QTest.keyClicks(fields.fields[0], WORDS)
    assert fields.fields[0].echoMode() is fields.fields[0].EchoMode.Password
    assert WORDS not in fields.fields[0].displayText()
    assert WORDS not in fields.fields[0].accessibleDescription()
    fields.show_typed.setChecked(True)
    assert fields.fields[1].echoMode() is fields.fields[0].EchoMode.Normal
    fields.clear()
    assert fields.passphrase == ""


def test_an_answer_that_fails_is_raised_where_it_is_read():
    def fail() -> None:
        raise KeyringAbsent("there is none")

    answer: Future[None] = asked(fail)
    with pytest.raises(KeyringAbsent):
        answer.result(5)
