"""How much of a meeting a document prints, and one item as a document of its own."""

from dataclasses import dataclass, replace

from clerkapp.wording.detail import Detail
from clerkapp.wording.minutes import Minutes


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a meeting is printed: at which detail, and of which item alone ("": of all)."""

    detail: Detail = Detail.FULL
    item_id: str = ""


WHOLE = Extent()


def extract(minutes: Minutes, item_id: str) -> Minutes:
    """`minutes` with that item alone, under the heading of the meeting; KeyError without it.

    Who was there is told too, for an extract stands for the record; nobody signs it.
    """
    sections = tuple(section for section in minutes.sections if section.item_id == item_id)
    if not sections:
        raise KeyError(item_id)
    return replace(minutes, sections=sections, actions=None, signature=("", ""))
