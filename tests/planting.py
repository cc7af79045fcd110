"""Secrets planted in every field of a value, whichever fields it has.

The fields are found by walking the types, so that one which is added later is planted too.
"""

import datetime as dt
import types
from collections.abc import Iterator
from enum import Enum
from itertools import count
from typing import Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

YEAR = 2077
NUMBER = 880_000_000_000  # longer than any place on a page of a PDF has digits


class Planter:
    """Gives secrets out, each another, and remembers them."""

    def __init__(self, begin: str) -> None:
        self._begin = begin
        self._count = count(1)
        self.secrets: list[str] = []

    def value(self, kind: Any, choice: int = 0) -> Any:
        """A value of that type, all leaves of which are secrets.

        Of several types that it may have, the one at the place `choice`, from the back of the line
        where there are fewer.
        """
        if get_origin(kind) in (Union, types.UnionType):
            sorts = [each for each in get_args(kind) if each is not type(None)]
            return self.value(sorts[choice % len(sorts)], choice)
        if get_origin(kind) is tuple:
            each, _ = get_args(kind)
            return (self.value(each, choice), self.value(each, choice))
        if isinstance(kind, type) and issubclass(kind, Struct):
            hints = get_type_hints(kind)
            return kind(**{f.name: self.value(hints[f.name], choice) for f in fields(kind)})
        return self._leaf(kind)

    def _leaf(self, kind: Any) -> Any:
        number = next(self._count)
        if kind is str:
            self.secrets.append(f"{self._begin}{number}q")
            return self.secrets[-1]
        if kind is int:
            self.secrets.append(str(NUMBER + number))
            return NUMBER + number
        if kind is dt.date:
            return dt.date(YEAR, 1, 1) + dt.timedelta(days=number)
        if kind is dt.time:
            return dt.time(3, 17)
        if kind is bool:
            return True
        if issubclass(kind, Enum):
            return list(kind)[-1]
        raise TypeError(f"nobody has said how to plant a secret in a {kind}")


def leaves(value: object) -> Iterator[object]:
    """Everything in `value` that holds nothing else."""
    if isinstance(value, Struct):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from leaves(each)
    else:
        yield value
