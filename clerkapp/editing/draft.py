"""An entry that is shown but not yet in the record, and what was chosen for it."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.history import Place, Step
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Meeting


class Draft(Struct, frozen=True):
    """It has no words, so nothing is lost when it goes. What is chosen for it can be undone.

    A choice changes no meeting, so the history of the meeting knows nothing of it: it is kept here
    for as long as the draft is, and is the last step only while the meeting is as it then was.
    """

    item_id: str
    place: int  # the index before which it stands
    entry: Entry
    last: Step | None = None  # the choice that made it what it is; None for none
    before: "Draft | None" = None  # as it was before that choice
    after: "Draft | None" = None  # as it was after a choice that was undone

    def chosen(self, entry: Entry, label: str, meeting: Meeting) -> "Draft":
        """The draft with another kind, time or mark of what is exempt; `label` tells which."""
        step = Step(label, meeting, meeting, Place(self.item_id, entry.id))
        before = replace(self, after=None)
        return replace(self, entry=entry, last=step, before=before, after=None)

    def pushed_down(self, item_id: str, at: int, by: int) -> "Draft":
        """The draft where `by` entries come into that item at index `at`: still above the same."""
        is_below = item_id == self.item_id and at <= self.place
        return replace(self, place=self.place + by) if is_below else self

    def undone(self, meeting: Meeting) -> "tuple[Step, Draft] | None":
        """The choice that was the last step, and the draft without it; None where it was not."""
        if self.last is None or self.before is None or self.last.after is not meeting:
            return None
        return self.last, replace(self.before, after=self)

    def redone(self, meeting: Meeting) -> "tuple[Step, Draft] | None":
        """The choice that was undone last, and the draft with it; None where there is none."""
        again = self.after
        if again is None or again.last is None or again.last.after is not meeting:
            return None
        return again.last, again


Turn = Callable[[Draft, Meeting], tuple[Step, Draft] | None]
"""`Draft.undone` or `Draft.redone`."""
