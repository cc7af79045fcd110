"""A person's own shorthand is kept in the archive, encrypted as the minutes are."""

from pathlib import Path

import pytest
from meetings import brookmere
from own_keys import KEYS

from clerkapp.archive.archive import Archive
from clerkapp.archive.read_only import ReadOnlyArchive
from clerkapp.archive.shorthand import own_shorthand
from clerkapp.errors import ArchiveReadOnly
from clerkapp.wording.shorthand import Shorthand

OWN = Shorthand({"lt": "the “Long”\\ Term\nPlan"}, {"a b": "It was {time} o'clock."})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def test_a_new_archive_has_none(path: Path):
    with Archive(path, KEYS) as archive:
        assert own_shorthand(archive) == Shorthand()


def test_it_is_there_again_the_next_time(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_shorthand(OWN)
        assert archive.settle()
        assert own_shorthand(archive) == OWN
    with Archive(path, KEYS) as archive:
        assert own_shorthand(archive) == OWN
        archive.keep_shorthand(Shorthand({"x": "y"}))
        assert archive.settle()
        assert own_shorthand(archive) == Shorthand({"x": "y"})


def test_no_word_of_it_can_be_read_in_any_file(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_shorthand(OWN)
        archive.add(brookmere())
        assert archive.settle()
        files = [each for each in path.parent.rglob("*") if each.is_file()]
        assert len(files) > 1
        assert not any(b"Term" in each.read_bytes() for each in files)
    files = [each for each in path.parent.rglob("*") if each.is_file()]
    assert not any(b"Term" in each.read_bytes() for each in files)


def test_it_goes_along_to_another_folder(path: Path, tmp_path: Path):
    other = tmp_path / "stick"
    other.mkdir()
    with Archive(path, KEYS) as archive:
        archive.add(brookmere())
        archive.keep_shorthand(OWN)
        archive.go_on_in(other)
        archive.keep(brookmere())
        assert archive.settle()
        while archive.path == path:
            pass
        assert own_shorthand(archive) == OWN


def test_it_is_read_and_not_changed_where_nothing_can_be(path: Path):
    with Archive(path, KEYS) as archive:
        archive.keep_shorthand(OWN)
    with ReadOnlyArchive(path, KEYS, "it is read-only") as archive:
        assert own_shorthand(archive) == OWN
        with pytest.raises(ArchiveReadOnly):
            archive.keep_shorthand(Shorthand())
