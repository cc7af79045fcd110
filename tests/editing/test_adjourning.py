"""The meeting adjourned, resumed or closed, typed as a sentence."""

import datetime as dt

import pytest
from capturing import capture, entry

from clerkapp.editing.adjourning import take_step
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.presence import moment_in
from clerkapp.meeting.proceedings import Proceeding, Step

ADJOURNED = Entry("b", EntryKind.PROCEDURE, facts=Proceeding(Step.ADJOURNED))


@pytest.mark.parametrize(
    ("words", "step", "time"),
    [
        ("The meeting adjourned at 8.05 pm.", Step.ADJOURNED, dt.time(20, 5)),
        ("Meeting closed at 21:05", Step.CLOSED, dt.time(21, 5)),
        ("The meeting ended at 9 p.m..", Step.CLOSED, dt.time(21)),
        ("The meeting was adjourned at 20.05.", Step.ADJOURNED, dt.time(20, 5)),
    ],
)
def test_a_step_is_recorded_with_its_time_in_one_step(words: str, step: Step, time: dt.time):
    on = capture(Entry("a", EntryKind.PROCEDURE, words))
    before = on.session.meeting
    assert take_step(on, "a")
    taken = entry(on, "a")
    assert (taken.text, taken.time, taken.facts) == ("", time, Proceeding(step))
    end = on.session.meeting.heading.end
    assert end == (time if step is Step.CLOSED else None)
    on.undo()
    assert on.session.meeting == before


def test_what_resumes_has_been_adjourned():
    words = "The meeting reconvened at 8.15 pm."
    on = capture(ADJOURNED, Entry("a", EntryKind.PROCEDURE, words))
    assert moment_in(on.session.meeting, "i").adjourned
    assert take_step(on, "a")
    assert not moment_in(on.session.meeting, "i").adjourned
    assert not take_step(capture(Entry("a", EntryKind.PROCEDURE, words)), "a")


@pytest.mark.parametrize(
    "words",
    [
        "The meeting adjourned for five minutes.",
        "There being no further business the meeting closed at 9.05 pm.",
        "The meeting closed at 25.10",
    ],
)
def test_words_that_say_more_or_no_time_stay(words: str):
    on = capture(Entry("a", EntryKind.PROCEDURE, words))
    assert not take_step(on, "a")
    assert entry(on, "a").text == words


def test_only_a_step_without_facts_is_taken():
    words = "The meeting closed at 9.05 pm."
    assert not take_step(capture(Entry("a", EntryKind.NOTE, words)), "a")
