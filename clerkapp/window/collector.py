"""Collects rings of objects that nobody can reach: on the window's thread, and between the keys."""

import gc

from PySide6.QtCore import QObject, QTimer

_OFTEN = 250  # milliseconds from one look at how much was made to the next
_PAUSE = 2000  # milliseconds after a change of the meeting, until everything may be looked through


class Collector(QObject):
    """Does what Python's own collector does, which is off from now on, if it was not before.

    Python collects on whichever thread has just made an object. A ring may hold widgets, and those
    may only be taken down on the thread that they live on, not by one that writes or exports. And
    it collects in the middle of a key: everything took 70 ms in a window with 500 entries.

    Each generation is looked through at Python's own threshold, the oldest only in a pause.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._often = QTimer(self, interval=_OFTEN)
        self._often.timeout.connect(self.collect_if_due)
        self._often.start()
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)

    def put_aside(self) -> None:
        """Looks no more through what there is now: modules, classes, a window that was opened.

        They last, and without them everything else takes 0.2 ms. What was put aside before, with
        a window that has closed since, is looked through once.
        """
        if gc.get_freeze_count():
            gc.unfreeze()
            gc.collect()
        gc.freeze()

    def wait(self) -> None:
        """Leaves everything but the young until there is a pause: somebody types."""
        self._typing.start()

    def collect_if_due(self) -> None:
        """Collects the oldest generation that is due, and with it the younger ones."""
        oldest = 1 if self._typing.isActive() else 2
        made, thresholds = gc.get_count(), gc.get_threshold()
        for generation in range(oldest, -1, -1):
            if made[generation] > thresholds[generation]:
                gc.collect(generation)
                return
