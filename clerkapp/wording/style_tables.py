"""What the file of a house style says: its tables whole, held against their keys and places."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal, TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

from msgspec.structs import fields

from clerkapp.errors import HouseStyleError
from clerkapp.resources import resource
from clerkapp.wording.style_words import (
    ActionWords,
    AttendanceWords,
    DecisionWords,
    InterestWords,
    Layout,
    PartWords,
    Places,
    PresenceWords,
    VoteWords,
    Words,
)

Data: TypeAlias = dict[str, object]
Fault: TypeAlias = tuple[str, str]
"""The key that is wrong, as in "layout.points", and a sentence that names it."""

TABLES: dict[str, type] = {
    "layout": Layout,
    "words": Words,
    "parts": PartWords,
    "votes": VoteWords,
    "decisions": DecisionWords,
    "interests": InterestWords,
    "attendance": AttendanceWords,
    "actions": ActionWords,
    "presence": PresenceWords,
}
"""The tables of a house style, by the key of each."""
LINES = ("title", "summary")
T = TypeVar("T")


def whole(path: Path, own: Path | None = None, above: tuple[Path, ...] = ()) -> Data:
    """What the file says, and for the rest what the style says that it is `like`.

    That one is looked for among the person's own, in the folder `own`, and then among those that
    come with Clerkapp. HouseStyleError where a file cannot be read or the styles go in a circle.
    """
    above = (*above, path)
    data = parsed(path)
    if isinstance(votes := data.get("votes"), dict):
        data["votes"] = vote_form(path.name, cast("Data", votes))
    like = data.pop("like", None)
    if like is None:
        return data
    base = whole(base_of(path, _text(path.name, "like", like), own, above), own, above)
    for key in TABLES:
        said = data.get(key, {})
        if isinstance(said, dict):  # else it is a fault of its own
            under = cast("Data", base.get(key, {}))
            data[key] = {**under, **cast("Data", said)}
    return data


def base_of(path: Path, named: str, own: Path | None, above: tuple[Path, ...]) -> Path:
    """The file of the style that the one at `path` is like; one that takes its name is like it.

    HouseStyleError where there is none, or all of them are among those that are like it, `above`.
    """
    folders = [path.parent, *([own] if own else []), resource("house_styles")]
    places = [folder / f"{named}.toml" for folder in folders]
    found = [place for place in places if place.is_file() and place != path]
    if not found:
        if path.stem == named:
            raise HouseStyleError(f"{path.name}: like: {named} → {named} is a circle")
        raise HouseStyleError(f"{places[-1].name} cannot be read: there is no such style")
    fresh = next((place for place in found if place not in above), None)
    if fresh is None:
        names = " → ".join([*(each.stem for each in above), named])
        raise HouseStyleError(f"{path.name}: like: {names} is a circle")
    return fresh


def vote_form(file: str, table: Mapping[str, object]) -> Data:
    """A table of the votes, and for the rest what the form in `resources/vote_forms` says.

    The form is the one that the table says it is `like`; HouseStyleError where there is none.
    """
    if "like" not in table:
        return dict(table)
    named = _text(file, "votes.like", table["like"])
    path = resource("vote_forms", f"{named}.toml")
    if path.parent != resource("vote_forms") or not path.is_file():
        known = ", ".join(sorted(p.stem for p in resource("vote_forms").glob("*.toml")))
        raise HouseStyleError(f"{file}: votes.like: there is no “{named}”; there are {known}")
    own = {key: said for key, said in table.items() if key != "like"}
    return {**vote_form(path.name, parsed(path)), **own}


def parsed(path: Path) -> Data:
    """What the file says by itself; HouseStyleError where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise HouseStyleError(f"{path.name} cannot be read: it is not UTF-8 text") from None
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise HouseStyleError(f"{path.name} cannot be read: {error}") from None


def _text(file: str, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise HouseStyleError(f"{file}: {key}: expected words in quotation marks")
    return value


# What is wrong


def faults(data: Mapping[str, object]) -> Iterator[Fault]:
    """Everything that is wrong with the tables of a style: each key with a sentence."""
    yield from _keys("", data, {*LINES, *TABLES})
    for key in LINES:
        if key in data and not isinstance(data[key], str):
            yield key, f"{key}: expected words in quotation marks"
    for key, into in TABLES.items():
        if key not in data:
            continue
        if isinstance(table := data[key], dict):
            yield from _table_faults(key, cast("Data", table), into)
        else:
            yield key, f"{key}: expected a table, [{key}]"


def _table_faults(key: str, table: Data, into: type) -> Iterator[Fault]:
    names = {field.name for field in fields(into)}
    yield from _keys(f"{key}.", table, names)
    for name, said in table.items():
        where = f"{key}.{name}"
        if name in names and (wrong := fault_of(where, said)):
            yield where, f"{where}: {wrong}"


def fault_of(key: str, said: object) -> str:
    """What is wrong with what a key such as "layout.points" says; "" where nothing is."""
    if not isinstance(said, str):
        return "expected words in quotation marks"
    if (choices := choices_of(key)) and said not in choices:
        return f"expected one of {', '.join(choices)}"
    return _misplaced(said, places_of(key))


def _keys(before: str, table: Mapping[str, object], keys: set[str]) -> Iterator[Fault]:
    for name in sorted(keys - set(table)):
        yield f"{before}{name}", f"{before}{name} is missing"
    for name in sorted(set(table) - keys):
        yield f"{before}{name}", f"{before}{name} is not a key that a house style has"


@cache  # asked of every key at each change in the editor
def places_of(key: str) -> frozenset[str]:
    """The places that the words of a key such as "words.title" may have."""
    table, _, name = key.partition(".")
    match get_args(_types_in(table)[name]):
        case (_, Places(names)):
            return names
        case _:
            return frozenset()


@cache
def choices_of(key: str) -> tuple[str, ...]:
    """What a key such as "layout.points" may say; nothing where it may be any words."""
    table, _, name = key.partition(".")
    hint = _types_in(table)[name]
    return get_args(hint) if get_origin(hint) is Literal else ()


@cache  # to work them out takes as long for one key as for all of a table
def _types_in(table: str) -> Mapping[str, Any]:
    return get_type_hints(TABLES[table], include_extras=True)


def _misplaced(words: str, allowed: frozenset[str]) -> str:
    """What is wrong with the places in `words`; "" where nothing is."""
    places = ", ".join(f"{{{place}}}" for place in sorted(allowed)) or "none"
    try:
        used = {name for _, name, _, _ in Formatter().parse(words) if name is not None}
        if not used - allowed:
            words.format(**dict.fromkeys(allowed, ""))  # a form of number that no words have
            return ""
    except ValueError:
        return f"a place is a word in braces; its places: {places} (write {{{{ to print a brace)"
    return f"{{{min(used - allowed)}}} is not among its places: {places}"


def table(data: Mapping[str, object], key: str, into: type[T]) -> T:
    """That table of `data`, in which no fault was found."""
    return into(**cast("dict[str, Any]", data[key]))
