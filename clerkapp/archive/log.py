"""What is wrong with the log beside an archive, which SQLite reads to its first damaged frame.

It takes what follows for a save that was cut short, and says nothing. But a save is only written
once the one before it is on the disk. So of the saves that follow what cannot be read only the
last may have been cut short: where there are more, the disk has lost what it said that it had.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

_PAGE = 4096
_HEADER = struct.Struct(">8I")  # magic, version, page size, number, two salts, two sums
_FRAME = struct.Struct(">6I")  # page, pages after a commit or 0, two salts, two sums
_ORDERS = {0x377F0682: "<", 0x377F0683: ">"}  # of bytes for the sums, by the magic number
_WHOLE = 0xFFFFFFFF


def log_of(archive: Path) -> bytes:
    """The log beside the archive, as it now is; empty where there is none."""
    try:
        return archive.with_name(f"{archive.name}-wal").read_bytes()
    except OSError:
        return b""


def log_faults(data: bytes) -> list[str]:
    """A sentence if there are saves in that log which cannot be read and were not just cut short.

    Of a log that somebody is writing to it is only true if it is still so the next time.
    """
    lost = sum(1 for is_last, can_be_read in _frames(data) if is_last and not can_be_read)
    return ["its log is damaged: the last saves in it cannot be read"] if lost > 1 else []


def _frames(data: bytes) -> Iterator[tuple[bool, bool]]:
    """Of each page in the log: whether it is the last of a save, and whether it can be read.

    Behind the end of the log there may be pages from before it was begun anew, of other salt.
    """
    starts = range(_HEADER.size, len(data) - _FRAME.size - _PAGE + 1, _FRAME.size + _PAGE)
    if not starts:
        return
    magic, *_, salt, other, first, second = _HEADER.unpack_from(data)
    order = _ORDERS.get(magic, "<")
    sums = _sums(order, data[:24], (0, 0))
    is_well = magic in _ORDERS and sums == (first, second)
    salts = (salt, other) if is_well else _FRAME.unpack_from(data, starts[0])[2:4]
    for start in starts:
        _, pages, salt, other, first, second = _FRAME.unpack_from(data, start)
        page = start + _FRAME.size
        if is_well:
            sums = _sums(order, data[start : start + 8] + data[page : page + _PAGE], sums)
            is_well = (salt, other) == salts and sums == (first, second)
        if (salt, other) == salts:
            yield pages > 0, is_well


def _sums(order: str, data: bytes, before: tuple[int, int]) -> tuple[int, int]:
    """The two sums that SQLite keeps from the beginning of the log (“WAL Checksum Algorithm”)."""
    first, second = before
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _WHOLE
        second = (second + odd + first) & _WHOLE
    return first, second
