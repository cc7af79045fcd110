"""The buttons at the foot of a dialog."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox


def without_icons(buttons: QDialogButtonBox) -> None:
    """Takes the icons off: their words say it all, and the system's icons match nothing here."""
    for button in buttons.buttons():
        button.setIcon(QIcon())
