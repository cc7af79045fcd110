"""What is done with whole meetings: start, choose, bring in, change the details, export, remove."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from clerkapp import __version__
from clerkapp.archive.committees import committees_in, last_meeting
from clerkapp.archive.read_only import OpenArchive
from clerkapp.editing.next_meeting import (
    day_of_next,
    held_again,
    next_meeting,
    with_what_was_filled,
)
from clerkapp.errors import ClerkappError
from clerkapp.meeting.committees import Committee
from clerkapp.meeting.edits import set_attendance, set_heading
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.window.dialogs import ask
from clerkapp.window.meetings.committee_commands import CommitteeCommands
from clerkapp.window.meetings.house_style_commands import HouseStyleCommands
from clerkapp.wording.times import date_words, time_words

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow

_USUAL_AGENDA = """\
1. Apologies for absence
2. Minutes of the last meeting
3. Items of urgent business
4. Declarations of interest
"""


class MeetingCommands(QObject):
    """Opens the dialogs of the main window and does what they were answered with.

    A dialog, and what it works with, is loaded when it is first wanted: the window opens sooner.
    """

    def __init__(self, archive: OpenArchive, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._archive = archive
        self._window = window
        self.committees = CommitteeCommands(archive, window)
        self.styles = HouseStyleCommands(archive, window)

    def start(self) -> None:
        """Asks for the details of a new meeting and opens it."""
        from clerkapp.notation.fields import fields_of, new_meeting  # noqa: PLC0415
        from clerkapp.window.meetings.meeting_dialog import MeetingDialog  # noqa: PLC0415

        fields, agenda, base = self._usual_fields(), _USUAL_AGENDA, Meeting("")
        if committees := committees_in(self._archive):
            from clerkapp.window.meetings.committee_chooser import CommitteeChooser  # noqa: PLC0415

            chooser = CommitteeChooser(committees, self._window.look, self._window)
            if not ask(chooser):
                return
            if chooser.chosen:
                base = self._next_of(chooser.chosen)
                fields = fields_of(base)
                numbers = zip(item_numbers(base), base.items, strict=True)
                agenda = "".join(f"{number}. {item.title}\n" for number, item in numbers)
        dialog = MeetingDialog(
            "New meeting", fields, self._window.look, self._window,
            agenda=agenda, own_styles=self.styles.folder,
        )  # fmt: skip
        while ask(dialog):
            filled = new_meeting(dialog.fields(), dialog.agenda.toPlainText(), new_id)
            filled = replace(filled, meeting=with_what_was_filled(filled.meeting, base))
            if filled.doubts:
                dialog.show_doubts(filled.doubts)
                continue
            try:
                self._archive.add(filled.meeting)
            except ClerkappError as error:
                dialog.show_doubts((str(error),))
                continue
            self._window.open_meeting(filled.meeting)
            return

    def _next_of(self, committee: Committee) -> Meeting:
        """The next meeting of `committee`, on the next day that is known of it."""
        today = dt.date.today()  # noqa: DTZ011 — the calendar on the wall of the room
        date = day_of_next(committee, last_meeting(self._archive, committee, today), today)
        return next_meeting(committee, last_meeting(self._archive, committee, date), date, new_id)

    def _usual_fields(self) -> dict[str, str]:
        """The fields of the last meeting, without what was only of its day."""
        from clerkapp.notation.fields import fields_of  # noqa: PLC0415

        own = [each for each in self._archive.meetings() if not each.is_sample]
        now = dt.datetime.now()  # noqa: DTZ005 — the clock on the wall of the room
        fields = fields_of(held_again(self._archive.read(own[0].id))) if own else {}
        start = time_words(now.time(), "7.30 pm")
        return fields | {"Date": date_words(now.date()), "Start": start}

    def open_last(self) -> bool:
        """Opens the meeting that was in hand when the window closed; whether there is one."""
        ids = [meeting.id for meeting in self._archive.meetings()]
        last = self._window.settings.meeting
        for each in sorted(ids, key=lambda each: each != last):
            try:
                meeting = self._archive.read(each)
            except ClerkappError as error:  # what only a later release can read, perhaps
                self._window.say(f"{error}.")
                continue
            self._window.open_meeting(meeting)
            return True
        return False

    def choose(self) -> None:
        """Lists the meetings to choose one from."""
        from clerkapp.window.meetings.meetings_dialog import MeetingsDialog  # noqa: PLC0415

        dialog = MeetingsDialog(self._archive.meetings(), self._window.look, self._window)
        dialog.opened.connect(self._open)
        wanted = self._window.refuse if self._window.why_read_only else self.start
        dialog.new_wanted.connect(wanted)
        ask(dialog)

    def _open(self, meeting_id: str) -> None:
        meeting = self._window.open.meeting
        if meeting is None or meeting.id != meeting_id:
            self._archive.settle()
            try:
                self._window.open_meeting(self._archive.read(meeting_id))
            except ClerkappError as error:
                self._window.say(f"{error}.")

    def bring_in(self) -> None:
        """Takes a .minutes or .json file into the archive and opens it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        name, _ = QFileDialog.getOpenFileName(
            self._window, "Bring in a meeting", "", "Meetings (*.minutes *.json *.txt)"
        )
        if name:
            self.take_in(Path(name))

    def take_in(self, path: Path) -> bool:
        """Takes that file into the archive, opens it, and says what should be looked at.

        Whether it could be taken in; if not, it is said why.
        """
        from clerkapp.notation.files import read_file  # noqa: PLC0415
        from clerkapp.window.boxes import tell, telling  # noqa: PLC0415

        try:
            reading = read_file(path, new_id)
            self._archive.add(reading.meeting)
        except ClerkappError as error:
            tell(self._window, "Not brought in", f"{error}.")
            return False
        self._window.open_meeting(reading.meeting)
        if reading.remarks:
            count = len(reading.remarks)
            lines = "1 line needs" if count == 1 else f"{count} lines need"
            said = f"Nothing was dropped. {lines} a look."
            box = telling(self._window, "Brought in, with questions", said)
            box.setDetailedText("\n".join(map(str, reading.remarks)))
            box.exec()
        return True

    def edit_details(self) -> None:
        """Opens the heading and the lists of the meeting in hand for editing."""
        from clerkapp.notation.fields import fields_of, with_fields  # noqa: PLC0415
        from clerkapp.window.meetings.meeting_dialog import MeetingDialog  # noqa: PLC0415

        meeting = self._window.meeting
        dialog = MeetingDialog(
            "Details",
            fields_of(meeting),
            self._window.look,
            self._window,
            own_styles=self.styles.folder,
        )
        while ask(dialog):
            filled = with_fields(self._window.meeting, dialog.fields(), new_id)
            if filled.doubts:
                dialog.show_doubts(filled.doubts)
                continue
            self._window.capture.leave()
            self._window.capture.session.apply(partial(_with_details, of=filled.meeting), "details")
            return

    def export(self) -> None:
        """Asks how the minutes are to be written, and says where they then are."""
        from clerkapp.archive.committees import earlier_in_the_year  # noqa: PLC0415
        from clerkapp.archive.stationery import stationery_of  # noqa: PLC0415
        from clerkapp.export.written import Written  # noqa: PLC0415
        from clerkapp.window.meetings.export_dialog import ExportDialog  # noqa: PLC0415

        self._window.page.facts.take_typed()  # what stands behind the words is not to be printed
        register = Written(self._archive.path.parent)
        kept = stationery_of(self._archive, self._window.meeting.heading.council)
        dialog = ExportDialog(
            self._window.meeting, self._window.open.style, self._window.look, register,
            self._window,
            own_styles=self.styles.folder, stationery=kept,
            earlier=earlier_in_the_year(self._archive, self._window.meeting),
        )  # fmt: skip
        if ask(dialog) and dialog.written:
            said = f"Written: {dialog.written}"
            if dialog.stationery != kept:
                try:
                    self._archive.keep_stationery(dialog.stationery)
                except ClerkappError as error:
                    said = f"{said}. What it wears was not kept: {error}"
            self._window.say(said)

    def choose_second_drive(self) -> None:
        """Asks where each save is to go as well, and says what came of it."""
        from clerkapp.window.meetings.second_drive_dialog import ask_second_drive  # noqa: PLC0415

        if said := ask_second_drive(self._archive, self._window):
            self._window.say(said)

    def remove(self) -> None:
        """Asks, and then takes the meeting in hand off the list."""
        from clerkapp.window.boxes import agreed  # noqa: PLC0415

        meeting = self._window.meeting
        asked = "Take this meeting off the list of meetings?"
        if not agreed(self._window, "Remove this meeting", asked, "&Take it off"):
            return
        if all(each.id == meeting.id for each in self._archive.meetings()):
            self.start()  # the window is never without a meeting
            if self._window.meeting.id == meeting.id:
                self._window.say("Kept: it is the only meeting. Start another first.")
                return
        self._archive.remove(meeting.id)
        if self._window.meeting.id == meeting.id:
            self.open_last()

    def show_about(self) -> None:
        """Says what this is, and under which licences it comes."""
        from clerkapp.window.boxes import tell  # noqa: PLC0415
        from clerkapp.window.look.page_view import bold  # noqa: PLC0415

        tell(
            self._window,
            "About Clerkapp",
            f"{bold(f'Clerkapp {__version__}')}<p>Minutes taken live at the keyboard, kept on this "
            "computer, published as Word.<p>Free software under the GNU General Public License, "
            "version 3 or later. With Qt (LGPL 3), SQLCipher (BSD 3-clause), sqlite-utils "
            "(Apache 2.0), python-docx (MIT) and the typeface Inter (SIL Open Font License).",
        )


def _with_details(meeting: Meeting, of: Meeting) -> Meeting:
    """`meeting` with the heading and the lists of another state of itself."""
    return replace(
        set_attendance(set_heading(meeting, of.heading), of.attendance), is_sample=meeting.is_sample
    )
