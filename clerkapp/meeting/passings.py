"""Comings and goings: everybody who came in or went out, when, and in which item."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind, Movement, facts_of
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.presence import Moment


class Passing(Struct, frozen=True):
    """Somebody on the lists who came in or went out: when, and during which item.

    It holds no words of the minutes, so that it may be told of an exempt item too.
    """

    person_id: str
    joined: bool
    time: dt.time | None
    item_id: str
    for_interest: bool = False  # out for the item alone, or back after it
    exempt: bool = False  # what says so is not for the public
    entry_id: str = ""  # the entry that says so; "" as an item is opened


def passings(meeting: Meeting, moments: Iterable[Moment]) -> tuple[Passing, ...]:
    """Every coming and going of the people on the lists, in the order of the minutes.

    Those who withdraw when an item is opened, and who come back after it, are among them.
    `moments` are those of the ledger of the meeting.
    """
    return tuple(_passings(meeting, iter(moments)))


def public_passings(every: tuple[Passing, ...]) -> tuple[Passing, ...]:
    """What anybody may know of them: of an exempt item or entry not at what time.

    That somebody was out of the room is no exempt information; what was then said is.
    """
    return tuple(replace(each, time=None) if each.exempt else each for each in every)


def _passings(meeting: Meeting, moments: Iterator[Moment]) -> Iterator[Passing]:
    before = Moment("")
    for item in meeting.items:
        now = next(moments)
        yield from (_for_interest(who, item, joined=True) for who in came_back(before, now))
        yield from (_for_interest(who, item, joined=False) for who in withdraws(now, item))
        for entry in item.entries:
            before, now = now, next(moments)
            movement = facts_of(entry, Movement)
            if movement and movement.person.person_id:
                yield _moved(movement.person.person_id, item, entry, before, now)
            elif now.withdrawn != before.withdrawn:
                for who in sorted(now.withdrawn - before.withdrawn - who_left(item)):
                    exempt = bool(item.exempt or entry.exempt)
                    out = _for_interest(who, item, joined=False)
                    yield replace(out, time=entry.time, exempt=exempt, entry_id=entry.id)
        before = now


def _for_interest(who: str, item: AgendaItem, *, joined: bool) -> Passing:
    exempt = item.exempt is not None
    return Passing(who, joined, None, item.id, for_interest=True, exempt=exempt)


def _moved(who: str, item: AgendaItem, entry: Entry, before: Moment, now: Moment) -> Passing:
    joined = entry.kind is EntryKind.ARRIVAL
    out = who in (before if joined else now).withdrawn
    exempt = bool(item.exempt or entry.exempt)
    return Passing(who, joined, entry.time, item.id, out, exempt, entry.id)


def came_back(before: Moment, opening: Moment) -> tuple[str, ...]:
    """The ids of those who come back as an item is opened, having withdrawn for the one before."""
    return tuple(sorted(before.withdrawn & opening.here))


def withdraws(opening: Moment, item: AgendaItem) -> tuple[str, ...]:
    """The ids of those who withdraw as the item is opened, but for whom an entry says it."""
    return tuple(sorted(opening.withdrawn - who_left(item))) if opening.withdrawn else ()


def who_left(item: AgendaItem) -> frozenset[str]:
    """The ids of those of whom an entry of the item says that they left."""
    return frozenset(_who_moved(item, EntryKind.DEPARTURE))


def who_arrived(item: AgendaItem) -> frozenset[str]:
    """The ids of those of whom an entry of the item says that they came."""
    return frozenset(_who_moved(item, EntryKind.ARRIVAL))


def _who_moved(item: AgendaItem, kind: EntryKind) -> Iterator[str]:
    for entry in item.entries:
        movement = facts_of(entry, Movement) if entry.kind is kind else None
        if movement and movement.person.person_id:
            yield movement.person.person_id
