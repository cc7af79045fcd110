"""Keys that have no window yet, kept in the order of their typing and given to the next one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_PATIENCE = 300  # milliseconds: a window that has not got the keyboard back by then will not soon

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


class TypedAhead(QObject):
    """The keyboard of a window and of the dialogs above it. The dialog asked last has it.

    The others take no key, no mouse and no end. A key goes to the one that has the keyboard, after
    all that were typed before it, and waits until the screen agrees: before that none of its fields
    has the cursor. From the answer of a dialog until somebody has taken it, every key waits.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._windows = [window]
        self._keys: list[QEvent] = []
        self._is_answered = False
        self._close: Callable[[], None] | None = None  # the dialog that is answered
        self._patience = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._patience.timeout.connect(self._on_below)
        self._taken = QTimer(self, interval=0, singleShot=True)
        self._taken.timeout.connect(self._on_taken)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._hand_on)

    def may_type_into(self, window: QWidget) -> bool:
        """Whether that window has the keyboard, and no key waits that was typed before."""
        is_last = window is self._windows[-1] and window.isActiveWindow()
        return is_last and not (self._is_answered or self._keys)

    def give_to(self, dialog: QWidget) -> None:
        """The dialog has the keyboard from now on. It is on the screen."""
        self._windows.append(dialog)
        self._is_answered = False
        self._taken.stop()
        for window in self._windows:
            window.windowHandle().installEventFilter(self)
        dialog.activateWindow()  # where nothing manages the windows, none would
        self._soon.start()

    def give_back(self, close: Callable[[], None]) -> None:
        """The last dialog is answered: `close` closes it when the window below has the keyboard.

        X gives keys to nobody between a window that goes and the next that is made active: a few
        milliseconds, or a word on a busy machine. Other screens know of no such gap.
        """
        if self._close is not None:
            return
        self._is_answered = True
        self._taken.stop()  # of the answer before
        below = self._windows[-2]
        if QGuiApplication.platformName() != "xcb" or below.isActiveWindow():
            close()
            return
        self._close = close
        self._patience.start()
        below.activateWindow()

    def take_from(self, dialog: QWidget) -> None:
        """The dialog is off the screen. The keys go below as soon as its answer is taken."""
        del self._windows[self._windows.index(dialog) :]
        self._is_answered = True
        self._windows[-1].activateWindow()  # else the screen decides where the keys go
        self._taken.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is none of that window's."""
        kind = event.type()
        is_last = watched is self._windows[-1].windowHandle()
        if kind == QEvent.Type.FocusIn:
            self._on_active(watched, is_last=is_last)
        elif kind in _REFUSED and not (is_last and self._close is None):
            event.ignore()
            return True
        elif kind in _KEYS or kind == QEvent.Type.ShortcutOverride:
            return not (is_last and self._may_have(event)) and self._keep(event)
        return False

    def _may_have(self, key: QEvent) -> bool:
        return not self._is_answered and not (self._keys and key.spontaneous())

    def _keep(self, key: QEvent) -> bool:
        if key.type() in _KEYS:
            self._keys.append(key.clone())
            self._soon.start()
        else:
            key.accept()  # else a shortcut of the window would run
        return True

    def _on_active(self, watched: QObject, *, is_last: bool) -> None:
        if is_last:
            self._soon.start()
        elif self._close is not None and watched is self._windows[-2].windowHandle():
            QTimer.singleShot(0, self, self._on_below)
        elif self._windows[-1].isVisible():
            self._windows[-1].activateWindow()

    def _on_below(self) -> None:
        close, self._close = self._close, None
        self._patience.stop()
        if close is not None:
            close()

    def _on_taken(self) -> None:
        self._is_answered = False
        self._soon.start()

    def _hand_on(self) -> None:
        """Gives one key, which may open a dialog: the next is given after that."""
        last = self._windows[-1]
        if not self._keys or self._is_answered or not last.isActiveWindow():
            return
        key = self._keys.pop(0)
        self._soon.start()
        QCoreApplication.sendEvent(last.windowHandle(), key)
