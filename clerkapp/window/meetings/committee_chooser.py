"""Whose meeting the new one is: typing narrows the list of committees, Enter takes one."""

import datetime as dt

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from clerkapp.editing.history import Place
from clerkapp.meeting.committees import Committee, in_term, next_date, quorum_on
from clerkapp.meeting.people import folded
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.wording.times import long_date_words

_NONE = Line(
    "Another committee, or none",
    below="The lists of the last meeting, as far as they go",
    place=Place(""),
)


class CommitteeChooser(Dialog):
    """Each committee with what its next meeting will be filled with. `chosen` is None for none."""

    def __init__(
        self, committees: tuple[Committee, ...], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("New meeting of")
        self.setFont(look.font(13))
        self.chosen: Committee | None = None
        self._committees = {each.id: each for each in committees}
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find a committee")
        self.words.setAccessibleName("Find a committee")
        self.words.textChanged.connect(self._on_words)
        self.view = LinesView("Committees")
        self.view.take_arrows_of(self.words)
        self.view.show_look(look)
        self.view.mark_choice()
        self.view.led_to.connect(self._on_led_to)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        for widget in (self.words, self.view, buttons):
            layout.addWidget(widget)
        fit(self, look, 560, 400)
        self._on_words("")

    def _on_words(self, words: str) -> None:
        wanted = folded(words).split()
        lines = map(_line, self._committees.values())
        kept = [x for x in lines if all(w in folded(f"{x.words} {x.below}") for w in wanted)]
        self.view.lines.show_lines((*kept, _NONE))  # the way on where none has those words
        self.view.setCurrentIndex(self.view.lines.index(0))

    def _on_accepted(self) -> None:
        index = self.view.currentIndex()
        place = self.view.lines.lines[index.row()].place if index.isValid() else None
        if place:
            self._on_led_to(place)

    def _on_led_to(self, place: Place) -> None:
        self.chosen = self._committees.get(place.item_id)
        self.accept()


def _line(committee: Committee) -> Line:
    today = dt.date.today()  # noqa: DTZ011 — the calendar on the wall of the room
    date = next_date(committee, today - dt.timedelta(days=1)) or today
    needed = quorum_on(committee, date)
    facts = [committee.organisation, long_date_words(date)]
    facts.append(f"{len(in_term(committee, date))} members")
    facts += [f"quorum {needed}"] if needed is not None else []
    facts.append(f"{len(committee.usual_items)} items")
    return Line(committee.name, " · ".join(filter(None, facts)), place=Place(committee.id))
