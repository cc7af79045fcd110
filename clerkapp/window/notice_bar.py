"""A quiet bar above the status line: one sentence that waits to be read, and what can be done."""

from collections.abc import Callable
from enum import IntEnum

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from clerkapp.window.look.aloud import say_aloud
from clerkapp.window.look.look import Look
from clerkapp.window.look.outlines import field_palette


class Weight(IntEnum):
    """How much a notice matters. The weightiest is the one that is shown."""

    ADVICE = 0  # when there is time
    WARNING = 1  # something is not as it should be
    DANGER = 2  # words may be lost


class Choice(Struct, frozen=True):
    """A button of a notice: its words, and what it does."""

    words: str
    run: Callable[[], object]


class Notice(Struct, frozen=True):
    """Something that stands in the bar until it is withdrawn by its name."""

    name: str
    words: str
    choices: tuple[Choice, ...] = ()
    weight: Weight = Weight.ADVICE


class _Button(QPushButton):
    """Does what its choice says. A click leaves the focus where it is."""

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(choice.words, parent)
        self._choice = choice
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)  # Enter presses it
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._choice.run()


_STRIPES = {Weight.ADVICE: "accent", Weight.WARNING: "doubtful", Weight.DANGER: "bad"}


class NoticeBar(QWidget):
    """Shows the weightiest notice, and of equals the latest; it is not there where there is none.

    It never takes the focus, and a click on it leaves the focus where it is: somebody may be
    typing. The keyboard comes to it by `take_focus`, or with Tab. A screen reader is told politely.
    """

    left = Signal()  # the notice that had the focus has gone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setAccessibleName("Notice")
        self._look: Look | None = None
        self._notices: dict[str, Notice] = {}
        self._shown: Notice | None = None
        self._heard: dict[str, Notice] = {}  # one that comes back after another is not told again
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._words, 1)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """The notice that is shown."""
        return self._shown

    @property
    def words(self) -> str:
        """What it says; "" where it says nothing."""
        return self._shown.words if self._shown else ""

    def show_notice(self, notice: Notice) -> None:
        """Has `notice` shown, in the place of the one with its name, unless another weighs more."""
        if self._notices.get(notice.name) != notice:
            self._notices.pop(notice.name, None)
            self._notices[notice.name] = notice
            self._show()

    def withdraw(self, name: str) -> None:
        """Takes the notice of that name away, if there is one."""
        self._heard.pop(name, None)
        if self._notices.pop(name, None):
            self._show()

    def take_focus(self) -> bool:
        """Takes the focus, where there is something to be done; whether there is."""
        if self.isHidden() or not self.buttons:
            return False
        self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self._layout.setContentsMargins(look.px(14), look.px(7), look.px(14), look.px(7))
        self._layout.setSpacing(look.px(8))
        palette = look.palette()
        palette.setColor(palette.ColorRole.Window, look.color("focus"))
        self.setPalette(palette)
        self._words.setFont(look.font(13))
        for button in self.buttons:
            self._dress(button)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line above, and how much it matters at the left."""
        super().paintEvent(event)
        if self._look and self._shown:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), 1, self._look.color("line"))
            stripe = self._look.color(_STRIPES[self._shown.weight])
            painter.fillRect(0, 0, self._look.px(4), self.height(), stripe)
            painter.end()

    def _show(self) -> None:
        newest_first = reversed(self._notices.values())
        notice = max(newest_first, key=lambda each: each.weight, default=None)
        if notice == self._shown:
            return
        had_focus = any(button.hasFocus() for button in self.buttons)
        self._shown = notice
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = (
            [self._button(each, notice.words) for each in notice.choices] if notice else []
        )
        for before, after in zip(self.buttons, self.buttons[1:], strict=False):
            self.setTabOrder(before, after)
        self._words.setText(self.words)
        self.setVisible(notice is not None)
        self.update()
        if had_focus:
            self.left.emit()
        if notice and self._heard.get(notice.name) != notice:
            self._heard[notice.name] = notice
            say_aloud(notice.words, self)

    def _button(self, choice: Choice, words: str) -> QPushButton:
        button = _Button(choice, self)
        button.setAccessibleDescription(words)
        self._layout.addWidget(button)
        self._dress(button)
        button.show()
        return button

    def _dress(self, button: QPushButton) -> None:
        if self._look:
            button.setFont(self._look.font(13))
            button.setPalette(field_palette(self._look))
