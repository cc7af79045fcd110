"""The ways to the key of an archive."""

import shutil
from pathlib import Path

import pytest
from meetings import brookmere
from own_keys import NoKeyring, OwnKeyring, ShutKeyring

from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.keys import passphrase as passphrases
from clerkapp.archive.keys.data_key import DataKey, Keys, new_data_key
from clerkapp.archive.keys.key_file import KeyFile, read_key_file, write_key_file
from clerkapp.archive.keys.passphrase import Cost
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, snapshots, take
from clerkapp.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveLocked,
    KeyringAbsent,
    PassphraseWanted,
    UnfitPassphrase,
    WrongKey,
)

WORDS = "four words of mine"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrases, "USUAL_COST", Cost(memory=32, passes=1, lanes=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a" / "archive.db"


def filled(path: Path, keys: Keys) -> Keys:
    with Archive(path, keys) as archive:
        archive.add(brookmere())
    return keys


def opens(path: Path, keys: Keys) -> bool:
    with ArchiveReader(path, keys) as reader:
        return [each.id for each in reader.meetings()] == [brookmere().id]


def test_a_first_start_asks_nobody_where_the_keyring_proves_itself(path: Path):
    keyring = OwnKeyring()
    assert WaysIn(path, keyring).is_new
    keys = filled(path, WaysIn(path, keyring).usual())
    assert not WaysIn(path, keyring).is_new
    assert keyring.kept == {keys[0].check: keys[0]}
    assert opens(path, WaysIn(path, keyring).usual())


@pytest.mark.parametrize("keyring", [NoKeyring(), ShutKeyring()])
def test_a_first_start_without_a_keyring_wants_a_passphrase(path: Path, keyring: OwnKeyring):
    with pytest.raises(PassphraseWanted, match="CLERKAPP_PASSPHRASE"):
        WaysIn(path, keyring).usual()
    assert not path.exists()
    with pytest.raises(UnfitPassphrase, match="8 characters"):
        WaysIn(path, keyring).usual("short")
    filled(path, WaysIn(path, keyring).usual(WORDS))
    assert opens(path, WaysIn(path, keyring).usual(WORDS))
    assert WaysIn(path, keyring).has_passphrase
    with pytest.raises(WrongKey, match="not the passphrase"):
        WaysIn(path, keyring).usual("four words of yours")
    with pytest.raises(type(keyring.error)):
        WaysIn(path, keyring).usual()


def test_a_keyring_that_lost_the_key_says_so(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, WaysIn(path, keyring).usual())
    keyring.kept.clear()
    with pytest.raises(KeyringAbsent, match="does not have the key"):
        WaysIn(path, keyring).usual()
    keyring.kept[keys[0].check] = new_data_key()
    with pytest.raises(WrongKey):
        WaysIn(path, keyring).usual()


@pytest.mark.parametrize("lost", ["keyring and passphrase", "sheet and passphrase",
                                  "keyring and sheet"])  # fmt: skip
def test_losing_any_two_ways_loses_nothing(path: Path, lost: str):
    keyring = OwnKeyring()
    keys = filled(path, WaysIn(path, keyring).usual())
    WaysIn(path, keyring).set_passphrase(keys, WORDS)
    sheet = keys[0]
    if "keyring" in lost:
        keyring.kept.clear()
    if "passphrase" in lost:  # the file, too, and its copy
        (path.parent / "keys.json").unlink()
        (backup_folder(path) / "keys.json").unlink(missing_ok=True)
    ways = WaysIn(path, keyring)
    if "keyring" not in lost:
        found = ways.usual()
    elif "passphrase" not in lost:
        found = ways.usual(WORDS)
    else:
        found = ways.by_sheet(sheet)
    assert opens(path, found)
    assert ways.keep(found)
    assert opens(path, WaysIn(path, keyring).usual())  # the way in is whole again


def test_a_key_of_another_archive_is_refused_with_or_without_the_file(path: Path, tmp_path: Path):
    keyring = OwnKeyring()
    filled(path, WaysIn(path, keyring).usual())
    with pytest.raises(WrongKey, match="does not open"):
        WaysIn(path, keyring).by_sheet(new_data_key())
    (path.parent / "keys.json").unlink()
    shutil.rmtree(backup_folder(path))
    with pytest.raises(WrongKey, match="of another archive, or the file is damaged"):
        WaysIn(path, keyring).by_sheet(new_data_key())
    nothing = tmp_path / "b" / "archive.db"
    with pytest.raises(WrongKey, match="does not open"):
        WaysIn(nothing, keyring).by_sheet(new_data_key())


def test_a_damaged_key_file_is_helped_by_its_copy_and_mended(path: Path):
    keyring = NoKeyring()
    keys = filled(path, WaysIn(path, keyring).usual(WORDS))
    (path.parent / "keys.json").write_bytes(b"{")
    ways = WaysIn(path, keyring)
    assert ways.usual(WORDS) == keys
    assert not ways.keep(keys)
    assert read_key_file(path.parent) == read_key_file(backup_folder(path))
    for folder in (path.parent, backup_folder(path)):
        (folder / "keys.json").write_bytes(b"{")
    assert not ways.is_new or pytest.fail("a damaged file is no reason to begin anew")
    with pytest.raises(ArchiveDamaged, match=r"keys\.json is damaged"):
        ways.by_passphrase(WORDS)
    assert ways.by_sheet(keys[0]) == keys
    ways.keep(keys)
    ways.set_passphrase(keys, "another four words")
    assert WaysIn(path, keyring).usual("another four words") == keys


def test_damage_to_an_archive_is_not_taken_for_a_wrong_key(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, WaysIn(path, keyring).usual())
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 100)
    assert WaysIn(path, keyring).usual() == keys  # the check says that it is the right key
    for act in (ArchiveReader, Archive):
        with pytest.raises(ArchiveDamaged):
            act(path, keys)


