"""Short questions and tidings in a box of their own: no icons, and buttons that say what they do.

The system's icons match nothing here, and “Yes” heard alone says nothing.
"""

from PySide6.QtWidgets import QMessageBox, QWidget

_Role = QMessageBox.ButtonRole


def agreed(parent: QWidget, title: str, words: str, do: str, *, is_safe: bool = False) -> bool:
    """Asks whether to go on; `do` is the button that does. Enter presses it only if that `is_safe`.

    What Ctrl+Z does not take back is not safe: Enter then leaves everything as it is.
    """
    box = _box(parent, title, words)
    go_on = box.addButton(do, _Role.AcceptRole)
    leave = box.addButton("Cancel", _Role.RejectRole)
    box.setDefaultButton(go_on if is_safe else leave)
    box.setEscapeButton(leave)
    box.exec()
    return box.clickedButton() is go_on


def tell(parent: QWidget | None, title: str, words: str) -> None:
    """Says something, why it could not be done perhaps, and waits until it is read."""
    telling(parent, title, words).exec()


def telling(parent: QWidget | None, title: str, words: str) -> QMessageBox:
    """A box that says so and can be closed; it may have more in it."""
    box = _box(parent, title, words)
    box.setEscapeButton(box.addButton("Close", _Role.RejectRole))
    return box


def _box(parent: QWidget | None, title: str, words: str) -> QMessageBox:
    return QMessageBox(QMessageBox.Icon.NoIcon, title, words, parent=parent)
