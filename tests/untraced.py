"""Where coverage rests: it follows every line that is run, also of other people's code."""

from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def untraced() -> Iterator[None]:
    """Coverage rests meanwhile, if it is at work: code in Python takes a third of the time.

    In a worker of xdist two of them are at work: the one that was stopped would wake the other.
    """
    resting: list[Coverage] = []
    while coverage := Coverage.current():
        coverage.stop()
        resting.append(coverage)
    try:
        yield
    finally:
        while resting:
            resting.pop().start()
