"""The archive: every meeting on this computer, in one file that one Clerkapp writes at a time."""

import datetime as dt
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import platformdirs

from clerkapp.archive.backups import Backups
from clerkapp.archive.driver import Connection, DatabaseError, Parameters, Row
from clerkapp.archive.encrypting import encrypt
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.locking import locked
from clerkapp.archive.opening import opened
from clerkapp.archive.restoring import finish_interrupted, is_interrupted
from clerkapp.archive.schema import is_current, migrate
from clerkapp.archive.snapshots import backup_folder, snapshots
from clerkapp.archive.store import load
from clerkapp.archive.whereabouts import unfit
from clerkapp.archive.writer import NotSaved, Saved, Writer
from clerkapp.errors import ArchiveDamaged, ArchiveError, NoArchive, NoSuchMeeting
from clerkapp.meeting.meeting import Meeting, Status

Listener = Callable[[Saved | NotSaved], None]
A = TypeVar("A", bound="ArchiveReader")

_SECONDS_TO_SAVE = 10.0
_SECONDS_TO_INDEX = 0.2


def default_path() -> Path:
    """Where the archive is unless somebody says otherwise: CLERKAPP_ARCHIVE, or the data folder."""
    named = os.environ.get("CLERKAPP_ARCHIVE")
    if named:
        return Path(named).expanduser()
    return platformdirs.user_data_path("Clerkapp", appauthor=False) / "archive.db"


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """One line of the list of meetings."""

    id: str
    date: dt.date | None
    council: str
    committee: str
    status: Status
    items: int
    is_sample: bool


@contextmanager
def _told(path: Path) -> Generator[None]:
    """Says in a sentence what the database says of a file that cannot be read."""
    try:
        yield
    except DatabaseError as error:
        raise ArchiveError(f"{path} cannot be read: {error}; try clerkapp verify") from None


