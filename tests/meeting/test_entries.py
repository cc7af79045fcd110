"""Exchanges of an item, and the facts that belong to a kind."""

import pytest

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import (
    Entry,
    EntryKind,
    Exchange,
    Movement,
    exchanges,
    facts_of,
    present_facts,
    question_is_open,
)
from clerkapp.meeting.people import Mention
from clerkapp.notation.marks import KIND_OF


def entries(marks: str) -> tuple[Entry, ...]:
    return tuple(Entry(f"{place}{mark}", KIND_OF[mark]) for place, mark in enumerate(marks))


def shape(marks: str) -> str:
    """The exchanges of entries with these marks, an exchange in brackets."""
    return "".join(
        f"[{''.join(e.id[1:] for e in part.entries)}]"
        if isinstance(part, Exchange)
        else part.id[1:]
        for part in exchanges(entries(marks))
    )


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("nkqrqra=", "nk[qr][qra]="),
        ("qrar", "[qrar]"),
        ("raq", "ra[q]"),
        ("qcr", "[q]cr"),
        ("q+r-q", "[qr]+-[q]"),
        ("q+", "[q]+"),
        ("+q", "+[q]"),
        ("", ""),
    ],
)
def test_a_response_and_an_action_belong_to_the_question_above(marks: str, expected: str):
    assert shape(marks) == expected


@pytest.mark.parametrize(
    ("marks", "is_open"), [("q", True), ("qr+", True), ("qn", False), ("", False), ("+", False)]
)
def test_a_question_stands_open_until_something_else_is_said(marks: str, is_open: bool):
    assert question_is_open(entries(marks)) is is_open


def test_facts_count_only_for_the_kind_they_belong_to():
    owned = ActionPoint(Mention(words="Clerk"))
    entry = Entry("e", EntryKind.NOTE, facts=owned)
    assert facts_of(entry, ActionPoint) is None
    assert present_facts(entry) is None
    action = Entry("e", EntryKind.ACTION_POINT, facts=owned)
    assert facts_of(action, ActionPoint) is owned
    assert facts_of(action, Movement) is None
    assert present_facts(action) is owned
