"""Rules about interests, and about who came and went."""

import re
from collections.abc import Iterator

from clerkapp.checking.findings import Finding, Severity
from clerkapp.checking.names import taking_part
from clerkapp.checking.record import Record, Spot
from clerkapp.law.interests import disqualifies
from clerkapp.meeting.entries import EntryKind, Movement, facts_of
from clerkapp.meeting.interests import Declaration, has_dispensation, withdrew
from clerkapp.meeting.presence import QuorumState, concerns, head_count, quorum_state
from clerkapp.patterns import pattern

_NO_BUSINESS = frozenset(
    {EntryKind.ARRIVAL, EntryKind.DEPARTURE, EntryKind.PROCEDURE, EntryKind.DECLARATION}
)
_ITEM = pattern(r"\b(?:items?|minute|agenda|application)\s+(?:number\s+)?\w*\d", re.IGNORECASE)
_AS_THE_PUBLIC = pattern(r"\bspoke\b.*\bpublic\b")


def interested_member_takes_part(record: Record) -> Iterator[Finding]:
    """I1: whoever may not take part for an interest leaves, and neither speaks nor votes."""
    declared: dict[str, list[tuple[str, Declaration]]] = {}  # by item: who, and what they declared
    gone: set[tuple[str, str]] = set()
    for spot, entry in record.entries:
        movement = facts_of(entry, Movement)
        if movement and entry.kind is EntryKind.DEPARTURE:
            gone.add((spot.item.id, movement.person.person_id))
        declaration = facts_of(entry, Declaration)
        if declaration and declaration.person and declaration.person.person_id:
            item = declaration.item_id or (spot.item.id if concerns(declaration, spot.item) else "")
            declared.setdefault(item, []).append((declaration.person.person_id, declaration))
    for spot, entry in record.entries:
        declaration = facts_of(entry, Declaration)
        if declaration is not None:
            yield from _stayed(record, spot, declaration, gone)
            continue
        now = record.after[entry.id]
        for who in dict.fromkeys(taking_part(record, entry)):
            held = [d for person, d in declared.get(spot.item.id, ()) if person == who]
            out = who in now.withdrawn
            barred = any(disqualifies(d, record.law) for d in held)
            as_public = any(_AS_THE_PUBLIC.search(d.conduct) for d in held)
            speaks = entry.kind not in (EntryKind.MOTION, EntryKind.VOTE)
            if (out or barred) and not (as_public and speaks):
                yield spot.finding(
                    "I1",
                    Severity.ERROR,
                    f"{record.name(who)} takes part and has an interest in the item",
                    "Choose somebody else, or record the dispensation.",
                )


def _stayed(
    record: Record, spot: Spot, declaration: Declaration, gone: set[tuple[str, str]]
) -> Iterator[Finding]:
    who = declaration.person.person_id if declaration.person else ""
    item = declaration.item_id or (spot.item.id if concerns(declaration, spot.item) else "")
    if not disqualifies(declaration, record.law) or withdrew(declaration):
        return
    if who and item and (item, who) not in gone and not has_dispensation(declaration):
        yield spot.finding(
            "I1",
            Severity.ERROR,
            f"{record.name(who)} may not take part and is not recorded as leaving",
            "Record when they left the room, or the dispensation.",
        )


_NO_MORE = pattern(r".{0,40}\bdeclared an interest\.?")


def interest_without_item(record: Record) -> Iterator[Finding]:
    """I2: a declaration says in which item the interest is, and what it is.

    A note that somebody declared an interest, and nothing more, is one too.
    """
    for spot, entry in record.entries:
        is_noted = entry.kind is EntryKind.NOTE and _NO_MORE.fullmatch(entry.text.strip())
        if entry.kind is not EntryKind.DECLARATION and not is_noted:
            continue
        declaration = facts_of(entry, Declaration) or Declaration()
        words = f"{declaration.nature} {entry.text}".strip()
        lacks: list[str] = []
        if not (declaration.item_id or concerns(declaration, spot.item) or _ITEM.search(words)):
            lacks.append("item")
        if not words or _NO_MORE.fullmatch(words):
            lacks.append("nature")
        if lacks and (declaration.person or words):
            what = f"the declaration names no {' and no '.join(lacks)}"
            mend = "Say in which item the interest is, and of what nature."
            yield spot.finding("I2", Severity.WARNING, what, mend)


def business_without_quorum(record: Record) -> Iterator[Finding]:
    """I3: while fewer than the quorum are in the room no business is done."""
    if not record.roll_is_called:
        return
    lost = False
    states: dict[frozenset[str], QuorumState] = {}
    for spot, entry in record.entries:
        now = record.after[entry.id]
        if now.here not in states:
            states[now.here] = quorum_state(record.meeting, now)
        is_lost = states[now.here] is QuorumState.LOST and not now.adjourned
        does = entry.kind not in _NO_BUSINESS and not re.search("quor", entry.text, re.IGNORECASE)
        if is_lost and does and not lost:
            count = head_count(record.meeting, now)
            yield spot.finding(
                "I3",
                Severity.ERROR,
                f"{count} members remain, and the quorum is {record.meeting.heading.quorum}",
                "Adjourn, or correct who was in the room.",
            )
        lost = is_lost and (lost or does)


def came_or_left_twice(record: Record) -> Iterator[Finding]:
    """I4: nobody leaves who has left, and nobody comes who is there."""
    has_withdrawn: set[str] = set()
    for spot, entry in record.entries:
        before = record.before(entry.id)
        has_withdrawn |= before.withdrawn
        movement = facts_of(entry, Movement)
        who = movement.person.person_id if movement else ""
        if not who:
            continue
        there = who in before.here
        if entry.kind is EntryKind.ARRIVAL and there and who not in has_withdrawn:
            what = f"{record.name(who)} comes in and was there already"
        elif entry.kind is EntryKind.DEPARTURE and not there and who not in before.withdrawn:
            what = f"{record.name(who)} leaves and was not in the room"
        else:
            continue
        mend = "Record the return between, or correct the attendance."
        yield spot.finding("I4", Severity.WARNING, what, mend)
