"""The resolution that excludes press and public: the paragraphs that it names, chosen by number."""

from itertools import chain
from string import digits

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.room import Room
from clerkapp.law.jurisdiction import Paragraph, law_of
from clerkapp.meeting.edits import add_entry, set_facts
from clerkapp.meeting.entries import Entry, facts_of
from clerkapp.meeting.meeting import Meeting, item_of
from clerkapp.meeting.people import folded
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.wording.exclusion import numbers_of_shut


class Excluding(Struct, frozen=True):
    """A resolution being taken: the paragraphs of the law, those that are named, and its place."""

    paragraphs: tuple[Paragraph, ...]  # that the law knows
    named: tuple[str, ...]  # in the order of the law; one it does not know stands last
    meeting: Meeting  # with the resolution in it, also where it is not yet in the record
    place: Place  # below what it is written, where it is a new one
    entry: Entry
    is_old: bool

    @property
    def proceeding(self) -> Proceeding:
        """What the entry tells."""
        return Proceeding(Step.PUBLIC_EXCLUDED, paragraphs=self.named)

    def turned(self, number: str) -> "Excluding":
        """With that paragraph named, or no longer."""
        had = set(self.named)
        known = [each.number for each in self.paragraphs]
        has = had ^ {number}
        order = (*known, *(each for each in self.named if each not in known))
        return replace(self, named=tuple(each for each in order if each in has))

    def meant_by(self, typed: str) -> tuple[str, bool]:
        """The first paragraph that is meant, "" for none, and whether it can be no other.

        “3”, “72bi” and “7(2)(b)(i)” are numbers, and one that no other begins with is sure. Letters
        are those behind the digits of a number, “bi”, or else of the words: “priv”.
        """
        numbers = [each.number for each in self.paragraphs]
        plain = _plain(typed)
        if not plain:
            return "", False
        begins = [each for each in numbers if _plain(each).startswith(plain)]
        if begins:
            exact = [each for each in begins if typed == each or _plain(each) == plain]
            is_sure = begins == exact or [n for n in numbers if n.startswith(typed)] == [typed]
            return (exact or begins)[0], is_sure
        by_letters = (each for each in numbers if _plain(each).lstrip(digits).startswith(plain))
        by_words = (each.number for each in self.paragraphs if _has(each.words, plain))
        return next(chain(by_letters, by_words), ""), False


def take_exclusion(capture: Capture, place: Place, below: Place) -> Excluding:
    """Takes up the resolution in hand; else a new one below `below`, in no record yet.

    A new one names the paragraphs by which the items that follow are exempt.
    """
    meeting = capture.session.meeting
    known = law_of(meeting).exemption.paragraphs
    if old := _in_hand(meeting, place):
        facts = facts_of(old, Proceeding)
        named = facts.paragraphs if facts else ()
        named = named or numbers_of_shut(meeting, old.id)
        return Excluding(known, named, meeting, below, old, is_old=True)
    entry = Room(capture).step_entry(Step.PUBLIC_EXCLUDED)
    shown = add_entry(meeting, place.item_id, entry, len(Room(capture).entries_to(below)))
    named = numbers_of_shut(shown, entry.id)
    return Excluding(known, named, shown, below, entry, is_old=False)


def record_exclusion(capture: Capture, taken: Excluding, clerk: Place) -> str:
    """Writes the resolution down with the time, as one step; "" as it is never refused."""
    label = "the exclusion of press and public"
    if taken.is_old:
        capture.session.end_burst()
        entry_id, facts = taken.entry.id, taken.proceeding
        capture.session.apply(lambda m: set_facts(m, entry_id, facts), label, place=clerk)
    else:
        entry = replace(taken.entry, facts=taken.proceeding, time=capture.time_now())
        Room(capture, clerk).put(taken.place, entry, label)
    return ""


def is_exclusion(meeting: Meeting, place: Place) -> bool:
    """Whether the entry in hand is such a resolution."""
    return _in_hand(meeting, place) is not None


def _plain(words: str) -> str:
    return "".join(each for each in folded(words) if each.isalnum())


def _has(words: str, beginning: str) -> bool:
    return any(_plain(word).startswith(beginning) for word in words.split())


def _in_hand(meeting: Meeting, place: Place) -> Entry | None:
    for entry in item_of(meeting, place.item_id).entries:
        if entry.id == place.entry_id:
            facts = facts_of(entry, Proceeding)
            return entry if facts and facts.step is Step.PUBLIC_EXCLUDED else None
    return None
