"""The command line on an archive of a later release, a read-only one, and one that has moved."""

import hashlib
from pathlib import Path

import pytest
from commands import Clerkapp
from disks import mounting, read_only
from meetings import brookmere
from own_keys import KEY, KEYS

from clerkapp.archive.archive import Archive, default_path
from clerkapp.archive.driver import Connection
from clerkapp.archive.elsewhere import note_move

READING = [
    ("list",), ("show", "1"), ("check", "1"), ("search", "money"), ("actions",), ("history", "1"),
    ("export", "1", "--form", "text", "-o", "-"),
]  # fmt: skip


@pytest.fixture
def archive() -> Path:
    """The archive, with one meeting in it."""
    with Archive(default_path(), KEYS) as made:
        made.add(brookmere())
    return default_path()


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_an_archive_of_a_later_release_is_read_with_a_warning(
    clerkapp: Clerkapp, archive: Path, command: tuple[str, ...]
):
    plain = clerkapp(*command)
    db = Connection(archive, KEY, writing=True)
    db.run("ALTER TABLE entry ADD COLUMN mood TEXT NOT NULL DEFAULT 'fair'")
    db.run("PRAGMA user_version=999")
    db.close()
    status, out, err = clerkapp(*command)
    assert (status, out) == plain[:2]
    assert err.count("later release") == 1


@pytest.mark.parametrize("command", [("import",), ("backup",)], ids=lambda command: command[0])
def test_nothing_is_written_to_an_archive_of_a_later_release(
    clerkapp: Clerkapp, archive: Path, file: str, command: tuple[str, ...]
):
    db = Connection(archive, KEY, writing=True)
    db.run("PRAGMA user_version=999")
    db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    before = hashlib.sha256(archive.read_bytes()).digest()
    status, out, err = clerkapp(*command, *([file] if command == ("import",) else []))
    assert (status, out) == (2, "")
    assert "later release" in err
    assert hashlib.sha256(archive.read_bytes()).digest() == before


@mounting
def test_a_read_only_archive_is_read_and_nothing_is_imported(
    clerkapp: Clerkapp, archive: Path, file: str, tmp_path: Path
):
    with read_only(archive.parent, tmp_path / "seen") as seen:
        place = ("--archive", str(seen / archive.name))
        for command in READING:
            assert clerkapp(*place, *command)[2] == ""
        status, _, err = clerkapp(*place, "import", file)
        assert status == 2
        assert "cannot be written to" in err
        assert clerkapp(*place, "verify")[0] == 0


def test_an_archive_that_has_gone_on_elsewhere_is_found_there(
    clerkapp: Clerkapp, archive: Path, file: str, tmp_path: Path
):
    new = tmp_path / "elsewhere" / "archive.db"
    with Archive(new, KEYS) as made:
        made.add(brookmere())
    assert note_move(archive, new)
    status, out, err = clerkapp("import", file)
    assert status == 0
    assert str(new.parent) in err
    listed = clerkapp("list")
    assert out.strip() in listed[1]
    assert str(new.parent) in listed[2]
    with Archive(archive, KEYS) as old:
        assert len(old.meetings()) == 1
