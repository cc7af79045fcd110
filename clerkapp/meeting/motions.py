"""The course of what was moved: the motion, its amendments, the votes, and what became of each."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.votes import Fate, Motion, Vote, is_carried
from clerkapp.patterns import pattern

_LOST = pattern(
    r"\b(?:lost|fell|falls|defeated|rejected|withdrawn|not (?:carried|agreed))\b", re.IGNORECASE
)
_CARRIED = pattern(r"\b(?:carried|agreed|accepted|approved|unanimous(?:ly)?)\b", re.IGNORECASE)
_LABEL = pattern(r"\s*amendment\s*[:–-]", re.IGNORECASE)
_ONE = r"(?:an?|the following|another) (?:further |second |third |new )?amendment"
_MOTION = r"(?:substantive |original )?(?:motion|resolution|recommendation|proposal)"
_DOES = "add|delete|include|insert|omit|remove|replace|substitute"
_UPON = rf"(?: to (?:the {_MOTION}|{_DOES})\b|(?! to\b))"
_BEFORE_THAT = r"(?:(?! that\b)[^.:“\"])"
_DID = rf"{_BEFORE_THAT}{{0,100}}?\b(?:moved|proposed)\b"
_TOLD = pattern(
    rf"{_DID},?(?: and {_BEFORE_THAT}{{1,60}}? seconded,?)? {_ONE}\b{_UPON}"
    rf"|{_DID}{_BEFORE_THAT}{{0,100}}? (?:as|by way of) (?:an? )?(?:further )?amendment\b"
    rf"|(?:{_ONE}|amendment)(?: to the {_MOTION})?,?"
    r" (?:that|(?:was )?(?:then |also )?(?:moved|proposed))\b",
    re.IGNORECASE,
)
"""How a sentence tells that an amendment was moved, and not that something else is amended."""
_DECISIONS = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION})
_TAKING = _DECISIONS | {EntryKind.MOTION}


class Became(StrEnum):
    """What became of a motion or an amendment."""

    OPEN = ""  # it is in force, or waits until a later amendment has been dealt with
    CARRIED = "carried"
    LOST = "lost"
    PUT = "put"  # to the vote; how it went is not recorded
    ACCEPTED = "accepted"  # an amendment by leave, without a vote
    WITHDRAWN = "withdrawn"
    FELL = "fell"
    NOT_PUT = "not put"  # another motion or a decision came before it was


class Moved(Struct, frozen=True):
    """Something that was moved: its entry, what became of it, and what was moved upon it."""

    entry: Entry
    became: Became = Became.OPEN
    vote: Entry | None = None  # the vote by which it was disposed of
    decision: Entry | None = None  # the resolution or recommendation that came of it
    is_amendment: bool = False
    amendments: tuple["Moved", ...] = ()
    fell_to: Entry | None = None  # of an amendment that fell: the one that was carried instead

    @property
    def made(self) -> tuple[Entry, ...]:
        """The amendments that are part of the motion now: with it, the substantive motion."""
        return tuple(each.entry for each in self.amendments if each.became in _MADE)


_MADE = frozenset({Became.CARRIED, Became.ACCEPTED})
_BY_FATE = {
    Fate.OPEN: Became.OPEN,
    Fate.WITHDRAWN: Became.WITHDRAWN,
    Fate.FELL: Became.FELL,
    Fate.ACCEPTED: Became.ACCEPTED,
}


class InForce(Struct, frozen=True):
    """What is being debated: a motion with the amendments made to it, or one amendment."""

    entry: Entry
    is_amendment: bool = False
    carried: tuple[Entry, ...] = ()  # amendments that are now part of the motion, also by leave
    unsure: tuple[Entry, ...] = ()  # amendments put to a vote whose outcome is not recorded


def course(entries: Iterable[Entry]) -> tuple[Moved, ...]:
    """The whole course of the motions among the entries of an item, each with its amendments.

    A vote disposes of the latest amendment, and where none is pending of the motion; a resolution
    or a recommendation of everything before it. A new motion takes the place of an earlier one.
    An amendment to no motion stands by itself.
    """
    told: list[Moved] = []
    for entry in entries:
        if entry.kind is EntryKind.MOTION:
            _moved(told, entry)
        elif entry.kind is EntryKind.VOTE:
            _voted(told, entry)
        elif entry.kind in _DECISIONS:
            _decided(told, entry)
    return tuple(told)


def _moved(told: list[Moved], entry: Entry) -> None:
    motion = facts_of(entry, Motion)
    became = _BY_FATE[motion.fate if motion else Fate.OPEN]
    if not amends(entry):
        _pass_over(told)
        told.append(Moved(entry, became))
        return
    amendment = Moved(entry, became, is_amendment=True)
    if told and told[-1].became is Became.OPEN and not told[-1].is_amendment:
        if _fell_when_seconded(amendment):
            carried = [a.entry for a in told[-1].amendments if a.became is Became.CARRIED]
            amendment = replace(amendment, fell_to=carried[-1] if carried else None)
        told[-1] = replace(told[-1], amendments=(*told[-1].amendments, amendment))
    else:
        told.append(amendment)


def _voted(told: list[Moved], vote: Entry) -> None:
    if not told or told[-1].became is not Became.OPEN:
        return
    motion, outcome = told[-1], _outcome(vote)
    became = Became.PUT if outcome is None else Became.CARRIED if outcome else Became.LOST
    pending = [n for n, each in enumerate(motion.amendments) if each.became is Became.OPEN]
    if not pending:
        told[-1] = replace(motion, became=became, vote=vote)
        return
    amendments = list(motion.amendments)
    put = amendments[pending[-1]] = replace(amendments[pending[-1]], became=became, vote=vote)
    if became is Became.CARRIED:
        amendments = [
            replace(each, fell_to=put.entry)
            if each.fell_to is None and _fell_when_seconded(each)
            else each
            for each in amendments
        ]
    told[-1] = replace(motion, amendments=tuple(amendments))


def _fell_when_seconded(amendment: Moved) -> bool:
    """Whether it fell otherwise than for want of a seconder."""
    motion = facts_of(amendment.entry, Motion)
    return amendment.became is Became.FELL and motion is not None and motion.seconder is not None


def _decided(told: list[Moved], decision: Entry) -> None:
    """A decision right after a vote is what was carried; after a motion it carries it."""
    if not told or told[-1].decision:
        return
    motion = told[-1]
    if motion.became is Became.OPEN:
        motion = _without_pending(replace(motion, became=Became.CARRIED))
    elif motion.became not in (Became.CARRIED, Became.PUT):
        return
    told[-1] = replace(motion, decision=decision)


def _pass_over(told: list[Moved]) -> None:
    if told and told[-1].became is Became.OPEN:
        told[-1] = _without_pending(replace(told[-1], became=Became.NOT_PUT))


def _without_pending(motion: Moved) -> Moved:
    amendments = (
        replace(each, became=Became.NOT_PUT) if each.became is Became.OPEN else each
        for each in motion.amendments
    )
    return replace(motion, amendments=tuple(amendments))


def put_to(told: Iterable[Moved]) -> dict[str, Moved]:
    """What each vote disposed of in that course, by the id of the vote's entry."""
    votes: dict[str, Moved] = {}
    for motion in told:
        for each in (motion, *motion.amendments):
            if each.vote:
                votes[each.vote.id] = each
    return votes


