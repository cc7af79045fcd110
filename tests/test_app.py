"""Where Clerkapp starts: with a screen, without one, and where something is amiss."""

import gc
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from meetings import BROOKMERE, brookmere
from own_keys import KEYS, OwnKeyring

from clerkapp import app
from clerkapp.__main__ import main
from clerkapp.archive.archive import Archive, default_path
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.errors import ExportError
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.resources import checkout

KEPT = next((checkout() / "exports").glob("*minutes.docx")).name
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree to start from, so that nothing is written into the one under test."""
    for folder in ("clerkapp", "resources"):
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(checkout() / folder, tmp_path / "tree" / folder, ignore=without)
    shutil.copy(checkout() / "pyproject.toml", tmp_path / "tree")
    return tmp_path / "tree"


def started(
    *arguments: str, cwd: Path, python: tuple[str, ...] = ()
) -> subprocess.CompletedProcess:
    """`python -m clerkapp` in `cwd`, without a screen."""
    environment = {key: value for key, value in os.environ.items() if key not in _SCREENS}
    command = [sys.executable, *python, "-m", "clerkapp", *arguments]
    return subprocess.run(
        command, check=False, cwd=cwd, env=environment, capture_output=True, text=True
    )


def test_without_a_screen_the_sample_goes_to_word_and_the_window_to_a_picture(tree: Path):
    told = started(cwd=tree)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("There is no screen here, so no window was opened.\n")
    written, picture = tree / "exports" / KEPT, tree / "exports" / "window.png"
    assert [line.split()[-1] for line in told.stdout.splitlines()[1:]] == [
        str(written),
        str(picture),
    ]
    assert written.read_bytes() == (checkout() / "exports" / KEPT).read_bytes()
    signature, width, height = struct.unpack(">8s8xII", picture.read_bytes()[:24])
    assert signature == b"\x89PNG\r\n\x1a\n"
    assert width >= 800
    assert height >= 500
    assert len(list((tree / "exports").iterdir())) == 2
    assert not default_path().exists()


def test_without_a_screen_an_export_that_cannot_be_written_is_said_in_words(tree: Path):
    (tree / "exports").write_text("a file where the folder should be")
    told = started(cwd=tree)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("clerkapp: cannot write into ")
    assert "Traceback" not in told.stderr


def test_the_command_line_loads_neither_qt_nor_word_nor_a_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CLERKAPP_PASSPHRASE", "four words of mine")
    keys = WaysIn(default_path(), OwnKeyring()).make("four words of mine")
    with Archive(default_path(), keys) as archive:
        archive.add(brookmere())
    told = started("list", cwd=tmp_path, python=("-X", "importtime"))
    assert told.returncode == 0
    assert "Brookmere" in told.stdout
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in told.stderr.splitlines()}
    assert "clerkapp" in loaded
    assert not loaded & {"PySide6", "shiboken6", "docx", "keyring"}


# Which half is started


@pytest.mark.parametrize(("arguments", "source"), [([], ""), (["open", "0197"], "0197")])
def test_no_command_or_open_is_the_windows(monkeypatch: pytest.MonkeyPatch, arguments, source):
    monkeypatch.setattr(app, "run", lambda archive, source, _: (archive, source))
    assert main(arguments) == (default_path(), source)


def test_the_window_collects_its_garbage_itself_and_nothing_else_meanwhile(monkeypatch):
    monkeypatch.setattr(app, "run", lambda *_: gc.isenabled())
    assert main([]) is False
    assert gc.isenabled()


def test_any_other_command_is_the_command_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(app, "run", lambda *_: pytest.fail("the window was opened"))
    monkeypatch.setattr(sys, "argv", ["clerkapp", "styles"])
    assert main() == 0
    assert capsys.readouterr().out


def fails(*_: object) -> int:
    raise ExportError("the disk is full")


@pytest.mark.parametrize(("screen", "way"), [(True, "_window"), (False, "_without_screen")])
@pytest.mark.parametrize(("does", "status", "told"), [
    (lambda *_: 7, 7, ""), (fails, 2, "clerkapp: the disk is full\n"),
])  # fmt: skip
def test_what_the_world_did_is_said_and_is_the_status(
    monkeypatch: pytest.MonkeyPatch, capsys, *, screen, way, does, status, told
):
    monkeypatch.setattr(app, "missing_packages", list)
    monkeypatch.setattr(app, "has_screen", lambda: screen)
    monkeypatch.setattr(app, way, does)
    assert app.run(default_path()) == status
    assert capsys.readouterr() == ("", told)


def test_what_qt_needs_is_named_before_qt_is_loaded(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr(app, "missing_packages", lambda: ["libegl1"])
    monkeypatch.setattr(app, "has_screen", lambda: pytest.fail("went on without it"))
    assert app.run(default_path()) == 2
    assert capsys.readouterr().out.endswith("    sudo apt-get install -y libegl1\n")


# What the window opens on


class Window:
    """Takes down what it is asked to show."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.opened: list[Meeting] = []
        self.said: list[str] = []
        self.taken_in: list[Path] = []
        meetings = SimpleNamespace(take_in=self.take_in, open_last=self.open_last)
        self.do = SimpleNamespace(meetings=meetings)
        self.say = self.said.append
        self.open_meeting = self.opened.append

    def take_in(self, path: Path) -> bool:
        self.taken_in.append(path)
        return path.read_bytes() != b""

    def open_last(self) -> bool:
        ids = [each.id for each in self.archive.meetings()]
        self.opened += map(self.archive.read, ids[:1])
        return bool(ids)


