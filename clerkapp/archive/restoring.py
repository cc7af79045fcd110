"""Puts a backup in the place of the archive: a preview first, and whole or not at all.

The archive and its log belong together: a restored file beside the log of another is a damaged
file. So the three files are moved aside together. What was moved is written down first, in a note
beside the archive; as long as the note is there the move is not finished, and whoever next opens
the archive undoes it.
"""

import datetime as dt
import json
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path

from msgspec import Struct

from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.files import reason, sync, unfinished, write_whole
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.keys.key_file import copy_key_file, read_key_file
from clerkapp.archive.locking import locked
from clerkapp.archive.opening import opened
from clerkapp.archive.replaying import Continuation, continuation, replay
from clerkapp.archive.schema import is_current, migrate
from clerkapp.archive.snapshots import backup_folder, copy_whole, snapshots
from clerkapp.archive.store import load
from clerkapp.archive.verifying import verify
from clerkapp.errors import ArchiveDamaged, ArchiveError, ClerkappError, NoArchive
from clerkapp.meeting.meeting import Meeting

_TOGETHER = ("", "-wal", "-shm")


class Difference(Struct, frozen=True):
    """A meeting that a restore would change: as it is now, and as it was then; None: not there."""

    now: Meeting | None
    then: Meeting | None


class Preview(Struct, frozen=True):
    """What a restore would change."""

    differences: tuple[Difference, ...]
    same: int
    trouble: str  # why the archive as it now is cannot be compared, if it cannot
    until: dt.datetime | None = None  # of what was saved after the backup; None: nothing was
    doubts: tuple[str, ...] = ()  # what of that is missing, in sentences


def newest_sound(archive: Path, folder: Path, keys: Keys) -> Path:
    """The latest backup of that archive in a folder that nothing is wrong with.

    NoArchive where there is none at all, and ArchiveDamaged where there are only damaged ones.
    """
    there = snapshots(archive, folder)
    fault: ClerkappError | None = None
    for name in sorted(there, key=lambda name: name.at, reverse=True):
        try:
            _must_have_no_faults(there[name], keys, "is damaged")
        except ClerkappError as error:
            fault = fault or error
        else:
            return there[name]
    raise fault or NoArchive(f"there is no backup of {archive.name} in {folder}")


def preview(archive: Path, backup: Path, keys: Keys, *, alone: bool = False) -> Preview:
    """What would change if `backup` were restored; ArchiveError where it cannot be restored.

    With it comes what the segments beside it say was saved after it, unless it is to be `alone`.
    """
    _must_be_sound(archive, backup, keys)
    after = Continuation("", 0) if alone else continuation(backup, keys)
    then, after = _continued(backup, keys, after)
    now, trouble = dict[str, Meeting](), ""
    if archive.exists():
        try:
            now = _meetings(archive, keys)
        except ClerkappError as error:
            trouble = str(error)
    differences = [
        Difference(now.get(each), then.get(each))
        for each in sorted(now.keys() | then.keys())
        if now.get(each) != then.get(each)
    ]
    differences.sort(key=_latest_first)
    same = sum(1 for each in then if then[each] == now.get(each))
    return Preview(tuple(differences), same, trouble, after.until, after.doubts)


def restore(archive: Path, backup: Path, keys: Keys, *, alone: bool = False) -> Path | None:
    """Puts `backup` in the place of the archive; the folder where the archive's files now are.

    What the segments beside it say was saved after it is done again, unless it is to be `alone`.

    It is then encrypted with the first of `keys`, one of which opens the backup. Where nothing
    stands beside the archive about its key, what stands beside the backup is copied there.
    None where there was no archive. ArchiveLocked where another Clerkapp has it open. On any
    failure the files that were there are put back, and ArchiveError says why.
    """
    lock = locked(archive)
    try:
        finish_interrupted(archive)
        _must_be_sound(archive, backup, keys)
        if read_key_file(archive.parent) is None:
            copy_key_file(backup.parent, archive.parent)
        with unfinished(archive.parent, archive.stem) as part:
            copy_whole(backup, part, keys)
            if not alone:
                replay(part, keys, continuation(backup, keys))
            aside = _exchange(archive, part, keys)
    except OSError as error:
        raise ArchiveError(f"the archive is as it was, for {_sentence(error)}") from None
    finally:
        lock.release()
    return aside


def is_interrupted(archive: Path) -> bool:
    """Whether a restore was cut short, so that the archive's files may not be in their place."""
    return _note(archive).exists()


def finish_interrupted(archive: Path) -> None:
    """Puts back what a restore that was cut short had moved. Only for who holds the lock."""
    if not is_interrupted(archive):
        return
    try:
        _put_back(archive)
    except (OSError, ValueError, KeyError) as error:
        raise ArchiveError(
            f"a restore was cut short, and {archive} cannot be put back: {reason(error)}; "
            f"its files are in the newest folder of {backup_folder(archive)}"
        ) from None


