"""What was done to a meeting, step by step, so that each step can be undone and done again."""

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.meeting import Meeting


class Place(Struct, frozen=True):
    """Where the clerk was: the entry, and the character before which the cursor stood."""

    item_id: str
    entry_id: str = ""
    cursor: int = 0


class Step(Struct, frozen=True):
    """One step: the meeting before and after, what it is called, and where the clerk was."""

    label: str
    before: Meeting
    after: Meeting
    place: Place | None = None  # before the step
    burst: str = ""  # what a typing burst is in; "" for a step that stands alone


class History:
    """The steps taken and those undone. A new step forgets the undone ones.

    A step holds whole meetings, but these share all that did not change: about 1 kB a step.
    """

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def last(self) -> Step | None:
        """The step that `undo` would undo."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """The step that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def add(self, step: Step) -> None:
        """Takes a new step in."""
        self._done.append(step)
        self._undone.clear()

    def amend(self, after: Meeting) -> None:
        """Makes the last step end in `after`: another key of the same burst."""
        self._done[-1] = replace(self._done[-1], after=after)

    def undo(self) -> Step | None:
        """The step to undo, which can then be redone; None when there is none."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Step | None:
        """The step to do again; None when there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
