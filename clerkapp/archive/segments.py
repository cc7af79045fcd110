"""A segment: what was saved after a backup, in a file that only grows, one sealed record a save.

A file begins with one line that names the form, and a header that can be read without the key.
Then come the records, each with its length and a check of that length. A record is compressed
JSON under AES-256-GCM. The key is derived from the archive's for this one file, from its whole
header, in which there are random bytes: so the number of a record can be its nonce. It is bound
to the tag of the one before, so that none can be left out, moved or brought in from elsewhere.

A file is written by one process, which never comes back to it. A record that the pulled plug of
the drive cut short was acknowledged to nobody, and is left out without a word.
"""

import datetime as dt
import hashlib
import json
import os
import re
import secrets
import struct
import zlib
from collections.abc import Generator
from pathlib import Path
from typing import cast

from msgspec import Struct

from clerkapp.archive.driver import Statement
from clerkapp.archive.keys.data_key import KEY_BYTES, DataKey, Keys
from clerkapp.errors import ArchiveDamaged, ArchiveError
from clerkapp.patterns import pattern

_MAGIC = b"Clerkapp segment 1\n"
_INFO = b"Clerkapp: a segment on a second drive"
_PREFIX = struct.Struct(">II")  # how many bytes follow, and a check of that number
_TAG_BYTES = 16
_SALT_BYTES = 16
_MOST_HEADER = 4096
_NAME = pattern(r"(?P<stem>.+)-(?P<at>\d{4}-\d\d-\d\dT\d{6}\.\d{6})Z\.segment", re.DOTALL)
_TIME = "%Y-%m-%dT%H%M%S.%f"


class Record(Struct, frozen=True):
    """One transaction: the marks of the archive's state before and after it, and what it ran."""

    before: str
    after: str
    statements: tuple[Statement, ...]


class Header(Struct, frozen=True):
    """What a segment says of itself: its key, the mark of the state it begins from, the release."""

    check: str
    begins: str
    release: int
    salt: str

    def __bytes__(self) -> bytes:
        words = [self.check, self.begins, self.release, self.salt]
        return json.dumps(words, ensure_ascii=False).encode()


class Segment(Struct, frozen=True):
    """What could be read of a segment, and what is wrong with the rest, in a sentence or ""."""

    path: Path
    header: Header
    records: tuple[Record, ...]
    fault: str


def segment_paths(stem: str, folder: Path) -> list[Path]:
    """The segments in a folder of the archive with that stem, the oldest first."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return []
    named = ((_NAME.fullmatch(path.name), path) for path in paths)
    return [path for match, path in named if match and match["stem"] == stem]


class SegmentWriter:
    """A new segment that is being written. It belongs to one thread."""

    def __init__(self, folder: Path, stem: str, key: DataKey, begins: str, release: int) -> None:
        """Makes the file, which nobody but its owner can read; OSError where that cannot be."""
        at = dt.datetime.now(dt.UTC)
        self.path = folder / f"{stem}-{at:{_TIME}}Z.segment"
        self.marks = {begins}
        self.end = begins
        header = bytes(Header(key.check, begins, release, secrets.token_hex(_SALT_BYTES)))
        self._seal = _Seal(key, header)
        self._unwritten: list[bytes] = []
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._handle = os.open(self.path, flags, 0o600)
        self._write(_MAGIC + _prefix(len(header), 0) + header)

    def append(self, record: Record) -> None:
        """Takes a record, for the next `sync` to put on the drive."""
        sealed = self._seal.close(_packed(record))
        self._unwritten += (_prefix(len(sealed), self._seal.number), sealed)
        self.marks.add(record.after)
        self.end = record.after

    def sync(self) -> None:
        """Puts on the drive what was appended, and waits for it; OSError where that cannot be.

        After a failure nothing more may be appended: nobody knows how much came to the drive.
        """
        self.path.stat()  # a file that was deleted takes everything, and keeps nothing
        data = b"".join(self._unwritten)
        self._unwritten.clear()
        self._write(data)
        os.fsync(self._handle)

    def close(self) -> None:
        """Gives the file up."""
        os.close(self._handle)

    def _write(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[os.write(self._handle, left) :]


def read_header(path: Path) -> Header:
    """What a segment says of itself; ArchiveError where it is none, or cannot be read."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC) + _PREFIX.size + _MOST_HEADER)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {(error.strerror or '').lower()}") from None
    return _header(path, start)[0]


