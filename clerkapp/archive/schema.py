"""Whether a file is an archive, of which release, and how it becomes one of this."""

from clerkapp.archive.driver import Connection
from clerkapp.errors import ArchiveError, ArchiveTooNew

APPLICATION_ID = 0x434C524B  # "CLRK" in the header of the file

VERSION = 9  # one more with each step in `migrations`

_READ = {
    "meeting": {"id", "council", "committee", "date", "start", "end", "place", "quorum",
                "next_meeting", "house_style", "status", "is_sample", "deleted"},
    "attendance": {"id", "meeting", "position", "name", "post", "code", "standing", "in_place_of",
                   "deleted"},
    "item": {"id", "meeting", "position", "number", "title", "presenter", "documents", "exempt",
             "deleted"},
    "entry": {"id", "item", "position", "kind", "settled", "text", "time", "facts", "exempt",
              "deleted", "speaker"},
}  # fmt: skip
"""The tables and columns without which no meeting can be read."""


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


def check(db: Connection, *, may_be_later: bool = False) -> None:
    """ArchiveError where the file is not an archive, ArchiveTooNew where it is a later one.

    One that `may_be_later` is only to be read: it must still have what this release reads.
    """
    application = db.number("PRAGMA application_id")
    if application != APPLICATION_ID and (application or _has_strange_tables(db)):
        raise ArchiveError("this file is a database, but not an archive of Clerkapp")
    if is_later(db) and not (may_be_later and _can_be_read(db)):
        raise ArchiveTooNew("a later release of Clerkapp wrote this archive; open it there")


def is_later(db: Connection) -> bool:
    """Whether a later release wrote the archive: it may be read, and nothing changed."""
    return db.number("PRAGMA user_version") > VERSION


def _can_be_read(db: Connection) -> bool:
    """Whether the tables of a later archive still have every column that this release reads."""
    return all(
        columns
        <= {row["name"] for row in db.rows("SELECT name FROM pragma_table_info(?)", [table])}
        for table, columns in _READ.items()
    )


def _has_strange_tables(db: Connection) -> bool:
    """Whether there are tables, and not those of an archive whose first making was cut short."""
    names = {row["name"] for row in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return bool(names) and "_sqlite_migrations" not in names
