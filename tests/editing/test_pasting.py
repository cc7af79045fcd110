"""A paste of several paragraphs: entries at the cursor, in one step."""

import time

import pytest
from captures import capture, held, ids, shown
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.editing.history import Place
from clerkapp.editing.pasting import Paste
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import entry_of, item_of, people_of
from clerkapp.meeting.people import Mention
from clerkapp.notation.facts import Lists
from clerkapp.notation.writing import write_entries

NOTE, QUESTION, RESPONSE = EntryKind.NOTE, EntryKind.QUESTION, EntryKind.RESPONSE


def pasted(on, place: Place, text: str = "P1\nP2", end: int | None = None) -> Place:
    paste = Paste(on, ids("p"))
    return paste.put(paste.from_elsewhere(text, "", place), place, end)


@pytest.mark.parametrize(("cursor", "end", "words"), [
    (0, None, ["P1", "P2", "One two"]),
    (3, None, ["One", "P1", "P2", "two"]),
    (7, None, ["One two", "P1", "P2"]),
    (0, 3, ["P1", "P2", "two"]),
    (3, 7, ["One", "P1", "P2"]),
    (0, 7, ["P1", "P2"]),
])  # fmt: skip
def test_a_paste_splits_the_entry_where_the_cursor_is(cursor, end, words):
    on = capture("One two", "Below")
    before = on.session.meeting
    place = pasted(on, Place("i", "a", cursor), end=end)
    assert held(on) == [*words, "Below"]
    assert entry_of(on.session.meeting, place.entry_id)[1].text == "P2"
    assert place.cursor == 2
    assert on.session.undo_label == "the paste of 2 entries"
    done = on.undo()
    assert done is not None
    assert (on.session.meeting, done[1]) == (before, Place("i", "a", cursor))


def test_the_entry_that_is_pasted_into_stays_the_one_it_was():
    on = capture(Entry("a", QUESTION, "Why so?", facts=None), "Below")
    pasted(on, Place("i", "a", 3))
    first, *_, rest, _ = item_of(on.session.meeting, "i").entries
    assert (first.id, first.kind, first.text) == ("a", QUESTION, "Why")
    assert (rest.text, rest.settled) == ("so?", False)


def test_a_draft_gives_way_to_what_is_pasted():
    on = capture("One", "Two")
    place = on.end_entry("a", 3)
    assert pasted(on, place).entry_id == "p2"
    assert (held(on), shown(on)) == (["One", "P1", "P2", "Two"], ["One", "P1", "P2", "Two"])
    assert on.draft is None


def test_an_entry_that_was_emptied_gives_way_too_but_not_its_facts():
    on = capture(
        Entry("a", NOTE), Entry("b", EntryKind.ACTION_POINT, facts=ActionPoint(due="soon"))
    )
    pasted(on, Place("i", "a"))
    assert held(on) == ["P1", "P2", ""]
    pasted(on, Place("i", "b"))
    assert held(on) == ["P1", "P2", "", "P1", "P2"]


def test_what_is_pasted_amid_exempt_words_is_exempt():
    on = capture(Entry("a", NOTE, "One two", exempt=Exempt("3")), "Below")
    pasted(on, Place("i", "a", 7))
    assert [bool(e.exempt) for e in item_of(on.session.meeting, "i").entries] == [1, 0, 0, 0]
    on.undo()
    pasted(on, Place("i", "a", 3))
    assert [bool(e.exempt) for e in item_of(on.session.meeting, "i").entries] == [1, 1, 1, 1, 0]


def test_a_question_above_is_answered_by_what_is_pasted():
    on = capture(Entry("a", QUESTION, "Why?"))
    place = on.end_entry("a", 4)
    pasted(on, place, "The Director advised that it was 5.\nOne more")
    assert item_of(on.session.meeting, "i").entries[1].kind is RESPONSE


def test_entries_copied_here_come_back_with_kinds_and_facts_and_ids_of_their_own():
    action = ActionPoint(Mention("cdo"), "next meeting")
    on = capture(Entry("a", EntryKind.ACTION_POINT, "Report.", facts=action), "Members asked why.")
    meeting = on.session.meeting
    lists = Lists(people_of(meeting), meeting.heading.date)
    notation = write_entries(item_of(meeting, "i").entries, lists)
    paste = Paste(on, ids("p"))
    place = paste.put_below(paste.from_here(notation), "i", "b")
    assert place == Place("i", "p2", 18)
    first, second = item_of(on.session.meeting, "i").entries[2:]
    assert (first.id, first.kind, first.text) == ("p1", EntryKind.ACTION_POINT, "Report.")
    assert (first.facts, second.kind) == (action, NOTE)


def test_nothing_is_pasted_where_there_is_nothing():
    on = capture("One")
    before = on.session.meeting
    assert pasted(on, Place("i", "a", 3), " \n\t") == Place("i", "a", 3)
    assert on.session.meeting is before


@given(
    st.text("ab \n", max_size=12),
    st.integers(0, 12),
    st.integers(0, 12),
    st.lists(st.sampled_from(["P", "Q r", "Members asked why."]), min_size=2, max_size=5),
)
def test_no_word_of_the_entry_is_lost_either(text, start, length, lines):
    on = capture(text, "Below")
    start = min(start, len(text))
    end = min(start + length, len(text))
    pasted(on, Place("i", "a", start), "\n".join(lines), end)
    wanted = f"{text[:start]} {' '.join(lines)} {text[end:]} Below"
    assert " ".join(held(on)).split() == wanted.split()


def test_two_hundred_paragraphs_are_pasted_at_once():
    on = capture("One two")
    text = "• Members asked whether there was money in the budget for recruitment.\n" * 200
    start = time.perf_counter()
    pasted(on, Place("i", "a", 3), text)
    assert time.perf_counter() - start < 0.3
    assert len(held(on)) == 202