def test_an_archive_that_is_gone_or_empty_is_not_begun_anew_over_its_backups(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, WaysIn(path, keyring).usual())
    path.unlink()
    assert not WaysIn(path, keyring).is_new
    with pytest.raises(ArchiveDamaged, match=r"is gone.*restore the newest"):
        Archive(path, keys)
    path.touch()
    with pytest.raises(ArchiveDamaged, match=r"is empty.*restore the newest"):
        Archive(path, keys)


def test_a_passphrase_that_is_changed_opens_no_more(path: Path):
    keyring = NoKeyring()
    keys = filled(path, WaysIn(path, keyring).usual(WORDS))
    ways = WaysIn(path, keyring)
    ways.set_passphrase(keys, "another four words")
    assert ways.usual("another four words") == keys
    with pytest.raises(WrongKey):
        ways.usual(WORDS)
    with pytest.raises(UnfitPassphrase):
        ways.set_passphrase(keys, "abc")
    assert read_key_file(path.parent) == read_key_file(backup_folder(path))


def test_the_sheet_is_taken_down_once_it_has_proved_itself(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, WaysIn(path, keyring).usual())
    ways = WaysIn(path, keyring)
    assert ways.file is not None
    assert not ways.file.has_sheet
    ways.note_sheet()
    assert ways.file.has_sheet
    assert not read_key_file(path.parent).renewed(keys, new_data_key()).has_sheet


