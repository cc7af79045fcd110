"""A full disk, a folder that vanishes or cannot be written to, another program, a later release."""

import datetime as dt
import errno
import hashlib
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from disks import disk, fill, mounting, read_only, run
from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEY, KEYS

from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.ballast import SIZE, Ballast
from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.elsewhere import free_place, last_place, note_move
from clerkapp.archive.read_only import ReadOnlyArchive, open_archive
from clerkapp.archive.rotation import Why
from clerkapp.archive.search import search
from clerkapp.archive.snapshots import take
from clerkapp.archive.trouble import Trouble, trouble_of
from clerkapp.archive.verifying import verify
from clerkapp.archive.writer import Moved, NotMoved, NotSaved, Saved, Told
from clerkapp.errors import ArchiveError, ArchiveReadOnly, ArchiveTooNew
from clerkapp.meeting import edits
from clerkapp.meeting.meeting import Meeting


class Ears:
    """Hears what an archive tells, and waits for it."""

    def __init__(self, archive: Archive) -> None:
        self.heard: list[Told] = []
        archive.listen(self.heard.append)

    def troubles(self) -> set[Trouble]:
        return {told.trouble for told in self.heard if isinstance(told, NotSaved)}

    def wait(self, fits: Callable[[], object], seconds: float = 10) -> None:
        end = time.monotonic() + seconds
        while not fits():
            assert time.monotonic() < end, self.heard
            time.sleep(0.01)

    def wait_for(self, kind: type[Told]) -> None:
        self.wait(lambda: any(isinstance(told, kind) for told in self.heard))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries again sooner than a person would want."""
    monkeypatch.setattr("clerkapp.archive.writer.RETRY_SECONDS", 0.05)
    monkeypatch.setattr("clerkapp.archive.writer.IDLE_SECONDS", 0.05)


def worded(words: str, meeting: Meeting | None = None) -> Meeting:
    """The meeting with those words in its first entry."""
    meeting = meeting or brookmere()
    return edits.set_text(meeting, meeting.items[0].entries[0].id, words)


def other() -> Meeting:
    """Another meeting: it has ids of its own."""
    meeting = brookmere()
    return replace(meeting, id="other", attendance=(), items=())


# A full disk


@mounting
def test_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(tmp_path: Path):
    with disk(tmp_path / "small", "2m") as small, Archive(small / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ears, filler = Ears(archive), fill(small)
        archive.keep(worded("x" * 400_000))
        ears.wait_for(NotSaved)
        assert ears.troubles() == {Trouble.FULL}
        assert archive.read(brookmere().id) == brookmere()
        filler.unlink()
        assert archive.settle()
        assert archive.read(brookmere().id) == worded("x" * 400_000)
        assert verify(archive.path, KEYS).faults == ()


@mounting
def test_a_full_disk_gives_up_its_ballast_before_anybody_is_kept_waiting(tmp_path: Path):
    with disk(tmp_path / "small", "40m") as small, Archive(small / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ballast, ears = Ballast(archive.path), Ears(archive)
        ears.wait(lambda: ballast.is_there)
        filler = fill(small)
        archive.keep(worded("x" * 1_000_000))
        assert archive.settle()
        assert not ballast.path.exists()
        (saved,) = ears.heard
        assert isinstance(saved, Saved)
        assert saved.is_tight
        filler.unlink()
        archive.keep(worded("There is room again."))
        ears.wait(lambda: ballast.is_there)
        archive.keep(worded("It is taken."))
        assert archive.settle()
        assert isinstance(ears.heard[-1], Saved)
        assert not ears.heard[-1].is_tight


def test_the_ballast_is_really_on_the_disk_and_nobody_else_may_read_it(tmp_path: Path):
    ballast = Ballast(tmp_path / "a.db")
    ballast.make()
    found = ballast.path.stat()
    assert found.st_size == SIZE
    assert found.st_blocks * 512 >= SIZE
    assert found.st_mode & 0o077 == 0
    assert ballast.drop()
    assert not ballast.drop()
    assert list(tmp_path.iterdir()) == []


def test_there_is_no_ballast_where_there_is_little_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    usage = shutil.disk_usage(tmp_path)._replace(free=2 * SIZE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    Ballast(tmp_path / "a.db").make()
    assert list(tmp_path.iterdir()) == []


@mounting
def test_a_full_disk_is_left_for_another_folder_with_everything(tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with disk(tmp_path / "small", "2m") as small, Archive(small / "a.db", KEYS) as archive:
        archive.add(brookmere())
        archive.add(other())
        ears = Ears(archive)
        fill(small)
        archive.keep(worded("x" * 400_000))
        ears.wait_for(NotSaved)
        archive.go_on_in(elsewhere)
        ears.wait_for(Saved)
        assert Moved(elsewhere / "Clerkapp" / "a.db", is_whole=True, is_noted=False) in ears.heard
        archive.keep(worded("Still typing."))
        assert archive.settle()
        assert archive.read(brookmere().id) == worded("Still typing.")
        assert {each.id for each in archive.meetings()} == {brookmere().id, "other"}
        assert archive.path == elsewhere / "Clerkapp" / "a.db"
    with Archive(elsewhere / "Clerkapp" / "a.db", KEYS) as archive:
        assert archive.read(brookmere().id) == worded("Still typing.")
    assert verify(elsewhere / "Clerkapp" / "a.db", KEYS).faults == ()
    assert (elsewhere / "Clerkapp" / "backups").is_dir()


@mounting
def test_two_full_disks_change_nothing_and_say_so(tmp_path: Path):
    with (
        disk(tmp_path / "small", "2m") as small,
        disk(tmp_path / "other", "64k") as second,
        Archive(small / "a.db", KEYS) as archive,
    ):
        archive.add(brookmere())
        ears, filler = Ears(archive), fill(small)
        archive.keep(worded("x" * 400_000))
        ears.wait_for(NotSaved)
        archive.go_on_in(second)
        ears.wait_for(NotMoved)
        assert not (second / "a.db").exists()
        filler.unlink()
        assert archive.settle()
        assert archive.path == small / "a.db"
        assert archive.read(brookmere().id) == worded("x" * 400_000)


def test_nothing_that_is_in_another_folder_is_ever_replaced(tmp_path: Path):
    assert free_place(tmp_path, "a.db") == tmp_path / "Clerkapp" / "a.db"
    (tmp_path / "Clerkapp").mkdir()
    assert free_place(tmp_path, "a.db") == tmp_path / "Clerkapp-2" / "a.db"


def test_a_synchronised_folder_is_no_other_folder(tmp_path: Path):
    with pytest.raises(ArchiveError, match="Dropbox"):
        free_place(tmp_path / "Dropbox", "a.db")


def test_the_next_start_finds_the_archive_where_it_went_on(tmp_path: Path):
    old, elsewhere = tmp_path / "a.db", tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert last_place(old) == (old, "")
    with Archive(old, KEYS) as archive:
        archive.add(brookmere())
        ears = Ears(archive)
        archive.go_on_in(elsewhere)
        ears.wait_for(Moved)
        archive.add(worded("Elsewhere."))
    new = elsewhere / "Clerkapp" / "a.db"
    place, words = last_place(old)
    assert place == new
    assert words.startswith("since ")
    assert str(new.parent) in words
    new.rename(tmp_path / "away.db")
    assert last_place(old) == (
        old,
        f"the minutes were last kept in {new.parent}, which is not there now",
    )
    (tmp_path / "away.db").rename(new)
    with Archive(old, KEYS) as archive:
        archive.add(worded("And here."))
    assert last_place(old) == (old, f"there are minutes in two places: here, and in {new.parent}")


def test_where_it_went_on_is_not_noted_in_a_folder_that_has_gone(tmp_path: Path):
    assert not note_move(tmp_path / "gone" / "a.db", tmp_path / "a.db")
    assert not (tmp_path / "gone").exists()


# A folder that vanishes


def test_a_folder_that_was_deleted_is_never_called_saved(tmp_path: Path):
    folder = tmp_path / "stick"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with Archive(folder / "a.db", KEYS) as archive:
        archive.add(brookmere())
        archive.add(other())
        ears = Ears(archive)
        shutil.rmtree(folder)
        archive.keep(worded("Where does this go?"))
        ears.wait_for(NotSaved)
        assert ears.troubles() == {Trouble.GONE}
        assert not any(isinstance(told, Saved) for told in ears.heard)
        archive.go_on_in(elsewhere)
        ears.wait_for(Saved)
        assert {each.id for each in archive.meetings()} == {brookmere().id, "other"}
    with ArchiveReader(elsewhere / "Clerkapp" / "a.db", KEYS) as reader:
        assert reader.read(brookmere().id) == worded("Where does this go?")


def test_a_folder_that_comes_back_gets_everything_in_hand(tmp_path: Path):
    folder, away = tmp_path / "stick", tmp_path / "away"
    with Archive(folder / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ears = Ears(archive)
        shutil.copytree(folder, away)
        shutil.rmtree(folder)
        archive.keep(worded("Kept in memory."))
        archive.keep(other())
        ears.wait_for(NotSaved)
        shutil.copytree(away, folder)
        assert archive.settle()
        assert archive.read(brookmere().id) == worded("Kept in memory.")
        assert len(archive.meetings()) == 2
        with pytest.raises(ArchiveError, match="already open"):
            Archive(folder / "a.db", KEYS)
    with Archive(folder / "a.db", KEYS) as again:
        assert again.read(brookmere().id) == worded("Kept in memory.")
    assert verify(folder / "a.db", KEYS).faults == ()


def test_a_folder_that_is_moved_and_moved_back_is_the_same(tmp_path: Path):
    folder = tmp_path / "stick"
    with Archive(folder / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ears = Ears(archive)
        folder.rename(tmp_path / "away")
        archive.keep(worded("Kept in memory."))
        ears.wait_for(NotSaved)
        (tmp_path / "away").rename(folder)
        assert archive.settle()
        assert archive._writer.files == 1
        assert archive.read(brookmere().id) == worded("Kept in memory.")


@mounting
def test_a_stick_that_is_pulled_and_plugged_in_again_loses_nothing(tmp_path: Path):
    copy = tmp_path / "copy"
    with disk(tmp_path / "stick", "20m") as stick, Archive(stick / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ears = Ears(archive)
        shutil.copytree(stick, copy)
        run("umount", "-l", str(stick))
        archive.keep(worded("Typed without a stick."))
        ears.wait_for(NotSaved)
        assert ears.troubles() == {Trouble.GONE}
        with disk(stick, "20m"):
            shutil.copytree(copy, stick, dirs_exist_ok=True)
            assert archive.settle()
            archive.keep(worded("And with it."))
            assert archive.settle()
            assert archive.read(brookmere().id) == worded("And with it.")
            archive.close()
            with Archive(stick / "a.db", KEYS) as again:
                assert again.read(brookmere().id) == worded("And with it.")
            assert verify(stick / "a.db", KEYS).faults == ()


@mounting
def test_what_was_open_takes_no_log_away_from_a_file_with_the_same_number(tmp_path: Path):
    copy = tmp_path / "copy.db"
    with disk(tmp_path / "stick", "20m") as stick, Archive(stick / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ears, number = Ears(archive), archive.path.stat().st_ino
        shutil.copy(snapshot_of(archive), copy)
        run("umount", "-l", str(stick))
        archive.keep(worded("Typed without a stick."))
        ears.wait_for(NotSaved)
        with disk(stick, "20m"):
            place_with_number(stick, number, copy)
            assert archive.settle()
            assert archive._writer.files == 2
            archive.meetings()
            archive.add(worded("And with it."))
            for ending in ("", "-wal"):  # what a crash would leave
                shutil.copy(stick / f"a.db{ending}", tmp_path / f"crash.db{ending}")
            archive.close()
    with ArchiveReader(tmp_path / "crash.db", KEYS) as reader:
        assert reader.read(brookmere().id) == worded("And with it.")


def snapshot_of(archive: Archive) -> Path:
    return take(archive.path, archive.path.parent / "backups", Why.BY_HAND, KEYS)


def place_with_number(folder: Path, number: int, data: Path) -> None:
    """Puts `data` at a.db in `folder`, in a file that has that number there."""
    for n in range(1000):
        path = folder / f"filler-{n}"
        path.touch()
        if path.stat().st_ino == number:
            path.write_bytes(data.read_bytes())
            path.rename(folder / "a.db")
            return
    pytest.skip("the number is taken")


def test_an_empty_folder_in_its_place_gets_no_empty_archive(tmp_path: Path):
    folder = tmp_path / "stick"
    with Archive(folder / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ears = Ears(archive)
        shutil.rmtree(folder)
        folder.mkdir()
        archive.keep(worded("Where does this go?"))
        ears.wait(lambda: len(ears.heard) > 3)
        assert list(folder.iterdir()) == []
        archive.go_on_in(folder)
        ears.wait_for(Saved)
        assert archive.path == folder / "Clerkapp" / "a.db"


@pytest.mark.parametrize(
    ("endings", "reason"),
    [(("",), "another file is in the archive's place"), (("", "-wal", "-shm"), "later release")],
)
def test_something_else_in_its_place_is_not_written_to(
    endings: tuple[str, ...], reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "stick"
    with Archive(folder / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ears = Ears(archive)
        Archive(folder / "b.db", KEYS).close()
        for ending in endings:
            (folder / f"a.db{ending}").unlink()
        shutil.copy(later(folder / "b.db"), folder / "a.db")
        before = digest(folder / "a.db")
        archive.keep(worded("Where does this go?"))
        ears.wait_for(NotSaved)
        assert any(reason in told.reason for told in ears.heard if isinstance(told, NotSaved))
        assert digest(folder / "a.db") == before
        monkeypatch.setattr("clerkapp.archive.archive._SECONDS_TO_SAVE", 0.3)


def test_a_log_that_was_taken_away_takes_nothing_with_it(tmp_path: Path):
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(brookmere())
        (tmp_path / "a.db-wal").unlink()
        archive.add(worded("After the log went."))
        shutil.copy(tmp_path / "a.db", tmp_path / "b.db")
    with ArchiveReader(tmp_path / "b.db", KEYS) as reader:
        assert reader.read(brookmere().id) == worded("After the log went.")


# A folder that cannot be written to


@mounting
def test_an_archive_in_a_folder_that_cannot_be_written_to_is_read(tmp_path: Path):
    with Archive(tmp_path / "kept" / "a.db", KEYS) as archive:
        archive.add(brookmere())
    with read_only(tmp_path / "kept", tmp_path / "seen") as seen:
        with pytest.raises(ArchiveReadOnly, match="cannot be written to"):
            Archive(seen / "a.db", KEYS)
        with open_archive(seen / "a.db", KEYS) as archive:
            assert isinstance(archive, ReadOnlyArchive)
            assert "cannot be written to" in archive.why_read_only
            assert archive.read(brookmere().id) == brookmere()
            assert search(archive, "money").hits
            for refused in (archive.keep, archive.add):
                with pytest.raises(ArchiveReadOnly):
                    refused(brookmere())
            with pytest.raises(ArchiveReadOnly):
                archive.remove("x")
            with pytest.raises(ArchiveReadOnly):
                archive.go_on_in(tmp_path)
            archive.snapshot_if_due(dt.datetime.now(dt.UTC))
            archive.catch_up()
            archive.try_again()
            assert archive.settle()
        assert verify(seen / "a.db", KEYS).faults == ()


@mounting
def test_what_a_crash_left_in_the_log_is_read_there_too(tmp_path: Path):
    with Archive(tmp_path / "live" / "a.db", KEYS) as archive:
        archive.add(brookmere())
        shutil.copytree(tmp_path / "live", tmp_path / "kept")
    assert (tmp_path / "kept" / "a.db-wal").stat().st_size
    with (
        read_only(tmp_path / "kept", tmp_path / "seen") as seen,
        open_archive(seen / "a.db", KEYS) as archive,
    ):
        assert archive.read(brookmere().id) == brookmere()


@mounting
def test_there_is_no_archive_in_a_folder_where_none_can_be_made(tmp_path: Path):
    (tmp_path / "kept").mkdir()
    with (
        read_only(tmp_path / "kept", tmp_path / "seen") as seen,
        pytest.raises(ArchiveError, match="cannot be kept in"),
    ):
        open_archive(seen / "a.db", KEYS)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_to_is_read(tmp_path: Path):
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(brookmere())
    (tmp_path / "a.db").chmod(0o400)
    with open_archive(tmp_path / "a.db", KEYS) as opened:
        assert isinstance(opened, ReadOnlyArchive)


def test_a_folder_that_becomes_read_only_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ears = Ears(archive)
        with monkeypatch.context() as failing:
            failing.setattr("clerkapp.archive.trouble.may_write", lambda _: False)
            failing.setattr("clerkapp.archive.hold.save", io_error)
            archive.keep(worded("x"))
            ears.wait_for(NotSaved)
        assert ears.troubles() == {Trouble.READ_ONLY}
        assert archive.settle()


def test_a_disk_that_the_system_gave_up_is_told_as_one_that_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """As Linux does with ext4 after an error: access is granted, and every write refused."""
    (tmp_path / "a.db").touch()
    assert trouble_of(DatabaseError("disk I/O error"), tmp_path / "a.db") is Trouble.OTHER

    def refused(**_: Path) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("clerkapp.archive.trouble.TemporaryFile", refused)
    assert trouble_of(DatabaseError("disk I/O error"), tmp_path / "a.db") is Trouble.READ_ONLY


def io_error(*_: object) -> None:
    from clerkapp.archive.driver import DatabaseError  # noqa: PLC0415

    raise DatabaseError("disk I/O error")


def test_a_disk_that_fails_in_a_way_of_its_own_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with Archive(tmp_path / "a.db", KEYS) as archive:
        ears = Ears(archive)
        with monkeypatch.context() as failing:
            failing.setattr("clerkapp.archive.hold.save", io_error)
            archive.keep(brookmere())
            ears.wait(lambda: NotSaved("disk I/O error", Trouble.OTHER) in ears.heard)
        assert archive.settle()


def test_what_is_in_memory_is_kept_where_the_old_file_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(other())
        ears = Ears(archive)
        with monkeypatch.context() as failing:
            failing.setattr("clerkapp.archive.hold.load", io_error)
            archive.keep(worded("Only in memory."))
            ears.wait_for(NotSaved)
        original = Connection.run

        def cannot_copy(self: Connection, sql: str, *rest: object) -> None:
            if sql.startswith("VACUUM"):
                io_error()
            original(self, sql, *rest)

        monkeypatch.setattr(Connection, "run", cannot_copy)
        archive.go_on_in(elsewhere)
        ears.wait_for(Moved)
        assert Moved(elsewhere / "Clerkapp" / "a.db", is_whole=False, is_noted=True) in ears.heard
        monkeypatch.undo()
        assert archive.settle()
        assert archive.read(brookmere().id) == worded("Only in memory.")
        assert len(archive.meetings()) == 2


# Another program


def test_another_program_at_the_archive_is_waited_for_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("clerkapp.archive.hold._PATIENCE", 50)
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(brookmere())
        ears, tool = Ears(archive), Connection(tmp_path / "a.db", KEY, writing=True)
        tool.run("BEGIN IMMEDIATE")
        archive.keep(worded("Meanwhile."))
        ears.wait_for(NotSaved)
        assert ears.troubles() == {Trouble.BUSY}
        tool.run("ROLLBACK")
        tool.close()
        archive.try_again()
        assert archive.settle()
        assert archive.read(brookmere().id) == worded("Meanwhile.")


def test_another_program_there_at_the_start_is_waited_for_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    connected, locked = Archive._connected, DatabaseError("database is locked")
    answers = iter([locked, locked])

    def connect(archive: Archive, path: Path) -> Connection:
        if error := next(answers, None):
            raise error
        return connected(archive, path)

    monkeypatch.setattr(Archive, "_connected", connect)
    monkeypatch.setattr("clerkapp.archive.writer.RETRY_SECONDS", 0.5)
    with Archive(tmp_path / "a.db", KEYS) as archive:
        ears = Ears(archive)
        archive.keep(brookmere())
        ears.wait_for(NotSaved)
        assert ears.troubles() == {Trouble.BUSY}
        assert archive.settle()
        assert archive.read(brookmere().id) == brookmere()


def test_another_program_that_never_lets_go_is_told_and_keeps_nobody_from_leaving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("clerkapp.archive.archive._SECONDS_TO_SAVE", 0.3)

    def connect(archive: Archive, path: Path) -> Connection:
        raise DatabaseError("database is locked")

    monkeypatch.setattr(Archive, "_connected", connect)
    with Archive(tmp_path / "a.db", KEYS) as archive:
        ears = Ears(archive)
        with pytest.raises(ArchiveError, match="another program holds the archive"):
            archive.add(brookmere())
        archive.go_on_in(tmp_path / "elsewhere")
        ears.wait_for(NotMoved)


# A later release


def later(path: Path, *statements: str) -> Path:
    """Makes the archive at `path` one of a release that is not written yet."""
    connection = Connection(path, KEY, writing=True)
    for statement in (*statements, "PRAGMA user_version=999", "PRAGMA wal_checkpoint(TRUNCATE)"):
        connection.run(statement)
    connection.close()
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_a_later_release_wrote_is_read_as_far_as_it_is_known(tmp_path: Path):
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(brookmere())
    path = later(
        tmp_path / "a.db",
        "ALTER TABLE entry ADD COLUMN mood TEXT NOT NULL DEFAULT 'fair'",
        "CREATE TABLE weather (id TEXT PRIMARY KEY)",
    )
    before = digest(path)
    with pytest.raises(ArchiveTooNew):
        Archive(path, KEYS)
    with open_archive(path, KEYS) as archive:
        assert isinstance(archive, ReadOnlyArchive)
        assert "later release" in archive.why_read_only
        assert archive.read(brookmere().id) == brookmere()
        assert search(archive, "money").hits
        with pytest.raises(ArchiveReadOnly, match="later release"):
            archive.add(brookmere())
    with pytest.raises(ArchiveTooNew):
        take(path, tmp_path / "backups", Why.BY_HAND, KEYS)
    assert digest(path) == before


def test_a_later_release_without_what_this_one_reads_is_said_plainly(tmp_path: Path):
    Archive(tmp_path / "a.db", KEYS).close()
    path = later(tmp_path / "a.db", "ALTER TABLE entry RENAME COLUMN text TO words")
    with pytest.raises(ArchiveTooNew, match="open it there"):
        ArchiveReader(path, KEYS)


def test_a_meeting_with_a_kind_of_a_later_release_is_said_plainly(tmp_path: Path):
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(brookmere())
        archive.add(other())
    path = later(
        tmp_path / "a.db",
        "UPDATE entry SET kind = 'song'",
        "UPDATE meeting SET status = 'sung' WHERE id = 'other'",
    )
    with ArchiveReader(path, KEYS) as reader:
        assert len(reader.meetings()) == 2
        with pytest.raises(ArchiveTooNew, match="only a later release"):
            reader.read(brookmere().id)
