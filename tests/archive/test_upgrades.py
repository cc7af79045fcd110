"""An archive of an earlier release is brought up to this one with every word in it."""

from pathlib import Path

import pytest
from meetings import brookmere
from own_keys import KEYS

from clerkapp.archive import migrations, schema
from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.driver import Connection
from clerkapp.archive.rows import attendance_row, entry_row, item_row, meeting_row
from clerkapp.archive.store import _upsert
from clerkapp.errors import ArchiveError
from clerkapp.meeting.meeting import Meeting

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
    _upsert(db, "meeting", meeting_row(meeting))
    for place, line in enumerate(meeting.attendance):
        _upsert(db, "attendance", {**attendance_row(line, meeting.id), "position": f"a{place}"})
    for place, item in enumerate(meeting.items):
        _upsert(db, "item", {**item_row(item, meeting.id), "position": f"a{place}"})
        for n, entry in enumerate(item.entries):
            _upsert(db, "entry", {**entry_row(entry, item.id), "position": f"a{n}"})
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
