"""What stands above an entry in its item, as far as it tells the kind of the next words."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.people import AttendanceList, surname
from clerkapp.patterns import pattern
from clerkapp.wording.openings import SUBJECT
from clerkapp.wording.sides import side_of

_NEAR = 32  # entries: further up nobody is remembered, so that a key costs the same in any item


class Above(Struct, frozen=True):
    """What the entries above say about the next: is a question open, who has told or aired what.

    As it is made by default nothing is known; `START` is the start of an item.
    """

    asked: bool | None = None  # whether a question stands open; None when that is not known
    is_begun: bool = True  # whether anybody has asked or commented yet
    last: EntryKind | None = None  # of the entry right above, comings and goings left out
    listed: EntryKind | None = None  # what stands in the list that a lead-in has opened
    tellers: frozenset[str] = frozenset()  # surnames of those who reported or answered
    members: frozenset[str] = frozenset()  # of those who asked, commented or moved
    lists: AttendanceList = ()  # who is a member and who an officer, where that is known

    def then(self, entry: Entry) -> "Above":
        """What stands above an entry that is put below `entry`."""
        kind = entry.kind
        if kind in _PASSING:
            return self
        asked = kind is EntryKind.QUESTION or (bool(self.asked) and kind in _REPLIES)
        listed = self.listed if kind in _TALK else None
        if kind is EntryKind.LEAD_IN:
            listed = _listed_under(entry.text)
        tellers, members = self.tellers, self.members
        who = self._speaker_of(entry) if kind in _TELLING or kind in _AIRING else ""
        if who and kind in _TELLING and who not in members:
            tellers = tellers | {who}
        elif who and kind in _AIRING and who not in tellers:
            members = members | {who}
        is_begun = self.is_begun or kind in _AIRING or listed is EntryKind.COMMENT
        return Above(asked, is_begun, kind, listed, tellers, members, self.lists)

    def side_of(self, surname: str) -> str:
        """By the lists "officer", "chair" or "councillor", whoever has that surname; else ""."""
        return side_of(surname, self.lists)

    def _speaker_of(self, entry: Entry) -> str:
        """The surname of who said `entry`: by what is recorded of it, else by its words."""
        if entry.speaker is None:
            return speaker_of(entry.text)
        said = entry.speaker
        names = (line.person.name for line in self.lists if line.person.id == said.person_id)
        return surname(next(names, said.words))


START = Above(asked=False, is_begun=False)
"""Above the first entry of an item."""


def above_of(entries: Sequence[Entry], lists: AttendanceList = ()) -> Above:
    """What `entries`, those above in the item, and the lists of people say about the next."""
    above = replace(START, lists=lists)
    if len(entries) > _NEAR:
        above = replace(above, is_begun=True)
        entries = entries[-_NEAR:]
    for entry in entries:
        above = above.then(entry)
    return above


@lru_cache(maxsize=1024)  # the words above stay the same while somebody types below them
def speaker_of(text: str) -> str:
    """The surname, or the only name, of the one person with whom `text` begins; "" for a post."""
    subject = SUBJECT.match(text[:160].lstrip())
    if subject is None or subject.lastgroup not in NAMED:
        return ""
    name = subject.group(subject.lastgroup)
    return "" if name in PRONOUNS else name.rsplit(maxsplit=1)[-1]


NAMED = frozenset({"person", "name", "councillor"})
"""The kinds of speaker that are told by a name."""

PRONOUNS = frozenset({"He", "She", "They"})

_PASSING = frozenset({EntryKind.ARRIVAL, EntryKind.DEPARTURE})
_REPLIES = frozenset({EntryKind.RESPONSE, EntryKind.ACTION_POINT})
_TELLING = frozenset({EntryKind.NOTE, EntryKind.RESPONSE})
_AIRING = frozenset({EntryKind.QUESTION, EntryKind.COMMENT, EntryKind.MOTION})
_TALK = frozenset(
    {
        EntryKind.QUESTION,
        EntryKind.COMMENT,
        EntryKind.RESPONSE,
        EntryKind.NOTE,
        EntryKind.ACTION_POINT,
    }
)

_ANNOUNCED = pattern(r"\b(?:announce|updates?|report|amend|correction|recommend|appoint|courses)")
_ANSWERED = pattern(r"\b(?:responses|replies|answers)\b")
_AIRED = pattern(
    r"\b(?:points|comments|questions|observations|discussion|views|suggest)|"
    r"\b(?:issues|matters)\b.*\b(?:raised|discussed|debated|highlighted)"
)


def _listed_under(lead_in: str) -> EntryKind | None:
    """What a list has in it: "Members raised the following points:" points, so comments.

    An officer or the chair who makes points reports.
    """
    words = lead_in.lower()
    subject = SUBJECT.match(lead_in[:160].lstrip())
    if _ANSWERED.search(words):
        return EntryKind.RESPONSE
    if subject and subject.lastgroup in _REPORTERS:
        return EntryKind.NOTE
    if _AIRED.search(words):
        return EntryKind.COMMENT
    return EntryKind.NOTE if _ANNOUNCED.search(words) else None


_REPORTERS = ("officer", "post", "chair")
