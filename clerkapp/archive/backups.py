"""When an archive that is open is backed up and checked, without keeping anybody waiting."""

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path

from clerkapp.archive.agreement import disagreements
from clerkapp.archive.driver import DatabaseError
from clerkapp.archive.encrypting import encrypt_copies, outdated_copies
from clerkapp.archive.files import reason
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.log import log_faults, log_of
from clerkapp.archive.opening import opened
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, folded, rotate, snapshots, take
from clerkapp.archive.verifying import structure_faults
from clerkapp.errors import ClerkappError

_A_DAY = dt.timedelta(days=1)
_AFTER_A_FAILURE = dt.timedelta(hours=1)
_A_MOMENT = dt.timedelta(milliseconds=20)  # a file's time may lag behind the clock by as much


class Backups:
    """The backups of one open archive. It belongs to the archive, whose lock it relies on.

    One thread at a time works for it. What goes wrong there is in `trouble`, and never raised:
    a backup that fails may not keep anybody from typing or from closing.
    """

    def __init__(self, archive: Path, keys: Keys) -> None:
        """Begins before the archive is opened, so that what the last run left is seen."""
        self.trouble = ""
        self._archive = archive
        self._keys = keys
        self._folder = backup_folder(archive)
        self._thread: threading.Thread | None = None
        self._tried: dt.datetime | None = None
        now = dt.datetime.now(dt.UTC)  # what is dated later was made while the clock was ahead
        own = (name.at for name in snapshots(archive, self._folder) if name.why is not Why.BY_HAND)
        self._last = max((at for at in own if at <= now), default=None)
        self._changed = threading.Event()
        log = archive.with_name(f"{archive.name}-wal")
        self._log_left = log_of(archive)
        times = [path.stat().st_mtime for path in (archive, log) if path.exists()]
        written = dt.datetime.fromtimestamp(max(times, default=0), dt.UTC)
        if archive.exists() and (self._last is None or written > self._last + _A_MOMENT):
            self._changed.set()
        self._to_check = bool(self._log_left) or (self._last is not None and self._changed.is_set())

    def note_change(self) -> None:
        """Takes down that the archive now holds something that no backup has."""
        self._changed.set()

    def begin(self) -> None:
        """Puts right on a thread of its own what earlier runs have left: returns at once.

        The archive is checked if the last run did not end as it should, and copies of it that an
        earlier release left unencrypted are encrypted.
        """
        if self._to_check or next(outdated_copies(self._archive, self._keys), None):
            self._start(self._put_right)

    def snapshot_if_due(self, now: dt.datetime) -> None:
        """Has a backup made on a thread, if the last is a day old and something has changed."""
        waits = _is_within(_AFTER_A_FAILURE, self._tried, now)
        recent = _is_within(_A_DAY, self._last, now)
        busy = self._thread is not None and self._thread.is_alive()
        if not (waits or recent or busy) and self._changed.is_set():
            self._tried = now
            self._start(lambda: self._snapshot(Why.DAILY))

    def close(self) -> None:
        """Waits for what is under way, and makes a backup if something has changed."""
        self.wait()
        if self._changed.is_set():
            self._snapshot(Why.CLOSE)

    def wait(self) -> None:
        """Waits for what is under way."""
        if self._thread is not None:
            self._thread.join()

    def _start(self, work: Callable[[], None]) -> None:
        self._thread = threading.Thread(target=work, name="archive backup", daemon=True)
        self._thread.start()

    def _put_right(self) -> None:
        if self._to_check:
            self._check()
        if left := encrypt_copies(self._archive, self._keys):
            self.trouble = self.trouble or left[0]

    def _check(self) -> None:
        if log_faults(self._log_left):
            self.trouble = (
                "The log of the archive was damaged, and what was saved last is missing: look "
                "through the last meeting"
            )
        self._log_left = b""
        try:
            with folded(self._archive, self._keys):
                db = opened(self._archive, self._keys)
                try:
                    faults = structure_faults(db) or disagreements(db)
                finally:
                    db.close()
        except (ClerkappError, DatabaseError, UnicodeError, OSError) as error:
            faults = [reason(error)]
        if faults:
            self.trouble = (
                f"The archive is damaged: {faults[0]}. Run “clerkapp verify”, and restore a backup"
            )

    def _snapshot(self, why: Why) -> None:
        self._changed.clear()
        try:
            made = take(self._archive, self._folder, why, self._keys)
            rotate(self._archive, made)
        except (ClerkappError, OSError) as error:
            self._changed.set()
            self.trouble = f"No backup was made: {error}"
            return
        self._last = dt.datetime.now(dt.UTC)
        self.trouble = ""


def _is_within(span: dt.timedelta, then: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether `now` is less than `span` after `then`; not if it is before: the clock went back."""
    return then is not None and dt.timedelta(0) <= now - then < span
