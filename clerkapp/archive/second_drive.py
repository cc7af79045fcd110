"""Keeps a folder on a second drive up with each save, so that a lost computer loses nothing.

In the folder is a backup, and segments with what was saved after it. The drive may be slow, full
or gone: that is told, and never keeps anybody from saving. When it is there again, it gets a
backup, and then each save as before.
"""

import datetime as dt
import logging
import threading
import time
from contextlib import suppress
from pathlib import Path

from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.files import reason, sync
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.keys.key_file import copy_key_file
from clerkapp.archive.opening import opened
from clerkapp.archive.replaying import continuation, mark, needed
from clerkapp.archive.rotation import Why
from clerkapp.archive.schema import VERSION
from clerkapp.archive.second_folder import SecondFolder, keep_choice, second_folder
from clerkapp.archive.segments import Record, SegmentWriter, segment_paths
from clerkapp.archive.snapshots import rotate, snapshots, take
from clerkapp.errors import ArchiveDamaged, ClerkappError

LOOK_SECONDS = 10.0
"""After which it is looked whether the drive is there, and whether all is well with it."""

_PATIENCE = 1.0  # seconds that a save waits for the drive
_SECONDS_AT_THE_END = 60.0
_MOST_WAITING = 5000  # saves; more are not kept in memory for a drive that does not answer
_A_DAY = dt.timedelta(days=1)
_SECONDS_AFTER_A_FAILURE = 60.0
logger = logging.getLogger(__name__)


