"""The owner and the date of an action point, as two small fields below its words."""

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from clerkapp.window.look import Look

HEIGHT = 22
_GAP, _BELOW = 7, 3
_NAMES_WIDTH = 240  # “Chief Digital Officer and Deputy Chief”, in pixels at a zoom of 1


class FactField(QLineEdit):
    """One fact in one line, drawn as a pill; its border warns while it is empty."""

    typed = Signal(str)  # at each key, so that nothing half typed is lost
    given = Signal(str)
    done = Signal()  # Enter or Esc: back to the words
    focused = Signal()

    def __init__(self, parent: QWidget, name: str, missing: str) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._shown = ""
        self._before = ""  # what stood here when the clerk came
        self._touched = False
        self.names: QCompleter | None = None  # what it offers while it has the focus
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(missing)
        self.textChanged.connect(self._on_text_changed)
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
        self._on_text_changed()

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

    def _on_text_changed(self) -> None:
        parent = self.parentWidget()
        if isinstance(parent, ActionFields):
            parent.arrange()

    def _on_text_edited(self, words: str) -> None:
        self._touched = True
        self.typed.emit(" ".join(words.split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the words in, Esc leaves them as they were."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self.give()
            self.done.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
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
        """Takes the words in, except while the list of names is open."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setCompleter(None)  # pyright: ignore[reportArgumentType]
            self.give()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offers names from now on, and says that the cursor is here."""
        super().focusInEvent(event)
        if not self._touched:
            self._before = self.text()
        if self.names:
            self.setCompleter(self.names)
            popup = self.names.popup()
            if self._look and popup:  # else it is as narrow as what is typed so far
                popup.setMinimumWidth(self._look.px(_NAMES_WIDTH))
        self.focused.emit()

    def give(self) -> None:
        """Hands on what was typed, if anything."""
        words = " ".join(self.text().split())
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


class ActionFields(QWidget):
    """Owner and date side by side."""

    owner_typed = Signal(str)
    due_typed = Signal(str)
    owner_given = Signal(str)
    due_given = Signal(str)
    done = Signal()
    focused = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.owner = FactField(self, "Owner of the action point", "no owner — Ctrl+Shift+O")
        self.due = FactField(self, "Date of the action point", "no date — Ctrl+D")
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.names = completer
        for field in (self.owner, self.due):
            field.done.connect(self.done)
            field.focused.connect(self.focused)
        self.owner.typed.connect(self.owner_typed)
        self.due.typed.connect(self.due_typed)
        self.owner.given.connect(self.owner_given)
        self.due.given.connect(self.due_given)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.owner.show_look(look)
        self.due.show_look(look)
        self.arrange()

    def fill(self, owner: str, due: str, names: list[str]) -> None:
        """Shows owner and date; `names` are those whom the owner's field offers."""
        if names != self._names.stringList():
            self._names.setStringList(names)
        self.owner.fill(owner)
        self.due.fill(due)
        self.arrange()

    def height_at(self, width: int) -> int:
        """The height in pixels that the two need: where they do not fit side by side, two lines."""
        look = self._look
        if look is None:
            return 0
        lines = 1 if self._fit(look, width) else 2
        return look.px(HEIGHT) * lines + look.px(_BELOW) * (lines - 1)

    def _fit(self, look: Look, width: int) -> bool:
        return self.owner.width_wanted() + look.px(_GAP) + self.due.width_wanted() <= width

    def arrange(self) -> None:
        """Places the two fields, each as wide as its words."""
        look = self._look
        if look is None:
            return
        height, gap = look.px(HEIGHT), look.px(_GAP)
        owner, due = (min(each.width_wanted(), self.width()) for each in (self.owner, self.due))
        self.owner.setGeometry(0, 0, owner, height)
        if self._fit(look, self.width()) or self.height() <= height:
            self.due.setGeometry(owner + gap, 0, due, height)
        else:
            self.due.setGeometry(0, height + look.px(_BELOW), due, height)
