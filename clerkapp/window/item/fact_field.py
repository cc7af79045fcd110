"""One fact of an entry in one line, typed and taken in with Enter."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from clerkapp.window.look.look import Look


class FactField(QLineEdit):
    """One fact in one line, drawn as a pill; its border warns while it is empty."""

    typed = Signal(str)  # at each key, so that nothing half typed is lost
    given = Signal(str)
    done = Signal()  # Enter or Esc: back to the words
    focused = Signal()
    hint_changed = Signal()  # what is to be said beside it

    def __init__(self, parent: QWidget, name: str, missing: str) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._shown = ""
        self._before = ""  # what stood here when the clerk came
        self._touched = False
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(missing)
        self.textChanged.connect(self.hint_changed)
        self.textEdited.connect(self._on_text_edited)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.setFont(look.font(12))
        palette = look.palette()
        ground = look.color("paper")
        ground.setAlpha(0)
        palette.setColor(palette.ColorRole.Base, ground)
        palette.setColor(palette.ColorRole.PlaceholderText, look.color("bad"))
        palette.setColor(palette.ColorRole.Text, look.color("soft"))
        self.setPalette(palette)
        self.setTextMargins(look.px(6), 0, look.px(6), 0)
        self.hint_changed.emit()

    def fill(self, words: str) -> None:
        """Shows `words`, unless somebody is typing here."""
        if words != self._shown or not self.hasFocus():
            self._shown = words
            if not self.hasFocus():
                self.setText(words)
                self.setCursorPosition(0)  # the beginning is seen where there is no room for all

    def width_wanted(self) -> int:
        """The width in pixels that the words, or what stands for them, need."""
        words = self.text() or self.placeholderText()
        look = self._look
        return self.fontMetrics().horizontalAdvance(words) + (look.px(22) if look else 22)

    @property
    def words(self) -> str:
        """What is typed, without spare spaces."""
        return " ".join(self.text().split())

    def _on_text_edited(self) -> None:
        self._touched = True
        self.typed.emit(self.words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the words in, Esc leaves them as they were."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self.give()
            self.done.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.enter():
                self.done.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keeps Esc, which elsewhere is the window's, to give up what was typed here."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the words in, except while a menu is open."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.give()
        self.hint_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Says that the cursor is here."""
        super().focusInEvent(event)
        if not self._touched:
            self._before = self.text()
        self.focused.emit()
        self.hint_changed.emit()

    def enter(self) -> bool:
        """Takes in what was typed, on Enter; whether nothing is left to ask."""
        self.give()
        return True

    def give(self) -> None:
        """Hands on what was typed, if anything."""
        words = self.words
        if self._touched or words != self._shown:
            self._touched, self._shown = False, words
            self.given.emit(words)
            self._before = self._shown
            self.setText(self._shown)  # as it was understood: "30 June 2026" for "30/6"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the pill around the words."""
        super().paintEvent(event)
        look = self._look
        if look is None:
            return
        color = "accent" if self.hasFocus() else "line" if self.text() else "bad"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color(color), 1))
        radius = look.px(4)
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius
        )
        painter.end()
