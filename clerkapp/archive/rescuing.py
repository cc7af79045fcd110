"""Reads what can be read of a damaged archive, or backup, into a new one."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from filelock import FileLock
from msgspec import Struct

from clerkapp.archive.driver import Connection, DatabaseError, Row
from clerkapp.archive.files import reason, sync, sync_file, unfinished
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.keys.key_file import copy_key_file, read_key_file
from clerkapp.archive.locking import locked
from clerkapp.archive.mending import Mended, mended
from clerkapp.archive.pages import Pages, pages_of
from clerkapp.archive.remains import PARENT, columns_of, read_remains
from clerkapp.archive.rotation import read_name
from clerkapp.archive.schema import APPLICATION_ID, VERSION, migrate
from clerkapp.archive.verifying import verify
from clerkapp.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveLocked,
    ArchiveTooNew,
    NoArchive,
)

_TOGETHER = ("", "-wal", "-shm", "-journal")
_RELEASE, _APPLICATION = 60, 68  # where the beginning of the file has them


class Rescued(Struct, frozen=True):
    """What the new archive holds, and every loss as a sentence."""

    meetings: int
    entries: int
    losses: tuple[str, ...]


def rescue(path: Path, target: Path, keys: Keys) -> Rescued:
    """Writes everything that can be read of the file, and of the log beside it, to `target`.

    The file itself is only read. The new archive is verified and encrypted with the first of
    `keys`, and nothing is ever put in the place of another file. ArchiveDamaged where nothing can
    be read, NoArchive and ArchiveTooNew as anywhere, ArchiveLocked where Clerkapp has it open,
    ArchiveError where the new one cannot be written.
    """
    if not path.is_file():
        raise NoArchive(f"there is no archive at {path}")
    _must_be_free(target)
    lock = None if read_name(path) else _lock(path)
    try:
        pages = _pages(path, keys)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with unfinished(target.parent, target.stem) as part:
            found = _written(pages, part, keys)
            verdict = verify(part, keys[:1])
            if verdict.faults:
                raise ArchiveError(f"{target} was not made: {verdict.faults[0]}")
            if not verdict.meetings and not any(found.rows[each] for each in PARENT):
                raise _hopeless(path)
            _must_be_free(target)
            part.replace(target)
        sync(target.parent)
        _bring_key_file(path, target)
    except (OSError, DatabaseError) as error:
        raise ArchiveError(f"{path} could not be rescued: {reason(error)}") from None
    finally:
        if lock:
            lock.release()
    return Rescued(verdict.meetings, verdict.entries, tuple(found.losses))


def _pages(path: Path, keys: Keys) -> Pages:
    pages = pages_of(path, keys)
    if pages is None:
        raise _hopeless(path)
    if first := pages.page(1):
        release, application = (
            int.from_bytes(first.content[at : at + 4]) for at in (_RELEASE, _APPLICATION)
        )
        if application == APPLICATION_ID and release > VERSION and pages.is_sealed:
            raise ArchiveTooNew("a later release of Clerkapp wrote this archive; rescue it there")
    return pages


def _written(pages: Pages, part: Path, keys: Keys) -> Mended:
    """Fills the empty file `part` with what those pages hold."""
    db = Connection(part, keys[0], writing=True)
    try:
        db.run("PRAGMA journal_mode=DELETE")
        migrate(db)
        columns = columns_of(db)
        remains = read_remains(pages, columns)
        found = mended(remains, columns)
        db.run("BEGIN IMMEDIATE")
        for table in ("device", "change", *PARENT):
            for row in found.rows[table].values():
                _insert(db, table, row)
        db.run("COMMIT")
    finally:
        db.close()
    sync_file(part)
    found.losses += _uncertainties(pages, is_all_known=remains.is_all_known)
    return found


def _insert(db: Connection, table: str, row: Row) -> None:
    names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
    db.run(f"INSERT INTO {table} ({names}) VALUES ({places})", row)  # noqa: S608


def _uncertainties(pages: Pages, *, is_all_known: bool) -> Iterator[str]:
    """What may be lost without leaving a trace."""
    damaged = len(pages.damaged)
    if not is_all_known:
        yield (
            f"whether more is missing cannot be told, for what would say so is on one of {damaged}"
            " damaged pages; compare with a backup"
        )
    if pages.outdated:
        yield (
            f"{len(pages.outdated)} pages could be read only as they were before a save; the"
            " latest changes may be missing"
        )
    if not pages.is_sealed:
        yield "the seals of its pages could not be checked; read the minutes through"


def _lock(path: Path) -> FileLock | None:
    """The lock of the archive; none is needed in a folder that cannot be written to."""
    try:
        return locked(path)
    except ArchiveLocked:
        raise
    except ArchiveError:
        return None


def _bring_key_file(path: Path, target: Path) -> None:
    """Puts what is known of the key beside the new archive, unless something is there."""
    with suppress(ArchiveError):  # a damaged one is of no use there either
        if read_key_file(target.parent) is None:
            copy_key_file(path.parent, target.parent)


def _must_be_free(target: Path) -> None:
    for ending in _TOGETHER:
        if target.with_name(f"{target.name}{ending}").exists():
            raise ArchiveError(
                f"{target.name}{ending} is already there; name a new file to rescue into"
            )


def _hopeless(path: Path) -> ArchiveDamaged:
    return ArchiveDamaged(
        f"nothing in {path} can be read with this key: it is no archive of Clerkapp, or is damaged"
        " from its beginning to its end. Restore a backup"
    )
