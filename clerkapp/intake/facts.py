"""The facts of a record that a document prints beside words: read, and put, as words.

Each is one fact in one place of the record: the owner of an action point, the date of the meeting,
how somebody's name is spelt. What cannot be read raises ValueError.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting import edits
from clerkapp.meeting.actions import NEXT_MEETING, ActionPoint
from clerkapp.meeting.decisions import PARTS, Decision, Referral
from clerkapp.meeting.entries import Entry, Movement, facts_of, present_facts
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import (
    AgendaItem,
    Heading,
    Meeting,
    entries_of,
    entry_of,
    item_of,
    name_of,
)
from clerkapp.meeting.mentions import mentions_in, with_mentions
from clerkapp.meeting.people import Attendance, Mention, Standing, surname
from clerkapp.meeting.proceedings import Proceeding
from clerkapp.meeting.votes import Ballot, Motion, Vote
from clerkapp.notation.dates import read_date, read_time
from clerkapp.notation.facts import lists_of, read_due
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.style_words import AttendanceWords
from clerkapp.wording.tables import role_words
from clerkapp.wording.times import WELSH, date_words, time_words

Edit = Callable[[Meeting, str], Meeting]


class Fact(Struct, frozen=True, eq=False):
    """One fact: whose it is, what a clerk calls it, its words as read and as put.

    Two are the same where they are of the same and have the same name.
    """

    of: str  # the id of the person, the item or the entry; "" of the meeting itself
    name: str
    read: Callable[[Meeting], str]  # KeyError where what it is of is gone
    put: Edit

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fact) and (self.of, self.name) == (other.of, other.name)

    def __hash__(self) -> int:
        return hash((self.of, self.name))

    def words(self, meeting: Meeting) -> str:
        """Its words in that meeting; "" where there is nothing that it could be of."""
        try:
            return self.read(meeting)
        except KeyError:
            return ""

    def why_not(self, meeting: Meeting, words: str) -> str:
        """Why those words cannot be put there; "" where they can."""
        try:
            self.put(meeting, words)
        except KeyError:
            return "it is no longer in the record"
        except ValueError as error:
            return str(error)
        return ""


WORDS = "words"
"""What the words of an entry are called among the facts."""


def facts_printed(meeting: Meeting, style: HouseStyle) -> tuple[Fact, ...]:
    """Every fact of `meeting` that a document in that style may print."""
    return (
        *_of_heading(style),
        *(fact for line in meeting.attendance for fact in _of_person(line, style)),
        *(fact for item in meeting.items for fact in _of_item(item)),
        *(fact for _, entry in entries_of(meeting) for fact in _of_entry(entry, style)),
    )


def words_of(entry_id: str) -> Fact:
    """The words of an entry."""
    return Fact(
        entry_id,
        WORDS,
        lambda meeting: entry_of(meeting, entry_id)[1].text,
        lambda meeting, words: edits.set_text(meeting, entry_id, words),
    )


# The meeting itself


def _of_heading(style: HouseStyle) -> Iterator[Fact]:
    times, dates = style.layout.times, style.layout.dates

    def fact(
        name: str, read: Callable[[Heading], str], put: Callable[[Heading, str], Heading]
    ) -> Fact:
        return Fact(
            "",
            name,
            lambda meeting: read(meeting.heading),
            lambda meeting, words: edits.set_heading(meeting, put(meeting.heading, words)),
        )

    yield fact("name of the council", lambda h: h.council, lambda h, w: replace(h, council=w))
    yield fact("name of the committee", lambda h: h.committee, lambda h, w: replace(h, committee=w))
    yield fact("place", lambda h: h.place, lambda h, w: replace(h, place=w))
    yield fact("date", lambda h: _date(h.date, dates), lambda h, w: replace(h, date=read_date(w)))
    yield fact(
        "time when it began",
        lambda h: _time(h.start, times),
        lambda h, w: replace(h, start=read_time(w)),
    )
    yield fact(
        "time when it ended",
        lambda h: _time(h.end, times),
        lambda h, w: replace(h, end=read_time(w)),
    )
    yield fact(
        "date of the next meeting",
        lambda h: _date(h.next_day, dates),
        lambda h, w: _with_next(h, date=read_date(w)),
    )
    yield fact(
        "time of the next meeting",
        lambda h: _time(h.next_meeting.start if h.next_meeting else None, times),
        lambda h, w: _with_next(h, start=read_time(w)),
    )
    yield fact(
        "place of the next meeting",
        lambda h: h.next_meeting.place if h.next_meeting else "",
        lambda h, w: _with_next(h, place=w),
    )
    yield fact(
        "number of the first resolution",
        lambda h: "" if h.first_resolution is None else str(h.first_resolution),
        lambda h, w: replace(h, first_resolution=_number(w)),
    )
    yield fact(
        "number of the public",
        lambda h: "" if h.public is None else str(h.public),
        lambda h, w: replace(h, public=_number(w)),
    )


def _with_next(heading: Heading, **parts: object) -> Heading:
    """`heading` with those parts of its next meeting others, where it has one."""
    if heading.next_meeting is None:
        raise ValueError("there is no next meeting any more")
    return replace(heading, next_meeting=replace(heading.next_meeting, **parts))


# Who was there


def _of_person(line: Attendance, style: HouseStyle) -> Iterator[Fact]:
    person_id, words = line.person.id, style.attendance

    def fact(
        name: str,
        read: Callable[[Meeting, Attendance], str],
        put: Callable[[Attendance, str], Attendance],
    ) -> Fact:
        def change(meeting: Meeting, words: str) -> Meeting:
            lines = (
                put(each, words) if each.person.id == person_id else each
                for each in meeting.attendance
            )
            return edits.set_attendance(meeting, tuple(lines))

        return Fact(person_id, name, lambda m: read(m, _line(m, person_id)), change)

    yield fact(
        "name", lambda _, a: a.person.name,
        lambda a, w: replace(a, person=replace(a.person, name=_some(w))),
    )  # fmt: skip
    yield fact(
        "post",
        lambda m, a: Sentences(m, style).post(a.person.post) or role_words(a.standing, words),
        lambda a, w: replace(a, person=replace(a.person, post=_post(w, a, words))),
    )  # fmt: skip
    standings = {
        words.present: Standing.PRESENT,
        words.apologies: Standing.APOLOGIES,
        words.absent: Standing.ABSENT,
        words.expected: Standing.EXPECTED,
    }
    told = {standing: word for word, standing in standings.items()}
    if line.standing in told:
        yield fact(
            "attendance", lambda _, a: told.get(a.standing, a.standing.value),
            lambda a, w: replace(a, standing=_one_of(standings, w)),
        )  # fmt: skip


def _line(meeting: Meeting, person_id: str) -> Attendance:
    for line in meeting.attendance:
        if line.person.id == person_id:
            return line
    raise KeyError(person_id)


# Items and entries


def _of_item(item: AgendaItem) -> Iterator[Fact]:
    yield Fact(
        item.id, "name of who presented it", lambda m: item_of(m, item.id).presenter,
        lambda m, words: edits.set_presenter(m, item.id, words),
    )  # fmt: skip
    yield Fact(
        item.id, "summary for the public", lambda m: item_of(m, item.id).summary,
        lambda m, words: edits.set_summary(m, item.id, words),
    )  # fmt: skip


def _of_entry(entry: Entry, style: HouseStyle) -> Iterator[Fact]:
    entry_id = entry.id
    for place, name in enumerate(_mentioned(entry)):
        yield Fact(
            entry_id, name, partial(_named, entry_id=entry_id, place=place),
            partial(_with_named, entry_id=entry_id, place=place),
        )  # fmt: skip
        if style.layout.names == "surname":  # printed without the initial, it is changed without
            yield Fact(
                entry_id, name, partial(_surnamed, entry_id=entry_id, place=place),
                partial(_with_named, entry_id=entry_id, place=place),
            )  # fmt: skip
    if entry.time:
        manner = style.layout.times
        yield Fact(
            entry_id, "time", lambda m: _time(entry_of(m, entry_id)[1].time, manner),
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


_FIELDS: dict[type | None, tuple[str, ...]] = {
    Decision: PARTS,
    Declaration: ("nature", "conduct"),
    Referral: ("body", *PARTS),
    Ballot: ("post",),
    Vote: ("in_favour", "against", "abstained"),
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


def _surnamed(meeting: Meeting, *, entry_id: str, place: int) -> str:
    return surname(_named(meeting, entry_id=entry_id, place=place))


def _with_named(meeting: Meeting, words: str, *, entry_id: str, place: int) -> Meeting:
    """Whoever is named there another one: on the lists, or of an action point anybody."""
    entry = entry_of(meeting, entry_id)[1]
    mention = lists_of(meeting).mention(words)
    if mention is None or not (mention.person_id or facts_of(entry, ActionPoint)):
        raise ValueError(f"“{words}” is not one of those who were there")
    seen = -1

    def change(one: Mention) -> Mention:
        nonlocal seen
        seen += 1
        return mention if seen == place else one

    return edits.set_facts(meeting, entry_id, with_mentions(entry.facts, change))


def _due(meeting: Meeting, *, entry_id: str, style: HouseStyle) -> str:
    action = facts_of(entry_of(meeting, entry_id)[1], ActionPoint) or ActionPoint()
    if isinstance(action.due, dt.date):
        return _date(action.due, style.layout.dates)
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
        raise ValueError("there is nothing of that sort any more")
    value = _number(words) if isinstance(facts, Vote) else words
    return edits.set_facts(meeting, entry_id, replace(facts, **{name: value}))


# Words


def _some(words: str) -> str:
    if not words:
        raise ValueError("nobody is without a name")
    return words


def _post(words: str, line: Attendance, told: AttendanceWords) -> str:
    """A post of those words; none where they say of the line what is said without one."""
    return "" if words == role_words(line.standing, told) else words


def _one_of(standings: dict[str, Standing], words: str) -> Standing:
    if words not in standings:
        raise ValueError(f"“{words}” is none of {', '.join(standings)}")
    return standings[words]


def _number(words: str) -> int:
    if not words.isdecimal():
        raise ValueError(f"“{words}” is not a number")
    return int(words)


def _date(date: dt.date | None, manner: str) -> str:
    """`date` in the words that can be read again: of the manners, the Welsh one can."""
    if date is None:
        return ""
    return date_words(date, manner) if manner == WELSH else date_words(date)


def _time(time: dt.time | None, manner: str) -> str:
    return time_words(time, manner) if time else ""
