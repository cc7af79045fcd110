"""Why a command would do nothing where the clerk now is; "" where it would do something."""

from typing import TYPE_CHECKING

from clerkapp.meeting.entries import EntryKind

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow


class Reasons:
    """The reasons of one window, each asked when a list of commands is shown."""

    def __init__(self, window: "MeetingWindow") -> None:
        self._window = window

    def read_only(self) -> str:
        """Why nothing can be changed."""
        return self._window.why_read_only

    def no_undo(self) -> str:
        """Why nothing can be undone."""
        can = self._window.capture.can_undo
        return self.read_only() or ("" if can else "nothing was done yet")

    def no_redo(self) -> str:
        """Why nothing can be done again."""
        can = self._window.capture.can_redo
        return self.read_only() or ("" if can else "nothing was undone")

    def no_entry(self) -> str:
        """Why nothing can be done to an entry."""
        here = self._window.page.current_entry
        return self.read_only() or ("" if here else "the cursor is in no entry")

    def not_in_record(self) -> str:
        """Why nothing can be done that needs an entry with words."""
        return self.no_entry() or self.no_wordings()

    def no_wordings(self) -> str:
        """Why there are no earlier wordings."""
        here = self._window.page.current_entry
        is_written = here and not self._window.capture.is_draft(here)
        return "" if is_written else "nothing is written in the entry yet"

    def no_action_point(self) -> str:
        """Why there is no owner and no date."""
        is_action = self._window.page.current_kind is EntryKind.ACTION_POINT
        return self.no_entry() or ("" if is_action else "the entry is no action point")

    def no_motion(self) -> str:
        """Why there is no mover and no seconder."""
        is_motion = self._window.page.current_kind is EntryKind.MOTION
        return self.no_entry() or ("" if is_motion else "the entry is no motion")

    def not_spoken(self) -> str:
        """Why nobody can have said what the entry tells."""
        page = self._window.page
        is_spoken = page.aids.is_spoken(page.current_kind)
        return self.no_entry() or ("" if is_spoken else "nobody speaks in an entry of this kind")

    def no_promise(self) -> str:
        """Why no promise can be made an action point."""
        here = self._window.page.nearest_promise
        return self.read_only() or ("" if here else "no words here promise an action")

    def no_item(self) -> str:
        """Why nothing can be done to an item."""
        here = self._window.page.item_id
        return self.read_only() or ("" if here else "the agenda has no item yet")
