"""The list of meetings in the archive: find one by its words, open it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from clerkapp.archive.archive import MeetingSummary
from clerkapp.editing.history import Place
from clerkapp.meeting.people import folded
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.wording.times import long_date_words


class MeetingsDialog(Dialog):
    """Every meeting, the latest first. Typing narrows the list; Enter opens the chosen one."""

    opened = Signal(str)
    new_wanted = Signal()

    def __init__(
        self, meetings: list[MeetingSummary], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Meetings")
        self.setFont(look.font(13))
        self._meetings = meetings
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find by committee, council or date")
        self.words.setAccessibleName("Find a meeting")
        self.words.textChanged.connect(self._on_words)
        self.view = LinesView("Meetings")
        self.view.take_arrows_of(self.words)
        self.view.show_look(look)
        self.view.mark_choice()
        self.view.led_to.connect(self._on_led_to)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        new = buttons.addButton("&New meeting", QDialogButtonBox.ButtonRole.ActionRole)
        new.clicked.connect(self._on_new)
        buttons.accepted.connect(self._on_open)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        for widget in (self.words, self.view, buttons):
            layout.addWidget(widget)
        fit(self, look, 560, 460)
        self._on_words("")

    def _on_words(self, words: str) -> None:
        wanted = folded(words).split()
        lines = [_line(meeting) for meeting in self._meetings]
        kept = [line for line in lines if all(w in folded(_said(line)) for w in wanted)]
        self.view.lines.show_lines(tuple(kept))
        if kept:
            self.view.setCurrentIndex(self.view.lines.index(0))

    def _on_open(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            place = self.view.lines.lines[index.row()].place
            if place:
                self._on_led_to(place)

    def _on_led_to(self, place: Place) -> None:
        self.accept()
        self.opened.emit(place.item_id)

    def _on_new(self) -> None:
        self.reject()
        self.new_wanted.emit()


def _line(meeting: MeetingSummary) -> Line:
    date = long_date_words(meeting.date) if meeting.date else "no date"
    sample = " · sample" if meeting.is_sample else ""
    return Line(
        meeting.committee or meeting.council or "No committee",
        below=f"{date} · {meeting.council}" if meeting.council and meeting.committee else date,
        aside=f"{meeting.status}{sample}",
        place=Place(meeting.id),
    )


def _said(line: Line) -> str:
    return f"{line.words} {line.below} {line.aside}"
