"""What was written at earlier meetings of a committee, the newest first."""

from collections.abc import Iterator

from clerkapp.archive.archive import ArchiveReader

_PIECE = 100  # texts: about a millisecond, since somebody may be typing meanwhile


def earlier_texts(
    archive: ArchiveReader, committee: str, apart_from: str
) -> Iterator[tuple[str, ...]]:
    """The words of its entries, some at a time, but those of the meeting `apart_from`.

    What is exempt is left out: it must not come into other minutes by a key. Nothing is held open
    between two pieces. ArchiveError where the archive cannot be read.
    """
    meetings = archive.rows(
        "SELECT id FROM meeting WHERE committee = ? AND id <> ? AND NOT deleted AND NOT is_sample"
        " ORDER BY date DESC, start DESC, id DESC",
        [committee, apart_from],
    )
    for meeting in [str(row["id"]) for row in meetings]:
        start = 0
        while piece := _piece(archive, meeting, start):
            yield piece
            start += _PIECE


def _piece(archive: ArchiveReader, meeting: str, start: int) -> tuple[str, ...]:
    rows = archive.rows(
        "SELECT entry.text FROM item JOIN entry ON entry.item = item.id"
        " WHERE item.meeting = ? AND NOT item.deleted AND NOT entry.deleted"
        " AND item.exempt IS NULL AND entry.exempt IS NULL"
        " ORDER BY item.position, entry.position LIMIT ? OFFSET ?",
        [meeting, _PIECE, start],
    )
    return tuple(str(row["text"]) for row in rows)
