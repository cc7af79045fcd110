"""Several entries in hand at once: one step for all of them."""

import pytest
from captures import capture, held
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.editing.block import Block, BlockEdits
from clerkapp.editing.history import Place
from clerkapp.meeting import blocks
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import AgendaItem, Meeting, item_of

QUESTION = EntryKind.QUESTION


def edits_of(on, anchor: str, head: str) -> BlockEdits:
    return BlockEdits(on.session, Block("i", anchor, head))


def test_a_block_goes_from_its_anchor_to_its_head_either_way():
    entries = item_of(capture("One", "Two", "Three").session.meeting, "i").entries
    block = Block("i", "b", "b")
    assert block.ids(entries) == ("b",)
    assert block.extended(entries, -1).ids(entries) == ("a", "b")
    assert block.extended(entries, 1).ids(entries) == ("b", "c")
    assert block.extended(entries, 1).extended(entries, -2).ids(entries) == ("a", "b")
    assert block.extended(entries, 9).head == "c"
    assert Block("i", "b", "gone").ids(entries) == ()


def test_entries_are_picked_beside_those_in_the_block_and_let_go_of_again():
    entries = item_of(capture("One", "Two", "Three").session.meeting, "i").entries
    picked = Block("i", "a", "a").picked(entries, "c")
    assert picked is not None
    assert (picked.head, picked.ids(entries)) == ("c", ("a", "c"))
    assert picked.extended(entries, -1).ids(entries) == ("a", "b", "c")
    less = picked.picked(entries, "c")
    assert less is not None
    assert (less.head, less.ids(entries)) == ("a", ("a",))
    assert less.picked(entries, "a") is None


@pytest.mark.parametrize(("do", "label"), [
    (lambda on: on.set_kind(QUESTION), "the change of 2 entries to question"),
    (lambda on: on.move(1), "moving 2 entries"),
    (lambda on: on.delete(), "deleting 2 entries"),
    (lambda on: on.delete("cutting"), "cutting 2 entries"),
    (lambda on: on.send("j"), "sending 2 entries to item 2"),
    (lambda on: on.set_exempt(Exempt("3")), "the exemption of 2 entries"),
])  # fmt: skip
def test_what_is_done_to_a_block_is_one_step_with_a_name(do, label):
    on = capture("One", "Two", "Three")
    before = on.session.meeting
    do(edits_of(on, "b", "a"))
    assert on.session.undo_label == label
    assert on.session.meeting != before
    assert on.undo() is not None
    assert on.session.meeting == before
    assert on.session.undo_label == ""


def test_a_block_moves_past_one_entry_and_stops_at_the_ends():
    on = capture("One", "Two", "Three", "Four")
    assert edits_of(on, "b", "c").move(1)
    assert held(on) == ["One", "Four", "Two", "Three"]
    assert not edits_of(on, "b", "c").move(1)
    edits_of(on, "b", "c").move(-1)
    edits_of(on, "b", "c").move(-1)
    assert held(on) == ["Two", "Three", "One", "Four"]
    assert not edits_of(on, "b", "c").move(-1)


def test_the_cursor_goes_below_what_was_taken_away_else_above():
    on = capture("One", "Two", "Three")
    assert edits_of(on, "a", "b").delete() == Place("i", "c", 5)
    on.undo()
    assert edits_of(on, "b", "c").send("j") == Place("i", "a", 3)
    assert held(on, "j") == ["Two", "Three"]
    on.undo()
    assert edits_of(on, "a", "c").delete() == Place("i")
    assert held(on) == []


def test_a_block_is_not_sent_to_its_own_item():
    on = capture("One", "Two", "Three")
    assert edits_of(on, "a", "b").send("i") == Place("i", "b", 3)
    assert on.session.undo_label == ""


def test_kinds_and_exemptions_are_of_all_and_leave_the_others_alone():
    on = capture("One", "Two", "Three")
    other = item_of(on.session.meeting, "i").entries[2]
    edits_of(on, "a", "b").set_kind(QUESTION)
    edits_of(on, "a", "b").set_exempt(Exempt("3"))
    one, two, three = item_of(on.session.meeting, "i").entries
    assert (one.kind, two.kind, one.exempt, two.exempt) == (QUESTION, QUESTION, *[Exempt("3")] * 2)
    assert three is other
    assert not edits_of(on, "a", "b").set_kind(QUESTION)


@given(
    st.integers(1, 7),
    st.sets(st.sampled_from("abcdefg"), min_size=1),
    st.lists(st.sampled_from([-1, 1]), max_size=9),
)
def test_moving_loses_and_doubles_nothing(count, ids, ways):
    entries = tuple(Entry(each, EntryKind.NOTE, each) for each in "abcdefg"[:count])
    meeting = Meeting("m", items=(AgendaItem("i", entries=entries), AgendaItem("j")))
    for by in ways:
        meeting = blocks.shift_entries(meeting, "i", ids, by)
    now = item_of(meeting, "i").entries
    assert sorted(e.id for e in now) == [e.id for e in entries]
    assert [e.id for e in now if e.id in ids] == [e.id for e in entries if e.id in ids]
    sent = blocks.send_entries(meeting, ids, "j")
    both = (*item_of(sent, "i").entries, *item_of(sent, "j").entries)
    assert sorted(e.id for e in both) == [e.id for e in entries]


@given(
    st.sets(st.sampled_from("abcdefg"), min_size=1),
    st.sampled_from(["", *"abcdefg"]),
)
def test_a_block_that_is_put_somewhere_stands_together_there(ids, before):
    entries = tuple(Entry(each, EntryKind.NOTE, each) for each in "abcdefg")
    meeting = Meeting("m", items=(AgendaItem("i", entries=entries),))
    order = "".join(e.id for e in item_of(
        blocks.place_entries(meeting, "i", ids, before), "i").entries)  # fmt: skip
    block = "".join(sorted(ids))
    assert block in order
    assert order.replace(block, "") == "".join(each for each in "abcdefg" if each not in ids)
    after = (
        next((e for e in "abcdefg"["abcdefg".find(before) :] if e not in ids), "") if before else ""
    )
    assert order.partition(block)[2][:1] == after
