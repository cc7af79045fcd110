"""Everybody who is named in an entry: who said it, and whom its facts name."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import Decision, Referral
from clerkapp.meeting.entries import Entry, Facts, Movement
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention
from clerkapp.meeting.proceedings import Proceeding
from clerkapp.meeting.votes import Ballot, Motion, Side, Vote


def everybody_in(entry: Entry) -> tuple[Mention, ...]:
    """Who said the entry, and everybody named in its facts, those of a former kind too."""
    return (*((entry.speaker,) if entry.speaker else ()), *mentions_in(entry.facts))


def with_everybody(entry: Entry, change: Callable[[Mention], Mention]) -> Entry:
    """`entry` with `change` made to everybody in it; the same object where nobody is."""
    if not everybody_in(entry):
        return entry
    speaker = change(entry.speaker) if entry.speaker else None
    return replace(entry, speaker=speaker, facts=with_mentions(entry.facts, change))


def mentions_in(facts: Facts | None) -> tuple[Mention, ...]:
    """Everybody named in `facts`, in the order in which they are printed."""
    return tuple(mention for mention in _mentions(facts) if mention is not None)


def _mentions(facts: Facts | None) -> Iterator[Mention | None]:
    match facts:
        case ActionPoint(owner=owner):
            yield owner
        case Motion(mover=mover, seconder=seconder):
            yield from (mover, seconder)
        case Vote(in_favour=in_favour, against=against, abstained=abstained, own=own):
            for side in (in_favour, against, abstained):
                yield from side if isinstance(side, tuple) else ()
            yield from (each.person for each in own)
        case Ballot(rounds=rounds):
            yield from (candidate.person for each in rounds for candidate in each)
        case Declaration(person=person) | Movement(person=person) | Proceeding(person=person):
            yield person
        case Referral() | Decision() | None:
            pass


def with_mentions(facts: Facts | None, change: Callable[[Mention], Mention]) -> Facts | None:
    """`facts` with `change` made to everybody named in them."""

    def one(mention: Mention | None) -> Mention | None:
        return change(mention) if mention is not None else None

    def side(names: Side) -> Side:
        return tuple(change(name) for name in names) if isinstance(names, tuple) else names

    match facts:
        case ActionPoint():
            return replace(facts, owner=one(facts.owner))
        case Motion():
            return replace(facts, mover=one(facts.mover), seconder=one(facts.seconder))
        case Vote():
            return replace(
                facts,
                in_favour=side(facts.in_favour),
                against=side(facts.against),
                abstained=side(facts.abstained),
                own=tuple(replace(each, person=change(each.person)) for each in facts.own),
            )
        case Ballot():
            rounds = (
                tuple(replace(each, person=change(each.person)) for each in candidates)
                for candidates in facts.rounds
            )
            return replace(facts, rounds=tuple(rounds))
        case Declaration() | Proceeding():
            return replace(facts, person=one(facts.person))
        case Movement():
            return replace(facts, person=change(facts.person))
        case Referral() | Decision() | None:
            return facts
