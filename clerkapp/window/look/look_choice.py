"""Which look is wanted: the one that the clerk chose, else the one that the system asks for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clerkapp.window.look.look import CONTRAST, DARK, LIGHT, LOOKS, Look
from clerkapp.window.settings import Settings


def look_wanted(settings: Settings) -> Look:
    """The look that was chosen, or what the system asks for, at the zoom that was chosen."""
    look = LOOKS.get(settings.look)
    if look is None:
        hints = QApplication.styleHints()
        wants_contrast = hints.accessibility().contrastPreference()
        if wants_contrast is Qt.ContrastPreference.HighContrast:
            look = CONTRAST
        else:
            look = DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return look.zoomed(settings.zoom)


def when_system_changes(run: Callable[[], object]) -> None:
    """Has `run` called when the system asks for another look."""
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.connect(run)
    hints.accessibility().contrastPreferenceChanged.connect(run)
