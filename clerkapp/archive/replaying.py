"""Does again what was saved after a backup was made, exactly as the archive did it.

A mark names a state of the archive: the latest reading of the clock of changes, the change that
has it, and whether a burst of typing is open. No two saves leave the same, whatever was restored
in between. So a record, which says the marks before and after it, is done on just the state that
it was done on, and none is done twice.
"""

import datetime as dt
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.opening import opened
from clerkapp.archive.rotation import read_name
from clerkapp.archive.segments import (
    Record,
    Segment,
    read_header,
    read_segment,
    segment_paths,
)
from clerkapp.errors import ArchiveError

_MARK = """
    SELECT clock || ' ' || id || ' ' ||
        CASE WHEN EXISTS (SELECT 1 FROM change WHERE NOT sealed) THEN 'open' ELSE 'sealed' END
        AS mark
    FROM change ORDER BY clock DESC LIMIT 1
"""
_LATEST = "~"  # after every reading of the clock


def mark(db: Connection) -> str:
    """The mark of the state that the archive is in; "" where nothing was ever saved in it."""
    found = next(db.rows(_MARK), None)
    return str(found["mark"]) if found else ""


def clock_of(mark_: str) -> str:
    """The reading of the clock of changes in a mark."""
    return mark_.partition(" ")[0]


class Continuation(Struct, frozen=True):
    """What was saved after a backup, in order, and what is known to be missing, in sentences.

    `start` is the mark of the state that the backup is of, and `release` that of its tables.
    """

    start: str
    release: int
    records: tuple[Record, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def end(self) -> str:
        """The mark of the state that all of it leads to."""
        return self.records[-1].after if self.records else self.start

    @property
    def until(self) -> dt.datetime | None:
        """When the last of it was saved; None where there is nothing."""
        if not self.records:
            return None
        milliseconds = int(clock_of(self.end).partition(".")[0])
        return dt.datetime.fromtimestamp(milliseconds / 1000, dt.UTC)


class Taker(Protocol):
    """Who takes the records of what was saved, once it is on the disk."""

    @property
    def is_wanted(self) -> bool:
        """Whether it takes any at present."""
        ...

    def take(self, record: Record) -> None:
        """Takes one. It raises nothing."""
        ...


class Recorder:
    """Runs the writer's transactions, and hands on what each did. For one connection."""

    def __init__(self, db: Connection, taker: Taker | None) -> None:
        self._db = db
        self._taker = taker

    @contextmanager
    def transaction(self) -> Generator[None]:
        """What is run within comes to the disk as one; where it fails the caller rolls back."""
        self._db.run("BEGIN IMMEDIATE")
        if self._taker is None or not self._taker.is_wanted:
            yield
            self._db.run("COMMIT")
            return
        before = mark(self._db)
        with self._db.recorded() as statements:
            yield
        after = mark(self._db)
        self._db.run("COMMIT")
        if after != before:
            self._taker.take(Record(before, after, tuple(statements)))


def continuation(backup: Path, keys: Keys) -> Continuation:
    """What the segments beside a backup say was saved after it; ArchiveError if it is unreadable.

    Nothing where the file does not have the name of a backup.
    """
    named = read_name(backup)
    db = opened(backup, keys)
    try:
        start, release = mark(db), db.number("PRAGMA user_version")
    except DatabaseError:
        return Continuation("", 0)  # of a release that kept no changes yet
    finally:
        db.close()
    paths = segment_paths(named.stem, backup.parent) if named else []
    segments, doubts = _read(needed(paths, start), keys)
    return following(Continuation(start, release, doubts=doubts), segments)


def needed(paths: Iterable[Path], start: str) -> list[Path]:
    """Those of the segments that may hold what came after the state with that mark."""
    begun: dict[Path, str] = {}
    for path in paths:
        try:
            begun[path] = clock_of(read_header(path).begins)
        except ArchiveError:  # nobody knows
            begun[path] = _LATEST
    last = max((each for each in begun.values() if each <= clock_of(start)), default="")
    return [path for path, clock in begun.items() if clock >= last]


def following(backup: Continuation, segments: Iterable[Segment]) -> Continuation:
    """With the records in `segments`, the oldest first, that follow on the state of the backup.

    Where two do, because an older state was restored meanwhile, the later segment is right.
    """
    start, doubts = backup.start, backup.doubts
    fitting = [each for each in segments if each.header.release == backup.release]
    left = {record.before: record for each in fitting for record in each.records}
    found: list[Record] = []
    end = start
    while end in left:
        found.append(left.pop(end))
        end = found[-1].after
    if any(clock_of(each) > clock_of(end) for each in left):
        doubts = (*doubts, "something saved in between is missing, and what came after it with it")
    return replace(backup, records=tuple(found), doubts=doubts)


def replay(path: Path, keys: Keys, after: Continuation) -> Continuation:
    """Does in the file, which nobody else has open, what came after it; what of that was done."""
    if not after.records:
        return after
    db = Connection(path, keys[0], writing=True)
    try:
        db.run("PRAGMA journal_mode=DELETE")
        db.run("BEGIN IMMEDIATE")
        done = tuple(_done(db, after.records))
        db.run("COMMIT")
    except DatabaseError as error:
        raise ArchiveError(f"{path} cannot be brought up to date: {error}") from None
    finally:
        db.close()
    doubts = after.doubts
    if len(done) < len(after.records):
        doubts = (*doubts, "a save could not be done again, nor what came after it")
    return replace(after, records=done, doubts=doubts)


def _done(db: Connection, records: Iterable[Record]) -> Iterator[Record]:
    """Does one record after another, as long as each leads to the state that it led to."""
    for record in records:
        db.run("SAVEPOINT record")
        try:
            for sql, parameters in record.statements:
                db.run(sql, parameters)
            is_right = mark(db) == record.after
        except DatabaseError:
            is_right = False
        if not is_right:
            db.run("ROLLBACK TO record")
            return
        db.run("RELEASE record")
        yield record


def _read(paths: Iterable[Path], keys: Keys) -> tuple[list[Segment], tuple[str, ...]]:
    segments: list[Segment] = []
    doubts: list[str] = []
    for path in paths:
        try:
            segment = read_segment(path, keys)
        except ArchiveError as error:
            doubts.append(str(error))
            continue
        segments.append(segment)
        if segment.fault:
            doubts.append(segment.fault)
    return segments, tuple(doubts)
