"""The archive: every meeting on this computer, in one file that one Clerkapp writes at a time."""

import datetime as dt
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from msgspec import Struct

from clerkapp.archive.backups import Backups
from clerkapp.archive.driver import Connection, DatabaseError, Parameters, Row
from clerkapp.archive.encrypting import encrypt
from clerkapp.archive.hold import GoneCommittee, abandon
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.keys.key_file import NAME, KeyFile, read_key_file, write_key_file
from clerkapp.archive.locking import locked
from clerkapp.archive.opening import opened
from clerkapp.archive.restoring import finish_interrupted, is_interrupted
from clerkapp.archive.schema import is_current, is_later, migrate
from clerkapp.archive.second_drive import SecondDrive
from clerkapp.archive.second_folder import choose
from clerkapp.archive.snapshots import backup_folder, snapshots
from clerkapp.archive.store import load
from clerkapp.archive.trouble import Standing, may_write
from clerkapp.archive.whereabouts import unfit
from clerkapp.archive.writer import Moved, NotSaved, Saved, Told, Writer
from clerkapp.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveReadOnly,
    ArchiveTooNew,
    NoArchive,
    NoSuchMeeting,
)
from clerkapp.meeting.committees import Committee
from clerkapp.meeting.meeting import Meeting, Status
from clerkapp.meeting.stationery import Stationery
from clerkapp.wording.shorthand import Shorthand

Listener = Callable[[Told], None]
A = TypeVar("A", bound="ArchiveReader")

_SECONDS_TO_SAVE = 10.0
_SECONDS_TO_INDEX = 0.2
_LATER = (
    "a later release of Clerkapp wrote this archive: what this release knows of it can be read, "
    "and nothing changed; open it there"
)


def default_path() -> Path:
    """Where the archive is unless somebody says otherwise: CLERKAPP_ARCHIVE, or the data folder."""
    named = os.environ.get("CLERKAPP_ARCHIVE")
    if named:
        return Path(named).expanduser()
    import platformdirs  # noqa: PLC0415 — 2 ms, where the folder is not named

    return platformdirs.user_data_path("Clerkapp", appauthor=False) / "archive.db"


