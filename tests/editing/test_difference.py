"""Where two states of a meeting differ, so that redo takes the clerk to what it did."""

import pytest
from meetings import brookmere

from clerkapp.editing.difference import first_difference
from clerkapp.editing.history import Place
from clerkapp.meeting import edits
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import AgendaItem, Heading, Meeting

TITLES = {"x": "Apologies", "y": "Budget", "z": "Close"}
WORDS = {"a": "Noted.", "b": "Asked. 🗳️", "c": "Répondu."}
ENTRIES = tuple(Entry(key, EntryKind.NOTE, text) for key, text in WORDS.items())
MEETING = Meeting(
    "m",
    items=tuple(
        AgendaItem(key, title, entries=ENTRIES if key == "y" else ())
        for key, title in TITLES.items()
    ),
)


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (lambda m: m, None),
        (lambda m: edits.set_heading(m, Heading("Brookmere")), None),
        (lambda m: edits.set_text(m, "a", "Noted at 7."), Place("y", "a", 10)),
        (lambda m: edits.change_kind(m, "b", EntryKind.QUESTION), Place("y", "b", 9)),
        (
            lambda m: edits.add_entry(m, "y", Entry("d", EntryKind.NOTE, "Né"), 1),
            Place("y", "d", 2),
        ),
        (lambda m: edits.split_entry(m, "c", 3, Entry("d", EntryKind.NOTE)), Place("y", "c", 3)),
        (lambda m: edits.join_entry(m, "b"), Place("y", "a", 16)),
        (lambda m: edits.remove_entry(m, "a"), Place("y", "b", 9)),
        (lambda m: edits.remove_entry(m, "c"), Place("y")),
        (lambda m: edits.move_entry(m, "c", 1), Place("y", "c", 8)),
        (lambda m: edits.send_entry(m, "a", "x"), Place("x", "a", 6)),
        (lambda m: edits.rename_item(m, "y", "Money"), Place("y")),
        (lambda m: edits.add_item(m, AgendaItem("n", "New"), 1), Place("n")),
        (lambda m: edits.add_item(m, AgendaItem("n", "New", entries=ENTRIES)), Place("n", "a", 6)),
        (lambda m: edits.move_item(m, "z", 0), Place("z")),
        (lambda m: edits.remove_item(m, "x"), Place("y")),
        (lambda m: edits.remove_item(m, "z"), Place("y")),
    ],
)
def test_the_first_difference_is_where_the_edit_was_made(edit: Edit, place: Place | None):
    assert first_difference(MEETING, edit(MEETING)) == place


@pytest.mark.parametrize(
    ("before", "after", "cursor"),
    [
        ("", "that", 4),
        ("that", "that that", 9),
        ("Asked.", "Asked. Replied.", 15),
        ("one two three", "one 2 three", 5),
        ("one big dog", "one dog", 4),
        ("aaa", "aa", 2),
        ("cafe", "café 🗳️", 7),
        ("same", "same", 4),
    ],
)
def test_the_cursor_stands_after_the_words_that_differ(before: str, after: str, cursor: int):
    was, now = (edits.set_text(MEETING, "a", text) for text in (before, after))
    now = edits.change_kind(now, "a", EntryKind.COMMENT)
    assert first_difference(was, now) == Place("y", "a", cursor)


def test_what_is_equal_and_not_the_same_still_differs():
    """By identity: a meeting read anew shares nothing with the one in memory."""
    one, other = brookmere(), brookmere()
    assert one == other
    assert first_difference(one, other).item_id == one.items[0].id
