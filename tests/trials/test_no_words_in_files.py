"""No word of the minutes can be read in any file that Clerkapp keeps, whoever looks."""

import os
import sys
from pathlib import Path

import pytest
from meetings import brookmere

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent / "window"))

from hands import Hands
from own_keys import KEYS

from clerkapp import cli
from clerkapp.archive.archive import Archive
from clerkapp.archive.snapshots import backup_folder, snapshots
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings

WORDS = ("Wolverhampstead", "quincunxial", "zephyrine")  # that nothing else would ever write
LONG = " ".join(f"{word} {n}" for n in range(400) for word in WORDS)  # more than one page


def forms_of(word: str) -> list[bytes]:
    """The word as bytes, in each of the ways in which a file might hold it."""
    return [
        form.encode(encoding)
        for form in (word, word.casefold(), word.upper())
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    ]


def told_by(folder: Path) -> list[str]:
    """The files below a folder in which one of the words can be read."""
    wanted = [form for word in (*WORDS, "Members", "Brookmere") for form in forms_of(word)]
    return [
        f"{path.relative_to(folder)}: {form!r}"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (data := path.read_bytes()) is not None
        for form in wanted
        if form in data
    ]


def test_the_scan_would_find_them(tmp_path: Path):
    for n, form in enumerate(forms_of(WORDS[0])):
        (tmp_path / str(n)).write_bytes(b"\0" + form)
    assert len({each.split(":")[0] for each in told_by(tmp_path)}) == len(forms_of(WORDS[0]))


def test_after_a_meeting_typed_in_the_window(tmp_path: Path, qtbot):
    path = tmp_path / "kept" / "archive.db"
    with Archive(path, KEYS) as archive:
        meeting = copied(brookmere(), new_id)
        archive.add(meeting)
        window = MainWindow(archive, Settings(path))
        window.open_meeting(meeting)
        window.show()
        qtbot.waitExposed(window)
        hands = Hands(window, qtbot)
        for word in WORDS:
            hands.type(f"Members asked about {word}")
            hands.press("Return")
        assert archive.settle()
        assert path.with_name("archive.db-wal").stat().st_size > 0
        assert told_by(path.parent) == []
        archive.catch_up()
        assert told_by(path.parent) == []
        window.close()
        window.deleteLater()
    assert snapshots(path, backup_folder(path))
    assert told_by(path.parent) == []
    with Archive(path, KEYS) as archive:
        words = str(archive.read(meeting.id))
        assert all(word in words for word in WORDS)


def test_after_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path, source = tmp_path / "kept" / "archive.db", tmp_path / "given.minutes"
    source.write_text(f"Council: {WORDS[0]}\n\n1. {WORDS[1]}\n\n{LONG}\n", encoding="utf-8")
    with Archive(path, KEYS) as archive:
        archive.add(copied(brookmere(), new_id))

    def clerkapp(*arguments: str) -> None:
        status = cli.run(cli.parsed(["--archive", str(path), *arguments]))
        assert status == 0, capsys.readouterr().err

    for arguments in (
        ["import", str(source)],
        ["backup"],
        ["list"],
        ["search", WORDS[2]],
        ["verify"],
    ):
        clerkapp(*arguments)
    assert WORDS[2] in capsys.readouterr().out
    assert snapshots(path, backup_folder(path))
    assert told_by(path.parent) == []
