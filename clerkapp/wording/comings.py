"""The sentences of comings and goings, those too that no entry says."""

from itertools import pairwise

from clerkapp.meeting.entries import Entry, Movement
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.passings import passings, who_arrived
from clerkapp.meeting.people import Mention
from clerkapp.meeting.presence import ledger
from clerkapp.wording.sentences import Sentences


class Comings:
    """Who withdraws as an item is opened and comes back after it, in the words of the house."""

    def __init__(self, meeting: Meeting, sentences: Sentences) -> None:
        self._sentences = sentences
        every = passings(meeting, ledger(meeting))
        self._for_interest = {each.entry_id for each in every if each.for_interest}
        self._withdrawals: dict[str, list[str]] = {}
        self._returns: dict[str, list[str]] = {}
        before = {after.id: item.id for item, after in pairwise(meeting.items)}
        items = {item.id: item for item in meeting.items}
        for each in every:
            who = Mention(each.person_id)
            if each.entry_id:
                continue
            if not each.joined:
                said = self._withdrawals.setdefault(each.item_id, [])
                said.append(sentences.withdrew(who))
            elif each.person_id not in who_arrived(items[each.item_id]):
                said = self._returns.setdefault(before[each.item_id], [])
                said.append(sentences.returned(who))

    def at_the_opening(self, item: AgendaItem) -> tuple[str, ...]:
        """That somebody withdrew for the item, for what they declared earlier."""
        return tuple(self._withdrawals.get(item.id, ()))

    def after(self, item: AgendaItem) -> tuple[str, ...]:
        """That those who had withdrawn came back, unless an entry of the next item says it."""
        return tuple(self._returns.get(item.id, ()))

    def moved(self, entry: Entry, movement: Movement) -> str:
        """Who came or went by that entry, and whether it was for an interest or after one."""
        for_interest = entry.id in self._for_interest
        return self._sentences.movement(entry, movement, for_interest=for_interest)
