"""A process that works on an archive until it is done or killed, and says what it has done.

python work.py typing ARCHIVE KEYS          types so many keys, and closes as often as it opens
python work.py careless ARCHIVE KEYS        the same, without waiting for the disk
python work.py opening ARCHIVE              opens it, which brings an earlier one up and encrypts it
python work.py backup ARCHIVE TIMES         makes backups while it types
python work.py restore ARCHIVE BACKUP ...   restores one after the other
python work.py renew ARCHIVE                encrypts it with a new key, three times
"""

import os
import sys
from pathlib import Path

from own_keys import KEYS
from states import keys_in, state
from told import Teller
from ways import PASSPHRASES, cheap, keys_by_any, ways_into

from clerkapp.archive import driver
from clerkapp.archive.archive import Archive
from clerkapp.archive.restoring import restore
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, take
from clerkapp.archive.writer import NotSaved, Saved
from clerkapp.errors import NoSuchMeeting

KEYS_A_SESSION = 200
MEETINGS = ("a", "b")


class Typist:
    """Types into two meetings of an archive, from where they are."""

    def __init__(self, archive: Archive, teller: Teller) -> None:
        self._archive = archive
        self._teller = teller
        self._keys = {each: _keys(archive, each) for each in MEETINGS}
        archive.listen(self._hear)

    def type(self, keys: int) -> None:
        """Types so many keys, one in four without waiting for those before."""
        for n in range(keys):
            meeting = MEETINGS[n % 9 == 0]
            self._keys[meeting] += 1
            self._teller.say("handed", meeting, self._keys[meeting])
            self._archive.keep(state(meeting, self._keys[meeting]))
            if n % 4:
                assert self._archive.settle()
        assert self._archive.settle()

    def _hear(self, told: Saved | NotSaved) -> None:
        if isinstance(told, Saved):
            self._teller.say("saved", told.meeting.id, keys_in(told.meeting))


def _keys(archive: Archive, meeting: str) -> int:
    try:
        return keys_in(archive.read(meeting))
    except NoSuchMeeting:
        return 0


def typing(path: Path, teller: Teller, keys: str) -> None:
    for _ in range(0, int(keys), KEYS_A_SESSION):
        with Archive(path, KEYS) as archive:
            Typist(archive, teller).type(KEYS_A_SESSION)


def careless(path: Path, teller: Teller, keys: str) -> None:
    full = "PRAGMA synchronous=FULL"
    assert full in driver._DURABLE
    driver._DURABLE = tuple("PRAGMA synchronous=NORMAL" if each == full else each
                            for each in driver._DURABLE)  # fmt: skip
    typing(path, teller, keys)


def opening(path: Path, teller: Teller) -> None:
    with Archive(path, KEYS) as archive:
        teller.say("opened")
        Typist(archive, teller).type(12)


def backup(path: Path, teller: Teller, times: str) -> None:
    with Archive(path, KEYS) as archive:
        typist = Typist(archive, teller)
        for _ in range(int(times)):
            typist.type(6)
            _take(path, backup_folder(path), teller)
    _take(path, path.with_name("another folder"), teller)


def _take(path: Path, folder: Path, teller: Teller) -> None:
    made = take(path, folder, Why.BY_HAND, KEYS)
    teller.say("backed up", made.relative_to(path.parent))


def restoring(path: Path, teller: Teller, *backups: str) -> None:
    for each in map(Path, backups):
        teller.say("restoring", each.name)
        restore(path, each, KEYS)
        teller.say("restored", each.name)


def renewing(path: Path, teller: Teller) -> None:
    cheap()
    ways, keys = ways_into(path), keys_by_any(path)
    for each in PASSPHRASES[1:]:
        keys = ways.renew(keys, each if ways.has_passphrase else None)
        teller.say("renewed", keys[0].check)


WORK = {
    "typing": typing,
    "careless": careless,
    "opening": opening,
    "backup": backup,
    "restore": restoring,
    "renew": renewing,
}


if __name__ == "__main__":
    archive = Path(sys.argv[2])
    tells = Teller(archive.parent.parent)
    os.write(1, b"start\n")
    WORK[sys.argv[1]](archive, tells, *sys.argv[3:])
