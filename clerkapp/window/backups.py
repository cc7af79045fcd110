"""What the window does about backups, now and then: has one made when due, and tells of trouble."""

import datetime as dt
from collections.abc import Callable

from clerkapp.archive.read_only import OpenArchive


def keep_backups(archive: OpenArchive, say: Callable[[str], None]) -> None:
    """Returns at once: a backup is made on a thread of the archive's own."""
    archive.snapshot_if_due(dt.datetime.now(dt.UTC))
    if archive.trouble:
        say(f"{archive.trouble}.")
