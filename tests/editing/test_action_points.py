"""Whose an action point is and by when, from a few keys."""

import datetime as dt

import pytest
from capturing import TODAY, capture, entry
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerkapp.editing.action_points import ActionPoints, ActionReader, Taken, reader_of
from clerkapp.editing.history import Place
from clerkapp.meeting.actions import NEXT_MEETING, ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Heading, Meeting
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.meeting.votes import Motion

ACTION = EntryKind.ACTION_POINT
CHAIR = Person("sb", "Cllr S Banerjee", "Chair")
MEMBER = Person("cb", "Cllr C Ó Briain")
TWINS = Person("af", "Cllr A Finch"), Person("bf", "Cllr B Finch")
LEGAL = Person("jr", "Jo Ray", "Head of Legal")
DIGITAL = Person("dl", "Chief Digital Officer", code="cdo")
READER = ActionReader((LEGAL, DIGITAL, CHAIR, MEMBER, *TWINS), TODAY, dt.date(2026, 4, 16))


@pytest.mark.parametrize(
    ("letters", "people"),
    [
        ("cdo", (DIGITAL,)),
        ("CDO", (DIGITAL,)),
        ("chief", (DIGITAL,)),
        ("hol", (LEGAL,)),
        ("head of legal", (LEGAL,)),
        ("ra", (LEGAL,)),
        ("jr", (LEGAL,)),
        ("ban", (CHAIR,)),
        ("sb", (CHAIR,)),
        ("chair", (CHAIR,)),
        ("o b", ()),
        ("br", (MEMBER,)),
        ("fi", TWINS),
        ("Finch", TWINS),
        ("af", TWINS[:1]),
        ("Cllr B Finch", TWINS[1:]),
        ("?Finch", ()),
        ("officer", ()),
        ("", ()),
        (" ", ()),
    ],
)
def test_a_few_letters_mean_somebody(letters, people):
    assert READER.meant(letters) == people


def test_whoever_has_the_letters_in_the_name_is_offered_too():
    assert READER.offered("officer") == (DIGITAL,)
    assert READER.offered("fi") == (*TWINS, DIGITAL)  # “Officer” has them too
    assert READER.offered("") == READER.people


def test_officers_are_offered_first():
    lines = [Attendance(CHAIR, Standing.PRESENT), Attendance(LEGAL, Standing.IN_ATTENDANCE)]
    assert reader_of(Meeting("m", Heading(), tuple(lines))).people == (LEGAL, CHAIR)


@pytest.mark.parametrize(
    ("words", "due", "told"),
    [
        ("+2w", dt.date(2026, 3, 19), "Thursday 19 March 2026"),
        ("by 30/6", dt.date(2026, 6, 30), "Tuesday 30 June 2026"),
        ("fri", dt.date(2026, 3, 6), "Friday 6 March 2026"),
        ("Thursday", dt.date(2026, 3, 12), "Thursday 12 March 2026"),
        ("n", NEXT_MEETING, "next meeting, 16 April 2026"),
        ("Next meeting.", NEXT_MEETING, "next meeting, 16 April 2026"),
        ("in due course", "in due course", "no date: kept in these words"),
        ("", "", ""),
    ],
)
def test_what_is_understood_of_a_date_is_told(words, due, told):
    read = READER.due(words)
    assert (read.due, read.told, read.is_wrong) == (due, told, False)


def test_the_next_meeting_needs_no_date():
    assert replace(READER, next_meeting=None).due("n").told == "next meeting"


@pytest.mark.parametrize("words", ["31/2", "32 May", "Monday 2 April"])
def test_a_date_that_cannot_be_is_told(words):
    read = READER.due(words)
    assert (read.due, read.is_wrong) == (words, True)
    assert read.told


@given(st.text(max_size=30))
def test_anything_may_be_typed_into_the_fields(words):
    READER.due(words)
    assert set(READER.meant(words)) <= set(READER.offered(words)) <= set(READER.people)
    owner = READER.owner(words)
    assert owner is None or owner.person_id or owner.words


# At the end of the words


