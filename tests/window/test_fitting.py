"""Windows that fit the screen, whatever was kept of another one."""

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

from clerkapp.window.look.fitting import show_whole
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings


@pytest.mark.parametrize(("beyond", "is_maximized"), [(-100, False), (-10, True), (40, True)])
def test_a_window_that_does_not_fit_with_its_frame_is_shown_over_the_whole_screen(
    qtbot, beyond, is_maximized
):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(window.screen().availableSize() + QSize(beyond, beyond))
    show_whole(window)
    assert window.isVisible()
    assert window.isMaximized() is is_maximized


def test_a_place_on_the_screen_that_cannot_be_restored_leaves_the_usual_size(qtbot, archive):
    settings = Settings(archive.path)
    settings.geometry = QByteArray(b"kept on a screen of another size")
    window = MainWindow(archive, settings)
    qtbot.addWidget(window)
    assert window.size() == QSize(1366, 768)
