"""Windows and dialogs that fit the screen, also a small one with large letters."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLayout,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from clerkapp.window.look.look import Look, make_slim

_FRAME = QSize(20, 48)  # what a window manager may need around it, in pixels
_WIDE = 900  # pixels at the zoom of 1 from which a form has two columns


def show_whole(window: QWidget) -> None:
    """Shows `window`, and where it would not fit the screen with its frame, over all of it."""
    fits = window.size().boundedTo(_room(window.screen())) == window.size()
    window.show() if fits else window.showMaximized()


def fit(dialog: QDialog, look: Look, width: int, height: int) -> None:
    """Gives `dialog` that size at the zoom of 1, or as much of it as the screen has."""
    dialog.resize(
        QSize(look.px(width), look.px(height)).boundedTo(_room(QGuiApplication.primaryScreen()))
    )


def _room(screen: QScreen) -> QSize:
    return screen.availableSize() - _FRAME


def columns(left: QLayout, right: QLayout, look: Look) -> QGridLayout:
    """Two parts of a form side by side, or on a small screen with large letters one below."""
    beside = QGuiApplication.primaryScreen().availableSize().width() >= look.px(_WIDE)
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.px(24))
    grid.setVerticalSpacing(look.px(8))
    grid.addLayout(left, 0, 0)
    grid.addLayout(right, *((0, 1) if beside else (1, 0)))
    for column in range(grid.columnCount()):
        grid.setColumnStretch(column, 1)
    return grid


def grow(dialog: QDialog) -> None:
    """Gives `dialog` the height that its words need by now, or as much of it as the screen has."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    needed = layout.totalHeightForWidth(dialog.width()) if layout.hasHeightForWidth() else 0
    height = max(needed, layout.totalSizeHint().height(), dialog.height())
    dialog.resize(dialog.width(), min(height, _room(dialog.screen()).height()))


class _Form(QScrollArea):
    """A form of which only a part is seen: what is typed in it always is."""

    def follow(self, text: QPlainTextEdit) -> None:
        """Keeps the cursor of `text`, which is in it, in sight."""
        text.cursorPositionChanged.connect(self._show_cursor)

    def sizeHint(self) -> QSize:
        """What all of the form needs: of itself a scrolled area asks for 24 lines at most."""
        return form.sizeHint() if (form := self.widget()) else super().sizeHint()

    def viewportEvent(self, event: QEvent) -> bool:
        """Passes on that the form needs another height, so that its dialog may grow."""
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done

    def _show_cursor(self) -> None:
        text, form = self.focusWidget(), self.widget()
        if isinstance(text, QPlainTextEdit) and text.hasFocus() and form:
            cursor = text.cursorRect()
            at = text.viewport().mapTo(form, cursor.center())
            self.ensureVisible(at.x(), at.y(), 0, cursor.height())


def scrolled(inner: QWidget, look: Look) -> QScrollArea:
    """A form that is scrolled where there is no room for all of it; Tab shows what it comes to."""
    area = _Form()
    for text in inner.findChildren(QPlainTextEdit):
        area.follow(text)
    area.setWidgetResizable(True)
    area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    make_slim(area.verticalScrollBar(), look)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
