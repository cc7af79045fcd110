"""The archive: what goes in comes out, one writer at a time, and no strange file is touched."""

import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meetings import brookmere, meetings
from msgspec.structs import replace
from own_keys import KEY, KEYS

from clerkapp.archive import migrations
from clerkapp.archive.archive import Archive, ArchiveReader, default_path
from clerkapp.archive.driver import Connection
from clerkapp.archive.trouble import Trouble
from clerkapp.archive.writer import NotSaved, Saved
from clerkapp.errors import ArchiveError, ArchiveLocked, ArchiveTooNew, NoSuchMeeting
from clerkapp.meeting import edits
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import AgendaItem, Meeting, entries_of


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "folder" / "archive.db", KEYS) as opened:
        yield opened


def rows(archive: Archive, table: str) -> int:
    connection = Connection(archive.path, KEY, writing=False)
    count = connection.number(f"SELECT count(*) FROM {table}")
    connection.close()
    return count


def test_the_driver_is_sqlcipher_under_sqlite_utils():
    assert migrations.sqlite_utils.db.sqlite3.__name__ == "sqlcipher3"


def test_an_archive_of_this_release_opens_without_sqlite_utils(archive: Archive):
    archive.close()
    program = (
        "import sys, pathlib; from own_keys import KEYS\n"
        "from clerkapp.archive.archive import Archive\n"
        "Archive(pathlib.Path(sys.argv[1]), KEYS).close(); sys.exit('sqlite_utils' in sys.modules)"
    )
    assert subprocess.call([sys.executable, "-c", program, str(archive.path)]) == 0


def test_a_connection_is_durable(tmp_path: Path):
    connection = Connection(tmp_path / "a ?#.db", KEY, writing=True)
    assert next(connection.rows("PRAGMA journal_mode"))["journal_mode"] == "wal"
    pragmas = {"synchronous": 2, "fullfsync": 1, "checkpoint_fullfsync": 1, "foreign_keys": 1}
    pragmas["trusted_schema"] = 0
    assert {name: connection.number(f"PRAGMA {name}") for name in pragmas} == pragmas
    connection.close()
    assert (tmp_path / "a ?#.db").is_file()


def test_every_table_is_strict_and_refuses_a_wrong_type(archive: Archive):
    tables = migrations.sqlite_utils.Database(archive._db.raw, execute_plugins=False)
    assert {"meeting", "attendance", "item", "entry"} <= set(tables.table_names())
    for name in ("meeting", "attendance", "item", "entry"):
        assert tables.table(name).strict


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(meetings(), meetings())
def test_any_meeting_comes_back_as_it_went_in(archive: Archive, first: Meeting, second: Meeting):
    archive.add(first)
    assert archive.read(first.id) == first
    changed = replace(second, id=first.id)
    archive.add(changed)
    assert archive.read(first.id) == changed
    archive.add(first)
    assert archive.read(first.id) == first


def test_an_archive_opened_again_has_everything(tmp_path: Path):
    meeting = brookmere()
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(meeting)
    with Archive(tmp_path / "a.db", KEYS) as archive:
        assert archive.read(meeting.id) == meeting
        longer = edits.add_item(meeting, AgendaItem(new_id(), "Later"))
        archive.add(longer)
        assert archive.read(meeting.id) == longer
    assert not (tmp_path / "a.db-wal").exists()


def test_one_key_writes_one_row(archive: Archive):
    meeting = brookmere()
    archive.add(meeting)
    statements: list[str] = []
    original = Connection.run

    def counted(self: Connection, sql: str, *rest: object) -> None:
        statements.append(sql.split(maxsplit=1)[0])
        original(self, sql, *rest)

    Connection.run = counted
    try:
        _, entry = next(entries_of(meeting))
        archive.add(edits.set_text(meeting, entry.id, "Apologies were received."))
    finally:
        Connection.run = original
    assert statements == ["BEGIN", "INSERT", "INSERT", "COMMIT"]  # the entry and its change


def test_moving_an_entry_writes_one_row(archive: Archive):
    entries = tuple(Entry(new_id(), EntryKind.NOTE, str(n)) for n in range(50))
    meeting = Meeting(new_id(), items=(AgendaItem(new_id(), "I", entries=entries),))
    archive.add(meeting)
    moved = edits.move_entry(meeting, entries[40].id, 3)
    before = {r["id"]: r["position"] for r in archive._db.rows("SELECT id, position FROM entry")}
    archive.add(moved)
    after = {r["id"]: r["position"] for r in archive._db.rows("SELECT id, position FROM entry")}
    assert [each for each in before if before[each] != after[each]] == [entries[40].id]
    assert archive.read(meeting.id) == moved


