"""The buttons at the foot of a dialog."""

from itertools import pairwise

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QWidget


def without_icons(buttons: QDialogButtonBox) -> None:
    """Takes the icons off: their words say it all, and the system's icons match nothing here."""
    for button in buttons.buttons():
        button.setIcon(QIcon())


def in_reading_order(buttons: QDialogButtonBox) -> None:
    """Has Tab go through them from the left: Qt does so in the order in which they were made."""
    layout = buttons.layout()
    items = (layout.itemAt(place) for place in range(layout.count())) if layout else ()
    shown = [button for item in items if item and (button := item.widget())]
    for before, after in pairwise(shown):
        QWidget.setTabOrder(before, after)
