"""Declarations of interest."""

from dataclasses import dataclass

from clerkapp.meeting.people import Mention


@dataclass(frozen=True, slots=True)
class Declaration:
    """Who declared an interest, of what nature, and what they then did."""

    person: Mention | None = None
    nature: str = ""  # "other registrable interest, as a trustee of a bidder"
    conduct: str = ""  # "left the room"
