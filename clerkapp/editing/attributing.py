"""Who said it: written out from a few letters of a name, and told from the words of an entry."""

import re
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.expanding import is_typed
from clerkapp.editing.history import Place
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.edits import set_speaker, set_text
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Meeting, entry_of, people_of
from clerkapp.meeting.people import Mention, whom
from clerkapp.meeting.presence import in_the_room
from clerkapp.patterns import pattern
from clerkapp.wording.attribution import (
    SENTENCE_OPENERS,
    Attribution,
    as_said_by,
    attributions,
    meant_by,
    speaker_named,
    with_next_verb,
)
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.openings import VERB
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.shorthand import Shorthand

_NAME = r"[^\W\d_](?:[^\W\d_]|['’-]){0,19}"  # letters of “Finch”, “O’Brien”, “Puw-Williams”
_LETTERS = pattern(rf"(?P<letters>{_NAME}) (?P<more>(?:{_NAME})?|[1-9])")
_ALONE = pattern(_NAME)
_VERB = pattern(VERB, re.VERBOSE)


class Attributed(Struct, frozen=True):
    """What came of the letters: where the cursor now is, or who may be meant."""

    place: Place | None = None
    asked: tuple[Attribution, ...] = ()

    @property
    def question(self) -> str:
        """Whom to choose from, with the digit that does: “1 Cllr P Finch   2 Cllr A Fisher”."""
        names = enumerate((each.person.name for each in self.asked[:9]), start=1)
        return "   ".join(f"{n} {name}" for n, name in names)


NOBODY = Attributed()


def speakers_offered(
    meeting: Meeting, entry_id: str, shorthand: Shorthand, style: HouseStyle
) -> tuple[Attribution, ...]:
    """Whom the letters may mean that are all an entry holds, whose kind was chosen; or nobody."""
    entry = entry_of(meeting, entry_id)[1]
    if not entry.settled or entry.kind not in shorthand.verbs or not _ALONE.fullmatch(entry.text):
        return ()
    return _meant(meeting, entry, entry.text, shorthand, style)


def take_speaker(session: MeetingSession, place: Place, meant: Attribution) -> Place | None:
    """Writes out that it was the one who was offered; where the cursor then is.

    None where nothing can be changed. It is a step of its own, as with a blank.
    """
    letters = entry_of(session.meeting, place.entry_id)[1].text
    return _put_in(session, place, meant, letters)


def choose_speaker(
    capture: Capture, entry_id: str, person_id: str, shorthand: Shorthand, style: HouseStyle
) -> Place:
    """Has it said by that person, in the words and as a fact; where the cursor then is.

    With "" it is recorded of nobody, and the words stay. Letters that mean the person are written
    out, as a blank behind them would have it.
    """
    meeting, entry = capture.session.meeting, capture.entry_shown(entry_id)
    person = next((each for each in people_of(meeting) if each.id == person_id), None)
    text = entry.text
    if person:
        name = Sentences(meeting, style).named(Mention(person.id))
        is_code = bool(_ALONE.fullmatch(text.strip())) and bool(meant_by(text.strip(), [person]))
        had = "" if is_code and text.islower() else text
        text = as_said_by(had, name, entry.kind, people_of(meeting), shorthand)

    def said(meeting: Meeting) -> Meeting:
        meeting = set_text(meeting, entry_id, text)
        return set_speaker(meeting, entry_id, Mention(person.id) if person else None)

    capture.edit_entry(entry_id, said, "who spoke")
    return Place(entry_of(capture.session.meeting, entry_id)[0].id, entry_id, len(text))


def attribute(
    session: MeetingSession, place: Place, had: str, shorthand: Shorthand, style: HouseStyle
) -> Attributed:
    """Writes out who said it, once a blank has been typed behind letters of a name.

    `had` are the words before that key. The letters must be small ones, and all that stands in an
    entry whose kind was chosen, by `q ` or a command. Where they mean several people a digit
    chooses and more letters narrow them down; anything else leaves the letters as they are. Those
    in the room come first. It is a step of its own, so that one undo gives the letters back.
    """
    entry = entry_of(session.meeting, place.entry_id)[1]
    text = entry.text
    typed = _LETTERS.fullmatch(text)
    if typed is None or not entry.settled or entry.kind not in shorthand.verbs:
        return NOBODY
    if place.cursor != len(text) or not is_typed(had, text, place.cursor):
        return NOBODY
    letters, more = typed.groups()
    meant = _meant(session.meeting, entry, letters, shorthand, style)
    if more and len(meant) < 2:  # nothing was asked
        return NOBODY
    if more.isdigit():
        meant = meant[int(more) - 1 : int(more)]
    elif more:
        meant = _meant(session.meeting, entry, letters + more, shorthand, style)
    if len(meant) != 1:
        return Attributed(asked=meant)
    return Attributed(_put_in(session, place, meant[0], letters))


