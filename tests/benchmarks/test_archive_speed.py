"""A save from the key to the acknowledgement, and opening, with little and with much kept."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from long_meetings import meeting_with
from measured import print_row, taken, timed
from own_keys import KEYS
from pytest_benchmark.fixture import BenchmarkFixture

from clerkapp.archive.archive import Archive
from clerkapp.archive.writer import NotSaved, Saved
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.edits import set_text
from clerkapp.meeting.meeting import Meeting, entries_of

ENTRIES_A_MEETING = 500
SAVES = 300
FEW_SAVES = 20  # fewer than fill the log, which is then folded into the file


@pytest.fixture(scope="module", params=[100, 10_000, 100_000], ids=lambda n: f"{n:,}")
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """The path of an archive with so many entries, the number, and its last meeting."""
    entries: int = request.param
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    meeting = Meeting("")
    with Archive(path, KEYS) as archive:
        for start in range(0, entries, ENTRIES_A_MEETING):
            meeting = meeting_with(min(ENTRIES_A_MEETING, entries - start))
            archive.add(meeting)
    return path, entries, meeting


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


def test_a_save_from_the_key_to_the_acknowledgement(
    benchmark: BenchmarkFixture, kept: tuple[Path, int, Meeting], floor: Appended
):
    path, entries, meeting = kept
    with Archive(path, KEYS) as archive:
        typist = Typist(archive, archive.read(meeting.id))
        durations = taken(benchmark, typist.type_a_key, SAVES)
    beside = timed(floor.write, SAVES)
    print_row(f"a save, {entries:,} entries kept", durations, "write and fsync", beside)


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


def test_reading_a_meeting(benchmark: BenchmarkFixture, kept: tuple[Path, int, Meeting]):
    path, entries, meeting = kept
    with Archive(path, KEYS) as archive:
        durations = taken(benchmark, partial(archive.read, meeting.id), 20)
    held = sum(1 for _ in entries_of(meeting))
    print_row(f"a meeting of {held}, {entries:,} entries kept", durations)
