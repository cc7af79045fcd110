"""Who was there, and when: what a document may tell of it, for the table and for the lists."""

from msgspec import Struct

from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.passings import Passing, passings, public_passings
from clerkapp.meeting.presence import ever_there, ledger
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import Audience


class WhoWasThere(Struct, frozen=True):
    """Ids, times and the numbers of items: no words of the minutes, so that none can leak."""

    ids: frozenset[str]  # of those who were in the room at some time
    passings: tuple[Passing, ...]
    numbers: dict[str, str]  # as printed, by the id of the item
    reasons: bool  # whether the document tells why somebody was away


def who_was_there(meeting: Meeting, style: HouseStyle, audience: Audience) -> WhoWasThere:
    """Who was there, of the whole meeting, whoever reads it.

    A public document must not show somebody as present throughout who left during an exempt item.
    It does not say when, or why.
    """
    public = audience is Audience.PUBLIC
    moments = ledger(meeting)
    every = passings(meeting, moments)
    ids = (item.id for item in meeting.items)
    return WhoWasThere(
        ids=ever_there(meeting, moments),
        passings=public_passings(every) if public else every,
        numbers=dict(zip(ids, item_numbers(meeting), strict=True)),
        reasons=not public and style.layout.absence_reasons == "confidential",
    )
