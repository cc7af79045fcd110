"""Restoring: what it would change, whole or not at all, and never beside the log of another."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEY, KEYS
from test_snapshots import WORK, content, flipped, there

from clerkapp.archive import restoring
from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.changes import ChangeLog
from clerkapp.archive.driver import Connection
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.restoring import is_interrupted, preview, restore
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, take
from clerkapp.archive.store import load, save
from clerkapp.archive.verifying import verify
from clerkapp.errors import ArchiveDamaged, ArchiveError, ArchiveLocked, ArchiveTooNew, NoArchive
from clerkapp.meeting import edits
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting


class Drill:
    """An archive, and a backup of what it was before it was changed."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "archive.db"
        self.same = copied(brookmere(), new_id)
        self.changed = copied(brookmere(), new_id)
        self.gone = copied(brookmere(), new_id)
        self.new = Meeting(new_id(), replace(brookmere().heading, date=None))
        with Archive(self.path, KEYS) as archive:
            for meeting in (self.same, self.changed, self.gone):
                archive.add(meeting)
        self.backup = take(self.path, backup_folder(self.path), Why.BY_HAND, KEYS)
        self.then = content(self.path)
        with Archive(self.path, KEYS) as archive:
            archive.add(edits.remove_entry(self.changed, self.changed.items[1].entries[0].id))
            archive.remove(self.gone.id)
            archive.add(self.new)
        self.now = content(self.path)


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path / "a")


def cut_short(path: Path) -> None:
    """Saves something and leaves it in the log, as a crash would."""
    db = Connection(path, KEY, writing=True)
    db.run("PRAGMA wal_autocheckpoint=0")
    log = ChangeLog(db)
    for each in list(db.rows("SELECT id FROM meeting WHERE NOT deleted")):
        stored = load(db, str(each["id"]))
        heading = replace(stored.meeting.heading, place="only in the log")
        save(db, log, stored, replace(stored.meeting, heading=heading))
    for ending in ("-wal", "-shm"):
        shutil.copy(f"{path}{ending}", f"{path}{ending}.kept")
    db.close()
    for ending in ("-wal", "-shm"):
        Path(f"{path}{ending}.kept").replace(f"{path}{ending}")


def test_the_preview_says_what_comes_back_goes_and_differs_and_changes_nothing(drill: Drill):
    before = drill.path.read_bytes()
    seen = preview(drill.path, drill.backup, KEYS)
    now = {each.id: each for each in drill.now}
    assert (seen.same, seen.trouble) == (1, "")
    found = {(each.now, each.then) for each in seen.differences}
    assert found == {
        (now[drill.changed.id], drill.changed), (None, drill.gone), (drill.new, None),
    }  # fmt: skip
    assert seen.differences[-1].now == drill.new  # those without a date come last
    assert drill.path.read_bytes() == before


def test_a_restored_archive_is_that_of_the_backup_and_what_it_replaced_is_kept(drill: Drill):
    aside = restore(drill.path, drill.backup, KEYS)
    assert content(drill.path) == drill.then
    assert aside.parent == backup_folder(drill.path)
    assert content(aside / "archive.db") == drill.now
    assert not is_interrupted(drill.path)
    assert preview(drill.path, drill.backup, KEYS).differences == ()
    with Archive(drill.path, KEYS) as archive:
        archive.add(copied(brookmere(), new_id))
    assert len(content(drill.path)) == 4


def test_what_was_in_the_log_goes_aside_with_its_file_and_not_into_the_restored_one(drill: Drill):
    cut_short(drill.path)
    log = drill.path.with_name("archive.db-wal")
    assert log.stat().st_size > 0
    aside = restore(drill.path, drill.backup, KEYS)
    assert not log.exists()
    assert content(drill.path) == drill.then
    with Archive(drill.path, KEYS):
        pass
    assert content(drill.path) == drill.then
    assert {each.heading.place for each in content(aside / "archive.db")} == {"only in the log"}


def test_a_file_put_beside_the_log_of_another_is_the_trap_that_this_avoids(drill: Drill):
    cut_short(drill.path)
    shutil.copy(drill.backup, drill.path)
    try:
        with Archive(drill.path, KEYS):
            pass
        trapped = verify(drill.path, KEYS).faults or content(drill.path) != drill.then
    except ArchiveDamaged:
        trapped = True
    assert trapped


def test_a_damaged_archive_is_replaced_though_it_cannot_be_compared(drill: Drill):
    drill.path.write_bytes(b"no longer a database" * 999)
    seen = preview(drill.path, drill.backup, KEYS)
    assert "cannot be read" in seen.trouble
    assert len(seen.differences) == 3
    aside = restore(drill.path, drill.backup, KEYS)
    assert content(drill.path) == drill.then
    assert (aside / "archive.db").read_bytes().startswith(b"no longer")


def test_where_there_is_no_archive_the_backup_becomes_one(drill: Drill, tmp_path: Path):
    target = tmp_path / "new" / "archive.db"
    assert len(preview(target, drill.backup, KEYS).differences) == 3
    assert restore(target, drill.backup, KEYS) is None
    assert content(target) == drill.then
    assert list(backup_folder(target).iterdir()) == []


def test_an_archive_that_is_open_is_not_replaced(drill: Drill):
    with Archive(drill.path, KEYS), pytest.raises(ArchiveLocked):
        restore(drill.path, drill.backup, KEYS)
    assert content(drill.path) == drill.now


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_backup_is_refused(drill: Drill, seed: int):
    flipped(drill.backup, seed)
    for act in (preview, restore):
        with pytest.raises(ArchiveError):
            act(drill.path, drill.backup, KEYS)
    assert content(drill.path) == drill.now


