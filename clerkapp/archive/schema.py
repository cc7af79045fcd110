"""The tables of the archive, and how an archive of an earlier release becomes one of this.

Every table is strict and created in so many words. Ids are UUIDv7 text; the order of a list is a
fractional position, so that moving one row changes one row; what is removed is marked, not gone.
"""

from clerkapp.archive.driver import Connection, Migrations, Tables
from clerkapp.errors import ArchiveError, ArchiveTooNew

APPLICATION_ID = 0x434C524B  # "CLRK" in the header of the file

VERSION = 1  # one more with each migration
migrations = Migrations("clerkapp")


@migrations()
def meetings_items_and_entries(db: Tables) -> None:
    """The meeting, who was there, its items and their entries."""
    db.table("meeting").create(
        {
            "id": str,
            "council": str,
            "committee": str,
            "date": str,
            "start": str,
            "end": str,
            "place": str,
            "quorum": int,
            "next_meeting": str,
            "house_style": str,
            "status": str,
            "is_sample": int,
            "deleted": int,
        },
        pk="id",
        not_null={"council", "committee", "place", "house_style", "status"},
        defaults={"is_sample": 0, "deleted": 0},
        strict=True,
    )
    db.table("attendance").create(
        {
            "id": str,
            "meeting": str,
            "position": str,
            "name": str,
            "post": str,
            "code": str,
            "standing": str,
            "in_place_of": str,
            "deleted": int,
        },
        pk="id",
        not_null={"meeting", "position", "name", "post", "code", "standing"},
        defaults={"deleted": 0},
        foreign_keys=[("meeting", "meeting", "id")],
        strict=True,
    )
    db.table("item").create(
        {
            "id": str,
            "meeting": str,
            "position": str,
            "number": str,
            "title": str,
            "presenter": str,
            "documents": str,
            "exempt": str,
            "deleted": int,
        },
        pk="id",
        not_null={"meeting", "position", "number", "title", "presenter", "documents"},
        defaults={"deleted": 0},
        foreign_keys=[("meeting", "meeting", "id")],
        strict=True,
    )
    db.table("entry").create(
        {
            "id": str,
            "item": str,
            "position": str,
            "kind": str,
            "settled": int,
            "text": str,
            "time": str,
            "facts": str,
            "exempt": str,
            "deleted": int,
        },
        pk="id",
        not_null={"item", "position", "kind", "settled", "text"},
        defaults={"deleted": 0},
        foreign_keys=[("item", "item", "id")],
        strict=True,
    )
    for table, column in (("attendance", "meeting"), ("item", "meeting"), ("entry", "item")):
        db.table(table).create_index([column])


def migrate(db: Connection) -> None:
    """Brings the archive up to this release."""
    migrations.apply(db.tables)
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
    names = set(db.tables.table_names())
    return bool(names) and "_sqlite_migrations" not in names
