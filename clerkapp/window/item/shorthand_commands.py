"""What is done with a person's own shorthand: add a code for selected words, see and change all."""

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from clerkapp.archive.read_only import OpenArchive
from clerkapp.archive.shorthand import own_shorthand
from clerkapp.errors import ClerkappError
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.window.dialogs import ask
from clerkapp.window.item.earlier_offers import EarlierOffers
from clerkapp.wording.shorthand import Shorthand

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow


class ShorthandCommands(QObject):
    """Keeps a person's own shorthand in the archive and in force."""

    def __init__(self, archive: OpenArchive, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._archive = archive
        self._window = window
        self._earlier = EarlierOffers(archive, self)
        window.meeting_opened.connect(self.open_meeting)
        QTimer.singleShot(0, self, self._load)

    def open_meeting(self, meeting: Meeting) -> None:
        """Gathers the wording to offer in a meeting, if any is to be."""
        aids = self._window.page.aids
        aids.offers = self._window.settings.offers_wording
        self._earlier.stop()
        if aids.offers:
            aids.earlier = self._earlier.open_meeting(meeting)

    def offer_wording(self) -> None:
        """Has earlier wording offered, or no longer, also from tomorrow on."""
        window = self._window
        window.settings.offers_wording = not window.settings.offers_wording
        self.open_meeting(window.meeting)
        on = window.settings.offers_wording
        window.say("Earlier wording is offered." if on else "Earlier wording is not offered.")

    def _load(self) -> None:
        try:
            self._window.page.aids.shorthand.take(own_shorthand(self._archive))
        except ClerkappError as error:
            self._window.say(f"Your own shorthand cannot be read: {error}.")

    def add(self) -> None:
        """Asks for a code that is to stand for the selected words."""
        window = self._window
        words = window.page.selected_words()
        if not words:
            window.say("Select the words first that a code is to stand for.")
            return
        from clerkapp.window.item.code_dialog import CodeDialog  # noqa: PLC0415 — when first wanted

        used = {w for _, e in entries_of(window.meeting) for w in _words_of(e.text)}
        dialog = CodeDialog(words, self._in_force(), used, window.look, window)
        if ask(dialog):
            own, code = self._window.page.aids.shorthand.own, dialog.code.casefold()
            self._take(replace(own, codes={**own.codes, code: words}))
            in_force = self._in_force().codes[code]
            if in_force == words:
                window.say(f"“{code}” now stands for “{words}”.")
            else:
                window.say(f"In this meeting “{code}” stays “{in_force}”: it is on the lists.")
        window.page.return_to_words()

    def show(self) -> None:
        """Lists all the shorthand there is; a person's own can be changed and deleted."""
        from clerkapp.window.item.shorthand_dialog import ShorthandDialog  # noqa: PLC0415

        window = self._window
        own = window.page.aids.shorthand.own
        dialog = ShorthandDialog(
            own, self._in_force(), window.look, window, is_read_only=bool(window.why_read_only)
        )
        if ask(dialog) and dialog.own != own:
            self._take(dialog.own)
        window.page.return_to_words()

    def _in_force(self) -> Shorthand:
        window = self._window
        return window.page.aids.shorthand.of(window.meeting, window.open.style)

    def _take(self, own: Shorthand) -> None:
        self._window.page.aids.shorthand.take(own)
        self._archive.keep_shorthand(own)


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
