"""A clock that never goes back, whatever the computer's does.

A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014, §3): the time of day as
far as it goes forward, and a count where it does not. Its readings sort as text.
"""

import time
from collections.abc import Callable

_MOST = 999_999  # readings with one time: more would no longer sort as text


class HybridClock:
    """Gives readings, each later than every other and than `latest`, the last one kept."""

    def __init__(
        self, latest: str = "", milliseconds: Callable[[], int] = lambda: time.time_ns() // 10**6
    ) -> None:
        time_part, _, count = latest.partition(".")
        self._time = int(time_part or 0)
        self._count = int(count or 0)
        self._milliseconds = milliseconds

    def next(self) -> str:
        """The next reading: milliseconds since 1970, a full stop, a count within them."""
        now = self._milliseconds()
        if now > self._time:
            self._time, self._count = now, 0
        elif self._count < _MOST:
            self._count += 1
        else:  # the clock was set back long ago
            self._time, self._count = self._time + 1, 0
        return f"{self._time:015d}.{self._count:06d}"
