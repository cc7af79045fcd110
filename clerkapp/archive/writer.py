"""The one thread that writes. It is handed whole meetings and says when each is on the disk."""

import datetime as dt
import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from filelock import BaseFileLock
from msgspec import Struct

from clerkapp.archive.changes import BURST_SECONDS
from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.elsewhere import carry, carry_styles, free_place, note_move
from clerkapp.archive.hold import GoneCommittee, Hold, Kept
from clerkapp.archive.locking import locked
from clerkapp.archive.schema import check, is_current, migrate
from clerkapp.archive.second_drive import SecondDrive
from clerkapp.archive.trouble import Trouble, is_there, trouble_of
from clerkapp.errors import ClerkappError
from clerkapp.meeting.committees import Committee
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.stationery import Stationery
from clerkapp.wording.shorthand import Shorthand

RETRY_SECONDS = 1.0
IDLE_SECONDS = BURST_SECONDS  # without a save, after which a burst is sealed and indexed
_SECONDS_TO_END = 10.0  # for what is being written when the archive is closed
_SECONDS_AT_THE_END = 2.0  # for indexing; what is left waits for the next time
_SHORTHAND = "shorthand"  # among the ids of meetings, none of which is a word
_STATIONERY = "stationery of "
logger = logging.getLogger(__name__)


class Saved(Struct, frozen=True):
    """An acknowledgement: this very meeting was on the disk at that time.

    None: it was removed, or it was no meeting.
    """

    meeting: Meeting | None
    at: dt.datetime
    is_tight: bool = False  # the disk was full, and what room was kept for that is being used


class NotSaved(Struct, frozen=True):
    """The disk did not take it: why. The words are still in memory and will be tried again."""

    reason: str
    trouble: Trouble = Trouble.OTHER


class Moved(Struct, frozen=True):
    """The archive is now that file, in another folder; or only what was in memory, if not whole."""

    path: Path
    is_whole: bool
    is_noted: bool  # beside the file where it was, so that the next start finds it
    has_styles: bool = True  # whether a person's own house styles could be read, and are there too


class NotMoved(Struct, frozen=True):
    """The other folder did not take the archive either, and why; all is as it was."""

    reason: str


Told: TypeAlias = Saved | NotSaved | Moved | NotMoved


