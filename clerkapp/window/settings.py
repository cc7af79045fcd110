"""What the window remembers from one day to the next; it stands beside the archive."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from clerkapp.editing.history import Place
from clerkapp.window.look.look import ZOOMS

_PLACES = "places"
_MOST_PLACES = 50


class Settings:
    """Zoom, scheme, size, where the clerk was, commands found. Nothing of the minutes."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._kept = QSettings(str(archive.with_name("window.ini")), QSettings.Format.IniFormat)

    def _keep(self, name: str, value: str | QByteArray) -> None:
        """Remembers something; not where the folder has gone, which Qt would make anew.

        A folder where a stick was would keep the stick from coming back to its place.
        """
        if self._archive.exists():
            self._kept.setValue(name, value)

    @property
    def zoom(self) -> float:
        """The zoom of the whole window."""
        try:
            zoom = float(str(self._kept.value("zoom", "1.0")))
        except ValueError:
            return 1.0
        return min(ZOOMS, key=lambda each: abs(each - zoom))

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._keep("zoom", str(zoom))

    @property
    def look(self) -> str:
        """The name of the look chosen; "" to follow the system."""
        return str(self._kept.value("look", ""))

    @look.setter
    def look(self, name: str) -> None:
        self._keep("look", name)

    @property
    def offers_wording(self) -> bool:
        """Whether earlier wording is offered while somebody types."""
        return str(self._kept.value("offers_wording", "yes")) != "no"

    @offers_wording.setter
    def offers_wording(self, offers: bool) -> None:
        self._keep("offers_wording", "yes" if offers else "no")

    @property
    def recent(self) -> tuple[str, ...]:
        """The full names of the commands that were last found by their words, the latest first."""
        return tuple(filter(None, str(self._kept.value("recent", "")).split("\n")))

    @recent.setter
    def recent(self, names: tuple[str, ...]) -> None:
        self._keep("recent", "\n".join(names))

    @property
    def geometry(self) -> QByteArray | None:
        """Size and place of the window, as Qt keeps them."""
        kept = self._kept.value("geometry")
        return kept if isinstance(kept, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._keep("geometry", geometry)

    @property
    def meeting(self) -> str:
        """The meeting that was open."""
        return str(self._kept.value("meeting", ""))

    @meeting.setter
    def meeting(self, meeting_id: str) -> None:
        self._keep("meeting", meeting_id)

    def place_in(self, meeting_id: str) -> Place | None:
        """Where the cursor was in that meeting, as `place_to_keep` has it; None if never there."""
        kept = str(self._kept.value(f"{_PLACES}/{meeting_id}", "")).split("\n")
        if len(kept) != 3:
            return None
        item_id, entry_id, cursor = kept
        return Place(item_id, entry_id, int(cursor) if cursor.lstrip("-").isdecimal() else 0)

    def keep_place(self, meeting_id: str, place: Place) -> None:
        """Remembers where the cursor is in that meeting; of many meetings, not in the oldest."""
        known = self.place_in(meeting_id)
        if place == known:
            return
        self._keep(f"{_PLACES}/{meeting_id}", f"{place.item_id}\n{place.entry_id}\n{place.cursor}")
        if known:
            return
        self._kept.beginGroup(_PLACES)
        for old in sorted(self._kept.childKeys())[:-_MOST_PLACES]:  # ids begin with their time
            if old != meeting_id:
                self._kept.remove(old)
        self._kept.endGroup()
