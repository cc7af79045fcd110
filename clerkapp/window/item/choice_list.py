"""The list that a mark opens at the cursor: of stock sentences, of people, of items."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from clerkapp.editing.choices import Choice
from clerkapp.editing.history import Place
from clerkapp.window.item.entry_text import EntryText
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.wording.shorthand import SENTENCE

_WIDTH = 560  # pixels at a zoom of 1, for sentences
_NARROW = 340  # for names
_HEIGHT = 230
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class ChoiceList(QObject):
    """Narrows while the words after the mark are typed. The focus stays in the entry."""

    chosen = Signal(str, int)  # the words to put in, and where the mark begins
    choice_changed = Signal(str)  # what Enter would take, in words; "" for nothing any more

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.view: LinesView | None = None
        self._look: Look | None = None
        self._text: EntryText | None = None  # in which it is open
        self._start = 0
        self._left = 0  # of the list within the text: it stays while the filter grows
        self._mark = self._sort = ""
        self._fitting: Callable[[str], tuple[Choice, ...]] = lambda _typed: ()
        self._shown: tuple[Choice, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it waits for a choice, even where nothing fits what is typed."""
        return self._text is not None

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        if self.view:
            self.view.show_look(look)

    def open(
        self,
        text: EntryText,
        start: int,
        mark: str,
        sort: str,
        fitting: Callable[[str], tuple[Choice, ...]],
    ) -> None:
        """Opens in `text`, where `mark` begins at `start`; `fitting` what is typed behind it.

        `sort` says what is chosen from: “stock sentence”.
        """
        self.close()
        self._text, self._start, self._left = text, start, text.cursorRect().left()
        self._mark, self._sort, self._fitting = mark, sort, fitting
        text.installEventFilter(self)
        self.narrow(text, start + len(mark))

    def narrow(self, text: EntryText, cursor: int) -> None:
        """Shows what fits the words that stand between the mark and the cursor."""
        words, begin = text.words(), self._start + len(self._mark)
        typed = words[begin:cursor]
        has_mark = words.startswith(self._mark, self._start)
        if text is not self._text or not has_mark or cursor < begin or "\n" in typed:
            self.close()
            return
        self._shown = self._fitting(typed)
        view = self._made_view(text)
        view.lines.show_lines(
            tuple(Line(c.shown, aside=c.aside, place=Place(str(n)))
                  for n, c in enumerate(self._shown))
        )  # fmt: skip
        view.setAccessibleName(f"{self._sort.capitalize()}s")
        view.setCurrentIndex(view.lines.index(0))
        view.setVisible(bool(self._shown))
        self._put_below_cursor(view, text)
        self._tell_choice()

    def _tell_choice(self) -> None:
        """Says what Enter would take: a screen reader looks at the words, not at the list."""
        if self.view and self._shown:
            index, count = self.view.currentIndex(), len(self._shown)
            words = index.data(Qt.ItemDataRole.DisplayRole)
            self.choice_changed.emit(f"{words} {index.row() + 1} of {count}, Enter takes it")
        else:
            self.choice_changed.emit(f"No {self._sort} fits")

    def close(self) -> None:
        """Closes; what is typed stays."""
        if self._text:
            self._text.removeEventFilter(self)
            self._text = None
            self.choice_changed.emit("")
        if self.view:
            self.view.hide()

    def _made_view(self, text: EntryText) -> LinesView:
        if self.view is None:
            self.view = LinesView("", text.window())
            self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.view.setFrameShape(QFrame.Shape.Box)
            self.view.setLineWidth(1)
            self.view.mark_choice()
            self.view.led_to.connect(self._on_led_to)
            if self._look:
                self.view.show_look(self._look)
        return self.view

    def _put_below_cursor(self, view: LinesView, text: EntryText) -> None:
        """Below the line that is typed, or above it where there is more room."""
        look, window = self._look, text.window()
        if look is None:
            return
        cursor = text.cursorRect()
        gap = look.px(4)
        below = text.viewport().mapTo(window, QPoint(self._left, cursor.bottom() + gap))
        above = text.viewport().mapTo(window, QPoint(self._left, cursor.top() - gap))
        rows = range(view.lines.rowCount())
        wanted = sum(view.sizeHintForRow(row) for row in rows) + 2 * view.frameWidth()
        height = min(wanted, look.px(_HEIGHT))
        if below.y() + height > window.height() and above.y() > window.height() - below.y():
            top = above.y() - height
        else:
            top = below.y()
        wide = _WIDTH if self._mark == SENTENCE else _NARROW
        width = min(look.px(wide), window.width() - 2 * look.px(8))
        left = min(below.x(), window.width() - width - look.px(8))
        view.setGeometry(left, top, width, height)
        view.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys that choose; closes when the clerk does something else."""
        if watched is not self._text:
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress, QEvent.Type.Hide):
            self.close()
        elif isinstance(event, QKeyEvent):
            return self._takes(event)
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        key, view = Qt.Key(event.key()), self.view
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if key == Qt.Key.Key_Escape:
            event.accept()  # of the override, so that the window's own Esc does not come first
            if not is_override:
                self.close()
            return True
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_override:
            if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
                self.close()  # a command, which may change what is written here
            return False
        if event.type() != QEvent.Type.KeyPress or view is None or not self._shown or held:
            return False
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if step:
            row = (view.currentIndex().row() + step) % len(self._shown)
            view.setCurrentIndex(view.lines.index(row))
            self._tell_choice()
            return True
        if key in _ENTER:
            self._choose(view.currentIndex().row())
            return True
        return False

    def _on_led_to(self, place: Place) -> None:
        self._choose(int(place.item_id))

    def _choose(self, row: int) -> None:
        words, start = self._shown[row].words, self._start
        self.close()
        self.chosen.emit(words, start)
