"""What somebody undertook to do."""

import datetime as dt

from msgspec import Struct

from clerkapp.meeting.people import Mention

NEXT_MEETING = "next meeting"


class ActionPoint(Struct, frozen=True):
    """Who is to do it and by when; what is to be done is the text of its entry."""

    owner: Mention | None = None
    due: dt.date | str = ""  # a date, or the words for one ("next meeting"); "" is not said
    done: dt.date | None = None


def due_date(action: ActionPoint, next_meeting: dt.date | None) -> dt.date | None:
    """The day by which `action` is due, when its words or the calendar give one."""
    if isinstance(action.due, dt.date):
        return action.due
    return next_meeting if action.due == NEXT_MEETING else None
