"""Quiet marks beside entries whose words promise something that is no action point yet."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.promises import Promises
from clerkapp.meeting.entries import Entry
from clerkapp.window.item.entry_row import EntryRow

_PAUSE = 300  # milliseconds without a key, after which the words are looked over


class PromiseMarks(QObject):
    """Looks the item over when nobody types, and never marks the entry that is being typed."""

    due = Signal()  # nobody has typed for a while
    made = Signal(Place)  # where the action point is
    asked = Signal(str)  # why there is none

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._promises: Promises | None = None
        self._marked: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.due)

    def open_meeting(self, capture: Capture) -> None:
        """Looks over another meeting from now on; what was waved away in the last is forgotten."""
        self._promises = None if capture.session.refusal else Promises(capture)
        self._marked.clear()

    def wait(self) -> None:
        """Has the words looked over after a pause from now."""
        self._pause.start()

    def show(self, item_id: str, rows: Mapping[str, EntryRow], current: str) -> None:
        """Marks the rows of an item; the one that is typed in only where it was marked before."""
        if self._promises is None or not item_id:
            return
        found = self._promises.open_in(item_id)
        was_marked = current in self._marked
        self._marked = {e for e in found if e in rows and (e != current or was_marked)}
        for entry_id, row in rows.items():
            row.show_promise(promises=entry_id in self._marked)

    def nearest(self, item_id: str, shown: Iterable[Entry], current: str) -> str:
        """The entry that a key means: the one in hand, else the next marked above, else below.

        The one in hand need not be marked: it is not while its words are typed.
        """
        if self._promises and item_id and current in self._promises.open_in(item_id):
            return current
        ids = [entry.id for entry in shown]
        at = ids.index(current) if current in ids else len(ids) - 1
        order = (*reversed(ids[: at + 1]), *ids[at + 1 :])
        return next((entry_id for entry_id in order if entry_id in self._marked), "")

    def take(self, entry_id: str) -> None:
        """Makes the promise of that entry an action point."""
        place = self._promises.make(entry_id) if self._promises and entry_id else None
        if place:
            self.made.emit(place)
            self.due.emit()
        else:
            self.asked.emit("Nothing here promises an action.")

    def ignore(self, entry_id: str) -> None:
        """Waves the promise of that entry away."""
        if self._promises and entry_id:
            self._promises.ignore(entry_id)
            self.due.emit()
