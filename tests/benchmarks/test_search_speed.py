"""A search of 100,000 and of 500,000 entries: the newest fifty with their snippets."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from long_meetings import meeting_with
from measured import percentile, print_budget, print_row, taken
from msgspec import Struct
from msgspec.structs import replace
from own_keys import KEYS
from pytest_benchmark.fixture import BenchmarkFixture

from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.changes import ChangeLog
from clerkapp.archive.driver import Connection
from clerkapp.archive.index import bring_up
from clerkapp.archive.search import search
from clerkapp.archive.store import Stored, save
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting, entries_of

SIZES = (100_000, 500_000)  # entries: those of twenty years, and of a house with many committees
ENTRIES_A_MEETING = 250
DAYS = 20 * 365
ROWS_INDEXED_AT_A_TIME = 20_000
BUDGET = 5.0  # milliseconds, for 99 searches of 100
ROUNDS = 400


class Kept(Struct, frozen=True):
    """An archive of so many entries over many days, and how many of them have each word."""

    path: Path
    entries: int
    words: Counter[str]


@pytest.fixture(scope="module", params=SIZES)
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """An archive that is made once for all measurements of its size."""
    path = tmp_path_factory.mktemp("search") / "archive.db"
    words: Counter[str] = Counter()
    with Archive(path, KEYS) as archive:
        assert archive._writer.index(5)
        db = archive._db  # its own thread writes nothing meanwhile: nothing is handed to it
        _save(db, _meetings(request.param, words))
        while not bring_up(db, ROWS_INDEXED_AT_A_TIME):
            pass
    return Kept(path, request.param, Counter({w: n for w, n in words.items() if w.isalpha()}))


def _meetings(entries: int, words: Counter[str]) -> Iterator[Meeting]:
    """Meetings with so many entries together, the first of them the earliest."""
    number = entries // ENTRIES_A_MEETING
    model = meeting_with(ENTRIES_A_MEETING)
    for _, entry in entries_of(model):
        words.update(dict.fromkeys(entry.text.casefold().split(), number))
    for n in range(number):
        date = dt.date(2006, 1, 5) + dt.timedelta(days=DAYS * n // number)
        yield replace(copied(model, new_id), heading=replace(model.heading, date=date))


def _save(db: Connection, meetings: Iterator[Meeting]) -> None:
    """Saves in one transaction: to wait for the disk for each would take minutes."""
    log = ChangeLog(db)
    db.run("BEGIN IMMEDIATE")
    for meeting in meetings:
        save(db, log, Stored(), meeting)
    db.run("COMMIT")


@pytest.mark.parametrize(
    "what", ["words", "4-letter beginnings", "two words", "what is typed", "a letter*"]
)
def test_the_newest_fifty(benchmark: BenchmarkFixture, kept: Kept, what: str):
    chance = random.Random(what)
    known = sorted(kept.words)
    long = [word for word in known if len(word) >= 4]

    def asked() -> str:
        match what:
            case "words":
                return chance.choice(known)
            case "two words":
                return f"{chance.choice(known)} {chance.choice(known)}"
            case "what is typed":  # of one letter no beginning is taken while it is typed
                word = chance.choice(long)
                return f"{word[: chance.randint(2, len(word))]}*"
            case "a letter*":
                return f"{chance.choice(long)[0]}*"
            case _:
                return f"{chance.choice(long)[:4]}*"

    with ArchiveReader(kept.path, KEYS) as reader:
        durations = taken(benchmark, lambda: search(reader, asked()), ROUNDS)
    print_row(f"{what} in {kept.entries:,} entries", durations)
    if what != "a letter*":  # the index of beginnings has none so short
        print_budget("p99", percentile(durations, 0.99) * 1000, BUDGET, "ms")


def test_the_most_frequent_word(benchmark: BenchmarkFixture, kept: Kept):
    word, number = kept.words.most_common(1)[0]
    with ArchiveReader(kept.path, KEYS) as reader:
        durations = taken(benchmark, partial(search, reader, word), 100)
    print_row(f"“{word}”, which {number:,} of {kept.entries:,} entries have", durations)
