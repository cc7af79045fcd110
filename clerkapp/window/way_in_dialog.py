"""The one dialog before the window: shows a screen, and tells which way on is taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from clerkapp.window.look import Look, make_slim
from clerkapp.window.way_in_words import Screen, Way

_WIDTH, _HEIGHT = 680, 240


class WayInDialog(QDialog):
    """Knows nothing of keys: it shows what it is given. Esc and “Close” reject it."""

    taken = Signal(Way)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # its end is not the end of the application, of which the window is still to come
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle("Clerkapp")
        self.setFont(look.font(13))
        self._look = look
        self.body: QWidget | None = None
        self.buttons: dict[Way, QPushButton] = {}
        self.title = QLabel()
        self.title.setFont(look.font(19, QFont.Weight.DemiBold))
        self.title.setWordWrap(True)
        self._told = QWidget()
        self._column = QVBoxLayout(self._told)
        self._column.setContentsMargins(0, 0, look.px(8), 0)
        self._column.setSpacing(look.px(10))
        area = QScrollArea()  # so that nothing is out of reach on a small screen, in large letters
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        make_slim(area.verticalScrollBar(), look)
        area.setWidget(self._told)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(look.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(24),) * 4)
        layout.setSpacing(look.px(12))
        layout.addWidget(self.title)
        layout.addWidget(area, 1)
        layout.addLayout(self._ways)

    def show_screen(self, screen: Screen, body: QWidget | None = None) -> None:
        """Shows another screen; `body` is what it asks with, and has the focus."""
        self._clear(self._column)
        self._clear(self._ways)
        self.body = body
        self.title.setText(screen.title)
        for words in screen.words:
            label = QLabel(words)
            label.setWordWrap(True)
            self._column.addWidget(label)
            label.show()
        if body:
            self._column.addSpacing(self._look.px(4))
            self._column.addWidget(body, 1)
            body.show()
        else:
            self._column.addStretch(1)
        self._show_ways(screen)
        self.setAccessibleDescription(" ".join(screen.words))
        self._fit()
        first = body or self.buttons[screen.onward or (*screen.others, Way.CLOSE)[0]]
        first.setFocus()

    def enable(self, way: Way, *, is_on: bool) -> None:
        """Whether that way can be taken now."""
        if way in self.buttons:
            self.buttons[way].setEnabled(is_on)

    def _show_ways(self, screen: Screen) -> None:
        self.buttons = {}
        self._add_button(Way.CLOSE)
        self._ways.addStretch(1)
        for way in (*screen.others[::-1], *filter(None, (screen.onward,))):
            self._add_button(way).setDefault(way is screen.onward)

    def _add_button(self, way: Way) -> QPushButton:
        button = QPushButton(way.value)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._on_clicked(way))
        self.buttons[way] = button
        self._ways.addWidget(button)
        button.show()  # Qt does so later, and what is not shown has no size, focus or Enter
        return button

    def _on_clicked(self, way: Way) -> None:
        if way is Way.CLOSE:
            self.reject()
        else:
            self.taken.emit(way)

    def _fit(self) -> None:
        """As high as the words need, as long as the screen has room."""
        room = QGuiApplication.primaryScreen().availableSize() * 0.94
        width = min(max(self._look.px(_WIDTH), self._ways.sizeHint().width()), room.width())
        inner = width - 2 * self._look.px(24) - self._look.px(8)
        height = self._column.heightForWidth(inner) + self._look.px(150)
        self.resize(width, min(max(height, self._look.px(_HEIGHT)), room.height()))

    @staticmethod
    def _clear(layout: QVBoxLayout | QHBoxLayout) -> None:
        while item := layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