def test_a_damaged_backup_under_another_name_is_refused_too(drill: Drill):
    data = bytearray(drill.backup.read_bytes())
    data[4096 * 5 : 4096 * 6] = bytes(4096)
    other = drill.path.with_name("mine.db")
    other.write_bytes(data)
    with pytest.raises(ArchiveDamaged, match="was not restored"):
        restore(drill.path, other, KEYS)


def test_what_is_no_backup_is_said(drill: Drill, tmp_path: Path):
    strange = tmp_path / "letter.txt"
    strange.write_bytes(b"Dear Sir, " * 999)
    newer = tmp_path / "newer.db"
    shutil.copy(drill.backup, newer)
    db = Connection(newer, KEY, writing=True)
    db.run("PRAGMA user_version=999")
    db.close()
    for path, error in (
        (strange, ArchiveError), (newer, ArchiveTooNew), (tmp_path / "none", NoArchive),
        (tmp_path, NoArchive), (drill.path, ArchiveError),
    ):  # fmt: skip
        for act in (preview, restore):
            with pytest.raises(error):
                act(drill.path, path, KEYS)
    assert content(drill.path) == drill.now


@pytest.mark.parametrize("fails_at", ["replace", "verify"])
def test_when_it_goes_wrong_the_old_files_are_back(
    drill: Drill, monkeypatch: pytest.MonkeyPatch, fails_at: str
):
    cut_short(drill.path)
    before = {each: Path(f"{drill.path}{each}").read_bytes() for each in ("", "-wal")}
    original, seen = verify, []

    def not_well(path: Path, keys: Keys):
        found = original(path, keys)
        seen.append(path)
        return replace(found, faults=("a page is gone",)) if path == drill.path else found

    def no_room(self: Path, target: Path) -> Path:
        if target == drill.path and self.suffix == ".part":
            raise OSError(28, "No space left on device", str(target))
        return renamed(self, target)

    renamed = Path.replace
    if fails_at == "verify":
        monkeypatch.setattr(restoring, "verify", not_well)
    else:
        monkeypatch.setattr(Path, "replace", no_room)
    with pytest.raises(ArchiveError, match=r"a page is gone|the disk is full"):
        restore(drill.path, drill.backup, KEYS)
    assert {each: Path(f"{drill.path}{each}").read_bytes() for each in before} == before
    assert not is_interrupted(drill.path)
    assert not list(backup_folder(drill.path).glob("replaced-*"))


def test_a_reader_does_not_take_a_restore_that_was_cut_short_for_no_archive(drill: Drill):
    restoring._write_note(drill.path, backup_folder(drill.path) / "replaced-x", [""])
    with pytest.raises(ArchiveError, match="cut short"):
        ArchiveReader(drill.path, KEYS)
    with Archive(drill.path, KEYS):
        pass
    assert content(drill.path) == drill.now


def test_a_note_that_cannot_be_read_is_said(drill: Drill):
    drill.path.with_name("archive.db.restoring").write_text("{")
    with pytest.raises(ArchiveError, match="cannot be put back"):
        Archive(drill.path, KEYS)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_restore_that_is_killed_at_any_step_is_undone_or_done(drill: Drill):
    cut_short(drill.path)
    kept = {each: Path(f"{drill.path}{each}").read_bytes() for each in ("", "-wal")}
    logged = content(drill.path)
    assert logged != drill.now
    outcomes = []
    for step in range(40):
        for ending in ("", "-wal", "-shm"):
            Path(f"{drill.path}{ending}").unlink(missing_ok=True)
        for ending, data in kept.items():
            Path(f"{drill.path}{ending}").write_bytes(data)
        command = [sys.executable, str(WORK), "step", str(step), drill.path, drill.backup]
        status = subprocess.call(command, stdout=subprocess.DEVNULL)
        with Archive(drill.path, KEYS):
            pass
        assert verify(drill.path, KEYS).faults == ()
        outcomes.append(content(drill.path) == drill.then)
        assert outcomes[-1] or content(drill.path) == logged
        if status == 0:
            break
        assert status == -signal.SIGKILL
    assert outcomes == sorted(outcomes)
    assert outcomes.count(False) > 12
    assert outcomes[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_restores_that_are_killed_at_any_moment_leave_one_whole_archive(drill: Drill):
    other = take(drill.path, backup_folder(drill.path), Why.BY_HAND, KEYS)
    chance, seen = random.Random(2), set()
    for n in range(60):
        command = [sys.executable, str(WORK), "restore", drill.path, drill.backup, other]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as work:
            assert work.stdout.readline() == b"start\n"
            time.sleep(chance.uniform(0, 0.12 * (1 + n / 10)))  # on a busy machine all takes longer
            work.send_signal(signal.SIGKILL)
            assert work.stderr.read() == b""
        with Archive(drill.path, KEYS) as archive:
            archive._backups.wait()
            assert archive.trouble == ""
        assert verify(drill.path, KEYS).faults == ()
        held = content(drill.path)
        assert held in (drill.then, drill.now)
        seen.add(held == drill.then)
        for each in there(drill.path):
            assert each.suffix == ".part" or verify(each, KEYS).faults == ()
        if n >= 14 and len(seen) == 2:
            break
    assert len(seen) == 2
