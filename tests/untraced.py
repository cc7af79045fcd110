"""Other people's code is not followed line by line: that is what makes coverage slow."""

from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def untraced() -> Iterator[None]:
    """Coverage rests meanwhile, if it is at work: a validator written in Python takes a third."""
    coverage = Coverage.current()
    if coverage is None:
        yield
        return
    coverage.stop()
    try:
        yield
    finally:
        coverage.start()
