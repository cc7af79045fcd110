"""The tables of the archive: one step a release, each made with its record.

Every table is strict and created in so many words. Ids are UUIDv7 text; the order of a list is a
fractional position, so that moving one row changes one row; what is removed is marked, not gone.

sqlite-utils chooses its driver when it is first imported: pysqlite3 where there is one, else the
standard library's. Naming SQLCipher pysqlite3 before that import is the one way to have the two
work together (with it 7 of sqlite-utils' own 1,002 tests fail, all for reasons of the tests;
without it 85). Nothing else in Clerkapp imports sqlite_utils, and this module is only loaded when
a step is to be taken: the import takes a tenth of the time that the window may take to open.
"""

import sys
from typing import Any, cast

import sqlcipher3
import sqlcipher3.dbapi2

from clerkapp.archive.driver import Connection

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

import sqlite_utils  # noqa: E402 — after the driver is named
from sqlite_utils.migrations import Migrations  # noqa: E402

migrations = Migrations("clerkapp")


@migrations()
def meetings_items_and_entries(db: sqlite_utils.Database) -> None:
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


_LOG = (
    """CREATE TABLE device (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        who TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE change (
        id TEXT PRIMARY KEY,
        clock TEXT NOT NULL,
        device TEXT NOT NULL REFERENCES device (id),
        at TEXT NOT NULL,
        meeting TEXT NOT NULL,
        part TEXT NOT NULL,
        row TEXT NOT NULL,
        field TEXT NOT NULL,
        old TEXT,
        new TEXT,
        sealed INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX change_row ON change (row, clock)",
    "CREATE INDEX change_meeting ON change (meeting, clock)",
    "CREATE INDEX change_clock ON change (clock)",
    "CREATE INDEX change_open ON change (sealed) WHERE NOT sealed",
    """CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN
        SELECT RAISE(ABORT, 'a change is never deleted');
    END""",
    """CREATE TRIGGER change_is_sealed BEFORE UPDATE ON change
    WHEN old.sealed OR (new.id, new.device, new.meeting, new.part, new.row, new.field, new.old)
        IS NOT (old.id, old.device, old.meeting, old.part, old.row, old.field, old.old)
    BEGIN
        SELECT RAISE(ABORT, 'a sealed change is never changed');
    END""",
)


@migrations()
def changes_logged(db: sqlite_utils.Database) -> None:
    """The log of changes, which only grows, and the computers that they were made on."""
    for statement in _LOG:
        db.conn.execute(statement)


_SEARCH = (
    # A number says the day of the meeting and the order of indexing, so that the newest come
    # first without a sort. It is a column: a plain rowid may change when the file is packed.
    """CREATE TABLE indexed (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE
    ) STRICT""",
    """CREATE VIRTUAL TABLE indexed_words USING fts5 (
        text, unstemmed, content = '', contentless_delete = 1, prefix = '2 3 4',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )""",
    "CREATE TABLE unindexed (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    """CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
        INSERT INTO unindexed VALUES (new.id) ON CONFLICT DO NOTHING;
    END""",
    """CREATE TRIGGER entry_changed AFTER UPDATE OF text, item, deleted ON entry
    WHEN (old.text, old.item, old.deleted) IS NOT (new.text, new.item, new.deleted) BEGIN
        INSERT INTO unindexed VALUES (new.id) ON CONFLICT DO NOTHING;
    END""",
    """CREATE TRIGGER item_added AFTER INSERT ON item BEGIN
        INSERT INTO unindexed VALUES (new.id) ON CONFLICT DO NOTHING;
    END""",
    """CREATE TRIGGER item_changed AFTER UPDATE OF title, deleted ON item
    WHEN (old.title, old.deleted) IS NOT (new.title, new.deleted) BEGIN
        INSERT INTO unindexed VALUES (new.id) ON CONFLICT DO NOTHING;
        INSERT INTO unindexed SELECT id FROM entry
            WHERE item = new.id AND old.deleted IS NOT new.deleted ON CONFLICT DO NOTHING;
    END""",
    """CREATE TRIGGER meeting_changed AFTER UPDATE OF date, deleted ON meeting
    WHEN (old.date, old.deleted) IS NOT (new.date, new.deleted) BEGIN
        INSERT INTO unindexed SELECT id FROM item WHERE meeting = new.id ON CONFLICT DO NOTHING;
        INSERT INTO unindexed SELECT entry.id FROM entry JOIN item ON item.id = entry.item
            WHERE item.meeting = new.id ON CONFLICT DO NOTHING;
    END""",
    "INSERT INTO unindexed SELECT id FROM item UNION SELECT id FROM entry",
)


@migrations()
def words_to_be_searched(db: sqlite_utils.Database) -> None:
    """The index of words, and the list of the rows that it does not know yet.

    Triggers keep that list, in the transaction of the save; the writer works it off when nobody
    types. `transform()` of a table would drop its triggers unasked: a later step that needs it
    must make them again.
    """
    for statement in _SEARCH:
        db.conn.execute(statement)


@migrations()
def shorthand_of_a_person(db: sqlite_utils.Database) -> None:
    """The codes and the stock sentences of a person's own; the id is what is typed for them.

    They are no part of any minutes: what is replaced or deleted is gone.
    """
    db.conn.execute(
        """CREATE TABLE shorthand (
            id TEXT PRIMARY KEY,
            words TEXT NOT NULL
        ) STRICT"""
    )


_MORE_OF_THE_RECORD = {
    "meeting": (
        "public INTEGER",
        "jurisdiction TEXT NOT NULL DEFAULT ''",
        "committee_id TEXT NOT NULL DEFAULT ''",
        "first_page INTEGER",
        "dismissed TEXT NOT NULL DEFAULT '[]'",
    ),
    "attendance": (
        "remote INTEGER NOT NULL DEFAULT 0",
        "has_vote INTEGER NOT NULL DEFAULT 1",
        "reason TEXT NOT NULL DEFAULT ''",
    ),
    "item": (
        "business TEXT NOT NULL DEFAULT ''",
        "recommendation TEXT NOT NULL DEFAULT ''",
        "summary TEXT NOT NULL DEFAULT ''",
    ),
}


@migrations()
def who_said_it(db: sqlite_utils.Database) -> None:
    """The speaker of an entry: somebody mentioned, as JSON. The triggers of the table stay."""
    db.conn.execute("ALTER TABLE entry ADD COLUMN speaker TEXT")


@migrations()
def the_room_the_law_and_what_was_left(db: sqlite_utils.Database) -> None:
    """What the law asks of the record of a meeting, the findings that were left, and committees.

    Columns are added, so the triggers of the tables stay.
    """
    for table, columns in _MORE_OF_THE_RECORD.items():
        for column in columns:
            db.conn.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    db.conn.execute(
        """CREATE TABLE committee (
            id TEXT PRIMARY KEY,
            organisation TEXT NOT NULL,
            name TEXT NOT NULL,
            details TEXT NOT NULL,
            deleted INTEGER NOT NULL DEFAULT 0
        ) STRICT"""
    )


@migrations()
def stationery_of_a_council(db: sqlite_utils.Database) -> None:
    """The crest and the Word template of each council, as JSON with the files in it.

    They are no part of any minutes: what is replaced is gone.
    """
    db.conn.execute(
        """CREATE TABLE stationery (
            council TEXT PRIMARY KEY,
            details TEXT NOT NULL
        ) STRICT"""
    )


@migrations()
def running_numbers_of_resolutions(db: sqlite_utils.Database) -> None:
    """Where those of a meeting begin. A column is added, so the triggers of the table stay."""
    db.conn.execute("ALTER TABLE meeting ADD COLUMN first_resolution INTEGER")


@migrations()
def where_the_next_meeting_is(db: sqlite_utils.Database) -> None:
    """Its time and its place beside its day. Columns are added, so the triggers stay."""
    db.conn.execute("ALTER TABLE meeting ADD COLUMN next_start TEXT")
    db.conn.execute("ALTER TABLE meeting ADD COLUMN next_place TEXT NOT NULL DEFAULT ''")


def apply_all(db: Connection) -> None:
    """Takes every step that was not taken yet."""
    migrations.apply(sqlite_utils.Database(cast("Any", db.raw), execute_plugins=False))
