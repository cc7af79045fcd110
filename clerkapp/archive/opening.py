"""Opens the file of an archive, whichever of its keys it is encrypted with."""

from pathlib import Path

from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.keys.data_key import DataKey, Keys
from clerkapp.archive.schema import check
from clerkapp.errors import ArchiveDamaged, ArchiveError

_PLAIN = b"SQLite format 3\0"


def is_plain(path: Path) -> bool:
    """Whether the file is a database that an earlier release left unencrypted."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False


def opened(
    path: Path, keys: Keys, *, writing: bool = False, may_be_later: bool = False
) -> Connection:
    """A connection to the file, which must be there.

    One that is only to be read `may_be_later`, of a later release. ArchiveDamaged where none of
    `keys` makes sense of it, ArchiveError where it is not ours or the disk does not give it.
    """
    candidates: tuple[DataKey | None, ...] = (None,) if is_plain(path) else keys
    for key in candidates[:-1]:
        try:
            return _tried(path, key, writing=writing, may_be_later=may_be_later)
        except (DatabaseError, UnicodeError) as error:
            if not is_damage(error):
                break
    try:
        return _tried(path, candidates[-1], writing=writing, may_be_later=may_be_later)
    except (DatabaseError, UnicodeError) as error:
        if is_damage(error):
            raise ArchiveDamaged(
                f"{path} cannot be read: it is no archive of Clerkapp that this key opens,"
                f" or is damaged ({error})"
            ) from None
        raise ArchiveError(f"{path} cannot be read: {error}") from None


def is_damage(error: Exception) -> bool:
    """Whether the database said that its file is damaged, and not that the world is in its way."""
    words = ("malformed", "not a database", "corrupt", "decode", "too big", "unsupported")
    return any(word in str(error) for word in words)


def _tried(path: Path, key: DataKey | None, *, writing: bool, may_be_later: bool) -> Connection:
    undoes = writing and path.with_name(f"{path.name}-journal").exists()
    db = Connection(path, key, writing=undoes)  # who only reads may not undo what was cut short
    try:
        check(db, may_be_later=may_be_later)
        if writing and not undoes:
            db.close()
            db = Connection(path, key, writing=True)
    except BaseException:
        db.close()
        raise
    return db
