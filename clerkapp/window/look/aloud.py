"""Words that a screen reader says, politely: when it has said what it is saying."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

_SETTLED = 600  # milliseconds without a change until it is said


def say_aloud(words: str, widget: QWidget) -> None:
    """Has them said, in the name of `widget`; nothing where there are none."""
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class SaidAtAPause:
    """Has labels heard that follow what is typed: once it rests, and only those that changed."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._changed: dict[QLabel, str] = {}
        self._soon = QTimer(widget, singleShot=True, interval=_SETTLED)
        self._soon.timeout.connect(self._say)

    def show(self, label: QLabel, words: str) -> None:
        """Puts words into a label; before its window is seen they are no change."""
        if words != label.text():
            label.setText(words)
            if self._widget.isVisible():
                self._changed[label] = words
                self._soon.start()

    def _say(self) -> None:
        words = " ".join(filter(None, self._changed.values()))
        self._changed.clear()
        say_aloud(words, self._widget)
