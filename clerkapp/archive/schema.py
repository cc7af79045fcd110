"""Whether a file is an archive, of which release, and how it becomes one of this."""

from clerkapp.archive.driver import Connection
from clerkapp.errors import ArchiveError, ArchiveTooNew

APPLICATION_ID = 0x434C524B  # "CLRK" in the header of the file

VERSION = 3  # one more with each step in `migrations`


def migrate(db: Connection) -> None:
    """Brings the archive up to this release."""
    if is_current(db):
        return
    from clerkapp.archive.migrations import apply_all  # noqa: PLC0415 — seldom, and slow to load

    apply_all(db)
    db.run(f"PRAGMA application_id={APPLICATION_ID}")
    db.run(f"PRAGMA user_version={VERSION}")


def is_current(db: Connection) -> bool:
    """Whether nothing is left to bring up to this release."""
    return db.number("PRAGMA user_version") == VERSION


def check(db: Connection) -> None:
    """ArchiveError where the file is not an archive, ArchiveTooNew where it is a later one."""
    application = db.number("PRAGMA application_id")
    if application != APPLICATION_ID and (application or _has_strange_tables(db)):
        raise ArchiveError("this file is a database, but not an archive of Clerkapp")
    if db.number("PRAGMA user_version") > VERSION:
        raise ArchiveTooNew("a later release of Clerkapp wrote this archive; open it there")


def _has_strange_tables(db: Connection) -> bool:
    """Whether there are tables, and not those of an archive whose first making was cut short."""
    names = {row["name"] for row in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return bool(names) and "_sqlite_migrations" not in names