class ArchiveReader:
    """Reads an archive, also while another Clerkapp has it open. For one thread."""

    def __init__(self, path: Path, keys: Keys) -> None:
        """Opens the archive at `path`; NoArchive where there is none, ArchiveError if not ours."""
        self.path = path
        self._keys = keys
        if is_interrupted(path):
            raise ArchiveError("a restore was cut short; open the window once to undo it")
        if not path.is_file():
            raise NoArchive(f"there is no archive yet at {path}")
        self._db = self._opened(path)

    def _opened(self, path: Path) -> Connection:
        db = opened(path, self._keys)
        if db.key is None or not is_current(db):
            db.close()
            raise ArchiveError("an earlier release wrote this archive; open the window once")
        return db

    def meetings(self) -> list[MeetingSummary]:
        """Every meeting, the latest first; those without a date come last."""
        rows = self.rows(
            "SELECT meeting.*, (SELECT count(*) FROM item"
            " WHERE item.meeting = meeting.id AND NOT item.deleted AND item.title <> '') AS items"
            " FROM meeting WHERE NOT deleted ORDER BY date DESC, start DESC, id DESC"
        )
        return list(map(_summary, rows))

    def read(self, meeting_id: str) -> Meeting:
        """The meeting with that id; NoSuchMeeting where there is none."""
        with _told(self.path):
            meeting = load(self._db, meeting_id).meeting
        if meeting is None:
            raise NoSuchMeeting(f"there is no meeting “{meeting_id}” in the archive {self.path}")
        return meeting

    def every_meeting(self) -> Iterator[Meeting]:
        """Every meeting whole, the latest first."""
        for summary in self.meetings():
            yield self.read(summary.id)

    def rows(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """The rows that a statement of one of this folder's own modules gives."""
        with _told(self.path):
            yield from self._db.rows(sql, parameters)

    def catch_up(self) -> None:
        """Has the index of words brought up to what is saved, where this Clerkapp can do that."""

    def make_own(self, statement: str) -> None:
        """Makes a table in memory for this reader alone; within a snapshot it would not stay."""
        with _told(self.path):
            self._db.run(statement)

    @contextmanager
    def snapshot(self) -> Generator[Connection, None, None]:
        """The connection, on which everything read meanwhile is of one state of the archive."""
        self._db.run("BEGIN")
        try:
            with _told(self.path):
                yield self._db
        finally:
            self._db.run("ROLLBACK")

    def close(self) -> None:
        """Gives the file up."""
        self._db.close()

    def __enter__(self: A) -> A:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Archive(ArchiveReader):
    """The archive open for writing, which one Clerkapp at a time can have."""

    def __init__(self, path: Path, keys: Keys) -> None:
        """Opens or makes the archive at `path`, and encrypts what an earlier release left plain.

        ArchiveLocked where another Clerkapp has it, ArchiveError where it cannot be had at all.
        """
        self._listeners: list[Listener] = []
        if why := unfit(path.parent):
            raise ArchiveError(f"the archive cannot be kept in {path.parent}: {why}")
        self._lock = locked(path)
        try:
            finish_interrupted(path)
            self._backups = Backups(path, keys)
            if not path.exists() or not path.stat().st_size:
                _must_be_the_first(path)
                path.touch(mode=0o600)
            super().__init__(path, keys)
            self._writer = Writer(path, self._db.key, self._tell)
        except BaseException:
            self._lock.release()
            raise
        self._backups.begin()

    def _opened(self, path: Path) -> Connection:
        db = opened(path, self._keys, writing=True)
        if db.key != self._keys[0]:  # left plain by an earlier release, or a renewal was cut short
            db.close()
            encrypt(path, self._keys)
            db = opened(path, self._keys, writing=True)
        try:
            migrate(db)
        except DatabaseError as error:
            db.close()
            raise ArchiveError(f"{path} cannot be brought up to this release: {error}") from None
        except BaseException:
            db.close()
            raise
        return db

    def keep(self, meeting: Meeting) -> None:
        """Hands `meeting` to the writer and returns at once; listeners hear when it is saved."""
        self._writer.keep(meeting)

    def add(self, meeting: Meeting) -> None:
        """Keeps `meeting` and waits until it is saved; ArchiveError where it is not."""
        reasons: list[str] = []

        def hear(told: Saved | NotSaved) -> None:
            if isinstance(told, NotSaved):
                reasons.append(told.reason)

        self._listeners.append(hear)
        self.keep(meeting)
        saved = self._writer.settle(_SECONDS_TO_SAVE)
        self._listeners.remove(hear)
        if not saved:
            raise ArchiveError(f"the meeting could not be saved: {(reasons or ['no answer'])[-1]}")

    def remove(self, meeting_id: str) -> None:
        """Marks the meeting deleted, and waits until that is saved."""
        self._writer.remove(meeting_id)
        self._writer.settle(_SECONDS_TO_SAVE)
        self._backups.note_change()

    def reader(self) -> ArchiveReader:
        """Another connection to the archive, for somebody who only reads."""
        return ArchiveReader(self.path, self._keys)

    def listen(self, listener: Listener) -> None:
        """Calls `listener`, on the writer's thread, with each `Saved` and `NotSaved`."""
        self._listeners.append(listener)

    def catch_up(self) -> None:
        """Has the writer index what has changed, and waits a little; a search is right without."""
        self._writer.index(_SECONDS_TO_INDEX)

    def settle(self) -> bool:
        """Waits until everything handed over is saved; False where that takes too long."""
        return self._writer.settle(_SECONDS_TO_SAVE)

    @property
    def trouble(self) -> str:
        """What is wrong with the archive's file or its backups, in a sentence; "" if nothing is."""
        return self._backups.trouble

    def snapshot_if_due(self, now: dt.datetime) -> None:
        """Has a backup made on a thread of its own, once a day; returns at once."""
        self._backups.snapshot_if_due(now)

    def close(self) -> None:
        """Saves what waits, folds the log in, makes a backup of what changed, and lets go."""
        self._backups.wait()
        self._writer.stop()
        super().close()
        if self._lock.is_locked:
            self._backups.close()
        self._lock.release()

    def _tell(self, told: Saved | NotSaved) -> None:
        if isinstance(told, Saved):
            self._backups.note_change()
        for listener in tuple(self._listeners):
            listener(told)


def _must_be_the_first(path: Path) -> None:
    """ArchiveDamaged where backups say that there was an archive: none is begun in its place."""
    if snapshots(path, backup_folder(path)):
        state = "is empty" if path.exists() else "is gone"
        raise ArchiveDamaged(f"{path} {state}, and there are backups of it: restore the newest")


def _summary(row: Row) -> MeetingSummary:
    return MeetingSummary(
        id=str(row["id"]),
        date=dt.date.fromisoformat(str(row["date"])) if row["date"] else None,
        council=str(row["council"]),
        committee=str(row["committee"]),
        status=Status(str(row["status"])),
        items=int(row["items"] or 0),
        is_sample=bool(row["is_sample"]),
    )
