"""What a key does to the entry that it is typed into, beyond the words themselves."""

from clerkapp.meeting.edits import change_kind, set_facts, set_text
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import AgendaItem, Meeting, entry_of
from clerkapp.meeting.people import AttendanceList
from clerkapp.meeting.votes import Motion
from clerkapp.notation.marks import AMENDMENT, KIND_OF
from clerkapp.wording.above import above_of
from clerkapp.wording.kinds import kind_announced


def type_words(meeting: Meeting, entry_id: str, text: str) -> Meeting:
    """`meeting` with those words in the entry, and the kind that they announce.

    A kind that the clerk settled stays; one that was a guess follows the opening words.
    """
    item, entry = entry_of(meeting, entry_id)
    meeting = set_text(meeting, entry_id, text)
    if entry.settled:
        return meeting
    kind = announced(text, item.entries[: item.entries.index(entry)], meeting.attendance)
    if kind is None or kind is entry.kind:
        return meeting
    return change_kind(meeting, entry_id, kind, settled=False)


def announced(text: str, above: tuple[Entry, ...], lists: AttendanceList) -> EntryKind | None:
    """The kind that the opening words announce below the entries `above`; None for no kind.

    `lists` say who of those named is a member and who an officer.
    """
    return kind_announced(text, above_of(above, lists))


def short_key(text: str) -> EntryKind | None:
    """The kind that `text` stands for when it is all that an entry holds: "q " is a question.

    The marks are those of the notation. "i " and "x " are left alone: a clerk may mean the words.
    """
    mark = text.removesuffix(" ")
    return KIND_OF.get(mark) if text.endswith(" ") and mark in _SHORT_KEYS else None


def turn_by_key(meeting: Meeting, entry_id: str, text: str) -> Meeting:
    """`meeting` with the entry of the kind that `text` is short for, and without that text.

    Where the clerk settled a kind, “a ” is the article: “q a member of the public asked”.
    """
    kind = short_key(text)
    is_word = text == "a " and entry_of(meeting, entry_id)[1].settled
    if kind is None or is_word:
        return meeting
    meeting = set_text(change_kind(meeting, entry_id, kind), entry_id, "")
    is_amendment = text.removesuffix(" ") == AMENDMENT
    return set_facts(meeting, entry_id, Motion(amends=True)) if is_amendment else meeting


_SHORT_KEYS = ("n", "k", "q", "r", "c", "a", "m", AMENDMENT, "v", "d", "=", ">")


def likely_kind(item: AgendaItem, place: int) -> EntryKind:
    """The kind that a new entry before index `place` of `item` most likely has."""
    above = item.entries[:place]
    return (likely_after(above[-1].kind) if above else None) or EntryKind.NOTE


def likely_after(kind: EntryKind) -> EntryKind | None:
    """What mostly follows an entry of that kind; None where that says nothing."""
    return _LIKELY_AFTER.get(kind)


_LIKELY_AFTER = {
    EntryKind.LEAD_IN: EntryKind.QUESTION,
    EntryKind.QUESTION: EntryKind.RESPONSE,
    EntryKind.RESPONSE: EntryKind.QUESTION,
    EntryKind.ACTION_POINT: EntryKind.QUESTION,
    EntryKind.COMMENT: EntryKind.COMMENT,
    EntryKind.MOTION: EntryKind.VOTE,
    EntryKind.VOTE: EntryKind.RESOLUTION,
    EntryKind.DECLARATION: EntryKind.DECLARATION,
}
"""What followed what in minutes of scrutiny; after anything else a note is the safe guess."""
