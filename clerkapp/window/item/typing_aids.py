"""What is offered and written out while somebody types in an entry."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from clerkapp.editing import choices
from clerkapp.editing.attributing import (
    NOBODY,
    Attributed,
    attribute,
    choose_speaker,
    next_verb,
    speakers_offered,
    take_own_verb,
    take_speaker,
    tell_speaker,
)
from clerkapp.editing.capture import Capture
from clerkapp.editing.choices import (
    items_to_name,
    mark_typed,
    people_to_name,
    sentences_to_put_in,
)
from clerkapp.editing.expanding import ShorthandInForce, expand, is_typed, put_in
from clerkapp.editing.history import Place
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import entries_of, item_of
from clerkapp.window.item.choice_list import ChoiceList
from clerkapp.window.item.entry_text import EntryText
from clerkapp.window.item.offering_text import ARROW
from clerkapp.wording.attribution import Attribution
from clerkapp.wording.earlier import EarlierWording
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.shorthand import Expansion, Shorthand, begins_sentence
from clerkapp.wording.stock_sentences import BLANK, places_of

_NAMES = 3  # of those who may be meant that are told


class TypingAids(QObject):
    """Looks at each key once it is in the record. Owned by the page that hears the keys."""

    asked = Signal(str)  # which of several people is meant; "" once it is not asked any more

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._came_to = ("", "")  # the entry in hand, and its words when the cursor came to it
        self._left: dict[str, str] = {}  # entries that were left, with such words
        self.shorthand = ShorthandInForce()
        self.earlier = EarlierWording()
        self.offers = True
        """Whether earlier wording is offered."""
        self.choices = ChoiceList(self)
        self.choices.chosen.connect(self._put_choice_in)
        self._capture: Capture | None = None
        self._style: HouseStyle | None = None
        self._last: tuple[EntryText, Place] | None = None  # where the last key was typed
        self._as_typed = ""  # letters about which nothing more is asked
        self._is_asking = False  # who is meant

    def open_meeting(self, capture: Capture, style: HouseStyle) -> None:
        """Takes a meeting in hand."""
        self._capture, self._style = capture, style
        self._came_to, self._left, self._as_typed = ("", ""), {}, ""
        self.choices.close()

    def show_style(self, style: HouseStyle) -> None:
        """Names people in the manner of another house from the next key on."""
        self._style = style

    def after_key(self, text: EntryText, place: Place, had: str) -> None:
        """Takes in a key typed into `text`, after which the cursor is at `place`; `had` before."""
        was_asking, self._is_asking = self._is_asking, False
        self._take_key(text, place, had)
        if was_asking and not self._is_asking:
            self.asked.emit("")

    def _take_key(self, text: EntryText, place: Place, had: str) -> None:
        capture, style = self._capture, self._style
        if capture is None or style is None or text.is_composing:
            return
        self._last = (text, place)
        words = text.words()
        if self.choices.is_open:
            self.choices.narrow(text, place.cursor)
            return
        shorthand = self.shorthand.of(capture.session.meeting, style)
        if is_typed(had, words, place.cursor):
            mark = mark_typed(capture.entry_shown(place.entry_id), words, place.cursor)
            if mark:
                text.offer("")
                self._open_choices(capture, style, shorthand, mark)
                return
            attributed = self._attribute(capture.session, place, had, shorthand, style)
            if attributed.asked:
                text.offer(f"{ARROW}{attributed.question}", is_question=True)
                self.asked.emit(attributed.question)
                self._is_asking = True
                return
            if attributed.place:
                text.set_cursor(attributed.place.cursor)
                text.offer("")
                self.enter(place.entry_id, text.words(), again=True)
                return
            own = take_own_verb(capture.session, place, had, shorthand)
            expanded = own or expand(capture.session, place, had, shorthand)
            if expanded:
                text.set_cursor(expanded.cursor)
                place, words = expanded, text.words()
        is_at_end = place.cursor == len(words)
        text.offer(self._offer_of(place.entry_id, words, shorthand) if is_at_end else "")

    def _offer_of(self, entry_id: str, words: str, shorthand: Shorthand) -> str:
        """What is offered behind `words`: who may be meant, else how a sentence went on before."""
        speakers = self._speakers(entry_id, shorthand)
        if speakers:
            names = [each.words.strip() for each in speakers[:_NAMES]]
            return f"{ARROW}{' / '.join(names)}{' …' * (len(speakers) > _NAMES)}"
        return self.earlier.continuation(words) if self.offers else ""

    def _speakers(self, entry_id: str, shorthand: Shorthand) -> tuple[Attribution, ...]:
        capture, style = self._capture, self._style
        if capture is None or style is None or capture.is_draft(entry_id):
            return ()
        return speakers_offered(capture.session.meeting, entry_id, shorthand, style)

    # Who said it

    def put_question_away(self) -> None:
        """The letters that were asked about are words: they stay, and so does what follows them."""
        if self._last:
            self._as_typed, self._is_asking = self._last[0].words(), False
            self.asked.emit("The letters stay as they were typed.")

    def _attribute(
        self,
        session: MeetingSession,
        place: Place,
        had: str,
        shorthand: Shorthand,
        style: HouseStyle,
    ) -> Attributed:
        if self._as_typed and had.startswith(self._as_typed):
            return NOBODY
        self._as_typed = ""
        return attribute(session, place, had, shorthand, style)

    def enter(self, entry_id: str, words: str, *, again: bool = False) -> None:
        """The cursor came to an entry with those words."""
        if self._came_to[0] not in ("", entry_id):  # it goes before the focus does
            self._leave_to_tell(self._came_to[0])
        if again or entry_id != self._came_to[0]:
            self._came_to = (entry_id, words)

    def next_verb(self, text: EntryText, place: Place) -> bool:
        """Puts another verb of reporting where one stands; whether one did."""
        capture, style = self._capture, self._style
        if capture is None or style is None or capture.is_draft(place.entry_id):
            return False
        shorthand = self.shorthand.of(capture.session.meeting, style)
        after = next_verb(capture.session, place, shorthand)
        if after:
            text.set_cursor(after.cursor)
        return after is not None

    def is_spoken(self, kind: EntryKind | None) -> bool:
        """Whether somebody says what an entry of that kind tells."""
        capture, style = self._capture, self._style
        if capture is None or style is None:
            return False
        return kind in self.shorthand.of(capture.session.meeting, style).verbs

    def choose_speaker(self, entry_id: str, person_id: str) -> Place | None:
        """Has that person say it, with "" nobody; where the cursor then is."""
        capture, style = self._capture, self._style
        if capture is None or style is None:
            return None
        shorthand = self.shorthand.of(capture.session.meeting, style)
        place = choose_speaker(capture, entry_id, person_id, shorthand, style)
        self.enter(entry_id, capture.entry_shown(entry_id).text, again=True)
        return place

    def _leave_to_tell(self, entry_id: str) -> None:
        """Has it told who said what an entry says that is left, once nothing else is going on."""
        came_to, had = self._came_to
        if came_to == entry_id:
            self._left.setdefault(entry_id, had)
            self._came_to = ("", "")
            QTimer.singleShot(0, self, self._tell_speakers)

    def _tell_speakers(self) -> None:
        capture, style, left, self._left = self._capture, self._style, self._left, {}
        if capture is None or style is None:
            return
        for entry_id, had in left.items():
            shorthand = self.shorthand.of(capture.session.meeting, style)
            tell_speaker(capture.session, entry_id, had, shorthand)

    # What a mark opens

    def _open_choices(
        self, capture: Capture, style: HouseStyle, shorthand: Shorthand, mark: str
    ) -> None:
        if self._last is None:
            return
        text, place = self._last
        meeting = capture.session.meeting
        match mark:
            case choices.PERSON:
                sort, fitting = "person", partial(people_to_name, meeting, style)
            case choices.ITEM:
                sort, fitting = "item", partial(items_to_name, meeting)
            case _:
                item = item_of(meeting, place.item_id)
                places = places_of(meeting, item, style, capture.time_now())
                sort, fitting = "stock sentence", partial(sentences_to_put_in, shorthand, places)
        self.choices.open(text, place.cursor - len(mark), mark, sort, fitting)

    def _put_choice_in(self, words: str, start: int) -> None:
        """Puts what was chosen in the place of what was typed to find it."""
        if self._capture is None or self._last is None:
            return
        text, place = self._last
        if begins_sentence(text.words()[:start]):
            words = words[:1].upper() + words[1:]
        found = Expansion(start, place.cursor, words)
        after = put_in(self._capture.session, place, found, "what was chosen")
        if after is None:
            return
        if BLANK in words:
            text.fill_blanks(start)
        else:
            text.set_cursor(after.cursor)

    # Earlier wording

    def take_offer(self, text: EntryText, place: Place, words: str) -> None:
        """Puts in what was offered behind the last word of an entry.

        Where several people may be meant, it is asked which, as a blank asks it.
        """
        capture, style = self._capture, self._style
        if capture is None or style is None:
            return
        if words.startswith(ARROW):
            shorthand = self.shorthand.of(capture.session.meeting, style)
            meant = self._speakers(place.entry_id, shorthand)
            if len(meant) > 1:
                text.insert_words(" ")
            after = take_speaker(capture.session, place, meant[0]) if len(meant) == 1 else None
            if after:
                text.set_cursor(after.cursor)
                self.enter(place.entry_id, text.words(), again=True)
            return
        found = Expansion(place.cursor, place.cursor, words)
        after = put_in(capture.session, place, found, "earlier wording")
        if after:
            text.set_cursor(after.cursor)

    def leave(self, entry_id: str) -> None:
        """Takes in what an entry says that is left, to be offered from now on."""
        if self._capture is None:
            return
        if self._is_asking:
            self._is_asking = False
            self.asked.emit("")
        self._leave_to_tell(entry_id)
        for item, entry in entries_of(self._capture.session.meeting):
            if entry.id == entry_id:
                if not (item.exempt or entry.exempt):
                    self.earlier.take(entry.text)
                return
