"""Wording that was used before, gathered when a meeting is opened, in pieces between the keys."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QObject, QTimer

from clerkapp.archive.earlier import earlier_texts
from clerkapp.archive.read_only import OpenArchive
from clerkapp.errors import ClerkappError
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.meeting.public_view import public_view
from clerkapp.wording.earlier import EarlierWording

_MOST = 2000  # sentences: more would offer what nobody remembers
_PAUSE = 15  # milliseconds between two pieces, in which keys are heard
_PIECE = 100  # texts


class EarlierOffers(QObject):
    """Fills an `EarlierWording`: with the meeting in hand, then with its committee's earlier ones.

    It reads on the window's own thread, a millisecond at a time: what a thread of its own would
    take from the keys it would take without asking, and the archive could not be closed meanwhile.
    """

    def __init__(self, archive: OpenArchive, parent: QObject) -> None:
        super().__init__(parent)
        self._archive = archive
        self._pieces: Iterator[tuple[str, ...]] = iter(())
        self.wording = EarlierWording()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._take_piece)

    def open_meeting(self, meeting: Meeting) -> EarlierWording:
        """The wording to offer in `meeting`, which fills in the next moments."""
        self.wording = EarlierWording()
        earlier = earlier_texts(self._archive, meeting.heading.committee, meeting.id)
        here = _in_pieces([entry.text for _, entry in entries_of(public_view(meeting))])
        self._pieces = chain(here, earlier if meeting.heading.committee else ())
        self._timer.start()
        return self.wording

    def stop(self) -> None:
        """Gathers no more."""
        self._timer.stop()

    def _take_piece(self) -> None:
        try:
            piece = next(self._pieces, None)
        except (
            ClerkappError
        ):  # the archive is closed, or it is said elsewhere what is wrong with it
            piece = None
        if piece is None or len(self.wording) >= _MOST:
            self._timer.stop()
        else:
            self.wording.take_older(piece)


def _in_pieces(texts: list[str]) -> Iterator[tuple[str, ...]]:
    """The texts of the meeting in hand, the last first: who repeats words repeats the newest."""
    texts.reverse()
    for start in range(0, len(texts), _PIECE):
        yield tuple(texts[start : start + _PIECE])
