"""Ctrl+C while a command is at work: nothing half done, a sentence, and a status of its own."""

import os
import signal
from pathlib import Path

import pytest
from meetings import brookmere
from own_keys import KEYS

from clerkapp import cli
from clerkapp.__main__ import main
from clerkapp.archive.archive import Archive, ArchiveReader, default_path
from clerkapp.commands.stopping import undisturbed
from clerkapp.export import files
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.writing import write_notation

STOPPED = "clerkapp: stopped before it was done\n"


@pytest.fixture
def minutes(tmp_path: Path) -> str:
    path = tmp_path / "june.minutes"
    path.write_text(write_notation(brookmere()), encoding="utf-8")
    return str(path)


def press(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_a_command_that_is_stopped_says_so_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], minutes: str
):
    monkeypatch.setattr(cli, "run", press)
    assert main(["export", minutes, "--form", "text", "-o", "-"]) == 130
    assert tuple(capsys.readouterr()) == ("", STOPPED)


@pytest.mark.parametrize("was", [b"as before", None])
def test_an_export_that_is_stopped_leaves_nothing_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, minutes: str, was: bytes | None
):
    target = tmp_path / "out" / "june.docx"
    target.parent.mkdir()
    if was:
        target.write_bytes(was)
    monkeypatch.setattr(files.os, "fsync", press)
    asked = ["export", minutes, "--form", "word", "-o", str(target), "--replace"]
    assert main(asked) == 130
    assert [each.read_bytes() for each in target.parent.iterdir()] == ([was] if was else [])


def test_an_import_that_is_stopped_has_told_each_meeting_that_it_took(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], minutes: str
):
    with Archive(default_path(), KEYS):
        pass
    add = Archive.add

    def pressed(archive: Archive, meeting: Meeting) -> None:
        press()
        add(archive, meeting)

    monkeypatch.setattr(Archive, "add", pressed)
    assert main(["import", minutes, minutes]) == 130
    out, err = capsys.readouterr()
    with ArchiveReader(default_path(), KEYS) as archive:
        assert [f"{line.id}\n" for line in archive.meetings()] == [out]
    assert err == STOPPED


def test_ctrl_c_stops_as_before_once_nothing_is_to_be_kept_whole():
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), undisturbed():
        press()
    assert signal.getsignal(signal.SIGINT) is before
