"""Encrypts what an earlier release left unencrypted, in place, and the copies of it.

Killed at any moment it leaves each file as it was or encrypted and whole: the log is folded in
first, a verified copy is made beside it, and that takes its place in one step.
"""

from collections.abc import Iterator
from pathlib import Path

from clerkapp.archive.driver import DatabaseError
from clerkapp.archive.files import reason, sync, unfinished
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.opening import is_plain, opened
from clerkapp.archive.rotation import SnapshotName, read_name
from clerkapp.archive.snapshots import backup_folder, copy_whole, snapshots
from clerkapp.archive.verifying import digest
from clerkapp.errors import ArchiveError, ClerkappError


def encrypt(path: Path, keys: Keys) -> None:
    """Encrypts the archive with the first of `keys`. Only for who holds its lock.

    ArchiveError where it cannot be done; the archive is then as it was.
    """
    replace_under(path, keys, path)


def replace_under(path: Path, keys: Keys, target: Path | None = None) -> Path:
    """Puts a copy encrypted with the first of `keys` in the place of the file; where it now is.

    Without a `target` it is a backup, whose name has to tell what is in it.
    """
    try:
        if target == path:  # no log is ever beside a backup, which stays as it is to the last
            _without_log(path, keys)
        with unfinished(path.parent, path.stem) as part:
            copy_whole(path, part, keys)
            target = target or path.with_name(_name_of(path, part))
            part.replace(target)
        sync(path.parent)
        if target != path:
            path.unlink()
    except (OSError, DatabaseError) as error:
        raise ArchiveError(f"{path} could not be encrypted: {reason(error)}") from None
    return target


def encrypt_copies(archive: Path, keys: Keys) -> list[str]:
    """Encrypts the backups and what a restore moved aside; a sentence for each that could not be.

    It may take a while where there are many.
    """
    left: list[str] = []
    for path in list(outdated_copies(archive, keys)):
        try:
            replace_under(path, keys, None if read_name(path) else path)
        except ClerkappError as error:
            left.append(f"{path} is not encrypted: {error}")
    return left


def outdated_copies(archive: Path, keys: Keys) -> Iterator[Path]:
    """The copies of the archive, in its folder of backups, not encrypted with the first key."""
    folder = backup_folder(archive)
    aside = folder.glob(f"replaced-*/{archive.name}") if folder.is_dir() else ()
    for path in (*snapshots(archive, folder).values(), *sorted(aside)):
        if is_plain(path) or (len(keys) > 1 and not _opens(path, keys[:1])):
            yield path


def _opens(path: Path, keys: Keys) -> bool:
    try:
        opened(path, keys).close()
    except ArchiveError:
        return False
    return True


def _name_of(path: Path, part: Path) -> str:
    was = read_name(path)
    if was is None:
        return path.name
    return str(SnapshotName(was.stem, was.at, was.why, digest(part)))


def _without_log(path: Path, keys: Keys) -> None:
    """Folds the log in and takes it away: beside an encrypted file it would be a strange one."""
    db = opened(path, keys, writing=True)
    try:
        db.run("PRAGMA wal_checkpoint(TRUNCATE)")
        db.run("PRAGMA journal_mode=DELETE")
    finally:
        db.close()
    sync(path.parent)  # before the file is exchanged, whatever the disk does first
