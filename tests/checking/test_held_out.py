"""Meetings that were planned on paper first: everything derived of them is held to the plan."""

from pathlib import Path

import pytest

from clerkapp.checking.check import check
from clerkapp.export.plain_text import plain_text
from clerkapp.meeting.meeting import Meeting, item_of
from clerkapp.meeting.motions import course
from clerkapp.meeting.numbering import item_numbers, number_of
from clerkapp.meeting.people import surname
from clerkapp.meeting.presence import Moment, head_count, ledger, voters
from clerkapp.notation.json import read_json, write_json
from clerkapp.notation.reading import read_notation
from clerkapp.notation.writing import write_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience
from tests.checking.held_out import HELD_OUT

PAGES = Path(__file__).parent / "held_out_pages"

EVERY = pytest.mark.parametrize("kind", HELD_OUT)
SLIPS = [(kind, place) for kind in HELD_OUT for place in range(3)]


def held(kind: str) -> Meeting:
    reading = read_notation(HELD_OUT[kind].text)
    assert reading.remarks == ()
    return reading.meeting


def letters(meeting: Meeting, moment: Moment) -> str:
    return "".join(sorted(surname(line.person.name)[0] for line in voters(meeting, moment)))


@EVERY
def test_who_is_in_the_room_after_each_entry_is_as_planned(kind: str):
    meeting = held(kind)
    found: dict[str, tuple[str, ...]] = {}
    for moment in ledger(meeting):
        number = number_of(meeting, item_of(meeting, moment.item_id))
        there = HELD_OUT[kind].room[number][len(found.get(number, ()))]
        if moment.adjourned:  # once it is closed nobody votes
            assert letters(meeting, moment) == ""
            found[number] = (*found[number], there)
        else:
            found[number] = (*found.get(number, ()), letters(meeting, moment))
        assert head_count(meeting, moment) == len(there)
    assert found == HELD_OUT[kind].room


@EVERY
def test_who_presides_is_as_planned(kind: str):
    meeting = held(kind)
    names = {line.person.id: surname(line.person.name) for line in meeting.attendance}
    last = {
        number_of(meeting, item_of(meeting, each.item_id)): names[each.chair]
        for each in ledger(meeting)
    }
    planned = HELD_OUT[kind].presides
    assert {number: last[number] for number in planned} == planned


def printed(meeting: Meeting, audience: Audience) -> str:
    return plain_text(compose(meeting, house_style(""), audience))


@EVERY
@pytest.mark.parametrize("audience", Audience)
def test_every_sentence_and_list_is_printed_as_planned_and_in_order(kind: str, audience: Audience):
    text = printed(held(kind), audience)
    at = 0
    for line in HELD_OUT[kind].said:
        found = text.find(line, at)
        assert found >= 0, f"no “{line}” after\n{text[max(0, at - 200) : at]}\nin\n{text[at:]}"
        at = found + len(line)


@EVERY
@pytest.mark.parametrize("audience", Audience)
def test_the_whole_page_is_as_it_was_judged_against_the_plan(kind: str, audience: Audience):
    page = (PAGES / f"{kind}-{audience}.txt").read_text("utf-8")
    assert printed(held(kind), audience) == page


@EVERY
def test_what_became_of_each_motion_is_as_planned(kind: str):
    found = {
        number: tuple(
            (*(each.became.value for each in motion.amendments), motion.became.value)
            for motion in motions
        )
        for item, number in zip(held(kind).items, item_numbers(held(kind)), strict=True)
        if (motions := course(item.entries))
    }
    assert found == HELD_OUT[kind].became


@EVERY
def test_what_is_exempt_is_in_the_confidential_minutes_alone(kind: str):
    planned, meeting = HELD_OUT[kind], held(kind)
    public, whole = printed(meeting, Audience.PUBLIC), printed(meeting, Audience.CONFIDENTIAL)
    for words in planned.secret:
        assert words in whole
        assert words not in public
    for words in planned.public_only:
        assert words in public


@EVERY
def test_nothing_is_found_in_a_meeting_that_went_as_planned(kind: str):
    assert check(held(kind)) == ()


@pytest.mark.parametrize(("kind", "place"), SLIPS)
def test_each_slip_is_found_and_nothing_else(kind: str, place: int):
    planned = HELD_OUT[kind]
    slip = planned.slips[place]
    assert planned.text.count(slip.right) == 1
    reading = read_notation(planned.text.replace(slip.right, slip.wrong))
    found = [(finding.rule, finding.where) for finding in check(reading.meeting)]
    assert found == [(slip.rule, slip.where)]


@EVERY
def test_notation_and_json_carry_all_of_it(kind: str):
    meeting = held(kind)
    again = read_notation(write_notation(meeting)).meeting
    for audience in Audience:
        assert printed(again, audience) == printed(meeting, audience)
    assert check(again) == ()
    assert read_json(write_json(meeting)) == meeting
