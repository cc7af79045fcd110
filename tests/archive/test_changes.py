"""The log of changes: every field, one row a burst, and nobody can take anything out of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEY, KEYS

from clerkapp.archive.archive import Archive
from clerkapp.archive.clock import HybridClock
from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.history import changes_of, wordings_of
from clerkapp.meeting import edits
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import Meeting


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive.db", KEYS) as opened:
        yield opened


def kept(archive: Archive, *meetings: Meeting) -> None:
    """Keeps each in turn, all of them on the disk."""
    for meeting in meetings:
        archive.add(meeting)


def fields(archive: Archive, meeting_id: str) -> list[tuple[str, str, str, str]]:
    return [(c.part, c.field, c.old, c.new) for c in changes_of(archive, meeting_id)]


ENTRY = brookmere().items[0].entries[0].id


def test_what_is_made_is_logged_whole(archive: Archive):
    meeting = brookmere()
    kept(archive, meeting)
    logged = fields(archive, meeting.id)
    assert [part for part, *_ in logged].count("entry") == 5
    assert {field for _, field, *_ in logged} == {"*"}
    assert wordings_of(archive, ENTRY)[0].text == meeting.items[0].entries[0].text


def test_each_field_is_logged_with_what_it_was(archive: Archive):
    meeting = brookmere()
    changed = edits.change_kind(meeting, ENTRY, EntryKind.COMMENT, settled=False)
    changed = edits.rename_item(changed, meeting.items[1].id, "Digital")
    changed = edits.set_heading(changed, replace(changed.heading, place="Hall"))
    kept(archive, meeting, changed)
    assert set(fields(archive, meeting.id)[-4:]) == {
        ("entry", "kind", "note", "comment"), ("entry", "settled", "1", "0"),
        ("item", "title", "Digital progress update", "Digital"), ("meeting", "place", "", "Hall"),
    }  # fmt: skip


def test_a_burst_of_typing_is_one_change(archive: Archive):
    meeting = brookmere()
    kept(archive, meeting)
    before = len(fields(archive, meeting.id))
    for words in ("M", "Me", "Mem", "Members asked"):
        kept(archive, edits.set_text(meeting, ENTRY, words))
    (change,) = fields(archive, meeting.id)[before:]
    assert change == ("entry", "text", meeting.items[0].entries[0].text, "Members asked")


def test_another_entry_ends_the_burst(archive: Archive):
    meeting = brookmere()
    other = meeting.items[1].entries[0].id
    first = edits.set_text(meeting, ENTRY, "one")
    second = edits.set_text(first, other, "two")
    third = edits.set_text(second, ENTRY, "three")
    kept(archive, meeting, first, second, third)
    assert [wording.text for wording in wordings_of(archive, ENTRY)][1:] == ["one", "three"]


def test_a_deleted_entry_keeps_its_wordings_and_comes_back_whole(archive: Archive):
    meeting = brookmere()
    kept(archive, meeting, edits.remove_entry(meeting, ENTRY), meeting)
    assert fields(archive, meeting.id)[-2][1:] == ("deleted", "0", "1")
    assert fields(archive, meeting.id)[-1][1] == "*"


@pytest.mark.parametrize("sql", [
    "DELETE FROM change",
    "UPDATE change SET new = 'x'",
    "UPDATE change SET sealed = 0",
])  # fmt: skip
def test_nobody_can_change_what_was_logged(archive: Archive, sql: str):
    meeting = brookmere()
    kept(archive, meeting)
    connection = Connection(archive.path, KEY, writing=True)
    with pytest.raises(DatabaseError, match="never"):
        connection.run(sql)
    connection.close()


def test_what_a_crash_left_open_is_sealed_at_the_next_change(archive: Archive):
    meeting = brookmere()
    kept(archive, meeting, edits.set_text(meeting, ENTRY, "one"))
    path = archive.path
    connection = Connection(path, KEY, writing=True)
    assert connection.number("SELECT count(*) FROM change WHERE NOT sealed") == 1
    archive.close()
    assert connection.number("SELECT count(*) FROM change WHERE NOT sealed") == 0
    connection.close()


def test_the_clock_never_goes_back():
    now = iter([5, 5, 3, 9])
    clock = HybridClock("000000000000004.000007", lambda: next(now))
    readings = [clock.next() for _ in range(4)]
    assert readings == sorted(set(readings))
    assert readings[0] > "000000000000004.000007"
    assert readings[-1] == "000000000000009.000000"
