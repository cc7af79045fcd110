"""Who came or went, taken from what was typed."""

import datetime as dt

import pytest
from capturing import capture, entry

from clerkapp.editing.capture import Capture
from clerkapp.editing.coming_and_going import take_passing
from clerkapp.meeting.entries import Entry, EntryKind, Movement
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention

IN, OUT = EntryKind.ARRIVAL, EntryKind.DEPARTURE
NOON = dt.time(12, 0)
FINCH = Movement(Mention("af"))


def typed(text: str, kind: EntryKind = OUT) -> Capture:
    return capture(Entry("a", kind, text, time=NOON, settled=False))


@pytest.mark.parametrize(
    ("text", "kind", "facts", "time"),
    [
        ("Cllr A Finch left the meeting.", OUT, FINCH, NOON),
        ("Councillor A Finch then left the meeting", OUT, FINCH, NOON),
        ("Cllr A Finch left the room at 8.02 pm.", OUT, FINCH, dt.time(20, 2)),
        ("Cllr A Finch joined the meeting at 19:36", IN, FINCH, dt.time(19, 36)),
        ("Cllr A Finch returned to the meeting.", IN, FINCH, NOON),
        (
            "Cllr A Finch left the room for this item.",
            OUT,
            Movement(Mention("af"), for_interest=True),
            NOON,
        ),
        (
            "Cllr A Finch left the room, having declared an interest.",
            OUT,
            Movement(Mention("af"), for_interest=True),
            NOON,
        ),
    ],
)
def test_a_sentence_that_says_only_that_becomes_a_fact(text: str, kind, facts, time):
    capture = typed(text, kind)
    assert take_passing(capture, "a")
    found = entry(capture, "a")
    assert (found.text, found.kind, found.facts, found.time) == ("", kind, facts, time)
    assert found.settled
    capture.undo()
    assert entry(capture, "a").text == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cllr A Finch left the meeting to catch a train.", OUT),
        ("Cllr A Finch left the meeting. It was late.", OUT),
        ("Cllr A Finch left the meeting at 25.10.", OUT),
        ("Councillor Finch left the meeting.", OUT),  # which of two
        ("Cllrs A and B Finch left the meeting.", OUT),
        ("Cllr Nobody left the meeting.", OUT),
        ("Cllr A Finch left the meeting.", EntryKind.NOTE),
    ],
)
def test_words_that_say_more_or_name_not_one_stay(text: str, kind: EntryKind):
    capture = typed(text, kind)
    assert not take_passing(capture, "a")
    assert entry(capture, "a").text == text


def test_who_had_withdrawn_for_an_interest_comes_back_after_it():
    declared = Declaration(Mention("af"), "gift", "left the room", item_id="i")
    on = capture(
        Entry("d", EntryKind.DECLARATION, facts=declared),
        Entry("o", OUT, facts=Movement(Mention("af"), for_interest=True)),
        Entry("a", IN, "Cllr A Finch returned to the meeting."),
    )
    assert take_passing(on, "a")
    assert entry(on, "a").facts == Movement(Mention("af"), for_interest=True)
