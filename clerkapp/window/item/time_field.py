"""The time beside an entry, while it is corrected."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from clerkapp.notation.dates import read_stamp
from clerkapp.window.item.fact_field import FactField
from clerkapp.window.look.look import Look


class TimeField(FactField):
    """Takes 19:31, 7.31pm, +5 or -5; emptied, no time; Enter where there was none, the time now.

    What is no time stays in the field after Enter, and a sentence says why.
    """

    understood = Signal(object)  # dt.time, or None for no time
    grew = Signal()  # the sentence came or went
    left = Signal(str)  # the focus is elsewhere; why the last words were not taken, if so

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Time of the entry", "now")
        self._had: dt.time | None = None
        self.remark = QLabel(parent)  # placed by the row, below the words
        self.remark.setWordWrap(True)
        self.remark.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        super().show_look(look)
        self.remark.setFont(look.font(12))
        palette = look.palette()
        palette.setColor(palette.ColorRole.WindowText, look.color("bad"))
        self.remark.setPalette(palette)

    def open(self, time: dt.time | None) -> None:
        """Shows a time to be corrected, and takes the focus."""
        self._had = time
        self.fill(f"{time:%H:%M}" if time else "")
        self.setText(self._shown)
        self._touched = False
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def enter(self) -> bool:
        """Takes the time in; whether it is one."""
        if not self.words and self._had is None:
            self.setText("now")
        wrong = self._take()
        self._show_remark(wrong)
        return not wrong

    def give(self) -> None:
        """Takes the time in where it is one: the field is being left."""
        wrong = self._take()
        self._show_remark("")
        self.left.emit(wrong)

    def _take(self) -> str:
        """Hands on the time that was typed; why it is none, or ""."""
        if self.words == self._shown:
            return ""
        now = dt.datetime.now().time().replace(second=0, microsecond=0)  # noqa: DTZ005 — of the room
        try:
            time = read_stamp(self.words, self._had, now)
        except ValueError as error:
            return str(error)
        self._had = time
        self._shown = f"{time:%H:%M}" if time else ""
        self.setText(self._shown)
        self.understood.emit(time)
        return ""

    def _on_text_edited(self) -> None:
        super()._on_text_edited()
        self._show_remark("")

    def _show_remark(self, words: str) -> None:
        if words != self.remark.text():
            self.remark.setText(words)
            self.remark.setVisible(bool(words))
            self.grew.emit()
