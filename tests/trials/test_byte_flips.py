"""One byte changes: what is read is right or is refused, and no good backup is harmed."""

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from own_keys import KEYS, OwnKeyring
from states import keys_in, state
from ways import PASSPHRASES, NoKeyring

from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.history import changes_of
from clerkapp.archive.keys import passphrase
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.keys.key_file import NAME, read_key_file
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.restoring import preview, restore
from clerkapp.archive.rotation import Why
from clerkapp.archive.search import search
from clerkapp.archive.snapshots import backup_folder, snapshots, take
from clerkapp.archive.verifying import verify
from clerkapp.errors import ArchiveError, ClerkappError, WrongKey
from clerkapp.meeting.meeting import Meeting

A, B = 900, 40  # keys in the meetings
CLOSES = 12  # more than are kept: one more takes the oldest away
READS: dict[str, Callable[[ArchiveReader], object]] = {
    "the list": lambda reader: reader.meetings(),
    "a meeting": lambda reader: reader.read("a"),
    "every meeting": lambda reader: list(reader.every_meeting()),
    "a search": lambda reader: search(reader, "member*"),
    "a rare word": lambda reader: search(reader, '"money in the budget"'),
    "the changes": lambda reader: list(changes_of(reader, "a")),
}


def change_a_byte(path: Path, chance: random.Random) -> None:
    """Changes one bit, or all of one byte."""
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= chance.choice([1 << chance.randrange(8), 0xFF])
    path.write_bytes(data)


def read(path: Path, what: str) -> object:
    with ArchiveReader(path, KEYS) as reader:
        return READS[what](reader)


def backups_of(path: Path) -> dict[Path, bytes]:
    found = snapshots(path, backup_folder(path)).values()
    return {each: each.read_bytes() for each in found}