@pytest.mark.parametrize(
    ("typed", "text", "action"),
    [
        ("Report. @cdo by +2w", "Report.", ActionPoint(Mention("cdo"), dt.date(2026, 3, 19))),
        ("Report. @cdo by next meeting", "Report.", ActionPoint(Mention("cdo"), NEXT_MEETING)),
        ("Report. @cdo by n ", "Report.", ActionPoint(Mention("cdo"), NEXT_MEETING)),
        ("Report @cdo.", "Report", ActionPoint(Mention("cdo"))),
        ("Report. @ by fri", "Report.", ActionPoint(due=dt.date(2026, 3, 6))),
        ("Report. by 30/6", "Report.", ActionPoint(due=dt.date(2026, 6, 30))),
        ("Report. by +1m", "Report.", ActionPoint(due=dt.date(2026, 4, 5))),
        ("Report. @Jo Bloggs", "Report.", ActionPoint(Mention(words="Jo Bloggs"))),
        ("@cdo", "", ActionPoint(Mention("cdo"))),
        ("One\ntwo @cdo", "One\ntwo", ActionPoint(Mention("cdo"))),
        ("cdo to report by 30 June", "Report", ActionPoint(Mention("cdo"), dt.date(2026, 6, 30))),
        ("A Finch to report by next meeting.", "Report", ActionPoint(Mention("af"), NEXT_MEETING)),
        ("Digital Lead to go by bus", "Go by bus", ActionPoint(Mention("cdo"))),
        ("cdo to report by +2w", "Report", ActionPoint(Mention("cdo"), dt.date(2026, 3, 19))),
        ("A Finch to report by 30/6.", "Report", ActionPoint(Mention("af"), dt.date(2026, 6, 30))),
        ("Get quotes by 30/6", "Get quotes", ActionPoint(due=dt.date(2026, 6, 30))),
        ("bf to report @cdo", "bf to report", ActionPoint(Mention("cdo"))),
    ],
)
def test_owner_and_date_are_taken_off_the_end_of_the_words_in_one_step(typed, text, action):
    on = capture(Entry("a", ACTION, typed))
    before = on.session.meeting
    assert ActionPoints(on).take_inline("a", len(typed)) == Taken(len(text))
    assert (entry(on, "a").text, entry(on, "a").facts) == (text, action)
    on.undo()
    assert on.session.meeting == before


@pytest.mark.parametrize(
    "typed",
    [
        "Report back by 2 April 2026.",
        "Report back by the next meeting.",
        "Write to clerk@brookmere.example",
        "Report @",
        "Report",
        "Digital Lead",
        "Report to the Digital Lead",
        "",
    ],
)
def test_words_that_are_no_owner_and_no_short_date_stay_words(typed):
    on = capture(Entry("a", ACTION, typed))
    assert ActionPoints(on).take_inline("a", len(typed)) is None
    assert entry(on, "a").text == typed


def test_only_an_action_point_and_only_behind_its_last_word():
    on = capture(Entry("a", ACTION, "Report. @cdo"), Entry("b", EntryKind.NOTE, "Report. @cdo"))
    assert ActionPoints(on).take_inline("a", 7) is None
    assert ActionPoints(on).take_inline("b", 12) is None


def test_what_is_not_said_at_the_end_of_the_words_stays_as_it_was():
    on = capture(Entry("a", ACTION, "Report. @cdo", facts=ActionPoint(due=NEXT_MEETING)))
    ActionPoints(on).take_inline("a", 12)
    assert entry(on, "a").facts == ActionPoint(Mention("cdo"), NEXT_MEETING)


def test_words_that_say_whose_it_is_stay_where_it_has_an_owner():
    on = capture(Entry("a", ACTION, "A Finch to report", facts=ActionPoint(Mention("cdo"))))
    assert ActionPoints(on).take_inline("a", 17) is None


@pytest.mark.parametrize(
    ("typed", "text", "owner"),
    [
        ("Report. @finch by +2w", "Report.", "finch"),
        ("Finch to report by 19 March 2026", "Report", "Finch"),
        ("Cllr Finch will report by +2w", "Report", "Cllr Finch"),
    ],
)
def test_an_owner_who_may_be_two_people_is_to_be_asked_about(typed, text, owner):
    on = capture(Entry("a", ACTION, typed))
    assert ActionPoints(on).take_inline("a", len(typed)) == Taken(len(text), owner)
    assert entry(on, "a").text == text
    assert entry(on, "a").facts == ActionPoint(Mention(words=owner), dt.date(2026, 3, 19))


@pytest.mark.parametrize(
    ("typed", "text", "facts"),
    [
        ("Report. @cdo by +2w", "Report.", ActionPoint(Mention("cdo"), dt.date(2026, 3, 19))),
        ("Report. by +1m", "Report.", ActionPoint(due=dt.date(2026, 4, 5))),
        (
            "Report. @cdo and af",
            "Report.",
            ActionPoint(Mention(words="Digital Lead and Cllr A Finch")),
        ),
        ("Digital Lead to report.", "Report.", ActionPoint(Mention("cdo"))),
    ],
)
def test_what_stands_behind_is_taken_too_of_an_action_point_that_is_left(typed, text, facts):
    on = capture(Entry("a", ACTION, typed))
    assert ActionPoints(on).take_when_left("a") == ""
    assert (entry(on, "a").text, entry(on, "a").facts) == (text, facts)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Report. @finch by +2w", "“finch” may be "),
        ("Finch to report by +2w", "“Finch” may be "),
        ("Report. @Jo Bloggs", ""),  # on no list: perhaps not all letters were typed
        ("Report. @cdo by 31/2", ""),
        ("Report", ""),
    ],
)
def test_what_is_not_plain_stays_words_when_the_action_point_is_left(typed, asked):
    on = capture(Entry("a", ACTION, typed))
    question = ActionPoints(on).take_when_left("a")
    assert question.startswith(asked)
    assert bool(question) == bool(asked)
    assert (entry(on, "a").text, entry(on, "a").facts) == (typed, None)


