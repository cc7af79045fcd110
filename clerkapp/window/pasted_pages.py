"""Words that some programs copy as a page alone, without plain text: pasted into any field.

Qt's own fields take plain text and nothing else; the words of an entry take a page themselves.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid


class PastedPages(QObject):
    """Looks at the keys of the field that has the keyboard, for the one that pastes."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._focus: QObject | None = None
        application.focusObjectChanged.connect(self._watch)

    def _watch(self, focus: QObject | None) -> None:
        if self._focus is not None and isValid(self._focus):
            self._focus.removeEventFilter(self)
        self._focus = focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None
        if self._focus:
            self._focus.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event was a key that pasted a page."""
        pastes = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
        )
        return pastes and paste_page(watched)


def paste_page(field: QObject | None) -> bool:
    """Pastes the words of a page that has no plain text beside it; whether that was to be done."""
    data = QGuiApplication.clipboard().mimeData()
    if data.hasText() or not data.hasHtml():
        return False
    if not isinstance(field, QLineEdit | QPlainTextEdit) or field.isReadOnly():
        return False
    from clerkapp.notation.pasted_entries import paragraphs_of_paste  # noqa: PLC0415 — seldom

    words = [each.numbered_words for each in paragraphs_of_paste("", data.html())]
    if not words:
        return False
    if isinstance(field, QLineEdit):
        field.insert(" ".join(words).replace("\n", " "))
    else:
        field.insertPlainText("\n".join(words))
    return True