def _meant(
    meeting: Meeting, entry: Entry, letters: str, shorthand: Shorthand, style: HouseStyle
) -> tuple[Attribution, ...]:
    """Those in the room whom `letters` may mean, else those on the lists."""
    if not letters.islower():  # “May I ask”: words, not letters of a name
        return ()
    if letters in SENTENCE_OPENERS and all(
        letters != p.code.casefold() for p in people_of(meeting)
    ):
        return ()
    sentences = Sentences(meeting, style)
    here = [line.person for line in in_the_room(meeting)]
    for people in (here, people_of(meeting)):
        found = attributions(
            letters, entry.kind, people, shorthand, lambda p: sentences.named(Mention(p.id))
        )
        if found:
            return found
    return ()


def _put_in(
    session: MeetingSession, place: Place, meant: Attribution, letters: str
) -> Place | None:
    def said(meeting: Meeting) -> Meeting:
        meeting = set_text(meeting, place.entry_id, meant.words)
        return set_speaker(meeting, place.entry_id, Mention(meant.person.id))

    session.end_burst()
    if not session.apply(said, f"“{letters}” for {meant.person.name}", place=place):
        return None
    return replace(place, cursor=len(meant.words))


def take_own_verb(
    session: MeetingSession, place: Place, had: str, shorthand: Shorthand
) -> Place | None:
    """Puts the verb that the clerk types in the place of the one that was written out before it.

    “Councillor Finch asked queried ” is “Councillor Finch queried ” once the blank is typed, and a
    verb that is typed though it stands there already goes; where the cursor then stands. None where
    no two verbs of reporting follow a name. A step of its own, so that one undo gives both back.
    """
    entry = entry_of(session.meeting, place.entry_id)[1]
    text, verbs = entry.text, shorthand.verbs.get(entry.kind, ())
    if place.cursor != len(text) or not is_typed(had, text, place.cursor):
        return None
    before, _, own = text.removesuffix(" ").rpartition(" ")
    written = verbs[0] if verbs else ""  # another was chosen: “welcomed proposed changes”
    name = before.removesuffix(f" {written}")
    known = {verb.split()[0] for each in shorthand.verbs.values() for verb in each}
    if not (text.endswith(" ") and written and name != before):
        return None
    if own not in known and not _VERB.fullmatch(own):
        return None
    if not (entry.speaker or whom(name, people_of(session.meeting))):
        return None
    words = f"{name} {own} "
    session.end_burst()
    edit = partial(set_text, entry_id=entry.id, text=words)
    if not session.apply(edit, f"“{own}” for “{written}”", place=place):
        return None
    return replace(place, cursor=len(words))


def next_verb(session: MeetingSession, place: Place, shorthand: Shorthand) -> Place | None:
    """Puts the next reporting verb in the place of the first; where the cursor then stands.

    None where the entry has none. Verbs taken one after another are one step to undo.
    """
    entry = entry_of(session.meeting, place.entry_id)[1]
    text = with_next_verb(entry.text, entry.kind, shorthand)
    burst = f"verb of {entry.id}"

    def reported(meeting: Meeting) -> Meeting:
        return set_text(meeting, entry.id, text)

    if not session.apply(reported, "the next verb", burst=burst, place=place):
        return None
    from_end = len(entry.text) - place.cursor
    is_behind = text.endswith(entry.text[place.cursor :])
    return replace(place, cursor=len(text) - from_end if is_behind else place.cursor)


def tell_speaker(session: MeetingSession, entry_id: str, had: str, shorthand: Shorthand) -> bool:
    """Records who speaks by the words of an entry that is left; whether that changed anything.

    `had` are its words when the cursor came to it: what nobody touched stays as it is. A speaker
    whom those words named goes when the new ones name nobody. It is a guess and no step of its
    own: undo takes it back with the words.
    """

    def told(meeting: Meeting) -> Meeting:
        try:
            entry = entry_of(meeting, entry_id)[1]
        except KeyError:  # it was deleted, or is a draft
            return meeting
        if entry.text == had or entry.kind not in shorthand.verbs:
            return meeting
        people = people_of(meeting)
        now, was = (speaker_named(text, people, shorthand) for text in (entry.text, had))
        if now:
            return set_speaker(meeting, entry_id, Mention(now.id))
        if was and entry.speaker == Mention(was.id):
            return set_speaker(meeting, entry_id, None)
        return meeting

    return session.amend(told)
