"""What the window says and offers when the disk does not take the words, and when it must not."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clerkapp.archive.read_only import OpenArchive
from clerkapp.archive.trouble import Trouble
from clerkapp.archive.writer import Moved, NotSaved, Saved, Told
from clerkapp.errors import ClerkappError
from clerkapp.window.notice_bar import Choice, Notice, NoticeBar, Weight
from clerkapp.window.open_meeting import OpenMeeting

_KEPT = "Nothing that you type is lost: it is kept in Clerkapp"
_WORDS = {
    Trouble.FULL: f"The disk is full. {_KEPT} until there is room.",
    Trouble.READ_ONLY: f"{{folder}} can no longer be written to. {_KEPT} until it can.",
    Trouble.GONE: f"{{reason}}, {{folder}}. {_KEPT} until it is back.",
    Trouble.BUSY: f"Another program holds the archive. {_KEPT} until it lets go.",
    Trouble.OTHER: f"The last words are not on the disk: {{reason}}. {_KEPT} until they are.",
}


class DiskTrouble(QObject):
    """Hears from the archive, and keeps the notice bar true. Owned by the main window."""

    said = Signal(str)
    all_saved = Signal(object)  # when that was, as `datetime`: also of meetings not in hand
    _told = Signal(object)  # from the writer's thread to this one

    def __init__(
        self, archive: OpenArchive, opened: OpenMeeting, bar: NoticeBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._archive = archive
        self._bar = bar
        self._open = opened
        self._window = window
        self._refusal = ""  # of another folder that was tried as well
        self._told.connect(self._on_told)
        archive.listen(self._told.emit)
        if archive.why_read_only:
            words = f"{_capital(archive.why_read_only)}. Its meetings can be read and exported."
            bar.show_notice(Notice("read-only", words, weight=Weight.WARNING))

    @property
    def is_on(self) -> bool:
        """Whether there are words that the disk has not taken."""
        notice = self._bar.notice
        return notice is not None and notice.name == "not saved"

    def may_close(self) -> bool:
        """Asks whether the window may close though there are such words."""
        from clerkapp.window.boxes import agreed  # noqa: PLC0415 — seldom needed, as all dialogs

        asked = "The last words are not on the disk yet. If you close now they are lost. Close?"
        return agreed(self._window, "Not saved yet", asked, "Close and &lose them")

    def keep_elsewhere(self) -> None:
        """Asks for another folder, and has the archive go on there."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        name = QFileDialog.getExistingDirectory(
            self._window, "Keep the minutes in another folder", str(Path.home())
        )
        if name:
            self.go_on_in(Path(name))

    def go_on_in(self, folder: Path) -> None:
        """Has the archive go on in that folder, with the meeting in hand whatever else fails."""
        if meeting := self._open.meeting:
            self._archive.keep(meeting)
        self._archive.go_on_in(folder)

    def write_plain(self) -> None:
        """Asks where, and writes the meeting in hand as text: the last way out. Not encrypted."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        from clerkapp.export.files import write_whole  # noqa: PLC0415
        from clerkapp.notation.writing import write_notation  # noqa: PLC0415

        meeting = self._open.meeting
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            "Write the meeting as a plain file, which everybody can read",
            str(Path.home() / "meeting.minutes"),
            "Meetings (*.minutes)",
        )
        if not name or meeting is None:
            return
        try:
            write_whole(Path(name), write_notation(meeting).encode())
        except ClerkappError as error:
            self.said.emit(f"{_capital(str(error))}.")
        else:
            self.said.emit(f"Written as it now is: {name}")

    def _on_told(self, told: Told) -> None:
        if isinstance(told, NotSaved):
            self._show_not_saved(told)
        elif isinstance(told, Saved):
            self._refusal = ""
            if self.is_on and (told.meeting is None or told.meeting.id != self._in_hand):
                self.all_saved.emit(told.at)
            self._bar.withdraw("not saved")
            self._show_room(is_tight=told.is_tight)
        elif isinstance(told, Moved):
            self._show_moved(told)
        else:
            self._refusal = f"The other folder did not take it either: {told.reason}."

    def _show_not_saved(self, told: NotSaved) -> None:
        words = _WORDS[told.trouble].format(folder=self._archive.path.parent, reason=told.reason)
        words = " ".join(filter(None, (_capital(words), self._refusal)))
        choices = [Choice("Try again", self._archive.try_again)]
        if told.trouble is not Trouble.BUSY:  # it will let go, and what it does may not be whole
            choices.append(self._elsewhere)
        if self._refusal:
            choices.append(Choice("Write a plain file…", self.write_plain))
        self._bar.show_notice(Notice("not saved", words, tuple(choices), Weight.DANGER))

    @property
    def _in_hand(self) -> str:
        meeting = self._open.meeting
        return meeting.id if meeting else ""

    @property
    def _elsewhere(self) -> Choice:
        return Choice("Keep in another folder…", self.keep_elsewhere)

    def _show_room(self, *, is_tight: bool) -> None:
        if not is_tight:
            self._bar.withdraw("room")
            return
        words = "The disk is full. Clerkapp has kept a little room on it, and all is saved so far."
        self._bar.show_notice(Notice("room", words, (self._elsewhere,), Weight.WARNING))

    def tell_place(self, words: str) -> None:
        """Says where the minutes are, which is not where they were."""
        understood = Choice("Understood", lambda: self._bar.withdraw("moved"))
        notice = Notice("moved", f"{_capital(words)}.", (understood,), Weight.WARNING)
        self._bar.withdraw("room")
        self._bar.show_notice(notice)

    def _show_moved(self, moved: Moved) -> None:
        whole = "" if moved.is_whole else "; what is older could not be read, and is not there"
        next_time = (
            "" if moved.is_noted else f"; next time open them there, with --archive {moved.path}"
        )
        styles = "" if moved.has_styles else "; house styles of your own, if any, are not there"
        words = f"from now on the minutes are kept in {moved.path.parent}{whole}{styles}{next_time}"
        self.tell_place(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
