"""A filter of the events of whatever has the keyboard."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid


class FocusFilter(QObject):
    """Is asked, by `eventFilter`, about the events of the object that has the keyboard alone.

    One on the application would be asked about every event of every object.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self.focus: QObject | None = None
        application.focusObjectChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        focus = QGuiApplication.focusObject()  # what is told may be older, as a window comes up
        if self.focus is not None and isValid(self.focus):
            self.focus.removeEventFilter(self)
        self.focus = focus
        if focus:  # there may be none, whatever Qt is said to answer
            focus.installEventFilter(self)
