"""The second drive: it has every save, it may come and go, and nobody waits for it."""

import datetime as dt
import logging
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import initialize, rule
from killing import typed_until_killed
from meetings import brookmere, meetings
from own_keys import KEY, KEYS
from test_model import OneMeeting
from test_snapshots import content, flipped
from typist import TEXT

from clerkapp.archive import second_drive
from clerkapp.archive.archive import Archive
from clerkapp.archive.driver import Connection
from clerkapp.archive.keys.data_key import new_data_key
from clerkapp.archive.keys.key_file import KeyFile, read_key_file, write_key_file
from clerkapp.archive.replaying import Continuation, continuation, following, mark, needed
from clerkapp.archive.restoring import newest_sound, preview, restore
from clerkapp.archive.schema import VERSION
from clerkapp.archive.second_folder import NOTE, choose, doubts_about, second_folder
from clerkapp.archive.segments import Header, Record, Segment, read_segment, segment_paths
from clerkapp.archive.snapshots import snapshots
from clerkapp.archive.verifying import tables
from clerkapp.editing.session import MeetingSession
from clerkapp.errors import ArchiveDamaged, ArchiveError, NoArchive
from clerkapp.meeting import edits
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting

OF_THE_INDEX = ("indexed", "unindexed")


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_drive, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(second_drive, "_SECONDS_AFTER_A_FAILURE", 0.02)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "computer" / "archive.db"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick" / "minutes"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def archive(path: Path, stick: Path) -> Iterator[Archive]:
    """An archive whose second drive has a backup."""
    with Archive(path, KEYS) as opened:
        opened.keep_second_copy(stick)
        assert opened.settle_second_copy(10)
        yield opened


def rows(path: Path) -> dict[str, list]:
    """Every row of every table but those of the index of words."""
    db = Connection(path, KEY, writing=False)
    named = [each for each in tables(db) if not each.startswith(OF_THE_INDEX)]
    found = {each: sorted(map(repr, db.rows(f"SELECT * FROM {each}"))) for each in named}
    db.close()
    return found


def restored(stick: Path, folder: Path) -> Path:
    """The archive as it comes back from the stick alone."""
    target = folder / f"again-{new_id()}" / "archive.db"
    restore(target, newest_sound(target, stick, KEYS), KEYS)
    return target


def typed(archive: Archive, *words: str) -> Meeting:
    """Saves each of the words in the first entry, one after another."""
    meeting = copied(brookmere(), new_id)
    session = MeetingSession(meeting, archive.keep)
    session.save()
    entry = meeting.items[0].entries[0].id
    for each in words:
        session.apply(lambda m, each=each: edits.set_text(m, entry, each), "typing", burst=entry)
        assert archive.settle()
    return session.meeting


def eventually(holds) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


# Everything is there


def test_what_was_typed_after_the_backup_comes_back_from_the_stick_alone(
    archive: Archive, path: Path, stick: Path, tmp_path: Path
):
    meeting = typed(archive, "T", "Th", "Thanks.")
    assert len(snapshots(path, stick)) == 1
    again = restored(stick, tmp_path)
    assert content(again) == [meeting]
    assert rows(again) == rows(path)
    with Archive(again, KEYS) as opened:
        assert opened.trouble == ""
        assert opened.read(meeting.id) == meeting


class OnTwoDrives(OneMeeting):
    """A clerk at work, with a second drive that is always there."""

    @initialize(meeting=meetings())
    def start(self, meeting: Meeting) -> None:
        self.folder = tempfile.TemporaryDirectory()
        top = Path(self.folder.name)
        self.stick = top / "stick"
        (top / "computer").mkdir()
        choose(top / "computer" / "archive.db", self.stick)
        self.archive = Archive(top / "computer" / "archive.db", KEYS)
        self.first = meeting
        self.archive.add(meeting)
        self.now = 0.0
        self.session = MeetingSession(meeting, self.archive.keep, lambda: self.now)

    @rule()
    def lose_the_computer(self) -> None:
        assert self.archive.settle()
        assert self.archive.settle_second_copy(10)
        again = restored(self.stick, Path(self.folder.name))
        assert rows(again) == rows(self.archive.path)


