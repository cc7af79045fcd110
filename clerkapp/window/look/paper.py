"""What is drawn on paper, in millimetres."""

from PySide6.QtGui import QFont

from clerkapp.window.look.look import FAMILY

MM = 20
"""Units of the drawing in a millimetre, so that fonts can be sized in whole units."""


def paper_font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The text font, `size` millimetres high."""
    font = QFont(FAMILY)
    font.setPixelSize(round(size * MM))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
