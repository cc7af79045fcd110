"""Meetings for tests: small ones by hand, and any that Hypothesis can think of."""

import datetime as dt
from functools import cache

from hypothesis import strategies as st
from msgspec.structs import replace

from clerkapp.meeting.actions import NEXT_MEETING, ActionPoint
from clerkapp.meeting.copying import copied
from clerkapp.meeting.decisions import PARTS, Decision, Outcome, Referral
from clerkapp.meeting.edits import change_entry
from clerkapp.meeting.entries import FACTS_OF, Entry, EntryKind, Facts, Movement
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.ids import counted, new_id
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import (
    AgendaItem,
    Business,
    Dismissal,
    Heading,
    Meeting,
    NextMeeting,
    Status,
    SupportingDocument,
    entries_of,
)
from clerkapp.meeting.numbering import settled
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.votes import (
    Ballot,
    Candidate,
    Casting,
    Fate,
    Motion,
    OwnVote,
    Result,
    Vote,
    Way,
)
from clerkapp.meeting.words import clean, one_line
from clerkapp.notation.dates import read_date
from clerkapp.notation.reading import read_notation

BROOKMERE = """\
Council: Brookmere Borough Council
Committee: Corporate Overview and Scrutiny Committee
Date: 2026-03-05
Start: 19:00
Present: Cllr S Banerjee (Chair); Cllr R Teale (Vice-chair); Cllr A Marsden; Cllr C Ó Briain
Apologies: Cllr J Okafor
Substitute: Cllr P Whitlock for Cllr J Okafor
In attendance: Chief Digital Officer [cdo]; Jo Ray (Head of Legal) [hol]

# 1. Apologies for absence
n Apologies were received from Councillor J Okafor.

# 2. Digital progress update
By: Chief Digital Officer
q Members asked whether there was money in the budget for recruitment.
r The Chief Digital Officer confirmed that existing staff were being retrained.
a Report the exact locations to the Committee. @Chief Digital Officer by 2026-04-02
= That the report be noted.
"""


def brookmere() -> Meeting:
    """A small meeting of two items with counted ids."""
    return read_notation(BROOKMERE).meeting


def item_with(*entries: Entry) -> Meeting:
    """A meeting of one item that holds `entries`."""
    return Meeting("m", items=(AgendaItem("i", "Anything", entries=entries),))


# Anything that a clerk, or a cat on the keyboard, could make

texts = st.text(max_size=60).map(clean) | st.sampled_from(
    [
        "That the report be noted.",
        "a @b by 2026-01-01 [exempt 3]",
        "x / y / z",
        "Council: do it",
        " for 7 against 2",
        "\\ \\q",
        "by next meeting",
        "(a) one;\n(b) two",
        "\n\n",
        "19:30 - Cllr",
        "[done 2026-01-02]",
        "Cllr A: a gift; left",
        "Noted [by Cllr A]",
        "Noted \\[by N] [exempt 3]",
        "Sent [by email]",
        "[exempt 3] [noted] Sent [by N] [withdrawn]",
        "a [Exempt: 3] b \\[exempt] c\nReasons: d [exempt",
        "left [item 8] [interest]",
    ]
)
lines = st.text(max_size=20).map(one_line)
words = lines.filter(bool)
names = st.text(alphabet="abcdefghij ABCDEÓü’;()[]<>@:/\\.,", min_size=1, max_size=12).map(
    lambda name: one_line(f"N{name}")
)
dates = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))
times = st.times().map(lambda time: time.replace(second=0, microsecond=0, tzinfo=None, fold=0))
exempts = st.none() | st.builds(Exempt, lines)


def _is_no_date(words: str) -> bool:
    try:
        read_date(words.rstrip("."), after=dt.date(2026, 3, 5))
    except ValueError:
        return words.rstrip(".").removeprefix("the ") != NEXT_MEETING
    return False


# Strategies are dear to make and cheap to draw from: each is made once, also those that depend on
# how many people there are, who until the meeting is whole are called by their places.


def _person_id(place: int) -> str:
    return f"person {place}"


@cache
def _mentions(people: int) -> st.SearchStrategy[Mention]:
    unknown = names.map(lambda name: Mention(words=f"Un{name}"))
    known = [Mention(person_id=_person_id(place)) for place in range(people)]
    return st.sampled_from(known) | unknown if known else unknown


