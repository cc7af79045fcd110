"""Windows and dialogs that fit the screen, also a small one with large letters."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from clerkapp.window.look.look import Look, make_slim

_FRAME = QSize(20, 48)  # what a window manager may need around it, in pixels


def show_whole(window: QWidget) -> None:
    """Shows `window`, and where it would not fit the screen with its frame, over all of it."""
    room = window.screen().availableSize() - _FRAME
    fits = window.size().boundedTo(room) == window.size()
    window.show() if fits else window.showMaximized()


def fit(dialog: QDialog, look: Look, width: int, height: int) -> None:
    """Gives `dialog` that size at the zoom of 1, or as much of it as the screen has."""
    room = QGuiApplication.primaryScreen().availableSize() - _FRAME
    dialog.resize(QSize(look.px(width), look.px(height)).boundedTo(room))


def grow(dialog: QDialog) -> None:
    """Gives `dialog` the height that its words need by now, or as much of it as the screen has."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    needed = layout.totalHeightForWidth(dialog.width()) if layout.hasHeightForWidth() else 0
    room = dialog.screen().availableSize() - _FRAME
    height = max(needed, layout.totalSizeHint().height(), dialog.height())
    dialog.resize(dialog.width(), min(height, room.height()))


def scrolled(inner: QWidget, look: Look) -> QScrollArea:
    """A form that is scrolled where there is no room for all of it; Tab shows what it comes to."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    make_slim(area.verticalScrollBar(), look)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
