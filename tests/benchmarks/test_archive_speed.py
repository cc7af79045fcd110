"""A save from the key to the acknowledgement, and opening, with little and with much kept."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from big_archive import big_archive
from measured import percentile, print_budget, print_row, taken, timed_once
from own_keys import KEYS
from pytest_benchmark.fixture import BenchmarkFixture

from clerkapp.archive.archive import Archive
from clerkapp.archive.changes import ChangeLog
from clerkapp.archive.driver import Connection, Parameters, Row
from clerkapp.archive.files import sync_file
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, take
from clerkapp.archive.store import load, save
from clerkapp.archive.writer import NotSaved, Saved
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.edits import set_text
from clerkapp.meeting.meeting import Meeting, entries_of

SAVES = 300
OPEN_BUDGET = 20.0  # ms
PLAIN_WORDS = "Members asked about a key."
FEW_SAVES = 20  # fewer than fill the log, which is then folded into the file


@pytest.fixture(scope="module", params=[100, 10_000, 500_000], ids=lambda n: f"{n:,}")
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """The path of an archive with so many entries, the number, and its last meeting."""
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    return path, request.param, big_archive(path, request.param)


class Typist:
    """Changes the last entry of one meeting, and waits until that is on the disk."""

    def __init__(self, archive: Archive, meeting: Meeting) -> None:
        *_, (_, entry) = entries_of(meeting)
        self._change = partial(set_text, entry_id=entry.id)
        self._session = MeetingSession(meeting, archive.keep)
        self._keys = count()
        self._saved = threading.Event()
        archive.listen(self._hear)

    def _hear(self, told: Saved | NotSaved) -> None:
        assert isinstance(told, Saved)
        self._saved.set()

    def type_a_key(self) -> None:
        words = f"Members asked about key {next(self._keys)}."
        self._saved.clear()
        self._session.apply(partial(self._change, text=words), "typing")
        assert self._saved.wait(10)


class Appended:
    """A file to which the same number of bytes is written and synchronised each time."""

    def __init__(self, path: Path, size: int) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._data = os.urandom(size)

    def write(self) -> None:
        os.write(self._handle, self._data)
        os.fsync(self._handle)

    def close(self) -> None:
        os.close(self._handle)


@pytest.fixture
def floor(kept: tuple[Path, int, Meeting]) -> Iterator[Appended]:
    """A file beside the archive, to be given as many bytes as a save puts on the disk."""
    path, _, meeting = kept
    with Archive(path, KEYS) as archive:
        typist, log = Typist(archive, meeting), path.with_name(f"{path.name}-wal")
        typist.type_a_key()
        before = log.stat().st_size
        for _ in range(FEW_SAVES):
            typist.type_a_key()
        size = (log.stat().st_size - before) // FEW_SAVES
    appended = Appended(path.with_name("floor"), size)
    yield appended
    appended.close()


class PlainSqlite:
    """The same statements as a save, on an archive of the same content that is not encrypted."""

    def __init__(self, path: Path, meeting: Meeting) -> None:
        self._db = Connection(path, None, writing=True)
        *_, (_, entry) = entries_of(meeting)
        self._statements: list[tuple[str, Parameters]] = []
        self._keys = count()
        stored = load(self._db, meeting.id)
        log = ChangeLog(self._db)
        self._db.run("BEGIN IMMEDIATE")
        stored = save(self._db, log, stored, set_text(meeting, entry.id, "Members asked."))
        self._run, self._rows = self._db.run, self._db.rows
        self._db.run, self._db.rows = self._note_run, self._note_rows
        assert stored.meeting
        save(self._db, log, stored, set_text(stored.meeting, entry.id, PLAIN_WORDS))
        self._run("COMMIT")

    def _note_run(self, sql: str, parameters: Parameters = ()) -> None:
        self._statements.append((sql, parameters))
        self._run(sql, parameters)

    def _note_rows(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        self._statements.append((sql, parameters))
        return self._rows(sql, parameters)

    def save(self) -> None:
        """Runs the statements of one key, with words that differ from the last."""
        words, execute = f"Members asked about key {next(self._keys)}.", self._db.raw.execute
        execute("BEGIN IMMEDIATE")
        for sql, parameters in self._statements:
            execute(sql, _with_words(parameters, words)).fetchall()
        execute("COMMIT")

    def close(self) -> None:
        """Gives the file up."""
        self._db.close()


def _with_words(parameters: Parameters, words: str) -> Parameters:
    if isinstance(parameters, dict):
        return {name: words if value == PLAIN_WORDS else value
                for name, value in parameters.items()}  # fmt: skip
    return [words if value == PLAIN_WORDS else value for value in parameters]


def unencrypted(path: Path) -> Path:
    """A copy of the archive that is not encrypted."""
    target = path.with_name("plain.db")
    with closing(Connection(path, KEYS[0], writing=True)) as db:
        db.run("ATTACH ? AS plain KEY ''", [str(target)])
        db.number("SELECT sqlcipher_export('plain')")
        db.run("DETACH plain")
    return target


def test_a_save_from_the_key_to_the_acknowledgement(
    benchmark: BenchmarkFixture, kept: tuple[Path, int, Meeting], floor: Appended
):
    path, entries, meeting = kept
    with Archive(path, KEYS) as archive:
        meeting = archive.read(meeting.id)
        plain = PlainSqlite(unencrypted(path), meeting)
        typist, peer, bare = Typist(archive, meeting), list[float](), list[float]()

        def others() -> None:
            """One after the other, so that whatever slows one slows all."""
            peer.extend(timed_once(plain.save))
            bare.extend(timed_once(floor.write))

        benchmark.pedantic(typist.type_a_key, setup=others, rounds=SAVES, warmup_rounds=5)
        plain.close()
    durations = benchmark.stats.stats.data
    print_row(f"a save, {entries:,} entries kept", durations, "write and fsync", bare)
    print_row("  the same beside plain SQLite", durations, "the same statements", peer)
    print_row("  the same statements, not encrypted", peer)
    print_row("  write and fsync of the same bytes", bare)
    ratio = percentile(durations, 0.99) / percentile(bare, 0.99)
    print_budget("p99 of a save to p99 of write and fsync", ratio, 2.0, "×")


def test_opening(benchmark: BenchmarkFixture, kept: tuple[Path, int, Meeting]):
    path, entries, _ = kept
    opened: list[Archive] = []

    def close() -> None:
        while opened:
            opened.pop().close()

    benchmark.pedantic(
        lambda: opened.append(Archive(path, KEYS)), teardown=close, rounds=20, warmup_rounds=1
    )
    print_row(f"opening, {entries:,} entries kept", benchmark.stats.stats.data)
    slowest = percentile(benchmark.stats.stats.data, 0.99) * 1000
    print_budget("p99, the keyring left out", slowest, OPEN_BUDGET, "ms")


def test_reading_a_meeting(benchmark: BenchmarkFixture, kept: tuple[Path, int, Meeting]):
    path, entries, meeting = kept
    with Archive(path, KEYS) as archive:
        durations = taken(benchmark, partial(archive.read, meeting.id), 20)
    held = sum(1 for _ in entries_of(meeting))
    print_row(f"a meeting of {held}, {entries:,} entries kept", durations)


def test_a_backup(benchmark: BenchmarkFixture, kept: tuple[Path, int, Meeting]):
    path, entries, _ = kept
    folder, copies = backup_folder(path), list[float]()

    def copy() -> None:
        target = path.with_name("copy")
        shutil.copyfile(path, target)
        sync_file(target)
        target.unlink()

    benchmark.pedantic(
        lambda: take(path, folder, Why.CLOSE, KEYS),
        setup=lambda: copies.extend(timed_once(copy)),
        rounds=3,
    )
    size = path.stat().st_size / 2**20
    name = f"a backup of {entries:,} entries, {size:.0f} MiB"
    print_row(name, benchmark.stats.stats.data, "copy, fsync", copies)
