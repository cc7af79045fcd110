"""Promises in the words: which are open, and what becomes of one."""

import pytest
from capturing import capture, entry, held

from clerkapp.editing.history import Place
from clerkapp.editing.promises import Promises, open_promises
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.people import Mention

NOTE, COMMENT, RESPONSE = EntryKind.NOTE, EntryKind.COMMENT, EntryKind.RESPONSE
QUESTION, ACTION, ARRIVAL = EntryKind.QUESTION, EntryKind.ACTION_POINT, EntryKind.ARRIVAL
WORDS = "The Digital Lead confirmed that he would circulate the figures."


@pytest.mark.parametrize(
    ("kinds", "marked"),
    [
        ((RESPONSE,), [0]),
        ((NOTE,), [0]),
        ((COMMENT,), [0]),
        ((QUESTION,), []),
        ((EntryKind.RESOLUTION,), []),
        ((RESPONSE, ACTION), []),
        ((RESPONSE, ARRIVAL, ACTION), []),
        ((RESPONSE, RESPONSE, ACTION), []),
        ((NOTE, NOTE, ACTION), [0]),
        ((RESPONSE, QUESTION, RESPONSE, ACTION), [0]),
        ((RESPONSE, ACTION, RESPONSE), [2]),
        ((ACTION, RESPONSE), [1]),
    ],
)
def test_a_promise_is_open_until_an_action_point_below_takes_it_up(kinds, marked):
    entries = [Entry(str(n), kind, WORDS) for n, kind in enumerate(kinds)]
    assert sorted(open_promises(entries)) == [str(n) for n in marked]


@pytest.mark.parametrize(
    "words",
    [
        "Ms Roe undertook to measure the pier.",
        "Ms Roe agreed to circulate the plan of the pier.",
        "The Head of Piers agreed to send the plan.",
    ],
)
def test_a_promise_that_nobody_asked_for_is_a_note_with_its_mark(words: str):
    on = capture()
    place = on.enter_item("i")
    on.write(place.entry_id, words)
    assert entry(on, place.entry_id).kind is NOTE
    assert place.entry_id in Promises(on).open_in("i")


def test_a_promise_becomes_an_action_point_below_it_in_one_step():
    on = capture(Entry("a", RESPONSE, WORDS, exempt=Exempt(3)), "Next")
    before = on.session.meeting
    on.end_entry("a", len(WORDS))
    assert Promises(on).make("a") == Place("i", "n2", 22)
    made = entry(on, "n2")
    assert held(on) == [WORDS, "Circulate the figures.", "Next"]
    assert (made.kind, made.facts) == (ACTION, ActionPoint(Mention("cdo")))
    assert made.exempt == Exempt(3)
    assert made.time is not None
    assert on.draft is None
    step, place = on.undo()
    assert (step.label, place) == ("the promised action point", Place("i", "a", len(WORDS)))
    assert on.session.meeting == before


def test_an_owner_who_cannot_be_told_is_left_open():
    on = capture(Entry("a", RESPONSE, "Officers would circulate the figures."))
    Promises(on).make("a")
    assert entry(on, "n1").facts is None


def test_who_gave_a_response_owns_what_its_words_leave_open():
    for kind, owner in ((RESPONSE, Mention("cdo")), (COMMENT, None)):
        said = Entry("a", kind, "He would circulate the figures.", speaker=Mention("cdo"))
        on = capture(said)
        Promises(on).make("a")
        assert entry(on, "n1").facts == (ActionPoint(owner) if owner else None)


def test_words_without_a_promise_make_nothing():
    on = capture("A discussion followed.")
    promises = Promises(on)
    promises.ignore("a")
    assert promises.make("a") is None
    assert on.undo() is None


def test_a_promise_that_was_waved_away_stays_away_until_its_words_change():
    on = capture(Entry("a", RESPONSE, WORDS), Entry("b", RESPONSE, WORDS))
    promises = Promises(on)
    promises.ignore("a")
    assert list(promises.open_in("i")) == ["b"]
    on.write("a", WORDS.replace("figures", "minutes"))
    assert sorted(promises.open_in("i")) == ["a", "b"]
