"""A person's own shorthand, out of the archive: words of minutes may be in it."""

from clerkapp.archive.archive import ArchiveReader
from clerkapp.wording.shorthand import Shorthand, own_of


def own_shorthand(archive: ArchiveReader) -> Shorthand:
    """The codes and sentences of the person's own; ClerkappError where they cannot be read."""
    rows = archive.rows("SELECT id, words FROM shorthand ORDER BY id")
    return own_of((str(row["id"]), str(row["words"])) for row in rows)
