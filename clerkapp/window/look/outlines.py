"""Outlines of fields that are seen in every scheme, on a dark ground too."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from clerkapp.window.look.look import Look


def outline(widget: QWidget, look: Look) -> None:
    """Has the outline of a field or a box seen on its ground.

    Fusion makes it of the colour of the window, darker by 140 %, which is nothing on black. The
    field itself is not of that colour.
    """
    widget.setPalette(_outlined(look))


def dress_application(look: Look) -> None:
    """Gives every window the colours of a look, and on a dark ground every field an outline."""
    QApplication.setPalette(look.palette())
    if _is_dark(look):
        for name in _FIELDS:
            # the stub asks for bytes, the binding for str
            QApplication.setPalette(_outlined(look), name)  # pyright: ignore[reportArgumentType]


def field_palette(look: Look) -> QPalette:
    """The colours of a field or a button that is given colours of its own."""
    return _outlined(look) if _is_dark(look) else look.palette()


def _is_dark(look: Look) -> bool:
    return look.color("panel").lightness() < _DARK


def _outlined(look: Look) -> QPalette:
    palette = look.palette()
    palette.setColor(QPalette.ColorRole.Window, look.color("faint"))
    return palette


_DARK = 128  # of 255
_FIELDS = ("QLineEdit", "QPlainTextEdit", "QComboBox", "QCheckBox", "QPushButton", "QMenu")
