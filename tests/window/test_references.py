"""PySide6 6.12.0 on Python 3.11 dropped a reference at each void call; this one must not."""

import sys

from PySide6.QtCore import QObject, Signal, Slot


class Sender(QObject):
    """Sends and hears."""

    sent = Signal(bool)

    @Slot(bool)
    def hear(self, heard: bool) -> None:
        """Hears nothing in particular."""


def test_void_calls_and_emits_leave_the_counts_of_none_and_true_alone(qapp):
    sender = Sender()
    sender.sent.connect(sender.hear)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(20_000):
        sender.setObjectName("a")
        sender.sent.emit(True)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert abs(after[0] - before[0]) < 500
    assert abs(after[1] - before[1]) < 500
