"""What was moved and how it was voted on."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from clerkapp.meeting.people import Mention


@dataclass(frozen=True, slots=True)
class Motion:
    """Who moved and seconded; the words moved are the text of the entry."""

    mover: Mention | None = None
    seconder: Mention | None = None
    amends: bool = False  # an amendment to the motion above it


Side: TypeAlias = int | tuple[Mention, ...] | None
"""One side of a vote: a number, the names, or None where nothing was said of it."""


@dataclass(frozen=True, slots=True)
class Vote:
    """How those present voted, by number or by name."""

    in_favour: Side = None
    against: Side = None
    abstained: Side = None
    casting: Literal["", "for", "against"] = ""  # the Chair's casting vote
    unanimous: bool = False


def votes_on(side: Side) -> int | None:
    """How many voted on that side; None where nothing was said of it."""
    return len(side) if isinstance(side, tuple) else side


def is_carried(vote: Vote) -> bool | None:
    """Whether what was put to that vote was carried; None where the vote does not say."""
    if vote.unanimous:
        return True
    votes, against = votes_on(vote.in_favour), votes_on(vote.against)
    if votes is not None and against is not None and votes != against:
        return votes > against
    if vote.casting:
        return vote.casting == "for"
    return False if votes is not None and votes == against else None
