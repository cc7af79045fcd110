"""What a second drive costs a save, what a segment grows by, and how long it takes to restore."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from long_meetings import meeting_with
from measured import print_budget, print_row, taken, timed
from own_keys import KEYS
from pytest_benchmark.fixture import BenchmarkFixture
from test_archive_speed import Appended, Typist

from clerkapp.archive.archive import Archive
from clerkapp.archive.replaying import continuation
from clerkapp.archive.restoring import newest_sound, restore
from clerkapp.archive.segments import segment_paths

SAVES = 1000
ENTRIES = 500
BYTES = 600  # that a save adds to a segment, about


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def two(tmp_path: Path, stick: Path) -> Iterator[Archive]:
    """An archive of one meeting with a second drive."""
    with Archive(tmp_path / "two" / "archive.db", KEYS) as archive:
        archive.add(meeting_with(ENTRIES))
        archive.keep_second_copy(stick)
        while not segment_paths("archive", stick):  # until it has a backup, and a save after it
            assert archive.settle_second_copy(30)
            archive.add(meeting_with(1))
        yield archive


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Archive]:
    """The same without."""
    with Archive(tmp_path / "one" / "archive.db", KEYS) as archive:
        archive.add(meeting_with(ENTRIES))
        yield archive


def largest(archive: Archive) -> Typist:
    """Somebody who types into the meeting of many entries."""
    summary = max(archive.meetings(), key=lambda each: each.items)
    return Typist(archive, archive.read(summary.id))


def test_a_save_to_two_drives_beside_one_and_an_append(
    benchmark: BenchmarkFixture, one: Archive, two: Archive, stick: Path
):
    appended = Appended(stick / "floor", BYTES)
    acts: tuple[Callable[[], None], ...] = (
        largest(one).type_a_key, largest(two).type_a_key, appended.write,
    )  # fmt: skip
    durations: tuple[list[float], ...] = ([], [], [])

    def each_in_turn() -> None:
        for act, found in zip(acts, durations, strict=True):
            start = time.perf_counter()
            act()
            found.append(time.perf_counter() - start)

    before = size_of(stick)
    taken(benchmark, each_in_turn, SAVES)
    appended.close()
    alone, both, floor = durations
    print_row("a save to one drive", alone)
    print_row("a save to two drives", both, "to one", alone)
    print_row("write and fsync of as much", floor)
    print_budget("a save adds", (size_of(stick) - before) / SAVES, 1000, "bytes")


def size_of(stick: Path) -> int:
    return sum(path.stat().st_size for path in segment_paths("archive", stick))


def test_restoring_from_a_second_drive(
    benchmark: BenchmarkFixture, two: Archive, stick: Path, tmp_path: Path
):
    typist = largest(two)
    for _ in range(SAVES):
        typist.type_a_key()
    two.close()
    target = tmp_path / "again" / "archive.db"
    backup = newest_sound(target, stick, KEYS)
    print_row(f"reading {SAVES:,} saves", taken(benchmark, lambda: continuation(backup, KEYS), 5))
    alone = timed(lambda: restore(target, backup, KEYS, alone=True), 5)
    both = timed(lambda: restore(target, backup, KEYS), 5)
    print_row(f"restoring a backup and {SAVES:,} saves", both, "the backup alone", alone)
