"""The tables of a file of law: read, laid over those it is like, and made into values."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import Literal, TypeVar, cast, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from clerkapp.errors import JurisdictionError

T = TypeVar("T", bound=Struct)
Places = Mapping[str, set[str]]


def whole(path: Path, above: tuple[str, ...] = ()) -> dict[str, object]:
    """What the file says, and for the rest what the file says that it is `like`.

    JurisdictionError where one of them cannot be read, or where they are like each other.
    """
    if path.stem in above:
        circle = " → ".join((*above, path.stem))
        raise JurisdictionError(f"{path.name}: like: {circle} is a circle")
    try:
        data: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise JurisdictionError(f"{path.name} cannot be read: {error}") from None
    like = data.pop("like", None)
    if like is None:
        return data
    if not isinstance(like, str):
        raise JurisdictionError(f"{path.name}: like: expected words in quotation marks")
    return laid_over(whole(path.with_name(f"{like}.toml"), (*above, path.stem)), data)


def laid_over(base: dict[str, object], data: dict[str, object]) -> dict[str, object]:
    """What `data` says, and for the rest what `base` does."""
    return {**base, **{key: _over(base.get(key), value) for key, value in data.items()}}


def _over(below: object, value: object) -> object:
    """A table keeps the keys of the one below that it does not give; anything else replaces it."""
    if isinstance(below, dict) and isinstance(value, dict):
        return {**cast("dict[str, object]", below), **cast("dict[str, object]", value)}
    return value


def built(file: str, key: str, value: object, into: type[T], places: Places) -> T:
    """A value from the table under `key`; JurisdictionError names the key that is wrong."""
    if not isinstance(value, dict):
        raise JurisdictionError(f"{file}: {key}: expected a table, [{key}]")
    table = cast("dict[str, object]", value)
    before = f"{key}." if key else ""
    known = {field.name: field for field in fields(into)}
    for name in sorted(set(known) - set(table)):
        if known[name].required:
            raise JurisdictionError(f"{file}: {before}{name} is missing")
    for name in sorted(set(table) - set(known)):
        raise JurisdictionError(f"{file}: {before}{name} is not a key that a jurisdiction has")
    read = {
        name: _value(file, f"{before}{name}", said, known[name].type, places)
        for name, said in table.items()
    }
    return into(**read)


def _value(file: str, key: str, said: object, hint: object, places: Places) -> object:
    if isinstance(hint, type) and issubclass(hint, Struct):
        return built(file, key, said, hint, places)
    if get_origin(hint) is tuple:
        if not isinstance(said, list):
            raise JurisdictionError(f"{file}: {key}: expected a list")
        each, _ = get_args(hint)
        items = cast("list[object]", said)
        return tuple(
            _value(file, f"{key}[{place}]", one, each, places)
            for place, one in enumerate(items, start=1)
        )
    if get_origin(hint) is Literal:
        return _choice(file, key, said, get_args(hint))
    if hint is bool or hint is int:
        return _exactly(file, key, said, hint)
    if not isinstance(said, str):
        raise JurisdictionError(f"{file}: {key}: expected words in quotation marks")
    _check_places(file, key, said, places.get(key, set()))
    return said


def _choice(file: str, key: str, said: object, choices: tuple[object, ...]) -> object:
    if said not in choices:
        raise JurisdictionError(f"{file}: {key}: expected one of {', '.join(map(str, choices))}")
    return said


def _exactly(file: str, key: str, said: object, kind: type) -> object:
    if type(said) is not kind:
        wanted = "true or false" if kind is bool else "a number"
        raise JurisdictionError(f"{file}: {key}: expected {wanted}")
    return said


def _check_places(file: str, key: str, words: str, allowed: set[str]) -> None:
    try:
        used = {name for _, name, _, _ in Formatter().parse(words) if name is not None}
    except ValueError as error:
        raise JurisdictionError(f"{file}: {key}: {error}") from None
    for name in sorted(used - allowed):
        there = ", ".join(f"{{{place}}}" for place in sorted(allowed)) or "none"
        raise JurisdictionError(f"{file}: {key}: {{{name}}} is not among its places: {there}")
