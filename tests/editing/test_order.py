"""An item taken out of order, and an item known by what is typed."""

import pytest
from captures import capture, held
from hypothesis import given
from hypothesis import strategies as st
from meetings import meetings

from clerkapp.editing.history import Place
from clerkapp.editing.order import Taken, item_of_key, items_meant, take_now
from clerkapp.meeting import edits
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import AgendaItem, Meeting, item_of
from clerkapp.meeting.numbering import item_numbers
from clerkapp.wording.house_style import house_style

STYLE = house_style("")


def test_a_later_item_is_taken_now_and_the_minutes_say_so():
    on = capture("One")
    before = on.session.meeting
    assert take_now(on, "k", "i", STYLE) is Taken.OUT_OF_ORDER
    meeting = on.session.meeting
    assert [item.id for item in meeting.items] == ["i", "k", "j"]
    assert item_numbers(meeting) == ("1", "3", "2")
    assert held(on)[1:] == ["The order of business was varied so that item 3 was considered next."]
    entry = item_of(meeting, "i").entries[1]
    assert (entry.kind, entry.settled) == (EntryKind.PROCEDURE, True)
    assert f"{entry.time:%H:%M}" == "19:36"
    assert on.session.undo_label == "taking item 3 now"
    done = on.undo()
    assert done is not None
    assert on.session.meeting == before
    assert done[1] == Place("i", "a", 3)


def test_a_digit_means_the_item_of_that_number_and_else_the_one_at_that_place():
    on = capture("One")
    take_now(on, "k", "i", STYLE)
    found = [item_of_key(on.session.meeting, digit) for digit in (1, 2, 3, 4)]
    assert [item and item.id for item in found] == ["i", "j", "k", None]
    from_seven = edits.number_item(on.session.meeting, "i", "7")
    assert item_of_key(from_seven, 1) == from_seven.items[0]


def test_an_item_that_is_next_anyway_or_is_past_changes_nothing():
    on = capture("One")
    before = on.session.meeting
    assert take_now(on, "j", "i", STYLE) is Taken.NEXT_ANYWAY
    assert take_now(on, "i", "i", STYLE) is Taken.NOT_LATER
    assert take_now(on, "i", "k", STYLE) is Taken.NOT_LATER
    assert on.session.meeting is before


@given(meetings(), st.data())
def test_every_item_keeps_its_number_whatever_the_order(meeting: Meeting, data):
    if len(meeting.items) < 2:
        return
    here, item = data.draw(st.permutations(meeting.items))[:2]
    numbers = dict(zip((i.id for i in meeting.items), item_numbers(meeting), strict=True))
    varied = edits.vary_order(meeting, item.id, here.id)
    assert dict(zip((i.id for i in varied.items), item_numbers(varied), strict=True)) == numbers
    ids = [each.id for each in varied.items]
    assert ids.index(item.id) == ids.index(here.id) + 1


ITEMS = Meeting("m", items=(
    AgendaItem("a", "Apologies for absence"), AgendaItem("b", "Budget outturn"),
    AgendaItem("c", "Library budget"), AgendaItem("d", "Urgent business", number="10"),
))  # fmt: skip


@pytest.mark.parametrize(("typed", "found"), [
    ("", "abcd"), ("2", "b"), ("1", "ad"), ("10", "d"), ("bud", "bc"), ("lib", "c"),
    ("ap ab", "a"), ("outt", "b"), ("gency", ""), ("dget", "bc"), ("bu", "bcd"), ("URG", "d"),
])  # fmt: skip
def test_items_are_meant_by_their_number_or_letters_of_their_title(typed, found):
    assert "".join(item.id for item in items_meant(ITEMS, typed)) == found