class SecondDrive:
    """The second drive of one open archive, which owns it and its lock.

    One thread writes to the drive and another makes backups on it, so that the writer of the
    archive waits for neither, but for a second at most.
    """

    def __init__(self, archive: Path, keys: Keys, db: Connection) -> None:
        """Begins to keep the chosen folder up, if there is one; `db` is the archive."""
        self._archive = archive
        self._keys = keys
        self._at = _mark_if_sound(db) if second_folder(archive) else None
        self._trouble = ""
        self._moved_to: Path | None = None
        self._folder: SecondFolder | None = None
        self._is_wanted = self._is_busy = self._lags = self._is_stopping = False
        self._changed = threading.Condition()
        self._waiting: list[Record] = []
        self._taken = self._written = 0  # how many records
        self._look_at = self._copy_at = 0.0  # of the monotonic clock
        self._segment: SegmentWriter | None = None
        self._base: str | None = None  # the mark that the folder reaches without the segment
        self._last: dt.datetime | None = None  # when the last backup there was made
        self._grows = False  # whether segments hold more than that
        self._copied: str | None = None  # the mark of a backup that was just made
        self._thread: threading.Thread | None = None
        self._copying: threading.Thread | None = None
        self.look()

    @property
    def trouble(self) -> str:
        """Why the second drive does not hold everything, in a sentence; "" if it does."""
        if self._trouble or not self._lags:
            return self._trouble
        return _told(self._folder, "it does not answer")

    @property
    def is_wanted(self) -> bool:
        """Whether records are taken at present."""
        return self._is_wanted

    def look(self) -> None:
        """Looks soon whether another folder was chosen, or the drive is there again."""
        with self._changed:
            self._look_at = 0.0
            self._changed.notify_all()
        if self._thread is None and (folder := second_folder(self._archive)):
            self._folder, self._is_wanted = folder, True
            self._thread = threading.Thread(target=self._run, name="second drive", daemon=True)
            self._thread.start()

    def follow(self, archive: Path) -> None:
        """Goes on with the archive where it now is, in another folder."""
        with self._changed:
            self._moved_to, self._look_at = archive, 0.0
            self._changed.notify_all()

    def take(self, record: Record) -> None:
        """Puts a record on the drive, and waits for that a little. Nothing is ever raised."""
        with self._changed:
            if not self._is_wanted:
                return
            if len(self._waiting) >= _MOST_WAITING:  # the drive will get a backup instead
                self._waiting.clear()
            self._waiting.append(record)
            self._taken += 1
            number = self._taken
            self._changed.notify_all()
            if not self._lags:
                self._lags = not self._changed.wait_for(
                    lambda: self._written >= number or not self._is_wanted, _PATIENCE
                )

    def settle(self, timeout: float) -> bool:
        """Waits until the drive holds everything; False where that takes too long."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not self._waiting and not self._is_busy and self._is_linked(), timeout
            )

    def close(self) -> None:
        """Puts on the drive what waits, and lets go of it; a dead drive is not waited for long."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        end = time.monotonic() + _SECONDS_AT_THE_END
        if self._thread:
            self._thread.join(_SECONDS_AT_THE_END)
        if self._copying:
            self._copying.join(max(end - time.monotonic(), 0))

    # On the thread that writes

    def _run(self) -> None:
        is_over = False
        while not is_over:
            batch, number, is_over = self._next()
            try:
                if is_over or time.monotonic() >= self._look_at:
                    self._look_at = time.monotonic() + LOOK_SECONDS
                    self._see_to_it()
                if self._is_wanted:
                    self._write(batch)
            except FileNotFoundError:
                self._fail("it is not there")
            except (ClerkappError, DatabaseError, OSError) as error:
                self._fail(reason(error))
            except Exception:
                logger.exception("a fault in Clerkapp kept the second drive from being kept up")
                self._fail("a fault in Clerkapp")
            with self._changed:
                self._is_busy, self._written = False, max(self._written, number)
                self._lags = self._lags and bool(self._waiting)
                self._changed.notify_all()
        with suppress(OSError):
            self._end_segment()

    def _next(self) -> tuple[list[Record], int, bool]:
        """What is to be written, the number of its last, and whether nothing comes after it."""
        with self._changed:
            pause = self._look_at - time.monotonic()
            self._changed.wait_for(
                lambda: self._waiting or self._is_stopping or self._look_at == 0.0, max(pause, 0)
            )
            batch, self._waiting = self._waiting, []
            self._is_busy = True
            return batch, self._taken, self._is_stopping

    def _write(self, batch: list[Record]) -> None:
        if self._folder is None:
            return
        for record in batch:
            if self._segment is None or self._segment.end != record.before:
                self._end_segment()
                self._segment = self._begun(self._folder, record.before)
            self._segment.append(record)
        if self._segment and batch:
            self._segment.sync()
            self._grows = True

    def _begun(self, folder: SecondFolder, begins: str) -> SegmentWriter:
        _must_be_there(folder)
        segment = SegmentWriter(folder.path, self._archive.stem, self._keys[0], begins, VERSION)
        sync(folder.path)
        return segment

    def _see_to_it(self) -> None:
        """Sees that the drive is there, and that it has a backup which is younger than a day."""
        if self._moved_to:
            self._archive, self._moved_to = self._moved_to, None
            if self._folder:
                keep_choice(self._archive, self._folder)
                self._let_go()
        chosen = second_folder(self._archive)
        if chosen != self._folder:
            self._let_go()
            self._folder, self._copy_at, self._trouble = chosen, 0.0, ""
        if self._folder is None:
            self._is_wanted = False
            return
        _must_be_there(self._folder)
        self._is_wanted = True
        if self._at is not None:
            self._find_end(self._folder.path, self._at)
            self._at = None
        self._follow_backup()
        is_due = self._last is None or dt.datetime.now(dt.UTC) - self._last > _A_DAY
        is_copying = self._copying is not None and self._copying.is_alive()
        if is_copying or time.monotonic() < self._copy_at:
            return
        if not self._is_linked() or (is_due and self._grows):
            self._copying = threading.Thread(
                target=self._copy, args=[self._folder], name="second drive backup", daemon=True
            )
            self._copying.start()
        else:
            self._trouble = ""

    def _find_end(self, folder: Path, at: str) -> None:
        """Whether the folder already holds the archive as it was opened, so that it can go on."""
        there = snapshots(self._archive, folder)
        newest = max(there, key=lambda name: name.at, default=None)
        if not newest:
            return
        copy_key_file(self._archive.parent, folder)  # there may be another passphrase
        self._last = newest.at
        with suppress(ArchiveDamaged):  # or of an earlier key: it wants a backup with this one
            found = continuation(there[newest], self._keys[:1])
            self._grows = bool(found.records)
            if found.end == at and found.release == VERSION:
                self._base = at

    def _follow_backup(self) -> None:
        """Once a backup was made, begins another segment after it."""
        with self._changed:
            copied, self._copied = self._copied, None
        if copied is None:
            return
        self._base, self._last = copied, dt.datetime.now(dt.UTC)
        self._grows = False
        if self._is_linked():
            self._end_segment()

    def _is_linked(self) -> bool:
        """Whether the segment goes on from what is in the folder beside it."""
        segment = self._segment
        return self._base is not None and (segment is None or self._base in segment.marks)

    def _end_segment(self) -> None:
        if self._segment:
            self._base = self._segment.end if self._is_linked() else None
            segment, self._segment = self._segment, None
            segment.close()

    def _let_go(self) -> None:
        """Forgets what the folder holds: it will need a backup."""
        with suppress(OSError):
            self._end_segment()
        with self._changed:
            self._base = self._at = self._last = self._copied = None

    def _fail(self, why: str) -> None:
        self._let_go()
        with self._changed:
            self._is_wanted, self._waiting = False, []
            self._trouble = _told(self._folder, why)

    # On the thread that makes backups

    def _copy(self, folder: SecondFolder) -> None:
        try:
            made = take(self._archive, folder.path, Why.DAILY, self._keys)
            rotate(self._archive, made)
            copied = _mark_of(made, self._keys)
            _clear(self._archive, folder.path, self._keys)
        except (ClerkappError, DatabaseError, OSError) as error:
            self._copy_at = time.monotonic() + _SECONDS_AFTER_A_FAILURE
            self._trouble = _told(folder, reason(error))
            return
        with self._changed:
            if folder == self._folder:
                self._copied, self._look_at = copied, 0.0
                self._changed.notify_all()


def _told(folder: SecondFolder | None, why: str) -> str:
    where = f" ({folder.path})" if folder else ""
    return f"The second drive{where} is not kept up: {why}"


def _must_be_there(folder: SecondFolder) -> None:
    if not folder.is_there:
        raise FileNotFoundError(folder.path)


def _mark_if_sound(db: Connection) -> str | None:
    """The mark of the archive; None where it cannot be read, which is told elsewhere."""
    with suppress(DatabaseError):
        return mark(db)
    return None


def _mark_of(path: Path, keys: Keys) -> str:
    db = opened(path, keys)
    try:
        return mark(db)
    finally:
        db.close()


def _clear(archive: Path, folder: Path, keys: Keys) -> None:
    """Deletes the segments that end before the last backup but one."""
    there = snapshots(archive, folder)
    earlier = sorted(there, key=lambda name: name.at)[-2:-1]
    if not earlier:
        return
    paths = segment_paths(archive.stem, folder)
    for path in set(paths).difference(needed(paths, _mark_of(there[earlier[0]], keys))):
        path.unlink()
