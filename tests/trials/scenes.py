"""What is tried: what there is before, what is done, and what must be there whenever it ended."""

import datetime as dt
import random
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from msgspec import Struct
from own_keys import KEYS
from states import TEXT, keys_in, state
from test_upgrades import archive_of
from told import after, highest
from ways import PASSPHRASES, FileKeyring, NoKeyring, keys_by_any

from clerkapp.archive.archive import Archive
from clerkapp.archive.changes import ChangeLog
from clerkapp.archive.driver import Connection
from clerkapp.archive.keys import passphrase
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.rotation import SnapshotName, Why
from clerkapp.archive.schema import VERSION
from clerkapp.archive.snapshots import backup_folder, snapshots, take
from clerkapp.archive.store import Stored, save
from clerkapp.archive.verifying import digest, verify
from clerkapp.meeting.meeting import Meeting

WORK = Path(__file__).with_name("work.py")
BEFORE = 800  # keys in the meeting "a" before an archive is brought up or restored
STATES = (300, 500)  # those of the backups that are restored

Meetings = dict[str, Meeting]


class Scene(Struct, frozen=True):
    """One kind of work. `prepare` gives its words for work.py, `check` looks at what is left."""

    name: str
    prepare: Callable[[Path, random.Random], Sequence[object]]
    check: Callable[[Path, Meetings, Sequence[str]], None]
    keys: Callable[[Path], Keys] = lambda path: KEYS

    def command(self, folder: Path, chance: random.Random) -> list[str]:
        """Makes what there is before in `folder`; how the work is begun."""
        name, *rest = self.prepare(folder, chance)
        return [sys.executable, str(WORK), str(name), str(archive_in(folder)), *map(str, rest)]

    def look(self, folder: Path, told: Sequence[str]) -> None:
        """Opens what is left in `folder` as the next start does, and demands what must be there."""
        path = archive_in(folder)
        keys = self.keys(path)
        for named in snapshots(path, backup_folder(path)).values():
            assert verify(named, keys).faults == (), "a backup that has its name is whole"
        with Archive(path, keys) as archive:
            archive._backups.wait()
            assert archive.trouble == ""
            meetings = {each.id: each for each in archive.every_meeting()}
        verdict = verify(path, keys)
        assert verdict.faults == ()
        assert verdict.meetings == len(meetings)
        self.check(path, meetings, told)


def archive_in(folder: Path) -> Path:
    """The archive of a scene, in a folder that need not be there yet."""
    return folder / "Clerkapp" / "archive.db"


# What must be there


def _typed(meetings: Meetings, told: Sequence[str], before: int = 0) -> None:
    """Each meeting is as it was after some key: not before the last that was said to be saved."""
    assert meetings.keys() <= {"a", "b"}
    for each in ("a", "b"):
        least, most = highest(told, f"saved {each}"), highest(told, f"handed {each}")
        if each == "a":
            least, most = max(least, before), max(most, before)
        if least or each in meetings:
            keys = keys_in(meetings[each])
            assert least <= keys <= most
            assert meetings[each] == state(each, keys)


def _backed_up(path: Path, meetings: Meetings, told: Sequence[str]) -> None:
    _typed(meetings, told)
    for place in after(told, "backed up"):
        assert (path.parent / place).exists()


def _restored(path: Path, meetings: Meetings, told: Sequence[str]) -> None:
    """The archive is as it was before, or as the backup was; whichever, it is whole."""
    keys = dict(zip(_names(path), STATES, strict=True))
    allowed = {BEFORE}
    for line in told:
        word, name = line.split(" ", 1)
        allowed = {keys[name]} if word == "restored" else allowed | {keys[name]}
    (found,) = meetings.values()
    assert keys_in(found) in allowed
    assert found == state("a", keys_in(found))