OnTwoDrives.TestCase.settings = settings(max_examples=8, stateful_step_count=25, deadline=None)
TestOnTwoDrives = OnTwoDrives.TestCase


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_nothing_acknowledged_is_lost_with_a_computer_that_was_killed(
    path: Path, stick: Path, tmp_path: Path
):
    chance, told = random.Random(7), 0
    for n in range(8):
        least = 0 if n % 2 else chance.randrange(26, 60)
        saved = typed_until_killed(path, chance.uniform(0.0, 0.1 if least else 0.5), least, stick)
        again = restored(stick, tmp_path)
        text = content(again)[0].items[0].entries[0].text
        assert TEXT.startswith(text)
        assert len(text) >= saved >= least
        told += saved
    assert told > 100


def test_the_next_day_goes_on_where_the_last_ended(path: Path, stick: Path, tmp_path: Path):
    path.parent.mkdir()
    choose(path, stick)
    for n in range(3):
        with Archive(path, KEYS) as archive:
            typed(archive, f"day {n}")
            assert archive.settle_second_copy(10)
    assert len(snapshots(path, stick)) == 1
    assert len(segment_paths("archive", stick)) >= 3
    assert rows(restored(stick, tmp_path)) == rows(path)


def test_what_was_saved_while_no_drive_was_there_comes_with_the_next_backup(
    archive: Archive, path: Path, stick: Path, tmp_path: Path
):
    archive.close()
    choose(path, None)
    with Archive(path, KEYS) as without:
        typed(without, "alone")
    choose(path, stick)
    with Archive(path, KEYS) as opened:
        assert opened.settle_second_copy(10)
        typed(opened, "together")
    assert rows(restored(stick, tmp_path)) == rows(path)


def test_a_backup_each_day_and_segments_back_to_the_last_but_one(
    archive: Archive, path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(second_drive, "rotate", lambda *_: None)  # it keeps one of each day
    for n in range(4):
        typed(archive, f"day {n}")
        monkeypatch.setattr(second_drive, "_A_DAY", dt.timedelta(0))
        eventually(lambda n=n: len(snapshots(path, stick)) == n + 2 and not archive._drive._grows)
        monkeypatch.setattr(second_drive, "_A_DAY", dt.timedelta(1))
    meeting = typed(archive, "today")
    assert archive.settle_second_copy(10)
    newest = snapshots(path, stick)[max(snapshots(path, stick), key=lambda name: name.at)]
    assert len(segment_paths("archive", stick)) <= 3
    flipped(newest, 1)
    again = restored(stick, tmp_path)  # the last but one, and what came after it
    assert rows(again) == rows(path)
    assert meeting in content(again)


# A drive that comes and goes


def test_a_stick_that_is_pulled_out_stops_no_save_and_is_told(
    archive: Archive, path: Path, stick: Path, tmp_path: Path
):
    typed(archive, "before")
    shutil.move(stick, tmp_path / "pocket")
    meeting = typed(archive, "meanwhile")
    assert archive.read(meeting.id) == meeting
    eventually(lambda: archive.trouble)
    assert archive.trouble == (f"The second drive ({stick}) is not kept up: it is not there")
    shutil.move(tmp_path / "pocket", stick)
    assert archive.settle_second_copy(10)
    typed(archive, "after")
    assert archive.trouble == ""
    assert rows(restored(stick, tmp_path)) == rows(path)


def test_another_stick_in_its_place_is_not_written_to(
    archive: Archive, stick: Path, tmp_path: Path
):
    shutil.move(stick, tmp_path / "pocket")
    stick.mkdir()
    typed(archive, "meanwhile")
    eventually(lambda: archive.trouble)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_a_drive_that_takes_nothing_more_stops_no_save_and_is_told(
    archive: Archive, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
):
    typed(archive, "before")
    archive._drive._end_segment()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, call, full)
        meeting = typed(archive, "meanwhile")
        assert archive.read(meeting.id) == meeting
        eventually(lambda: "the disk is full" in archive.trouble)
    assert archive.settle_second_copy(10)
    eventually(lambda: archive.trouble == "")
    assert rows(restored(stick, tmp_path)) == rows(archive.path)


