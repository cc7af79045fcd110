"""The list of committees, by organisation: find one by its words, change it, add or remove one."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from clerkapp.editing.history import Place
from clerkapp.meeting.committees import Committee, in_term, next_date, organisations, quorum_on
from clerkapp.meeting.people import folded
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.wording.times import long_date_words

_HINT = (
    "A new meeting of a committee starts filled from it and from its last meeting. What is changed "
    "here is for the meetings to come: those that were held keep the names of their day."
)


class CommitteesDialog(Dialog):
    """Typing narrows the list; Enter changes the chosen committee, Delete or its button removes it.

    It says what is wanted, by the id of the committee, and is shown the list anew.
    """

    edit_wanted = Signal(str)
    new_wanted = Signal()
    remove_wanted = Signal(str)

    def __init__(
        self, committees: tuple[Committee, ...], look: Look, parent: QWidget | None = None, *,
        is_read_only: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle("Committees")
        self.setFont(look.font(13))
        self._committees: tuple[Committee, ...] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find a committee")
        self.words.setAccessibleName("Find a committee")
        self.words.textChanged.connect(self._on_words)
        self.view = LinesView("Committees")
        self.view.take_arrows_of(self.words)
        self.view.show_look(look)
        self.view.mark_choice()
        self.view.led_to.connect(self._on_led_to)
        hint = QLabel(_HINT)
        hint.setWordWrap(True)
        hint.setFont(look.font(11.5))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._change = buttons.addButton("&Change…", QDialogButtonBox.ButtonRole.ActionRole)
        self._new = buttons.addButton("&New…", QDialogButtonBox.ButtonRole.ActionRole)
        self._remove = buttons.addButton("&Remove…", QDialogButtonBox.ButtonRole.ActionRole)
        self._change.clicked.connect(self._on_change)
        self._new.clicked.connect(self.new_wanted)
        self._remove.clicked.connect(self._on_remove)
        self._is_read_only = is_read_only
        self._new.setEnabled(not is_read_only)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        for widget in (self.words, self.view, hint, buttons):
            layout.addWidget(widget)
        self._change.setDefault(True)  # once it is in the dialog, which else takes Close
        fit(self, look, 600, 480)
        self.show_committees(committees)

    def show_committees(self, committees: tuple[Committee, ...], chosen: str = "") -> None:
        """Shows other committees, with one of them chosen, else the first."""
        self._committees = committees
        self._on_words(self.words.text())
        self._choose(chosen)

    @property
    def chosen(self) -> str:
        """The id of the chosen committee; "" for none."""
        index = self.view.currentIndex()
        place = self.view.lines.lines[index.row()].place if index.isValid() else None
        return place.item_id if place else ""

    def _on_words(self, words: str) -> None:
        wanted = folded(words).split()
        today = dt.date.today()  # noqa: DTZ011 — the calendar on the wall of the room
        lines: list[Line] = []
        for body in organisations(self._committees):
            own = [_line(each, today) for each in body.committees]
            kept = [x for x in own if all(w in folded(f"{x.words} {body.name}") for w in wanted)]
            if kept:
                lines += [Line(body.name or "No organisation", is_heading=True), *kept]
        if not lines:
            none = "None of that name" if self._committees else "No committee is kept yet"
            lines = [Line(none, is_faint=True)]
        self.view.lines.show_lines(tuple(lines))
        self._choose("")

    def _choose(self, committee_id: str) -> None:
        places = [line.place.item_id if line.place else "" for line in self.view.lines.lines]
        first = next((row for row, each in enumerate(places) if each), -1)
        row = places.index(committee_id) if committee_id and committee_id in places else first
        if row >= 0:
            self.view.setCurrentIndex(self.view.lines.index(row))
        self._change.setEnabled(row >= 0)
        self._remove.setEnabled(row >= 0 and not self._is_read_only)

    def _on_change(self) -> None:
        if self.chosen:
            self.edit_wanted.emit(self.chosen)

    def _on_remove(self) -> None:
        if self.chosen:
            self.remove_wanted.emit(self.chosen)

    def _on_led_to(self, place: Place) -> None:
        self.edit_wanted.emit(place.item_id)


def _line(committee: Committee, today: dt.date) -> Line:
    date = next_date(committee, today - dt.timedelta(days=1))
    needed = quorum_on(committee, date or today)
    members = len(in_term(committee, today))
    facts = [f"{members} member" if members == 1 else f"{members} members"]
    facts += [f"quorum {needed}"] if needed is not None else []
    facts += [f"next {long_date_words(date)}"] if date else []
    return Line(committee.name, below=" · ".join(facts), place=Place(committee.id))
