"""The pages of an archive's file, each read by itself.

The database gives a whole table up for one damaged page, and its connection with it. Here every
page is decrypted alone, and its seal says whether it is as it was written. The form is that of
SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/) around that of SQLite
(https://www.sqlite.org/fileformat2.html, §1 and §4). Nothing is written anywhere.
"""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msgspec import Struct

from clerkapp.archive.keys.data_key import DataKey, Keys

PAGE = 4096  # bytes, of every page that Clerkapp has written
BEGINNING = 100  # bytes at the start of the first page that are about the file

_SALT, _IV, _SEAL = 16, 16, 64
_LOG_BEGINNING, _FRAME_BEGINNING = 32, 24
_MAGIC = b"SQLite format 3\0"
_FRACTIONS = bytes((64, 32, 32))  # which no release of SQLite lets a first page be without
_KINDS = (2, 5, 10, 13)  # the first byte of a page of an index or of a table


class Page(Struct, frozen=True):
    """One page, in clear: what the database would see of it."""

    number: int
    content: bytes
    is_sure: bool  # sealed, and not older than what the log has of it


class Pages:
    """The pages of a file and of the log beside it, by number. Nobody may write them meanwhile."""

    def __init__(self, path: Path, key: DataKey | None) -> None:
        """Reads the file whole; OSError where the disk does not give it."""
        self._key = key
        self._data = path.read_bytes()
        self._later: dict[int, list[bytes]] = {}
        log = path.with_name(f"{path.name}-wal")
        for number, content in _frames(log.read_bytes() if log.exists() else b""):
            self._later.setdefault(number, []).append(content)
        # the log may name any number where it is damaged: never count up to the highest
        self.numbers = sorted({*range(1, -(-len(self._data) // PAGE) + 1), *self._later})
        self._hmac_key = self._seal_key() if key else None
        self.is_sealed = key is not None and self._hmac_key is not None
        self.damaged: set[int] = set()  # those asked for that could not be had
        self.outdated: set[int] = set()  # those that could be had only as they were earlier

    def page(self, number: int) -> Page | None:
        """The page of that number as it last was; None where it cannot be had."""
        newest = True
        for raw in self._states(number):
            content = self._opened(number, raw)
            if content is not None:
                if not newest:
                    self.outdated.add(number)
                return Page(number, content, is_sure=newest and self.is_sealed)
            newest = False
        self.damaged.add(number)
        return None

    @property
    def usable(self) -> int:
        """How many bytes of a page are the database's."""
        return PAGE - (_IV + _SEAL if self._key else 0)

    def _states(self, number: int) -> Iterator[bytes]:
        """A page as it was written, the newest first."""
        yield from reversed(self._later.get(number, ()))
        start = (number - 1) * PAGE
        if number > 0 and start + PAGE <= len(self._data):
            yield self._data[start : start + PAGE]

    def _opened(self, number: int, raw: bytes) -> bytes | None:
        """The page in clear; None where its seal is broken, or it is none at all."""
        clear = raw
        if self._key:
            if self._hmac_key and not _is_whole(raw, number, self._hmac_key):
                return None
            clear = _decrypted(raw, number, self._key)
        if self.is_sealed:
            return clear
        if number == 1 and (clear[: len(_MAGIC)], clear[21:24]) != (_MAGIC, _FRACTIONS):
            return None
        return clear if any(raw) else None

    def _seal_key(self) -> bytes | None:
        """The key of the seals, which the beginning of the file settles; None where that is lost.

        The log may have the beginning though the file has not.
        """
        beginnings = [self._data[:_SALT], *(raw[:_SALT] for raw in self._later.get(1, ()))]
        for salt in beginnings:
            if len(salt) == _SALT and self._key:
                mixed = bytes(byte ^ 0x3A for byte in salt)
                key = hashlib.pbkdf2_hmac("sha512", self._key.raw, mixed, 2, 32)
                if any(self._has_seal(number, key) for number in self.numbers):
                    return key
        return None

    def _has_seal(self, number: int, key: bytes) -> bool:
        return any(_is_whole(raw, number, key) for raw in self._states(number))


def pages_of(path: Path, keys: Keys) -> Pages | None:
    """The pages under whichever of `keys` opens them; None where none makes sense of any.

    Where the beginning is lost, and the seals with it, pages that look like pages tell the key.
    """
    with path.open("rb") as file:
        is_plain = file.read(len(_MAGIC)) == _MAGIC
    candidates = [Pages(path, key) for key in ((None,) if is_plain else (*keys, None))]
    for each in candidates:
        if each.is_sealed:
            return each
    best = max(candidates, key=_fitting)
    return best if _fitting(best) else None


def _fitting(pages: Pages) -> int:
    """How many pages look like pages: under a wrong key one in some 250,000 does."""
    found = (pages.page(number) for number in pages.numbers if number > 1)
    return sum(1 for page in found if page and _looks_right(page.content))


def _looks_right(content: bytes) -> bool:
    """Whether the fields at the head of a page of a tree fit together."""
    kind, cells = content[0], int.from_bytes(content[3:5])
    start = int.from_bytes(content[5:7])
    pointers = 8 + 4 * (kind in _KINDS[:2]) + 2 * cells
    is_tree = kind in _KINDS and content[7] < 60  # bytes that are free between cells
    return is_tree and cells > 0 and pointers <= start < PAGE


def _frames(log: bytes) -> Iterator[tuple[int, bytes]]:
    """The pages in a write-ahead log up to the last transaction that was kept, by their numbers.

    The sums that chain them are not looked at: for one flipped bit they would give up all that
    was saved after it, and each page has its own seal.
    """
    size = _FRAME_BEGINNING + PAGE
    starts = range(_LOG_BEGINNING, len(log) - size + 1, size)
    # those of an earlier log, left over behind, have other numbers; the first frame is never one
    salts = [log[start + 8 : start + 16] for start in starts]
    runs = {log[16:24], *salts[:1]}
    current = [start for start, salt in zip(starts, salts, strict=True) if salt in runs]
    kept = [start for start in current if any(log[start + 4 : start + 8])]
    for start in current:
        if kept and start <= kept[-1]:
            number = int.from_bytes(log[start : start + 4])
            yield number, log[start + _FRAME_BEGINNING : start + size]


def _is_whole(raw: bytes, number: int, key: bytes) -> bool:
    sealed = raw[_SALT if number == 1 else 0 : PAGE - _SEAL] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(key, sealed, "sha512"), raw[PAGE - _SEAL :])


def _decrypted(raw: bytes, number: int, key: DataKey) -> bytes:
    end = PAGE - _SEAL - _IV
    body = raw[_SALT if number == 1 else 0 : end]
    cipher = Cipher(algorithms.AES(key.raw), modes.CBC(raw[end : end + _IV]))
    clear = cipher.decryptor().update(body)
    return _MAGIC + clear if number == 1 else clear
