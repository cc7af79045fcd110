"""Whether the tables hold what the log of changes says, and what is said where they do not."""

import json
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from meetings import brookmere, meetings
from msgspec.structs import replace
from own_keys import KEY, KEYS
from test_upgrades import archive_of

from clerkapp.archive import agreement
from clerkapp.archive.agreement import disagreements, last_fields
from clerkapp.archive.archive import Archive
from clerkapp.archive.changes import WHOLE, ChangeLog
from clerkapp.archive.driver import Connection
from clerkapp.archive.rotation import Why
from clerkapp.archive.schema import migrate
from clerkapp.archive.snapshots import backup_folder, snapshots, take
from clerkapp.archive.store import Stored, delete, load, save
from clerkapp.archive.verifying import verify
from clerkapp.errors import ArchiveDamaged
from clerkapp.meeting import edits
from clerkapp.meeting.meeting import Meeting

NAME = "meeting of 5 March 2026 (Corporate Overview and Scrutiny Committee)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive with a meeting that was changed since it was added."""
    path, meeting = tmp_path / "archive.db", brookmere()
    with Archive(path, KEYS) as archive:
        archive.add(meeting)
        meeting = edits.set_text(meeting, meeting.items[0].entries[0].id, "None were received.")
        archive.add(meeting)
        archive.add(edits.remove_entry(meeting, meeting.items[1].entries[0].id))
    return path


def behind_its_back(path: Path, *statements: str) -> None:
    with closing(Connection(path, KEY, writing=True)) as db:
        db.run("PRAGMA foreign_keys=OFF")
        for statement in statements:
            db.run(statement)


def test_what_clerkapp_writes_agrees(path: Path):
    assert verify(path, KEYS).faults == ()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE entry SET text = replace(text, 'retrained', 'retained')",
         "the field “text” of an entry is not what the log of changes says"),
        ("UPDATE entry SET text = 'None was received.' WHERE text LIKE 'None%'",
         "the field “text” of an entry is not what the log of changes says"),
        ("UPDATE entry SET exempt = '3' WHERE kind = 'response'",
         "the field “exempt” of an entry is not what the log of changes says"),
        ("UPDATE entry SET deleted = 1 WHERE kind = 'response'",
         "the field “deleted” of an entry is not what the log of changes says"),
        ("UPDATE entry SET deleted = 0",
         "the field “deleted” of an entry is not what the log of changes says"),
        ("DELETE FROM entry WHERE kind = 'response'",
         "an entry is in the log of changes only"),
        ("UPDATE item SET title = 'Digital retreat' WHERE title LIKE 'Digital%'",
         "the field “title” of an item is not what the log of changes says"),
        ("UPDATE attendance SET name = 'Cllr J Smith' WHERE name = 'Cllr J Okafor'",
         "the field “name” of a line of the attendance list is not what the log of changes says"),
        ("UPDATE meeting SET quorum = 4",
         "the field “quorum” of the meeting itself is not what the log of changes says"),
    ],
)  # fmt: skip
def test_what_was_changed_behind_its_back_is_named(path: Path, statement: str, fault: str):
    behind_its_back(path, statement)
    assert verify(path, KEYS).faults == (f"{NAME}: {fault}",)


def test_a_log_that_makes_no_sense_is_said(path: Path):
    behind_its_back(
        path, "DROP TRIGGER change_is_sealed", "UPDATE change SET new = '{' WHERE field = '*'"
    )
    (fault,) = verify(path, KEYS).faults
    assert fault.startswith("its log of changes cannot be read")


@pytest.mark.parametrize("release", [1, 2, 3])
def test_rows_that_are_older_than_the_log_are_no_finding(tmp_path: Path, release: int):
    path = tmp_path / "archive.db"
    archive_of(release, path, brookmere())
    assert verify(path, KEYS).faults == ()
    with Archive(path, KEYS) as archive:
        meeting = brookmere()
        archive.add(edits.set_text(meeting, meeting.items[0].entries[0].id, "None."))
    assert verify(path, KEYS).faults == ()
    behind_its_back(path, "UPDATE entry SET text = 'Some.' WHERE text = 'None.'")
    assert len(verify(path, KEYS).faults) == 1


def test_no_backup_is_made_of_it(path: Path):
    there = snapshots(path, backup_folder(path))
    behind_its_back(path, "UPDATE meeting SET quorum = 4")
    with pytest.raises(ArchiveDamaged, match="quorum"):
        take(path, backup_folder(path), Why.BY_HAND, KEYS)
    assert snapshots(path, backup_folder(path)) == there


