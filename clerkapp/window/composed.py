"""Letters composed of several keys, kept in the order of the typing."""

import ctypes
import math
import os

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    QTimer,
)
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from clerkapp.window.focus_filter import FocusFilter

_WAIT = 2  # milliseconds: keys that X has told of are handed on before any timer
_KEY_PRESS = 2  # of the X protocol; the bit above says that another program sent it
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})


def composes_here() -> bool:
    """Whether Qt itself composes, as under X where no input method is chosen."""
    method = os.environ.get("QT_IM_MODULES") or os.environ.get("QT_IM_MODULE") or "compose"
    return QGuiApplication.platformName() == "xcb" and method == "compose"


class LastPressed(QAbstractNativeEventFilter):
    """Knows when the key was pressed that Qt was told of last; it may be on its way yet."""

    def __init__(self) -> None:
        super().__init__()
        self.time = 0  # in milliseconds, of the clock of the X server

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Notes the time of a key that is pressed, and leaves it to Qt."""
        if kind == b"xcb_generic_event_t":
            told = ctypes.string_at(int(message), 8)
            if told[0] & 0x7F == _KEY_PRESS:
                self.time = int.from_bytes(told[4:], "little")
        return False, 0


class Composed(FocusFilter):
    """Has a composed letter wait for the plain ones that were typed before it.

    Qt hands a plain key on when it has read all that X told of, and a composed letter as soon as it
    has read its last key: of keys that came while it was busy, “mars ŵyl” became “marŵs yl”. The
    letter is given before the first key that was pressed after it, or once no key is on its way and
    no dialog that opens or closes keeps them.
    """

    def __init__(self, application: QGuiApplication, pressed: LastPressed) -> None:
        super().__init__(application)
        self._pressed = pressed
        self._is_giving = False
        self._waiting: list[tuple[int, QInputMethodEvent]] = []
        self._none_on_its_way = QTimer(self, interval=_WAIT, singleShot=True)
        self._none_on_its_way.timeout.connect(self._on_quiet)
        application.installNativeEventFilter(pressed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is a composed letter, which is given later."""
        if isinstance(event, QInputMethodEvent) and event.commitString() and not self._is_giving:
            self._waiting.append((self._pressed.time, _copy(event)))
            self._none_on_its_way.start()
            return True
        if self._waiting and event.type() in _KEYS and isinstance(event, QKeyEvent):
            self._give(event.timestamp())
        return False

    def _on_quiet(self) -> None:
        if self._is_shut():
            self._none_on_its_way.start()
        else:
            self._give()

    def _is_shut(self) -> bool:
        """Whether keys wait for another window than the one that has the cursor, or before it."""
        from clerkapp.window.dialogs import typed_ahead_of  # noqa: PLC0415 — after the first picture

        field = QApplication.focusWidget()
        typed_ahead = typed_ahead_of(field.window()) if field else None
        return bool(field and typed_ahead and not typed_ahead.may_type_into(field.window()))

    def _give(self, time: float = math.inf) -> None:
        """Gives what was pressed by then to whoever has the keyboard: an Enter may move it."""
        while self._waiting and self._waiting[0][0] <= time:
            if not self.focus or not isValid(self.focus):
                self._none_on_its_way.start()
                return
            _, letter = self._waiting.pop(0)
            self._is_giving = True
            QCoreApplication.sendEvent(self.focus, letter)
            self._is_giving = False


def _copy(event: QInputMethodEvent) -> QInputMethodEvent:
    copy = QInputMethodEvent(event.preeditString(), event.attributes())
    copy.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
    return copy
