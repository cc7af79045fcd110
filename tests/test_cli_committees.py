"""Committees from the command line: listed, and their next meeting made."""

import datetime as dt
import json

import pytest
from commands import run
from own_keys import KEYS

from clerkapp.archive.archive import Archive, default_path
from clerkapp.meeting.committees import Committee, Membership, QuorumRule

PLANNING = Committee(
    "p", "Brookmere", "Planning", (Membership("Cllr R Finch"),), QuorumRule(1), ("Apologies",),
    dates=(dt.date(2150, 1, 7),),
)  # fmt: skip


def test_committees_are_listed(capsys: pytest.CaptureFixture[str]):
    with Archive(default_path(), KEYS) as archive:
        archive.keep_committee(PLANNING)
    assert run("committees") == 0
    assert capsys.readouterr().out == (
        "p  Planning, Brookmere  1 member, quorum 1, next 2150-01-07\n"
    )
    assert run("committees", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["members"] == [{"name": "Cllr R Finch"}]


def test_without_an_archive_there_are_none(capsys: pytest.CaptureFixture[str]):
    assert run("committees") == 1
    assert run("new", "plan") == 2
    assert "no archive yet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "date"), [((), "2150-01-07"), (("--date", "5 March 2026"), "2026-03-05")]
)
def test_a_meeting_is_made_and_its_id_printed(
    capsys: pytest.CaptureFixture[str], more: tuple[str, ...], date: str
):
    with Archive(default_path(), KEYS) as archive:
        archive.keep_committee(PLANNING)
    assert run("new", "plan", *more) == 0
    made = capsys.readouterr().out.strip()
    with Archive(default_path(), KEYS) as archive:
        meeting = archive.read(made)
    assert meeting.heading.date == dt.date.fromisoformat(date)
    assert meeting.heading.committee_id == "p"
    assert [item.title for item in meeting.items] == ["Apologies"]
