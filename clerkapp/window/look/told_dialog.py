"""A dialog that tells before it asks: a heading, paragraphs, what it asks with, and buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.look import Look, make_slim

_LOWEST = 240


class ToldDialog(Dialog):
    """As high as its words need; where the screen has no room for that they can be scrolled."""

    def __init__(self, look: Look, parent: QWidget | None = None, width: float = 680) -> None:
        super().__init__(parent)
        self.setFont(look.font(13))
        self._look = look
        self._width = width
        self.title = QLabel()
        self.title.setFont(look.font(19, QFont.Weight.DemiBold))
        self.title.setWordWrap(True)
        told = QWidget()
        self._column = QVBoxLayout(told)
        self._column.setContentsMargins(0, 0, look.px(8), 0)
        self._column.setSpacing(look.px(10))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        make_slim(area.verticalScrollBar(), look)
        area.setWidget(told)
        self._row = QHBoxLayout()
        self._row.setSpacing(look.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(24),) * 4)
        layout.setSpacing(look.px(12))
        layout.addWidget(self.title)
        layout.addWidget(area, 1)
        layout.addLayout(self._row)

    def tell(self, title: str, words: tuple[str, ...], body: QWidget | None = None) -> None:
        """Shows other words and another `body`, and takes the buttons away."""
        for layout in (self._column, self._row):
            while item := layout.takeAt(0):
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
        self.title.setText(title)
        for each in words:
            label = QLabel(each)
            label.setWordWrap(True)
            self._column.addWidget(label)
            label.show()
        if body:
            self._column.addSpacing(self._look.px(4))
            self._column.addWidget(body, 1)
            body.show()
        else:
            self._column.addStretch(1)
        self.setAccessibleDescription(" ".join(words))

    def add_button(self, words: str, pressed: Callable[[], object]) -> QPushButton:
        """A button at the right of those that are there; the first stands alone at the left."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: pressed())  # noqa: PLW0108 — Qt would pass "checked"
        self._row.addWidget(button)
        if self._row.count() == 1:
            self._row.addStretch(1)
        button.show()  # Qt does so later, and what is not shown has no size, focus or Enter
        return button

    def fit(self) -> None:
        """Takes the size that the words and the buttons need."""
        room = QGuiApplication.primaryScreen().availableSize() * 0.94
        margins = 2 * self._look.px(24)
        wide = max(self._look.px(self._width), self._row.sizeHint().width() + margins)
        width = min(wide, room.width())
        inner = width - margins - self._look.px(8)
        height = self._column.heightForWidth(inner) + self._look.px(150)
        self.resize(width, min(max(height, self._look.px(_LOWEST)), room.height()))
