"""How much is told, and one item alone."""

import pytest
from hypothesis import given
from meetings import brookmere, meetings

from clerkapp.meeting.meeting import Meeting
from clerkapp.wording.compose import compose
from clerkapp.wording.detail import Detail
from clerkapp.wording.extract import extract
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience, Minutes, Role

NUMBERED = house_style("numbered-paragraphs")


def told(detail: Detail, style: str = "numbered-paragraphs") -> Minutes:
    return compose(brookmere(), house_style(style), Audience.PUBLIC, detail)


def roles(minutes: Minutes) -> list[Role]:
    return [passage.role for section in minutes.sections for passage in section.passages]


def test_the_decisions_alone_are_numbered_without_a_gap():
    (passage,) = told(Detail.DECISIONS).sections[1].passages
    assert passage.role is Role.DECISION
    assert passage.number == "2.1"
    assert told(Detail.DECISIONS).actions is None


def test_a_summary_has_the_narrative_and_the_actions_and_no_questions():
    assert roles(told(Detail.SUMMARY)) == [Role.NARRATIVE, Role.ACTION, Role.DECISION]
    assert told(Detail.SUMMARY).actions is not None


def test_everybody_is_told_of_at_every_detail():
    assert told(Detail.DECISIONS).people == told(Detail.FULL).people


@given(meetings())
def test_less_detail_tells_nothing_that_more_does_not(of: Meeting):
    full, summary, decisions = (
        [p.text for s in compose(of, NUMBERED, Audience.PUBLIC, d).sections for p in s.passages]
        for d in (Detail.FULL, Detail.SUMMARY, Detail.DECISIONS)
    )
    assert set(decisions) <= set(summary) <= set(full)


def test_an_extract_has_one_item_and_no_signature():
    minutes = told(Detail.FULL)
    item = extract(minutes, minutes.sections[1].item_id)
    assert [section.title for section in item.sections] == ["Digital progress update"]
    assert item.title == minutes.title
    assert item.signature == ("", "")
    with pytest.raises(KeyError):
        extract(minutes, "no such item")
