"""The owner and the date of an action point, as two small fields below its words."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from clerkapp.editing.action_points import ActionReader, Due
from clerkapp.meeting.actions import NEXT_MEETING
from clerkapp.meeting.people import Person
from clerkapp.window.item.fact_field import FactField
from clerkapp.window.look.look import Look

HEIGHT = 22
ROOM = HEIGHT + 3  # what a row grows by with the two below its words
_HINT_HEIGHT = 19
_GAP, _BELOW = 7, 3
_MOST = 9  # people who are offered at once: there is a number key for each


class OwnerField(FactField):
    """Whose the action point is: a few letters are enough, a number chooses whom they may mean."""

    chosen = Signal(str)  # the id of somebody on the lists

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Owner of the action point", "no owner — Ctrl+Shift+O")
        self.reader = ActionReader()
        self.choices: tuple[Person, ...] = ()  # those who are shown, with their numbers
        self.is_asking = False  # several are meant, and Enter was pressed

    def offered(self) -> tuple[Person, ...]:
        """Who may be chosen now: everybody, until something is typed."""
        if self.is_asking:
            return self.reader.meant(self.words)
        return self.reader.offered(self.words) if self._touched else self.reader.people

    @property
    def taken(self) -> Person | None:
        """Whom Enter would take; None for nobody on the lists, or where it would ask."""
        found = self.reader.meant(self.words)
        return found[0] if self.is_asking or (self._touched and len(found) == 1) else None

    def ask(self) -> None:
        """Asks which of the people is meant whom its words may mean."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.is_asking = True
        self.hint_changed.emit()

    def choose(self, number: int) -> None:
        """Takes the person at that place of those who are shown."""
        person = self.choices[number]
        self.is_asking = self._touched = False
        self._shown = self._before = person.name
        self.setText(person.name)
        self.chosen.emit(person.id)
        self.done.emit()

    def enter(self) -> bool:
        """Takes whom the letters mean; where these are several, asks, and then takes the first."""
        found = self.reader.meant(self.words)
        if self.is_asking and found:
            self.choices = found
            self.choose(0)
            return False  # all done already
        if len(found) > 1 and self._touched:
            self.ask()
            return False
        return super().enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number takes one of those who are shown."""
        number = event.text()
        if number.isascii() and number.isdecimal() and 0 < int(number) <= len(self.choices):
            self.choose(int(number) - 1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Asks no more."""
        self.is_asking = False
        super().focusOutEvent(event)

    def _on_text_edited(self) -> None:
        self.is_asking = False
        super()._on_text_edited()
        self.hint_changed.emit()


class DueField(FactField):
    """By when: Enter in the empty field is the next meeting."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Date of the action point", "no date — Ctrl+D")
        self.reader = ActionReader()

    @property
    def understood(self) -> Due:
        """What Enter would take."""
        is_new = not self.words and not self._before
        return self.reader.due(NEXT_MEETING if is_new else self.words)

    def enter(self) -> bool:
        """Takes the date in; where there was none and none is typed, the next meeting."""
        if not self.words and not self._before:
            self.setText(NEXT_MEETING)
        return super().enter()


class _Hint(QLabel):
    """One line of rich text with links. A press beside a link leaves the focus where it is."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keeps the press, which would take the focus to the words."""
        super().mousePressEvent(event)
        event.accept()


