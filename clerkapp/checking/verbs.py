"""The verbs by which limbs begin, in their forms: `resources/checks/verbs.toml`."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from clerkapp.resources import resource


class Verbs(Struct, frozen=True):
    """Verbs of deciding: as in "to note", as in "notes" and as in "noted"."""

    plain: frozenset[str]
    third: frozenset[str]
    past: frozenset[str]


@lru_cache(maxsize=1)
def verbs() -> Verbs:
    """The verbs of the file, each in its three forms."""
    table = tomllib.loads(resource("checks", "verbs.toml").read_text("utf-8"))
    plain: list[str] = table["decide"]
    forms: Mapping[str, list[str]] = table["forms"]
    each = {verb: forms.get(verb) or [_third(verb), _past(verb)] for verb in plain}
    return Verbs(
        frozenset(plain),
        frozenset(third for third, _ in each.values()),
        frozenset(past for _, past in each.values()),
    )


def _third(verb: str) -> str:
    if _ends_in_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"


def _past(verb: str) -> str:
    if _ends_in_y(verb):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"
