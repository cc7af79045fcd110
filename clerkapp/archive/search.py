"""Finds words in the archive."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from clerkapp.archive.archive import ArchiveReader
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import AgendaItem, Meeting, entries_of


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that has the words, or an item whose title has them."""

    meeting: Meeting
    item: AgendaItem
    entry: Entry | None


def search(archive: ArchiveReader, words: str) -> Iterator[Hit]:
    """Every place that has all of `words`, in the latest meeting first.

    Case and accents make no difference. Every meeting is read through: fit for the archives of
    a few years, and the same answers as an index would give for the beginnings of words.
    """
    wanted = _plain(words).split()
    if not wanted:
        return
    for meeting in archive.every_meeting():
        for item in meeting.items:
            if _has(item.title, wanted):
                yield Hit(meeting, item, None)
        for item, entry in entries_of(meeting):
            if _has(entry.text, wanted):
                yield Hit(meeting, item, entry)


def _has(text: str, wanted: list[str]) -> bool:
    plain = _plain(text)
    return all(word in plain for word in wanted)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
