"""Search: the index may lag, the answer may not; and nothing that was removed is found."""

import re
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEY, KEYS

from clerkapp.archive import index, writer
from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.index import bring_up
from clerkapp.archive.marking import BEGIN_MARK, marked
from clerkapp.archive.query import Query, Term
from clerkapp.archive.search import Hit, search
from clerkapp.meeting import edits
from clerkapp.meeting.copying import copied
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import AgendaItem, Meeting, entries_of
from clerkapp.notation.dates import read_date
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An archive that indexes only when it is asked to."""
    monkeypatch.setattr(writer, "IDLE_SECONDS", 1000.0)
    with Archive(tmp_path / "archive.db", KEYS) as opened:
        assert opened._writer.index(5)
        yield opened


def meeting_on(date: str, *texts: str, committee: str = "Finance") -> Meeting:
    entries = tuple(Entry(new_id(), EntryKind.NOTE, text) for text in texts)
    meeting = Meeting(new_id(), items=(AgendaItem(new_id(), "Report", entries=entries),))
    heading = replace(meeting.heading, committee=committee, date=read_date(date) if date else None)
    return replace(meeting, heading=heading)


def lagging(archive: Archive, words: str, limit: int | None = 50) -> list[Hit]:
    """What a process that only reads finds."""
    with ArchiveReader(archive.path, KEYS) as reader:
        return list(search(reader, words, limit).hits)


def waiting(archive: Archive) -> int:
    with ArchiveReader(archive.path, KEYS) as reader:
        return reader._db.number("SELECT count(*) FROM unindexed")


def both(archive: Archive, words: str) -> list[str]:
    """The texts found, which are the same before and after the index is brought up."""
    assert archive.settle()
    before = lagging(archive, words)
    found = list(search(archive, words).hits)
    assert waiting(archive) == 0
    assert found == before
    return [hit.text for hit in found]


def test_a_hit_says_where_it_is(archive: Archive):
    meeting = copied(brookmere(), new_id)
    archive.add(meeting)
    (hit,) = search(archive, "MONEY recruiting").hits
    item = meeting.items[1]
    assert hit == Hit(
        meeting.id, meeting.heading.date, "Corporate Overview and Scrutiny Committee",
        item.id, "2", "Digital progress update", item.entries[0].id, "question",
        item.entries[0].text, hit.snippet,
    )  # fmt: skip
    assert marked(hit.snippet, "[", "]") == (
        "Members asked whether there was [money] in the budget for [recruitment]."
    )
    (title,) = search(archive, "digital kind:title").hits
    assert (title.entry_id, title.kind, title.text) == ("", "title", "Digital progress update")


WORDS = [
    ("money", 1), ("MONEY budget", 1), ("money zebra", 0), ('"in the budget"', 1),
    ('"budget the in"', 0), ("recru*", 1), ("recruiting", 1), ("o briain", 0), ("retrained", 1),
    ("recruitme*", 1), ("recruits*", 0), ("bus*", 0), ('"for recruitm"*', 1), ("mone* memb*", 1),
    ("committee:overview kind:question", 1), ("committee:finance", 0), ("kind:resolution", 1),
    ("from:2026-03-05 to:2026-03-05 money", 1), ("from:2026-03-06 money", 0),
    ("to:2026-03-04 money", 0), ("to:2026", 7), ("OR", 0), ("NOT money", 0),
]  # fmt: skip


@pytest.mark.parametrize(("words", "number"), WORDS)
def test_the_index_and_a_plain_scan_find_the_same(archive: Archive, words: str, number: int):
    archive.add(copied(brookmere(), new_id))
    assert len(both(archive, words)) == number


def test_accents_make_no_difference(archive: Archive):
    archive.add(meeting_on("2026-03-05", "Cllr Siân Ŵyn spoke."))
    assert both(archive, "sian wyn") == both(archive, "SIÂN ŵyn") == ["Cllr Siân Ŵyn spoke."]


def test_a_beginning_finds_the_words_that_begin_so_and_no_others(archive: Archive):
    sample = resource("samples", "overview-and-scrutiny.minutes").read_bytes()
    meeting = read_notation(sample, new_id).meeting
    archive.add(meeting)
    words = {
        entry.id: set(re.findall(r"[^\W_]+", entry.text.casefold()))
        for _, entry in entries_of(meeting)
    }
    ascii_words = {word for held in words.values() for word in held if word.isascii()}
    for beginning in {word[:n] for word in ascii_words for n in range(2, len(word) + 1)}:
        hits = search(archive, f"{beginning}*", None).hits
        found = {hit.entry_id for hit in hits if hit.entry_id}
        having = {each for each in words if any(w.startswith(beginning) for w in words[each])}
        assert found == having, beginning
        assert all(BEGIN_MARK in hit.snippet for hit in hits), beginning


@pytest.mark.parametrize(("words", "snippet"), [
    ("lamp", "… lit and the long line of [lamps] was seen from the hill"),
    ("riv*", "seen too, as was the [river] and the mill."),
    ('"the hill"', "was seen from [the hill], and"),
    ("kind:note", "At dusk the fire was lit and the long"),
])  # fmt: skip
def test_a_snippet_has_the_words_around_what_was_found(archive: Archive, words, snippet):
    text = (
        "At dusk the fire was lit and the long line of lamps was seen from the hill, and the road"
        " was seen too, as was the river and the mill."
    )
    archive.add(meeting_on("2026-03-05", text))
    (hit,) = search(archive, words).hits
    assert snippet in marked(hit.snippet, "[", "]")
    assert len(hit.snippet.split()) <= 26


def test_the_latest_meeting_comes_first_and_its_minutes_in_their_order(archive: Archive):
    first = meeting_on("2026-03-05", "lamp 1", "lamp 2", "lamp 3")
    for meeting in (first, meeting_on("", "lamp 9"), meeting_on("2027-01-01", "lamp 0"),
                    meeting_on("2020-01-01", "lamp 8")):  # fmt: skip
        archive.add(meeting)
    archive.add(edits.move_entry(first, first.items[0].entries[2].id, 0))
    texts = [f"lamp {n}" for n in (0, 3, 1, 2, 8, 9)]
    assert both(archive, "lamp") == texts
    for limit in range(1, 7):
        found = search(archive, "lamps", limit)
        assert [hit.text for hit in found.hits] == texts[:limit]
        assert found.more == 6 - limit
        assert found.more_words == (f"and {6 - limit} more" if limit < 6 else "")


def test_more_than_a_thousand_are_not_counted(archive: Archive):
    archive.add(meeting_on("2026-03-05", *(f"lamp {n}" for n in range(1060))))
    assert search(archive, "lamp").more_words == "and over 1,000 more"
    assert len(search(archive, "lamp", None).hits) == 1060


def test_what_is_removed_is_not_found(archive: Archive):
    meeting = meeting_on("2026-03-05", "lamp 1", "lamp 2")
    other = meeting_on("2026-03-06", "lamp 3")
    archive.add(meeting)
    archive.add(other)
    assert both(archive, "lamp") == ["lamp 3", "lamp 1", "lamp 2"]
    without = edits.remove_entry(meeting, meeting.items[0].entries[0].id)
    archive.add(without)
    assert both(archive, "lamp") == ["lamp 3", "lamp 2"]
    archive.add(edits.remove_item(without, meeting.items[0].id))
    assert both(archive, "lamp") == ["lamp 3"]
    archive.add(meeting)
    assert both(archive, "lamp") == ["lamp 3", "lamp 1", "lamp 2"]
    archive.remove(other.id)
    assert both(archive, "lamp") == ["lamp 1", "lamp 2"]
    assert both(archive, "kind:title") == ["Report"]


def test_a_meeting_that_is_held_on_another_day_moves(archive: Archive):
    first, second = meeting_on("2026-03-05", "lamp 1"), meeting_on("2026-03-06", "lamp 2")
    archive.add(first)
    archive.add(second)
    assert both(archive, "lamp") == ["lamp 2", "lamp 1"]
    archive.add(replace(first, heading=replace(first.heading, date=read_date("2026-04-01"))))
    assert both(archive, "lamp") == ["lamp 1", "lamp 2"]
    assert both(archive, "lamp from:2026-04-01") == ["lamp 1"]
    assert both(archive, "kind:note to:2026-03-31") == ["lamp 2"]


@pytest.mark.parametrize("date", ["2026-03-05", ""])
def test_one_meeting_alone_can_be_looked_through(archive: Archive, date: str):
    first, second = meeting_on(date, "lamp 1"), meeting_on(date, "lamp 2")
    for meeting in (first, second):
        archive.add(meeting)
        for _ in range(2):  # by a plain scan, and by the index
            with ArchiveReader(archive.path, KEYS) as reader:
                found = search(reader, Query((Term("lamp"),), meeting=first.id))
            assert ([hit.text for hit in found.hits], found.more) == (["lamp 1"], 0)
            assert archive._writer.index(5)


def test_typing_puts_one_row_on_the_list_and_a_move_none(archive: Archive):
    meeting = meeting_on("2026-03-05", "lamp 1", "lamp 2", "lamp 3")
    archive.add(meeting)
    both(archive, "lamp")
    archive.add(edits.move_entry(meeting, meeting.items[0].entries[2].id, 0))
    assert waiting(archive) == 0
    for n in range(5):
        archive.add(edits.set_text(meeting, meeting.items[0].entries[0].id, f"lamp {n}0"))
    assert waiting(archive) == 1


def test_the_writer_indexes_when_nobody_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writer, "IDLE_SECONDS", 0.05)
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(copied(brookmere(), new_id))
        paused = threading.Event()
        for _ in range(100):
            if waiting(archive) == 0:
                break
            paused.wait(0.05)
        assert waiting(archive) == 0


def test_closing_indexes_what_is_left(archive: Archive):
    archive.add(copied(brookmere(), new_id))
    assert waiting(archive) == 7
    archive.close()
    assert waiting(archive) == 0
    assert [hit.kind for hit in lagging(archive, "money")] == ["question"]


def test_an_index_that_cannot_be_written_does_not_stop_saves(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.02)
    archive.add(meeting_on("2026-03-05", "lamp 1"))

    def fail(_db: Connection) -> bool:
        raise DatabaseError("disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(index, "bring_up", fail)
        assert [hit.text for hit in search(archive, "lamp").hits] == ["lamp 1"]
        archive.add(meeting_on("2026-03-06", "lamp 2"))
    assert both(archive, "lamp") == ["lamp 2", "lamp 1"]


def test_a_fault_of_ours_in_the_index_does_not_stop_saves(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    archive.add(meeting_on("2026-03-05", "lamp 1"))
    with monkeypatch.context() as broken:
        broken.setattr(index, "bring_up", lambda _db: 1 / 0)
        assert [hit.text for hit in search(archive, "lamp").hits] == ["lamp 1"]
    assert "kept words from being indexed" in caplog.text
    caplog.clear()
    archive.add(meeting_on("2026-03-06", "lamp 2"))
    assert both(archive, "lamp") == ["lamp 2", "lamp 1"]


def test_an_archive_of_the_first_release_is_brought_up_and_indexed(archive: Archive):
    archive.add(copied(brookmere(), new_id))
    archive.close()
    as_of_the_first_release(archive.path)
    with Archive(archive.path, KEYS) as opened:
        assert [hit.kind for hit in search(opened, "money").hits] == ["question"]
        assert opened._writer.index(5)
        assert waiting(opened) == 0
        assert [hit.kind for hit in search(opened, "money").hits] == ["question"]


def as_of_the_first_release(path: Path) -> None:
    """Takes the second step back."""
    db = Connection(path, KEY, writing=True)
    for name in ("entry_added", "entry_changed", "item_added", "item_changed", "meeting_changed"):
        db.run(f"DROP TRIGGER {name}")
    for table in ("unindexed", "indexed_words", "indexed"):
        db.run(f"DROP TABLE {table}")
    db.run("DELETE FROM _sqlite_migrations WHERE name = 'words_to_be_searched'")
    db.run("PRAGMA user_version=1")
    db.close()


def test_a_packed_copy_finds_the_same(archive: Archive, tmp_path: Path):
    meeting = meeting_on("2026-03-05", *(f"lamp {n}" for n in range(20)))
    archive.add(meeting)
    archive.add(edits.remove_entry(meeting, meeting.items[0].entries[3].id))
    texts = both(archive, "lamp")
    archive._db.run("VACUUM INTO ?", [str(tmp_path / "copy.db")])
    with ArchiveReader(tmp_path / "copy.db", KEYS) as copy:
        assert [hit.text for hit in search(copy, "lamp").hits] == texts


def test_the_index_is_brought_up_in_pieces(archive: Archive):
    archive.add(meeting_on("2026-03-05", *(f"lamp {n}" for n in range(10))))
    db = Connection(archive.path, KEY, writing=True)
    assert not bring_up(db, 4)
    assert len(lagging(archive, "lamp")) == 10
    assert not bring_up(db, 4)
    assert bring_up(db, 4)
    db.run("INSERT INTO indexed_words (indexed_words) VALUES ('integrity-check')")
    db.close()


vocabulary = st.lists(st.sampled_from(["lamp", "lamps", "light", "Litter"]), max_size=4)
places = st.integers(0, 8)


class Searched(RuleBasedStateMachine):
    """Meetings written, changed, removed and indexed in any order; a plain look is the oracle."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.archive = Archive(Path(self.folder.name) / "archive.db", KEYS)
        self.meetings: dict[str, Meeting] = {}

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            self.archive.close()
            self.folder.cleanup()

    def keep(self, meeting: Meeting) -> None:
        self.archive.add(meeting)
        self.meetings[meeting.id] = meeting

    def chosen(self, place: int) -> Meeting | None:
        held = list(self.meetings.values())
        return held[place % len(held)] if held else None

    @rule(day=st.integers(1, 3), texts=st.lists(vocabulary, max_size=3))
    def add(self, day: int, texts: list[list[str]]) -> None:
        self.keep(meeting_on(f"2026-03-0{day}", *map(" ".join, texts)))

    @rule(which=places, at=places, words=vocabulary)
    def write(self, which: int, at: int, words: list[str]) -> None:
        if meeting := self.chosen(which):
            entries = [entry for _, entry in entries_of(meeting)]
            if entries:
                self.keep(edits.set_text(meeting, entries[at % len(entries)].id, " ".join(words)))

    @rule(which=places, at=places)
    def drop_entry(self, which: int, at: int) -> None:
        if meeting := self.chosen(which):
            entries = [entry for _, entry in entries_of(meeting)]
            if entries:
                self.keep(edits.remove_entry(meeting, entries[at % len(entries)].id))

    @rule(which=places, day=st.integers(1, 3))
    def put_off(self, which: int, day: int) -> None:
        if meeting := self.chosen(which):
            date = read_date(f"2026-03-0{day}")
            self.keep(replace(meeting, heading=replace(meeting.heading, date=date)))

    @rule(which=places)
    def remove(self, which: int) -> None:
        if meeting := self.chosen(which):
            self.archive.remove(meeting.id)
            del self.meetings[meeting.id]

    @rule()
    def index(self) -> None:
        assert self.archive._writer.index(5)

    @invariant()
    def everything_is_found_and_nothing_else(self) -> None:
        if not hasattr(self, "archive"):
            return
        held = sorted(self.meetings.values(), key=lambda m: (m.heading.date, m.id), reverse=True)
        lamps = [
            entry.text
            for meeting in held
            for _, entry in entries_of(meeting)
            if {"lamp", "lamps"} & set(entry.text.split())
        ]
        assert [hit.text for hit in lagging(self.archive, "lamp", None)] == lamps
        assert [hit.text for hit in lagging(self.archive, "lamp", 2)] == lamps[:2]


Searched.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestSearched = Searched.TestCase
