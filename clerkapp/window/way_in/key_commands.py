"""What is done about the archive as a whole: its key, the ways to it, and its backups."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.read_only import OpenArchive
from clerkapp.errors import ClerkappError
from clerkapp.window.dialogs import ask
from clerkapp.window.notice_bar import Choice, Notice
from clerkapp.window.way_in.way_in import ways_into

if TYPE_CHECKING:
    from clerkapp.window.between import Between
    from clerkapp.window.meeting_window import MeetingWindow

_SHEET = "recovery sheet"  # the name of its notice


class KeyCommands(QObject):
    """Opens the dialogs and does what they were answered with.

    What can only be done while the archive is closed is left in `between`, and the window closes:
    who opened it does that, and opens a window again.
    """

    def __init__(self, archive: OpenArchive, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._archive = archive
        self._window = window
        self.between: Between | None = None

    @property
    def _ways(self) -> WaysIn:
        return ways_into(self._archive.path)  # which may have gone on in another folder

    def remind_of_sheet(self) -> None:
        """Has the bar ask for the recovery sheet, until two of its groups were typed back."""
        try:
            file = self._ways.file
        except ClerkappError:  # said where somebody wants to use it
            return
        if file is None or file.has_sheet or self._archive.why_read_only:
            return
        lost = "a forgotten passphrase" if file.passphrase else "a lost keyring"
        self._window.notices.show_notice(Notice(
            _SHEET,
            f"Print the recovery sheet, so that {lost} loses nothing.",
            (Choice("Print…", self.show_sheet), Choice("Later", self._forget_sheet)),
        ))  # fmt: skip

    def _forget_sheet(self) -> None:
        self._window.notices.withdraw(_SHEET)

    def show_sheet(self) -> None:
        """Shows the recovery sheet to be printed, and asks for two of its groups back."""
        from clerkapp.window.way_in.recovery_sheet import RecoverySheet  # noqa: PLC0415
        from clerkapp.window.way_in.recovery_sheet_dialog import RecoverySheetDialog  # noqa: PLC0415

        sheet = RecoverySheet(
            self._archive.keys[0], str(self._archive.path), dt.datetime.now().astimezone().date()
        )
        dialog = RecoverySheetDialog(sheet, self._window.look, self._window)
        dialog.confirmed.connect(self._on_sheet_confirmed)
        ask(dialog)

    def _on_sheet_confirmed(self) -> None:
        try:
            self._ways.note_sheet()
        except ClerkappError as error:
            self._window.say(f"{error}.")
        else:
            self._forget_sheet()
            self._window.say("The recovery sheet is a way in now. Keep it away from this computer.")

    def change_passphrase(self) -> None:
        """Asks for a passphrase that opens the archive from now on."""
        from clerkapp.window.way_in.passphrase_dialog import PassphraseDialog  # noqa: PLC0415

        dialog = PassphraseDialog(
            self._window.look, self._window, has_passphrase=self._ways.has_passphrase
        )
        if not ask(dialog):
            return
        try:
            self._ways.set_passphrase(self._archive.keys, dialog.fields.passphrase)
        except ClerkappError as error:
            self._window.say(f"The passphrase is as it was: {error}.")
        else:
            self._window.say("The passphrase opens the archive from now on.")
        dialog.fields.clear()

    def renew(self) -> None:
        """Asks, and then has the archive and its backups encrypted with a new key."""
        from clerkapp.window.between import Between  # noqa: PLC0415
        from clerkapp.window.way_in.passphrase_dialog import RenewDialog  # noqa: PLC0415

        dialog = RenewDialog(
            self._window.look, self._window, has_passphrase=self._ways.has_passphrase
        )
        if ask(dialog):
            self._close_for(Between(
                "Encrypting everything with a new key…",
                "The key was not renewed",
                partial(self._ways.renew, self._archive.keys, dialog.passphrase),
            ))  # fmt: skip
        dialog.fields.clear()

    def restore(self) -> None:
        """Asks which backup is to take the archive's place, and has that done."""
        from clerkapp.archive.restoring import restore  # noqa: PLC0415
        from clerkapp.window.between import Between  # noqa: PLC0415
        from clerkapp.window.meetings.restore_dialog import RestoreDialog  # noqa: PLC0415

        self._archive.settle()
        path, keys = self._archive.path, self._archive.keys
        dialog = RestoreDialog(path, keys, self._window.look, self._window)
        if not ask(dialog) or dialog.chosen is None:
            return
        backup = dialog.chosen

        def work() -> Keys:
            restore(path, backup, keys)
            return keys

        self._close_for(Between("Restoring the backup…", "The backup was not restored", work))

    def _close_for(self, between: "Between") -> None:
        self.between = between
        if not self._window.close():
            self.between = None