def meetings_of(path: Path) -> dict[str, Meeting]:
    with ArchiveReader(path, KEYS) as reader:
        return {each.id: each for each in reader.every_meeting()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive with two meetings and with many backups."""
    path = tmp_path_factory.mktemp("whole") / "archive.db"
    with Archive(path, KEYS) as archive:
        archive.add(state("a", A))
        archive.add(state("b", B))
    for _ in range(CLOSES - 1):
        take(path, backup_folder(path), Why.CLOSE, KEYS)
    assert len(backups_of(path)) == CLOSES
    return path.parent


@pytest.fixture(scope="module")
def right(whole: Path) -> dict[str, object]:
    """What each way of reading gives."""
    return {what: read(whole / "archive.db", what) for what in READS}


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    """The archive of a copy."""
    shutil.copytree(whole, tmp_path / "copy")
    return tmp_path / "copy" / "archive.db"


@pytest.mark.usefixtures("impatient")
@pytest.mark.trials(few=6, full=100)
def test_in_the_archive(path: Path, right: dict[str, object], trial: int):
    change_a_byte(path, random.Random(f"archive {trial}"))
    is_told = False
    for what, expected in right.items():
        try:
            assert read(path, what) == expected
        except ClerkappError:
            is_told = True
    try:
        is_well = not verify(path, KEYS).faults
    except ClerkappError:
        is_well = False
    assert is_well <= (not is_told)

    before = backups_of(path)
    with suppress(ClerkappError), Archive(path, KEYS) as archive:
        archive.add(state("a", A + 1))
    after = backups_of(path)
    for made in after.keys() - before.keys():  # a backup that was made of it is a good one
        assert verify(made, KEYS).faults == ()
        kept = meetings_of(made)
        assert kept["a"] in (state("a", A), state("a", A + 1))
        assert kept["b"] == state("b", B)
        before.pop(min(before))  # which gave way to a good one
    assert before.items() <= after.items()

    restore(path, max(before), KEYS)
    assert meetings_of(path) == {"a": state("a", A), "b": state("b", B)}
    assert verify(path, KEYS).faults == ()


@pytest.fixture(scope="module")
def left_open(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive that a crash left, with the last saves in its log alone."""
    path = tmp_path_factory.mktemp("open") / "archive.db"
    target = path.parent / "left"
    with Archive(path, KEYS) as archive:
        archive.add(state("a", A))
    with Archive(path, KEYS) as archive:
        for keys in range(1, B + 1):
            archive.add(state("b", keys))
        shutil.copytree(path.parent, target, ignore=shutil.ignore_patterns("*-shm", "left"))
    assert (target / "archive.db-wal").stat().st_size > 0
    return target


@pytest.mark.trials(few=6, full=100)
def test_in_the_log(left_open: Path, tmp_path: Path, trial: int):
    shutil.copytree(left_open, tmp_path / "copy")
    path = tmp_path / "copy" / "archive.db"
    change_a_byte(path.with_name("archive.db-wal"), random.Random(f"log {trial}"))
    before = backups_of(path)
    try:
        faults = verify(path, KEYS).faults
    except ClerkappError as error:
        faults = (str(error),)
    with suppress(ClerkappError):
        found = meetings_of(path)
        assert found["a"] == state("a", A)
        kept = keys_in(found["b"]) if "b" in found else 0
        assert kept == 0 or found["b"] == state("b", kept)
        assert kept >= B - 1 or faults, f"{B - kept} saves are gone and nobody says so"
    with suppress(ClerkappError), Archive(path, KEYS):
        pass
    after = backups_of(path)
    assert before.items() <= after.items()
    assert all(verify(each, KEYS).faults == () for each in after)


@pytest.mark.trials(few=4, full=100)
def test_in_a_backup(path: Path, trial: int):
    backup = max(backups_of(path))
    change_a_byte(backup, random.Random(f"backup {trial}"))
    with suppress(ClerkappError):
        assert verify(backup, KEYS).faults
    for act in (preview, restore):
        with pytest.raises(ArchiveError):
            act(path, backup, KEYS)
    assert meetings_of(path) == {"a": state("a", A), "b": state("b", B)}
    others = sorted(backups_of(path))[:-1]
    restore(path, others[-1], KEYS)
    assert meetings_of(path) == {"a": state("a", A), "b": state("b", B)}


@pytest.fixture(scope="module")
def under_passphrase(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Keys]:
    """The folder of an archive that a passphrase opens, with a backup, and its keys."""
    path = tmp_path_factory.mktemp("keys") / "kept" / "archive.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase, "USUAL_COST", passphrase.Cost(memory=64, passes=1))
        keys = WaysIn(path, NoKeyring()).make(PASSPHRASES[0])
    with Archive(path, keys) as archive:
        archive.add(state("a", B))
    return path.parent, keys


@pytest.mark.trials(few=3, full=100)
def test_in_what_is_written_down_about_the_key(
    under_passphrase: tuple[Path, Keys], tmp_path: Path, trial: int
):
    folder, keys = under_passphrase
    shutil.copytree(folder, tmp_path / "copy")
    path = tmp_path / "copy" / "archive.db"
    whole = (path.parent / NAME).read_bytes()
    change_a_byte(path.parent / NAME, random.Random(f"keys {trial}"))

    ways = WaysIn(path, OwnKeyring(*keys))
    assert ways.usual() == keys, "the keyring opens whatever has become of the file"
    assert not ways.is_new
    assert ways.by_passphrase(PASSPHRASES[0]) == keys, "the copy beside the backups opens"
    with pytest.raises(WrongKey):
        ways.by_passphrase(PASSPHRASES[1])
    with Archive(path, keys) as archive:
        archive.add(state("a", B + 1))
    assert (backup_folder(path) / NAME).read_bytes() == whole, "no good copy gives way to it"

    (backup_folder(path) / NAME).unlink()
    with suppress(ClerkappError):
        assert WaysIn(path, NoKeyring()).by_passphrase(PASSPHRASES[0]) == keys
    ways.keep(keys)
    assert read_key_file(path.parent).check == keys[0].check
