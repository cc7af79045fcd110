"""The one thread that writes. It is handed whole meetings and says when each is on the disk."""

import datetime as dt
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clerkapp.archive.changes import BURST_SECONDS, ChangeLog
from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.index import bring_up
from clerkapp.archive.keys.data_key import DataKey
from clerkapp.archive.store import Stored, delete, load, save
from clerkapp.meeting.meeting import Meeting

RETRY_SECONDS = 1.0
IDLE_SECONDS = BURST_SECONDS  # without a save, after which a burst is sealed and indexed
_SECONDS_AT_THE_END = 2.0  # for indexing; what is left waits for the next time
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

    When nobody types it brings the index of words up, a few rows at a time.

    `tell` is called on the writer's thread with each `Saved` and `NotSaved`.
    """

    def __init__(
        self, path: Path, key: DataKey | None, tell: Callable[[Saved | NotSaved], None]
    ) -> None:
        self._path = path
        self._key = key
        self._tell = tell
        self._waiting: dict[str, Meeting | None] = {}  # None: to be removed
        self._busy = False
        self._stopping = False
        self._unindexed = True  # perhaps: an earlier Clerkapp may have left some
        self._index_in: float = 0.0  # seconds
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

    def index(self, timeout: float) -> bool:
        """Has the index brought up at once, and waits for it; False where that takes too long."""
        with self._changed:
            self._index_in = 0.0
            self._changed.notify_all()
            return self._changed.wait_for(
                lambda: not self._waiting and not self._busy and not self._unindexed, timeout
            )

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
        db = Connection(self._path, self._key, writing=True)
        log = ChangeLog(db)
        while not self._is_over():
            if waiting := self._next():
                self._write(db, log, *waiting)
            else:
                self._seal(log)
                self._bring_up(db)
        end = time.monotonic() + _SECONDS_AT_THE_END
        while self._unindexed and time.monotonic() < end:
            self._bring_up(db)
        try:
            self._seal(log)
            db.run("PRAGMA wal_checkpoint(TRUNCATE)")
        except DatabaseError as error:  # the log keeps what could not be folded in
            logger.info("the log was not folded into the archive: %s", error)
        db.close()

    def _is_over(self) -> bool:
        with self._changed:
            return self._stopping and not self._waiting

    def _next(self) -> tuple[str, Meeting | None] | None:
        """The id and the meeting to write next; None when it is time to index, or to end."""
        with self._changed:
            self._busy = False
            self._changed.notify_all()
            due = time.monotonic() + self._index_in
            while not self._waiting and not self._stopping:
                left = due - time.monotonic() if self._unindexed else None
                if left is not None and (left <= 0 or not self._index_in):
                    break
                self._changed.wait(left)
            if not self._waiting:
                return None
            self._busy = self._unindexed = True
            self._index_in = IDLE_SECONDS
            return next(iter(self._waiting)), self._waiting.pop(next(iter(self._waiting)))

    def _bring_up(self, db: Connection) -> None:
        """Indexes some rows. What cannot be indexed now is still found, only not as fast."""
        try:
            is_all, pause = bring_up(db), 0.0
        except DatabaseError as error:
            if db.in_transaction:
                db.run("ROLLBACK")
            logger.info("the index of words was not brought up: %s", error)
            is_all, pause = False, RETRY_SECONDS
        except Exception:  # saves must go on
            if db.in_transaction:
                db.run("ROLLBACK")
            logger.exception("a fault in Clerkapp kept words from being indexed")
            is_all, pause = True, 0.0
        with self._changed:
            self._unindexed = not is_all
            self._index_in = pause
            self._changed.notify_all()
            if pause and self._stopping:
                self._unindexed = False

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
