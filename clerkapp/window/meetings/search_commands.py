"""What is done to find words: in every meeting, or in the one in hand."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from clerkapp.archive.read_only import OpenArchive
from clerkapp.editing.history import Place
from clerkapp.window.dialogs import ask

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow


class SearchCommands(QObject):
    """Opens the search and goes where it leads. The search is loaded when it is first wanted."""

    def __init__(self, archive: OpenArchive, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._archive = archive
        self._window = window

    def everywhere(self) -> None:
        """Finds words in every meeting."""
        self._search("Find in every meeting")

    def here(self) -> None:
        """Finds words in the meeting in hand."""
        if self._window.open.meeting:
            self._search("Find in this meeting", self._window.open.meeting.id)

    def _search(self, title: str, meeting_id: str = "") -> None:
        from clerkapp.archive.query import read_query  # noqa: PLC0415
        from clerkapp.archive.search import Found, search  # noqa: PLC0415
        from clerkapp.window.meetings.search_dialog import SearchDialog  # noqa: PLC0415

        self._archive.catch_up()
        with self._archive.reader() as reader:

            def find(words: str) -> Found:
                query = read_query(words, unfinished=True)
                return search(reader, replace(query, meeting=meeting_id))

            dialog = SearchDialog(
                title, find, self._window.look, self._window, names_meeting=not meeting_id
            )
            dialog.led_to.connect(self._go)
            ask(dialog)

    def _go(self, meeting_id: str, place: Place) -> None:
        window = self._window
        meeting = window.open.meeting
        if meeting is None or meeting.id != meeting_id:
            self._archive.settle()
            window.open_meeting(self._archive.read(meeting_id), place)
        elif place.entry_id:
            window.capture.drop_draft()
            window.go(place)
        else:
            window.go_to_item(place.item_id)
        window.page.return_to_words()
