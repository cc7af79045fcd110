"""What the disk may do to a save, by name, and how that is told from what the database says."""

import os
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from tempfile import TemporaryFile

from clerkapp.archive.driver import DatabaseError


class Trouble(Enum):
    """Why the disk did not take what was to be saved."""

    FULL = "the disk is full"
    READ_ONLY = "the folder cannot be written to"
    GONE = "the archive is no longer in its folder"
    BUSY = "another program holds the archive"
    OTHER = ""  # the reason is then all that is known


def trouble_of(error: Exception, path: Path) -> Trouble:
    """What `error` means for the archive at `path`.

    A disk that was made read-only because it fails, and one that was pulled, both say “I/O error”.
    """
    words = str(error).lower()
    if "full" in words:
        return Trouble.FULL
    if "locked" in words or "busy" in words:
        return Trouble.BUSY
    if not is_there(path):
        return Trouble.GONE
    if (
        "readonly" in words
        or "read-only" in words
        or not may_write(path)
        or not _takes(path.parent)
    ):
        return Trouble.READ_ONLY
    return Trouble.OTHER


def is_there(path: Path) -> bool:
    """Whether there is a file at `path`."""
    try:
        return path.is_file()
    except OSError:  # a disk that was pulled answers so
        return False


def may_write(path: Path) -> bool:
    """Whether the archive at `path` and its folder, which holds its log, can be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _takes(folder: Path) -> bool:
    """Whether a file can be made in `folder`, tried: Linux grants it on a disk that it gave up."""
    try:
        TemporaryFile(dir=folder).close()
    except OSError:
        return False
    return True


class Standing:
    """Whether a path still leads to the file that was opened there.

    SQLite goes on writing into a file that was deleted, or that is on a drive which was unmounted
    lazily: no error is ever heard. Two calls of `stat` a save, 2 µs, tell it.
    """

    def __init__(self, path: Path) -> None:
        """Taken when the file is opened."""
        self._path = path
        self._log = path.with_name(f"{path.name}-wal")
        self._file = _identity(path)
        self._own_log = _identity(self._log)

    def holds(self) -> bool:
        """Whether it does."""
        return self._file is not None and _identity(self._path) == self._file

    def lacks_log(self) -> bool:
        """Whether somebody took the log away, which holds what was saved last. Asked at a save."""
        found = _identity(self._log)
        self._own_log = self._own_log or found
        return found is None

    def left_log(self) -> bool:
        """Whether its log is still there, and would be taken for that of a file in its place."""
        return self._own_log is not None and _identity(self._log) == self._own_log


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def tried(work: Callable[[], object]) -> bool:
    """Whether the database or the disk let `work` be done."""
    try:
        work()
    except (DatabaseError, OSError):
        return False
    return True
