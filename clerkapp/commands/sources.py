"""The archive and the meeting that the options of a command name."""

from argparse import Namespace
from pathlib import Path

from msgspec import Struct

from clerkapp.archive.archive import ArchiveReader
from clerkapp.archive.committees import earlier_in_the_year
from clerkapp.archive.elsewhere import last_place
from clerkapp.archive.stationery import stationery_of
from clerkapp.commands.keys import keys_to_read
from clerkapp.commands.telling import warn
from clerkapp.errors import NoSuchMeeting
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.stationery import Stationery
from clerkapp.notation.files import read_file


def reader(options: Namespace) -> ArchiveReader:
    """The archive that the options name, for reading. NoArchive where there is none.

    What there is to say of it, a later release perhaps, or another folder, is said.
    """
    follow(options)
    archive = ArchiveReader(options.archive, keys_to_read(options))
    if archive.warning:
        warn(f"clerkapp: {archive.warning}")
    return archive


def follow(options: Namespace) -> None:
    """Goes where the archive has gone on, if it has, and says so."""
    options.archive, moved = last_place(options.archive)
    if moved:
        warn(f"clerkapp: {moved}")


def meeting_asked(options: Namespace) -> Meeting:
    """The meeting that SOURCE names: a file, or the id of one in the archive."""
    path = Path(options.source)
    if is_file(options.source):
        reading = read_file(path)
        for remark in reading.remarks:
            warn(f"{path.name}: {remark}")
        return reading.meeting
    with reader(options) as archive:
        return archive.read(id_in(archive, options.source))


class Asked(Struct, frozen=True):
    """A meeting, and what the archive has beside it: of a meeting in a file, nothing."""

    meeting: Meeting
    stationery: Stationery
    earlier: tuple[Meeting, ...] = ()  # of the committee, in the year


def asked_with_its_archive(options: Namespace) -> Asked:
    """The meeting that SOURCE names, with what is kept for its council and committee."""
    if is_file(options.source):
        meeting = meeting_asked(options)
        return Asked(meeting, Stationery(meeting.heading.council))
    with reader(options) as archive:
        meeting = archive.read(id_in(archive, options.source))
        kept = stationery_of(archive, meeting.heading.council)
        return Asked(meeting, kept, earlier_in_the_year(archive, meeting))


def is_file(source: str) -> bool:
    """Whether SOURCE is a file, there or not, and no meeting in the archive."""
    path = Path(source)
    return path.suffix.casefold() in (".minutes", ".json", ".txt") or path.is_file()


def id_in(archive: ArchiveReader, source: str) -> str:
    """The id that `source` is, or begins; itself where it is none."""
    ids = [line.id for line in archive.meetings()]
    fitting = [each for each in ids if each == source] or [
        each for each in ids if each.startswith(source)
    ]
    if len(fitting) > 1:
        raise NoSuchMeeting(f"{len(fitting)} meetings have ids that begin “{source}”")
    return fitting[0] if fitting else source
