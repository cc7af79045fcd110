"""One open meeting: every change to it goes through here."""

import time
from collections.abc import Callable

from msgspec import Struct

from clerkapp.editing.history import History, Place, Step
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.meeting import Meeting

IDLE_SECONDS = 2.0
"""A pause in typing that ends a burst."""
LONGEST_SECONDS = 6.0
"""The longest burst: about seven words at 70 words a minute, what one undo may take away."""


class Change(Struct, frozen=True):
    """What listeners are told: the meeting before and after, and how it came about."""

    before: Meeting
    after: Meeting
    label: str
    origin: object = None  # who made it, so that it need not refresh itself
    undone: Step | None = None  # of an undo: the step that was taken back


Listener = Callable[[Change], None]


class MeetingSession:
    """Owns the one open meeting. Memory is true at once; keeping it is handed over at once.

    `keep` is given each new meeting; it must return at once and may not raise (the archive hands
    it to its writer thread). `clock` tells seconds. With a `refusal`, nothing can be changed.
    """

    def __init__(
        self,
        meeting: Meeting,
        keep: Callable[[Meeting], None],
        clock: Callable[[], float] = time.monotonic,
        refusal: str = "",
    ) -> None:
        self.refusal = refusal
        """Why nothing can be changed, as a sentence; "" where it can."""
        self._meeting = meeting
        self._keep = keep
        self._clock = clock
        self._history = History()
        self._listeners: list[Listener] = []
        self._burst_began = 0.0
        self._burst_last = 0.0

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self._meeting

    @property
    def undo_label(self) -> str:
        """What `undo` would take back; "" when there is nothing."""
        return self._history.last.label if self._history.last else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would do again; "" when there is nothing."""
        return self._history.next.label if self._history.next else ""

    def apply(
        self,
        edit: Edit,
        label: str,
        *,
        burst: str = "",
        place: Place | None = None,
        origin: object = None,
    ) -> bool:
        """Makes `edit`; whether it changed anything.

        Edits with the same `burst`, one after another without a pause, are one step to undo.
        """
        before = self._meeting
        if self.refusal:
            return False
        after = edit(before)
        if after is before or after == before:
            return False
        now = self._clock()
        last = self._history.last
        if burst and last and last.burst == burst and self._goes_on(now):
            self._history.amend(after)
        else:
            self._history.add(Step(label, before, after, place, burst))
            self._burst_began = now
        self._burst_last = now
        self._become(Change(before, after, label, origin))
        return True

    def amend(self, edit: Edit) -> bool:
        """Makes `edit` a part of the last step; whether it changed anything.

        Nothing is done where there is no such step, or where it is not the latest: one was undone.
        """
        before, last = self._meeting, self._history.last
        if self.refusal or last is None or self._history.next:
            return False
        after = edit(before)
        if after is before or after == before:
            return False
        self._history.amend(after)
        self._become(Change(before, after, "typing"))
        return True

    def end_burst(self) -> None:
        """Makes the next edit a step of its own: the entry was left, or the cursor moved."""
        self._burst_last = float("-inf")

    def undo(self) -> Step | None:
        """Takes the last step back and returns it; None when there is none."""
        step = self._history.undo()
        if step:
            self.end_burst()
            self._become(Change(step.after, step.before, f"Undo: {step.label}", undone=step))
        return step

    def redo(self) -> Step | None:
        """Does the last undone step again and returns it; None when there is none."""
        step = self._history.redo()
        if step:
            self.end_burst()
            self._become(Change(step.before, step.after, f"Redo: {step.label}"))
        return step

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tells `listener` of every change from now on; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def save(self) -> None:
        """Hands the meeting over to be kept once more: the last time may have failed."""
        self._keep(self._meeting)

    def _goes_on(self, now: float) -> bool:
        return now - self._burst_last <= IDLE_SECONDS and now - self._burst_began <= LONGEST_SECONDS

    def _become(self, change: Change) -> None:
        self._meeting = change.after
        self._keep(change.after)
        for listener in tuple(self._listeners):
            listener(change)
