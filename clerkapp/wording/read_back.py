"""What is read aloud before a vote: the motion or the amendment in force, in words."""

from msgspec import Struct

from clerkapp.meeting.entries import Entry, facts_of
from clerkapp.meeting.meeting import AgendaItem
from clerkapp.meeting.motions import in_force
from clerkapp.meeting.votes import Fate, Motion
from clerkapp.wording.kinds import without_label
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.votes import moved

NOTHING_IN_FORCE = "No motion is in force in this item."


class Passage(Struct, frozen=True):
    """One text to read aloud, what it is, and who moved and seconded it."""

    label: str  # "Motion"; "" where none is in force
    words: str
    moved: str = ""  # "Moved by Councillor Finch, seconded by Councillor Ali"


def read_back(item: AgendaItem, sentences: Sentences) -> tuple[Passage, ...]:
    """What is in force in `item`: the motion or amendment, then the amendments made to it."""
    found = in_force(item.entries)
    if found is None:
        return (Passage("", NOTHING_IN_FORCE),)
    label = "Amendment" if found.is_amendment else "Motion"
    if found.carried:
        label = "Motion, as amended below"
    return (
        _passage(label, found.entry, sentences),
        *(_passage(_how_made(entry), entry, sentences) for entry in found.carried),
        *(_passage("Amendment put, outcome not recorded", e, sentences) for e in found.unsure),
    )


def _how_made(amendment: Entry) -> str:
    motion = facts_of(amendment, Motion)
    by_leave = motion is not None and motion.fate is Fate.ACCEPTED
    return "Amendment accepted" if by_leave else "Amendment carried"


def _passage(label: str, entry: Entry, sentences: Sentences) -> Passage:
    words = without_label(entry.kind, entry.text).strip()
    who = moved(facts_of(entry, Motion), sentences)
    return Passage(label, words or "No words yet.", who)
