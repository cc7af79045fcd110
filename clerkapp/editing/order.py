"""An item of business taken out of the order of the agenda, and an item known by what is typed."""

import re
from enum import Enum, auto

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.meeting import edits
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import AgendaItem, Meeting, item_of
from clerkapp.meeting.numbering import item_numbers, number_of
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences


class Taken(Enum):
    """What came of taking an item now."""

    OUT_OF_ORDER = auto()
    NEXT_ANYWAY = auto()  # nothing was changed: it is the next one
    NOT_LATER = auto()  # nothing was changed: it stands before the item in hand, or is that item


def take_now(capture: Capture, item_id: str, here: str, style: HouseStyle) -> Taken:
    """Takes a later item next after the item `here`, with the numbers as the agenda printed them.

    The same step writes at the end of `here`, in the words of the house, that the order was varied.
    """
    meeting = capture.session.meeting
    ids = [item.id for item in meeting.items]
    by = ids.index(item_id) - ids.index(here)
    if by < 2:
        return Taken.NEXT_ANYWAY if by == 1 else Taken.NOT_LATER
    item = item_of(meeting, item_id)
    number = number_of(meeting, item)
    said = Sentences(meeting, style).order_varied(number, item.title)
    entry = capture.fresh_entry(EntryKind.PROCEDURE, said)

    def varied(meeting: Meeting) -> Meeting:
        return edits.add_entry(edits.vary_order(meeting, item_id, here), here, entry)

    capture.session.end_burst()
    capture.session.apply(varied, f"taking item {number} now", place=Place(here))
    return Taken.OUT_OF_ORDER


def item_of_key(meeting: Meeting, digit: int) -> AgendaItem | None:
    """The item that Alt and a digit means: the one of that number, else the one at that place.

    An item that was taken out of order keeps its number, and is called by it.
    """
    numbers = item_numbers(meeting)
    at = numbers.index(str(digit)) if str(digit) in numbers else digit - 1
    return meeting.items[at] if at < len(meeting.items) else None


def items_meant(meeting: Meeting, typed: str) -> tuple[AgendaItem, ...]:
    """The items that `typed` may mean, the likeliest first; all in order for nothing typed.

    It is the beginning of a number, or letters with which the words of a title begin, or any
    letters within the title.
    """
    wanted = typed.casefold().split()
    ranked = [
        (rank, place, item)
        for place, (item, number) in enumerate(
            zip(meeting.items, item_numbers(meeting), strict=True)
        )
        if (rank := _rank(number.casefold(), item.title.casefold(), wanted)) is not None
    ]
    return tuple(item for *_, item in sorted(ranked, key=lambda each: each[:2]))


def _rank(number: str, title: str, wanted: list[str]) -> int | None:
    whole = " ".join(wanted)
    words = re.findall(r"\w+", title)
    tests = (
        not wanted or number == whole,
        number.startswith(whole),
        title.startswith(whole),
        all(any(word.startswith(each) for word in words) for each in wanted),
        whole in title,
    )
    return tests.index(True) if any(tests) else None
