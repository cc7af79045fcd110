"""What is done with committees: kept from the meeting in hand, listed, changed, removed."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from clerkapp.archive.committees import committees_in, last_meeting
from clerkapp.archive.read_only import OpenArchive
from clerkapp.errors import ClerkappError
from clerkapp.meeting.committees import Committee
from clerkapp.meeting.edits import set_heading
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.dialogs import ask

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow
    from clerkapp.window.meetings.committees_dialog import CommitteesDialog


class CommitteeCommands(QObject):
    """Opens the dialogs about committees, and keeps what they were answered with."""

    def __init__(self, archive: OpenArchive, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._archive = archive
        self._window = window
        self._dialog: CommitteesDialog | None = None

    def keep_this(self) -> None:
        """Makes a committee of the meeting in hand, from which its next ones are filled.

        The meeting then is one of that committee, as a step that can be undone.
        """
        from clerkapp.editing.next_meeting import committee_of  # noqa: PLC0415

        meeting = self._window.meeting
        name, council = meeting.heading.committee, meeting.heading.council
        if not name:
            self._window.say("Give the committee a name first: Ctrl+I.")
            return
        kept = next(
            (each for each in committees_in(self._archive)
             if each.id == meeting.heading.committee_id
             or (each.name, each.organisation) == (name, council)),
            None,
        )  # fmt: skip
        committee = kept or committee_of(meeting, new_id)
        if kept is None:
            try:
                self._archive.keep_committee(committee)
            except ClerkappError as error:
                self._window.say(f"{error}.")
                return
        capture = self._window.capture
        capture.leave()
        linked = capture.session.apply(
            partial(_of_committee, committee_id=committee.id), "keeping this committee"
        )
        self._window.open.follow_committee()
        if kept is None:
            said = f"{name} is kept: its next meeting will be filled from this one."
        elif linked:
            said = f"{kept.name} was kept already: this is now one of its meetings."
        else:
            said = f"{kept.name} is kept already."
        self._window.say(said)

    def show(self) -> None:
        """Lists the committees, to change or remove one or to add another."""
        from clerkapp.window.meetings.committees_dialog import CommitteesDialog  # noqa: PLC0415

        window = self._window
        dialog = CommitteesDialog(
            committees_in(self._archive), window.look, window,
            is_read_only=bool(window.why_read_only),
        )  # fmt: skip
        dialog.edit_wanted.connect(self._edit)
        dialog.new_wanted.connect(self._new)
        dialog.remove_wanted.connect(self._remove)
        self._dialog = dialog
        ask(dialog)
        self._dialog = None
        window.open.follow_committee()
        window.beside.show_meeting(window.meeting, window.open.style, window.page.item_id)

    def _edit(self, committee_id: str) -> None:
        self._ask(self._with_id(committee_id))

    def _new(self) -> None:
        heading = self._window.meeting.heading
        self._ask(Committee(new_id(), organisation=heading.council))

    def _ask(self, committee: Committee) -> None:
        from clerkapp.editing.committee_form import Known  # noqa: PLC0415
        from clerkapp.window.meetings.committee_dialog import CommitteeDialog  # noqa: PLC0415
        from clerkapp.wording.house_style import own_styles_folder  # noqa: PLC0415

        self._archive.settle()
        known = Known(
            dt.date.today(),  # noqa: DTZ011 — the calendar on the wall of the room
            last_meeting(self._archive, committee, None),
            committees_in(self._archive),
            own_styles_folder(self._archive.path),
        )
        dialog = CommitteeDialog(
            committee, known, self._archive.keep_committee, self._window.look,
            self._dialog or self._window,
        )  # fmt: skip
        dialog.ok.setEnabled(not self._window.why_read_only)
        ask(dialog)
        self._show_again(committee.id)

    def _remove(self, committee_id: str) -> None:
        from clerkapp.window.boxes import agreed, tell  # noqa: PLC0415

        parent = self._dialog or self._window
        asked = (
            f"Take {self._with_id(committee_id).name} off the list of committees? "
            "Its meetings stay."
        )
        if not agreed(parent, "Remove this committee", asked, "&Take it off"):
            return
        try:
            self._archive.remove_committee(committee_id)
        except ClerkappError as error:
            tell(parent, "Not removed", f"{error}.")
        self._show_again()

    def _with_id(self, committee_id: str) -> Committee:
        return next(each for each in committees_in(self._archive) if each.id == committee_id)

    def _show_again(self, chosen: str = "") -> None:
        if self._dialog:
            self._dialog.show_committees(committees_in(self._archive), chosen)


def _of_committee(meeting: Meeting, committee_id: str) -> Meeting:
    """`meeting` as one of that committee."""
    return set_heading(meeting, replace(meeting.heading, committee_id=committee_id))
