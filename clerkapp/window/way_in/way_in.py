"""The way into the archive before there is a window. No Qt in here unless a screen is needed.

The keyring is asked before Qt is loaded, and mostly has answered when the window could be shown.
"""

from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from pathlib import Path

from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.keys.system_keyring import SystemKeyring
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.locking import locked
from clerkapp.archive.read_only import OpenArchive, open_archive
from clerkapp.errors import ArchiveDamaged, ArchiveError, ArchiveLocked, NoWayIn
from clerkapp.window.between import Between

PATIENCE = 0.4
"""Seconds without an answer of the keyring, after which a screen says what is waited for."""

_TO_UNLOCK = 600.0  # seconds that somebody may take to type the password of the keyring


def ways_into(path: Path) -> WaysIn:
    """The ways into the archive of somebody who sits before the screen."""
    return WaysIn(path, SystemKeyring(_TO_UNLOCK))


def way_in(path: Path, ways: WaysIn, usual: "Future[Keys]") -> OpenArchive | None:
    """The archive, open; None where the person closed instead.

    `usual` is what the usual way gives, under way or there. ArchiveLocked where another Clerkapp
    has the archive, and ArchiveError where no key would help.
    """
    with suppress(NotYet, NoWayIn, ArchiveDamaged):
        return open_archive(path, usual.result(PATIENCE))
    if path.exists():
        _must_be_free(path)
    from clerkapp.window.way_in.way_in_flow import WayIn  # noqa: PLC0415 — seldom needed

    return WayIn(path, ways).after(usual)


def way_through(path: Path, ways: WaysIn, between: Between, keys: Keys) -> OpenArchive | None:
    """The archive, open again after what is done to it while it is closed.

    It is opened as it was where that fails; None where the person closed instead.
    """
    from clerkapp.window.way_in.way_in_flow import WayIn  # noqa: PLC0415 — seldom needed

    return WayIn(path, ways).through(between, keys)


def _must_be_free(path: Path) -> None:
    """ArchiveLocked where the archive is open already: nobody is then asked for its key."""
    try:
        locked(path).release()
    except ArchiveLocked:
        raise
    except ArchiveError:  # a folder that can only be read has no lock
        return
