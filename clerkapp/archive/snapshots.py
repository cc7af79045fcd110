"""Makes backups: copies of the archive that are whole and verified before they have a name."""

import datetime as dt
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from clerkapp.archive.agreement import disagreements
from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.files import UNFINISHED, make_folder, reason, sync, sync_file, unfinished
from clerkapp.archive.keys.data_key import DataKey, Keys
from clerkapp.archive.keys.key_file import copy_key_file
from clerkapp.archive.opening import is_damage, opened
from clerkapp.archive.rotation import SnapshotName, Why, outlived, read_name
from clerkapp.archive.verifying import Counts, counts, digest, row_faults, structure_faults
from clerkapp.errors import ArchiveDamaged, ArchiveError, NoArchive

_ABANDONED = 3600  # seconds after which an unfinished copy is nobody's any more
_PATIENCE = 200  # milliseconds that a save may have to wait for the log to be folded in


def backup_folder(archive: Path) -> Path:
    """Where the backups of an archive are, unless somebody says otherwise."""
    return archive.parent / "backups"


def snapshots(archive: Path, folder: Path) -> dict[SnapshotName, Path]:
    """The backups of that archive in a folder, the oldest first."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return {}
    named = ((read_name(path), path) for path in paths)
    return {name: path for name, path in named if name and name.stem == archive.stem}


def take(archive: Path, folder: Path, why: Why, keys: Keys) -> Path:
    """Makes a backup in `folder`; its file.

    ArchiveDamaged where the archive itself fails its check, and ArchiveError where the copy could
    not be made or is not what the archive holds. Nothing is then left, and nothing deleted.
    """
    if not archive.is_file():
        raise NoArchive(f"there is no archive yet at {archive}")
    try:
        make_folder(folder)
        _sweep(folder)
        with unfinished(folder, archive.stem) as part:
            at = _filled(archive, part, keys)
            target = folder / str(SnapshotName(archive.stem, at, why, digest(part)))
            part.replace(target)
            sync(folder)
        copy_key_file(archive.parent, folder)
    except OSError as error:
        raise ArchiveError(f"no backup could be made in {folder}: {reason(error)}") from None
    return target


def rotate(archive: Path, newest: Path) -> None:
    """Deletes the backups beside `newest` that have had their time; it was just verified."""
    there = snapshots(archive, newest.parent)
    for each in outlived(there, read_name(newest)):
        there[each].unlink(missing_ok=True)


@contextmanager
def folded(path: Path, keys: Keys) -> Generator[None]:
    """Folds the log into the archive; what somebody else is reading meanwhile stays in the log.

    The connection stays open as long as others read: the last to go must be one that may write,
    or the log would be left behind.
    """
    db = opened(path, keys, writing=True)
    try:
        db.run(f"PRAGMA busy_timeout={_PATIENCE}")
        with suppress(DatabaseError):  # another is writing: reading goes through the log as well
            db.run("PRAGMA wal_checkpoint(TRUNCATE)")
        yield
    except DatabaseError as error:
        raise _failure(path, error) from None
    finally:
        db.close()


def copy_whole(source: Path, target: Path, keys: Keys) -> None:
    """Fills the empty file `target` with what `source` holds, on the disk, and verifies it.

    The copy is encrypted with the first of `keys`, whatever the source was encrypted with.
    ArchiveDamaged where `source` fails its check, ArchiveError where the copy differs from it.
    """
    db = opened(source, keys)
    try:
        _must_be_sound(source, structure_faults(db))
        before, changes = counts(db), db.number("PRAGMA data_version")
        if db.key == keys[0]:
            db.run("VACUUM INTO ?", [str(target)])
        else:
            _copy_under(keys[0], db, target)
        after, same = counts(db), db.number("PRAGMA data_version") == changes
        held = _Held(before, after, same, db.number("PRAGMA user_version"))
    except DatabaseError as error:
        raise _failure(source, error) from None
    finally:
        db.close()
    sync_file(target)
    _compare(source, held, target, keys)


def _filled(archive: Path, part: Path, keys: Keys) -> dt.datetime:
    """Fills `part` from the archive; since when the copy is good."""
    with folded(archive, keys):
        at = dt.datetime.now(dt.UTC)
        copy_whole(archive, part, keys)
    db = opened(part, keys[:1])
    try:  # the copy, since nobody writes to that
        _must_be_sound(archive, disagreements(db))
    finally:
        db.close()
    sync(part.parent)
    return at


def _copy_under(key: DataKey, source: Connection, target: Path) -> None:
    """Copies `source` into the empty file `target`, encrypted with `key`.

    The copy attaches its source, and not the other way: a reader may attach nothing to write to.
    """
    copy = Connection(target, key, writing=True)
    try:
        copy.run("PRAGMA journal_mode=DELETE")
        address = f"{source.path.resolve().as_uri()}?mode=ro"
        copy.run("ATTACH ? AS source KEY ?", [address, source.key.pragma if source.key else ""])
        copy.number("SELECT sqlcipher_export('main', 'source')")
        for number in ("application_id", "user_version"):
            copy.run(f"PRAGMA {number}={source.number(f'PRAGMA {number}')}")
    finally:
        copy.close()


def _failure(path: Path, error: DatabaseError) -> ArchiveError:
    if is_damage(error):
        return ArchiveDamaged(f"{path} is damaged: {error}")
    return ArchiveError(f"{path} cannot be copied: {reason(error)}")


def _must_be_sound(path: Path, faults: list[str]) -> None:
    if faults:
        raise ArchiveDamaged(
            f"{path} is damaged, and the backups are left as they are: {faults[0]}"
        )


class _Held(Struct, frozen=True):
    """What the source held before and after it was copied, and whether nobody wrote meanwhile."""

    before: Counts
    after: Counts
    same: bool
    release: int


def _compare(source: Path, held: _Held, copy: Path, keys: Keys) -> None:
    """ArchiveError where the copy is not sound, or has not the rows that the source has.

    Somebody may type while it is made. No row of a table whose rows are marked deleted ever goes,
    so the copy has as many as there were before, or up to as many as there were afterwards.
    """
    db = opened(copy, keys[:1])
    try:
        _must_be_sound(source, structure_faults(db) + row_faults(db))
        copied = counts(db)
        wrong = [
            each
            for each, least in held.before.items()
            if not least <= copied.get(each, -1) <= held.after.get(each, -1)
            and (held.same or _marks_deleted(db, each))
        ]
        release = db.number("PRAGMA user_version")
        if wrong or copied.keys() != held.before.keys() or release != held.release:
            raise ArchiveError(f"the copy of {source} is not what it holds; it was thrown away")
    except DatabaseError as error:
        raise ArchiveError(f"the copy of {source} cannot be read back: {error}") from None
    finally:
        db.close()


def _marks_deleted(db: Connection, table: str) -> bool:
    sql = "SELECT count(*) FROM pragma_table_info(?) WHERE name = 'deleted'"
    return any(value for row in db.rows(sql, [table]) for value in row.values())


def _sweep(folder: Path) -> None:
    """Clears away what copies that were killed have left."""
    for each in folder.glob(f".*{UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - each.stat().st_mtime > _ABANDONED:
                each.unlink()
