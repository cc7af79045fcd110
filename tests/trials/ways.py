"""A keyring that is a file, so that it is on the record too, and whoever gets in by some way."""

import json
from pathlib import Path

from clerkapp.archive.files import write_whole
from clerkapp.archive.keys import passphrase
from clerkapp.archive.keys.data_key import DataKey, Keys
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.errors import KeyringAbsent, WrongKey

PASSPHRASES = tuple(f"seven quiet herons {n}" for n in range(4))
"""The first, and those that take its place in turn."""


def cheap() -> None:
    """Makes a passphrase cost little in this process: a trial is no place to wait for Argon2."""
    passphrase.USUAL_COST = passphrase.Cost(memory=64, passes=1)


class FileKeyring:
    """What it is given is on the disk when it returns."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "keyring"

    def get(self, check: str) -> DataKey | None:
        kept = self._kept()
        found = kept.get(check) if check else next(iter(kept.values()), None)
        return DataKey(bytes.fromhex(found)) if found else None

    def put(self, key: DataKey) -> None:
        self._write(self._kept() | {key.check: key.raw.hex()})

    def remove(self, check: str) -> None:
        self._write({each: key for each, key in self._kept().items() if each != check})

    def _kept(self) -> dict[str, str]:
        return json.loads(self._path.read_bytes()) if self._path.exists() else {}

    def _write(self, kept: dict[str, str]) -> None:
        write_whole(self._path, json.dumps(kept).encode())


class NoKeyring:
    """A computer without one."""

    def get(self, check: str) -> DataKey | None:
        raise KeyringAbsent("there is none")

    put = remove = get


def ways_into(archive: Path) -> WaysIn:
    """The ways in, with the keyring if there is one in the folder above the archive's."""
    folder = archive.parent.parent
    has_keyring = (folder / "keyring").exists()
    return WaysIn(archive, FileKeyring(folder) if has_keyring else NoKeyring())


def keys_by_any(archive: Path) -> Keys:
    """The keys by the keyring if there is one, else by the one passphrase that opens."""
    ways = ways_into(archive)
    if not ways.has_passphrase:
        return ways.by_keyring()
    found: list[Keys] = []
    for each in PASSPHRASES:
        try:
            found.append(ways.by_passphrase(each))
        except WrongKey:
            continue
    assert len(found) == 1
    return found[0]