def test_what_is_removed_is_marked_and_not_gone(archive: Archive):
    meeting = brookmere()
    archive.add(meeting)
    entries = rows(archive, "entry")
    archive.add(edits.remove_entry(meeting, meeting.items[1].entries[0].id))
    assert rows(archive, "entry") == entries
    assert rows(archive, "entry WHERE deleted") == 1
    archive.remove(meeting.id)
    assert rows(archive, "meeting") == 1
    assert archive.meetings() == []
    with pytest.raises(NoSuchMeeting, match="there is no meeting"):
        archive.read(meeting.id)


def test_the_list_has_the_latest_meeting_first(archive: Archive):
    meeting = brookmere()
    undated = Meeting(new_id())
    later = replace(
        meeting, id="later", attendance=(), items=(), heading=replace(meeting.heading, place="X")
    )
    later = replace(
        later, heading=replace(later.heading, date=later.heading.date.replace(year=2027))
    )
    for each in (undated, meeting, later):
        archive.add(each)
    assert [line.id for line in archive.meetings()] == ["later", meeting.id, undated.id]
    line = archive.meetings()[1]
    assert (line.council, line.items, line.is_sample) == ("Brookmere Borough Council", 2, False)
    assert [each.id for each in archive.every_meeting()] == ["later", meeting.id, undated.id]


def test_a_second_clerkapp_is_refused_but_may_read(archive: Archive):
    archive.add(brookmere())
    with pytest.raises(ArchiveLocked, match="already open"):
        Archive(archive.path, KEYS)
    with ArchiveReader(archive.path, KEYS) as reader:
        assert len(reader.meetings()) == 1


def test_the_lock_is_free_again_after_a_failure_to_open(tmp_path: Path):
    path = tmp_path / "a.db"
    path.write_bytes(b"not a database at all, " * 100)
    for _ in range(2):
        with pytest.raises(ArchiveError, match="no archive of Clerkapp"):
            Archive(path, KEYS)
    assert path.read_bytes().startswith(b"not a database")


def test_a_database_of_something_else_is_left_alone(tmp_path: Path):
    path = tmp_path / "a.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE birds (name)")
    other.commit()
    other.close()
    with pytest.raises(ArchiveError, match="not an archive of Clerkapp"):
        Archive(path, KEYS)


def test_an_archive_of_a_later_release_is_refused(tmp_path: Path):
    Archive(tmp_path / "a.db", KEYS).close()
    connection = Connection(tmp_path / "a.db", KEY, writing=True)
    connection.run("PRAGMA user_version=999")
    connection.close()
    with pytest.raises(ArchiveTooNew, match="later release"):
        Archive(tmp_path / "a.db", KEYS)


def test_reading_makes_no_archive(tmp_path: Path):
    with pytest.raises(ArchiveError, match="there is no archive yet"):
        ArchiveReader(tmp_path / "a.db", KEYS)
    assert list(tmp_path.iterdir()) == []


def test_a_first_making_that_was_cut_short_is_gone_on_with(tmp_path: Path):
    (tmp_path / "a.db").touch()
    with pytest.raises(ArchiveError, match="earlier release"):
        ArchiveReader(tmp_path / "a.db", KEYS)
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(brookmere())


