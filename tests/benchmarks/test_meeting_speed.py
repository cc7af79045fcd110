"""What happens between two keys, and the forms of one long meeting: all at 500 entries."""

import copy
import json
from functools import partial
from itertools import count

import pytest
from long_meetings import meeting_with
from measured import print_row, taken, timed
from pytest_benchmark.fixture import BenchmarkFixture

from clerkapp.checking.check import check
from clerkapp.editing.difference import first_difference
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.edits import set_text
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.notation.json import read_json, write_json
from clerkapp.notation.reading import read_notation
from clerkapp.notation.writing import write_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style

ENTRIES = 500


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return meeting_with(ENTRIES)


def last_entry(meeting: Meeting) -> str:
    *_, (_, entry) = entries_of(meeting)
    return entry.id


def nothing(_: Meeting) -> None:
    """Keeps nothing: the archive has benchmarks of its own."""


def test_an_edit_of_one_entry(benchmark: BenchmarkFixture, meeting: Meeting):
    session, entry, keys = MeetingSession(meeting, nothing), last_entry(meeting), count()

    def edit() -> None:
        session.apply(partial(set_text, entry_id=entry, text=f"key {next(keys)}"), "typing")

    peer = timed(partial(copy.deepcopy, meeting), 20)
    print_row("an edit of one entry", taken(benchmark, edit, 500), "a deep copy", peer)


def test_what_changed(benchmark: BenchmarkFixture, meeting: Meeting):
    after = set_text(meeting, last_entry(meeting), "other words")

    def by_value() -> bool:
        twin = list(entries_of(after))
        return any(one != other for one, other in zip(entries_of(meeting), twin, strict=True))

    durations = taken(benchmark, partial(first_difference, meeting, after), 500)
    print_row("what changed", durations, "entry by entry", timed(by_value, 200))


def test_undo(benchmark: BenchmarkFixture, meeting: Meeting):
    rounds = 500
    session, entry = MeetingSession(meeting, nothing), last_entry(meeting)
    for key in range(rounds + 1):
        session.apply(partial(set_text, entry_id=entry, text=f"key {key}"), "typing")
    peer = timed(partial(copy.deepcopy, meeting), 20)
    print_row("undo", taken(benchmark, session.undo, rounds), "a deep copy", peer)


def test_writing_notation(benchmark: BenchmarkFixture, meeting: Meeting):
    plain = json.loads(write_json(meeting))
    durations = taken(benchmark, partial(write_notation, meeting), 20)
    print_row("writing notation", durations, "json.dumps", timed(partial(json.dumps, plain), 20))


def test_reading_notation(benchmark: BenchmarkFixture, meeting: Meeting):
    text, other = write_notation(meeting), write_json(meeting)
    durations = taken(benchmark, partial(read_notation, text), 20)
    print_row("reading notation", durations, "json.loads", timed(partial(json.loads, other), 20))


def test_writing_json(benchmark: BenchmarkFixture, meeting: Meeting):
    plain = json.loads(write_json(meeting))
    floor = timed(partial(json.dumps, plain, indent=2, ensure_ascii=False), 20)
    durations = taken(benchmark, partial(write_json, meeting), 20)
    print_row("writing JSON", durations, "json.dumps", floor)


def test_reading_json(benchmark: BenchmarkFixture, meeting: Meeting):
    text = write_json(meeting)
    durations = taken(benchmark, partial(read_json, text.encode()), 20)
    print_row("reading JSON", durations, "json.loads", timed(partial(json.loads, text), 20))


def test_checking(benchmark: BenchmarkFixture, meeting: Meeting):
    print_row("every check", taken(benchmark, partial(check, meeting), 20))


def test_composing(benchmark: BenchmarkFixture, meeting: Meeting):
    style = house_style("")
    print_row("composing the minutes", taken(benchmark, partial(compose, meeting, style), 50))
