"""What is offered and written out while somebody types in an entry."""

from PySide6.QtCore import QObject

from clerkapp.editing.capture import Capture
from clerkapp.editing.expanding import ShorthandInForce, expand, is_typed, put_in
from clerkapp.editing.history import Place
from clerkapp.meeting.meeting import entries_of, item_of
from clerkapp.window.entry_text import EntryText
from clerkapp.window.sentence_list import SentenceList
from clerkapp.wording.earlier import EarlierWording
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.shorthand import SENTENCE, Expansion, Shorthand
from clerkapp.wording.stock_sentences import BLANK, filled, places_of


class TypingAids(QObject):
    """Looks at each key once it is in the record. Owned by the page that hears the keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shorthand = ShorthandInForce()
        self.earlier = EarlierWording()
        self.offers = True
        """Whether earlier wording is offered."""
        self.sentences = SentenceList(self)
        self.sentences.chosen.connect(self._put_sentence_in)
        self._capture: Capture | None = None
        self._style: HouseStyle | None = None
        self._last: tuple[EntryText, Place] | None = None  # where the last key was typed

    def open_meeting(self, capture: Capture, style: HouseStyle) -> None:
        """Takes a meeting in hand."""
        self._capture, self._style = capture, style
        self.sentences.close()

    def show_style(self, style: HouseStyle) -> None:
        """Names people in the manner of another house from the next key on."""
        self._style = style

    def after_key(self, text: EntryText, place: Place, had: str) -> None:
        """Takes in a key typed into `text`, after which the cursor is at `place`; `had` before."""
        capture, style = self._capture, self._style
        if capture is None or style is None or text.is_composing:
            return
        self._last = (text, place)
        words = text.words()
        if self.sentences.is_open:
            self.sentences.narrow(text, place.cursor)
            return
        shorthand = self.shorthand.of(capture.session.meeting, style)
        if is_typed(had, words, place.cursor):
            if words[: place.cursor].endswith(SENTENCE):
                text.offer("")
                self._open_sentences(capture, style, shorthand)
                return
            expanded = expand(capture.session, place, had, shorthand)
            if expanded:
                text.set_cursor(expanded.cursor)
                place, words = expanded, text.words()
        is_at_end = self.offers and place.cursor == len(words)
        text.offer(self.earlier.continuation(words) if is_at_end else "")

    # Stock sentences

    def _open_sentences(self, capture: Capture, style: HouseStyle, shorthand: Shorthand) -> None:
        if self._last is None:
            return
        text, place = self._last
        self.sentences.open(
            text,
            place.cursor - len(SENTENCE),
            shorthand.sentences,
            self._places(capture, style, place.item_id),
        )

    def _places(self, capture: Capture, style: HouseStyle, item_id: str) -> dict[str, str]:
        meeting = capture.session.meeting
        return places_of(meeting, item_of(meeting, item_id), style, capture.time_now())

    def _put_sentence_in(self, sentence: str, start: int) -> None:
        """Puts a stock sentence in the place of what was typed to find it."""
        capture, style = self._capture, self._style
        if capture is None or style is None or self._last is None:
            return
        text, place = self._last
        sentence_filled = filled(sentence, self._places(capture, style, place.item_id))
        found = Expansion(start, place.cursor, sentence_filled.words)
        after = put_in(capture.session, place, found, "the stock sentence")
        if after is None:
            return
        if BLANK in sentence_filled.words:
            text.fill_blanks(start)
        else:
            text.set_cursor(after.cursor)

    # Earlier wording

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
            if entry.id == entry_id:
                if not (item.exempt or entry.exempt):
                    self.earlier.take(entry.text)
                return
