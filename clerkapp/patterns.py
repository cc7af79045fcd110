"""Regular expressions that are compiled once somebody looks with them, or once nobody waits.

Compiled as their modules load, they took a twentieth of the start of the window and more of a
command (measured: docs/decisions/0009-what-the-start-costs.md).
"""

import re
from typing import cast

_waiting: list["_Pattern"] = []


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """`expression` to look with, like `re.compile`; a fault in it is told by the first look."""
    later = _Pattern(expression, flags)
    _waiting.append(later)
    return cast("re.Pattern[str]", later)


def compile_next() -> bool:
    """Compiles one that nobody has looked with yet, in at most 5 ms; whether there was one."""
    while _waiting:
        if _waiting.pop().compile():
            return True
    return False


class _Pattern:
    """Stands in for a compiled pattern, whose methods become its own when one is first called."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._flags = flags

    def compile(self) -> bool:
        """Whether it was not compiled before."""
        if "search" in self.__dict__:
            return False
        compiled = re.compile(self.pattern, self._flags)
        # at once: another thread may look meanwhile
        self.__dict__.update({name: getattr(compiled, name) for name in _METHODS})
        return True

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        self.compile()
        return self.__dict__[name]


_METHODS = frozenset(
    ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer", "groupindex")
)
