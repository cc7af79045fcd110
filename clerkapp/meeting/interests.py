"""Declarations of interest."""

import re

from msgspec import Struct

from clerkapp.meeting.people import Mention
from clerkapp.patterns import pattern


class Declaration(Struct, frozen=True):
    """Who declared an interest, of what nature, and what they then did."""

    person: Mention | None = None
    nature: str = ""  # "other registrable interest, as a trustee of a bidder"
    conduct: str = ""  # "left the room"
    item_id: str = ""  # the item it is an interest in; "" is the item where it was declared


def withdrew(declaration: Declaration) -> bool:
    """Whether what they did was to leave while the item was considered."""
    conduct = declaration.conduct
    return bool(_LEFT.search(conduct)) and not _STAYED.search(conduct)


def has_dispensation(declaration: Declaration) -> bool:
    """Whether they took part under a dispensation (Localism Act 2011 s.33)."""
    return _DISPENSATION.search(declaration.conduct) is not None


_DISPENSATION = pattern(r"dispensation|oddefeb", re.IGNORECASE)
_LEFT = pattern(r"\b(?:left|leave|withdrew|withdrawn?|gadawodd)\b", re.IGNORECASE)
_STAYED = pattern(r"\b(?:not|without|stayed|remained)\b", re.IGNORECASE)
