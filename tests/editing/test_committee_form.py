"""A committee as the fields of a form: there and back, and what does not fit."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from meetings import brookmere
from msgspec.structs import replace

from clerkapp.editing.committee_form import (
    CommitteeForm,
    Known,
    MemberRow,
    committee_in,
    ended_row,
    form_of,
    next_term,
    number_sentence,
    posts_sentence,
    quorum_sentence,
)
from clerkapp.meeting.committees import (
    Committee,
    Membership,
    Numbering,
    Powers,
    QuorumRule,
    Rounding,
)

TODAY = dt.date(2026, 11, 25)
KNOWN = Known(TODAY)
PLANNING = Committee(
    "p", "Brookmere Borough Council", "Planning Committee",
    (
        Membership("Cllr R Finch", "Chair", "rf", dt.date(2024, 5, 20), dt.date(2027, 5, 19)),
        Membership("Canon B Orr", has_vote=False),
    ),
    QuorumRule(part=1, of=3, rounding=Rounding.DOWN, at_least=3),
    ("Apologies", "Minutes of the meeting on {last}"),
    place="Committee Room 2", start=dt.time(18, 30), house_style="bulleted-exchanges",
    jurisdiction="wales", numbering=Numbering.OF_THE_YEAR, prefix="PLA", year_begins=4,
    dates=(dt.date(2026, 12, 3), dt.date(2027, 1, 7)), powers=Powers.RECOMMENDS,
)  # fmt: skip


def doubts(form: CommitteeForm, known: Known = KNOWN) -> list[tuple[str, int, str]]:
    found = committee_in(form, PLANNING, known).doubts
    return [(each.field, each.row, each.sentence) for each in found]


def test_a_form_that_is_left_as_it_is_changes_nothing():
    reading = committee_in(form_of(PLANNING), Committee("p"), KNOWN)
    assert reading.committee == PLANNING
    assert reading.doubts == ()


days = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))
words = st.from_regex(r"[A-Z][a-zé]{1,6}( [A-Z][a-z']{1,6})?", fullmatch=True)
rules = st.one_of(
    st.builds(QuorumRule, number=st.integers(1, 99), at_least=st.integers(0, 9)),
    st.builds(
        QuorumRule, part=st.integers(1, 4), of=st.integers(4, 9), at_least=st.integers(0, 9),
        rounding=st.sampled_from(Rounding),
    ),
)  # fmt: skip


@given(
    committee=st.builds(
        Committee,
        id=st.just("p"), name=words, organisation=words, place=words, quorum=rules,
        start=st.none() | st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)),
        usual_items=st.lists(words).map(tuple),
        dates=st.sets(days).map(lambda found: tuple(sorted(found))),
        year_begins=st.integers(1, 12), numbering=st.sampled_from(Numbering),
        powers=st.sampled_from(Powers),
        members=st.lists(
            st.builds(Membership, words, since=st.none() | days, has_vote=st.booleans()),
            unique_by=lambda each: each.name,
        ).map(tuple),
    )
)  # fmt: skip
def test_every_committee_comes_back_from_its_form(committee: Committee):
    reading = committee_in(form_of(committee), Committee("p"), KNOWN)
    assert (reading.committee, reading.doubts) == (committee, ())


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("4", QuorumRule(4)),
        ("1/3", QuorumRule(part=1, of=3)),
        ("A  third", QuorumRule(part=1, of=3)),
        ("2 of every 5", QuorumRule(part=2, of=5)),
        ("half", QuorumRule(part=1, of=2)),
        ("", QuorumRule()),
    ],
)
def test_a_quorum_is_typed_as_a_number_or_a_part(typed: str, rule: QuorumRule):
    form = CommitteeForm(name="Planning", quorum=typed)
    assert committee_in(form, Committee("p"), KNOWN).committee.quorum == rule


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": " "}, "name", "The committee has no name yet."),
        ({"start": "noon"}, "start", "“noon” is not a time; write it as 19:30 or 7.30 pm."),
        ({"quorum": "most"}, "quorum", "“most” is no quorum; write it as 4, 1/3 or a third."),
        ({"quorum": "4/3"}, "quorum", "“4/3” is no quorum; write it as 4, 1/3 or a third."),
        ({"quorum": "0"}, "quorum", "“0” is no quorum; write it as 4, 1/3 or a third."),
        ({"at_least": "some"}, "at_least", "“some” is no number of members; write it as 3."),
        ({"dates": "3 May 2027\n31 June 2027"}, "dates", "There is no such date as 31 June 2027."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_of_its_field_and_stays_as_it_was(changes, field, sentence):
    form = replace(form_of(PLANNING), **changes)
    assert doubts(form) == [(field, -1, sentence)]
    if field in ("start", "quorum", "at_least"):
        kept = committee_in(form, PLANNING, KNOWN).committee
        assert (kept.start, kept.quorum) == (PLANNING.start, PLANNING.quorum)


@pytest.mark.parametrize(
    ("rows", "field", "row", "sentence"),
    [
        ([MemberRow(post="Chair")], "name", 0, "This line has no name."),
        ([MemberRow("Cllr A Vane", since="soon")], "since", 0,
         "“soon” is not a date; write it as 2026-03-05 or 5 March 2026."),
        ([MemberRow("Cllr A Vane", since="1 May 2026", until="1 May 2025")], "until", 0,
         "Cllr A Vane would go before they came."),
        ([MemberRow("Cllr A Vane", code="a v")], "code", 0, "“a v” is no code: it is one word."),
        ([MemberRow("Cllr A Vane", code="av"), MemberRow(), MemberRow("Cllr A Vole", code="AV")],
         "code", 2, "“AV” is the code of Cllr A Vane already."),
        ([MemberRow("Cllr A Vane"), MemberRow("Cllr A Vane", since="1 May 2026")], "name", 1,
         "Cllr A Vane sits there already on those days; tell two people apart."),
    ],
)  # fmt: skip
def test_what_does_not_fit_in_a_line_of_the_members_is_said_of_its_cell(rows, field, row, sentence):
    form = replace(form_of(PLANNING), members=tuple(rows))
    assert doubts(form) == [(field, row, sentence)]


def test_one_person_may_sit_in_two_terms_or_in_two_posts():
    rows = (
        MemberRow("Cllr A Vane", code="av", until="1 May 2026"),
        MemberRow("Cllr A Vane", code="av", since="2 May 2026"),
        MemberRow("Cllr A Vane", "Chair", "av"),
    )
    assert doubts(replace(form_of(PLANNING), members=rows)) == []


def test_an_organisation_has_one_committee_of_a_name():
    other = replace(PLANNING, id="q", name="planning  Committee".replace("  ", " "))
    said = "There is a Planning Committee of Brookmere Borough Council already."
    known = Known(TODAY, others=(PLANNING, other))
    assert doubts(form_of(PLANNING), known) == [("name", -1, said)]
    elsewhere = Known(TODAY, others=(replace(other, organisation="Oakhay Parish Council"),))
    assert doubts(form_of(PLANNING), elsewhere) == []


EIGHT = replace(PLANNING, members=tuple(Membership(f"Cllr {x}") for x in "ABCDEFGH"))


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (QuorumRule(), "No quorum is known, and none is watched."),
        (QuorumRule(4), "Today 4, of 8 with a vote."),
        (QuorumRule(9), "Today 9, but only 8 with a vote: there is no quorum."),
        (QuorumRule(part=1, of=3), "Today 3, a third of 8 with a vote, rounded up."),
        (QuorumRule(part=1, of=4), "Today 2, a quarter of 8 with a vote."),
        (QuorumRule(part=3, of=7, rounding=Rounding.DOWN),
         "Today 3, 3/7 of 8 with a vote, rounded down."),
        (QuorumRule(part=1, of=4, at_least=3),
         "Today 3, a quarter of 8 with a vote, and at least 3."),
        (QuorumRule(at_least=3), "Today 3, of 8 with a vote."),
    ],
)  # fmt: skip
def test_the_quorum_of_today_is_a_sentence(rule: QuorumRule, sentence: str):
    assert quorum_sentence(replace(EIGHT, quorum=rule), TODAY) == sentence


def test_only_those_who_sit_today_with_a_vote_count():
    gone = Membership("Cllr Z", until=TODAY - dt.timedelta(1))
    committee = replace(EIGHT, members=(*EIGHT.members, gone), quorum=QuorumRule(part=1, of=2))
    assert quorum_sentence(committee, TODAY) == "Today 4, half of 8 with a vote."


def test_the_next_number_is_a_sentence():
    last = brookmere()
    plain = replace(PLANNING, numbering=Numbering.AGENDA, prefix="")
    assert number_sentence(plain, Known(TODAY, last)) == "Each meeting begins with item 1."
    on = replace(plain, numbering=Numbering.CONTINUOUS)
    assert number_sentence(on, Known(TODAY, last)) == (
        f"The next meeting begins with item {int(last.items[-1].number or len(last.items)) + 1}, "
        "after the meeting on 5 March 2026."
    )
    assert number_sentence(PLANNING, KNOWN) == "The next meeting begins with item PLA1/26."


def test_it_is_said_what_somebody_is_elsewhere_today():
    finance = Committee("f", "Brookmere Borough Council", "Finance", (
        Membership("Cllr R Finch", "Vice-chair"),
        Membership("Canon B Orr", until=dt.date(2020, 1, 1)),
    ))  # fmt: skip
    audit = Committee("a", "", "Audit", (Membership("Cllr R Finch"),))
    known = Known(TODAY, others=(PLANNING, finance, audit))
    assert posts_sentence("Cllr R Finch", PLANNING, known) == (
        "Cllr R Finch is also Vice-chair of Finance, Brookmere Borough Council; member of Audit."
    )
    assert posts_sentence("Canon B Orr", PLANNING, known) == ""


def test_a_term_is_ended_and_another_begins_on_the_day_after():
    row = ended_row(MemberRow("Cllr R Finch", "Chair", "rf", "20 May 2024"), TODAY)
    assert row == MemberRow("Cllr R Finch", "Chair", "rf", "20 May 2024", "25 November 2026")
    assert next_term(row, TODAY) == MemberRow("Cllr R Finch", "", "rf", "26 November 2026")
    assert next_term(MemberRow("Canon B Orr", "Chair"), TODAY) == MemberRow("Canon B Orr")
