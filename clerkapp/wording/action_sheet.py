"""The action sheet: who is to do what and by when, and nothing else of the minutes."""

from collections.abc import Sequence

from msgspec.structs import replace

from clerkapp.meeting.meeting import Meeting
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import Audience, Minutes


def action_sheet(
    meeting: Meeting, style: HouseStyle, audience: Audience, earlier: Sequence[Meeting] = ()
) -> Minutes:
    """The table of action points of `meeting`, also where the house prints none in its minutes.

    Without an action point it says so. Nobody signs the sheet, and it does not wait to be
    confirmed.
    """
    layout = replace(style.layout, action_table="first")
    minutes = compose(meeting, replace(style, layout=layout), audience, earlier=earlier)
    return replace(
        minutes,
        title=minutes.headings.action_sheet,
        draft_label="",
        draft_notice="",
        details=(),
        attendance=None,
        people=(),
        sections=(),
        signature=("", ""),
        closing=() if minutes.actions else (style.actions.none,),
        first_page=None,
        initials="",
    )
