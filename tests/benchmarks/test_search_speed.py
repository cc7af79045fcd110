"""A search of 100,000 entries: the newest fifty with their snippets, and a save beside it."""

import datetime as dt
import random
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from long_meetings import meeting_with
from measured import percentile, print_budget, print_row, taken
from own_keys import KEYS
from pytest_benchmark.fixture import BenchmarkFixture

from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.search import search
from clerkapp.meeting.meeting import entries_of

MEETINGS = 400
ENTRIES_A_MEETING = 250
BUDGET = 5.0  # milliseconds, for 99 searches of 100
ROUNDS = 400


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Counter[str]]:
    """The path of an archive of 100,000 entries over many days, and how many have each word."""
    path = tmp_path_factory.mktemp("search") / "archive.db"
    words: Counter[str] = Counter()
    with Archive(path, KEYS) as archive:
        for n in range(MEETINGS):
            meeting = meeting_with(ENTRIES_A_MEETING)
            date = dt.date(2006, 1, 5) + dt.timedelta(days=18 * n)
            meeting = replace(meeting, heading=replace(meeting.heading, date=date))
            archive.add(meeting)
            for _, entry in entries_of(meeting):
                words.update(set(entry.text.casefold().split()))
        assert archive._writer.index(120)
    return path, Counter({word: n for word, n in words.items() if word.isalpha()})


@pytest.mark.parametrize("what", ["words", "4-letter beginnings", "two words", "what is typed"])
def test_the_newest_fifty(benchmark: BenchmarkFixture, kept: tuple[Path, Counter[str]], what: str):
    path, words = kept
    chance = random.Random(what)
    known = sorted(words)

    def asked() -> str:
        word = chance.choice(known)
        match what:
            case "words":
                return word
            case "two words":
                return f"{word} {chance.choice(known)}"
            case "what is typed":
                return f"{word[: chance.randint(1, len(word))]}*"
            case _:
                return f"{word[:4]}*"

    with ArchiveReader(path, KEYS) as reader:
        durations = taken(benchmark, lambda: search(reader, asked()), ROUNDS)
    print_row(f"{what} in 100,000 entries", durations)
    print_budget("p99", percentile(durations, 0.99) * 1000, BUDGET, "ms")


def test_the_most_frequent_word(benchmark: BenchmarkFixture, kept: tuple[Path, Counter[str]]):
    path, words = kept
    word, number = words.most_common(1)[0]
    with ArchiveReader(path, KEYS) as reader:
        durations = taken(benchmark, partial(search, reader, word), 100)
    print_row(f"“{word}”, which {number:,} of 100,000 entries have", durations)
