"""The data key wrapped by a passphrase: the way in that a person can carry in the head."""

import secrets
import unicodedata

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.archive.keys.data_key import KEY_BYTES, DataKey
from clerkapp.errors import WrongPassphrase

SHORTEST = 8
"""Characters that a passphrase must have. Length is the only rule (NIST SP 800-63B, 5.1.1.2)."""


class Cost(Struct, frozen=True):
    """What a guess costs: memory in KiB, passes over it, and lanes.

    As RFC 9106 (section 4) recommends where memory is short; 0.12 s on two cores.
    """

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


USUAL_COST = Cost()


class PassphraseSlot(Struct, frozen=True):
    """What is kept of a passphrase: nothing that opens the archive without it."""

    salt: bytes
    cost: Cost
    wrapped: bytes  # the data key, by AES key wrap (RFC 3394), which knows a wrong passphrase


def unfit_passphrase(passphrase: str) -> str:
    """Why nobody should rely on that passphrase, in a sentence; "" where they may."""
    if len(passphrase) < SHORTEST:
        return f"a passphrase needs {SHORTEST} characters or more; three or four words are good"
    if len(set(passphrase)) < 4:
        return "a passphrase needs more than a few different characters"
    return ""


def sealed(key: DataKey, passphrase: str, cost: Cost | None = None) -> PassphraseSlot:
    """`key` in a slot that only `passphrase` opens. It takes about 0.1 s."""
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap  # noqa: PLC0415

    slot = PassphraseSlot(secrets.token_bytes(16), cost or USUAL_COST, b"")
    return replace(slot, wrapped=aes_key_wrap(_derived(slot, passphrase), key.raw))


def unsealed(slot: PassphraseSlot, passphrase: str) -> DataKey:
    """The key in the slot; WrongPassphrase where that is not its passphrase."""
    from cryptography.hazmat.primitives.keywrap import (  # noqa: PLC0415 — 4 ms, for this way in
        InvalidUnwrap,
        aes_key_unwrap,
    )

    try:
        return DataKey(aes_key_unwrap(_derived(slot, passphrase), slot.wrapped))
    except (InvalidUnwrap, ValueError):
        raise WrongPassphrase("that is not the passphrase of this archive") from None


def _derived(slot: PassphraseSlot, passphrase: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    words = unicodedata.normalize("NFKC", passphrase)  # one é, however a keyboard makes it
    cost = slot.cost
    return Argon2id(
        salt=slot.salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    ).derive(words.encode())
