"""What each key of a house style is called and means: for the editor and for the documents."""

import tomllib
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from clerkapp.resources import resource
from clerkapp.wording.style_tables import choices_of, places_of, vote_form

VOTES = "votes.like"
"""The key that takes a form of votes whole; no field of a style has that name."""
OF_THE_STYLE = ("title", "summary", "like")
"""The keys that stand in no table."""


class StyleKey(Struct, frozen=True):
    """One key as a clerk knows it. It has choices, or places, or neither: then any words."""

    key: str  # as in "layout.times"
    name: str
    meaning: str
    choices: tuple[str, ...]
    places: tuple[str, ...]  # with their braces


class KeyGroup(Struct, frozen=True):
    """Keys that are about one thing."""

    title: str
    keys: tuple[StyleKey, ...]


@cache
def key_groups() -> tuple[KeyGroup, ...]:
    """Every key of a house style, in the groups and the order of `house_style_keys.toml`."""
    read = tomllib.loads(resource("house_style_keys.toml").read_text(encoding="utf-8"))
    return tuple(
        KeyGroup(group["title"], tuple(_key(*line) for line in group["keys"]))
        for group in read["group"]
    )


@cache
def style_keys() -> dict[str, StyleKey]:
    """The same keys by their names in a style’s file."""
    return {each.key: each for group in key_groups() for each in group.keys}


def key_name(key: str) -> str:
    """What a clerk calls that key; the key itself where no style has it."""
    known = style_keys().get(key)
    return known.name if known else key


def vote_forms() -> tuple[str, ...]:
    """The names of the manners of printing a vote, in `resources/vote_forms`."""
    return tuple(sorted(path.stem for path in resource("vote_forms").glob("*.toml")))


@cache
def said_by_form(name: str) -> dict[str, str]:
    """What each key of the votes says in that manner of printing them, by its name in the table."""
    return {key: str(said) for key, said in vote_form("", {"like": name}).items()}


def keys_page() -> str:
    """Every key with its meaning, its choices and its places, as a page of Markdown."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield "# The keys of a house style\n"
    yield "A word in braces is a place that the meeting fills; a key has no places but its own."
    for group in key_groups():
        yield f"\n## {group.title}\n"
        for each in group.keys:
            yield f"- `{each.key}`: {each.name}. {each.meaning}{_may_say(each)}"


def _may_say(key: StyleKey) -> str:
    """What stands after its meaning; a key without choices and places may have any words."""
    if key.choices:
        return f" One of {', '.join(f'`{each}`' for each in key.choices)}."
    if key.places:
        return f" Places: {', '.join(f'`{each}`' for each in key.places)}."
    return ""


def _key(key: str, name: str, meaning: str) -> StyleKey:
    if key in OF_THE_STYLE:
        return StyleKey(key, name, meaning, (), ())
    if key == VOTES:
        return StyleKey(key, name, meaning, vote_forms(), ())
    places = tuple(f"{{{place}}}" for place in sorted(places_of(key)))
    return StyleKey(key, name, meaning, choices_of(key), places)
