"""The search: words are typed, what has them is listed, Enter goes there."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from clerkapp.archive.marking import marked
from clerkapp.archive.query import TITLE
from clerkapp.archive.search import Found, Hit
from clerkapp.editing.history import Place
from clerkapp.errors import ClerkappError
from clerkapp.meeting.entries import EntryKind
from clerkapp.window.dialogs import Dialog
from clerkapp.window.item.kind_names import KIND_NAMES
from clerkapp.window.look.aloud import say_aloud
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.wording.times import date_words

_AFTER_TYPING = 150  # milliseconds without a key until the words are looked for
_HINT = "Words, “a phrase”, the beginning* of a word; committee:, kind:, from: and to:"


class SearchDialog(Dialog):
    """Lists what `find` finds for the words that are typed. Enter or a click leads there."""

    led_to = Signal(str, Place)  # the meeting, and the place in it

    def __init__(
        self,
        title: str,
        find: Callable[[str], Found],
        look: Look,
        parent: QWidget | None = None,
        *,
        names_meeting: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFont(look.font(13))
        self._find = find
        self._names_meeting = names_meeting
        self._hits: tuple[Hit, ...] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find words")
        self.words.setAccessibleName(title)
        self.view = LinesView("What was found")
        self.view.take_arrows_of(self.words)
        self.view.show_look(look)
        self.view.mark_choice()
        self.view.led_to.connect(self._on_led_to)
        self.said = QLabel(_HINT)
        self.said.setAccessibleDescription("How many were found")  # its name is what it says
        self.said.setFont(look.font(11.5))
        self.said.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._on_open)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        self._after_typing = QTimer(self)
        self._after_typing.setSingleShot(True)
        self._after_typing.setInterval(_AFTER_TYPING)
        self._after_typing.timeout.connect(self._look_for_words)
        self.words.textChanged.connect(self._after_typing.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        for widget in (self.words, self.view, self.said, buttons):
            layout.addWidget(widget)
        fit(self, look, 680, 520)

    def _look_for_words(self) -> None:
        self._after_typing.stop()
        words = self.words.text()
        try:
            found = self._find(words)
        except ClerkappError as error:
            found, said = Found(), f"{str(error)[:1].upper()}{str(error)[1:]}."
        else:
            said = _found_words(found) if words.strip() else _HINT
        self._show(found, said)
        if words.strip() and not found.hits:  # else the first of them is heard
            say_aloud(said, self)

    def _show(self, found: Found, said: str) -> None:
        self._hits = found.hits
        self.view.lines.show_lines(tuple(map(self._line, found.hits)))
        if found.hits:
            self.view.setCurrentIndex(self.view.lines.index(0))
            self.view.scrollToTop()
        self.said.setText(said)

    def _line(self, hit: Hit) -> Line:
        date = date_words(hit.date) if hit.date else "no date"
        item = " ".join(part for part in (hit.item, hit.title) if part)
        meeting = (date, hit.committee or "no committee") if self._names_meeting else ()
        return Line(
            marked(hit.snippet, "«", "»"),
            below=" · ".join((*meeting, item or "before the first item")),
            aside="Title" if hit.kind == TITLE else KIND_NAMES[EntryKind(hit.kind)],
            place=Place(hit.item_id, hit.entry_id, len(hit.text) if hit.entry_id else 0),
        )

    def done(self, result: int) -> None:
        """Closes, and looks for nothing any more: the archive may be closed by then."""
        self._after_typing.stop()
        super().done(result)

    def _on_open(self) -> None:
        if self._after_typing.isActive():  # Enter came sooner than the list
            self._look_for_words()
        index = self.view.currentIndex()
        place = self.view.lines.lines[index.row()].place if index.isValid() else None
        if place:
            self._on_led_to(place)

    def _on_led_to(self, place: Place) -> None:
        here = (place.item_id, place.entry_id)
        meeting = next(h.meeting_id for h in self._hits if (h.item_id, h.entry_id) == here)
        self.accept()
        self.led_to.emit(meeting, place)


def _found_words(found: Found) -> str:
    if not found.hits:
        return "Nothing was found."
    return found.more_words.capitalize() or f"{len(found.hits)} found."
