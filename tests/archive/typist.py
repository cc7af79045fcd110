"""A process that types fifty times as fast as a person, until it is killed.

    python typist.py ARCHIVE SECONDS_A_KEY [FOLDER]

FOLDER is one on a second drive, which has its backup before the first key.

Prints "start", and then for each acknowledgement how many characters were on the disk.
"""

import os
import sys
import time
from pathlib import Path

from own_keys import KEYS

from clerkapp.archive.archive import Archive
from clerkapp.archive.writer import NotSaved, Saved
from clerkapp.editing.session import MeetingSession
from clerkapp.editing.typing import type_words
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import AgendaItem, Meeting

TEXT = "Members asked whether there was money in the budget for recruitment. " * 400
EMPTY = Meeting(
    "m", items=(AgendaItem("i", "Item", entries=(Entry("e", EntryKind.NOTE, settled=False),)),)
)


def main(path: Path, pause: float, folder: Path | None = None) -> None:
    archive = Archive(path, KEYS)
    if folder:
        archive.keep_second_copy(folder)
        assert archive.settle_second_copy(10)

    def tell(told: Saved | NotSaved) -> None:
        if isinstance(told, Saved):
            typed = len(told.meeting.items[0].entries[0].text)
            os.write(1, f"{typed}\n".encode())

    archive.listen(tell)
    session = MeetingSession(EMPTY, archive.keep)
    session.save()
    os.write(1, b"start\n")
    for end in range(1, len(TEXT) + 1):
        session.apply(lambda m, end=end: type_words(m, "e", TEXT[:end]), "typing", burst="e")
        time.sleep(pause)
    archive.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), *map(Path, sys.argv[3:]))