def test_it_is_told_when_the_archive_is_next_opened_after_a_crash(path: Path):
    behind_its_back(path, "UPDATE meeting SET quorum = 4")
    later = path.stat().st_mtime + 1  # than the last backup, whatever the grain of the clock
    os.utime(path, (later, later))
    with Archive(path, KEYS) as archive:
        archive._backups.wait()
        assert "quorum" in archive.trouble


def test_one_state_is_compared_also_while_somebody_types(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    compared = agreement._by_row
    with Archive(path, KEYS) as archive, closing(Connection(path, KEY, writing=False)) as db:
        meeting = archive.read(brookmere().id)
        entry = meeting.items[0].entries[0].id

        def after_a_save(db: Connection) -> Iterator[Any]:
            archive.add(edits.set_text(meeting, entry, "Typed meanwhile."))
            yield from compared(db)

        monkeypatch.setattr(agreement, "_by_row", after_a_save)
        assert disagreements(db) == []
        monkeypatch.undo()  # else the copy made at the close would wait for a save, too
        assert archive.read(meeting.id) != meeting


def test_rows_that_never_changed_are_compared_by_the_database_alone(tmp_path: Path):
    path = tmp_path / "archive.db"
    with Archive(path, KEYS) as archive:
        archive.add(brookmere())
    with closing(Connection(path, KEY, writing=False)) as db:
        assert list(db.rows(agreement._changes_sql(agreement.NAMES))) == []


@settings(max_examples=40)
@given(st.lists(st.none() | meetings(), min_size=1, max_size=5), st.data())
def test_whatever_is_written_agrees_until_a_field_is_changed(tmp_path_factory, states, data):
    path = tmp_path_factory.mktemp("agreement") / "archive.db"
    with closing(Connection(path, KEY, writing=True)) as db:
        db.run("PRAGMA synchronous=OFF")
        migrate(db)
        log, stored = ChangeLog(db), Stored()
        for state in states:
            db.run("BEGIN")
            if state is None:
                delete(db, log, "m")
                stored = Stored()
            else:
                # the same people and items under the same ids, so that rows change and go
                stored = save(db, log, load(db, "m"), _as("m", state))
            db.run("COMMIT")
            assert disagreements(db) == []
        if stored.meeting is None:
            return
        table = data.draw(st.sampled_from(["meeting", *_filled(stored.meeting)]))
        column = data.draw(st.sampled_from(_texts(db, table)))
        db.run(f"UPDATE {table} SET {column} = coalesce({column}, '') || 'x' WHERE NOT deleted")
        assert any(f"“{column}”" in fault for fault in disagreements(db))


def _as(meeting_id: str, meeting: Meeting) -> Meeting:
    people = {line.person.id: f"p{n}" for n, line in enumerate(meeting.attendance)}
    attendance = tuple(
        replace(line, person=replace(line.person, id=people[line.person.id]), in_place_of=None)
        for line in meeting.attendance
    )
    items = tuple(
        replace(item, id=f"i{n}", entries=tuple(
            replace(entry, id=f"e{n}.{m}", facts=None) for m, entry in enumerate(item.entries)
        ))
        for n, item in enumerate(meeting.items)
    )  # fmt: skip
    return replace(meeting, id=meeting_id, attendance=attendance, items=items)


def _filled(meeting: Meeting) -> list[str]:
    entries = any(item.entries for item in meeting.items)
    parts = {"attendance": meeting.attendance, "item": meeting.items, "entry": entries}
    return [part for part, held in parts.items() if held]


def _texts(db: Connection, table: str) -> list[str]:
    rows = db.rows("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", [table])
    return [str(row["name"]) for row in rows if row["name"] not in ("id", "meeting", "item")]


def test_the_last_fields_are_those_of_the_last_change_of_each():
    whole: Any = {"id": "e", "text": "a", "settled": 1}
    changes = [(WHOLE, json.dumps(whole)), ("text", "b"), ("settled", "0"), ("text", "c")]
    assert last_fields(changes) == {"id": "e", "text": "c", "settled": "0", "deleted": 0}
    assert last_fields([*changes, ("deleted", "1"), (WHOLE, json.dumps(whole))]) == {
        **whole, "deleted": 0,
    }  # fmt: skip
    assert last_fields([("text", None)]) == {"text": None}
