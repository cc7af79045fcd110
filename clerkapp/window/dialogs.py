"""Dialogs that lose no key: what is typed while one opens is its own, and what follows it too.

Qt shuts a window the moment a modal dialog is asked for, and drops every key that still comes to
it. The screen gives the dialog the keyboard later: some 20 ms on a quick machine with X11, far
more on a busy one. Somebody who types on behind F4 or Ctrl+K lost what they typed in between. So
the window is shut here instead, and its keys are handed on.
"""

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

_STILL_COMING = 1000  # milliseconds in which keys may still come to a dialog that was answered

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_REFUSED = frozenset(
    {
        QEvent.Type.Close,
        QEvent.Type.DragEnter,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


def ask(dialog: QDialog) -> bool:
    """Shows the dialog until it is answered; whether it was accepted.

    Its window meanwhile takes no key, no mouse and no end, as below any modal dialog. The dialog
    can be read, and asked again, until control is back at the loop of events.
    """
    window = cast("QWidget", dialog.parentWidget()).window()
    dialog.show()
    shut = _Shut(window, dialog)
    answer = dialog.exec()
    dialog.hide()
    window.activateWindow()  # else the screen decides where the keys go, and some lose a few
    shut.open()
    QTimer.singleShot(_STILL_COMING, _Shut(dialog, window), dialog.deleteLater)
    return answer == QDialog.DialogCode.Accepted


class _Shut(QObject):
    """Hands the keys that come to one window on to another, and lets nothing else in.

    A key waits until the other has the keyboard: before that none of its fields has the cursor.
    """

    def __init__(self, shut: QWidget, other: QWidget) -> None:
        super().__init__(shut)
        self._other = other
        self._keys: list[QEvent] = []
        self._handles = (shut.windowHandle(), other.windowHandle())
        for handle in self._handles:
            handle.installEventFilter(self)

    def open(self) -> None:
        """Lets the window have what comes to it again, and the keys that the other left over."""
        for handle in self._handles:
            handle.removeEventFilter(self)
        for key in self._keys:
            QCoreApplication.sendEvent(self._handles[0], key)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._handles[0]:
            return self._refuses(event)
        if event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._hand_on)
        if event.type() in _KEYS and event.spontaneous():
            self._hand_on()  # what was typed earlier comes first
            if not self._other.isVisible():
                self._keys.append(event.clone())
                return True
        return False

    def _refuses(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS:
            self._keys.append(event.clone())
            if self._other.isActiveWindow():
                self._hand_on()
            return True
        if kind == QEvent.Type.ShortcutOverride:  # else a shortcut of the window would run
            event.accept()
            return True
        if kind in _REFUSED:
            event.ignore()
            return True
        if kind == QEvent.Type.FocusIn and self._other.isVisible():
            self._other.activateWindow()
        if kind == QEvent.Type.Show:  # an answered dialog is asked again
            self.open()
        return False

    def _hand_on(self) -> None:
        while self._keys and self._other.isVisible():
            QCoreApplication.sendEvent(self._handles[1], self._keys.pop(0))
