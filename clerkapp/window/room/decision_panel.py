"""The outcome of a resolution, and the statement of a decision or a recommendation."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clerkapp.meeting.decisions import PARTS, Decision, Outcome, Referral
from clerkapp.window.look.lines import Line
from clerkapp.window.look.look import Look
from clerkapp.window.room.pad import Pad

_NAMES = ("Reasons", "Alternatives rejected", "Conflicts of interest", "Dispensations")
_RECOMMENDED = "recommended"
_LINES = 2.2  # of text in each field


class _Part(QPlainTextEdit):
    """One part of the statement. Tab goes on, Esc leaves the panel."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """Keeps Esc, which is otherwise a command of the window."""
        is_esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_esc and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; every other key types."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class DecisionPanel(Pad):
    """Shows one decision or recommendation; left in whatever way, `given` says what it is then."""

    given = Signal(str, object)  # the entry, and its facts

    def __init__(self) -> None:
        super().__init__("Outcome", (("Tab", "goes to the statement"),))
        self.list.keys -= {"Tab"}
        self.list.keys |= {"Return"}
        self.hint("↑ ↓ choose the outcome · Tab goes to the statement · Esc takes it in")
        self._entry_id = ""
        self._facts: Decision | Referral = Decision()
        self.parts = tuple(_Part(name, self) for name in _NAMES)
        before: QWidget = self.list
        for part in self.parts:
            part.left.connect(self.closed)
            self._column.insertWidget(self._column.indexOf(self.proof), part)
            self.setTabOrder(before, part)
            before = part
        self.list.clicked.connect(self._on_clicked)

    def open(self, entry_id: str, facts: Decision | Referral) -> None:
        """Shows what the entry says now; a recommendation has that one outcome."""
        self._entry_id, self._facts = entry_id, facts
        if isinstance(facts, Decision):
            rows = tuple((Line(each.value.capitalize()), each.value) for each in Outcome)
            chosen = facts.outcome.value
        else:
            rows, chosen = ((Line("Recommended"), _RECOMMENDED),), _RECOMMENDED
        self.list.show_rows(rows)
        self.list.choose(chosen)
        for part, name in zip(self.parts, PARTS, strict=True):
            part.setPlainText(getattr(facts, name))

    @property
    def facts(self) -> Decision | Referral:
        """The decision or the recommendation as it stands in the panel."""
        said = [part.toPlainText().strip() for part in self.parts]
        statement = dict(zip(PARTS, said, strict=True))
        if isinstance(self._facts, Referral):
            return Referral(self._facts.body, **statement)
        return Decision(Outcome(self.list.chosen or Outcome.RESOLVED.value), **statement)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        super().show_look(look)
        for part in self.parts:
            part.setFont(look.font(13))
            part.setFixedHeight(int(part.fontMetrics().lineSpacing() * _LINES) + look.px(12))

    def press(self, key: str) -> None:
        """Enter is done with it, as Esc is."""
        super().press("Esc" if key == "Return" else key)

    def hideEvent(self, event: QHideEvent) -> None:
        """Gives what stands in it: nothing that was typed is lost."""
        super().hideEvent(event)
        entry_id, self._entry_id = self._entry_id, ""
        if entry_id:
            self.given.emit(entry_id, self.facts)

    def _on_clicked(self, _index: QModelIndex) -> None:
        self.list.setFocus()
