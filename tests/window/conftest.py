"""The real window, offscreen, on an archive of the test's own."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from meetings import brookmere

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from hands import Hands
from own_keys import KEYS
from PySide6.QtWidgets import QApplication

from clerkapp.archive.archive import Archive
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.window.look.look import load_text_font
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, in the style and the font that the app chooses."""
    qapp.setStyle("Fusion")
    load_text_font()
    yield qapp
    qapp.clipboard().clear()  # offscreen what was cut would outlive Python, and crash without it


@pytest.fixture(scope="session")
def empty_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty archive: to make its tables takes longer than to copy it."""
    folder = tmp_path_factory.mktemp("empty")
    with Archive(folder / "archive.db", KEYS) as opened:
        opened._backups.close = opened._backups.wait
    return folder


@pytest.fixture
def archive(tmp_path: Path, empty_archive: Path) -> Iterator[Archive]:
    """An empty archive; at the end nobody waits for a backup of what is thrown away."""
    shutil.copy(empty_archive / "archive.db", tmp_path)
    with Archive(tmp_path / "archive.db", KEYS) as opened:
        yield opened
        opened._backups.close = opened._backups.wait


@pytest.fixture
def hands(qtbot, archive: Archive) -> Iterator[Hands]:
    """A window open on a small meeting of two items, and hands to type into it."""
    window = MainWindow(archive, Settings(archive.path))
    meeting = copied(brookmere(), new_id)
    archive.add(meeting)
    window.open_meeting(meeting)
    window.show()
    qtbot.waitExposed(window)
    yield Hands(window, qtbot)
    window.close()
    window.deleteLater()
