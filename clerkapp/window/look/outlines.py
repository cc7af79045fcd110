"""Outlines of fields that are seen in every scheme, on a dark ground too."""

from PySide6.QtWidgets import QWidget

from clerkapp.window.look.look import Look


def outline(widget: QWidget, look: Look) -> None:
    """Has the outline of a field or a box seen on its ground.

    Fusion makes it of the colour of the window, darker by 140 %, which is nothing on black. The
    field itself is not of that colour.
    """
    palette = look.palette()
    palette.setColor(palette.ColorRole.Window, look.color("faint"))
    widget.setPalette(palette)