def test_only_the_clerk_may_read_the_file(archive: Archive):
    assert stat.S_IMODE(archive.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(archive.path.parent.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="cannot be kept in"):
        Archive(tmp_path / "file" / "a.db", KEYS)


def test_saved_is_said_of_the_very_meeting_that_was_handed_over(archive: Archive):
    heard: list[Saved | NotSaved] = []
    archive.listen(heard.append)
    meeting = brookmere()
    archive.keep(meeting)
    assert archive.settle()
    (saved,) = heard
    assert isinstance(saved, Saved)
    assert saved.meeting is meeting
    assert saved.at.tzinfo is not None


def test_keeping_never_waits_for_the_disk(archive: Archive, monkeypatch: pytest.MonkeyPatch):
    gate = threading.Event()
    original = Connection.run

    def slow(self: Connection, sql: str, *rest: object) -> None:
        if sql == "COMMIT":
            gate.wait(5)
        original(self, sql, *rest)

    monkeypatch.setattr(Connection, "run", slow)
    meeting = brookmere()
    for n in range(100):
        meeting = edits.set_text(meeting, meeting.items[0].entries[0].id, "x" * n)
        archive.keep(meeting)
    assert not archive._writer.settle(0.05)
    gate.set()
    assert archive.settle()
    assert archive.read(meeting.id) == meeting


def test_a_full_disk_is_told_the_words_are_kept_and_tried_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("clerkapp.archive.writer.RETRY_SECONDS", 0.05)
    heard: list[Saved | NotSaved] = []
    archive.listen(heard.append)
    full = [True]
    original = Connection.run

    def run(self: Connection, sql: str, *rest: object) -> None:
        if full and sql == "BEGIN IMMEDIATE":
            original(self, f"PRAGMA max_page_count={self.number('PRAGMA page_count')}")
        elif sql == "BEGIN IMMEDIATE":
            original(self, "PRAGMA max_page_count=1000000")
        original(self, sql, *rest)

    monkeypatch.setattr(Connection, "run", run)
    meeting = edits.set_text(brookmere(), brookmere().items[0].entries[0].id, "x" * 100_000)
    archive.keep(meeting)
    assert not archive._writer.settle(0.5)
    assert NotSaved("the disk is full", Trouble.FULL) in heard
    assert archive.meetings() == []
    full.clear()
    assert archive.settle()
    assert archive.read(meeting.id) == meeting


def test_adding_to_a_full_disk_ends_with_a_sentence(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("clerkapp.archive.writer.RETRY_SECONDS", 0.02)
    monkeypatch.setattr("clerkapp.archive.archive._SECONDS_TO_SAVE", 0.2)

    def run(_self: Connection, _sql: str, *_: object) -> None:
        raise sqlcipher_error("attempt to write a readonly database")

    monkeypatch.setattr("clerkapp.archive.hold.save", run)
    with pytest.raises(ArchiveError, match="the folder cannot be written to"):
        archive.add(brookmere())


def sqlcipher_error(words: str) -> Exception:
    from clerkapp.archive.driver import DatabaseError  # noqa: PLC0415

    return DatabaseError(words)


def test_a_fault_of_ours_does_not_lose_the_words(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr("clerkapp.archive.writer.RETRY_SECONDS", 0.02)
    heard: list[Saved | NotSaved] = []
    archive.listen(heard.append)
    with monkeypatch.context() as broken:
        broken.setattr("clerkapp.archive.hold.save", lambda *_: 1 / 0)
        archive.keep(brookmere())
        assert not archive._writer.settle(0.1)
    assert archive.settle()
    assert isinstance(heard[0], NotSaved)
    assert isinstance(heard[-1], Saved)
    assert "a fault in Clerkapp" in caplog.text
    caplog.clear()


def test_the_archive_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("CLERKAPP_ARCHIVE", str(tmp_path / "x.db"))
    assert default_path() == tmp_path / "x.db"
    monkeypatch.delenv("CLERKAPP_ARCHIVE")
    assert default_path().name == "archive.db"


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.permutations("abcdefgh"))
def test_positions_follow_any_order_and_move_no_more_than_they_must(ids, order):
    from clerkapp.archive.positions import arranged  # noqa: PLC0415

    known = arranged(list(order), {})
    assert sorted(order, key=known.__getitem__) == list(order)
    moved = arranged(ids, known)
    now = known | moved
    assert sorted(ids, key=now.__getitem__) == ids
    if len(ids) > 1:
        shifted = [*ids[1:], ids[0]]
        assert len(arranged(shifted, now)) == 1


def test_what_was_cut_short_before_there_was_a_log_is_undone(archive: Archive):
    archive.add(brookmere())
    archive.close()
    path, copy = archive.path, archive.path.with_name("copy.db")
    db = Connection(path, KEY, writing=True)
    db.run("PRAGMA journal_mode=DELETE")
    db.run("PRAGMA cache_size=1")  # so that pages are written before the end
    db.run("BEGIN")
    db.run("UPDATE entry SET text = 'cut short'")
    db.run("UPDATE change SET clock = clock || 'x' WHERE NOT sealed")
    for ending in ("", "-journal"):
        shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    db.close()
    with pytest.raises(ArchiveError, match="cannot be read"):
        ArchiveReader(copy, KEYS)
    with Archive(copy, KEYS) as again:
        assert again.read(brookmere().id) == brookmere()
    assert not copy.with_name("copy.db-journal").exists()