def votes_on_amendments(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids of the votes among the entries of an item by which an amendment was disposed of."""
    return frozenset(vote for vote, put in put_to(course(entries)).items() if put.is_amendment)


def vote_on(decision: Entry, entries: Sequence[Entry]) -> Entry | None:
    """The vote by which a decision among the entries of an item was taken; None without one.

    Of what was moved, that on the motion it came of, and never that on an amendment; where nothing
    was, the last one above it, or the one right below. Decisions one after another have one vote.
    """
    told = course(entries)
    for motion in told:
        if motion.decision is decision and motion.vote and not motion.is_amendment:
            return motion.vote
    free = {e.id for e in entries if e.kind is EntryKind.VOTE} - set(put_to(told))
    at = entries.index(decision)
    above = [e for e in entries[:at] if e.id in free or e.kind in _TAKING]
    before = above[-1] if above else None
    if before and before.id in free:
        return before
    if any(each.id in free for each in entries[at + 1 : at + 2]):
        return entries[at + 1]
    return vote_on(before, entries) if before and before.kind in _DECISIONS else None


def in_force(entries: Iterable[Entry]) -> InForce | None:
    """What was moved last among the entries of an item and is not yet disposed of."""
    told = course(entries)
    if not told or told[-1].became is not Became.OPEN:
        return None
    motion = told[-1]
    for amendment in reversed(motion.amendments):
        if amendment.became is Became.OPEN:
            return InForce(amendment.entry, is_amendment=True)
    unsure = tuple(each.entry for each in motion.amendments if each.became is Became.PUT)
    return InForce(motion.entry, motion.is_amendment, motion.made, unsure)


def amends(entry: Entry) -> bool:
    """Whether a motion says that it amends another, in its facts or in its first word.

    So does one that was taken for a motion by its words, where these tell of an amendment: “Cllr
    Finch moved an amendment that …”. Where somebody said what it is, that counts.
    """
    motion = facts_of(entry, Motion)
    if (motion and motion.amends) or _LABEL.match(entry.text):
        return True
    return not entry.settled and _TOLD.match(entry.text.lstrip()) is not None


def _outcome(entry: Entry) -> bool | None:
    """Whether a vote was carried, by its numbers and failing them by its words."""
    vote = facts_of(entry, Vote)
    counted = is_carried(vote) if vote else None
    if counted is not None:
        return counted
    if _LOST.search(entry.text):
        return False
    return True if _CARRIED.search(entry.text) else None
