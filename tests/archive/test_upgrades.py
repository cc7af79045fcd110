"""An archive of an earlier release is brought up to this one with every word in it."""

import datetime as dt
from pathlib import Path

import pytest
from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEYS

from clerkapp.archive import migrations, schema
from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.driver import Connection, Row
from clerkapp.archive.rows import attendance_row, entry_row, item_row, meeting_row
from clerkapp.archive.store import _upsert
from clerkapp.archive.verifying import verify
from clerkapp.errors import ArchiveError
from clerkapp.meeting import edits
from clerkapp.meeting.meeting import Meeting, NextMeeting
from clerkapp.meeting.people import Mention

EMPTY = migrations.sqlite_utils.Database(memory=True)
STEPS = [step.name for step in migrations.migrations.pending(EMPTY)]
"""The steps in order: an archive of release n has taken the first n."""


def archive_of(release: int, path: Path, meeting: Meeting) -> None:
    """Makes an archive as that release made it, with `meeting` in it."""
    db = Connection(path, None, writing=True)
    tables = migrations.sqlite_utils.Database(db.raw, execute_plugins=False)
    if release < len(STEPS):
        migrations.migrations.apply(tables, stop_before=STEPS[release])
    else:
        migrations.migrations.apply(tables)
    db.run(f"PRAGMA application_id={schema.APPLICATION_ID}")
    db.run(f"PRAGMA user_version={release}")

    def put(table: str, row: Row, position: str = "") -> None:
        row = {**row, "position": position} if position else row
        columns = tables.table(table).columns_dict
        _upsert(db, table, {name: value for name, value in row.items() if name in columns})

    put("meeting", meeting_row(meeting))
    for place, line in enumerate(meeting.attendance):
        put("attendance", attendance_row(line, meeting.id), f"a{place}")
    for place, item in enumerate(meeting.items):
        put("item", item_row(item, meeting.id), f"a{place}")
        for n, entry in enumerate(item.entries):
            put("entry", entry_row(entry, item.id), f"a{n}")
    db.close()


def test_every_release_is_one_step():
    assert len(STEPS) == schema.VERSION


@pytest.mark.parametrize("release", range(1, schema.VERSION + 1))
def test_an_earlier_archive_is_brought_up_and_can_be_written(tmp_path: Path, release: int):
    path, meeting = tmp_path / "archive.db", brookmere()
    archive_of(release, path, meeting)
    if release < schema.VERSION:
        with pytest.raises(ArchiveError, match="an earlier release"):
            ArchiveReader(path, KEYS)
    with Archive(path, KEYS) as archive:
        assert archive.read(meeting.id) == meeting
        assert archive._db.number("PRAGMA user_version") == schema.VERSION
        archive.add(brookmere())


def test_who_said_it_can_be_kept_in_an_archive_of_an_earlier_release(tmp_path: Path):
    path, meeting = tmp_path / "archive.db", brookmere()
    archive_of(STEPS.index("who_said_it"), path, meeting)
    entry, chair = meeting.items[1].entries[0], meeting.attendance[0].person
    said = edits.set_speaker(meeting, entry.id, Mention(chair.id))
    with Archive(path, KEYS) as archive:
        archive.read(meeting.id)
        archive.add(said)
    with ArchiveReader(path, KEYS) as archive:
        assert archive.read(meeting.id) == said
    assert verify(path, KEYS).faults == ()


def test_where_the_next_meeting_is_can_be_kept_in_an_archive_of_an_earlier_release(tmp_path: Path):
    path, meeting = tmp_path / "archive.db", brookmere()
    dated = NextMeeting(dt.date(2026, 7, 14))
    meeting = edits.set_heading(meeting, replace(meeting.heading, next_meeting=dated))
    archive_of(STEPS.index("where_the_next_meeting_is"), path, meeting)
    told = replace(meeting.heading, next_meeting=NextMeeting(dated.date, dt.time(18, 30), "Hall"))
    with Archive(path, KEYS) as archive:
        assert archive.read(meeting.id) == meeting
        archive.add(edits.set_heading(meeting, told))
    with ArchiveReader(path, KEYS) as archive:
        assert archive.read(meeting.id).heading == told
    assert verify(path, KEYS).faults == ()
