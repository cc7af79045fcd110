"""A person's own shorthand, out of the archive: words of minutes may be in it."""

from clerkapp.archive.archive import ArchiveReader
from clerkapp.wording.shorthand import Shorthand


def own_shorthand(archive: ArchiveReader) -> Shorthand:
    """The codes and sentences of the person's own; ArchiveError where they cannot be read."""
    own: dict[str, dict[str, str]] = {"code": {}, "sentence": {}}
    for row in archive.rows("SELECT part, name, words FROM shorthand ORDER BY name"):
        own.setdefault(str(row["part"]), {})[str(row["name"])] = str(row["words"])
    return Shorthand(own["code"], own["sentence"])
