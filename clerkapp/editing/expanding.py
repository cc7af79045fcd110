"""What is written out for the clerk: a code in full, a stock sentence, wording used before."""

from functools import partial
from operator import is_

from msgspec.structs import replace

from clerkapp.editing.history import Place
from clerkapp.editing.session import MeetingSession
from clerkapp.editing.typing import type_words
from clerkapp.meeting.meeting import Heading, Meeting, entry_of, people_of
from clerkapp.meeting.people import AttendanceList, Mention
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.shorthand import Expansion, Shorthand, expansion, stock_for


class ShorthandInForce:
    """The stock for the body that meets, a person's own, and the codes of those on the lists.

    It is put together anew only when one of these changes: a key costs a look into a dictionary.
    """

    def __init__(self, own: Shorthand | None = None) -> None:
        self._own = own or Shorthand()
        self._all = Shorthand()
        self._made_of: tuple[AttendanceList, HouseStyle, Heading] | None = None

    @property
    def own(self) -> Shorthand:
        """What is the person's own."""
        return self._own

    def take(self, own: Shorthand) -> None:
        """Has other words of the person's own in force from the next key on."""
        self._own, self._made_of = own, None

    def of(self, meeting: Meeting, style: HouseStyle) -> Shorthand:
        """All that is in force in that meeting; the codes on its lists win, then a person's own."""
        made_of, heading = (meeting.attendance, style, meeting.heading), meeting.heading
        if self._made_of and all(map(is_, self._made_of, made_of)):
            return self._all
        sentences = Sentences(meeting, style)
        self._all = (
            stock_for(heading.council, heading.committee, style.words.language)
            .with_own(self._own)
            .with_people(people_of(meeting), lambda person: sentences.named(Mention(person.id)))
        )
        self._made_of = made_of
        return self._all


def expand(session: MeetingSession, place: Place, had: str, shorthand: Shorthand) -> Place | None:
    """Writes out the code that the last key has ended; where the cursor then stands, else None.

    `had` are the words before that key: what came by more than one key, such as a paste, and what
    was deleted is no code that somebody typed. It is a step of its own, so that one undo gives the
    code back.
    """
    text = entry_of(session.meeting, place.entry_id)[1].text
    if not is_typed(had, text, place.cursor):
        return None
    found = expansion(text, place.cursor, shorthand.codes, shorthand.people)
    if found is None:
        return None
    return put_in(session, place, found, f"“{text[found.start : found.end]}” written out")


def put_in(session: MeetingSession, place: Place, found: Expansion, label: str) -> Place | None:
    """Puts words in the place of others as a step of its own; the cursor keeps its distance.

    None where nothing can be changed.
    """
    text = entry_of(session.meeting, place.entry_id)[1].text
    edit = partial(type_words, entry_id=place.entry_id, text=found.applied(text))
    session.end_burst()
    if not session.apply(edit, label, place=place):
        return None
    beyond = max(0, place.cursor - found.end)
    return replace(place, cursor=found.start + len(found.words) + beyond)


def is_typed(had: str, text: str, cursor: int) -> bool:
    """Whether `text` is `had` with one character more, which stands before the cursor."""
    return cursor > 0 and had == text[: cursor - 1] + text[cursor:]