class Writer:
    """Writes meetings as they are handed over; if several wait, the newest of each is written.

    When nobody types it brings the index of words up, a few rows at a time. When the file is no
    longer where it was, it waits for it to come back; when asked to, it goes on in another folder.

    `connect` opens a file for writing, on the writer's thread. `tell` is called there with all
    that is `Told`; what is saved goes to the second drive before that. `lock` is of the archive as
    it now is, and the writer's until it has stopped.
    """

    def __init__(
        self,
        path: Path,
        lock: BaseFileLock,
        connect: Callable[[Path], Connection],
        tell: Callable[[Told], None],
        drive: SecondDrive,
    ) -> None:
        self.path = path
        self.lock = lock
        self.files = 1
        """How many files were opened: a reader must open its own again when there is another."""
        self._connect = connect
        self._tell = tell
        self._drive = drive
        self._waiting: dict[str, Kept] = {}  # None: a meeting to be removed
        self._elsewhere: Path | None = None  # the folder in which to go on
        self._hurried = False
        self._busy = False
        self._stopping = False
        self._unindexed = True  # perhaps: an earlier Clerkapp may have left some
        self._index_in = IDLE_SECONDS  # the start has other work
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="archive writer", daemon=True)
        self._thread.start()

    def keep(self, meeting: Meeting) -> None:
        """Hands `meeting` over and returns at once."""
        with self._changed:
            self._waiting[meeting.id] = meeting
            self._changed.notify_all()

    def keep_committee(self, committee: Committee | GoneCommittee) -> None:
        """Hands a committee over, or has one marked deleted; returns at once."""
        with self._changed:
            self._waiting[committee.id] = committee
            self._changed.notify_all()

    def keep_shorthand(self, own: Shorthand) -> None:
        """Hands a person's own shorthand over and returns at once."""
        with self._changed:
            self._waiting[_SHORTHAND] = own
            self._changed.notify_all()

    def keep_stationery(self, own: Stationery) -> None:
        """Hands the stationery of a council over and returns at once."""
        with self._changed:
            self._waiting[f"{_STATIONERY}{own.council}"] = own
            self._changed.notify_all()

    def remove(self, meeting_id: str) -> None:
        """Has the meeting marked deleted."""
        with self._changed:
            self._waiting[meeting_id] = None
            self._changed.notify_all()

    def try_again(self) -> None:
        """Has what waits tried at once, and not only after the pause."""
        with self._changed:
            self._hurried = True
            self._changed.notify_all()

    def go_on_in(self, folder: Path) -> None:
        """Has the archive carried to another folder, and goes on there; told when that is done."""
        with self._changed:
            self._elsewhere = folder
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

    def stop(self, timeout: float) -> bool:
        """Writes what waits and ends the thread; False where that could not be written in time."""
        settled = self.settle(timeout)
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(_SECONDS_TO_END)
        return settled

    def _run(self) -> None:
        hold = self._opened()
        if hold is None:
            return
        hold.take_room()
        while not self._is_over():
            if folder := self._folder_wanted():
                hold = self._moved(hold, folder)
            elif waiting := self._next():
                hold = self._written(hold, *waiting)
            else:
                self._use_the_pause(hold)
        end = time.monotonic() + _SECONDS_AT_THE_END
        while self._unindexed and time.monotonic() < end:
            self._bring_up(hold.db)
        hold.end()

    def _opened(self) -> Hold | None:
        """The file, once it can be had: another program may hold it just then; None at the end."""
        while not self._is_over():
            try:
                return Hold(self._connect(self.path), self.path, self._drive)
            except (ClerkappError, DatabaseError, OSError) as error:
                logger.info("the archive was not opened for writing: %s", error)
                trouble = trouble_of(error, self.path)
                reason = trouble.value or str(error)
            if self._folder_wanted():
                self._tell(NotMoved(reason))
            self._pause(NotSaved(reason, trouble))
        return None

    def _is_over(self) -> bool:
        with self._changed:
            return self._stopping and not self._waiting

    def _folder_wanted(self) -> Path | None:
        with self._changed:
            folder, self._elsewhere = self._elsewhere, None
            return folder

    def _next(self) -> tuple[str, Kept] | None:
        """The id and what to write next; None when it is time for something else."""
        with self._changed:
            self._busy = False
            self._changed.notify_all()
            due = time.monotonic() + self._index_in
            while not (self._waiting or self._stopping or self._elsewhere):
                left = due - time.monotonic() if self._unindexed else None
                if left is not None and (left <= 0 or not self._index_in):
                    break
                self._changed.wait(left)
            if not self._waiting or self._elsewhere:
                return None
            self._busy = self._unindexed = True
            self._index_in = IDLE_SECONDS
            return next(iter(self._waiting)), self._waiting.pop(next(iter(self._waiting)))

    # When nobody types

    def _use_the_pause(self, hold: Hold) -> None:
        try:
            hold.seal()
        except DatabaseError as error:  # it will be sealed at the next change
            hold.undo()
            logger.info("a burst of typing was not sealed: %s", error)
        if hold.is_tight:
            hold.take_room()
        self._bring_up(hold.db)

    def _bring_up(self, db: Connection) -> None:
        """Indexes some rows. What cannot be indexed now is still found, only not as fast."""
        from clerkapp.archive.index import bring_up  # noqa: PLC0415 — not before there is a pause

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

    # A save

    def _written(self, hold: Hold, meeting_id: str, kept: Kept) -> Hold:
        """Writes one thing, tells how that went, and returns what is then open."""
        try:
            if not hold.stands():
                hold = self._found_again(hold)
            hold.write(meeting_id, kept)
        except DatabaseError as error:
            hold.undo()
            trouble = trouble_of(error, self.path)
            if trouble is Trouble.FULL and hold.make_room():
                return self._written(hold, meeting_id, kept)
            self._put_back(meeting_id, kept, NotSaved(trouble.value or str(error), trouble))
        except _Gone as error:
            self._put_back(meeting_id, kept, NotSaved(str(error), Trouble.GONE))
        except Exception:
            hold.undo()
            logger.exception("a fault in Clerkapp kept a meeting from being saved")
            reason = "a fault in Clerkapp; the words are still here"
            self._put_back(meeting_id, kept, NotSaved(reason))
        else:
            if not hold.stands():  # it went into a file that nobody will find
                self._put_back(meeting_id, kept, NotSaved(Trouble.GONE.value, Trouble.GONE))
                return hold
            meeting = kept if isinstance(kept, Meeting) else None
            self._tell(Saved(meeting, dt.datetime.now().astimezone(), hold.is_tight))
        return hold

    def _put_back(self, meeting_id: str, kept: Kept, told: NotSaved) -> None:
        """Lets it wait again, unless a newer one does, and pauses before the next try."""
        with self._changed:
            self._waiting.setdefault(meeting_id, kept)
        self._pause(told)

    def _pause(self, told: NotSaved) -> None:
        """Tells why what waits is not saved, if anything waits, and pauses before the next try."""
        if self._waiting:
            self._tell(told)
        with self._changed:
            if self._stopping:
                self._waiting.clear()
            self._changed.wait_for(
                lambda: self._stopping or self._hurried or self._elsewhere is not None,
                RETRY_SECONDS,
            )
            self._hurried = False

    # Another file

    def _found_again(self, hold: Hold) -> Hold:
        """What is open once the archive is back in its folder; `_Gone` while it is not.

        The lock went with the folder, so it is taken anew: another Clerkapp may have come first.
        """
        if not is_there(self.path):
            raise _Gone
        if hold.left_log():
            raise _Gone("another file is in the archive's place")
        self.lock.release()
        try:
            self.lock = locked(self.path)
            db = self._connect(self.path)
        except (ClerkappError, DatabaseError) as error:
            raise _Gone(str(error)) from None
        try:
            check(db)
            is_ours = is_current(db)
        except (ClerkappError, DatabaseError) as error:
            db.close()
            raise _Gone(str(error)) from None
        if not is_ours:
            db.close()
            raise _Gone("another release wrote the archive that is now there")
        return self._exchanged(hold, db, self.path)

    def _moved(self, hold: Hold, folder: Path) -> Hold:
        """Carries the archive to `folder`, tells how that went, and returns what is then open."""
        try:
            target = free_place(folder, self.path.name)
            lock = locked(target)
            try:
                is_whole = carry(hold.db, target)
                db = self._connect(target)
                try:
                    if not is_whole:
                        migrate(db)
                        self._rescue(Hold(db, target), hold)
                except BaseException:
                    db.close()
                    target.unlink(missing_ok=True)
                    raise
            except BaseException:
                lock.release()
                raise
        except (ClerkappError, DatabaseError, OSError) as error:
            logger.info("the archive was not carried to another folder: %s", error)
            self._tell(NotMoved(str(error)))
            return hold
        old, self.path = self.path, target
        self.lock.release()
        self.lock = lock
        hold = self._exchanged(hold, db, target)
        has_styles = carry_styles(old, target)
        is_noted = note_move(old, target)
        self._tell(Moved(target, is_whole, is_noted=is_noted, has_styles=has_styles))
        return hold

    def _rescue(self, into: Hold, hold: Hold) -> None:
        """Writes what is in memory: what waits, and what was written lately."""
        with self._changed:
            known = {**hold.known(), **self._waiting}
        for each, kept in known.items():
            if kept is not None:
                into.write(each, kept)

    def _exchanged(self, hold: Hold, db: Connection, path: Path) -> Hold:
        hold.end()
        other = Hold(db, path, self._drive)
        other.take_room()
        self.files += 1
        self._unindexed = True
        return other


class _Gone(Exception):
    """The archive is not where it was."""

    def __init__(self, reason: str = Trouble.GONE.value) -> None:
        super().__init__(reason)
