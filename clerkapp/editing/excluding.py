"""The resolution that excludes press and public: the paragraphs that it names, chosen by number."""

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.room import Room
from clerkapp.law.jurisdiction import Paragraph, law_of
from clerkapp.meeting.edits import add_entry, set_facts
from clerkapp.meeting.entries import Entry, facts_of
from clerkapp.meeting.meeting import Meeting, item_of
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

    def meant_by(self, digits: str) -> tuple[str, bool]:
        """The paragraph of these digits or the first that begins so, and whether that is sure."""
        begins = [p.number for p in self.paragraphs if p.number.startswith(digits)]
        if not digits or not begins:
            return "", False
        found = digits if digits in begins else begins[0]
        return found, begins == [digits]


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


def _in_hand(meeting: Meeting, place: Place) -> Entry | None:
    for entry in item_of(meeting, place.item_id).entries:
        if entry.id == place.entry_id:
            facts = facts_of(entry, Proceeding)
            return entry if facts and facts.step is Step.PUBLIC_EXCLUDED else None
    return None
