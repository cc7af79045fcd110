"""Another process at the archive's locks: a sentence, and no word lost."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from own_keys import KEYS
from states import state

from clerkapp.archive import driver
from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.restoring import restore
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, take
from clerkapp.archive.writer import NotSaved, Saved
from clerkapp.errors import ArchiveLocked

HOLD_LOCK = """
import sys
from pathlib import Path
from clerkapp.archive.locking import locked
lock = locked(Path(sys.argv[1]))
"""
HOLD_DATABASE = """
import sys
from pathlib import Path
from own_keys import KEY
from clerkapp.archive.driver import Connection
db = Connection(Path(sys.argv[1]), KEY, writing=True)
db.run("BEGIN IMMEDIATE")
"""
UNTIL_TOLD = "print('held', flush=True)\nsys.stdin.readline()\n"


@contextmanager
def held(what: str, path: Path) -> Iterator[None]:
    """Another process holds a lock of the archive meanwhile."""
    command = [sys.executable, "-c", f"{what}{UNTIL_TOLD}", str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"held"
        try:
            yield
        finally:
            other.stdin.close()
            other.wait()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive with a meeting that nobody has open."""
    path = tmp_path / "archive.db"
    with Archive(path, KEYS) as archive:
        archive.add(state("a", 100))
    return path


def test_while_another_has_the_archive_a_sentence_says_so_and_it_can_be_read(path: Path):
    backup = take(path, backup_folder(path), Why.BY_HAND, KEYS)
    with held(HOLD_LOCK, path):
        for attempt in (lambda: Archive(path, KEYS), lambda: restore(path, backup, KEYS)):
            with pytest.raises(ArchiveLocked, match="Clerkapp is already open with the archive"):
                attempt()
        with ArchiveReader(path, KEYS) as reader:
            assert reader.read("a") == state("a", 100)
        take(path, backup_folder(path), Why.BY_HAND, KEYS)
    with Archive(path, KEYS) as archive:
        assert archive.read("a") == state("a", 100)


def test_the_lock_of_a_process_that_is_killed_is_free_at_once(path: Path):
    command = [sys.executable, "-c", f"{HOLD_LOCK}{UNTIL_TOLD}", str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"held"
        other.kill()
    Archive(path, KEYS).close()


def test_words_typed_while_another_writes_for_seconds_are_saved_when_it_is_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    soon = tuple(each.replace("5000", "100") for each in driver._ALWAYS)
    assert soon != driver._ALWAYS
    monkeypatch.setattr(driver, "_ALWAYS", soon)  # else it would wait 5 seconds before it says so
    refused, saved = threading.Event(), []
    reasons: list[str] = []

    def hear(told: Saved | NotSaved) -> None:
        if isinstance(told, Saved):
            saved.append(told.meeting)
        else:
            reasons.append(told.reason)
            refused.set()

    with Archive(path, KEYS) as archive:
        archive.listen(hear)
        with held(HOLD_DATABASE, path):
            for keys in range(101, 131):
                archive.keep(state("a", keys))
            assert refused.wait(10)
            archive.keep(state("a", 131))
            assert saved == []
            with ArchiveReader(path, KEYS) as reader:
                assert reader.read("a") == state("a", 100)
            assert archive.read("a") == state("a", 100)
        assert archive.settle()
        assert saved[-1] == state("a", 131)
        assert archive.read("a") == state("a", 131)
    assert reasons
    assert "database" not in reasons[0]


def test_a_wait_that_is_short_is_not_even_told(path: Path):
    told: list[Saved | NotSaved] = []
    with Archive(path, KEYS) as archive:
        archive.listen(told.append)
        with held(HOLD_DATABASE, path):
            archive.keep(state("a", 101))
            time.sleep(0.3)
        assert archive.settle()
    assert [type(each) for each in told] == [Saved]
