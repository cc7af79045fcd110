"""Dialogs that lose no key: what is typed while one opens is its own, and what follows it too.

Qt shuts a window the moment a modal dialog is asked for, and drops every key that still comes to
it. The screen gives the dialog the keyboard later: some 20 ms on a quick machine with X11, far
more on a busy one. Somebody who types on behind F4 or Ctrl+K lost what they typed in between. So
the window is shut by `TypedAhead` instead, and its keys are handed on.
"""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from clerkapp.window.look.dialog_buttons import in_reading_order
from clerkapp.window.typed_ahead import TypedAhead

_STILL_COMING = 1000  # milliseconds in which keys may still come to a dialog that was answered


class Dialog(QDialog):
    """A question with an answer, asked by `ask`."""

    typed_ahead: TypedAhead | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Has Tab go through its buttons as they are read."""
        for buttons in self.findChildren(QDialogButtonBox):
            in_reading_order(buttons)
        super().showEvent(event)

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
    typed_ahead = _typed_ahead(cast("QWidget", dialog.parentWidget()).window())
    dialog.show()
    dialog.typed_ahead = typed_ahead
    typed_ahead.give_to(dialog)
    answer = dialog.exec()
    typed_ahead.take_from(dialog)
    QTimer.singleShot(_STILL_COMING, dialog, partial(_remove, dialog))
    return answer == QDialog.DialogCode.Accepted


def _typed_ahead(window: QWidget) -> TypedAhead:
    if isinstance(window, Dialog) and window.typed_ahead is not None:
        return window.typed_ahead
    only_its_own = Qt.FindChildOption.FindDirectChildrenOnly
    return window.findChild(TypedAhead, options=only_its_own) or TypedAhead(window)


def _remove(dialog: Dialog) -> None:
    if not dialog.isVisible():  # it would be, if it was asked again
        dialog.deleteLater()
