"""The file that is written: its connection, its log of changes, and whether it is still there."""

from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from clerkapp.archive.ballast import Ballast
from clerkapp.archive.changes import ChangeLog
from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.replaying import Recorder, Taker
from clerkapp.archive.store import (
    Stored,
    delete,
    delete_committee,
    load,
    save,
    save_committee,
    save_shorthand,
    save_stationery,
)
from clerkapp.archive.trouble import Standing, tried
from clerkapp.meeting.committees import Committee
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.stationery import Stationery
from clerkapp.wording.shorthand import Shorthand


class GoneCommittee(Struct, frozen=True):
    """A committee to be marked deleted."""

    id: str


Kept: TypeAlias = Meeting | Committee | GoneCommittee | Shorthand | Stationery | None
"""What is kept in the file: a meeting, None to mark it deleted, a committee, own shorthand, the
stationery of a council."""

_PATIENCE = 1000  # milliseconds that a save waits for another program before it is told


class Hold:
    """What the writer has open. Owned by its thread; it ends with `end`, in one of two ways.

    `taker` has what is written here, as a record, once it is on the disk.
    """

    def __init__(self, db: Connection, path: Path, taker: Taker | None = None) -> None:
        self.db = db
        self.log = ChangeLog(db)
        self.path = path
        self.ballast = Ballast(path)
        self.is_tight = False
        """Whether the disk was full, so that the ballast was given up and is not back yet."""
        self._recorder = Recorder(db, taker)
        self._standing = Standing(path)
        self._stored: dict[str, Stored] = {}
        self._others: dict[str, Kept] = {}  # all but meetings, as last written through this
        db.run(f"PRAGMA busy_timeout={_PATIENCE}")

    def stands(self) -> bool:
        """Whether its path still leads to it."""
        return self._standing.holds()

    def left_log(self) -> bool:
        """Whether its log is still there: what is then in its place must not be opened."""
        return self._standing.left_log()

    def write(self, meeting_id: str, kept: Kept) -> None:
        """Saves the meeting, or marks it deleted; DatabaseError where the disk does not take it.

        A committee, a person's own shorthand and the stationery of a council likewise, under a name
        that is no meeting's.
        """
        if isinstance(kept, Shorthand | Stationery):
            with self._recorder.transaction():
                if isinstance(kept, Shorthand):
                    save_shorthand(self.db, kept)
                else:
                    save_stationery(self.db, kept)
            self._others[meeting_id] = kept
        elif isinstance(kept, Committee | GoneCommittee):
            with self._recorder.transaction():
                if isinstance(kept, Committee):
                    save_committee(self.db, self.log, kept)
                else:
                    delete_committee(self.db, self.log, kept.id)
            self._others[meeting_id] = kept
        else:
            self._write_meeting(meeting_id, kept)
        if self._standing.lacks_log() and self.stands():  # else it stays in a file without a name
            self.fold()

    def _write_meeting(self, meeting_id: str, meeting: Meeting | None) -> None:
        with self._recorder.transaction():
            stored = self._stored.pop(meeting_id, None) or load(self.db, meeting_id)
            if meeting is None:
                delete(self.db, self.log, meeting_id)
            else:
                stored = save(self.db, self.log, stored, meeting)
        if meeting is not None:
            self._stored[meeting_id] = stored

    def seal(self) -> None:
        """Closes a burst of typing, if one goes on; DatabaseError where that cannot be done now."""
        if self.log.is_open:
            with self._recorder.transaction():
                self.log.seal()

    def undo(self) -> None:
        """Forgets a write that did not come to its end."""
        self.log.forget()
        if self.db.in_transaction:
            tried(lambda: self.db.run("ROLLBACK"))

    def fold(self) -> None:
        """Folds the log into the file; DatabaseError where that cannot be done now."""
        self.db.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def make_room(self) -> bool:
        """Gives the ballast up and folds the log in; whether there was any ballast."""
        dropped = self.ballast.drop()
        self.is_tight = self.is_tight or dropped
        tried(self.fold)
        return dropped

    def take_room(self) -> None:
        """Has the ballast made, again perhaps, where there is plenty of room."""
        self.ballast.make()
        self.is_tight = self.is_tight and not self.ballast.is_there

    def known(self) -> dict[str, Kept]:
        """All that was written through this, as it was last."""
        meetings = {each: stored.meeting for each, stored in self._stored.items()}
        return self._others | meetings

    def end(self) -> None:
        """Closes the file, or abandons it where its path leads elsewhere."""
        if not self.stands():
            abandon(self.db)
            return
        try:
            self.seal()
        except DatabaseError:  # it will be sealed at the next change
            self.undo()
        tried(self.fold)  # else the log keeps what could not be folded in
        self.db.close()


def abandon(db: Connection) -> None:
    """Gives up a connection to a file whose place another may have taken, and never closes it.

    To close it would delete, by its name, the log of whatever archive is there now: SQLite looks
    whether its file was moved, but by its number alone, which two drives may have in common.
    """
    import ctypes  # noqa: PLC0415 — seldom needed

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(db))
