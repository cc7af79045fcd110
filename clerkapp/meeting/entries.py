"""The entries of an item: what was said, asked, answered, moved, decided and done."""

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeAlias, TypeVar

from msgspec import Struct

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import Decision, Referral
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention
from clerkapp.meeting.proceedings import Proceeding
from clerkapp.meeting.votes import Ballot, Motion, Vote


class EntryKind(StrEnum):
    """What an entry is. Each value is the name that a clerk reads beside it."""

    NOTE = "note"
    LEAD_IN = "lead-in"
    QUESTION = "question"
    RESPONSE = "response"
    COMMENT = "comment"
    ACTION_POINT = "action point"
    MOTION = "motion"
    VOTE = "vote"
    BALLOT = "ballot"
    RESOLUTION = "resolution"
    RECOMMENDATION = "recommendation"
    DECLARATION = "declaration"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    PROCEDURE = "procedure"


class Movement(Struct, frozen=True):
    """Who came or who left; the entry says which, and when.

    Whoever left for an interest comes back when the item ends.
    """

    person: Mention
    for_interest: bool = False


Facts: TypeAlias = (
    ActionPoint | Motion | Vote | Ballot | Decision | Referral | Declaration | Movement | Proceeding
)

FACTS_OF: dict[EntryKind, type[Facts]] = {
    EntryKind.ACTION_POINT: ActionPoint,
    EntryKind.MOTION: Motion,
    EntryKind.VOTE: Vote,
    EntryKind.BALLOT: Ballot,
    EntryKind.RESOLUTION: Decision,
    EntryKind.RECOMMENDATION: Referral,
    EntryKind.DECLARATION: Declaration,
    EntryKind.ARRIVAL: Movement,
    EntryKind.DEPARTURE: Movement,
    EntryKind.PROCEDURE: Proceeding,
}
"""The facts that a kind of entry can carry beside its words; the others carry none."""


class Entry(Struct, frozen=True):
    """One thing that happened: its kind, words and time, who said it, and the facts of its kind.

    An entry whose kind was changed keeps the facts of the earlier kind, so that changing it
    back loses nothing; `facts_of` gives those that count now.
    """

    id: str
    kind: EntryKind
    text: str = ""
    time: dt.time | None = None
    facts: Facts | None = None
    exempt: Exempt | None = None
    settled: bool = True  # False while the kind is a guess that the next words may change
    speaker: Mention | None = None  # who said it, where that is known


F = TypeVar(
    "F",
    ActionPoint,
    Motion,
    Vote,
    Ballot,
    Decision,
    Referral,
    Declaration,
    Movement,
    Proceeding,
)


def facts_of(entry: Entry, kind_of_facts: type[F]) -> F | None:
    """The facts of `entry` if they are of that sort and belong to its present kind."""
    facts = entry.facts
    if not isinstance(facts, kind_of_facts):  # so of nearly every entry: it has none
        return None
    return facts if FACTS_OF.get(entry.kind) is kind_of_facts else None


def present_facts(entry: Entry) -> Facts | None:
    """The facts of `entry` that belong to its present kind, whichever they are."""
    facts = entry.facts
    if facts is None:
        return None
    return facts if type(facts) is FACTS_OF.get(entry.kind) else None


def tells_by_facts(entry: Entry) -> bool:
    """Whether it is an entry such as a vote, of which nothing is typed."""
    return not entry.text and present_facts(entry) is not None


class Exchange(Struct, frozen=True):
    """A question with the responses to it and the actions that came of it, in their order."""

    question: Entry
    replies: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The question and its replies, in the order in which they were taken down."""
        return (self.question, *self.replies)


_REPLIES = frozenset({EntryKind.RESPONSE, EntryKind.ACTION_POINT})
_INTERRUPTIONS = frozenset({EntryKind.ARRIVAL, EntryKind.DEPARTURE})


def exchanges(entries: Iterable[Entry]) -> Iterator[Exchange | Entry]:
    """The entries of an item in order, each question gathered with what belongs to it.

    A response or an action point belongs to the question above it. Somebody who comes in or
    goes out meanwhile does not break the exchange: that entry follows it.
    """
    open_exchange: Exchange | None = None
    interruptions: list[Entry] = []
    for entry in entries:
        if open_exchange and entry.kind in _REPLIES:
            open_exchange = Exchange(open_exchange.question, (*open_exchange.replies, entry))
        elif open_exchange and entry.kind in _INTERRUPTIONS:
            interruptions.append(entry)
        else:
            if open_exchange:
                yield open_exchange
            yield from interruptions
            open_exchange, interruptions = None, []
            if entry.kind is EntryKind.QUESTION:
                open_exchange = Exchange(entry)
            else:
                yield entry
    if open_exchange:
        yield open_exchange
    yield from interruptions


def question_is_open(entries: Iterable[Entry]) -> bool:
    """Whether a response put after `entries` would belong to a question among them."""
    last: Exchange | Entry | None = None
    for part in exchanges(entries):
        if isinstance(part, Exchange) or part.kind not in _INTERRUPTIONS:
            last = part
    return isinstance(last, Exchange)
