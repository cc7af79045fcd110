"""What is done about a finding: its fix made, left as it is, or shown again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from clerkapp.editing.history import Place
from clerkapp.meeting import edits
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.item.margin_dots import MarginDots

if TYPE_CHECKING:
    from clerkapp.checking.findings import Finding
    from clerkapp.window.meeting_window import MeetingWindow

_CHECKS = "Checks"
_BY_NAME = "D8"  # a vote that has to be by name


class ChecksCommands(QObject):
    """Acts on the finding chosen in the list, failing that on the first one at the cursor."""

    def __init__(self, window: "MeetingWindow", take_vote: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._take_vote = take_vote
        self._has_menu = False
        window.beside.tabs.currentChanged.connect(self._give_menu)
        window.beside.checked = window.open.findings
        window.beside.check_on = window.open.check_on
        self._dots = MarginDots(window.page)
        window.beside.found.connect(self._dots.show)

    @property
    def finding(self) -> "Finding | None":
        """The finding that the commands act on."""
        if self._window.open.meeting is None:
            return None
        findings = self._window.open.findings(self._window.meeting)
        view = self._window.beside.seen
        if view is self._list and view.hasFocus():
            row = self._window.beside.lines(_CHECKS).currentIndex().row()
            return findings[row] if 0 <= row < len(findings) else None
        here = self._window.page.current_entry
        return next((each for each in findings if here and each.entry_id == here), None)

    @property
    def _list(self) -> QObject | None:
        return self._window.beside.lines(_CHECKS) if self._has_menu else None

    def mend(self) -> None:
        """Makes the fix of the finding, as one step to undo."""
        finding = self.finding
        if finding and not finding.fix and finding.rule == _BY_NAME:
            self._window.go(Place(finding.item_id, finding.entry_id))
            self._take_vote()
            return
        if finding is None or finding.fix is None:
            self._window.say(self.why_no_fix() or "")
            return
        session = self._window.capture.session
        session.end_burst()
        place = Place(finding.item_id, finding.entry_id)
        label = f"{finding.fix.label[:1].lower()}{finding.fix.label[1:]}"
        session.apply(finding.fix.edit, label, place=place)

    def mend_all(self) -> None:
        """Makes every safe fix, as one step to undo, once it is agreed how many there are."""
        from clerkapp.checking.mending import mended, rules_told  # noqa: PLC0415 — seldom needed
        from clerkapp.window.boxes import agreed  # noqa: PLC0415 — as above

        _, done = mended(self._window.meeting)
        if not done:
            self._window.say(self.why_none_safe())
            return
        asked = f"Mend {_count(len(done))}? ({rules_told(done)}) One Ctrl+Z takes it all back."
        if agreed(self._window, "Mend all that is safe", asked, "&Mend", is_safe=True):
            session = self._window.capture.session
            session.end_burst()
            session.apply(lambda meeting: mended(meeting)[0], f"mending {_count(len(done))}")

    def why_none_safe(self) -> str:
        """Why there is nothing to mend at once."""
        meeting = self._window.open.meeting
        findings = self._window.open.findings(meeting) if meeting else ()
        is_there = any(each.fix and each.fix.is_safe for each in findings)
        return "" if is_there else "nothing was found that can be mended in one way only"

    def leave(self) -> None:
        """Leaves what was found as it is: the meeting remembers it, and it is not shown again."""
        finding = self.finding
        if finding is None:
            self._window.say(self.why_no_finding())
            return
        session = self._window.capture.session
        session.end_burst()
        place = Place(finding.item_id, finding.entry_id)
        dismissal = finding.dismissal
        session.apply(lambda m: edits.dismiss(m, dismissal), "leaving a finding", place=place)

    def show_again(self) -> None:
        """Shows again every finding of the meeting that was left."""
        session = self._window.capture.session
        session.end_burst()
        session.apply(_with_every_finding, "showing what was left")

    def why_no_finding(self) -> str:
        """Why there is no finding to act on."""
        return "" if self.finding else "nothing was found here"

    def why_no_fix(self) -> str:
        """Why nothing can be mended by a key."""
        finding = self.finding
        if finding is None:
            return "nothing was found here"
        return "" if finding.fix or finding.rule == _BY_NAME else finding.mend

    def why_none_left(self) -> str:
        """Why there is nothing to show again."""
        meeting = self._window.open.meeting
        return "" if meeting and meeting.dismissed else "nothing was left as it is"

    def _give_menu(self) -> None:
        """Gives the list of findings its menu, once it is there."""
        from clerkapp.window.commands import CommandAction  # noqa: PLC0415

        beside = self._window.beside
        if self._has_menu or beside.seen is not beside.lines(_CHECKS):
            return
        self._has_menu = True
        ours = {self.mend, self.leave, self.show_again}
        view = beside.lines(_CHECKS)
        actions = (each for each in self._window.actions() if isinstance(each, CommandAction))
        view.addActions([each for each in actions if each.command.run in ours])
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def _with_every_finding(meeting: Meeting) -> Meeting:
    for dismissal in meeting.dismissed:
        meeting = edits.undismiss(meeting, dismissal)
    return meeting


def _count(number: int) -> str:
    return f"{number} finding{'s' * (number != 1)}"
