"""Meetings for tests: small ones by hand, and any that Hypothesis can think of."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from clerkapp.meeting.actions import NEXT_MEETING, ActionPoint
from clerkapp.meeting.decisions import Decision, Outcome
from clerkapp.meeting.edits import change_entry
from clerkapp.meeting.entries import FACTS_OF, Entry, EntryKind, Facts, Movement, Referral
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import (
    AgendaItem,
    Business,
    Dismissal,
    Heading,
    Meeting,
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


def _facts(kind: EntryKind, mentions: st.SearchStrategy[Mention]) -> st.SearchStrategy[Facts]:
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
        Decision: st.builds(Decision, st.sampled_from(Outcome), texts, texts, texts, texts),
        Referral: st.builds(Referral, words),
        Declaration: st.builds(Declaration, maybe, lines, lines),
        Movement: st.builds(Movement, mentions, st.booleans()),
        Proceeding: st.builds(
            Proceeding, st.sampled_from(Step), maybe, st.lists(words, max_size=2).map(tuple)
        ),
    }[FACTS_OF[kind]]


_NOTHING = (ActionPoint(), Motion(), Vote(), Ballot(), Decision(), Declaration(), Referral(""))


@st.composite
def entries(draw: st.DrawFn, mentions: st.SearchStrategy[Mention], new_id=new_id) -> Entry:
    kind = draw(st.sampled_from(EntryKind))
    facts = draw(st.none() | _facts(kind, mentions)) if kind in FACTS_OF else None
    return Entry(
        new_id(),
        kind,
        draw(texts),
        draw(st.none() | times),
        None if facts in _NOTHING else facts,
        draw(exempts),
        draw(st.booleans()),
        draw(st.none() | mentions),
    )


@st.composite
def meetings(draw: st.DrawFn, new_id=new_id) -> Meeting:
    """Any meeting whose people have names of their own and whose numbers are settled."""
    meeting_id = new_id()
    people = [
        Person(new_id(), name, draw(lines), draw(lines))
        for name in draw(st.lists(names, max_size=5, unique=True))
    ]
    known = [Mention(person_id=person.id) for person in people]
    unknown = names.map(lambda name: Mention(words=f"Un{name}"))
    mentions = st.sampled_from(known) | unknown if known else unknown
    attendance = []
    for person in people:
        standing = draw(st.sampled_from(Standing))
        place = draw(st.none() | mentions) if standing is Standing.SUBSTITUTE else None
        attendance.append(
            Attendance(
                person, standing, place, draw(st.booleans()), draw(st.booleans()), draw(lines)
            )
        )
    heading = draw(
        st.builds(
            Heading, lines, lines, st.none() | dates, st.none() | times, st.none() | times, lines,
            st.none() | st.integers(0, 99), st.none() | dates, lines, st.sampled_from(Status),
            st.none() | st.integers(0, 999), lines, lines, st.none() | st.integers(1, 999),
        )
    )  # fmt: skip
    numbers = st.just("") | st.from_regex(r"\A[1-9][0-9]?[a-c]?\Z") | st.just("99/20")
    documents = st.lists(st.builds(SupportingDocument, words, lines), max_size=2).map(tuple)
    items = []
    for _ in range(draw(st.integers(0, 4))):
        item = AgendaItem(
            new_id(), draw(lines), draw(numbers), draw(lines), draw(documents), draw(exempts)
        )
        held = draw(st.lists(entries(mentions, new_id), max_size=5))
        items.append(
            replace(
                item,
                entries=tuple(held),
                business=draw(st.sampled_from(Business)),
                recommendation=draw(texts),
                summary=draw(texts),
            )
        )
    meeting = settled(
        Meeting(meeting_id, heading, tuple(attendance), tuple(items), draw(st.booleans()))
    )
    return draw(_with_places(meeting))


@st.composite
def _with_places(draw: st.DrawFn, meeting: Meeting) -> Meeting:
    """`meeting` with declarations that name its items, and with findings dismissed in it."""
    item_ids = [item.id for item in meeting.items]
    for _, entry in list(entries_of(meeting)):
        if isinstance(entry.facts, Declaration):
            item_id = draw(st.sampled_from(["", *item_ids]))
            named = replace(entry.facts, item_id=item_id)
            facts = None if named in _NOTHING else named
            meeting = change_entry(meeting, entry.id, lambda e, f=facts: replace(e, facts=f))
    places = ["", *item_ids, *(entry.id for _, entry in entries_of(meeting))]
    rules = st.sampled_from(["D1", "N3", "S2"])
    dismissals = st.builds(Dismissal, rules, st.sampled_from(places), lines)
    return replace(meeting, dismissed=tuple(draw(st.lists(dismissals, max_size=3))))
