"""The votes of a meeting in a list, each with what was put to it."""

from collections.abc import Iterator

from msgspec import Struct

from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.motions import Became, Moved, course, put_to
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.votes import Motion, Vote, is_carried


class ListedVote(Struct, frozen=True):
    """One vote: its item, its entry, its sides, and the motion or amendment that was put."""

    item: AgendaItem
    item_number: str
    entry: Entry
    vote: Vote
    put: Moved | None = None

    @property
    def carried(self) -> bool | None:
        """Whether it was carried, by the numbers and failing them by its words."""
        told = is_carried(self.vote)
        if told is None and self.put and self.put.became in (Became.CARRIED, Became.LOST):
            return self.put.became is Became.CARRIED
        return told

    @property
    def motion(self) -> Motion | None:
        """Who moved and seconded what was put."""
        return facts_of(self.put.entry, Motion) if self.put else None


def listed_votes(meeting: Meeting) -> Iterator[ListedVote]:
    """Every vote of `meeting` of which something is recorded, in order."""
    for item, number in zip(meeting.items, item_numbers(meeting), strict=True):
        put = put_to(course(item.entries))
        for entry in item.entries:
            vote = facts_of(entry, Vote)
            if entry.kind is EntryKind.VOTE and vote:
                yield ListedVote(item, number, entry, vote, put.get(entry.id))
