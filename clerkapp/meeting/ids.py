"""Identifiers that never repeat and that sort by the time they were made."""

import os
import threading
import time
from collections.abc import Callable
from itertools import count
from typing import TypeAlias

NewId: TypeAlias = Callable[[], str]
"""Makes the next identifier: `new_id` for what is kept, `counted()` for what must repeat."""


class _Uuid7:
    """Makes UUIDv7 (RFC 9562 §5.7) as text, each later than every other one of this process.

    Within one millisecond the 12 bits of `rand_a` count up (§6.2, method 1), so that the
    order of two ids is the order in which they were made.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._millisecond = 0
        self._tick = 0

    def __call__(self) -> str:
        with self._lock:
            now = time.time_ns() // 1_000_000
            if now > self._millisecond:
                self._millisecond, self._tick = now, 0
            elif self._tick < 0xFFF:
                self._tick += 1
            else:
                self._millisecond, self._tick = self._millisecond + 1, 0
            first = self._millisecond << 80 | 0x7 << 76 | self._tick << 64
        rest = int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF
        digits = f"{first | 0b10 << 62 | rest:032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


new_id: NewId = _Uuid7()
"""The next identifier of something that is kept."""


def counted() -> NewId:
    """A maker of "1", "2", "3" …: the same file read twice gives the same identifiers."""
    numbers = count(1)
    return lambda: str(next(numbers))
