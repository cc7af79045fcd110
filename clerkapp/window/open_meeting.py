"""The meeting in hand: its session, its house style, and whether the disk has all of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from clerkapp.archive.committees import powers_over
from clerkapp.archive.read_only import OpenArchive
from clerkapp.archive.writer import NotSaved, Saved, Told
from clerkapp.editing.capture import Capture
from clerkapp.editing.session import Change, MeetingSession
from clerkapp.errors import ClerkappError
from clerkapp.meeting.committees import Powers
from clerkapp.meeting.meeting import Meeting
from clerkapp.wording.house_style import house_style, own_styles_folder, style_or_usual

if TYPE_CHECKING:
    from clerkapp.checking.check import Check
    from clerkapp.checking.findings import Finding
    from clerkapp.checking.record import LastNumbers


class OpenMeeting(QObject):
    """Owned by the main window, which alone hears of changes and passes them on."""

    leaving = Signal()  # another meeting is about to be taken in hand
    changed = Signal(Change)
    saved = Signal(Saved)
    not_saved = Signal(str)
    style_taken = Signal(str)  # what is wrong with the style of the meeting; "" where nothing is
    _told = Signal(object)  # from the writer's thread to this one

    def __init__(self, archive: OpenArchive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self.capture: Capture | None = None
        self.style = house_style("")
        self.powers: Powers | None = None
        self._check: Check | None = None
        self._before: tuple[object, LastNumbers] | None = None
        self._earlier: tuple[object, tuple[Meeting, ...]] | None = None
        self.style_trouble = ""
        self._told.connect(self._on_told)
        archive.listen(self._told.emit)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting as it now is; None before the first is opened."""
        return self.capture.session.meeting if self.capture else None

    def open(self, meeting: Meeting) -> None:
        """Takes a meeting in hand."""
        if self.capture:
            self.leaving.emit()
        session = MeetingSession(meeting, self._archive.keep, refusal=self._archive.why_read_only)
        session.subscribe(self._on_changed)
        self.capture = Capture(session)
        self._take_style(meeting)
        self._before = self._earlier = None
        self.follow_committee()

    def follow_committee(self) -> None:
        """Looks up what the decisions of the committee are, whose meeting it is."""
        self.powers = powers_over(self._archive, self.meeting) if self.meeting else None
        self._check = None

    @property
    def earlier(self) -> tuple[Meeting, ...]:
        """The meetings of the committee before this one in the year, where its house tells them."""
        meeting = self.meeting
        if meeting is None or self.style.layout.attendance != "letters of the year":
            return ()
        heading = meeting.heading
        its = (meeting.id, heading.date, heading.committee, heading.council)
        if self._earlier is None or self._earlier[0] != its:
            from clerkapp.archive.committees import earlier_in_the_year  # noqa: PLC0415 — as above

            try:
                self._earlier = its, earlier_in_the_year(self._archive, meeting)
            except ClerkappError:  # what is wrong with the archive is said elsewhere
                self._earlier = its, ()
        return self._earlier[1]

    def findings(self, meeting: Meeting) -> "tuple[Finding, ...]":
        """What the checks find in `meeting`, which is the one in hand; worked out once."""
        return self._check_of(meeting).findings

    def check_on(self, meeting: Meeting) -> bool:
        """Checks `meeting` by one rule more, so that nobody waits; False once that is done."""
        return self._check_of(meeting).go_on()

    def _check_of(self, meeting: Meeting) -> "Check":
        from clerkapp.checking.check import Check  # noqa: PLC0415 — after the first picture
        from clerkapp.checking.record import Record  # noqa: PLC0415 — as above

        if self._check is None or self._check.meeting is not meeting:
            last = self._numbers_before(meeting)
            self._check = Check(Record(meeting, powers=self.powers, last=last))
        return self._check

    def _numbers_before(self, meeting: Meeting) -> "LastNumbers":
        """The numbers of the meeting before, read again where another meeting is that."""
        heading = meeting.heading
        its = (meeting.id, heading.date, heading.committee, heading.council)
        if self._before is None or self._before[0] != its:
            from clerkapp.archive.committees import numbers_before  # noqa: PLC0415 — as above
            from clerkapp.checking.record import NO_NUMBERS  # noqa: PLC0415 — as above

            try:
                self._before = its, numbers_before(self._archive, meeting)
            except ClerkappError:  # what is wrong with the archive is said elsewhere
                self._before = its, NO_NUMBERS
        return self._before[1]

    def _on_changed(self, change: Change) -> None:
        if change.before.heading.committee_id != change.after.heading.committee_id:
            self.follow_committee()
        if change.before.heading.house_style != change.after.heading.house_style:
            self._take_style(change.after)
        self.changed.emit(change)

    def follow_styles(self) -> None:
        """Takes the style of the meeting anew: a person's own styles are others now."""
        if self.meeting:
            self._take_style(self.meeting)

    def _take_style(self, meeting: Meeting) -> None:
        """The style of the meeting, or the usual one, and then what is wrong with the other."""
        own = own_styles_folder(self._archive.path)
        self.style, self.style_trouble = style_or_usual(meeting.heading.house_style, own)
        self.style_taken.emit(self.style_trouble)

    def _on_told(self, told: Told) -> None:
        if isinstance(told, NotSaved):
            self.not_saved.emit(told.reason)
        elif (
            isinstance(told, Saved) and told.meeting is self.meeting
        ):  # not one before the last key
            self.saved.emit(told)
