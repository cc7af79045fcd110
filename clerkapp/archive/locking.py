"""The lock by which one Clerkapp at a time writes an archive."""

from pathlib import Path

from filelock import FileLock, Timeout

from clerkapp.archive.files import make_folder
from clerkapp.errors import ArchiveError, ArchiveLocked


def locked(path: Path) -> FileLock:
    """The lock of the archive at `path`, taken; its folder is made where there is none.

    ArchiveLocked where another Clerkapp has it, ArchiveError where there can be no lock.
    """
    try:
        make_folder(path.parent)
        lock = FileLock(f"{path}.lock", thread_local=False)  # the writer may exchange it
        lock.acquire(timeout=0)
    except Timeout:
        raise ArchiveLocked(f"Clerkapp is already open with the archive {path}") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ArchiveError(f"the archive cannot be kept in {path.parent}: {why}") from None
    return lock
