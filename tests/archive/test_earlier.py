"""What was written at earlier meetings of a committee."""

import datetime as dt
from pathlib import Path

from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEYS

from clerkapp.archive.archive import Archive
from clerkapp.archive.earlier import earlier_texts
from clerkapp.meeting import edits
from clerkapp.meeting.copying import copied
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import AgendaItem, Meeting


def meeting(date: str, *texts: str, committee: str = "Planning") -> Meeting:
    entries = tuple(Entry(new_id(), EntryKind.NOTE, text) for text in texts)
    heading = replace(brookmere().heading, committee=committee, date=dt.date.fromisoformat(date))
    return Meeting(new_id(), heading, items=(AgendaItem(new_id(), "One", entries=entries),))


def found(archive: Archive, apart_from: str = "") -> list[str]:
    return [text for piece in earlier_texts(archive, "Planning", apart_from) for text in piece]


def test_the_newest_meeting_of_the_committee_comes_first(tmp_path: Path):
    with Archive(tmp_path / "archive.db", KEYS) as archive:
        old, new = meeting("2026-01-01", "old", "older"), meeting("2026-02-01", "new")
        other = meeting("2026-03-01", "other", committee="Finance")
        sample = replace(meeting("2026-03-01", "sample"), is_sample=True)
        for each in (old, new, other, sample):
            archive.add(each)
        assert found(archive) == ["new", "old", "older"]
        assert found(archive, new.id) == ["old", "older"]
        archive.remove(old.id)
        assert found(archive) == ["new"]


def test_what_is_exempt_is_left_out(tmp_path: Path):
    with Archive(tmp_path / "archive.db", KEYS) as archive:
        one = meeting("2026-01-01", "open", "secret")
        archive.add(edits.set_entry_exempt(one, one.items[0].entries[1].id, Exempt("3")))
        two = meeting("2026-01-02", "secret too")
        archive.add(edits.set_item_exempt(two, two.items[0].id, Exempt("3")))
        assert found(archive) == ["open"]


def test_a_long_meeting_comes_in_pieces(tmp_path: Path):
    with Archive(tmp_path / "archive.db", KEYS) as archive:
        texts = [f"number {n}" for n in range(250)]
        archive.add(copied(meeting("2026-01-01", *texts), new_id))
        pieces = list(earlier_texts(archive, "Planning", ""))
        assert [len(piece) for piece in pieces] == [100, 100, 50]
        assert [text for piece in pieces for text in piece] == texts
