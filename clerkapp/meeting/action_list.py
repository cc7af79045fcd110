"""The action points of a meeting in a list, as a register or a calendar takes them."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from clerkapp.meeting.actions import ActionPoint, due_date
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, name_of
from clerkapp.meeting.numbering import item_numbers


class ListedAction(Struct, frozen=True):
    """One action point with what is printed of it; `due` is the day, where words or a date say."""

    entry_id: str
    item_number: str
    item_title: str
    text: str
    owner: str = ""
    due_words: str = ""
    due: dt.date | None = None
    done: dt.date | None = None


def listed_actions(meeting: Meeting) -> Iterator[ListedAction]:
    """Every action point of `meeting` that says something, in the order of the minutes."""
    for item, number in zip(meeting.items, item_numbers(meeting), strict=True):
        for entry in item.entries:
            if entry.kind is not EntryKind.ACTION_POINT:
                continue
            action = facts_of(entry, ActionPoint) or ActionPoint()
            if not entry.text.strip() and action == ActionPoint():
                continue
            yield ListedAction(
                entry_id=entry.id,
                item_number=number,
                item_title=item.title,
                text=entry.text.strip(),
                owner=name_of(meeting, action.owner),
                due_words=str(action.due),
                due=due_date(action, meeting.heading.next_day),
                done=action.done,
            )
