"""A finished file is put in its place whole, or not at all."""

import datetime as dt
import os
from pathlib import Path

import pytest
from meetings import brookmere
from msgspec.structs import replace

from clerkapp.errors import ExportError
from clerkapp.export import files
from clerkapp.export.files import asked_for, file_name, write_whole
from clerkapp.export.written import held_open
from clerkapp.meeting.links import file_part, is_web_address
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path):
    target = tmp_path / "a" / "b.txt"
    write_whole(target, b"one")
    write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(target.parent.iterdir()) == [target]


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "b.txt"
    write_whole(target, b"one")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(ExportError, match="no space left on device"):
        write_whole(target, b"two")
    assert target.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_word_holds_open_is_said_plainly(tmp_path: Path, monkeypatch):
    def held(*_: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(ExportError, match="may be open in Word"):
        write_whole(tmp_path / "b.docx", b"two")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path):
    (tmp_path / "a").write_text("a file")
    with pytest.raises(ExportError, match="that is a file, no folder"):
        write_whole(tmp_path / "a" / "b.txt", b"x")


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path):
    real, link = tmp_path / "kept" / "b.txt", tmp_path / "b.txt"
    link.symlink_to(real)
    for words in (b"one", b"two"):
        write_whole(link, words)
        assert link.is_symlink()
        assert real.read_bytes() == words
    (tmp_path / "round").symlink_to(tmp_path / "round")
    with pytest.raises(ExportError, match="leads to itself"):
        write_whole(tmp_path / "round", b"x")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_or_a_folder_is_not_replaced_by_a_file(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(ExportError, match=f"{name}: it is not a file"):
            write_whole(tmp_path / name, b"x")
    assert (tmp_path / "pipe").is_fifo()


def test_a_name_may_be_as_long_as_the_disk_allows_and_no_longer(tmp_path: Path):
    longest = tmp_path / f"{'é' * 125}.docx"  # 255 bytes
    write_whole(longest, b"one")
    assert held_open(longest) == ""
    assert list(tmp_path.iterdir()) == [longest]
    with pytest.raises(ExportError, match="name too long"):
        asked_for(str(tmp_path / ("x" * 256)), "m.docx")


def test_what_ends_in_a_slash_is_a_folder_also_one_that_is_not_there_yet(tmp_path: Path):
    new = tmp_path / "minutes"
    assert asked_for(f"{new}{os.sep}", "m.docx") == new / "m.docx"
    assert asked_for(str(new), "m.docx") == new
    assert asked_for(str(tmp_path), "m.docx") == tmp_path / "m.docx"


def test_the_name_of_a_file_says_when_who_and_for_whom():
    minutes = compose(brookmere(), house_style(""))
    assert file_name(minutes, ".docx") == (
        "2026-03-05-corporate-overview-and-scrutiny-committee-minutes.docx"
    )
    shut = replace(minutes, audience=Audience.CONFIDENTIAL, committee="Cabinet / Board", day=None)
    assert file_name(shut, ".txt") == "cabinet-board-minutes-confidential.txt"
    assert file_name(shut, "", "decisions") == "cabinet-board-decisions-confidential"
    assert file_name(replace(shut, committee="", council="", day=dt.date(2026, 1, 2)), "") == (
        "2026-01-02-meeting-minutes-confidential"
    )


@pytest.mark.parametrize(
    ("target", "followed"),
    [
        ("https://example.org/a.pdf", True),
        ("http://example.org", True),
        ("https://", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("plan.pdf", False),
        ("http://[bad", False),
    ],
)
def test_only_a_web_address_is_a_link(target: str, followed: bool):
    assert is_web_address(target) is followed


def test_of_a_file_only_the_name_is_shown():
    assert file_part(r"C:\Users\jo\plan.pdf") == "plan.pdf"
    assert file_part("/home/jo/plan.pdf") == "plan.pdf"
