"""An archive as large as a benchmark wants, with the log of changes, written in one transaction."""

from pathlib import Path

from long_meetings import meeting_with
from own_keys import KEYS

from clerkapp.archive.archive import Archive
from clerkapp.archive.changes import ChangeLog
from clerkapp.archive.opening import opened
from clerkapp.archive.store import Stored, save
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting

ENTRIES_A_MEETING = 500


def big_archive(path: Path, entries: int) -> Meeting:
    """Makes an archive of so many entries at `path`; its last meeting.

    Its words are not in the index, nor waiting for it: an index built meanwhile would be measured.
    """
    Archive(path, KEYS).close()
    db = opened(path, KEYS, writing=True)
    log, meeting = ChangeLog(db), meeting_with(min(ENTRIES_A_MEETING, entries))
    db.run("BEGIN IMMEDIATE")
    for _ in range(0, entries, ENTRIES_A_MEETING):
        meeting = copied(meeting, new_id)
        save(db, log, Stored(), meeting)
    db.run("DELETE FROM unindexed")
    db.run("COMMIT")
    db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return meeting
