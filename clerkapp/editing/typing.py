"""What a key does to the entry that it is typed into, beyond the words themselves."""

from clerkapp.meeting.edits import change_kind, set_text
from clerkapp.meeting.entries import EntryKind, question_is_open
from clerkapp.meeting.meeting import AgendaItem, Meeting, entry_of
from clerkapp.wording.kinds import kind_announced


def type_words(meeting: Meeting, entry_id: str, text: str) -> Meeting:
    """`meeting` with those words in the entry, and the kind that they announce.

    A kind that the clerk settled stays; one that was a guess follows the opening words.
    """
    item, entry = entry_of(meeting, entry_id)
    meeting = set_text(meeting, entry_id, text)
    if entry.settled:
        return meeting
    above = item.entries[: item.entries.index(entry)]
    announced = kind_announced(text, asked=question_is_open(above))
    if announced is None or announced is entry.kind:
        return meeting
    return change_kind(meeting, entry_id, announced, settled=False)


def likely_kind(item: AgendaItem, place: int) -> EntryKind:
    """The kind that a new entry before index `place` of `item` most likely has."""
    above = item.entries[:place]
    if not above:
        return EntryKind.NOTE
    return _LIKELY_AFTER.get(above[-1].kind, EntryKind.NOTE)


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
