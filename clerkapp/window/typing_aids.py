"""What is offered and written out while somebody types in an entry."""

from PySide6.QtCore import QObject

from clerkapp.editing.capture import Capture
from clerkapp.editing.expanding import ShorthandInForce, expand, put_in
from clerkapp.editing.history import Place
from clerkapp.meeting.meeting import entries_of
from clerkapp.window.entry_text import EntryText
from clerkapp.wording.earlier import EarlierWording
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.shorthand import Expansion


class TypingAids(QObject):
    """Looks at each key once it is in the record. Owned by the page that hears the keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shorthand = ShorthandInForce()
        self.earlier = EarlierWording()
        self.offers = True
        """Whether earlier wording is offered."""
        self._capture: Capture | None = None
        self._style: HouseStyle | None = None

    def open_meeting(self, capture: Capture, style: HouseStyle) -> None:
        """Takes a meeting in hand."""
        self._capture, self._style = capture, style

    def show_style(self, style: HouseStyle) -> None:
        """Names people in the manner of another house from the next key on."""
        self._style = style

    def after_key(self, text: EntryText, place: Place, had: str) -> None:
        """Takes in a key typed into `text`, after which the cursor is at `place`; `had` before."""
        capture, style = self._capture, self._style
        if capture is None or style is None or text.is_composing:
            return
        shorthand = self.shorthand.of(capture.session.meeting, style)
        expanded = expand(capture.session, place, had, shorthand)
        if expanded:
            text.set_cursor(expanded.cursor)
            place = expanded
        words = text.words()
        is_at_end = self.offers and place.cursor == len(words)
        text.offer(self.earlier.continuation(words) if is_at_end else "")

    def take_offer(self, text: EntryText, place: Place, words: str) -> None:
        """Puts in the words that were offered behind the last of an entry."""
        if self._capture is None:
            return
        found = Expansion(place.cursor, place.cursor, words)
        after = put_in(self._capture.session, place, found, "earlier wording")
        if after:
            text.set_cursor(after.cursor)

    def leave(self, entry_id: str) -> None:
        """Takes in what an entry says that is left, to be offered from now on."""
        if self._capture is None:
            return
        for item, entry in entries_of(self._capture.session.meeting):
            if entry.id == entry_id and not (item.exempt or entry.exempt):
                self.earlier.take(entry.text)
