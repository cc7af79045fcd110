"""A backup, its check, and closing with and without one, beside copying the same bytes."""

import os
import shutil
import threading
from functools import partial
from pathlib import Path

import pytest
from big_archive import ENTRIES_A_MEETING
from long_meetings import meeting_with
from measured import print_budget, print_row, taken, timed
from own_keys import KEYS
from pytest_benchmark.fixture import BenchmarkFixture
from test_archive_speed import Typist

from clerkapp.archive.archive import Archive
from clerkapp.archive.backups import Backups
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, rotate, take
from clerkapp.archive.verifying import verify
from clerkapp.meeting.meeting import Meeting

ROUNDS = 10
SAVES = 200
SAVE_BUDGET = 100  # ms, a save while a backup is made


@pytest.fixture(scope="module", params=[500, 100_000], ids=lambda n: f"{n:,}")
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """The path of an archive with so many entries, the number, and its last meeting."""
    entries: int = request.param
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    meeting = Meeting("")
    with Archive(path, KEYS) as archive:
        for _ in range(0, entries, ENTRIES_A_MEETING):
            meeting = meeting_with(ENTRIES_A_MEETING)
            archive.add(meeting)
    return path, entries, meeting


def copy(path: Path) -> None:
    """Copies a file beside it and synchronises the copy: what no backup can do without."""
    target = path.with_name("floor")
    shutil.copyfile(path, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    target.unlink()


def snapshot(path: Path) -> Path:
    made = take(path, backup_folder(path), Why.CLOSE, KEYS)
    rotate(path, made)
    return made


def test_a_backup(benchmark: BenchmarkFixture, kept: tuple[Path, int, Meeting]):
    path, entries, _ = kept
    durations = taken(benchmark, partial(snapshot, path), ROUNDS)
    beside = timed(partial(copy, path), ROUNDS)
    size = path.stat().st_size / 2**20
    print_row(f"a backup of {entries:,} entries, {size:.1f} MiB", durations, "copy, fsync", beside)


def test_verifying(benchmark: BenchmarkFixture, kept: tuple[Path, int, Meeting]):
    path, entries, _ = kept
    made = snapshot(path)
    durations = taken(benchmark, partial(verify, made), ROUNDS)
    print_row(
        f"verifying {entries:,} entries", durations, "copy, fsync", timed(partial(copy, path), 10)
    )


@pytest.mark.parametrize("backs_up", [False, True], ids=["without", "with"])
def test_closing(
    benchmark: BenchmarkFixture,
    kept: tuple[Path, int, Meeting],
    monkeypatch: pytest.MonkeyPatch,
    backs_up: bool,
):
    path, entries, meeting = kept
    if not backs_up:
        monkeypatch.setattr(Backups, "close", Backups.wait)

    def opened() -> tuple[tuple[Archive], dict[str, object]]:
        archive = Archive(path, KEYS)
        Typist(archive, meeting).type_a_key()
        return (archive,), {}

    benchmark.pedantic(Archive.close, setup=opened, rounds=ROUNDS, warmup_rounds=1)
    name = f"closing {'with' if backs_up else 'without'} a backup, {entries:,} entries"
    print_row(name, benchmark.stats.stats.data, "copy, fsync", timed(partial(copy, path), ROUNDS))


def test_a_save_while_backups_are_made(
    benchmark: BenchmarkFixture, kept: tuple[Path, int, Meeting]
):
    path, entries, meeting = kept
    stop, made = threading.Event(), []

    def back_up() -> None:
        while not stop.is_set():
            made.append(snapshot(path))

    with Archive(path, KEYS) as archive:
        typist = Typist(archive, meeting)
        alone = timed(typist.type_a_key, SAVES)
        thread = threading.Thread(target=back_up)
        thread.start()
        durations = taken(benchmark, typist.type_a_key, SAVES)
        stop.set()
        thread.join()
    print_row(f"a save while {len(made)} backups are made, {entries:,}", durations, "alone", alone)
    print_budget("the slowest", max(durations) * 1000, SAVE_BUDGET, "ms")
