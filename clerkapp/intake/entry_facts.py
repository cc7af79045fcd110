"""The facts of an entry that a document prints beside its words: who, by when, how many.

They are read as the house prints them, so that what Word has in their place can be put.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace

from clerkapp.intake.fact import Fact, date_told, number_of, time_told
from clerkapp.meeting import edits
from clerkapp.meeting.actions import NEXT_MEETING, ActionPoint
from clerkapp.meeting.decisions import PARTS, Decision, Referral
from clerkapp.meeting.entries import Entry, Movement, facts_of, present_facts
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Meeting, entry_of, name_of, people_of
from clerkapp.meeting.mentions import mentions_in, with_mentions
from clerkapp.meeting.people import Mention, surname
from clerkapp.meeting.proceedings import Proceeding
from clerkapp.meeting.votes import Ballot, Candidate, Motion, Vote
from clerkapp.notation.dates import read_time
from clerkapp.notation.facts import lists_of, read_due
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.votes import number_words


def facts_of_entry(entry: Entry, style: HouseStyle) -> Iterator[Fact]:
    """Every fact of `entry` that a document in that style may print."""
    entry_id = entry.id
    for place, name in enumerate(_mentioned(entry)):
        yield Fact(
            entry_id, name, partial(_named, entry_id=entry_id, place=place),
            partial(_with_named, entry_id=entry_id, place=place), place,
        )  # fmt: skip
        if style.layout.names == "surname":  # printed without the initial, it is changed without
            yield Fact(
                entry_id, name, partial(_surnamed, entry_id=entry_id, place=place),
                partial(_with_named, entry_id=entry_id, place=place), place,
            )  # fmt: skip
        if style.layout.names == "initials":
            yield Fact(
                entry_id, name, partial(_initialled, entry_id=entry_id, place=place, style=style),
                partial(_with_initialled, entry_id=entry_id, place=place, style=style), place,
            )  # fmt: skip
    if entry.time:
        manner = style.layout.times
        yield Fact(
            entry_id, "time", lambda m: time_told(entry_of(m, entry_id)[1].time, manner),
            lambda m, words: edits.set_time(m, entry_id, read_time(words)),
        )  # fmt: skip
    if facts_of(entry, ActionPoint):
        yield Fact(
            entry_id, "date by which it is due",
            partial(_due, entry_id=entry_id, style=style),
            partial(_with_due, entry_id=entry_id, style=style),
        )  # fmt: skip
    for name in _FIELDS.get(type(present_facts(entry)), ()):
        yield Fact(
            entry_id, _CALLED.get(name, name), partial(_field, entry_id=entry_id, name=name),
            partial(_with_field, entry_id=entry_id, name=name),
        )  # fmt: skip
    for name in _COUNTS if facts_of(entry, Vote) else ():
        yield Fact(
            entry_id, _CALLED[name],
            partial(_count, entry_id=entry_id, name=name, style=style),
            partial(_with_count, entry_id=entry_id, name=name, style=style),
        )  # fmt: skip
    for place in range(len(_candidates(facts_of(entry, Ballot)))):
        yield Fact(
            entry_id, "votes in the ballot",
            partial(_votes, entry_id=entry_id, place=place, style=style),
            partial(_with_votes, entry_id=entry_id, place=place, style=style), place,
        )  # fmt: skip


_COUNTS = ("in_favour", "against", "abstained")
_FIELDS: dict[type | None, tuple[str, ...]] = {
    Decision: PARTS,
    Declaration: ("nature", "conduct"),
    Referral: ("body", *PARTS),
    Ballot: ("post",),
}
_CALLED = {"in_favour": "number in favour", "against": "number against",
           "abstained": "number of abstentions", "nature": "nature of the interest",
           "conduct": "conduct", "body": "body that it goes to"}  # fmt: skip


def _mentioned(entry: Entry) -> tuple[str, ...]:
    """What each of those is called who are named in the facts of the entry, in their order."""
    facts = present_facts(entry)
    match facts:
        case ActionPoint(owner=owner):
            return ("owner",) if owner else ()
        case Motion(mover=mover, seconder=seconder):
            return (*(("mover",) if mover else ()), *(("seconder",) if seconder else ()))
        case Vote() | Ballot() | Declaration() | Movement() | Proceeding():
            return ("name",) * len(mentions_in(facts))
        case _:
            return ()


def _named(meeting: Meeting, *, entry_id: str, place: int) -> str:
    mentions = mentions_in(present_facts(entry_of(meeting, entry_id)[1]))
    return name_of(meeting, mentions[place]) if place < len(mentions) else ""


def _with_named(meeting: Meeting, words: str, *, entry_id: str, place: int) -> Meeting:
    """Whoever is named there another one: on the lists, or of an action point anybody."""
    entry = entry_of(meeting, entry_id)[1]
    mention = lists_of(meeting).mention(words)
    if mention is None or not (mention.person_id or facts_of(entry, ActionPoint)):
        raise ValueError(f"“{words}” is not one of those who were there")
    return _with_mention(meeting, mention, entry_id, place)


def _surnamed(meeting: Meeting, *, entry_id: str, place: int) -> str:
    return surname(_named(meeting, entry_id=entry_id, place=place))


def _initialled(meeting: Meeting, *, entry_id: str, place: int, style: HouseStyle) -> str:
    mentions = mentions_in(present_facts(entry_of(meeting, entry_id)[1]))
    return Sentences(meeting, style).named(mentions[place]) if place < len(mentions) else ""


def _with_initialled(
    meeting: Meeting, words: str, *, entry_id: str, place: int, style: HouseStyle
) -> Meeting:
    """Whoever is named there the one whose initials those are."""
    sentences = Sentences(meeting, style)
    for person in people_of(meeting):
        if sentences.named(Mention(person.id)) == words:
            return _with_mention(meeting, Mention(person.id), entry_id, place)
    raise ValueError(f"“{words}” are the initials of nobody who was there")


def _with_mention(meeting: Meeting, mention: Mention, entry_id: str, place: int) -> Meeting:
    seen = -1

    def change(one: Mention) -> Mention:
        nonlocal seen
        seen += 1
        return mention if seen == place else one

    facts = with_mentions(entry_of(meeting, entry_id)[1].facts, change)
    return edits.set_facts(meeting, entry_id, facts)


def _due(meeting: Meeting, *, entry_id: str, style: HouseStyle) -> str:
    action = facts_of(entry_of(meeting, entry_id)[1], ActionPoint) or ActionPoint()
    if isinstance(action.due, dt.date):
        return date_told(action.due, style.layout.dates)
    return style.words.due_next if action.due == NEXT_MEETING else action.due


def _with_due(meeting: Meeting, words: str, *, entry_id: str, style: HouseStyle) -> Meeting:
    action = facts_of(entry_of(meeting, entry_id)[1], ActionPoint) or ActionPoint()
    due = read_due(words, lists_of(meeting), style.words.due_next)
    return edits.set_facts(meeting, entry_id, replace(action, due=due))


def _field(meeting: Meeting, *, entry_id: str, name: str) -> str:
    value: object = getattr(present_facts(entry_of(meeting, entry_id)[1]), name, "")
    return "" if value is None or isinstance(value, tuple) else str(value)


def _with_field(meeting: Meeting, words: str, *, entry_id: str, name: str) -> Meeting:
    facts = present_facts(entry_of(meeting, entry_id)[1])
    if facts is None:
        raise ValueError(_GONE)
    return edits.set_facts(meeting, entry_id, replace(facts, **{name: words}))


_GONE = "there is nothing of that sort any more"


# How many


def _count(meeting: Meeting, *, entry_id: str, name: str, style: HouseStyle) -> str:
    value: object = getattr(facts_of(entry_of(meeting, entry_id)[1], Vote), name, None)
    return _told_number(meeting, style)(value) if isinstance(value, int) else ""


def _with_count(
    meeting: Meeting, words: str, *, entry_id: str, name: str, style: HouseStyle
) -> Meeting:
    vote = facts_of(entry_of(meeting, entry_id)[1], Vote)
    if vote is None:
        raise ValueError(_GONE)
    count = number_of(words, _told_number(meeting, style))
    return edits.set_facts(meeting, entry_id, replace(vote, **{name: count}))


def _candidates(ballot: Ballot | None) -> tuple[Candidate, ...]:
    """Those of all its rounds, one round after another."""
    return tuple(each for one in ballot.rounds for each in one) if ballot else ()


def _votes(meeting: Meeting, *, entry_id: str, place: int, style: HouseStyle) -> str:
    candidates = _candidates(facts_of(entry_of(meeting, entry_id)[1], Ballot))
    told = _told_number(meeting, style)
    return told(candidates[place].votes) if place < len(candidates) else ""


def _with_votes(
    meeting: Meeting, words: str, *, entry_id: str, place: int, style: HouseStyle
) -> Meeting:
    ballot = facts_of(entry_of(meeting, entry_id)[1], Ballot)
    if ballot is None or place >= len(_candidates(ballot)):
        raise ValueError(_GONE)
    count = number_of(words, _told_number(meeting, style))
    places = iter(range(place + 1))
    rounds = tuple(
        tuple(replace(c, votes=count) if next(places, None) == place else c for c in one)
        for one in ballot.rounds
    )
    return edits.set_facts(meeting, entry_id, replace(ballot, rounds=rounds))


def _told_number(meeting: Meeting, style: HouseStyle) -> Callable[[int], str]:
    """How the house writes a number of votes: 7, or seven."""
    return partial(number_words, sentences=Sentences(meeting, style))
