"""Dialogs that lose no key: what is typed while one opens is its own, and what follows it too.

Qt shuts a window the moment a modal dialog is asked for, and drops every key that still comes to
it. The screen gives the dialog the keyboard later: some 20 ms on a quick machine with X11, far
more on a busy one. Somebody who types on behind F4 or Ctrl+K lost what they typed in between. So
the window is shut by `TypedAhead` instead, and its keys are handed on.
"""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from clerkapp.window.typed_ahead import TypedAhead

_NOT_SHOWN = object()
_STILL_COMING = 1000  # milliseconds in which keys may still come to a dialog that was answered


class Dialog(QDialog):
    """A question with an answer, asked by `ask`."""

    typed_ahead: TypedAhead | None = None
    _begun: object = _NOT_SHOWN

    def filled(self) -> object:
        """What is filled in; told by dialogs that are not left without a word once it is another.

        They tell it in values that can be compared with those of the beginning.
        """
        return None

    def reject(self) -> None:
        """Leaves it as it was; what was filled in is only given up when that is confirmed."""
        from clerkapp.window.boxes import agreed  # noqa: PLC0415 — after the first picture

        asked = "Leave it? What you changed here is not kept."
        has_changed = self._begun is not _NOT_SHOWN and self.filled() != self._begun
        if not has_changed or agreed(self, self.windowTitle(), asked, "&Leave it"):
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Has Tab go through its buttons as they are read."""
        from clerkapp.window.look.dialog_buttons import in_reading_order  # noqa: PLC0415 — as above

        if self._begun is _NOT_SHOWN:
            self._begun = self.filled()
        for buttons in self.findChildren(QDialogButtonBox):
            in_reading_order(buttons)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter answers from wherever one types: Enter alone is a new line in some fields."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            for button in self.findChildren(QPushButton):
                if button.isDefault():
                    button.click()
                    return
        super().keyPressEvent(event)

    def done(self, answer: int, /) -> None:
        """Goes off the screen when the window below it can have the keyboard."""
        if self.typed_ahead is None:
            super().done(answer)
        else:
            self.typed_ahead.give_back(partial(super().done, answer))


def ask(dialog: Dialog) -> bool:
    """Shows the dialog until it is answered; whether it was accepted.

    Its window meanwhile takes no key, no mouse and no end, as below any modal dialog. The dialog
    can be read, and asked again, until control is back at the loop of events.
    """
    window = cast("QWidget", dialog.parentWidget()).window()
    typed_ahead = typed_ahead_of(window) or TypedAhead(window)
    dialog.show()
    dialog.typed_ahead = typed_ahead
    typed_ahead.give_to(dialog)
    answer = dialog.exec()
    typed_ahead.take_from(dialog)
    QTimer.singleShot(_STILL_COMING, dialog, partial(_remove, dialog))
    return answer == QDialog.DialogCode.Accepted


def typed_ahead_of(window: QWidget) -> TypedAhead | None:
    """What keeps the keys of that window; None where no dialog was asked above it yet."""
    if isinstance(window, Dialog) and window.typed_ahead is not None:
        return window.typed_ahead
    return window.findChild(TypedAhead, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _remove(dialog: Dialog) -> None:
    if not dialog.isVisible():  # it would be, if it was asked again
        dialog.deleteLater()
