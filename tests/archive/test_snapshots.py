"""Backups: whole and verified before they have a name, when they are due, and nobody waits."""

import datetime as dt
import errno
import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from meetings import brookmere
from own_keys import KEY, KEYS

from clerkapp.archive import backups, snapshots
from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.driver import Connection
from clerkapp.archive.rotation import Why, read_name
from clerkapp.archive.snapshots import backup_folder, rotate, take
from clerkapp.archive.verifying import verify
from clerkapp.errors import ArchiveDamaged, ArchiveError, ArchiveTooNew, NoArchive
from clerkapp.meeting import edits
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id

WORK = Path(__file__).with_name("backup_work.py")
NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive with two meetings that no Clerkapp has open, and no backup."""
    path = tmp_path / "a" / "archive.db"
    with Archive(path, KEYS) as archive:
        archive.add(brookmere())
        archive.add(copied(brookmere(), new_id))
    for each in there(path):
        each.unlink()
    return path


def there(path: Path) -> list[Path]:
    """Every file in the folder of backups."""
    folder = backup_folder(path)
    return sorted(each for each in folder.iterdir() if each.is_file()) if folder.exists() else []


def content(path: Path) -> list:
    with ArchiveReader(path, KEYS) as reader:
        return sorted(reader.every_meeting(), key=lambda each: each.id)


def flipped(path: Path, seed: int) -> None:
    """Changes one byte of a file."""
    chance, data = random.Random(seed), bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    path.write_bytes(data)


# One backup


def test_a_backup_has_what_the_archive_has_and_only_the_clerk_may_read_it(path: Path):
    made = take(path, backup_folder(path), Why.BY_HAND, KEYS)
    assert not path.with_name("archive.db-wal").exists()
    assert content(made) == content(path)
    assert there(path) == [made]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    found = verify(made, KEYS)
    assert (found.meetings, found.faults) == (2, ())
    assert found.entries == sum(len(i.entries) for m in content(path) for i in m.items)


def test_a_backup_of_an_open_archive_has_what_was_just_saved(path: Path):
    with Archive(path, KEYS) as archive:
        archive.add(copied(brookmere(), new_id))
        made = take(path, backup_folder(path), Why.BY_HAND, KEYS)
        assert verify(made, KEYS).meetings == 3


def test_a_backup_made_while_somebody_types_is_whole(path: Path):
    meeting = brookmere()
    stop = threading.Event()

    def type_on(archive: Archive) -> None:
        changed = meeting
        for n in range(10_000):
            if stop.is_set():
                return
            entry = changed.items[0].entries[0]
            changed = edits.split_entry(
                edits.set_text(changed, entry.id, f"some words {n}"),
                entry.id,
                4,
                type(entry)(new_id(), entry.kind),
            )
            archive.keep(changed)
            archive.settle()

    with Archive(path, KEYS) as archive:
        typing = threading.Thread(target=type_on, args=[archive])
        typing.start()
        for _ in range(10):
            assert verify(take(path, backup_folder(path), Why.BY_HAND, KEYS), KEYS).faults == ()
        stop.set()
        typing.join()


def test_two_backups_of_the_same_moment_have_two_names(path: Path):
    made = {take(path, backup_folder(path), Why.BY_HAND, KEYS) for _ in range(5)}
    assert len(made) == len(there(path)) == 5


def test_a_copy_that_lost_a_row_gets_no_name(path: Path, monkeypatch: pytest.MonkeyPatch):
    original = snapshots.sync_file

    def lose(part: Path) -> None:
        db = Connection(part, KEY, writing=True)
        db.run("DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)")
        db.close()
        original(part)

    monkeypatch.setattr(snapshots, "sync_file", lose)
    with pytest.raises(ArchiveError, match="not what it holds"):
        take(path, backup_folder(path), Why.BY_HAND, KEYS)
    assert there(path) == []


def test_what_a_killed_copy_left_is_cleared_away_when_it_is_old(path: Path):
    folder = backup_folder(path)
    folder.mkdir(exist_ok=True)
    old, new = folder / ".archive-x.part", folder / ".archive-y.part"
    for each in (old, new):
        each.touch()
    os.utime(old, (0, 0))
    take(path, folder, Why.BY_HAND, KEYS)
    assert (old.exists(), new.exists()) == (False, True)


# What is in the way


def test_where_there_is_no_archive_there_is_no_backup_either(tmp_path: Path):
    with pytest.raises(NoArchive):
        take(tmp_path / "none.db", tmp_path / "b", Why.BY_HAND, KEYS)
    with pytest.raises(NoArchive):
        verify(tmp_path / "none.db", KEYS)
    assert not (tmp_path / "none.db").exists()


def test_a_strange_file_is_said(tmp_path: Path):
    strange, other = tmp_path / "letter.txt", tmp_path / "birds.db"
    strange.write_bytes(b"Dear Sir, " * 999)
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE birds (name)")
    db.commit()
    db.close()
    for path, words in ((strange, "no archive of Clerkapp"), (other, "not an archive")):
        before = path.read_bytes()
        with pytest.raises(ArchiveError, match=words):
            verify(path, KEYS)
        with pytest.raises(ArchiveError):
            take(path, tmp_path / "b", Why.BY_HAND, KEYS)
        assert path.read_bytes() == before


def test_a_later_release_is_said(path: Path):
    db = Connection(path, KEY, writing=True)
    db.run("PRAGMA user_version=999")
    db.close()
    for act in (
        lambda each: verify(each, KEYS),
        lambda each: take(each, backup_folder(each), Why.CLOSE, KEYS),
    ):
        with pytest.raises(ArchiveTooNew):
            act(path)
    assert there(path) == []


def test_a_folder_that_cannot_be_had_is_said(path: Path, tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="no backup could be made in"):
        take(path, tmp_path / "file", Why.BY_HAND, KEYS)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MiB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_said_and_nothing_is_left(path: Path, small_disk: Path):
    (small_disk / "ballast").write_bytes(bytes(2 * 1024 * 1024 - 16 * 1024))
    with pytest.raises(ArchiveError, match="the disk is full"):
        take(path, small_disk / "b", Why.BY_HAND, KEYS)
    assert list((small_disk / "b").iterdir()) == []
    (small_disk / "ballast").unlink()
    assert verify(take(path, small_disk / "b", Why.BY_HAND, KEYS), KEYS).faults == ()


def test_a_folder_that_may_only_be_read_is_said(path: Path, small_disk: Path):
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(ArchiveError, match=f"no backup could be made in {small_disk}"):
        take(path, small_disk / "b", Why.BY_HAND, KEYS)
    with pytest.raises(ArchiveError, match="no backup could be made"):
        take(path, small_disk, Why.BY_HAND, KEYS)


def test_an_archive_on_a_disk_that_may_only_be_read_is_said(path: Path, small_disk: Path):
    there = small_disk / "archive.db"
    there.write_bytes(path.read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(ArchiveError, match="cannot be"):
        take(there, path.parent / "b", Why.BY_HAND, KEYS)


# When


def test_closing_makes_a_backup_if_something_has_changed(path: Path):
    with Archive(path, KEYS):
        pass
    assert len(there(path)) == 1  # what there was had none
    with Archive(path, KEYS):
        pass
    assert len(there(path)) == 1
    with Archive(path, KEYS) as archive:
        archive.add(copied(brookmere(), new_id))
    assert len(there(path)) == 2
    with Archive(path, KEYS) as archive:
        archive.remove(brookmere().id)
    assert len(there(path)) == 3
    assert [read_name(each).why for each in there(path)] == [Why.CLOSE] * 3
    assert verify(there(path)[-1], KEYS).meetings == 2


def test_what_a_crash_left_is_backed_up_at_the_next_close(path: Path):
    with Archive(path, KEYS):
        pass
    program = (
        "import sys, os; from pathlib import Path; from meetings import brookmere\n"
        "from own_keys import KEYS\n"
        "from clerkapp.archive.archive import Archive\n"
        "from clerkapp.meeting.copying import copied\n"
        "from clerkapp.meeting.ids import new_id\n"
        "Archive(Path(sys.argv[1]), KEYS).add(copied(brookmere(), new_id)); os._exit(1)"
    )
    time.sleep(0.05)
    assert subprocess.call([sys.executable, "-c", program, str(path)]) == 1
    assert path.with_name("archive.db-wal").stat().st_size > 0
    with Archive(path, KEYS) as archive:
        archive._backups.wait()
        assert archive.trouble == ""
    assert len(there(path)) == 2
    assert verify(there(path)[-1], KEYS).meetings == 3


def test_once_a_day_if_something_has_changed(path: Path):
    with Archive(path, KEYS) as archive:
        made: list[list[Path]] = []
        for hours in (0, 1, 23, 25, 99):
            archive.snapshot_if_due(NOW + dt.timedelta(hours=hours))
            archive._backups.wait()
            made.append(there(path))
            if hours == 0:
                archive.add(copied(brookmere(), new_id))
        assert archive.trouble == ""
    first, later = made[0], made[3]
    assert [read_name(each).why for each in (*first, *later)] == [Why.DAILY, Why.DAILY]
    assert made == [first, first, first, later, later]  # the last of a day is kept
    assert there(path) == later
    assert verify(later[0], KEYS).meetings == 3


def test_a_backup_on_its_thread_keeps_nobody_waiting(path: Path, monkeypatch: pytest.MonkeyPatch):
    gate = threading.Event()
    original = snapshots._compare

    def slow(*arguments: object) -> None:
        gate.wait(5)
        original(*arguments)

    monkeypatch.setattr(snapshots, "_compare", slow)
    with Archive(path, KEYS) as archive:
        archive.snapshot_if_due(NOW)
        archive.snapshot_if_due(NOW + dt.timedelta(days=9))  # one at a time
        start = time.perf_counter()
        archive.add(copied(brookmere(), new_id))
        assert time.perf_counter() - start < 2
        gate.set()
    assert [read_name(each).why for each in there(path)] == [Why.CLOSE]  # the last of the day
    assert verify(there(path)[-1], KEYS).meetings == 3


def test_a_backup_that_fails_is_told_and_not_tried_again_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    tried: list[Path] = []

    def fail(archive: Path, *_: object) -> Path:
        tried.append(archive)
        raise ArchiveError("the disk is full")

    monkeypatch.setattr(backups, "take", fail)
    with Archive(path, KEYS) as archive:
        for minutes in (0, 1, 59, 61):
            archive.snapshot_if_due(NOW + dt.timedelta(minutes=minutes))
            archive._backups.wait()
        assert len(tried) == 2
        assert archive.trouble == "No backup was made: the disk is full"
    assert len(tried) == 3
    monkeypatch.undo()
    with Archive(path, KEYS) as archive:
        pass
    assert archive.trouble == ""
    assert len(there(path)) == 1


def test_two_archives_in_one_folder_keep_their_backups_apart(tmp_path: Path):
    for name in ("board.db", "board-2.db", "board.db"):
        with Archive(tmp_path / name, KEYS) as archive:
            archive.add(copied(brookmere(), new_id))
    stems = [read_name(each).stem for each in there(tmp_path / "board.db")]
    assert sorted(stems) == ["board", "board", "board-2"]
    assert len(snapshots.snapshots(tmp_path / "board.db", tmp_path / "backups")) == 2


def test_rotation_deletes_only_backups_of_this_archive(path: Path):
    folder = backup_folder(path)
    made = [take(path, folder, Why.CLOSE, KEYS) for _ in range(12)]
    for name in ("letter.txt", "other-2020-01-01T000000.000000Z-close-0000000000000000.db"):
        (folder / name).touch()
    rotate(path, made[-1])
    assert len(there(path)) == 10 + 2
    assert set(made[2:]) <= set(there(path))


# The drill


@pytest.mark.parametrize("seed", range(100))
def test_a_backup_with_a_byte_that_changed_is_never_called_well(path: Path, seed: int):
    made = take(path, backup_folder(path), Why.BY_HAND, KEYS)
    flipped(made, seed)
    with suppress(ArchiveError):
        assert verify(made, KEYS).faults


@pytest.mark.parametrize("seed", range(100))
def test_an_archive_with_a_byte_that_changed_never_harms_a_good_backup(path: Path, seed: int):
    good = take(path, backup_folder(path), Why.CLOSE, KEYS)
    whole, before = good.read_bytes(), content(path)
    flipped(path, seed)
    try:
        found = verify(path, KEYS)
    except ArchiveError:
        found = None
    if found and not found.faults:
        readable = content(path)
        assert [each.id for each in readable] == [each.id for each in before]
        entries = sum(len(item.entries) for each in readable for item in each.items)
        assert (found.meetings, found.entries) == (len(readable), entries)
        assert entries == sum(len(item.entries) for each in before for item in each.items)
    try:
        made = take(path, backup_folder(path), Why.CLOSE, KEYS)
        rotate(path, made)
        assert verify(made, KEYS).meetings >= 0
    except ArchiveError:
        assert there(path) == [good]
    with suppress(ArchiveError), Archive(path, KEYS):
        pass
    assert good.read_bytes() == whole
    assert verify(good, KEYS).faults == ()


def test_a_damaged_archive_makes_no_backup_rotates_none_and_says_so(path: Path):
    folder = backup_folder(path)
    good = [take(path, folder, Why.CLOSE, KEYS) for _ in range(12)]
    data = bytearray(path.read_bytes())
    data[4096 * 6 : 4096 * 7] = os.urandom(4096)
    path.write_bytes(data)
    os.utime(path, times=(time.time() + 1,) * 2)
    with pytest.raises(ArchiveDamaged, match="damaged"):
        take(path, folder, Why.CLOSE, KEYS)
    with Archive(path, KEYS) as archive:
        archive._backups.wait()
        assert archive.trouble.startswith("The archive is damaged")
        archive._backups.note_change()
    assert archive.trouble.startswith("No backup was made: ")
    assert "damaged" in archive.trouble
    assert there(path) == good
    assert verify(path, KEYS).faults


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_killed_backup_leaves_the_archive_whole_and_no_half_file_under_a_name(path: Path):
    before, chance = content(path), random.Random(1)
    made = 0
    for _ in range(15):
        command = [sys.executable, str(WORK), "snapshot", str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as work:
            assert work.stdout.readline() == b"start\n"
            time.sleep(chance.uniform(0, 0.08))
            work.send_signal(signal.SIGKILL)
            assert work.stderr.read() == b""
        named = [each for each in there(path) if read_name(each)]
        made += len(named)
        assert [each for each in there(path) if not read_name(each) and each.suffix == ".db"] == []
        for each in named:
            assert verify(each, KEYS).faults == ()
            assert content(each) == before
        assert content(path) == before
    assert made


def test_a_share_that_synchronises_no_folders_can_hold_backups(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    original = os.fsync

    def files_alone(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        original(handle)

    monkeypatch.setattr(os, "fsync", files_alone)
    assert verify(take(path, tmp_path / "share", Why.BY_HAND, KEYS), KEYS).faults == ()
