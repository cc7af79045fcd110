"""How much of a meeting a document prints, and one item as a document of its own."""

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.errors import NotationError
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.wording.detail import Detail
from clerkapp.wording.minutes import Minutes


class Extent(Struct, frozen=True):
    """How much of a meeting is printed: at which detail, and of which item alone ("": of all)."""

    detail: Detail = Detail.FULL
    item_id: str = ""


WHOLE = Extent()


def item_numbered(meeting: Meeting, minutes: Minutes, number: str) -> str:
    """The id of the item that has `number`: in the record, as it is printed, or as a paragraph's.

    `minutes` are of that meeting, in the style whose numbers count. NotationError where no item
    has it, or where several have.
    """
    wanted = _plain(number)
    own = dict(zip((item.id for item in meeting.items), item_numbers(meeting), strict=True))
    items = [
        section
        for section in minutes.sections
        if wanted in (_plain(own.get(section.item_id, "")), _plain(section.number))
    ]
    found = items or [
        section
        for section in minutes.sections
        if any(wanted == _plain(passage.number) for passage in section.passages)
    ]
    if len(found) == 1:
        return found[0].item_id
    if found:
        names = "; ".join(f"{each.number} {each.title}".strip() for each in found)
        raise NotationError(f"{number} is the number of {len(found)} items: {names}")
    there = [section.number for section in minutes.sections if section.number]
    raise NotationError(f"the meeting has no item {number}; there are {', '.join(there) or 'none'}")


def _plain(number: str) -> str:
    """A number as it is compared: "FGB 98/2526." is "fgb98/2526"."""
    return "".join(number.split()).rstrip(".").casefold()


def extract(minutes: Minutes, item_id: str) -> Minutes:
    """`minutes` with that item alone, under the heading of the meeting; KeyError without it.

    Who was there is told too, for an extract stands for the record; nobody signs it.
    """
    sections = tuple(section.alone for section in minutes.sections if section.item_id == item_id)
    if not sections:
        raise KeyError(item_id)
    return replace(minutes, sections=sections, actions=None, signature=("", ""))
