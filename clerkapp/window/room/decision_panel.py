"""The outcome of a resolution, and the rest of the statement of an executive decision."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clerkapp.meeting.decisions import Decision, Outcome
from clerkapp.window.look.lines import Line
from clerkapp.window.look.look import Look
from clerkapp.window.room.pad import Pad

_PARTS = ("Reasons", "Alternatives rejected", "Conflicts of interest", "Dispensations")
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
    """Shows one decision; whatever way it is left, `given` says what stands in it then."""

    given = Signal(str, Decision)  # the entry

    def __init__(self) -> None:
        super().__init__("Outcome", (("Tab", "goes to the statement"),))
        self.list.keys -= {"Tab"}
        self.list.keys |= {"Return"}
        self.hint("↑ ↓ choose the outcome · Tab goes to the statement · Esc takes it in")
        self._entry_id = ""
        self.parts = tuple(_Part(name, self) for name in _PARTS)
        before: QWidget = self.list
        for part in self.parts:
            part.left.connect(self.closed)
            self._column.insertWidget(self._column.indexOf(self.proof), part)
            self.setTabOrder(before, part)
            before = part
        self.list.clicked.connect(self._on_clicked)

    def open(self, entry_id: str, decision: Decision) -> None:
        """Shows what the entry says now."""
        self._entry_id = entry_id
        rows = tuple((Line(each.value.capitalize()), each.value) for each in Outcome)
        self.list.show_rows(rows)
        self.list.choose(decision.outcome.value)
        words = (decision.reasons, decision.alternatives, decision.conflicts,
                 decision.dispensations)  # fmt: skip
        for part, said in zip(self.parts, words, strict=True):
            part.setPlainText(said)

    @property
    def decision(self) -> Decision:
        """The decision as it stands in the panel."""
        reasons, alternatives, conflicts, dispensations = (
            part.toPlainText().strip() for part in self.parts
        )
        outcome = Outcome(self.list.chosen or Outcome.RESOLVED.value)
        return Decision(outcome, reasons, alternatives, conflicts, dispensations)

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
            self.given.emit(entry_id, self.decision)

    def _on_clicked(self, _index: QModelIndex) -> None:
        self.list.setFocus()
