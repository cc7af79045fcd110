"""What was moved and how it was voted on."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from clerkapp.meeting.people import Mention


class Way(StrEnum):
    """Which way somebody voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Casting(StrEnum):
    """Which way the Chair's casting vote went, where there was one."""

    NONE = ""
    FOR = "for"
    AGAINST = "against"


class Result(StrEnum):
    """What the Chair declared after a vote."""

    NOT_SAID = ""
    CARRIED = "carried"
    LOST = "lost"


class Fate(StrEnum):
    """What became of a motion or an amendment without a vote on it."""

    OPEN = ""  # it was put to the vote, or still stands
    WITHDRAWN = "withdrawn"
    FELL = "fell"  # for want of a seconder, or because another was carried
    ACCEPTED = "accepted"  # of an amendment: by leave, so that it is part of the motion


class Motion(Struct, frozen=True):
    """Who moved and seconded; the words moved are the text of the entry."""

    mover: Mention | None = None
    seconder: Mention | None = None
    amends: bool = False  # an amendment to the motion above it
    fate: Fate = Fate.OPEN


Side: TypeAlias = int | tuple[Mention, ...] | None
"""One side of a vote: a number, the names, or None where nothing was said of it."""


class OwnVote(Struct, frozen=True):
    """How one member voted, recorded because that member asked (SI 1993/202 Sch. 2 para. 1)."""

    person: Mention
    way: Way


class Vote(Struct, frozen=True):
    """How those present voted, by number or by name."""

    in_favour: Side = None
    against: Side = None
    abstained: Side = None
    casting: Casting = Casting.NONE  # the Chair's casting vote
    unanimous: bool = False
    own: tuple[OwnVote, ...] = ()  # recorded on request beside the numbers
    declared: Result = Result.NOT_SAID  # what the Chair declared


def votes_on(side: Side) -> int | None:
    """How many voted on that side; None where nothing was said of it."""
    return len(side) if isinstance(side, tuple) else side


def is_by_name(vote: Vote) -> bool:
    """Whether the names of those who voted are recorded."""
    return any(isinstance(side, tuple) for side in (vote.in_favour, vote.against, vote.abstained))


def counted(vote: Vote) -> bool | None:
    """Whether the votes carried it, by number and casting vote; None where they do not say.

    Whatever was declared is left out: this is what it is held against.
    """
    if vote.unanimous:
        return True
    votes, against = votes_on(vote.in_favour), votes_on(vote.against)
    if votes is not None and against is not None and votes != against:
        return votes > against
    if vote.casting:
        return vote.casting is Casting.FOR
    return False if votes is not None and votes == against else None


def is_carried(vote: Vote) -> bool | None:
    """Whether what was put to that vote was carried; None where the vote does not say."""
    told = counted(vote)
    return vote.declared is Result.CARRIED if told is None and vote.declared else told


class Candidate(Struct, frozen=True):
    """Somebody who stood in a round of a ballot, and the votes they had."""

    person: Mention
    votes: int


class Ballot(Struct, frozen=True):
    """The election to a post, in successive rounds until somebody has more than half."""

    post: str = ""  # "Vice-chair"
    rounds: tuple[tuple[Candidate, ...], ...] = ()


def elected(ballot: Ballot) -> Mention | None:
    """Who had more than half of the votes in the last round; None where nobody had.

    The absolute majority is what LGA 1972 Sch. 12 para. 39 asks of every question.
    """
    if not ballot.rounds:
        return None
    last = ballot.rounds[-1]
    total = sum(candidate.votes for candidate in last)
    return next((c.person for c in last if 2 * c.votes > total), None)
