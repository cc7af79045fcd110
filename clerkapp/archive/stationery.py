"""The stationery of each council, out of the archive: encrypted, backed up and carried with it."""

from clerkapp.archive.archive import ArchiveReader
from clerkapp.archive.rows import read_stationery
from clerkapp.errors import NotationError
from clerkapp.meeting.stationery import Stationery


def stationery_of(archive: ArchiveReader, council: str) -> Stationery:
    """The stationery of that council; a plain one where nothing is kept that this release reads."""
    rows = archive.rows("SELECT * FROM stationery WHERE council = ?", [council])
    try:
        return next(map(read_stationery, rows), Stationery(council))
    except NotationError:
        return Stationery(council)


def every_stationery(archive: ArchiveReader) -> tuple[Stationery, ...]:
    """Whatever is kept, by the names of the councils."""
    rows = archive.rows("SELECT * FROM stationery ORDER BY council")
    return tuple(map(read_stationery, rows))