def _encrypted(path: Path, meetings: Meetings, told: Sequence[str]) -> None:
    """Everything is there, and nobody can read it in any file."""
    _typed(meetings, told, BEFORE)
    word = TEXT.split()[0].encode()
    readable = [each for each in path.parent.rglob("*") if each.is_file()
                and word in each.read_bytes()]  # fmt: skip
    assert readable == []


def _renewed(path: Path, meetings: Meetings, told: Sequence[str]) -> None:
    """Everything is there; `look` has got in by what is left of the ways."""
    assert meetings == {"a": state("a", BEFORE)}
    backups = snapshots(path, backup_folder(path))
    assert sum(name.why is Why.BY_HAND for name in backups) >= len(STATES)


# What there is before


def _keys(number: int) -> Callable[[Path, random.Random], Sequence[object]]:
    return lambda folder, chance: ("typing", number)


def _an_earlier_archive(folder: Path, chance: random.Random) -> Sequence[object]:
    path = archive_in(folder)
    path.parent.mkdir()
    archive_of(chance.randrange(1, VERSION), path, state("a", BEFORE))
    return ("opening",)


def _a_plain_archive(folder: Path, chance: random.Random) -> Sequence[object]:
    """The archive and the backup that the release before encryption left when it was killed."""
    path, made = archive_in(folder), folder / "made.db"
    path.parent.mkdir()
    archive_of(VERSION, made, state("a", 300))
    backup = SnapshotName(
        path.stem, dt.datetime(2026, 1, 5, tzinfo=dt.UTC), Why.CLOSE, digest(made)
    )
    backup_folder(path).mkdir()
    shutil.copyfile(made, backup_folder(path) / str(backup))
    with closing(Connection(made, None, writing=True)) as db:
        save(db, ChangeLog(db), Stored(), state("a", BEFORE))
        for ending in ("", "-wal"):
            shutil.copyfile(f"{made}{ending}", f"{path}{ending}")
    made.unlink()
    return ("opening",)


def _with_backups(path: Path, keys: Keys) -> None:
    for before in (*STATES, BEFORE):
        with Archive(path, keys) as archive:
            archive.add(state("a", before))
        if before != BEFORE:
            take(path, backup_folder(path), Why.BY_HAND, keys)


def _backups(folder: Path, chance: random.Random) -> Sequence[object]:
    path = archive_in(folder)
    _with_backups(path, KEYS)
    return "restore", *(backup_folder(path) / name for name in _names(path))


def _in_a_keyring(folder: Path, chance: random.Random) -> Sequence[object]:
    path = archive_in(folder)
    _with_backups(path, WaysIn(path, FileKeyring(folder)).make())
    return ("renew",)


def _under_a_passphrase(folder: Path, chance: random.Random) -> Sequence[object]:
    path = archive_in(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase, "USUAL_COST", passphrase.Cost(memory=64, passes=1))
        keys = WaysIn(path, NoKeyring()).make(PASSPHRASES[0])
    _with_backups(path, keys)
    return ("renew",)


def _names(path: Path) -> list[str]:
    found = snapshots(path, backup_folder(path))
    return [each.name for name, each in found.items() if name.why is Why.BY_HAND]


TYPING = Scene("typing", _keys(400), lambda path, meetings, told: _typed(meetings, told))
CARELESS = Scene("careless", lambda folder, chance: ("careless", 400), TYPING.check)
MIGRATION = Scene("migration", _an_earlier_archive,
                  lambda path, meetings, told: _typed(meetings, told, BEFORE))  # fmt: skip
ENCRYPTION = Scene("encryption", _a_plain_archive, _encrypted)
BACKUP = Scene("backup", lambda folder, chance: ("backup", 4), _backed_up)
RESTORE = Scene("restore", _backups, _restored)
KEYRING = Scene("new key in the keyring", _in_a_keyring, _renewed, keys_by_any)
PASSPHRASE = Scene("new key under a passphrase", _under_a_passphrase, _renewed, keys_by_any)
SCENES = (TYPING, MIGRATION, ENCRYPTION, BACKUP, RESTORE, KEYRING, PASSPHRASE)
