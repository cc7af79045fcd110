"""A disk of 2 MiB is typed full: nothing acknowledged is lost, and what is not kept waits."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from own_keys import KEYS
from states import state

from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.verifying import verify
from clerkapp.archive.writer import NotSaved, Saved
from clerkapp.errors import ArchiveError, NoSuchMeeting

MIB = 2**20
SECONDS = 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MiB in memory."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can make a disk of 2 MiB, on Linux")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place]
    if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode:
        pytest.skip("no disk of 2 MiB can be made here")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


class Ear:
    """Hears what an archive says of its saves."""

    def __init__(self, archive: Archive) -> None:
        self.saved: dict[str, object] = {}
        self.reasons: list[str] = []
        self.refused = threading.Event()
        archive.listen(self._hear)

    def _hear(self, told: Saved | NotSaved) -> None:
        if isinstance(told, Saved):
            self.saved[told.meeting.id] = told.meeting
        else:
            self.reasons.append(told.reason)
            self.refused.set()


def filled(place: Path, but: int) -> Path:
    """Fills the disk with something else, all but so many bytes; the file that is in the way."""
    other = place / "somebody else's"
    with other.open("wb") as file:
        room = os.statvfs(place)
        file.write(bytes(max(0, room.f_bavail * room.f_frsize - but)))
    return other


def typed_until_refused(archive: Archive, ear: Ear, meeting: str) -> int:
    """Types until a save is refused; the number of keys that were handed over."""
    keys = 0
    while not ear.refused.is_set():
        keys += 7
        assert keys < 16_000, "the disk never was full"
        archive.keep(state(meeting, keys))
        while ear.saved.get(meeting) != state(meeting, keys) and not ear.refused.is_set():
            ear.refused.wait(0.0005)
    return keys


@pytest.mark.parametrize("room", [MIB // 4, MIB // 2, MIB])
def test_on_a_full_disk_what_was_saved_is_there_and_the_rest_is_saved_once_there_is_room(
    small_disk: Path, room: int
):
    path = small_disk / "archive.db"
    with Archive(path, KEYS) as archive:
        ear = Ear(archive)
        archive.add(state("a", 400))
        other = filled(small_disk, room)
        keys = typed_until_refused(archive, ear, "b")
        assert set(ear.reasons) == {"the disk is full"}
        with ArchiveReader(path, KEYS) as reader:
            assert reader.read("a") == state("a", 400)
            assert reader.read("b") == ear.saved["b"]
        assert verify(path, KEYS).faults == ()
        keys += 7
        archive.keep(state("b", keys))  # typing goes on while there is no room
        other.unlink()
        assert archive.settle()
        assert ear.saved["b"] == state("b", keys)
        assert archive.read("b") == state("b", keys)
    with Archive(path, KEYS) as archive:
        assert archive.read("a") == state("a", 400)
        assert archive.read("b") == state("b", keys)
        archive._backups.wait()
        assert archive.trouble == ""


@pytest.mark.usefixtures("impatient")
def test_what_was_saved_before_the_disk_was_full_outlives_a_close_without_room(small_disk: Path):
    path = small_disk / "archive.db"
    archive = Archive(path, KEYS)
    ear = Ear(archive)
    filled(small_disk, MIB // 4)
    typed_until_refused(archive, ear, "b")
    archive.close()
    assert "the disk is full" in archive.trouble
    (small_disk / "somebody else's").unlink()
    with Archive(path, KEYS) as archive:
        assert archive.read("b") == ear.saved["b"]
    assert verify(path, KEYS).faults == ()


def test_an_archive_that_cannot_be_begun_on_a_full_disk_says_so_and_can_be_begun_later(
    small_disk: Path,
):
    path = small_disk / "archive.db"
    other = filled(small_disk, 0)
    with pytest.raises(ArchiveError) as error:
        Archive(path, KEYS)
    assert "full" in str(error.value) or "no space" in str(error.value)
    other.unlink()
    with Archive(path, KEYS) as archive:
        archive.add(state("a", 40))
        assert archive.read("a") == state("a", 40)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit to a file")
def test_a_file_that_may_not_grow_refuses_a_save_and_loses_none(tmp_path: Path):
    resource = pytest.importorskip("resource")
    path = tmp_path / "archive.db"
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with Archive(path, KEYS) as archive:
            ear = Ear(archive)
            resource.setrlimit(resource.RLIMIT_FSIZE, (MIB // 2, hard))
            keys = typed_until_refused(archive, ear, "b")
            with ArchiveReader(path, KEYS) as reader:
                assert reader.read("b") == ear.saved["b"]
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
            assert archive.settle()
            assert archive.read("b") == state("b", keys)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        signal.signal(signal.SIGXFSZ, kept)
    assert verify(path, KEYS).faults == ()


@pytest.mark.usefixtures("impatient")
def test_a_meeting_of_which_nothing_was_saved_is_no_meeting(small_disk: Path):
    path = small_disk / "archive.db"
    archive = Archive(path, KEYS)
    other = filled(small_disk, 0)
    with pytest.raises(ArchiveError, match="the disk is full"):
        archive.add(state("a", 4000))
    with pytest.raises(NoSuchMeeting):
        archive.read("a")
    other.unlink()
    assert archive._writer.settle(5)
    assert archive.read("a") == state("a", 4000)
    archive.close()
