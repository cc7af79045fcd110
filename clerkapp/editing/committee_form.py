"""A committee as the fields of a form: what is typed, what it means, and what does not fit."""

import datetime as dt
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.next_meeting import first_number
from clerkapp.meeting.committees import (
    Committee,
    Membership,
    Numbering,
    Powers,
    QuorumRule,
    Rounding,
    in_term,
    next_date,
    posts_of,
    quorum_on,
)
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import folded
from clerkapp.meeting.words import one_line
from clerkapp.notation.dates import read_date, read_time
from clerkapp.patterns import pattern
from clerkapp.wording.times import date_words, time_words

T = TypeVar("T")


class MemberRow(Struct, frozen=True):
    """A line of the table of members, as it is typed."""

    name: str = ""
    post: str = ""
    code: str = ""
    since: str = ""
    until: str = ""
    has_vote: bool = True

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed in it."""
        return not any(map(str.strip, (self.name, self.post, self.code, self.since, self.until)))


class CommitteeForm(Struct, frozen=True):
    """Everything that a form has of a committee, as it is typed or chosen."""

    organisation: str = ""
    name: str = ""
    place: str = ""
    start: str = ""
    jurisdiction: str = ""
    house_style: str = ""
    numbering: Numbering = Numbering.AGENDA
    prefix: str = ""
    year_begins: int = 5
    powers: Powers = Powers.RESOLVES
    quorum: str = ""
    rounding: Rounding = Rounding.UP
    at_least: str = ""
    usual_items: str = ""  # an item a line
    dates: str = ""  # a date a line
    members: tuple[MemberRow, ...] = ()


class Known(Struct, frozen=True):
    """What a form is held against: the day, the last meeting, the other committees.

    The styles that it offers are those that come with Clerkapp and those in `own_styles`.
    """

    today: dt.date
    last: Meeting | None = None
    others: tuple[Committee, ...] = ()
    own_styles: Path | None = None


class FormDoubt(Struct, frozen=True):
    """What does not fit, in a sentence: in a field of the form, or of a row of the members."""

    field: str
    sentence: str
    row: int = -1


class FormReading(Struct, frozen=True):
    """The committee that a form means; what is doubtful in it is as it was before."""

    committee: Committee
    doubts: tuple[FormDoubt, ...] = ()


_FRACTIONS = {
    "half": (1, 2), "a half": (1, 2), "one half": (1, 2), "a third": (1, 3), "one third": (1, 3),
    "two thirds": (2, 3), "a quarter": (1, 4), "one quarter": (1, 4), "three quarters": (3, 4),
    "a fifth": (1, 5), "one fifth": (1, 5), "two fifths": (2, 5),
}  # fmt: skip
_SAID = {parts: words for words, parts in reversed(_FRACTIONS.items())}
_PARTS = pattern(r"(\d{1,3})\s*(?:/|of|in|of every|in every)\s*(\d{1,3})")


# There and back


def form_of(committee: Committee) -> CommitteeForm:
    """What stands in the form when it opens."""
    rule = committee.quorum
    return CommitteeForm(
        organisation=committee.organisation,
        name=committee.name,
        place=committee.place,
        start=time_words(committee.start, "7.30 pm") if committee.start else "",
        jurisdiction=committee.jurisdiction,
        house_style=committee.house_style,
        numbering=committee.numbering,
        prefix=committee.prefix,
        year_begins=committee.year_begins,
        powers=committee.powers,
        quorum=_rule_words(rule),
        rounding=rule.rounding,
        at_least=str(rule.at_least) if rule.at_least else "",
        usual_items="\n".join(committee.usual_items),
        dates="\n".join(map(date_words, committee.dates)),
        members=tuple(map(row_of, committee.members)),
    )


def row_of(member: Membership) -> MemberRow:
    """What stands in the table of one member."""
    since, until = (date_words(day) if day else "" for day in (member.since, member.until))
    return MemberRow(member.name, member.post, member.code, since, until, member.has_vote)


def committee_in(form: CommitteeForm, had: Committee, known: Known) -> FormReading:
    """The committee that `form` makes of the one that it `had`.

    A date without its year is the first such day from `today` on.
    """
    reader = _Reader()
    kept = replace(
        had,
        organisation=one_line(form.organisation),
        name=one_line(form.name),
        place=one_line(form.place),
        start=reader.read("start", form.start, read_time, had.start)
        if form.start.strip()
        else None,
        jurisdiction=form.jurisdiction,
        house_style=form.house_style,
        numbering=form.numbering,
        prefix=one_line(form.prefix),
        year_begins=form.year_begins,
        powers=form.powers,
        quorum=_quorum(form, had.quorum, reader),
        usual_items=tuple(line for line in map(one_line, form.usual_items.splitlines()) if line),
        dates=_dates(form.dates, known.today, reader),
        members=_members(form.members, known.today, reader),
    )
    if not kept.name:
        reader.doubt("name", "The committee has no name yet.")
    bodies = (
        (folded(each.name), folded(each.organisation)) for each in known.others if each.id != had.id
    )
    if kept.name and (folded(kept.name), folded(kept.organisation)) in bodies:
        of = f" of {kept.organisation}" if kept.organisation else ""
        reader.doubt("name", f"There is a {kept.name}{of} already.")
    return FormReading(kept, tuple(reader.doubts))


class _Reader:
    """Reads one field after another, and gathers what does not fit."""

    def __init__(self) -> None:
        self.doubts: list[FormDoubt] = []

    def doubt(self, field: str, sentence: str, row: int = -1) -> None:
        self.doubts.append(FormDoubt(field, sentence, row))

    def read(self, field: str, words: str, parse: Callable[[str], T], had: T, row: int = -1) -> T:
        try:
            return parse(words)
        except ValueError as error:
            self.doubt(field, f"{str(error)[:1].upper()}{str(error)[1:]}.", row)
            return had


def _quorum(form: CommitteeForm, had: QuorumRule, reader: _Reader) -> QuorumRule:
    rule = reader.read("quorum", form.quorum, _rule, had)
    fewest = reader.read("at_least", form.at_least, _fewest, had.at_least)
    return replace(rule, rounding=form.rounding, at_least=fewest)


def _rule(words: str) -> QuorumRule:
    words = " ".join(words.casefold().split())
    if not words:
        return QuorumRule()
    if words.isdecimal() and 0 < int(words) < 1000:
        return QuorumRule(number=int(words))
    match = _PARTS.fullmatch(words)
    part, of = _FRACTIONS.get(words, (int(match[1]), int(match[2])) if match else (0, 0))
    if not 0 < part <= of:
        raise ValueError(f"“{words}” is no quorum; write it as 4, 1/3 or a third")
    return QuorumRule(part=part, of=of)


def _rule_words(rule: QuorumRule) -> str:
    if rule.number is not None:
        return str(rule.number)
    return _SAID.get((rule.part, rule.of), f"{rule.part}/{rule.of}") if rule.part else ""


def _fewest(words: str) -> int:
    words = words.strip()
    if words and not (words.isdecimal() and int(words) < 1000):
        raise ValueError(f"“{words}” is no number of members; write it as 3")
    return int(words or 0)


def _dates(words: str, today: dt.date, reader: _Reader) -> tuple[dt.date, ...]:
    def day(line: str) -> dt.date | None:
        return read_date(line, after=today)

    lines = filter(None, map(str.strip, re.split(r"[\n;]", words)))
    read = {reader.read("dates", line, day, None) for line in lines}
    return tuple(sorted(day for day in read if day))


def _members(
    rows: tuple[MemberRow, ...], today: dt.date, reader: _Reader
) -> tuple[Membership, ...]:
    found: list[tuple[int, Membership]] = []
    for place, row in enumerate(rows):
        if row.is_blank:
            continue
        since, until = (
            reader.read(field, words, lambda w: read_date(w, after=today), None, place)
            if words.strip()
            else None
            for field, words in (("since", row.since), ("until", row.until))
        )
        name, post, code = map(one_line, (row.name, row.post, row.code))
        if not name:
            reader.doubt("name", "This line has no name.", place)
        if since and until and until < since:
            reader.doubt("until", f"{name} would go before they came.", place)
        if " " in code:
            reader.doubt("code", f"“{code}” is no code: it is one word.", place)
        found.append((place, Membership(name, post, code, since, until, row.has_vote)))
    for (_, one), (place, other) in combinations(found, 2):
        if not _at_once(one, other):
            continue
        if one.name == other.name and one.post == other.post:
            sentence = f"{other.name} sits there already on those days; tell two people apart."
            reader.doubt("name", sentence, place)
        if one.code and one.name != other.name and folded(one.code) == folded(other.code):
            reader.doubt("code", f"“{other.code}” is the code of {one.name} already.", place)
    return tuple(member for _, member in found)


def _at_once(one: Membership, other: Membership) -> bool:
    """Whether there is a day on which both sit."""
    first = max(one.since or dt.date.min, other.since or dt.date.min)
    return first <= min(one.until or dt.date.max, other.until or dt.date.max)


# What a form says of a committee while it is filled in


def quorum_sentence(committee: Committee, today: dt.date) -> str:
    """The quorum that the rule gives today, and how."""
    rule, needed = committee.quorum, quorum_on(committee, today)
    voters = sum(each.has_vote for each in in_term(committee, today))
    if needed is None:
        return "No quorum is known, and none is watched."
    sitting = f"{voters} with a vote"
    if needed > voters:
        return f"Today {needed}, but only {sitting}: there is no quorum."
    how = ""
    if rule.number is None and rule.part:
        exact = voters * rule.part % rule.of == 0
        rounded = "" if exact else f", rounded {rule.rounding.value}"
        how = f", {_rule_words(rule)} of {sitting}{rounded}"
        if quorum_on(replace(committee, quorum=replace(rule, at_least=0)), today) != needed:
            how += f", and at least {rule.at_least}"
    return f"Today {needed}{how or f', of {sitting}'}."


def number_sentence(committee: Committee, known: Known) -> str:
    """The number that the first item of its next meeting will have."""
    last = known.last
    date = next_date(committee, known.today - dt.timedelta(days=1)) or known.today
    number = first_number(committee, last, date) or "1"
    if committee.numbering is Numbering.AGENDA:
        return f"Each meeting begins with item {number}."
    held = last.heading.date if last else None
    after = f", after the meeting on {date_words(held)}" if held else ""
    return f"The next meeting begins with item {number}{after}."


def posts_sentence(name: str, committee: Committee, known: Known) -> str:
    """What somebody of that name is today beside `committee`; "" where they sit in no other."""
    others = (each for each in known.others if each.id != committee.id)
    posts = [
        f"{member.post or 'member'} of {', '.join(filter(None, (body.name, body.organisation)))}"
        for body, member in posts_of(name, others, known.today)
    ]
    return f"{name} is also {'; '.join(posts)}." if posts else ""


def ended_row(row: MemberRow, last_day: dt.date) -> MemberRow:
    """`row` with its term ended on that day."""
    return replace(row, until=date_words(last_day))


def next_term(row: MemberRow, today: dt.date) -> MemberRow:
    """Another term of the person in `row`: from the day after the last one, where that is known."""
    try:
        last = read_date(row.until, after=today)
    except ValueError:
        return replace(row, post="", since="", until="")
    return replace(row, post="", since=date_words(last + dt.timedelta(days=1)), until="")
