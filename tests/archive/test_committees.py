"""Committees are kept in the archive, logged, and carried by all that carries the minutes."""

import datetime as dt
from pathlib import Path

import pytest
from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEYS

from clerkapp.archive.archive import Archive
from clerkapp.archive.committees import (
    committee_named,
    committees_in,
    earlier_in_the_year,
    last_meeting,
    numbers_before,
)
from clerkapp.archive.driver import Connection
from clerkapp.archive.replaying import continuation, replay
from clerkapp.archive.rescuing import rescue
from clerkapp.archive.snapshots import snapshots
from clerkapp.archive.verifying import verify
from clerkapp.checking.record import NO_NUMBERS, LastNumbers
from clerkapp.errors import NoSuchCommittee
from clerkapp.meeting.committees import Committee, Membership, Numbering, Powers, QuorumRule
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.resolutions import next_resolution

PLANNING = Committee(
    "0197a3f2-0000-7000-8000-000000000001",
    "Brookmere Borough Council",
    "Planning Committee",
    (Membership("Cllr R Finch", "Chair", "rf", dt.date(2025, 5, 20), has_vote=False),),
    QuorumRule(part=1, of=4, at_least=3),
    ("Apologies", "Minutes of {last}"),
    "Council Chamber",
    dt.time(19),
    "modern-gov",
    "wales",
    Numbering.OF_THE_YEAR,
    "PLA",
    4,
    (dt.date(2026, 3, 5),),
    Powers.EXECUTIVE,
)
FINANCE = Committee("0197a3f2-0000-7000-8000-000000000002", "Alder Parish", "Finance and Planning")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def test_a_committee_is_there_again_whole(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_committee(PLANNING)
        archive.keep_committee(FINANCE)
    with Archive(path, KEYS) as archive:
        assert committees_in(archive) == (FINANCE, PLANNING)
        archive.remove_committee(FINANCE.id)
        assert committees_in(archive) == (PLANNING,)
        archive.keep_committee(FINANCE)
        assert committees_in(archive) == (FINANCE, PLANNING)


def test_it_is_logged_and_the_log_agrees(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_committee(PLANNING)
        archive.keep_committee(replace(PLANNING, name="Licensing"))
        changes = list(archive.rows("SELECT * FROM change ORDER BY clock"))
    assert [(c["part"], c["field"], c["new"]) for c in changes][1:] == [
        ("committee", "name", "Licensing")
    ]
    assert verify(path, KEYS).faults == ()


def test_a_committee_that_was_changed_behind_the_log_is_told_by_name(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_committee(PLANNING)
    db = Connection(path, KEYS[0], writing=True)
    db.run("UPDATE committee SET name = 'Other'")
    db.close()
    (fault,) = verify(path, KEYS).faults
    assert "Other, Brookmere Borough Council: the field “name” of the committee itself" in fault


def test_it_is_rescued_from_its_row_and_from_the_log(path: Path, tmp_path: Path):
    with Archive(path, KEYS) as archive:
        archive.add(brookmere())
        archive.keep_committee(PLANNING)
        archive.keep_committee(FINANCE)
    db = Connection(path, KEYS[0], writing=True)
    db.run("DELETE FROM committee WHERE id = ?", [FINANCE.id])
    db.close()
    target = tmp_path / "new" / "archive.db"
    rescue(path, target, KEYS)
    with Archive(target, KEYS) as archive:
        assert committees_in(archive) == (FINANCE, PLANNING)


def test_a_second_drive_has_it_before_the_next_backup(path: Path, tmp_path: Path):
    stick = tmp_path / "stick"
    with Archive(path, KEYS) as archive:
        archive.add(brookmere())
        archive.keep_second_copy(stick)
        assert archive.settle_second_copy(10)
        archive.keep_committee(PLANNING)
        assert archive.settle_second_copy(10)
        backup = list(snapshots(path, stick).values())[-1]
        after = continuation(backup, KEYS)
        copy = tmp_path / "copy.db"
        copy.write_bytes(backup.read_bytes())
    replay(copy, KEYS, after)
    with Archive(copy, KEYS) as archive:
        assert committees_in(archive) == (PLANNING,)


def test_a_few_letters_name_one(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_committee(PLANNING)
        archive.keep_committee(FINANCE)
        assert committee_named(archive, "plan com") == PLANNING
        assert committee_named(archive, FINANCE.id) == FINANCE
        with pytest.raises(NoSuchCommittee, match="may be any of"):
            committee_named(archive, "plan")
        with pytest.raises(NoSuchCommittee, match="no committee"):
            committee_named(archive, "zoo")


def held(meeting: Meeting, date: str, committee_id: str) -> Meeting:
    heading = replace(meeting.heading, date=dt.date.fromisoformat(date), committee_id=committee_id)
    return replace(copied(meeting, new_id), heading=heading)


def test_the_last_meeting_is_the_latest_before_the_day(path: Path):
    with Archive(path, KEYS) as archive:
        first, second = (
            held(brookmere(), "2026-01-08", PLANNING.id),
            held(brookmere(), "2026-02-05", PLANNING.id),
        )
        archive.add(first)
        archive.add(second)
        archive.add(held(brookmere(), "2026-02-20", ""))
        assert last_meeting(archive, PLANNING, None) == second
        assert last_meeting(archive, PLANNING, dt.date(2026, 2, 5)) == first
        assert last_meeting(archive, PLANNING, dt.date(2026, 1, 1)) is None


def test_the_numbers_of_the_meeting_before_are_those_of_its_committee(path: Path):
    with Archive(path, KEYS) as archive:
        before = held(brookmere(), "2026-02-05", PLANNING.id)
        other = held(brookmere(), "2026-02-19", FINANCE.id)
        now = held(brookmere(), "2026-03-05", PLANNING.id)
        for each in (before, replace(other, items=()), now):
            archive.add(each)
        archive.settle()
        assert numbers_before(archive, now) == LastNumbers(item_numbers(before))
        assert numbers_before(archive, before) == NO_NUMBERS
        assert numbers_before(archive, replace(now, is_sample=True)) == NO_NUMBERS
        archive.keep_committee(replace(PLANNING, numbering=Numbering.AGENDA))
        assert numbers_before(archive, now) == NO_NUMBERS
        counting = replace(before, heading=replace(before.heading, first_resolution=45))
        archive.add(counting)
        following = next_resolution(counting)
        assert following == 46
        assert numbers_before(archive, now) == LastNumbers(next_resolution=following)


def test_the_meetings_of_the_year_begin_in_the_month_of_the_committee(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_committee(PLANNING)  # whose year begins in April
        for date in ("2025-03-31", "2026-02-05", "2025-04-01", "2026-03-05", "2026-04-02"):
            archive.add(held(brookmere(), date, PLANNING.id))
        archive.add(held(brookmere(), "2025-12-01", FINANCE.id))
        now = held(brookmere(), "2026-03-05", PLANNING.id)
        told = earlier_in_the_year(archive, now)
        assert [each.heading.date for each in told] == [
            dt.date(2025, 4, 1), dt.date(2026, 2, 5),
        ]  # fmt: skip
        assert earlier_in_the_year(archive, held(brookmere(), "2025-04-01", PLANNING.id)) == ()
        undated = replace(now, heading=replace(now.heading, date=None))
        assert earlier_in_the_year(archive, undated) == ()
