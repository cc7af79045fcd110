"""The file `keys.json` beside the archive and beside its backups: which key, and how to get at it.

It holds nothing that opens the archive by itself. A checksum tells a damaged file from a wrong
passphrase, and there is a copy of it in every folder of backups.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.archive.files import write_whole
from clerkapp.archive.keys.data_key import DataKey, Keys
from clerkapp.archive.keys.passphrase import Cost, PassphraseSlot
from clerkapp.errors import ArchiveDamaged, ArchiveError

NAME = "keys.json"
_VERSION = 1
_MOST_MEMORY = 4 * 1024 * 1024  # KiB; more is not a cost that we have written


class KeyFile(Struct, frozen=True):
    """What is written down about the key of a folder's archive."""

    check: str
    passphrase: PassphraseSlot | None = None
    earlier: tuple[bytes, ...] = ()  # the keys of earlier copies, each wrapped by the present one
    has_sheet: bool = False  # whether two groups of the recovery sheet were typed back

    def keys(self, key: DataKey) -> Keys:
        """`key` and the earlier ones that it opens."""
        return (key, *(found for each in self.earlier if (found := _unwrapped(key, each))))

    def renewed(self, keys: Keys, new: DataKey) -> "KeyFile":
        """The file for `new`, which opens every one of `keys`; no passphrase and no sheet yet."""
        from cryptography.hazmat.primitives.keywrap import aes_key_wrap  # noqa: PLC0415

        earlier = tuple(aes_key_wrap(new.raw, each.raw) for each in keys)
        return KeyFile(new.check, earlier=earlier)

    def with_passphrase(self, slot: PassphraseSlot | None) -> "KeyFile":
        """The file with another passphrase, or with none."""
        return replace(self, passphrase=slot)

    def with_sheet(self) -> "KeyFile":
        """The file once the recovery sheet has proved itself."""
        return replace(self, has_sheet=True)


def read_key_file(folder: Path) -> KeyFile | None:
    """What `keys.json` in `folder` says; None where there is none.

    ArchiveDamaged where it is not what Clerkapp wrote, ArchiveError where it cannot be read.
    """
    path = folder / NAME
    try:
        words = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {(error.strerror or '').lower()}") from None
    try:
        return _read(cast("Mapping[str, object]", json.loads(words)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ArchiveDamaged(f"{path} is damaged") from None


def write_key_file(folder: Path, file: KeyFile) -> None:
    """Writes `keys.json` in `folder`, whole or not at all; ArchiveError where that cannot be."""
    body = _written(file)
    text = json.dumps({**body, "sum": _sum(body)}, indent=1)
    write_whole(folder / NAME, text.encode())


def copy_key_file(folder: Path, other: Path) -> None:
    """Puts a copy of the file beside copies of the archive; a damaged one replaces no good one."""
    if (file := read_key_file(folder)) and folder != other:
        write_key_file(other, file)


def _written(file: KeyFile) -> dict[str, object]:
    slot = file.passphrase
    return {
        "version": _VERSION,
        "check": file.check,
        "earlier": [each.hex() for each in file.earlier],
        "passphrase": None if slot is None else {
            "salt": slot.salt.hex(),
            "memory": slot.cost.memory,
            "passes": slot.cost.passes,
            "lanes": slot.cost.lanes,
            "wrapped": slot.wrapped.hex(),
        },
        "sheet": file.has_sheet,
    }  # fmt: skip


def _read(values: Mapping[str, object]) -> KeyFile:
    body = {name: value for name, value in values.items() if name != "sum"}
    if values["sum"] != _sum(body):  # which every release writes: a version may be damaged too
        raise ValueError
    if body["version"] != _VERSION:
        raise ArchiveError("a later release of Clerkapp wrote the file keys.json; open it there")
    slot = cast("Mapping[str, str | int] | None", body["passphrase"])
    return KeyFile(
        check=str(body["check"]),
        passphrase=None if slot is None else _slot(slot),
        earlier=tuple(bytes.fromhex(each) for each in cast("list[str]", body["earlier"])),
        has_sheet=bool(body["sheet"]),
    )


def _slot(values: Mapping[str, str | int]) -> PassphraseSlot:
    cost = Cost(int(values["memory"]), int(values["passes"]), int(values["lanes"]))
    if cost.memory > _MOST_MEMORY:
        raise ValueError
    salt, wrapped = (bytes.fromhex(str(values[name])) for name in ("salt", "wrapped"))
    return PassphraseSlot(salt, cost, wrapped)


def _sum(body: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _unwrapped(key: DataKey, wrapped: bytes) -> DataKey | None:
    from cryptography.hazmat.primitives.keywrap import (  # noqa: PLC0415 — 4 ms, after a renewal
        InvalidUnwrap,
        aes_key_unwrap,
    )

    try:
        return DataKey(aes_key_unwrap(key.raw, wrapped))
    except (InvalidUnwrap, ValueError):
        return None