def _put_back(archive: Path) -> None:
    note = json.loads(_note(archive).read_text(encoding="utf-8"))
    aside, were = backup_folder(archive) / str(note["aside"]), note["were"]
    for ending in _TOGETHER:
        place, moved = _beside(archive, ending), aside / f"{archive.name}{ending}"
        if ending not in were:
            place.unlink(missing_ok=True)
        elif moved.exists():
            moved.replace(place)
    sync(archive.parent)
    _note(archive).unlink()
    sync(archive.parent)
    with suppress(OSError):
        aside.rmdir()


def _exchange(archive: Path, part: Path, keys: Keys) -> Path | None:
    """Moves the archive's files aside and `part` in their place; undoes that if it goes wrong."""
    were = [ending for ending in _TOGETHER if _beside(archive, ending).exists()]
    now = dt.datetime.now(dt.UTC)
    aside = backup_folder(archive) / f"replaced-{now:%Y-%m-%dT%H%M%S.%f}Z"
    aside.mkdir(parents=True, mode=0o700)
    try:
        _write_note(archive, aside, were)
        for ending in were:
            _beside(archive, ending).replace(aside / f"{archive.name}{ending}")
        for folder in (aside, aside.parent, archive.parent):
            sync(folder)
        part.replace(archive)
        sync(archive.parent)
        _must_have_no_faults(archive, keys, "is damaged once it is in its place")
        _note(archive).unlink()
        sync(archive.parent)
    except BaseException:
        finish_interrupted(archive)
        with suppress(OSError):
            aside.rmdir()
        raise
    if not were:
        aside.rmdir()
        return None
    return aside


def _write_note(archive: Path, aside: Path, were: list[str]) -> None:
    note = json.dumps({"aside": aside.name, "were": were})
    write_whole(_note(archive), note.encode())


def _note(archive: Path) -> Path:
    return _beside(archive, ".restoring")


def _beside(archive: Path, ending: str) -> Path:
    return archive.with_name(f"{archive.name}{ending}")


def _must_be_sound(archive: Path, backup: Path, keys: Keys) -> None:
    """ArchiveError where `backup` must not be put in the archive's place."""
    _must_have_no_faults(backup, keys, "is damaged and was not restored")
    if archive.exists() and archive.samefile(backup):
        raise ArchiveError(f"{backup} is the archive itself; name a backup")


def _must_have_no_faults(path: Path, keys: Keys, otherwise: str) -> None:
    faults = verify(path, keys).faults
    if faults:
        raise ArchiveDamaged(f"{path} {otherwise}: {faults[0]}")


def _continued(
    backup: Path, keys: Keys, after: Continuation
) -> tuple[dict[str, Meeting], Continuation]:
    """Every meeting in the backup and in what comes after it; what of that could be done."""
    if not after.records:
        return _meetings(backup, keys), after
    with tempfile.TemporaryDirectory() as folder:  # a stick may be slow, or not to be written to
        copy = Path(folder) / backup.name
        copy.touch(mode=0o600)
        copy_whole(backup, copy, keys)
        after = replay(copy, keys, after)
        return _meetings(copy, keys), after


def _meetings(path: Path, keys: Keys) -> dict[str, Meeting]:
    """Every meeting in the file by its id; what an earlier release wrote is read from a copy."""
    db = opened(path, keys)
    with ExitStack() as end:
        end.callback(db.close)
        try:
            if not is_current(db):
                db = _brought_up(path, keys, end)
            ids = [str(row["id"]) for row in db.rows("SELECT id FROM meeting WHERE NOT deleted")]
            read = [load(db, each).meeting for each in ids]
        except (DatabaseError, ValueError, KeyError, TypeError) as error:
            raise ArchiveError(f"{path} cannot be read whole: {reason(error)}") from None
    return {meeting.id: meeting for meeting in read if meeting}


def _brought_up(path: Path, keys: Keys, end: ExitStack) -> Connection:
    part = end.enter_context(unfinished(path.parent, path.stem))
    copy_whole(path, part, keys)
    db = Connection(part, keys[0], writing=True)
    db.run("PRAGMA journal_mode=DELETE")
    end.callback(db.close)
    migrate(db)
    return db


def _latest_first(difference: Difference) -> tuple[int, str]:
    meeting = difference.then or difference.now
    date = meeting.heading.date if meeting else None
    return (-date.toordinal() if date else 1, meeting.id if meeting else "")


def _sentence(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"a file could not be put in its place: {reason(error)}{where}"
