"""Who came or went, taken from what was typed."""

import datetime as dt

import pytest
from capturing import capture, entry, held

from clerkapp.editing.capture import Capture
from clerkapp.editing.coming_and_going import take_passing
from clerkapp.meeting.entries import Entry, EntryKind, Movement, facts_of
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention
from clerkapp.meeting.presence import at_the_end

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
        ("Cllr A Finch joined the meeting at 8:15 PM", IN, FINCH, dt.time(20, 15)),
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
        (
            "Cllr A Finch, having declared an interest in this item, left the room.",
            OUT,
            Movement(Mention("af"), for_interest=True),
            NOON,
        ),
        (
            "Cllr A Finch, who had declared an interest, left the meeting at 8.02 pm.",
            OUT,
            Movement(Mention("af"), for_interest=True),
            dt.time(20, 2),
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
        ("Cllr A Finch left the room, having declared a pecuniary interest.", OUT),
        ("Cllr A Finch left the room for this item as a plot holder.", OUT),
        ("Councillor Finch left the meeting.", OUT),  # which of two
        ("Cllrs A and B Finch left the meeting.", OUT),
        ("Cllrs A Finch and Nobody left the meeting.", OUT),
        ("Cllr A Finch and two members of the public left the meeting.", OUT),
        ("Cllr A Finch left the meeting and Cllr B Finch left the meeting.", OUT),
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


BOTH = ("af", "bf")


@pytest.mark.parametrize(
    ("text", "kind", "who", "time"),
    [
        ("Cllrs A Finch and B Finch left the meeting at 7.42 pm", OUT, BOTH, dt.time(19, 42)),
        ("Cllr A Finch and Cllr B Finch both left the room.", OUT, BOTH, NOON),
        ("Councillor B Finch and the Digital Lead left", OUT, ("bf", "cdo"), NOON),
        ("Cllr A Finch, Cllr B Finch and CDO rejoined", IN, ("af", "bf", "cdo"), NOON),
        ("Cllrs A Finch and B Finch arrived at 7.10 pm.", IN, BOTH, dt.time(19, 10)),
    ],
)
def test_several_who_pass_together_have_an_entry_each_and_one_undo(text, kind, who, time):
    on = capture(Entry("a", kind, text, time=NOON, settled=False, exempt=Exempt("3")), "after")
    assert take_passing(on, "a")
    *passed, last = on.session.meeting.items[0].entries
    assert [facts_of(each, Movement) for each in passed] == [Movement(Mention(w)) for w in who]
    assert {(e.kind, e.time, e.text, e.exempt) for e in passed} == {(kind, time, "", Exempt("3"))}
    assert last.text == "after"
    assert (at_the_end(on.session.meeting).here >= set(who)) is (kind is IN)
    on.undo()
    assert held(on) == [text, "after"]


def test_the_entry_that_enter_opened_stays_below_those_who_left():
    on = typed(text := "Cllrs A Finch and B Finch left the meeting.")
    place = on.end_entry("a", len(text))
    assert take_passing(on, "a")
    assert [e.id for e in on.entries_shown("i")][-1] == place.entry_id
    on.write(place.entry_id, "Members asked why.")
    assert held(on) == ["", "", "Members asked why."]


def test_of_several_only_who_had_withdrawn_comes_back_after_an_interest():
    declared = Declaration(Mention("af"), "gift", "left the room", item_id="i")
    on = capture(
        Entry("d", EntryKind.DECLARATION, facts=declared),
        Entry("o", OUT, facts=Movement(Mention("bf"))),
        Entry("a", IN, "Cllr A Finch and Cllr B Finch returned to the meeting."),
    )
    assert take_passing(on, "a")
    *_, one, other = on.session.meeting.items[0].entries
    assert one.facts == Movement(Mention("af"), for_interest=True)
    assert other.facts == Movement(Mention("bf"))


@pytest.mark.parametrize(
    "words",
    [
        "Cllr A Finch left the room during this item because she felt unwell.",
        "Cllr A Finch left the meeting during the item to attend the County Council.",
        "Cllr A Finch left the room for the remainder of the item and Cllr B Finch took the chair.",
        "Cllr A Finch left the room for this item\nCllr B Finch took the chair",
        "Cllr A Finch left the room while item 4 was discussed.",
        "Cllr A Finch left the room for item 4.",
        "Cllr A Finch left the room for this item and then rejoined the meeting.",
        "Mr A Finch left the meeting.",
        "Cllr A Finch, the Digital Lead, left the meeting.",
        "The Chair left the meeting.",
        "Cllr A Finch, Chair, left the meeting.",
        "Cllr A Finch joined the meeting.",
    ],
)
def test_what_says_more_or_of_somebody_else_stays(words: str):
    on = typed(words)
    assert not take_passing(on, "a")
    assert entry(on, "a").text == words
