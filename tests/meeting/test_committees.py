"""Committees: the quorum by its rule, who is in term on a day, and what edits leave alone."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerkapp.meeting.committees import (
    Committee,
    Membership,
    QuorumRule,
    Rounding,
    ended,
    in_term,
    next_date,
    organisations,
    posts_of,
    quorum,
    quorum_on,
    renamed,
)

QUARTER_UP = QuorumRule(part=1, of=4)
QUARTER_DOWN = QuorumRule(part=1, of=4, rounding=Rounding.DOWN)
PARISH = QuorumRule(part=1, of=3, at_least=3)
MAY = dt.date(2025, 5, 20)
OTHER = dt.date(2026, 5, 19)

CASES = [
    (QuorumRule(), 11, None), (QuorumRule(number=4), 11, 4), (QuorumRule(number=0), 11, 0),
    (QUARTER_UP, 11, 3), (QUARTER_UP, 12, 3), (QUARTER_UP, 13, 4), (QUARTER_UP, 0, 0),
    (QUARTER_DOWN, 11, 2), (QUARTER_DOWN, 12, 3), (QUARTER_DOWN, 3, 0),
    (PARISH, 5, 3), (PARISH, 9, 3), (PARISH, 10, 4), (QuorumRule(at_least=2), 9, 2),
    (QuorumRule(part=2, of=3), 10, 7), (QuorumRule(number=2, at_least=3), 10, 3),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "members", "expected"), CASES)
def test_the_quorum_by_its_rule(rule: QuorumRule, members: int, expected: int | None):
    assert quorum(rule, members) == expected


@given(st.integers(0, 200), st.integers(1, 5), st.integers(1, 9))
def test_rounded_up_is_at_most_one_more_than_rounded_down(members: int, part: int, of: int):
    up = quorum(QuorumRule(part=part, of=of), members)
    down = quorum(QuorumRule(part=part, of=of, rounding=Rounding.DOWN), members)
    assert up is not None
    assert down is not None
    assert down <= members * part / of <= up <= down + 1


FINCH = Membership("Cllr R Finch", since=MAY, until=OTHER - dt.timedelta(1))
CHAIR = Membership("Cllr R Finch", "Chair", since=OTHER)
LEE = Membership("Cllr T Lee", has_vote=False)
PLANNING = Committee("p", "Brookmere", "Planning", (FINCH, CHAIR, LEE), QuorumRule(part=1, of=2))


def test_a_term_has_its_first_and_its_last_day():
    assert in_term(PLANNING, MAY - dt.timedelta(1)) == (LEE,)
    assert in_term(PLANNING, MAY) == (FINCH, LEE)
    assert in_term(PLANNING, OTHER - dt.timedelta(1)) == (FINCH, LEE)
    assert in_term(PLANNING, OTHER) == (CHAIR, LEE)


def test_who_has_two_posts_at_once_is_one_member():
    both = replace(PLANNING, members=(Membership("Cllr A Orr"), Membership("Cllr A Orr", "Chair")))
    assert [each.post for each in in_term(both, MAY)] == ["Chair"]


def test_the_quorum_of_a_day_counts_those_with_a_vote():
    assert quorum_on(PLANNING, MAY) == 1
    assert quorum_on(PLANNING, MAY - dt.timedelta(1)) == 0


def test_the_next_date_is_the_first_that_is_later():
    committee = replace(PLANNING, dates=(OTHER, MAY))
    assert next_date(committee, MAY) == OTHER
    assert next_date(committee, None) == MAY
    assert next_date(committee, OTHER) is None


def test_somebody_may_sit_on_many_committees():
    other = Committee("f", "Alder Parish", "Finance", (Membership("Cllr R Finch", "Vice-chair"),))
    found = posts_of("Cllr R Finch", (PLANNING, other), OTHER)
    assert [(c.name, m.post) for c, m in found] == [
        ("Planning", "Chair"),
        ("Finance", "Vice-chair"),
    ]
    assert [each.name for each in organisations((PLANNING, other))] == ["Alder Parish", "Brookmere"]


def test_an_ended_term_leaves_what_had_ended_before():
    after = ended(PLANNING, "Cllr R Finch", OTHER + dt.timedelta(9))
    assert after.members == (FINCH, replace(CHAIR, until=OTHER + dt.timedelta(9)), LEE)


def test_another_name_is_that_of_every_term():
    assert {m.name for m in renamed(PLANNING, "Cllr R Finch", "Cllr R Hale").members} == {
        "Cllr R Hale",
        "Cllr T Lee",
    }
