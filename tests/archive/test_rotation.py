"""The names of backups, and which of them have had their time."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.archive.rotation import SnapshotName, Why, outlived, read_name

NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)  # a Thursday
DAY = dt.timedelta(days=1)


def named(at: dt.datetime = NOON, why: Why = Why.CLOSE, digest: str = "0" * 16) -> SnapshotName:
    return SnapshotName("archive", at, why, digest)


names = st.builds(
    named,
    st.integers(0, 8 * 365 * 86_400_000).map(lambda n: NOON - dt.timedelta(milliseconds=n)),
    st.sampled_from(Why),
)


@given(names)
def test_a_name_is_read_as_it_was_written(name: SnapshotName):
    assert read_name(Path(str(name))) == name


@given(st.lists(names))
def test_names_in_order_are_times_in_order(some: list[SnapshotName]):
    times = [each.at for each in sorted(some, key=str)]
    assert times == sorted(times)


@pytest.mark.parametrize(
    "name",
    [
        "archive.db",
        "archive-2026-03-05T120000.000000Z-close-0123.db",
        "archive-2026-13-05T120000.000000Z-close-0123456789abcdef.db",
        "archive-2026-03-05T120000.000000Z-often-0123456789abcdef.db",
        ".archive-2026-03-05T120000.000000Z-close-0123456789abcdef.db.part",
    ],
)
def test_what_is_not_a_name_of_ours_is_nobodys_backup(name: str):
    assert read_name(Path(name)) is None


def test_a_name_has_nothing_that_a_system_forbids():
    assert str(named()) == "archive-2026-03-05T120000.000000Z-close-0000000000000000.db"


@pytest.mark.parametrize(
    ("what", "there", "kept"),
    [
        ("ten closes of one day", [named(NOON - n * DAY / 100) for n in range(30)], 10),
        ("the last of 7 days", [named(NOON - n * DAY / 4, Why.DAILY) for n in range(28)], 7),
        ("7 days, 8 weeks, 12 months", [named(NOON - n * DAY, Why.DAILY) for n in range(800)], 23),
        ("months with a close a year", [named(NOON - n * 365 * DAY) for n in range(20)], 12),
        ("those by hand", [named(NOON - n * DAY, Why.BY_HAND) for n in range(99)], 99),
        ("nothing", [], 0),
    ],
)  # fmt: skip
def test_what_is_kept(what: str, there: list[SnapshotName], kept: int):
    gone = outlived(there, there[0] if there else None)
    assert len(set(there) - gone) == kept, what


def test_of_one_day_the_last_is_kept():
    morning, evening = named(NOON - DAY / 4, Why.DAILY), named(NOON, Why.DAILY)
    assert outlived([evening, morning], evening) == {morning}


def test_the_newest_verified_stays_though_its_clock_was_wrong():
    old = named(NOON - 3000 * DAY)
    there = [old, *(named(NOON - n * DAY) for n in range(600))]
    assert old in outlived(there, named())
    assert old not in outlived(there, old)


@given(st.lists(names, min_size=1), st.data())
def test_rotation_never_empties_keeps_the_verified_and_is_done_at_once(
    there: list[SnapshotName], data: st.DataObject
):
    verified = data.draw(st.sampled_from(there))
    gone = outlived(there, verified)
    left = set(there) - gone
    assert verified in left
    assert max(there, key=lambda each: each.at) in left or verified in left
    assert {each for each in there if each.why is Why.BY_HAND} <= left
    assert outlived(left, verified) == set()
    assert outlived(reversed(there), verified) == gone
    assert outlived(there, None) == set()


@given(st.lists(names, min_size=1), st.lists(st.integers(1, 4000), max_size=60))
def test_a_clock_that_was_ahead_crowds_out_nothing_that_is_rightly_dated(
    there: list[SnapshotName], days: list[int]
):
    newest = max(there, key=lambda each: each.at)
    ahead = [named(newest.at + n * DAY) for n in days]
    assert outlived([*there, *ahead], newest) & set(there) == outlived(there, newest)


def test_a_clock_that_was_set_back_deletes_nothing_of_before():
    before = [named(NOON - n * DAY) for n in range(9)]
    since = [named(NOON - 400 * DAY + n * DAY / 100) for n in range(50)]
    assert outlived([*before, *since], since[-1]) & set(before) == set()
    assert since[-1] not in outlived([*before, *since], since[-1])
