"""Brings what was asked on another thread back to the window's."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, QTimer

_OFTEN = 30  # milliseconds


class Answer(QObject):
    """Waits for one answer at a time; who waits for another no longer wants the first.

    It looks now and then instead of being called: the thread may outlive the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answer: Future[Any] | None = None
        self._then: Callable[[Future[Any]], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_OFTEN)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_awaited(self) -> bool:
        """Whether an answer is still to come."""
        return self._timer.isActive()

    def wait_for(self, answer: "Future[Any]", then: Callable[["Future[Any]"], None]) -> None:
        """Calls `then` with the answer when it is there."""
        self._answer, self._then = answer, then
        self._timer.start()

    def forget(self) -> None:
        """Wants no answer any more, and holds on to nobody who waited for one.

        A ring of a dialog and what it waits for would be left to the collector of garbage, which
        may run on another thread; a widget must not be taken down there.
        """
        self._timer.stop()
        self._answer = self._then = None

    def _on_timeout(self) -> None:
        answer, then = self._answer, self._then
        if answer and then and answer.done():
            self.forget()
            then(answer)
