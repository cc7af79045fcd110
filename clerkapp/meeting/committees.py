"""Committees: who sits on them and until when, their quorum, and what is usual with them."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class Rounding(StrEnum):
    """Which way the fraction of the members goes where it is no whole number."""

    UP = "up"
    DOWN = "down"


class Numbering(StrEnum):
    """How the items of a committee are numbered from one meeting to the next."""

    AGENDA = "agenda"  # each meeting begins with 1
    CONTINUOUS = "continuous"  # for the life of the committee
    OF_THE_YEAR = "of the year"  # 99/25: begins with 1 in each year of the council


class Powers(StrEnum):
    """What the decisions of a committee are."""

    RESOLVES = "resolves"
    RECOMMENDS = "recommends"  # it may only recommend to another body
    EXECUTIVE = "executive"  # reasons, alternatives, conflicts, dispensations are recorded


class QuorumRule(Struct, frozen=True):
    """How many members there must be: a number, or `part` of every `of` members, rounded.

    `at_least` is the fewest, whatever the fraction gives: a parish council has a third and at
    least three (LGA 1972 Sch.12 para.12).
    """

    number: int | None = None
    part: int = 0
    of: int = 1
    rounding: Rounding = Rounding.UP
    at_least: int = 0


class Membership(Struct, frozen=True):
    """That somebody, under the name of today, sits on a committee in a post for a time.

    `since` is the first day and `until` the last; None is not known, and never in the way.
    """

    name: str
    post: str = ""  # "Chair", "Vice-chair"
    code: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    has_vote: bool = True


class Committee(Struct, frozen=True):
    """A body that meets again and again, and what its next meeting is filled from."""

    id: str
    organisation: str = ""
    name: str = ""
    members: tuple[Membership, ...] = ()
    quorum: QuorumRule = QuorumRule()
    usual_items: tuple[str, ...] = ()  # {last}: the date of the last; {actions}: what is open
    place: str = ""
    start: dt.time | None = None
    house_style: str = ""
    jurisdiction: str = ""  # a name in resources/jurisdictions
    numbering: Numbering = Numbering.AGENDA
    prefix: str = ""  # before the number of an item: PLA148/25
    year_begins: int = 5  # the month in which the year of the council does
    dates: tuple[dt.date, ...] = ()  # of meetings to come
    powers: Powers = Powers.RESOLVES


class Organisation(Struct, frozen=True):
    """A council or a school, and its committees in the order of their names."""

    name: str
    committees: tuple[Committee, ...] = ()


def quorum(rule: QuorumRule, members: int) -> int | None:
    """How many of that many members make a quorum; None where the rule says nothing."""
    if rule.number is not None:
        return max(rule.number, rule.at_least)
    if not rule.part:
        return rule.at_least or None
    share, rest = divmod(members * rule.part, rule.of)
    return max(share + (rest > 0 and rule.rounding is Rounding.UP), rule.at_least)


def in_term(committee: Committee, day: dt.date | None) -> tuple[Membership, ...]:
    """The members on that day, each once; all of them where the day is not known.

    Who sits in two posts at once is there in the first that has a name.
    """
    found: dict[str, Membership] = {}
    for each in committee.members:
        if day and not (each.since or day) <= day <= (each.until or day):
            continue
        had = found.get(each.name)
        if had is None or (each.post and not had.post):
            found[each.name] = each
    return tuple(found.values())


def quorum_on(committee: Committee, day: dt.date | None) -> int | None:
    """The quorum of `committee` on that day, by its rule and those members who have a vote."""
    return quorum(committee.quorum, sum(each.has_vote for each in in_term(committee, day)))


def next_date(committee: Committee, after: dt.date | None) -> dt.date | None:
    """The first of the dates to come that is later than that day; None where there is none."""
    return min((each for each in committee.dates if after is None or each > after), default=None)


def posts_of(
    name: str, committees: Iterable[Committee], day: dt.date
) -> tuple[tuple[Committee, Membership], ...]:
    """Every committee that somebody of that name sits on on that day, and as what."""
    return tuple(
        (each, member) for each in committees for member in in_term(each, day)
        if member.name == name
    )  # fmt: skip


def organisations(committees: Iterable[Committee]) -> tuple[Organisation, ...]:
    """Those committees by organisation, both in the order of their names."""
    found: dict[str, list[Committee]] = {}
    for each in sorted(committees, key=lambda c: (c.organisation.casefold(), c.name.casefold())):
        found.setdefault(each.organisation, []).append(each)
    return tuple(Organisation(name, tuple(each)) for name, each in found.items())


# Edits


def seated(committee: Committee, member: Membership) -> Committee:
    """`committee` with one more member."""
    return replace(committee, members=(*committee.members, member))


def ended(committee: Committee, name: str, last_day: dt.date) -> Committee:
    """`committee` with the terms of somebody ended on that day, those that would last longer."""
    return replace(
        committee,
        members=tuple(
            replace(each, until=last_day)
            if each.name == name
            and (each.since is None or each.since <= last_day)
            and (each.until is None or each.until > last_day)
            else each
            for each in committee.members
        ),
    )


def renamed(committee: Committee, name: str, to: str) -> Committee:
    """`committee` with somebody under another name from now on; meetings keep the old one."""
    return replace(
        committee,
        members=tuple(
            replace(each, name=to) if each.name == name else each for each in committee.members
        ),
    )
