"""The stationery of a council is kept in the archive, encrypted and carried as the minutes are."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from own_keys import KEYS
from pictures import png

from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.read_only import ReadOnlyArchive
from clerkapp.archive.stationery import every_stationery, stationery_of
from clerkapp.errors import ArchiveReadOnly
from clerkapp.meeting.stationery import KeptFile, Stationery

OWN = Stationery(
    "Brookmere “Town” Council",
    KeptFile("letter.dotx", bytes(range(256))),
    KeptFile("crest.png", png()),
    "A star over two waves",
    line_numbers=True,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def test_a_council_of_which_nothing_is_kept_has_a_plain_one(path: Path):
    with Archive(path, KEYS) as archive:
        assert stationery_of(archive, "Nowhere") == Stationery("Nowhere")
        assert every_stationery(archive) == ()


def test_it_is_there_again_when_the_archive_was_carried_elsewhere(path: Path, tmp_path: Path):
    other = replace(OWN, council="Another Council", template=None)
    with Archive(path, KEYS) as archive:
        archive.keep_stationery(OWN)
        archive.keep_stationery(other)
    carried = tmp_path / "stick" / "archive.db"
    carried.parent.mkdir()
    for each in path.parent.glob("archive.db*"):
        each.rename(carried.parent / each.name)
    with ArchiveReader(carried, KEYS) as archive:
        assert stationery_of(archive, OWN.council) == OWN
        assert every_stationery(archive) == (other, OWN)


def test_what_is_replaced_or_removed_is_gone(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_stationery(OWN)
        archive.keep_stationery(replace(OWN, crest=None, crest_words=""))
        assert stationery_of(archive, OWN.council).crest is None
        archive.keep_stationery(Stationery(OWN.council))
        assert every_stationery(archive) == ()


def test_what_a_later_release_wrote_is_left_alone(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_stationery(OWN)
    with Archive(path, KEYS) as archive:
        archive._db.run("UPDATE stationery SET details = '{\"seal\": 1}'")
        assert stationery_of(archive, OWN.council) == Stationery(OWN.council)


def test_an_archive_that_cannot_be_written_keeps_none(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_stationery(OWN)
    archive = ReadOnlyArchive(path, KEYS, "the folder cannot be written to")
    with archive, pytest.raises(ArchiveReadOnly, match="cannot be written to"):
        archive.keep_stationery(OWN)
