"""The one thread that writes. It is handed whole meetings and says when each is on the disk."""

import datetime as dt
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clerkapp.archive.changes import BURST_SECONDS, ChangeLog
from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.store import Stored, delete, load, save
from clerkapp.meeting.meeting import Meeting

RETRY_SECONDS = 1.0
NOBODY_TYPES = ("", None)
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Saved:
    """An acknowledgement: this very meeting was on the disk at that time."""

    meeting: Meeting
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The disk did not take it: why. The words are still in memory and will be tried again."""

    reason: str


class Writer:
    """Writes meetings as they are handed over; if several wait, the newest of each is written.

    `tell` is called on the writer's thread with each `Saved` and `NotSaved`.
    """

    def __init__(self, path: Path, tell: Callable[[Saved | NotSaved], None]) -> None:
        self._path = path
        self._tell = tell
        self._waiting: dict[str, Meeting | None] = {}  # None: to be removed
        self._busy = False
        self._stopping = False
        self._changed = threading.Condition()
        self._stored: dict[str, Stored] = {}
        self._thread = threading.Thread(target=self._run, name="archive writer", daemon=True)
        self._thread.start()

    def keep(self, meeting: Meeting) -> None:
        """Hands `meeting` over and returns at once."""
        with self._changed:
            self._waiting[meeting.id] = meeting
            self._changed.notify_all()

    def remove(self, meeting_id: str) -> None:
        """Has the meeting marked deleted."""
        with self._changed:
            self._waiting[meeting_id] = None
            self._changed.notify_all()

    def settle(self, timeout: float | None = None) -> bool:
        """Waits until everything handed over is on the disk; False where that takes too long."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting and not self._busy, timeout)

    def stop(self, timeout: float = 10.0) -> bool:
        """Writes what waits and ends the thread; False where something could not be written."""
        settled = self.settle(timeout)
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return settled

    def _run(self) -> None:
        db = Connection(self._path, writing=True)
        log = ChangeLog(db)
        while (waiting := self._next(sealing=log.is_open)) is not None:
            if waiting is NOBODY_TYPES:
                self._seal(log)
            else:
                self._write(db, log, *waiting)
        try:
            self._seal(log)
            db.run("PRAGMA wal_checkpoint(TRUNCATE)")
        except DatabaseError as error:  # the log keeps what could not be folded in
            logger.info("the log was not folded into the archive: %s", error)
        db.close()

    def _next(self, *, sealing: bool) -> tuple[str, Meeting | None] | None:
        """The id and the meeting to write next; None when the thread should end.

        NOBODY_TYPES where there is a burst to seal and nothing came for a while.
        """
        with self._changed:
            self._busy = False
            self._changed.notify_all()
            pause = BURST_SECONDS if sealing else None
            self._changed.wait_for(lambda: self._waiting or self._stopping, pause)
            if not self._waiting:
                return None if self._stopping else NOBODY_TYPES
            self._busy = True
            return next(iter(self._waiting)), self._waiting.pop(next(iter(self._waiting)))

    def _seal(self, log: ChangeLog) -> None:
        try:
            log.seal()
        except DatabaseError as error:  # it will be sealed at the next change
            log.forget()
            logger.info("a burst of typing was not sealed: %s", error)

    def _write(
        self, db: Connection, log: ChangeLog, meeting_id: str, meeting: Meeting | None
    ) -> None:
        try:
            db.run("BEGIN IMMEDIATE")
            stored = self._stored.pop(meeting_id, None) or load(db, meeting_id)
            if meeting is None:
                delete(db, log, meeting_id)
            else:
                stored = save(db, log, stored, meeting)
            db.run("COMMIT")
        except DatabaseError as error:
            log.forget()
            self._put_back(db, meeting_id, meeting, _reason(error))
            return
        except Exception:
            log.forget()
            logger.exception("a fault in Clerkapp kept a meeting from being saved")
            self._put_back(db, meeting_id, meeting, "a fault in Clerkapp; the words are still here")
            return
        if meeting is not None:
            self._stored[meeting_id] = stored
            self._tell(Saved(meeting, dt.datetime.now().astimezone()))

    def _put_back(
        self, db: Connection, meeting_id: str, meeting: Meeting | None, reason: str
    ) -> None:
        """Lets the meeting wait again, unless a newer one does, and pauses before the next try."""
        if db.in_transaction:
            db.run("ROLLBACK")
        self._tell(NotSaved(reason))
        with self._changed:
            self._waiting.setdefault(meeting_id, meeting)
            if self._stopping:
                self._waiting.clear()
            self._changed.wait_for(lambda: self._stopping, RETRY_SECONDS)


def _reason(error: Exception) -> str:
    words = str(error)
    if "full" in words:
        return "the disk is full"
    if "readonly" in words or "read-only" in words:
        return "the folder cannot be written to"
    return words