def read_segment(path: Path, keys: Keys) -> Segment:
    """What a segment holds; a record that was cut short at its end is left out.

    ArchiveError where none of `keys` is that of the segment or it cannot be read at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {(error.strerror or '').lower()}") from None
    header, place = _header(path, data)
    key = next((each for each in keys if each.check == header.check), None)
    if key is None:
        raise ArchiveError(f"{path} is encrypted with another key")
    records: list[Record] = []
    fault = ""
    try:
        for record in _records(data[place:], _Seal(key, bytes(header)), header.begins):
            records.append(record)  # noqa: PERF402 — those before a fault are kept
    except ValueError:
        fault = f"{path} is damaged after its first {len(records)} records"
    return Segment(path, header, tuple(records), fault)


def _header(path: Path, data: bytes) -> tuple[Header, int]:
    """The header, and where the first record begins."""
    start = len(_MAGIC) + _PREFIX.size
    damaged = ArchiveDamaged(f"{path} is damaged at its beginning, or no segment")
    try:
        end = start + _length(data[len(_MAGIC) : start], 0)
        words = cast("list[str | int]", json.loads(data[start:end]))
        check, begins, release, salt = words
        header = Header(str(check), str(begins), int(release), str(salt))
    except (ValueError, TypeError):
        raise damaged from None
    if not data.startswith(_MAGIC) or bytes(header) != data[start:end]:
        raise damaged
    return header, end


def _records(data: bytes, seal: "_Seal", before: str) -> Generator[Record]:
    """The records in `data`; ValueError at the first that is not what was written."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 — with the cipher

    written = len(data.rstrip(b"\0"))  # a drive that lost power may have room where words should be
    place = 0
    while place < len(data):
        start = place + _PREFIX.size
        try:
            end = start + _length(data[place:start], seal.number + 1)
        except ValueError:
            if written < start:
                return
            raise
        try:
            record = _unpacked(seal.open(data[start:end]), before)
        except InvalidTag:
            if written < end:
                return
            raise ValueError from None
        yield record
        before, place = record.after, end


class _Seal:
    """Closes or opens the records of one segment in their order."""

    def __init__(self, key: DataKey, header: bytes) -> None:
        # 3 ms of the start, which only those with a second drive need
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415
        from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

        self.number = 0
        self._last = hashlib.sha256(header).digest()
        derived = HKDF(SHA256(), KEY_BYTES, salt=self._last, info=_INFO).derive(key.raw)
        self._cipher = AESGCM(derived)

    def close(self, words: bytes) -> bytes:
        """The next record, sealed."""
        sealed = self._cipher.encrypt(*self._next(words))
        self._last = sealed[-_TAG_BYTES:]
        return sealed

    def open(self, sealed: bytes) -> bytes:
        """What is in the next record; InvalidTag where it is not the one that belongs here."""
        words = self._cipher.decrypt(*self._next(sealed))
        self._last = sealed[-_TAG_BYTES:]
        return words

    def _next(self, data: bytes) -> tuple[bytes, bytes, bytes]:
        self.number += 1
        return self.number.to_bytes(12), data, self._last


def _prefix(length: int, number: int) -> bytes:
    return _PREFIX.pack(length, _check(length, number))


def _length(prefix: bytes, number: int) -> int:
    """The length in a prefix; ValueError where it is cut short or not the one written there."""
    if len(prefix) < _PREFIX.size:
        raise ValueError
    length, check = _PREFIX.unpack(prefix)
    if check != _check(length, number):
        raise ValueError
    return length


def _check(length: int, number: int) -> int:
    return zlib.crc32(struct.pack(">IQ", length, number))


def _packed(record: Record) -> bytes:
    words = json.dumps([record.after, record.statements], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(words.encode(), level=1)


def _unpacked(data: bytes, before: str) -> Record:
    after, statements = cast("tuple[str, list[Statement]]", json.loads(zlib.decompress(data)))
    return Record(before, after, tuple((sql, parameters) for sql, parameters in statements))
