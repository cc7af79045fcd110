"""The archive and the meeting that the options of a command name."""

from argparse import Namespace
from pathlib import Path

from clerkapp.archive.archive import ArchiveReader
from clerkapp.archive.committees import powers_over
from clerkapp.archive.elsewhere import last_place
from clerkapp.commands.keys import keys_to_read
from clerkapp.commands.telling import warn
from clerkapp.errors import NoSuchMeeting
from clerkapp.meeting.committees import Powers
from clerkapp.meeting.meeting import Meeting
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
    return meeting_and_powers(options)[0]


def meeting_and_powers(options: Namespace) -> tuple[Meeting, Powers | None]:
    """That meeting, and the powers of its committee where the archive knows them."""
    path = Path(options.source)
    if path.suffix.casefold() in (".minutes", ".json", ".txt") or path.is_file():
        reading = read_file(path)
        for remark in reading.remarks:
            warn(f"{path.name}: {remark}")
        return reading.meeting, None
    with reader(options) as archive:
        meeting = archive.read(id_in(archive, options.source))
        return meeting, powers_over(archive, meeting)


def id_in(archive: ArchiveReader, source: str) -> str:
    """The id that `source` is, or begins; itself where it is none."""
    ids = [line.id for line in archive.meetings()]
    fitting = [each for each in ids if each == source] or [
        each for each in ids if each.startswith(source)
    ]
    if len(fitting) > 1:
        raise NoSuchMeeting(f"{len(fitting)} meetings have ids that begin “{source}”")
    return fitting[0] if fitting else source
