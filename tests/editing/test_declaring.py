"""An interest declared, typed as a sentence."""

import pytest
from capturing import capture, entry

from clerkapp.editing.capture import Capture
from clerkapp.editing.declaring import take_declaration
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention
from clerkapp.meeting.presence import moment_in

AF = Mention("af")


def declared(words: str, kind: EntryKind = EntryKind.DECLARATION) -> Capture:
    return capture(Entry("a", kind, words))


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        (
            "Cllr A Finch declared a personal interest in item 2 as a neighbour.",
            Declaration(AF, "a personal interest in item 2 as a neighbour", item_id="j"),
        ),
        (
            "Cllr A Finch declared a personal interest in item 1 and left the room.",
            Declaration(AF, "a personal interest in item 1", "left the room"),
        ),
        (
            "Cllr A Finch declared a personal interest in 2, as a neighbour.",
            Declaration(AF, "a personal interest in 2, as a neighbour", item_id="j"),
        ),
        (
            "Cllr A Finch declared a DPI in the third item",
            Declaration(AF, "a DPI in the third item"),
        ),
        (
            "Cllr A Finch declared an interest in the second, and stayed.",
            Declaration(AF, "an interest in the second", "stayed", "j"),
        ),
    ],
)
def test_who_declared_what_and_in_which_item_is_recorded_in_one_step(
    words: str, facts: Declaration
):
    on = declared(words)
    before = on.session.meeting
    assert take_declaration(on, "a")
    assert (entry(on, "a").text, entry(on, "a").facts) == ("", facts)
    on.undo()
    assert on.session.meeting == before


@pytest.mark.parametrize(
    "words",
    [
        "Cllr Finch declared an interest in item 2.",  # there are two
        "Cllr Nobody declared an interest in item 2.",
        "Cllr A Finch declared an interest in item 9.",
        "Members had none to declare.",
    ],
)
def test_words_that_name_nobody_or_no_item_stay(words: str):
    on = declared(words)
    assert not take_declaration(on, "a")
    assert entry(on, "a").text == words


def test_only_a_declaration_without_facts_is_taken():
    words = "Cllr A Finch declared an interest in item 2."
    assert not take_declaration(declared(words, EntryKind.NOTE), "a")
    had = Declaration(AF, "an interest")
    on = capture(Entry("a", EntryKind.DECLARATION, words, facts=had))
    assert not take_declaration(on, "a")


def test_the_room_follows_whoever_left_for_an_interest():
    on = declared("Cllr A Finch declared a personal interest in item 1 and left the room.")
    take_declaration(on, "a")
    assert "af" in moment_in(on.session.meeting, "i").withdrawn