@pytest.fixture
def window(tmp_path: Path):
    with Archive(tmp_path / "archive.db", KEYS) as archive:
        yield Window(archive)


def test_a_first_start_opens_the_sample_and_keeps_it(window: Window):
    app._open_something(window, window.archive, "")
    (sample,) = window.opened
    assert sample.is_sample
    assert window.archive.read(sample.id) == sample
    app._open_something(window, window.archive, "")
    assert window.opened == [sample, sample]
    assert app.sample_meeting(new_id).id != sample.id


def test_the_meeting_asked_for_is_found_by_the_start_of_its_id(window: Window):
    for meeting_id in ("0197-a", "0197-b"):
        window.archive.add(Meeting(meeting_id))
    app._open_something(window, window.archive, "0197-a")
    assert [each.id for each in window.opened] == ["0197-a"]
    assert window.said == []


def test_a_file_that_is_asked_for_is_taken_in(window: Window, tmp_path: Path):
    path = tmp_path / "brookmere.minutes"
    path.write_text(BROOKMERE, encoding="utf-8")
    app._open_something(window, window.archive, str(path))
    assert (window.taken_in, window.opened) == ([path], [])


def test_a_file_that_cannot_be_taken_in_still_leaves_a_meeting_open(window: Window, tmp_path: Path):
    window.archive.add(Meeting("0197"))
    path = tmp_path / "empty.minutes"
    path.touch()
    app._open_something(window, window.archive, str(path))
    assert [each.id for each in window.opened] == ["0197"]


@pytest.mark.parametrize("source", ["0197", "none.minutes"])
def test_what_is_not_found_or_not_one_is_said_and_the_last_is_opened(window: Window, source: str):
    for meeting_id in ("0197-a", "0197-b"):
        window.archive.add(Meeting(meeting_id))
    app._open_something(window, window.archive, source)
    assert window.said == [f"There is no meeting “{source}”; this is the last one."]
    assert len(window.opened) == 1


def test_what_the_window_loads_is_not_read_for_features_of_qts():
    program = (
        "import linecache\nfrom clerkapp import app\napplication = app._application()\n"
        "import clerkapp.window.main_window\n"
        "print([each for each in linecache.cache if 'agenda_panel' in each])"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, env=environment, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
