"""The key that an archive is encrypted with: 32 random bytes that nobody chooses."""

import hashlib
import hmac
import secrets
from typing import TypeAlias

from msgspec import Struct

KEY_BYTES = 32
_CHECK_BYTES = 8
_CHECKED = b"Clerkapp: which key is this?"


class DataKey(Struct, frozen=True):
    """The raw 256 bits. They are never printed, and never kept but by one of the three ways."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes")

    def __repr__(self) -> str:
        return "DataKey()"

    @property
    def check(self) -> str:
        """16 hexadecimal digits that tell this key from others, and nothing of what it is."""
        digest = hmac.digest(self.raw, _CHECKED, hashlib.sha256)
        return digest[:_CHECK_BYTES].hex()

    @property
    def pragma(self) -> str:
        """The key as SQLCipher takes a raw one, without deriving it first: opens in 0.5 ms."""
        return f"x'{self.raw.hex()}'"


Keys: TypeAlias = tuple[DataKey, ...]
"""The key in use, then those that earlier copies may still be encrypted with; never empty."""


def new_data_key() -> DataKey:
    """A key that nobody has had before."""
    return DataKey(secrets.token_bytes(KEY_BYTES))
