"""What is done to find out what can be done: every command by its words, every key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from clerkapp.window.dialogs import ask

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow

_REMEMBERED = 6  # commands that lead the list where nothing is typed yet


class FindingCommands(QObject):
    """Opens the list of commands and does what is chosen there; shows the keys."""

    def __init__(self, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._window = window

    def find_command(self) -> None:
        """Lists every command by its words, and does the one that is chosen.

        However it ends, the focus is first back where it was: a command acts on that place.
        """
        from clerkapp.window.menus.commands_dialog import CommandsDialog  # noqa: PLC0415

        window = self._window
        focus = QApplication.focusWidget()
        others = tuple(c for c in window.commands if c.run != self.find_command)
        dialog = CommandsDialog(others, window.settings.recent, window.look, window)
        ask(dialog)
        chosen = dialog.chosen
        if focus is not None and window.isAncestorOf(focus) and focus.isVisible():
            window.activateWindow()
            focus.setFocus()
        if chosen:
            recent = (each for each in window.settings.recent if each != chosen.full_name)
            window.settings.recent = (chosen.full_name, *recent)[:_REMEMBERED]
            chosen.run()

    def show_keys(self) -> None:
        """Shows every key."""
        from clerkapp.window.menus.keys_dialog import KeysDialog  # noqa: PLC0415

        ask(KeysDialog(self._window.commands, self._window.look, self._window))