def test_renewal_shuts_the_old_ways_and_loses_nothing(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, WaysIn(path, keyring).usual())
    WaysIn(path, keyring).set_passphrase(keys, WORDS)
    take(path, backup_folder(path), Why.BY_HAND, keys)
    with ArchiveReader(path, keys), Archive(path, keys), pytest.raises(ArchiveLocked):
        WaysIn(path, keyring).renew(keys)
    now = WaysIn(path, keyring).renew(keys)
    assert now[0] != keys[0]
    assert opens(path, now[:1])
    with pytest.raises(ArchiveError):
        opens(path, keys)
    copies = list(snapshots(path, backup_folder(path)).values())
    assert copies
    assert all(opens(copy, now[:1]) for copy in copies)
    with pytest.raises(WrongKey):
        WaysIn(path, keyring).by_passphrase(WORDS)
    assert set(keyring.kept) == {now[0].check}
    assert WaysIn(path, keyring).usual() == now
    with pytest.raises(PassphraseWanted):
        WaysIn(path, NoKeyring()).renew(now)
    again = WaysIn(path, NoKeyring()).renew(now, WORDS)
    assert opens(path, WaysIn(path, NoKeyring()).usual(WORDS)[:1])
    assert len({*again, *now}) == 3


def test_a_renewal_that_was_cut_short_is_finished_at_the_next_opening(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, WaysIn(path, keyring).usual())
    new = new_data_key()
    keyring.put(new)
    write_key_file(path.parent, KeyFile(keys[0].check).renewed(keys, new))
    now = WaysIn(path, keyring).usual()
    assert now == (new, keys[0])
    assert opens(path, now)
    assert opens(path, WaysIn(path, keyring).by_sheet(keys[0]))  # the old sheet is not yet void
    Archive(path, now).close()
    assert opens(path, now[:1])


def test_two_first_starts_at_once_have_one_key(path: Path):
    keyring = OwnKeyring()
    first, second = WaysIn(path, keyring), WaysIn(path, keyring)
    keys = first.make()
    with pytest.raises(ArchiveError, match="just begun"):
        second.make()
    assert second.usual() == keys


class SlowKeyring(OwnKeyring):
    """Takes a key only after its owner has done something else meanwhile."""

    def __init__(self, meanwhile) -> None:
        super().__init__()
        self.meanwhile = meanwhile

    def put(self, key: DataKey) -> None:
        self.meanwhile()
        super().put(key)


def test_a_keyring_that_answers_late_undoes_no_passphrase_chosen_meanwhile(path: Path):
    chosen = []

    def choose() -> None:
        chosen.append(WaysIn(path, NoKeyring()).make(WORDS))

    keyring = SlowKeyring(choose)
    with pytest.raises(ArchiveError, match="just begun"):
        WaysIn(path, keyring).make()
    assert keyring.kept == {}
    assert WaysIn(path, keyring).usual(WORDS) == chosen[0]


def without_key_files(path: Path) -> None:
    for folder in (path.parent, backup_folder(path)):
        (folder / "keys.json").unlink()


def test_a_backup_proves_the_key_where_the_archive_itself_cannot(path: Path):
    keys = filled(path, WaysIn(path, OwnKeyring()).usual())
    without_key_files(path)
    path.write_bytes(b"\xff" * 8192)
    ways = WaysIn(path, OwnKeyring())
    assert ways.by_sheet(keys[0]) == keys
    path.unlink()
    assert not ways.is_new
    assert ways.by_sheet(keys[0]) == keys
    with pytest.raises(WrongKey):
        ways.by_sheet(new_data_key())


def test_a_backup_of_before_a_renewal_proves_no_key_that_was_renewed(path: Path, tmp_path: Path):
    keyring = OwnKeyring()
    keys = filled(path, WaysIn(path, keyring).usual())
    old = take(path, tmp_path, Why.BY_HAND, keys)
    WaysIn(path, keyring).renew(keys)
    old.replace(backup_folder(path) / old.name)
    with pytest.raises(WrongKey):
        WaysIn(path, keyring).by_sheet(keys[0])


def test_a_key_file_is_mended_without_asking_the_keyring(path: Path):
    keyring = OwnKeyring()
    keys = filled(path, WaysIn(path, keyring).usual())
    without_key_files(path)
    WaysIn(path, NoKeyring()).mend(keys)
    assert read_key_file(path.parent) == KeyFile(keys[0].check)
