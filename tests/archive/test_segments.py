"""Segments: what was appended is read again, and nothing that was changed is taken for it."""

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_keys import KEY, KEYS

from clerkapp.archive.keys.data_key import new_data_key
from clerkapp.archive.segments import (
    Record,
    Segment,
    SegmentWriter,
    read_header,
    read_segment,
    segment_paths,
)
from clerkapp.errors import ArchiveDamaged, ArchiveError

values = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=20)
parameters = st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=5), values, max_size=3)
statements = st.lists(st.tuples(st.text(max_size=20), parameters), max_size=3).map(tuple)


@st.composite
def records(draw: st.DrawFn, least: int = 0) -> list[Record]:
    drawn = draw(st.lists(statements, min_size=least, max_size=5))
    return [Record(f"mark {n}", f"mark {n + 1}", each) for n, each in enumerate(drawn)]


def written(folder: Path, held: list[Record], key=KEY) -> tuple[Path, list[int]]:
    """A new segment that holds those records, and where in the file each begins; its end too."""
    writer = SegmentWriter(folder, "archive", key, "mark 0", 3)
    places = [writer.path.stat().st_size]
    for each in held:
        writer.append(each)
        writer.sync()
        places.append(writer.path.stat().st_size)
    writer.close()
    return writer.path, places


def read_as(path: Path, data: bytes) -> Segment:
    path.write_bytes(data)
    return read_segment(path, KEYS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stick")


@given(held=records())
def test_what_was_appended_is_read_again(folder: Path, held: list[Record]):
    path, _ = written(folder, held)
    segment = read_segment(path, (new_data_key(), KEY))
    assert (segment.records, segment.fault) == (tuple(held), "")
    assert segment.header == read_header(path)
    assert (segment.header.begins, segment.header.release) == ("mark 0", 3)


@given(held=records(least=1), data=st.data())
def test_a_record_that_was_cut_short_is_left_out_without_a_word(
    folder: Path, held: list[Record], data: st.DataObject
):
    path, places = written(folder, held)
    whole = path.read_bytes()
    end = data.draw(st.integers(places[0], len(whole) - 1))
    room = data.draw(st.integers(0, 40))
    cut = whole[:end].rstrip(b"\0") + bytes(room)
    segment = read_as(path, cut)
    # a tag may end in a zero byte, so that the cut takes it or the room gives it back
    kept = sum(1 for each in places[1:] if cut[:each] == whole[:each])
    assert segment.records == tuple(held[:kept])
    assert segment.fault == ""


@given(held=records(least=1), data=st.data())
def test_a_byte_that_has_changed_shows_and_what_was_before_it_is_kept(
    folder: Path, held: list[Record], data: st.DataObject
):
    path, places = written(folder, held)
    changed = bytearray(path.read_bytes())
    place = data.draw(st.integers(places[0], len(changed) - 1))
    changed[place] ^= 1 << data.draw(st.integers(0, 7))
    segment = read_as(path, bytes(changed))
    whole = sum(1 for each in places[1:] if each <= place)
    assert segment.records == tuple(held[:whole])
    seems_cut_short = changed[-1] == 0 and place >= places[-2]
    assert segment.fault or seems_cut_short


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7), held=records(least=1))
def test_a_header_that_has_changed_gives_nothing(
    folder: Path, place: int, bit: int, held: list[Record]
):
    path, places = written(folder, held)
    changed = bytearray(path.read_bytes())
    changed[place % places[0]] ^= 1 << bit
    try:
        segment = read_as(path, bytes(changed))
    except ArchiveError:
        return
    assert segment.records == ()
    seems_cut_short = changed[-1] == 0 and len(held) == 1
    assert segment.fault or seems_cut_short


@given(held=records(least=2), data=st.data())
def test_records_that_were_swapped_left_out_or_doubled_show(
    folder: Path, held: list[Record], data: st.DataObject
):
    path, places = written(folder, held)
    whole = path.read_bytes()
    parts = [whole[start:end] for start, end in pairwise(places)]
    one = data.draw(st.integers(0, len(parts) - 2))
    other = data.draw(st.integers(one + 1, len(parts) - 1))
    swapped = list(parts)
    swapped[one], swapped[other] = parts[other], parts[one]
    without = parts[:one] + parts[one + 1 :]
    doubled = [*parts[: one + 1], *parts[one:]]
    for changed, kept in ((swapped, one), (without, one), (doubled, one + 1)):
        segment = read_as(path, whole[: places[0]] + b"".join(changed))
        assert segment.records == tuple(held[:kept])
        assert segment.fault


def test_a_record_of_another_segment_does_not_fit(folder: Path):
    held = [Record("mark 0", "mark 1", (("UPDATE meeting SET place = ?", ["there"]),))]
    (one, [start, _]), (other, [_, _]) = written(folder, held), written(folder, held)
    mixed = read_as(one, one.read_bytes()[:start] + other.read_bytes()[start:])
    assert mixed.records == ()
    assert mixed.fault == f"{one} is damaged after its first 0 records"


def test_the_words_are_in_no_byte_of_the_file_and_another_key_does_not_open_it(tmp_path: Path):
    held = [Record("mark 0", "mark 1", (("UPDATE entry SET text = ?", ["exempt words"]),))]
    path, _ = written(tmp_path, held)
    assert b"exempt" not in path.read_bytes()
    assert b"UPDATE" not in path.read_bytes()
    with pytest.raises(ArchiveError, match="another key"):
        read_segment(path, (new_data_key(),))


def test_a_strange_file_and_no_file_are_told(tmp_path: Path):
    strange = tmp_path / "strange.segment"
    strange.write_bytes(b"Clerkapp segment 1\n")
    for read in (read_header, lambda path: read_segment(path, KEYS)):
        with pytest.raises(ArchiveDamaged, match="no segment"):
            read(strange)
        with pytest.raises(ArchiveError, match="cannot be read"):
            read(tmp_path / "none.segment")


def test_the_segments_of_another_archive_are_left_out(tmp_path: Path):
    written(tmp_path, [])
    SegmentWriter(tmp_path, "other", KEY, "", 3).close()
    (tmp_path / "archive.segment").touch()
    (path,) = segment_paths("archive", tmp_path)
    assert path.name.startswith("archive-2")
    assert segment_paths("archive", tmp_path / "none") == []


def test_a_file_that_was_deleted_takes_nothing_more(tmp_path: Path):
    writer = SegmentWriter(tmp_path, "archive", KEY, "mark 0", 3)
    writer.append(Record("mark 0", "mark 1", ()))
    writer.path.unlink()
    with pytest.raises(FileNotFoundError):
        writer.sync()
    writer.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_nobody_else_can_read_it(tmp_path: Path):
    path, _ = written(tmp_path, [])
    assert path.stat().st_mode & 0o077 == 0
