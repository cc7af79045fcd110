"""The clock of the computer set back or ahead: changes keep their order, backups their dates."""

import datetime as dt
import time
from pathlib import Path

import pytest
from meetings import brookmere
from own_keys import KEYS

from clerkapp.archive.archive import Archive
from clerkapp.archive.backups import Backups
from clerkapp.archive.clock import HybridClock
from clerkapp.archive.history import changes_of, wordings_of
from clerkapp.archive.rotation import SnapshotName, Why
from clerkapp.archive.snapshots import backup_folder, snapshots
from clerkapp.meeting import edits

ENTRY = brookmere().items[0].entries[0].id
HOUR, YEAR = 3600, 365 * 86400


def named_backup(archive: Path, at: dt.datetime) -> Path:
    """A file with the name of a backup made then."""
    folder = backup_folder(archive)
    folder.mkdir(exist_ok=True)
    path = folder / str(SnapshotName(archive.stem, at, Why.CLOSE, "0" * 16))
    path.touch()
    return path


@pytest.mark.parametrize("back", [HOUR, YEAR])
def test_changes_stay_in_order_when_the_clock_is_set_back(
    back: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    real, meeting = time.time_ns, brookmere()
    expected = [meeting.items[0].entries[0].text]
    for n, seconds in enumerate((0, back, 2 * back)):  # closed and opened again in between
        monkeypatch.setattr(time, "time_ns", lambda seconds=seconds: real() - seconds * 10**9)
        with Archive(tmp_path / "a.db", KEYS) as archive:
            if n == 0:
                archive.add(meeting)
            for words in (f"wording {n}", f"wording {n} again"):
                meeting = edits.set_text(meeting, ENTRY, words)
                archive.add(meeting)
            expected.append(f"wording {n} again")
    with Archive(tmp_path / "a.db", KEYS) as archive:
        assert [each.text for each in wordings_of(archive, ENTRY)] == expected
        clocks = [str(row["clock"]) for row in archive.rows("SELECT clock FROM change ORDER BY id")]
        assert len(set(clocks)) == len(clocks)
        assert next(iter(changes_of(archive, meeting.id))).field == "*"


def test_a_clock_that_stays_back_for_long_still_sorts():
    clock = HybridClock("000000000000004.999998", lambda: 3)
    readings = [clock.next() for _ in range(3)]
    assert readings == sorted(readings)
    assert readings[-1] == "000000000000005.000001"


def test_a_backup_of_a_clock_that_was_ahead_keeps_no_other_from_being_made(tmp_path: Path):
    path = tmp_path / "a.db"
    Archive(path, KEYS).close()
    for each in snapshots(path, backup_folder(path)).values():
        each.unlink()
    ahead = named_backup(path, dt.datetime.now(dt.UTC) + dt.timedelta(days=3650))
    with Archive(path, KEYS) as archive:
        archive.add(brookmere())
        archive.snapshot_if_due(dt.datetime.now(dt.UTC))
        archive._backups.wait()
        made = snapshots(path, backup_folder(path))
        assert [name.why for name in made] == [Why.DAILY, Why.CLOSE]
    assert ahead.exists()


def test_a_clock_set_back_puts_no_backup_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(brookmere())
    backups = Backups(tmp_path / "a.db", KEYS)
    taken: list[Why] = []
    monkeypatch.setattr(backups, "_snapshot", taken.append)
    now = dt.datetime.now(dt.UTC)
    for then in (now, now - dt.timedelta(days=400), now - dt.timedelta(days=400)):
        backups.note_change()
        backups.snapshot_if_due(then)
        backups.wait()
    assert len(taken) == 1  # after the clock was set back, and not again at once


def test_a_year_of_a_clock_ahead_leaves_what_is_rightly_dated(tmp_path: Path):
    path = tmp_path / "a.db"
    Archive(path, KEYS).close()
    for each in snapshots(path, backup_folder(path)).values():
        each.unlink()
    ahead = [
        named_backup(path, dt.datetime.now(dt.UTC) + dt.timedelta(days=900 + n)) for n in range(12)
    ]
    for n in range(4):
        with Archive(path, KEYS) as archive:
            archive.add(edits.set_text(brookmere(), ENTRY, f"wording {n}"))
    right = [
        name for name in snapshots(path, backup_folder(path)) if name.at < dt.datetime.now(dt.UTC)
    ]
    assert len(right) == 4
    assert sum(each.exists() for each in ahead) >= 10
