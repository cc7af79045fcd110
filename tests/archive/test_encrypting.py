"""Archives that earlier releases left unencrypted."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEYS

from clerkapp.archive import encrypting
from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.changes import ChangeLog
from clerkapp.archive.driver import Connection
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.opening import is_plain, opened
from clerkapp.archive.rotation import Why, read_name
from clerkapp.archive.schema import migrate
from clerkapp.archive.snapshots import backup_folder, snapshots, take
from clerkapp.archive.store import Stored, save
from clerkapp.archive.verifying import digest, verify
from clerkapp.errors import ArchiveDamaged, ArchiveError


def words_in(folder: Path) -> list[str]:
    """The files below `folder` in which a word of the minutes can be read."""
    word = brookmere().items[0].title.split()[0].encode()
    assert word
    return [path.name for path in folder.rglob("*") if path.is_file() and word in path.read_bytes()]


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """An archive as the release before encryption left it, its last words still in the log."""
    path = tmp_path / "a" / "archive.db"
    path.parent.mkdir()
    db = Connection(tmp_path / "made.db", None, writing=True)
    migrate(db)
    db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    db.run("BEGIN IMMEDIATE")
    save(db, ChangeLog(db), Stored(), brookmere())
    db.run("COMMIT")
    for ending in ("", "-wal"):
        shutil.copyfile(tmp_path / f"made.db{ending}", f"{path}{ending}")
    db.close()
    assert words_in(path.parent) == ["archive.db-wal"]
    return path


def test_it_is_encrypted_when_it_is_opened_and_holds_the_same(plain: Path):
    with pytest.raises(ArchiveError, match="open the window once"):
        ArchiveReader(plain, KEYS)
    with Archive(plain, KEYS) as archive:
        assert archive.read(brookmere().id) == brookmere()
        assert words_in(plain.parent) == []
    assert not is_plain(plain)
    assert words_in(plain.parent) == []
    assert verify(plain, KEYS).faults == ()
    with Archive(plain, KEYS) as archive:
        assert archive.read(brookmere().id) == brookmere()


def test_the_copies_are_encrypted_too_and_their_names_tell_what_is_in_them(plain: Path):
    folder = backup_folder(plain)
    aside = folder / "replaced-2026-01-01T000000.000000Z"
    aside.mkdir(parents=True)
    for ending in ("", "-wal"):
        shutil.copyfile(f"{plain}{ending}", aside / f"archive.db{ending}")
    for why in (Why.CLOSE, Why.BY_HAND):
        copy = _plain_copy(plain, folder, why)
        assert is_plain(copy)
    assert len(words_in(plain.parent)) == 4
    with Archive(plain, KEYS) as archive:
        archive._backups.wait()
        assert archive.trouble == ""
    assert words_in(plain.parent) == []
    there = snapshots(plain, folder)
    assert len([name for name in there if name.why is Why.BY_HAND]) == 1
    for each in (*there.values(), aside / "archive.db"):
        assert verify(each, KEYS).faults == ()
    with closing(opened(aside / "archive.db", KEYS)) as db:
        assert db.number("SELECT count(*) FROM meeting") == 1


def test_a_copy_that_cannot_be_encrypted_is_told_and_kept(plain: Path):
    copy = _plain_copy(plain, backup_folder(plain), Why.BY_HAND)
    data = bytearray(copy.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    copy.write_bytes(data)
    with Archive(plain, KEYS) as archive:
        archive._backups.wait()
        assert "is not encrypted" in archive.trouble
    assert copy.read_bytes() == data


def test_a_damaged_archive_stays_as_it_is(plain: Path):
    with closing(opened(plain, KEYS, writing=True)) as db:
        db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(plain.read_bytes())
    data[4096 * 2 :] = b"\xff" * (len(data) - 4096 * 2)
    plain.write_bytes(data)
    with pytest.raises(ArchiveDamaged):
        Archive(plain, KEYS)
    assert plain.read_bytes()[4096:] == data[4096:]


def test_where_it_cannot_be_done_the_archive_is_as_it_was(
    plain: Path, monkeypatch: pytest.MonkeyPatch
):
    def no_room(source: Path, target: Path, keys: Keys) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(encrypting, "copy_whole", no_room)
        with pytest.raises(ArchiveError, match=r"could not be encrypted: the disk is full"):
            Archive(plain, KEYS)
    assert is_plain(plain)
    assert [path.name for path in plain.parent.glob(".*")] == []
    with Archive(plain, KEYS) as archive:
        assert archive.read(brookmere().id) == brookmere()


def _plain_copy(path: Path, folder: Path, why: Why) -> Path:
    """A backup as the release before encryption made it."""
    made = take(path, folder, why, KEYS)
    name = read_name(made)
    assert name
    db = Connection(path, None, writing=True)
    target = folder / "x.db"
    db.run("VACUUM INTO ?", [str(target)])
    db.close()
    made.unlink()
    return target.rename(folder / str(replace(name, digest=digest(target))))