# In the fields


@pytest.mark.parametrize(
    ("give", "facts"),
    [
        (lambda on: ActionPoints(on).set_owner("n1", "cdo"), ActionPoint(Mention("cdo"))),
        (lambda on: ActionPoints(on).set_due("n1", "next meeting"), ActionPoint(due=NEXT_MEETING)),
    ],
)
def test_an_owner_or_a_date_may_come_before_the_words_and_is_one_step(give, facts):
    on = capture("One")
    before = on.session.meeting
    on.end_entry("a", 3)
    on.set_kind("n1", ACTION)
    assert give(on) == ""
    assert (entry(on, "n1").facts, entry(on, "n1").time) == (facts, dt.time(19, 36))
    on.write("n1", "Report back.")
    assert (entry(on, "n1").facts, entry(on, "n1").text) == (facts, "Report back.")
    on.undo()
    on.undo()
    assert on.session.meeting == before


def test_an_owner_of_nobody_leaves_a_draft_a_draft():
    on = capture("One")
    on.end_entry("a", 3)
    ActionPoints(on).set_owner("n1", " ")
    ActionPoints(on).set_due("n1", "")
    assert on.is_draft("n1")
    assert on.undo() is None


# Owners and dates

BOTH = "Cllr A Finch or Cllr B Finch"


@pytest.mark.parametrize(
    ("words", "owner", "asked"),
    [
        ("cdo", Mention("cdo"), ""),
        ("Cllr  B Finch", Mention("bf"), ""),
        ("The Mayor’s Parlour", Mention(words="The Mayor’s Parlour"), ""),
        ("", None, ""),
        ("Finch", Mention(words="Finch"), f"“Finch” may be {BOTH}: write the name in full"),
    ],
)
def test_an_owner_is_somebody_on_the_lists_or_the_words_as_they_are(words, owner, asked):
    due = ActionPoint(Mention(words="Somebody"), NEXT_MEETING)
    on = capture(Entry("a", ACTION, "Report.", facts=due))
    assert ActionPoints(on).set_owner("a", words) == asked
    assert entry(on, "a").facts == ActionPoint(owner, NEXT_MEETING)


@pytest.mark.parametrize(
    ("words", "due", "asked"),
    [
        ("2 April", dt.date(2026, 4, 2), ""),
        ("1 March", dt.date(2027, 3, 1), ""),
        (" 30/6 ", dt.date(2026, 6, 30), ""),
        ("the next meeting.", NEXT_MEETING, ""),
        ("in due course", "in due course", ""),
        ("", "", ""),
        ("31 June", "31 June", "there is no such date as 31 June"),
        ("Monday 2 April", "Monday 2 April", "“Monday 2 April”: that day is a Thursday"),
    ],
)
def test_a_date_is_read_or_its_words_are_kept_and_asked_about(words, due, asked):
    on = capture(Entry("a", ACTION, "Report.", facts=ActionPoint(Mention("af"))))
    assert ActionPoints(on).set_due("a", words) == asked
    assert entry(on, "a").facts == ActionPoint(Mention("af"), due)


def test_an_action_point_that_says_nothing_any_more_has_no_facts():
    on = capture(Entry("a", ACTION, "Report.", facts=ActionPoint(Mention("af"))))
    ActionPoints(on).set_owner("a", "")
    assert entry(on, "a").facts is None
    assert on.undo()[1] == Place("i", "a", 7)


def test_facts_of_another_sort_make_way_for_an_owner():
    on = capture(Entry("a", ACTION, "Report.", facts=Motion(Mention("af"))))
    ActionPoints(on).set_owner("a", "cdo")
    assert entry(on, "a").facts == ActionPoint(Mention("cdo"))


@pytest.mark.parametrize(
    ("letters", "owner"),
    [
        ("cdo and Head of Legal", "Chief Digital Officer and Jo Ray"),
        ("cdo, Jo Ray", "Chief Digital Officer and Jo Ray"),
        ("?cdo and Jo Ray", "cdo and Jo Ray"),
        ("cdo and Kim", "cdo and Kim"),
    ],
)
def test_several_owners_are_kept_by_their_names(letters: str, owner: str):
    assert READER.owner(letters) == Mention(words=owner)
