"""What a house asks of its minutes where houses differ: `resources/checks/houses/*.toml`."""

import tomllib
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from clerkapp.meeting.meeting import Meeting
from clerkapp.resources import resource


class House(Struct, frozen=True):
    """The choices of a house that the rules follow."""

    speakers: Literal["either", "named", "a Member"]  # how those who spoke are told (N6)
    pronouns: bool  # whether "he" and "she" are found (N7)
    seconder: bool  # whether a motion needs a seconder (D4)
    summaries: bool  # whether an exempt item has a summary for the public (X7)
    only_recommend: tuple[str, ...]  # words in the names of bodies that resolve nothing (D11)


def house_of(meeting: Meeting) -> House:
    """What the house style of `meeting` asks; the usual where it has no file of its own."""
    return house(meeting.heading.house_style)


@lru_cache(maxsize=64)
def house(style: str) -> House:
    """The choices that go with a house style, over those that are usual."""
    folder = resource("checks", "houses")
    chosen = tomllib.loads((folder / "usual.toml").read_text("utf-8"))
    own = {path.stem: path for path in folder.glob("*.toml")}.get(style)
    if own:
        chosen |= tomllib.loads(own.read_text("utf-8"))
    return House(
        chosen["speakers"],
        chosen["pronouns"],
        chosen["seconder"],
        chosen["summaries"],
        tuple(chosen["only_recommend"]),
    )
