"""What is right and what is wrong with the file of an archive, in words."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from clerkapp.archive.agreement import disagreements
from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.log import log_faults, log_of
from clerkapp.archive.opening import opened
from clerkapp.archive.rotation import read_name
from clerkapp.archive.schema import is_current
from clerkapp.archive.store import load
from clerkapp.errors import ClerkappError, NoArchive

Counts: TypeAlias = Mapping[str, int]

_FAULTS_NAMED = 20


class Verdict(Struct, frozen=True):
    """What was found in one file: how much can be read, and every fault as a sentence."""

    path: Path
    meetings: int
    entries: int
    faults: tuple[str, ...]


def verify(path: Path, keys: Keys) -> Verdict:
    """Reads the whole file, also while Clerkapp has it open, and changes nothing.

    NoArchive where there is no such file, ArchiveTooNew and ArchiveError where it is not ours.
    """
    if not path.is_file():
        raise NoArchive(f"there is no archive at {path}")
    # before the database has it open: closing the file would take the database's own locks away
    faults = list(_name_faults(path))
    if log_faults(log_of(path)):
        faults += log_faults(log_of(path))  # else somebody was just writing
    db = opened(path, keys)
    meetings = entries = 0
    try:
        faults += structure_faults(db, "integrity_check")
        faults += row_faults(db)
        faults += disagreements(db)
        if not is_current(db):
            faults += _release_faults(db)
            meetings = db.number("SELECT count(*) FROM meeting WHERE NOT deleted")
            entries = db.number("SELECT count(*) FROM entry WHERE NOT deleted")
        else:
            ids = [str(row["id"]) for row in db.rows("SELECT id FROM meeting WHERE NOT deleted")]
            for each in ids:
                held, fault = _read(db, each)
                meetings += not fault
                entries += held
                faults += [fault] if fault else []
    except (DatabaseError, UnicodeError) as error:
        faults.append(f"it cannot be read to its end: {error}")
    finally:
        db.close()
    return Verdict(path, meetings, entries, tuple(dict.fromkeys(faults))[:_FAULTS_NAMED])


def structure_faults(db: Connection, pragma: str = "quick_check") -> list[str]:
    """What SQLite's own check finds wrong with the pages and the indexes; nothing when all is well.

    `integrity_check` also compares each index with its table, and takes about twice as long.
    Where no log waits to be folded in, each page's seal is looked at first: with one, pages that
    are as they should be raise false alarms. Where a seal is broken that is all that is told: from
    then on the connection finds fault with every page.
    """
    checks = [f"{pragma}({_FAULTS_NAMED})"]
    if db.key and not _has_log(db.path):
        checks.insert(0, "cipher_integrity_check")
    found: list[str] = []
    try:
        for each in checks:
            told = [value for row in db.rows(f"PRAGMA {each}") for value in row.values()]
            found += [" ".join(str(value).split()) for value in told if value != "ok"]
            if found:
                break
    except (DatabaseError, UnicodeError) as error:
        return [f"its pages cannot be read: {error}"]
    return [f"its pages are damaged: {words}" for words in found]


def row_faults(db: Connection) -> list[str]:
    """Rows whose words cannot be read, and rows that belong to nothing."""
    faults: list[str] = []
    for table in tables(db):
        try:
            for _ in db.raw.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 — of this file
                pass
        except (DatabaseError, UnicodeError) as error:
            faults.append(f"the table “{table}” cannot be read whole: {error}")
    try:
        strays = [f"a row of “{row['table']}” belongs to no row of “{row['parent']}”"
                  for row in db.rows("PRAGMA foreign_key_check")]  # fmt: skip
    except (DatabaseError, UnicodeError) as error:
        strays = [f"what belongs to what cannot be read: {error}"]
    return faults + list(dict.fromkeys(strays))


def tables(db: Connection) -> list[str]:
    """The names of the tables that hold rows of their own, not those of an index of words."""
    sql = (
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY name"
    )
    return [str(row["name"]) for row in db.rows(sql)]


def counts(db: Connection) -> Counts:
    """How many rows each table has."""
    return {
        each: db.number(f'SELECT count(*) FROM "{each}" NOT INDEXED')  # noqa: S608
        for each in tables(db)
    }


def digest(path: Path) -> str:
    """The first 16 hexadecimal digits of the file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _name_faults(path: Path) -> Iterator[str]:
    named = read_name(path)
    try:
        if named and named.digest != digest(path):
            yield "it is no longer, byte for byte, the file that was made then"
    except OSError as error:
        yield f"it cannot be read: {(error.strerror or str(error)).lower()}"


def _release_faults(db: Connection) -> Iterator[str]:
    if db.number("PRAGMA user_version") < 1:
        yield "its making was cut short, or its beginning is damaged"


def _read(db: Connection, meeting_id: str) -> tuple[int, str]:
    """How many entries of a meeting can be read, and what is wrong with it, if anything."""
    try:
        meeting = load(db, meeting_id).meeting
    except (DatabaseError, ClerkappError, ValueError, KeyError, TypeError) as error:
        return 0, f"the meeting {meeting_id} cannot be read: {error}"
    if meeting is None:
        return 0, f"the meeting {meeting_id} is in an index and not in its table"
    return sum(len(item.entries) for item in meeting.items), ""
