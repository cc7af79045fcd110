"""Keys that every field takes otherwise than Qt has it."""

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from clerkapp.window.focus_filter import FocusFilter

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
_IS_MAC = sys.platform == "darwin"  # where Alt and a letter type a letter that no key has


class FieldKeys(FocusFilter):
    """Looks at the keys of the field that has the keyboard.

    Some programs copy a page alone, without plain text, and Qt's own fields take nothing else; the
    words of an entry take a page themselves. And Alt with a letter that no command has types that
    letter: a slip beside Alt+S stood in the minutes.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event was such a key."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, _FIELDS):
            return False
        if event.matches(QKeySequence.StandardKey.Paste):
            return paste_page(watched)
        return _is_with_alt(event) and not _IS_MAC


def _is_with_alt(event: QKeyEvent) -> bool:
    """Whether Alt is held, and not the one that types the third letter of a key."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return (
        held == Qt.KeyboardModifier.AltModifier
        and event.text().isprintable()
        and bool(event.text())
    )


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
