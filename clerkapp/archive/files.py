"""Files that come to the disk whole or not at all, and why the disk would not take one."""

import errno
import os
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from clerkapp.errors import ArchiveError

UNFINISHED = ".part"


@contextmanager
def unfinished(folder: Path, stem: str) -> Generator[Path]:
    """An empty file in `folder`, which only its owner can read; gone again unless renamed."""
    handle, name = tempfile.mkstemp(prefix=f".{stem}-", suffix=UNFINISHED, dir=folder)
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{part}{ending}").unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` in the place of the file, on the disk; ArchiveError where that cannot be done."""
    try:
        make_folder(path.parent)
        with unfinished(path.parent, path.stem) as part:
            part.write_bytes(data)
            sync_file(part)
            part.replace(path)
        sync(path.parent)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be written: {reason(error)}") from None


def make_folder(folder: Path) -> None:
    """Makes a folder that only its owner can read, where there is none; its name is on the disk.

    Else a power cut may take the folder away, with all in it that was on the disk.
    """
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for each in new:
        sync(each.parent)


def sync_file(path: Path) -> None:
    """Has what a file holds written to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Has the names in a folder written to the disk, where the system and the disk can do that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network shares synchronise files alone
            raise
    finally:
        os.close(handle)


def reason(error: Exception) -> str:
    """Why the disk or the database would not, in words."""
    words = (getattr(error, "strerror", None) or str(error)).lower()
    if "full" in words or "no space" in words:
        return "the disk is full"
    if "unable to open" in words or "readonly" in words or "read-only" in words:
        return "the folder cannot be written to"
    return words
