"""An archive that the window may show and not change, and why: everything else is as ever."""

import datetime as dt
from pathlib import Path
from typing import TypeAlias

from clerkapp.archive.archive import Archive, ArchiveReader, Listener
from clerkapp.archive.keys.data_key import Keys
from clerkapp.errors import ArchiveReadOnly, ArchiveTooNew
from clerkapp.meeting.committees import Committee
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.stationery import Stationery
from clerkapp.wording.shorthand import Shorthand


class ReadOnlyArchive(ArchiveReader):
    """Takes what an `Archive` is asked, and refuses every change with the same sentence."""

    def __init__(self, path: Path, keys: Keys, why: str) -> None:
        """Opens the archive at `path` for reading; `why` it cannot be written, as a sentence."""
        super().__init__(path, keys)
        self.why_read_only = self.warning or why
        self.trouble = ""

    def keep(self, _meeting: Meeting) -> None:
        """Refuses."""
        raise ArchiveReadOnly(self.why_read_only)

    def keep_shorthand(self, _own: Shorthand) -> None:
        """Refuses."""
        raise ArchiveReadOnly(self.why_read_only)

    def keep_stationery(self, _own: Stationery) -> None:
        """Refuses."""
        raise ArchiveReadOnly(self.why_read_only)

    def keep_committee(self, _committee: Committee) -> None:
        """Refuses."""
        raise ArchiveReadOnly(self.why_read_only)

    def remove_committee(self, _committee_id: str) -> None:
        """Refuses."""
        raise ArchiveReadOnly(self.why_read_only)

    def add(self, _meeting: Meeting) -> None:
        """Refuses."""
        raise ArchiveReadOnly(self.why_read_only)

    def remove(self, _meeting_id: str) -> None:
        """Refuses."""
        raise ArchiveReadOnly(self.why_read_only)

    def reader(self) -> ArchiveReader:
        """Another connection to the archive, for somebody who only reads."""
        return ArchiveReader(self.path, self.keys)

    def listen(self, _listener: Listener) -> None:
        """Nothing is ever told: nothing is saved."""

    def settle(self) -> bool:
        """Nothing ever waits."""
        return True

    def try_again(self) -> None:
        """There is nothing to try."""

    def keep_second_copy(self, _folder: Path | None) -> None:
        """Refuses."""
        raise ArchiveReadOnly(self.why_read_only)

    def go_on_in(self, _folder: Path) -> None:
        """Refuses."""
        raise ArchiveReadOnly(self.why_read_only)

    def snapshot_if_due(self, _now: dt.datetime) -> None:
        """No backup is made of what does not change."""


OpenArchive: TypeAlias = Archive | ReadOnlyArchive


def open_archive(path: Path, keys: Keys) -> OpenArchive:
    """The archive at `path`: for writing, or where that cannot be for reading, with the reason.

    ArchiveLocked where another Clerkapp has it, ArchiveError where it cannot even be read.
    """
    try:
        return Archive(path, keys)
    except (ArchiveReadOnly, ArchiveTooNew) as error:
        return ReadOnlyArchive(path, keys, str(error))
