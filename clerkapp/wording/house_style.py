"""House styles: how a council prints its minutes, read from `resources/house_styles/*.toml`.

A style says `like = "…"` to be as another one but for the keys that it gives itself.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar, cast, get_args, get_type_hints

from clerkapp.errors import HouseStyleError
from clerkapp.resources import resource
from clerkapp.wording.style_words import (
    ActionWords,
    AttendanceWords,
    DecisionWords,
    InterestWords,
    Layout,
    PresenceWords,
    VoteWords,
    Words,
)

DEFAULT = "bulleted-exchanges"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One manner of printing minutes."""

    name: str  # as in `--style`: the file's name without its ending
    title: str
    summary: str
    layout: Layout
    words: Words
    votes: VoteWords
    decisions: DecisionWords
    interests: InterestWords
    attendance: AttendanceWords
    actions: ActionWords
    presence: PresenceWords


def house_styles() -> tuple[HouseStyle, ...]:
    """Every house style that comes with Clerkapp, by name."""
    return tuple(read_house_style(path) for path in sorted(resource("house_styles").glob("*.toml")))


def house_style(name: str) -> HouseStyle:
    """The house style of that name ("" is the usual one).

    HouseStyleError, with the names there are, where none has it.
    """
    path = resource("house_styles", f"{name or DEFAULT}.toml")
    if path.parent != resource("house_styles") or not path.is_file():
        known = ", ".join(sorted(p.stem for p in resource("house_styles").glob("*.toml")))
        raise HouseStyleError(f"there is no house style “{name}”; there are {known}")
    return read_house_style(path)


def read_house_style(path: Path) -> HouseStyle:
    """The house style in that file; HouseStyleError names the key that is wrong or missing."""
    data = _whole(path, ())
    _expect_keys(path.name, "", data, {"title", "summary", *_TABLES})
    return HouseStyle(
        path.stem,
        _text(path.name, "title", data["title"]),
        _text(path.name, "summary", data["summary"]),
        _table(path.name, "layout", data["layout"], Layout),
        _table(path.name, "words", data["words"], Words),
        _table(path.name, "votes", data["votes"], VoteWords),
        _table(path.name, "decisions", data["decisions"], DecisionWords),
        _table(path.name, "interests", data["interests"], InterestWords),
        _table(path.name, "attendance", data["attendance"], AttendanceWords),
        _table(path.name, "actions", data["actions"], ActionWords),
        _table(path.name, "presence", data["presence"], PresenceWords),
    )


def _whole(path: Path, above: tuple[str, ...]) -> dict[str, object]:
    """What the file says, and for the rest what the style says that it is `like`."""
    if path.stem in above:
        raise HouseStyleError(f"{path.name}: like: {' → '.join((*above, path.stem))} is a circle")
    try:
        data: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise HouseStyleError(f"{path.name} cannot be read: {error}") from None
    if isinstance(votes := data.get("votes"), dict):
        data["votes"] = vote_form(path.name, cast("dict[str, object]", votes))
    like = data.pop("like", None)
    if like is None:
        return data
    named = _text(path.name, "like", like)
    base = _whole(path.with_name(f"{named}.toml"), (*above, path.stem))
    for key in _TABLES:
        data[key] = {
            **_entries(path.name, key, base.get(key, {})),
            **_entries(path.name, key, data.get(key, {})),
        }
    return data


def vote_form(file: str, table: Mapping[str, object]) -> dict[str, object]:
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
    try:
        form = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise HouseStyleError(f"{path.name} cannot be read: {error}") from None
    own = {key: said for key, said in table.items() if key != "like"}
    return {**vote_form(path.name, form), **own}


_TABLES = (
    "layout", "words", "votes", "decisions", "interests", "attendance", "actions", "presence",
)  # fmt: skip
T = TypeVar(
    "T",
    Layout,
    Words,
    VoteWords,
    DecisionWords,
    InterestWords,
    AttendanceWords,
    ActionWords,
    PresenceWords,
)


def _table(file: str, key: str, value: object, into: type[T]) -> T:
    table = _entries(file, key, value)
    of = {field.name: field for field in fields(into)}
    _expect_keys(file, f"{key}.", table, set(of))
    hints = get_type_hints(into)
    for name, said in table.items():
        choices = get_args(hints[name])
        words = _text(file, f"{key}.{name}", said)
        if choices and words not in choices:
            raise HouseStyleError(f"{file}: {key}.{name}: expected one of {', '.join(choices)}")
        _check_places(file, f"{key}.{name}", words, places_of(of[name]))
    return into(**cast("dict[str, Any]", table))


def places_of(of: Field[Any]) -> frozenset[str]:
    """The places that the words of a field may have."""
    return cast("frozenset[str]", of.metadata.get("places", frozenset()))


def _entries(file: str, key: str, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise HouseStyleError(f"{file}: {key}: expected a table, [{key}]")
    return cast("dict[str, object]", value)


def _text(file: str, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise HouseStyleError(f"{file}: {key}: expected words in quotation marks")
    return value


def _expect_keys(file: str, before: str, table: Mapping[str, object], keys: set[str]) -> None:
    for name in sorted(keys - set(table)):
        raise HouseStyleError(f"{file}: {before}{name} is missing")
    for name in sorted(set(table) - keys):
        raise HouseStyleError(f"{file}: {before}{name} is not a key that a house style has")


def _check_places(file: str, key: str, words: str, allowed: frozenset[str]) -> None:
    try:
        used = {name for _, name, _, _ in Formatter().parse(words) if name is not None}
    except ValueError as error:
        raise HouseStyleError(f"{file}: {key}: {error}") from None
    for name in sorted(used - allowed):
        places = ", ".join(f"{{{place}}}" for place in sorted(allowed)) or "none"
        raise HouseStyleError(f"{file}: {key}: {{{name}}} is not among its places: {places}")
