"""The window while somebody types: from a key to the picture, offscreen, whole window."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from long_meetings import meeting_with
from measured import percentile, print_budget, print_row, taken, timed
from own_keys import KEYS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from clerkapp.archive.archive import Archive
from clerkapp.editing.history import Place
from clerkapp.meeting.meeting import AgendaItem, Meeting, entries_of
from clerkapp.window.collector import Collector
from clerkapp.window.look.look import load_text_font
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings

WORDS = "Members asked whether there was money in the budget. " * 20


def five_hundred() -> Meeting:
    """A meeting of 500 entries: one item of 200, five of 60."""
    meeting = meeting_with(500)
    entries = tuple(entry for _, entry in entries_of(meeting))
    shares = [entries[:200], *(entries[start : start + 60] for start in range(200, 500, 60))]
    items = (AgendaItem(f"i{n}", f"Item {n}", entries=each) for n, each in enumerate(shares, 1))
    return replace(meeting, items=tuple(items))


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    """The real window on that meeting, in the middle of its longest item."""
    QApplication.setStyle("Fusion")
    load_text_font()
    with Archive(tmp_path / "archive.db", KEYS) as archive:
        meeting = five_hundred()
        archive.add(meeting)
        opened = MainWindow(archive, Settings(archive.path))
        opened.open_meeting(meeting)
        opened.show()
        qtbot.waitExposed(opened)
        opened.do.items.jump(1)
        collector = Collector(opened)
        collector.put_aside()
        opened.open.changed.connect(collector.wait)
        yield opened
        opened.close()
        opened.deleteLater()


def key_by_key(widget: Callable[[], QWidget]) -> Callable[[], None]:
    """Types the next character of `WORDS` and waits for the picture."""
    letters = iter(WORDS * 4)

    def press() -> None:
        QTest.keyClicks(widget(), next(letters))
        QApplication.processEvents()

    return press


def focus() -> QWidget:
    return QApplication.focusWidget()


def test_a_key_is_painted_at_once_in_an_item_of_200(window, qtbot, benchmark):
    bare = QTextEdit()
    qtbot.addWidget(bare)
    bare.resize(760, 700)
    bare.setPlainText("\n".join(entry.text for entry in window.meeting.items[0].entries))
    bare.show()
    qtbot.waitExposed(bare)
    peer = timed(key_by_key(lambda: bare), 600)
    bare.hide()
    with qtbot.waitActive(window):
        window.activateWindow()
    rows = list(window.page._shown)
    window.go(Place("i1", rows[100].id, 10))
    assert focus() is window.page.current_text
    durations = taken(benchmark, key_by_key(focus), 600)
    print_row("key to painted, 200 entries of 500", durations, "bare QTextEdit", peer)
    print_budget("p99", percentile(durations, 0.99) * 1000, 8, "ms")


def test_a_key_while_both_cores_are_busy(window, benchmark):
    press = key_by_key(focus)
    window.go(Place("i1", window.page._shown[100].id, 10))
    quiet = timed(press, 400)
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    try:
        durations = taken(benchmark, press, 400)
    finally:
        for each in busy:
            each.kill()
            each.wait()
    print_row("the same while both cores are busy", durations, "quiet", quiet)
    ratio = percentile(durations, 0.99) / percentile(quiet, 0.99)
    print_budget("p99 against quiet", ratio, 2, "")


def test_enter_in_the_middle_of_200_rows(window, benchmark):
    ids = [entry.id for entry in window.page._shown]
    places = iter(ids[20:180])

    def split() -> None:
        QTest.keyClick(focus(), Qt.Key.Key_Return)
        QApplication.processEvents()

    durations = []
    for entry_id in places:
        window.go(Place("i1", entry_id, 20))
        QApplication.processEvents()
        start = time.perf_counter()
        split()
        durations.append(time.perf_counter() - start)
    benchmark.pedantic(lambda: None, rounds=1)
    print_row("Enter in the middle of 200 rows", durations)
    print_budget("p99", percentile(durations, 0.99) * 1000, 16, "ms")


def test_going_to_an_item_of_60(window, benchmark):
    numbers = iter([2, 3, 4, 5, 6] * 20)

    def jump() -> None:
        window.do.items.jump(next(numbers))
        QApplication.processEvents()

    durations = taken(benchmark, jump, 50)
    print_row("going to an item of 60 entries", durations)
    print_budget("p50", percentile(durations, 0.5) * 1000, 50, "ms")


BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.resize(1366, 768)
window.show()
application.processEvents()
window.grab()
print(time.time())
"""
OURS = """
import gc, sys, time
from pathlib import Path
gc.disable()
from clerkapp import app
from clerkapp.archive.archive import Archive
from own_keys import KEYS
application = app._application()
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings
path = Path(sys.argv[1])
with Archive(path, KEYS) as archive:
    window = MainWindow(archive, Settings(path))
    app._open_something(window, archive, "")
    window.show()
    application.processEvents()
    window.grab()
    print(time.time())
    if "memory" in sys.argv:
        for number in range(1, 7):
            window.do.items.jump(number)
            application.processEvents()
        print(Path("/proc/self/status").read_text())
"""


def started(program: str, *arguments: str) -> str:
    command = [sys.executable, "-c", program, *arguments]
    # a person's machine keeps compiled modules; some build machines forbid it
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=kept)
    return done.stdout


def test_the_start_against_a_bare_window(tmp_path: Path, benchmark):
    path = str(tmp_path / "archive.db")
    started(OURS, path)
    ours, bare, ratios = [], [], []
    for _ in range(9):
        for program, durations in ((BARE, bare), (OURS, ours)):
            start = time.time()
            painted = started(program, path)
            durations.append(float(painted) - start)
        ratios.append(ours[-1] / bare[-1])
    benchmark.pedantic(lambda: None, rounds=1)
    print_row("start to first paint, sample open", ours, "bare window", bare)
    print_budget("median of the ratios", percentile(ratios, 0.5), 1.6, "")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_with_500_entries(tmp_path: Path, benchmark):
    path = tmp_path / "archive.db"
    with Archive(path, KEYS) as archive:
        archive.add(five_hundred())
    status = started(OURS, str(path), "memory")
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    megabytes = int(resident.split()[1]) / 1024
    benchmark.pedantic(lambda: None, rounds=1)
    print("\nmemory with 500 entries, every item shown", end="")
    print_budget("resident", megabytes, 150, "MB")
