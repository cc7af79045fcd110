"""The meeting in hand: its session, its house style, and whether the disk has all of it."""

from PySide6.QtCore import QObject, Signal

from clerkapp.archive.committees import powers_over
from clerkapp.archive.read_only import OpenArchive
from clerkapp.archive.writer import NotSaved, Saved, Told
from clerkapp.editing.capture import Capture
from clerkapp.editing.session import Change, MeetingSession
from clerkapp.errors import HouseStyleError
from clerkapp.meeting.committees import Powers
from clerkapp.meeting.meeting import Meeting
from clerkapp.wording.house_style import HouseStyle, house_style


class OpenMeeting(QObject):
    """Owned by the main window, which alone hears of changes and passes them on."""

    changed = Signal(Change)
    saved = Signal(Saved)
    not_saved = Signal(str)
    _told = Signal(object)  # from the writer's thread to this one

    def __init__(self, archive: OpenArchive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self.capture: Capture | None = None
        self.style = house_style("")
        self.powers: Powers | None = None
        self._told.connect(self._on_told)
        archive.listen(self._told.emit)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting as it now is; None before the first is opened."""
        return self.capture.session.meeting if self.capture else None

    def open(self, meeting: Meeting) -> None:
        """Takes a meeting in hand."""
        session = MeetingSession(meeting, self._archive.keep, refusal=self._archive.why_read_only)
        session.subscribe(self._on_changed)
        self.capture = Capture(session)
        self.style = _style_of(meeting)
        self.follow_committee()

    def follow_committee(self) -> None:
        """Looks up what the decisions of the committee are, whose meeting it is."""
        self.powers = powers_over(self._archive, self.meeting) if self.meeting else None

    def _on_changed(self, change: Change) -> None:
        if change.before.heading.committee_id != change.after.heading.committee_id:
            self.follow_committee()
        if change.before.heading.house_style != change.after.heading.house_style:
            self.style = _style_of(change.after)
        self.changed.emit(change)

    def _on_told(self, told: Told) -> None:
        if isinstance(told, NotSaved):
            self.not_saved.emit(told.reason)
        elif (
            isinstance(told, Saved) and told.meeting is self.meeting
        ):  # not one before the last key
            self.saved.emit(told)


def _style_of(meeting: Meeting) -> HouseStyle:
    try:
        return house_style(meeting.heading.house_style)
    except HouseStyleError:  # a style of another computer: the check of an export says so
        return house_style("")