class MeetingSummary(Struct, frozen=True):
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

    why_read_only = ""
    """Why nothing can be changed, as a sentence; "" where it can, or nobody asks."""

    def __init__(self, path: Path, keys: Keys) -> None:
        """Opens the archive at `path`; NoArchive where there is none, ArchiveError if not ours.

        What a later release wrote is read as far as this one knows it, which `warning` then says;
        ArchiveTooNew where it knows nothing of it.
        """
        self.path = path
        self.keys = keys
        self.warning = ""
        if is_interrupted(path):
            raise ArchiveError("a restore was cut short; open the window once to undo it")
        if not path.is_file():
            raise NoArchive(f"there is no archive yet at {path}")
        self._db = self._opened(path)

    def _opened(self, path: Path) -> Connection:
        db = opened(path, self.keys, may_be_later=True)
        if is_later(db):
            self.warning = _LATER
        elif db.key is None or not is_current(db):
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
        return [_summary(row, is_later=bool(self.warning)) for row in rows]

    def read(self, meeting_id: str) -> Meeting:
        """The meeting with that id; NoSuchMeeting where there is none."""
        with _told(self.path):
            meeting = self._loaded(meeting_id)
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
            yield from self._here().rows(sql, parameters)

    def catch_up(self) -> None:
        """Has the index of words brought up to what is saved, where this Clerkapp can do that."""

    def make_own(self, statement: str) -> None:
        """Makes a table in memory for this reader alone; within a snapshot it would not stay."""
        with _told(self.path):
            self._db.run(statement)

    @contextmanager
    def snapshot(self) -> Generator[Connection, None, None]:
        """The connection, on which everything read meanwhile is of one state of the archive."""
        db = self._here()
        db.run("BEGIN")
        try:
            with _told(self.path):
                yield db
                # an index that meets a damaged page gives what it has; the next to ask is told
                db.number("SELECT count(*) FROM (SELECT 1 FROM meeting LIMIT 1)")
        finally:
            db.run("ROLLBACK")

    def _here(self) -> Connection:
        """The connection to read with."""
        return self._db

    def _loaded(self, meeting_id: str) -> Meeting | None:
        try:
            return load(self._here(), meeting_id).meeting
        except (ValueError, KeyError, TypeError):
            if not self.warning:
                raise
            raise ArchiveTooNew(
                f"the meeting {meeting_id} has what only a later release of Clerkapp knows"
            ) from None

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

        ArchiveLocked where another Clerkapp has it, ArchiveReadOnly where it can only be read,
        ArchiveTooNew where a later release wrote it, ArchiveError where it cannot be had at all.
        """
        self._listeners: list[Listener] = []
        if path.is_file() and not may_write(path):
            raise ArchiveReadOnly(f"the archive in {path.parent} cannot be written to here")
        if why := unfit(path.parent):
            raise ArchiveError(f"the archive cannot be kept in {path.parent}: {why}")
        lock = locked(path)
        try:
            finish_interrupted(path)
            self._backups = Backups(path, keys)
            if not path.exists() or not path.stat().st_size:
                _must_be_the_first(path)
                path.touch(mode=0o600)
            super().__init__(path, keys)
            self._key_file: KeyFile | None = None
            self._files: int = 1
            self._standing = Standing(path)
            self._drive = SecondDrive(path, keys, self._db)
            self._writer = Writer(path, lock, self._connected, self._tell, self._drive)
        except BaseException:
            lock.release()
            raise
        self._backups.begin()

    def _opened(self, path: Path) -> Connection:
        db = opened(path, self.keys, writing=True)
        if db.key != self.keys[0]:  # left plain by an earlier release, or a renewal was cut short
            db.close()
            encrypt(path, self.keys)
            db = opened(path, self.keys, writing=True)
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
        self._waited("meeting", lambda: self.keep(meeting))

    def keep_committee(self, committee: Committee) -> None:
        """Keeps `committee` and waits until it is saved; ArchiveError where it is not."""
        self._waited("committee", lambda: self._writer.keep_committee(committee))

    def remove_committee(self, committee_id: str) -> None:
        """Takes the committee off the list, as `keep_committee`; its meetings stay."""
        gone = GoneCommittee(committee_id)
        self._waited("committee", lambda: self._writer.keep_committee(gone))

    def _waited(self, what: str, hand_over: Callable[[], None]) -> None:
        reasons: list[str] = []

        def hear(told: Told) -> None:
            if isinstance(told, NotSaved):
                reasons.append(told.reason)

        self._listeners.append(hear)
        hand_over()
        saved = self._writer.settle(_SECONDS_TO_SAVE)
        self._listeners.remove(hear)
        if not saved:
            raise ArchiveError(f"the {what} could not be saved: {(reasons or ['no answer'])[-1]}")

    def keep_shorthand(self, own: Shorthand) -> None:
        """Hands a person's own shorthand to the writer and returns at once."""
        self._writer.keep_shorthand(own)

    def keep_stationery(self, own: Stationery) -> None:
        """Keeps the stationery of a council and waits until it is saved; else ArchiveError."""
        self._waited("stationery", lambda: self._writer.keep_stationery(own))

    def remove(self, meeting_id: str) -> None:
        """Marks the meeting deleted, and waits until that is saved."""
        self._writer.remove(meeting_id)
        self._writer.settle(_SECONDS_TO_SAVE)
        self._backups.note_change()

    def reader(self) -> ArchiveReader:
        """Another connection to the archive, for somebody who only reads."""
        return ArchiveReader(self.path, self.keys)

    def listen(self, listener: Listener) -> None:
        """Calls `listener`, on the writer's thread, with each `Saved` and `NotSaved`."""
        self._listeners.append(listener)

    def catch_up(self) -> None:
        """Has the writer index what has changed, and waits a little; a search is right without."""
        self._writer.index(_SECONDS_TO_INDEX)

    def settle(self) -> bool:
        """Waits until everything handed over is saved; False where that takes too long."""
        return self._writer.settle(_SECONDS_TO_SAVE)

    def try_again(self) -> None:
        """Has what the disk did not take tried at once."""
        self._writer.try_again()

    def go_on_in(self, folder: Path) -> None:
        """Goes on in another folder, with all that can be carried there; returns at once.

        Listeners hear `Moved`, and then `Saved` of what waited; or `NotMoved`.
        """
        self._writer.go_on_in(folder)

    @property
    def trouble(self) -> str:
        """What is wrong with the archive's file or its copies, in a sentence; "" if nothing is."""
        return self._backups.trouble or self._drive.trouble

    def keep_second_copy(self, folder: Path | None) -> None:
        """Has a folder on a second drive kept up with each save, or none; returns at once.

        ArchiveError where the folder cannot be used.
        """
        choose(self.path, folder)
        self._drive.look()

    def settle_second_copy(self, timeout: float) -> bool:
        """Waits until the second drive has all that is saved; False where that takes too long."""
        return self._drive.settle(timeout)

    def snapshot_if_due(self, now: dt.datetime) -> None:
        """Has a backup made on a thread of its own, once a day; returns at once."""
        self._backups.snapshot_if_due(now)
        self._drive.look()

    def close(self) -> None:
        """Saves what waits, folds the log in, makes a backup of what changed, and lets go."""
        self._backups.wait()
        self._writer.stop(_SECONDS_TO_SAVE)
        self._drive.close()
        self._let_go()
        if self._writer.lock.is_locked:
            self._backups.close()
        self._writer.lock.release()

    def _here(self) -> Connection:
        """The connection to the file that the writer now has."""
        files, path = self._writer.files, self._writer.path
        if files != self._files:
            self._let_go()
            self._files, self._standing = files, Standing(path)
            self._db = self._connected(path)
        return self._db

    def _connected(self, path: Path) -> Connection:
        """A connection to write with, beside which is written down what is about its key."""
        self._note_key_file()
        if self._key_file and not (path.parent / NAME).exists():
            write_key_file(path.parent, self._key_file)
        return Connection(path, self.keys[0], writing=True)

    def _note_key_file(self) -> None:
        """Remembers what is written down about the key: the folder may vanish."""
        with suppress(ArchiveError):
            self._key_file = read_key_file(self.path.parent) or self._key_file

    def _let_go(self) -> None:
        self._db.close() if self._standing.holds() else abandon(self._db)

    def _tell(self, told: Told) -> None:
        if isinstance(told, Moved):
            self.path = told.path
            self._backups = Backups(told.path, self.keys)
            self._backups.note_change()
            self._drive.follow(told.path)
        if isinstance(told, Saved):
            self._backups.note_change()
        for listener in tuple(self._listeners):
            listener(told)


def _must_be_the_first(path: Path) -> None:
    """ArchiveDamaged where backups say that there was an archive: none is begun in its place."""
    if snapshots(path, backup_folder(path)):
        state = "is empty" if path.exists() else "is gone"
        raise ArchiveDamaged(f"{path} {state}, and there are backups of it: restore the newest")


def _summary(row: Row, *, is_later: bool) -> MeetingSummary:
    status = str(row["status"])
    if is_later and status not in list(Status):
        status = Status.DRAFT
    return MeetingSummary(
        id=str(row["id"]),
        date=dt.date.fromisoformat(str(row["date"])) if row["date"] else None,
        council=str(row["council"]),
        committee=str(row["committee"]),
        status=Status(status),
        items=int(row["items"] or 0),
        is_sample=bool(row["is_sample"]),
    )
