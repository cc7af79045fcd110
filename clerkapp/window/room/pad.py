"""What a panel beside the words is made of: a title, a list with keys, and what it comes to."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clerkapp.window.look.look import Look
from clerkapp.window.look.menu import Menu
from clerkapp.window.look.outlines import field_palette
from clerkapp.window.room.keyed_lines import KeyedLines

_LOW = 420  # pixels at a zoom of 1: the keys are then told by the menu alone
_FEW_KEYS = "Esc leaves"  # the menu, at “More…” too, has every key
_FEW_LINES = 2  # of a preview, which where the panel is low leaves the rest of the room to the list
_KEYS_TOLD = {"Return": "Enter", "Del": "Delete", "Down": "↓", "Up": "↑"}


class AnswerField(QLineEdit):
    """Where a few letters are typed: Enter gives them, Esc leaves the field alone."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.returnPressed.connect(self._on_return)

    def _on_return(self) -> None:
        self.given.emit(self.text().strip())

    def event(self, event: QEvent) -> bool:
        """Keeps Esc, which is otherwise a command of the window."""
        is_esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_esc and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if is_esc and event.type() == QEvent.Type.KeyPress:
            self.left.emit()
            return True
        return super().event(event)


class Pad(QWidget):
    """Stands in the place of what is beside the words until Esc; nothing of it is a dialog."""

    closed = Signal()
    told = Signal(str)  # what somebody who hears the panel is to know once the keys rest

    def __init__(self, name: str, keys: Collection[tuple[str, str]], enter: str = "") -> None:
        """`enter` are the words of a button that does what Enter does; "" for no such button."""
        super().__init__()
        self._look: Look | None = None
        self._tones: dict[QLabel, str] = {}
        self._sizes: dict[QLabel, tuple[float, QFont.Weight]] = {}
        self.setAccessibleName(name)
        self.title = self.label(15, "ink", bold=True)
        self.title.setText(name)
        self.about = self.label(12.5, "soft")
        self.list = KeyedLines(name, {key for key, _ in keys} | {"Esc", "Ctrl+Z"})
        self.list.mark_choice()
        self.list.pressed.connect(self.press)
        self.list.menu_wanted.connect(self._on_menu_wanted)
        self.field_says = self.label(12.5, "soft")
        self.field = AnswerField(self)
        self.field.left.connect(self.end_asking)
        self.field.hide()
        self.field_says.hide()
        self.proof = self.label(13, "soft")
        self.preview = self.label(14, "ink")
        self.hints = self.label(11.5, "faint")
        self._every_key = " · ".join(f"{key} {words}" for key, words in keys)
        self.menu = Menu(name, self)
        self._offered = self.menu.addMenu("")
        self._offered.menuAction().setVisible(False)
        for key, words in keys:
            told = f"{words[:1].upper()}{words[1:]}"
            action = self.menu.addAction(f"{told}\t{_KEYS_TOLD.get(key, key)}")
            action.setData(key)
        self.menu.addSeparator()
        self.menu.addAction("Goes back to the words\tEsc").setData("Esc")
        self.by_mouse = self._button("More…", f"{name}: what can be done")
        self.by_mouse.setFlat(True)
        self.by_mouse.clicked.connect(self._on_by_mouse)
        self.enter = self._button(enter, f"{name}: {enter}")
        self.enter.setVisible(bool(enter))
        self.enter.clicked.connect(self._on_enter)
        self.menu.triggered.connect(self._on_menu)
        self.setFocusProxy(self.list)
        self._column = QVBoxLayout(self)
        for widget in (self.title, self.about):
            self._column.addWidget(widget)
        self._column.addWidget(self.list, 1)
        for widget in (self.field_says, self.field, self.proof, self.preview):
            self._column.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self.hints, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.enter)
        self._buttons.addWidget(self.by_mouse)
        foot.addLayout(self._buttons)
        self._column.addLayout(foot)

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # who has a keyboard has the keys
        return button

    def label(self, size: float, tone: str, *, bold: bool = False) -> QLabel:
        """A label that is read, of that size and the colour of that name."""
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        self._sizes[label] = size, weight
        self._tones[label] = tone
        return label

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.setPalette(look.palette())
        self._show_hints()
        self.list.show_look(look)
        self._column.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(8))
        self._column.setSpacing(look.px(6))
        self.field.setFont(look.font(13))
        for button in (self.enter, self.by_mouse):
            button.setFont(look.font(12))
        self.enter.setPalette(field_palette(look))
        for label, (size, weight) in self._sizes.items():
            label.setFont(look.font(size, weight))
            self._dress(label)

    def hint(self, keys: str) -> None:
        """Tells these keys at the foot, where there is room for them."""
        self._every_key = keys
        self._show_hints()

    @property
    def _is_low(self) -> bool:
        return self._look is not None and self.height() < self._look.px(_LOW)

    def _show_hints(self) -> None:
        self.hints.setText(_FEW_KEYS if self._is_low else self._every_key)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(beside if self._is_low else below)

    def _show_preview(self) -> None:
        words, preview = self.preview.text(), self.preview
        room = _FEW_LINES * preview.fontMetrics().lineSpacing()
        is_long = preview.heightForWidth(self._column.contentsRect().width()) > room
        preview.setVisible(bool(words) and not (self._is_low and is_long))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the room to the list where there is little."""
        super().resizeEvent(event)
        self._show_hints()
        self._show_preview()

    def tell(self, label: QLabel, words: str, tone: str = "") -> None:
        """Puts words into a label, in the colour of that name where one is given."""
        label.setText(words)
        if label is self.preview:
            self._show_preview()
        else:
            label.setVisible(bool(words))
        if tone and tone != self._tones[label]:
            self._tones[label] = tone
            self._dress(label)

    def say(self, label: QLabel, words: str, tone: str = "") -> None:
        """Puts words into a label, as `tell` does, which are an answer to a key: they are heard."""
        self.tell(label, words, tone)
        if self.isVisible():
            self.told.emit(words)

    def _dress(self, label: QLabel) -> None:
        if self._look:
            palette = self._look.palette()
            color = self._look.color(self._tones[label])
            palette.setColor(palette.ColorRole.WindowText, color)
            label.setPalette(palette)

    def ask(self, question: str) -> None:
        """Opens the field below the list for an answer."""
        self.field.clear()
        self.field.setAccessibleName(question)
        self.tell(self.field_says, question)
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_asking(self) -> None:
        """Takes the field away again."""
        had = self.field.hasFocus()
        self.field.hide()
        self.field_says.hide()
        if had or not self.list.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, key: str) -> None:
        """Does what a key of the list does."""
        if key == "Esc":
            self.closed.emit()

    def fill_menu(self) -> None:
        """Makes the menu what it is to be now; overridden where that is not always the same."""

    def _on_menu_wanted(self, where: QPoint) -> None:
        self.fill_menu()
        self.menu.popup(where)

    def offer(self, of_what: str, choices: Iterable[str] = ()) -> None:
        """Has the menu offer `choices` of something, for `take_offered`; with "" of nothing."""
        self._offered.clear()
        self._offered.setTitle(of_what)
        self._offered.menuAction().setVisible(bool(of_what))
        for at, words in enumerate(choices if of_what else ()):
            self._offered.addAction(words.replace("&", "&&")).setData(at)

    def offer_numbers(self, of_what: str, most: int) -> None:
        """Has it offer 0 to `most` of something, each at its own place; with "" of nothing."""
        self.offer(of_what, map(str, range(most + 1)))

    def take_offered(self, at: int) -> None:
        """Takes what was chosen, by its place; overridden by whoever offers something."""

    def _on_enter(self) -> None:
        if self.field.isVisible():  # what Enter would answer
            self.field.returnPressed.emit()
        else:
            self.press("Return")

    def _on_by_mouse(self) -> None:
        self.fill_menu()  # before it is measured: it stands on its button
        corner = self.by_mouse.rect().topRight()
        size = self.menu.sizeHint()
        self.menu.popup(self.by_mouse.mapToGlobal(corner) - QPoint(size.width(), size.height()))

    def _on_menu(self, action: QAction) -> None:
        told = action.data()
        if isinstance(told, int):
            self.take_offered(told)
        else:
            self.press(str(told))
