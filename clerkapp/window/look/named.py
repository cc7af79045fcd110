"""Names for those who hear a window."""

from PySide6.QtWidgets import QComboBox


def name_choice(box: QComboBox, name: str) -> None:
    """Names a box that has no label. On Linux Qt gives what is chosen as its name: hence both."""
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)