class ActionFields(QWidget):
    """Owner and date side by side; below the one that has the cursor, what Enter would take."""

    owner_typed = Signal(str)
    due_typed = Signal(str)
    owner_given = Signal(str)
    owner_chosen = Signal(str)
    due_given = Signal(str)
    done = Signal()
    focused = Signal()
    grew = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._had_hint = False
        self.owner = OwnerField(self)
        self.due = DueField(self)
        self.hint = _Hint(self)
        self.hint.setTextFormat(Qt.TextFormat.RichText)
        self.hint.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint.hide()
        self.hint.linkActivated.connect(self._on_link)
        for field in (self.owner, self.due):
            field.done.connect(self.done)
            field.focused.connect(self.focused)
            field.hint_changed.connect(self._on_hint_changed)
        self.owner.typed.connect(self.owner_typed)
        self.due.typed.connect(self.due_typed)
        self.owner.given.connect(self.owner_given)
        self.owner.chosen.connect(self.owner_chosen)
        self.due.given.connect(self.due_given)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self.owner.show_look(look)
        self.due.show_look(look)
        self._look = look  # now: each of the two would else have both placed
        self.hint.setFont(look.font(12))
        palette = look.palette()
        palette.setColor(palette.ColorRole.WindowText, look.color("soft"))
        self.hint.setPalette(palette)
        self._on_hint_changed()

    def fill(self, owner: str, due: str, reader: ActionReader) -> None:
        """Shows owner and date; `reader` understands what is typed from now on."""
        self.owner.reader = self.due.reader = reader
        self.owner.fill(owner)
        self.due.fill(due)
        self.arrange()

    def height_at(self, width: int) -> int:
        """The height in pixels that the two need: where they do not fit side by side, two lines.

        One more for the hint while the cursor is in them, whether or not it says something, so that
        nothing moves while one types.
        """
        look = self._look
        if look is None:
            return 0
        return self._fields_height(look, width) + look.px(_HINT_HEIGHT if self._has_cursor else 0)

    def _fields_height(self, look: Look, width: int) -> int:
        wanted = self.owner.width_wanted() + look.px(_GAP) + self.due.width_wanted()
        lines = 1 if wanted <= width else 2
        return look.px(HEIGHT) * lines + look.px(_BELOW) * (lines - 1)

    @property
    def _has_cursor(self) -> bool:
        return self.owner.hasFocus() or self.due.hasFocus()

    def arrange(self) -> None:
        """Places the two fields, each as wide as its words, and the hint."""
        look = self._look
        if look is None:
            return
        height, gap = look.px(HEIGHT), look.px(_GAP)
        wanted = self.owner.width_wanted(), self.due.width_wanted()
        owner, due = (min(each, self.width()) for each in wanted)
        self.owner.setGeometry(0, 0, owner, height)
        if sum(wanted) + gap <= self.width() or self.height() < 2 * height:
            self.due.setGeometry(owner + gap, 0, due, height)
        else:
            self.due.setGeometry(0, height + look.px(_BELOW), due, height)
        indent, hint = look.px(7), look.px(_HINT_HEIGHT)
        self.hint.setGeometry(indent, self.height() - hint, self.width() - indent, hint)

    # The hint

    def _on_hint_changed(self) -> None:
        look = self._look
        if look is None:
            return
        self.arrange()
        words = ""
        if self.owner.hasFocus():
            words = self._owner_hint(look)
        elif self.due.hasFocus():
            due = self.due.understood
            color = look.bad if due.is_wrong else look.soft
            words = f'<span style="color:{color}">{escape(due.told)}</span>' if due.told else ""
            self.due.setAccessibleDescription(due.told)
        if words != self.hint.text():
            self.hint.setText(words)
        has_hint = self._has_cursor
        self.hint.setVisible(has_hint)
        if has_hint != self._had_hint:
            self._had_hint = has_hint
            self.grew.emit()

    def _owner_hint(self, look: Look) -> str:
        """The people who may be chosen, as many as there is room for, each with its number."""
        taken = self.owner.taken
        left = self.width() - look.px(14)
        metrics = self.hint.fontMetrics()
        parts: list[str] = []
        choices: list[Person] = []
        if self.owner.is_asking:
            parts.append("Which one?")
            left -= metrics.horizontalAdvance("Which one?   ")
        for number, person in enumerate(self.owner.offered()[:_MOST], start=1):
            key = f"{number}"
            enter = " (Enter)" if person == taken else ""
            left -= metrics.horizontalAdvance(f"{key} {person.name}{enter}    ")
            if left < 0 and choices:
                break
            choices.append(person)
            link = f'<a href="{number - 1}" style="color:{look.accent};text-decoration:none">'
            parts.append(f"{key}&nbsp;{link}{escape(person.name)}</a>{enter}")
        self.owner.choices = tuple(choices)
        said = "; ".join(f"{n} {person.name}" for n, person in enumerate(choices, start=1))
        self.owner.setAccessibleDescription(said)
        return " &nbsp; ".join(parts)

    def _on_link(self, place: str) -> None:
        self.owner.choose(int(place))
