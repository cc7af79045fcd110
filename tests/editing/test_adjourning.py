"""The meeting adjourned, resumed or closed, typed as a sentence."""

import datetime as dt
import time

import pytest
from capturing import capture, entry
from msgspec.structs import replace

from clerkapp.editing.adjourning import take_step
from clerkapp.editing.capture import Capture
from clerkapp.editing.coming_and_going import take_passing
from clerkapp.meeting.edits import set_heading
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.presence import moment_in
from clerkapp.meeting.proceedings import Proceeding, Step

ADJOURNED = Entry("b", EntryKind.PROCEDURE, facts=Proceeding(Step.ADJOURNED))


@pytest.mark.parametrize(
    ("words", "step", "at"),
    [
        ("The meeting adjourned at 8.05 pm.", Step.ADJOURNED, dt.time(20, 5)),
        ("Meeting closed at 21:05", Step.CLOSED, dt.time(21, 5)),
        ("The meeting ended at 9 p.m..", Step.CLOSED, dt.time(21)),
        ("The meeting was adjourned at 20.05.", Step.ADJOURNED, dt.time(20, 5)),
    ],
)
def test_a_step_is_recorded_with_its_time_in_one_step(words: str, step: Step, at: dt.time):
    on = capture(Entry("a", EntryKind.PROCEDURE, words))
    before = on.session.meeting
    assert take_step(on, "a")
    taken = entry(on, "a")
    assert (taken.text, taken.time, taken.facts) == ("", at, Proceeding(step))
    end = on.session.meeting.heading.end
    assert end == (at if step is Step.CLOSED else None)
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


def at_seven(*said: Entry) -> Capture:
    """A capture of a meeting that began at seven in the evening."""
    on = capture(*said)
    evening = replace(on.session.meeting.heading, start=dt.time(19))
    on.session.apply(lambda meeting: set_heading(meeting, evening), "the details")
    return on


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("9.05", dt.time(21, 5)),
        ("09.05", dt.time(21, 5)),
        ("12.10", dt.time(0, 10)),
        ("00:10", dt.time(0, 10)),
        ("22:15", dt.time(22, 15)),
    ],
)
def test_a_time_without_its_half_of_the_day_is_after_the_start(said: str, end: dt.time):
    on = at_seven(Entry("a", EntryKind.PROCEDURE, f"The meeting closed at {said}."))
    assert take_step(on, "a")
    assert on.session.meeting.heading.end == end


def test_a_time_that_may_be_before_noon_or_after_stays_words():
    assert not take_step(
        capture(Entry("a", EntryKind.PROCEDURE, "The meeting closed at 9.05.")), "a"
    )
    on = at_seven(Entry("a", EntryKind.DEPARTURE, "Cllr A Finch left the meeting at 6.55."))
    assert not take_passing(on, "a")
    on = at_seven(Entry("a", EntryKind.DEPARTURE, "Cllr A Finch left the meeting at 8.02."))
    assert take_passing(on, "a")
    assert entry(on, "a").time == dt.time(20, 2)


def test_an_exempt_line_gives_the_heading_no_end():
    said = Entry("a", EntryKind.PROCEDURE, "The meeting closed at 9.05 pm.", exempt=Exempt())
    assert not take_step(capture(said), "a")


def test_a_long_text_costs_no_time():
    for words in ("The meeting closed at ", "left the meeting ", "9.05 ", "and "):
        said = f"{words * 4000}x"
        on = capture(
            Entry("a", EntryKind.PROCEDURE, said), Entry("b", EntryKind.DEPARTURE, f"Cllr {said}")
        )
        began = time.perf_counter()
        assert not take_step(on, "a")
        assert not take_passing(on, "b")
        assert time.perf_counter() - began < 0.5
