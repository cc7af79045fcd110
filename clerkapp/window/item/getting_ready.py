"""What the next words will be looked at with, made ready while nobody types."""

from PySide6.QtCore import QObject, QTimer

from clerkapp.patterns import compile_next


class GettingReady(QTimer):
    """Once started, compiles the patterns that are loaded, one a turn: a key waits for no more.

    The first word would wait 22 ms for them and the first Enter 27.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=0)
        self.timeout.connect(self._compile)

    def _compile(self) -> None:
        if compile_next():
            self.start()
