"""A process that makes backups, or restores one after another, until it is killed.

python backup_work.py snapshot ARCHIVE
python backup_work.py restore ARCHIVE BACKUP BACKUP
python backup_work.py step N ARCHIVE BACKUP     kills itself before the Nth change of a file
"""

import os
import signal
import sys
from itertools import cycle
from pathlib import Path

from own_keys import KEYS

from clerkapp.archive import restoring, snapshots
from clerkapp.archive.restoring import restore
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, rotate, take


def main(what: str, *rest: str) -> None:
    os.write(1, b"start\n")
    if what == "snapshot":
        archive = Path(rest[0])
        while True:
            rotate(archive, take(archive, backup_folder(archive), Why.CLOSE, KEYS))
    elif what == "restore":
        for backup in cycle(rest[1:]):
            restore(Path(rest[0]), Path(backup), KEYS)
    else:
        kill_before(int(rest[0]))
        restore(Path(rest[1]), Path(rest[2]), KEYS)


def kill_before(number: int) -> None:
    """Has this process killed in place of the change of that number."""
    left = [number]

    def counted(original):
        def act(*arguments, **named):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*arguments, **named)

        return act

    for name in ("replace", "unlink", "mkdir", "rmdir"):
        setattr(Path, name, counted(getattr(Path, name)))
    for module in (restoring, snapshots):
        module.sync = counted(module.sync)


if __name__ == "__main__":
    main(*sys.argv[1:])
