"""What was changed in an exported Word file, taken into the meeting in hand."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from clerkapp.errors import ClerkappError
from clerkapp.meeting.ids import new_id
from clerkapp.window.dialogs import ask
from clerkapp.window.meetings.house_style_commands import HouseStyleCommands

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow


class WordFileCommands:
    """Asks for a file, shows how it differs, and takes in what is accepted, as one step."""

    def __init__(self, window: "MeetingWindow", styles: HouseStyleCommands) -> None:
        self._window = window
        self._styles = styles

    def choose(self) -> None:
        """Asks which Word file it is."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        name, _ = QFileDialog.getOpenFileName(
            self._window, "Take changes from a Word file", "", "Word files (*.docx *.docm)"
        )
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Shows how that file differs from the meeting in hand; takes in what is accepted."""
        from clerkapp.intake.taking import taken  # noqa: PLC0415
        from clerkapp.intake.three_ways import compared_three_ways  # noqa: PLC0415
        from clerkapp.intake.word_file import read_word_file  # noqa: PLC0415
        from clerkapp.window.boxes import tell  # noqa: PLC0415
        from clerkapp.window.meetings.word_file_dialog import WordFileDialog  # noqa: PLC0415

        window = self._window
        try:
            file = read_word_file(path)
        except ClerkappError as error:
            tell(window, "No changes taken", f"{error}.")
            return
        window.capture.leave()
        if file.record.meeting.id != window.meeting.id:
            heading = file.record.meeting.heading
            date = f" of {heading.date.isoformat()}" if heading.date else ""
            tell(
                window,
                "No changes taken",
                f"{path.name} prints another meeting, {heading.committee or 'one'}{date}. "
                "Open that meeting first, with Ctrl+L.",
            )
            return
        own = self._styles.folder
        found = compared_three_ways(file, window.meeting, new_id, own)
        if not found.differences and not found.remarks:
            window.say(f"{path.name} says what the record says: there is nothing to take.")
            return
        dialog = WordFileDialog(path.name, found, window.meeting, window.look, window)
        if not ask(dialog) or not dialog.accepted_ones:
            return
        accepted = dialog.accepted_ones
        window.capture.session.apply(partial(taken, accepted=accepted), "the changes from Word")
        one = len(accepted) == 1
        window.say(f"{len(accepted)} {'change' if one else 'changes'} taken from {path.name}.")
