"""Who spoke, chosen from a menu: nobody has to type a name."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from clerkapp.meeting.meeting import people_of
from clerkapp.meeting.people import Person
from clerkapp.meeting.presence import in_the_room
from clerkapp.window.look.menu import Menu

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow


class SpeakerMenu(Menu):
    """Offers those in the room, then everybody else on the lists, for the entry in hand."""

    def __init__(self, window: "MeetingWindow") -> None:
        super().__init__("Who spoke", window)
        self._window = window
        self.triggered.connect(self._on_chosen)

    def fill(self) -> None:
        """Offers whom there is now, with a mark at whoever it is recorded of."""
        meeting, page = self._window.meeting, self._window.page
        said = self._window.capture.entry_shown(page.current_entry).speaker
        self.clear()
        here = [line.person for line in in_the_room(meeting)]
        away = [person for person in people_of(meeting) if person not in here]
        for people in (here, away):
            for person in people:
                self._offer(person, is_said=bool(said) and said.person_id == person.id)
            self.addSeparator()
        self.addAction("Nobody").setData("")

    def _offer(self, person: Person, *, is_said: bool) -> None:
        action = self.addAction(person.name.replace("&", "&&"))
        action.setData(person.id)
        action.setCheckable(is_said)
        action.setChecked(is_said)

    def _on_chosen(self, action: QAction) -> None:
        page = self._window.page
        place = page.aids.choose_speaker(page.current_entry, action.data())
        if place:
            page.refresh()
            self._window.go(place)
