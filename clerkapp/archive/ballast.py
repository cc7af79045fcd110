"""A file that keeps room on the disk, given up when it is full, so that the last words fit."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

SIZE = 4 << 20  # some hundred meetings; SQLite's log alone may need as much
_PLENTY = 8  # times its size must be free before it is made


class Ballast:
    """The ballast of one archive, beside it. It belongs to who writes the archive."""

    def __init__(self, archive: Path, size: int = SIZE) -> None:
        self.path = archive.with_name(f"{archive.name}.ballast")
        self._size = size

    @property
    def is_there(self) -> bool:
        """Whether there is room to be given up."""
        try:
            return self.path.stat().st_size >= self._size
        except OSError:
            return False

    def make(self) -> None:
        """Takes the room, unless it is taken or there is not plenty; no failure matters."""
        with suppress(OSError):
            if self.is_there or shutil.disk_usage(self.path.parent).free < _PLENTY * self._size:
                return
            try:
                handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                with os.fdopen(handle, "wb") as file:
                    _allocate(file.fileno(), self._size)
            except OSError:
                self.drop()

    def drop(self) -> bool:
        """Gives the room up; whether there was any."""
        try:
            self.path.unlink()
        except OSError:
            return False
        return True


def _allocate(handle: int, size: int) -> None:
    """Makes the file so long, and has the disk set the room aside: zeros could stay a promise."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, size)
    else:
        os.write(handle, os.urandom(size))
