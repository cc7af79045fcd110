"""The ways to the key of an archive: the keyring, a passphrase, the recovery sheet."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from clerkapp.archive.encrypting import encrypt, encrypt_copies
from clerkapp.archive.keys.data_key import DataKey, Keys, new_data_key
from clerkapp.archive.keys.key_file import (
    KeyFile,
    copy_key_file,
    read_key_file,
    write_key_file,
)
from clerkapp.archive.keys.passphrase import sealed, unfit_passphrase, unsealed
from clerkapp.archive.keys.system_keyring import Keyring
from clerkapp.archive.locking import locked
from clerkapp.archive.opening import is_plain, opened
from clerkapp.archive.snapshots import backup_folder, snapshots
from clerkapp.errors import (
    ArchiveDamaged,
    ArchiveError,
    KeyringAbsent,
    NoWayIn,
    PassphraseWanted,
    UnfitPassphrase,
    WrongKey,
    WrongPassphrase,
)


class WaysIn:
    """What can be done about the key of one archive, or of one backup. For one thread at a time.

    Nothing here makes an archive or writes in one but `renew`.
    """

    def __init__(self, archive: Path, keyring: Keyring) -> None:
        self._archive = archive
        self._keyring = keyring

    # Getting in

    @property
    def is_new(self) -> bool:
        """Whether there is no key yet: no archive, or one that an earlier release left plain.

        Nor may there be a backup under a key: the archive is then lost, and not new.
        """
        if self._has_content and not is_plain(self._archive):
            return False
        return self.file is None and all(map(is_plain, self._backups))

    @property
    def file(self) -> KeyFile | None:
        """What is written down about the key, beside the archive or else beside its backups.

        ArchiveDamaged where only damaged files are left.
        """
        folders = (self._archive.parent, backup_folder(self._archive))
        damage: ArchiveDamaged | None = None
        for folder in folders:
            try:
                found = read_key_file(folder)
            except ArchiveDamaged as error:
                damage = error
                continue
            if found:
                return found
        if damage:
            raise damage
        return None

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase opens the archive; not if what is written down is damaged."""
        file = self._file_if_whole
        return file is not None and file.passphrase is not None

    def usual(self, passphrase: str | None = None) -> Keys:
        """The keys by the passphrase, if one is given, else by the keyring; new ones if need be.

        NoWayIn, of one kind or another, where that is no way in.
        """
        if self.is_new:
            return self.make(passphrase)
        if passphrase is not None and (self.has_passphrase or self._file_if_whole is None):
            return self.by_passphrase(passphrase)
        return self.by_keyring()

    def by_keyring(self) -> Keys:
        """The keys by the keyring of the computer."""
        file = self._file_if_whole
        key = self._keyring.get(file.check if file else "")
        if key is None:
            raise KeyringAbsent("the keyring of this computer does not have the key of the archive")
        return self._accepted(key)

    def by_passphrase(self, passphrase: str) -> Keys:
        """The keys by the passphrase; WrongPassphrase where it is another."""
        file = self.file
        if file is None or file.passphrase is None:
            raise WrongPassphrase("this archive has no passphrase")
        return self._accepted(unsealed(file.passphrase, passphrase))

    def by_sheet(self, key: DataKey) -> Keys:
        """The keys by the one that stands on the recovery sheet."""
        return self._accepted(key)

    def make(self, passphrase: str | None = None) -> Keys:
        """New keys, kept in the keyring, or under a passphrase if one is given.

        PassphraseWanted where no keyring proves itself, UnfitPassphrase where nobody should rely
        on that passphrase.
        """
        key = new_data_key()
        file = self._kept(key, KeyFile(key.check), passphrase)
        try:
            self._begin(file)
        except ArchiveError:
            with suppress(NoWayIn):
                self._keyring.remove(key.check)
            raise
        return (key,)

    def _begin(self, file: KeyFile) -> None:
        """Writes the first key file. A keyring may take minutes: others may have been quicker."""
        lock = locked(self._archive)
        try:
            if not self.is_new:
                raise ArchiveError(f"the archive {self._archive} was just begun in another way")
            write_key_file(self._archive.parent, file)
        finally:
            lock.release()

    # What is kept of the key

    def keep(self, keys: Keys) -> bool:
        """Puts the keys back where they belong once somebody is in; whether a keyring took them.

        A key file that was lost or damaged is written anew, if need be without its passphrase.
        """
        self.mend(keys)
        try:
            if self._keyring.get(keys[0].check) != keys[0]:
                self._keyring.put(keys[0])
        except NoWayIn:
            return False
        return True

    def mend(self, keys: Keys) -> None:
        """Writes the key file anew where it was lost or damaged; the keyring is not asked."""
        self._write(self._file_if_whole or KeyFile(keys[0].check))

    def set_passphrase(self, keys: Keys, passphrase: str) -> None:
        """Has `passphrase` open the archive, and no other; UnfitPassphrase where it should not."""
        _must_be_fit(passphrase)
        file = self._file_if_whole or KeyFile(keys[0].check)
        self._write(file.with_passphrase(sealed(keys[0], passphrase)))

    def note_sheet(self) -> None:
        """Takes down that the recovery sheet has proved itself."""
        if file := self.file:
            self._write(file.with_sheet())

    def renew(self, keys: Keys, passphrase: str | None = None) -> Keys:
        """Encrypts the archive and its backups with a new key; the keys that there are then.

        For when a sheet or a passphrase has come into the wrong hands: what they open is gone.
        Killed at any moment, the archive opens by the new ways or by the old.
        """
        lock = locked(self._archive)
        try:
            new = new_data_key()
            file = (self.file or KeyFile(keys[0].check)).renewed(keys, new)
            self._write(self._kept(new, file, passphrase))
            keys_now = (new, *keys)
            if self._has_content:
                encrypt(self._archive, keys_now)
            if left := encrypt_copies(self._archive, keys_now):
                raise ArchiveError(left[0])
        finally:
            lock.release()
        with suppress(NoWayIn):
            self._keyring.remove(keys[0].check)
        return keys_now

    @property
    def _has_content(self) -> bool:
        return self._archive.exists() and self._archive.stat().st_size > 0

    @property
    def _backups(self) -> list[Path]:
        """The backups, the newest first."""
        return [*snapshots(self._archive, backup_folder(self._archive)).values()][::-1]

    @property
    def _file_if_whole(self) -> KeyFile | None:
        try:
            return self.file
        except ArchiveDamaged:
            return None

    def _kept(self, key: DataKey, file: KeyFile, passphrase: str | None) -> KeyFile:
        """`file` once `key` has a place: the passphrase, or the keyring where there is none."""
        if passphrase is not None:
            _must_be_fit(passphrase)
            return file.with_passphrase(sealed(key, passphrase))
        try:
            self._keyring.put(key)
        except NoWayIn as error:
            raise PassphraseWanted(
                f"{error}, so the archive needs a passphrase: set CLERKAPP_PASSPHRASE, or give"
                " --passphrase-file"
            ) from None
        return file

    def _accepted(self, key: DataKey) -> Keys:
        """The keys that `key` gives; WrongKey where it is not that of this archive."""
        file = self._file_if_whole
        if file and file.check == key.check:
            return file.keys(key)
        if not any(_opens(path, key) for path in self._proofs(file)):
            raise WrongKey(
                f"that key does not open {self._archive}"
                + ("" if file else ": it is of another archive, or the file is damaged")
            )
        return (key,)

    def _proofs(self, file: KeyFile | None) -> Iterator[Path]:
        """What a key that is not the one written down has to open one of.

        A backup proves a key where the archive is damaged or gone, but not one that was renewed.
        """
        if self._has_content:
            yield self._archive
        if file is None or not self._has_content:
            yield from self._backups

    def _write(self, file: KeyFile) -> None:
        write_key_file(self._archive.parent, file)
        if (backups := backup_folder(self._archive)).is_dir():
            copy_key_file(self._archive.parent, backups)


def _opens(path: Path, key: DataKey) -> bool:
    if is_plain(path):
        return False
    try:
        opened(path, (key,), may_be_later=True).close()
    except ArchiveDamaged:
        return False
    return True


def _must_be_fit(passphrase: str) -> None:
    if why := unfit_passphrase(passphrase):
        raise UnfitPassphrase(why)