def test_a_drive_that_does_not_answer_is_waited_for_once_and_told(
    archive: Archive, path: Path, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(second_drive, "_PATIENCE", 0.1)
    fsync = os.fsync
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda handle: (time.sleep(1), fsync(handle)))
        start = time.monotonic()
        typed(archive, *("meanwhile" + "!" * n for n in range(20)))
        assert time.monotonic() - start < 1
        assert "it does not answer" in archive.trouble
    assert archive.settle_second_copy(10)
    eventually(lambda: archive.trouble == "")
    assert rows(restored(stick, tmp_path)) == rows(path)


def test_a_backup_that_cannot_be_made_there_is_told(
    path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise ArchiveError("the disk is full")

    monkeypatch.setattr(second_drive, "take", fail)
    with Archive(path, KEYS) as archive:
        archive.keep_second_copy(stick)
        eventually(lambda: "the disk is full" in archive.trouble)
        typed(archive, "all the same")
        assert not archive.settle_second_copy(0)


def test_a_fault_of_ours_is_logged_and_stops_no_save(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(second_drive, "SegmentWriter", lambda *_: 1 / 0)
    with caplog.at_level(logging.CRITICAL):
        meeting = typed(archive, "all the same")
    eventually(lambda: archive.trouble)
    assert archive.read(meeting.id) == meeting
    assert "a fault in Clerkapp" in archive.trouble
    archive.close()
    caplog.clear()


def test_an_archive_that_goes_on_in_another_folder_takes_its_second_drive_along(
    archive: Archive, stick: Path, tmp_path: Path
):
    typed(archive, "here")
    (tmp_path / "other").mkdir()
    archive.go_on_in(tmp_path / "other")
    eventually(lambda: archive.path.is_relative_to(tmp_path / "other"))
    eventually(lambda: second_folder(archive.path))
    assert archive.settle_second_copy(10)
    typed(archive, "there")
    assert rows(restored(stick, tmp_path)) == rows(archive.path)
    archive.close()
    with Archive(archive.path, KEYS) as opened:
        typed(opened, "and again")
        assert opened.settle_second_copy(10)
    assert rows(restored(stick, tmp_path)) == rows(archive.path)


# Which folder


def test_a_folder_is_chosen_and_another_and_none(path: Path, stick: Path, tmp_path: Path):
    path.parent.mkdir()
    assert second_folder(path) is None
    choose(path, stick)
    first = second_folder(path)
    assert first
    assert (first.path, first.is_there) == (stick, True)
    choose(path, tmp_path / "other" / "folder")
    assert second_folder(path).path == tmp_path / "other" / "folder"
    choose(path, stick)
    assert second_folder(path) == first  # its note is kept: it may be that of two computers
    assert "clerkapp restore" in (stick / NOTE).read_text()
    choose(path, None)
    choose(path, None)
    assert second_folder(path) is None


def test_the_folder_can_change_while_the_archive_is_open(
    archive: Archive, path: Path, stick: Path, tmp_path: Path
):
    typed(archive, "here")
    archive.keep_second_copy(tmp_path / "other")
    eventually(lambda: snapshots(path, tmp_path / "other"))
    assert archive.settle_second_copy(10)
    typed(archive, "there")
    assert rows(restored(tmp_path / "other", tmp_path)) == rows(path)
    archive.keep_second_copy(None)
    eventually(lambda: not archive._drive.is_wanted)
    before = {each: each.stat().st_size for each in (tmp_path / "other").iterdir()}
    typed(archive, "nowhere")
    assert {each: each.stat().st_size for each in (tmp_path / "other").iterdir()} == before
    assert archive.trouble == ""


def test_a_folder_that_cannot_be_used_is_refused(path: Path, tmp_path: Path):
    path.parent.mkdir()
    for folder in (path.parent, path.parent / "backups"):
        with pytest.raises(ArchiveError, match="where the archive itself is"):
            choose(path, folder)
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="cannot be kept up"):
        choose(path, tmp_path / "file")
    assert second_folder(path) is None


def test_the_same_drive_is_doubted_and_so_is_a_key_that_only_this_computer_has(
    path: Path, stick: Path
):
    path.parent.mkdir()
    same, key = doubts_about(path, stick)
    assert "same drive" in same
    assert "recovery sheet" in key
    assert doubts_about(path, stick / "none") == (key,)
    write_key_file(path.parent, KeyFile(KEY.check, has_sheet=True))
    assert doubts_about(path, stick) == (same,)


def test_after_the_key_was_renewed_the_drive_gets_a_backup_with_the_new_one(
    archive: Archive, path: Path, stick: Path, tmp_path: Path
):
    typed(archive, "before")
    archive.close()
    new = new_data_key()
    write_key_file(path.parent, KeyFile(KEY.check).renewed(KEYS, new))
    with Archive(path, (new, KEY)) as opened:
        assert opened.settle_second_copy(10)
        meeting = typed(opened, "after")
    again = tmp_path / "again" / "archive.db"
    backup = newest_sound(again, stick, (new,))
    restore(again, backup, (new,))
    assert read_key_file(again.parent).check == new.check
    with Archive(again, (new,)) as opened:
        assert opened.read(meeting.id) == meeting
        assert len(opened.meetings()) == 2


def test_a_choice_that_was_spoilt_is_none(path: Path):
    path.parent.mkdir()
    path.with_name("second-drive.json").write_text("[]")
    assert second_folder(path) is None


# What comes after a backup


def segment(*marks: str) -> Segment:
    records = tuple(Record(*each, ()) for each in pairwise(marks))
    return Segment(Path("s"), Header("", marks[0], 3, ""), records, "")


def after(start: str, *segments: Segment) -> Continuation:
    return following(Continuation(start, 3), segments)


def test_records_that_the_backup_already_has_are_passed_over():
    found = after("2 b", segment("1 a", "2 b", "3 c"), segment("3 c", "4 d"))
    assert [each.after for each in found.records] == ["3 c", "4 d"]
    assert (found.end, found.doubts) == ("4 d", ())
    assert after("4 d", segment("1 a", "4 d")).records == ()


def test_where_something_is_missing_what_comes_later_is_left_out_and_told():
    found = after("1 a", segment("1 a", "2 b"), segment("3 c", "4 d"))
    assert found.end == "2 b"
    assert "is missing" in found.doubts[0]


def test_after_an_older_state_was_restored_the_later_line_is_right():
    found = after("1 a", segment("1 a", "2 b", "3 c"), segment("1 a", "4 d"))
    assert (found.end, found.doubts) == ("4 d", ())


def test_a_later_release_begins_with_a_backup_of_its_own(
    archive: Archive, path: Path, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    typed(archive, "before")
    archive.close()
    before = set(snapshots(path, stick))
    monkeypatch.setattr(second_drive, "VERSION", VERSION + 1)
    with Archive(path, KEYS) as opened:
        assert opened.settle_second_copy(10)
    assert set(snapshots(path, stick)) != before


def test_going_back_to_an_older_backup_goes_on_from_there(
    archive: Archive, path: Path, stick: Path, tmp_path: Path
):
    typed(archive, "one")
    made = newest_sound(path, stick, KEYS)
    archive.close()
    restore(path, made, KEYS, alone=True)
    assert content(path) == []
    with Archive(path, KEYS) as opened:
        assert opened.settle_second_copy(10)
        meeting = typed(opened, "two")
    assert content(restored(stick, tmp_path)) == [meeting]


def test_the_preview_says_up_to_when_and_changes_nothing(archive: Archive, path: Path, stick: Path):
    made = newest_sound(path, stick, KEYS)
    assert preview(path, made, KEYS).until is None
    meeting = typed(archive, "now")
    before = {each: each.read_bytes() for each in stick.iterdir()}
    seen = preview(path.with_name("gone") / "archive.db", made, KEYS)
    assert [each.then for each in seen.differences] == [meeting]
    assert abs(seen.until - dt.datetime.now(dt.UTC)) < dt.timedelta(seconds=20)
    assert seen.doubts == ()
    assert preview(path, made, KEYS, alone=True).differences[0].then is None
    assert {each: each.read_bytes() for each in stick.iterdir()} == before


def test_what_is_damaged_on_the_stick_is_told_and_what_was_before_it_comes_back(
    archive: Archive, path: Path, stick: Path, tmp_path: Path
):
    typed(archive, "1", "12", "123")
    (held,) = segment_paths("archive", stick)
    archive.close()
    data = bytearray(held.read_bytes())
    data[-1] ^= 1
    held.write_bytes(bytes(data))
    (tmp_path / "elsewhere").mkdir()
    made = newest_sound(path, stick, KEYS)
    count = len(read_segment(held, KEYS).records)
    assert preview(path, made, KEYS).doubts == (
        f"{held} is damaged after its first {count} records",
    )
    assert content(restored(stick, tmp_path))


def test_only_segments_that_may_hold_something_later_are_read(tmp_path: Path):
    paths = []
    for begins in ("", "1 a", "3 c", "2 b"):  # the clock of the computer was set back
        writer = second_drive.SegmentWriter(tmp_path, "archive", KEY, begins, 3)
        writer.close()
        paths.append(writer.path)
    damaged = tmp_path / "archive-2026-03-05T214107.000000Z.segment"
    damaged.write_bytes(b"damaged")
    assert needed([damaged, *paths], "2 x") == [damaged, *paths[2:]]
    assert needed(paths, "") == paths
    assert needed(paths, "9 z") == [paths[2]]


def test_a_segment_of_another_key_and_of_another_release_is_not_brought_in(
    archive: Archive, path: Path, stick: Path
):
    typed(archive, "1")
    made = newest_sound(path, stick, KEYS)
    (held,) = segment_paths("archive", stick)
    strange = second_drive.SegmentWriter(stick, "archive", new_data_key(), "", VERSION)
    strange.close()
    later = second_drive.SegmentWriter(stick, "archive", KEY, "", VERSION + 1)
    later.append(Record("", "9", (("DROP TABLE entry", []),)))
    later.sync()
    later.close()
    found = continuation(made, KEYS)
    assert found.records == read_segment(held, KEYS).records
    assert found.doubts == (f"{strange.path} is encrypted with another key",)


def test_a_save_that_cannot_be_done_again_ends_it_and_is_told(
    archive: Archive, path: Path, stick: Path, tmp_path: Path
):
    meeting = typed(archive, "1")
    archive.close()
    made = newest_sound(path, stick, KEYS)
    end = continuation(made, KEYS).end
    for statement in ("NOT SQL", "UPDATE meeting SET place = 'elsewhere'"):
        strange = second_drive.SegmentWriter(stick, "archive", KEY, end, VERSION)
        strange.append(Record(end, "9 x sealed", ((statement, []),)))
        strange.sync()
        strange.close()
        seen = preview(path.with_name("gone") / "archive.db", made, KEYS)
        assert seen.doubts == ("a save could not be done again, nor what came after it",)
        assert content(restored(stick, tmp_path)) == [meeting]
        strange.path.unlink()


def test_without_a_sound_backup_there_is_nothing_to_restore(
    archive: Archive, path: Path, stick: Path, tmp_path: Path
):
    with pytest.raises(NoArchive, match="no backup"):
        newest_sound(path, tmp_path, KEYS)
    flipped(newest_sound(path, stick, KEYS), 3)
    with pytest.raises(ArchiveDamaged):
        newest_sound(path, stick, KEYS)


def test_every_save_leaves_another_mark(archive: Archive, path: Path, stick: Path):
    typed(archive, "1", "12", "123")
    archive.close()
    db = Connection(path, KEY, writing=False)
    last = mark(db)
    db.close()
    marks = [each.after for path in segment_paths("archive", stick)
             for each in read_segment(path, KEYS).records]  # fmt: skip
    assert len(set(marks)) == len(marks) >= 4
    assert marks[-1] == last
