"""Two starts on one archive: one window."""

from pathlib import Path

from clerkapp.window.second_start import FirstWindow, call_first_window


def test_a_second_start_is_heard_with_the_meeting_that_it_names(qtbot, tmp_path: Path):
    path = tmp_path / "archive.db"
    first = FirstWindow(path)
    heard = []
    first.called.connect(heard.append)
    for source in ("", "0197a3f2"):
        assert call_first_window(path, source)
        qtbot.waitUntil(lambda source=source: heard[-1:] == [source])


def test_without_a_first_window_nobody_answers(qapp, tmp_path: Path):
    assert not call_first_window(tmp_path / "archive.db", "")


def test_another_archive_is_another_window(qtbot, tmp_path: Path):
    first = FirstWindow(tmp_path / "one.db")
    assert not call_first_window(tmp_path / "other.db", "")
    first.deleteLater()


def test_what_a_crash_left_behind_does_not_keep_it_from_listening(qtbot, tmp_path: Path):
    path = tmp_path / "archive.db"
    left = FirstWindow(path)
    again = FirstWindow(path)
    heard = []
    again.called.connect(heard.append)
    assert call_first_window(path, "x")
    qtbot.waitUntil(lambda: heard == ["x"])
    left.deleteLater()
