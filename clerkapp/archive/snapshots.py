"""Makes backups: copies of the archive that are whole and verified before they have a name."""

import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.rotation import SnapshotName, Why, outlived, read_name
from clerkapp.archive.verifying import (
    Counts,
    counts,
    digest,
    is_damage,
    opened,
    row_faults,
    structure_faults,
)
from clerkapp.errors import ArchiveDamaged, ArchiveError, NoArchive

_ENDING = ".part"
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


def take(archive: Path, folder: Path, why: Why) -> Path:
    """Makes a backup in `folder`; its file.

    ArchiveDamaged where the archive itself fails its check, and ArchiveError where the copy could
    not be made or is not what the archive holds. Nothing is then left, and nothing deleted.
    """
    if not archive.is_file():
        raise NoArchive(f"there is no archive yet at {archive}")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sweep(folder)
        with unfinished(folder, archive.stem) as part:
            at = _filled(archive, part)
            target = folder / str(SnapshotName(archive.stem, at, why, digest(part)))
            part.replace(target)
            sync(folder)
    except OSError as error:
        raise ArchiveError(f"no backup could be made in {folder}: {reason(error)}") from None
    return target


def rotate(archive: Path, newest: Path) -> None:
    """Deletes the backups beside `newest` that have had their time; it was just verified."""
    there = snapshots(archive, newest.parent)
    for each in outlived(there, read_name(newest)):
        there[each].unlink(missing_ok=True)


@contextmanager
def folded(path: Path) -> Generator[None]:
    """Folds the log into the archive; what somebody else is reading meanwhile stays in the log.

    The connection stays open as long as others read: the last to go must be one that may write,
    or the log would be left behind.
    """
    opened(path).close()  # a strange file is not even made ready for a log
    try:
        db = Connection(path, writing=True)
    except DatabaseError as error:
        raise _failure(path, error) from None
    try:
        db.run(f"PRAGMA busy_timeout={_PATIENCE}")
        with suppress(DatabaseError):  # another is writing: reading goes through the log as well
            db.run("PRAGMA wal_checkpoint(TRUNCATE)")
        yield
    except DatabaseError as error:
        raise _failure(path, error) from None
    finally:
        db.close()


def copy_whole(source: Path, target: Path) -> None:
    """Fills the empty file `target` with what `source` holds, on the disk, and verifies it.

    ArchiveDamaged where `source` fails its check, ArchiveError where the copy differs from it.
    """
    db = opened(source)
    try:
        _must_be_sound(source, structure_faults(db))
        before, changes = counts(db), db.number("PRAGMA data_version")
        db.run("VACUUM INTO ?", [str(target)])
        after, same = counts(db), db.number("PRAGMA data_version") == changes
        held = _Held(before, after, same, db.number("PRAGMA user_version"))
    except DatabaseError as error:
        raise _failure(source, error) from None
    finally:
        db.close()
    _sync_file(target)
    _compare(source, held, target)


@contextmanager
def unfinished(folder: Path, stem: str) -> Generator[Path]:
    """An empty file in `folder`, which only its owner can read; gone again unless renamed."""
    handle, name = tempfile.mkstemp(prefix=f".{stem}-", suffix=_ENDING, dir=folder)
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{part}{ending}").unlink(missing_ok=True)


def sync(folder: Path) -> None:
    """Has the names in a folder written to the disk, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def reason(error: Exception) -> str:
    """Why the disk or the database would not, in words."""
    words = (getattr(error, "strerror", None) or str(error)).lower()
    if "full" in words or "no space" in words:
        return "the disk is full"
    if "unable to open" in words or "readonly" in words or "read-only" in words:
        return "the folder cannot be written to"
    return words


def _filled(archive: Path, part: Path) -> dt.datetime:
    """Fills `part` from the archive; since when the copy is good."""
    with folded(archive):
        at = dt.datetime.now(dt.UTC)
        copy_whole(archive, part)
    sync(part.parent)
    return at


def _failure(path: Path, error: DatabaseError) -> ArchiveError:
    if is_damage(error):
        return ArchiveDamaged(f"{path} is damaged: {error}")
    return ArchiveError(f"{path} cannot be copied: {reason(error)}")


def _must_be_sound(path: Path, faults: list[str]) -> None:
    if faults:
        raise ArchiveDamaged(
            f"{path} is damaged, and the backups are left as they are: {faults[0]}"
        )


@dataclass(frozen=True, slots=True)
class _Held:
    """What the source held before and after it was copied, and whether nobody wrote meanwhile."""

    before: Counts
    after: Counts
    same: bool
    release: int


def _compare(source: Path, held: _Held, copy: Path) -> None:
    """ArchiveError where the copy is not sound, or has not the rows that the source has.

    Somebody may type while it is made. No row of a table whose rows are marked deleted ever goes,
    so the copy has as many as there were before, or up to as many as there were afterwards.
    """
    db = opened(copy)
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


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sweep(folder: Path) -> None:
    """Clears away what copies that were killed have left."""
    for each in folder.glob(f".*{_ENDING}*"):
        with suppress(OSError):
            if time.time() - each.stat().st_mtime > _ABANDONED:
                each.unlink()