@cache
def _facts(people: int) -> dict[type[Facts], st.SearchStrategy[Facts]]:
    mentions = _mentions(people)
    maybe = st.none() | mentions
    sides = st.none() | st.integers(0, 99) | st.lists(mentions, min_size=1, max_size=3).map(tuple)
    own = st.builds(OwnVote, mentions, st.sampled_from(Way))
    candidate = st.builds(Candidate, mentions, st.integers(0, 99))
    candidates = st.lists(candidate, min_size=1, max_size=3).map(tuple)
    due = st.just("") | st.just(NEXT_MEETING) | dates | words.filter(_is_no_date)
    return {
        ActionPoint: st.builds(ActionPoint, maybe, due, st.none() | dates),
        Motion: st.builds(Motion, maybe, maybe, st.booleans(), st.sampled_from(Fate)),
        Vote: st.builds(
            Vote,
            sides,
            sides,
            sides,
            st.sampled_from(Casting),
            st.booleans(),
            st.lists(own, max_size=2).map(tuple),
            st.sampled_from(Result),
        ),
        Ballot: st.builds(Ballot, lines, st.lists(candidates, max_size=2).map(tuple)),
        Decision: st.builds(Decision, st.sampled_from(Outcome), **dict.fromkeys(PARTS, texts)),
        Referral: st.builds(Referral, lines, **dict.fromkeys(PARTS, texts)),
        Declaration: st.builds(Declaration, maybe, lines, lines),
        Movement: st.builds(Movement, mentions, st.booleans()),
        Proceeding: st.builds(
            Proceeding, st.sampled_from(Step), maybe, st.lists(words, max_size=2).map(tuple)
        ),
    }


_NOTHING = (ActionPoint(), Motion(), Vote(), Ballot(), Decision(), Declaration(), Referral())


@cache
def _entries(people: int) -> st.SearchStrategy[list[Entry]]:
    kinds, maybe = st.sampled_from(EntryKind), st.none() | _mentions(people)
    maybe_times = st.none() | times
    maybe_facts = {of: st.none() | facts for of, facts in _facts(people).items()}

    @st.composite
    def entry(draw: st.DrawFn) -> Entry:
        kind = draw(kinds)
        facts = draw(maybe_facts[FACTS_OF[kind]]) if kind in FACTS_OF else None
        return Entry(
            "",
            kind,
            draw(texts),
            draw(maybe_times),
            None if facts in _NOTHING else facts,
            draw(exempts),
            draw(st.booleans()),
            draw(maybe),
        )

    return st.lists(entry(), max_size=5)


next_meetings = st.builds(
    NextMeeting, dates, st.none() | times,
    lines | st.sampled_from(["in the Hall", "7 pm Club", "\\ 12.30, Hall", ", x", "at 7pm", "y.b"]),
)  # fmt: skip
_headings = st.builds(
    Heading, lines, lines, st.none() | dates, st.none() | times, st.none() | times, lines,
    st.none() | st.integers(0, 99), st.none() | next_meetings, lines, st.sampled_from(Status),
    st.none() | st.integers(0, 999), lines, lines, st.none() | st.integers(1, 999),
    st.none() | st.integers(1, 999),
)  # fmt: skip
_items = st.builds(
    AgendaItem,
    st.just(""),
    lines,
    st.just("") | st.from_regex(r"\A[1-9][0-9]?[a-c]?\Z") | st.just("99/20"),
    lines,
    st.lists(st.builds(SupportingDocument, words, lines), max_size=2).map(tuple),
    exempts,
    business=st.sampled_from(Business),
    recommendation=texts,
    summary=texts,
)
_names_of_people = st.lists(names, max_size=5, unique=True)
_items_of_meetings = st.lists(_items, max_size=4)
_standings = st.sampled_from(Standing)
_dismissed = st.lists(
    st.tuples(st.sampled_from(["D1", "N3", "S2"]), st.integers(0, 99), lines), max_size=3
)


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Any meeting whose people have names of their own and whose numbers are settled."""
    people = [
        Person(_person_id(place), name, draw(lines), draw(lines))
        for place, name in enumerate(draw(_names_of_people))
    ]
    mentions, entries = st.none() | _mentions(len(people)), _entries(len(people))
    attendance = []
    for person in people:
        standing = draw(_standings)
        place = draw(mentions) if standing is Standing.SUBSTITUTE else None
        attendance.append(
            Attendance(
                person, standing, place, draw(st.booleans()), draw(st.booleans()), draw(lines)
            )
        )
    counting = counted()
    items = [
        replace(
            item,
            id=counting(),
            entries=tuple(replace(entry, id=counting()) for entry in draw(entries)),
        )
        for item in draw(_items_of_meetings)
    ]
    heading, is_sample = draw(_headings), draw(st.booleans())
    meeting = settled(Meeting("0", heading, tuple(attendance), tuple(items), is_sample))
    return copied(_with_places(draw, meeting), new_id)


def _with_places(draw: st.DrawFn, meeting: Meeting) -> Meeting:
    """`meeting` with declarations that name its items, and with findings dismissed in it."""
    item_ids = ["", *(item.id for item in meeting.items)]
    places = [*item_ids, *(entry.id for _, entry in entries_of(meeting))]
    for _, entry in list(entries_of(meeting)):
        if isinstance(entry.facts, Declaration):
            named = replace(entry.facts, item_id=draw(st.sampled_from(item_ids)))
            facts = None if named in _NOTHING else named
            meeting = change_entry(meeting, entry.id, lambda e, f=facts: replace(e, facts=f))
    dismissed = (
        Dismissal(rule, places[place % len(places)], what) for rule, place, what in draw(_dismissed)
    )
    return replace(meeting, dismissed=tuple(dismissed))
