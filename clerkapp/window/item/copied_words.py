"""What copied words of one entry carry."""

from PySide6.QtCore import QMimeData

WORDS = "application/x-clerkapp-words"  # of one entry: their line breaks begin no other


def words_data(words: str) -> QMimeData:
    """Some words of one entry."""
    data = QMimeData()
    data.setText(words)
    data.setData(WORDS, b"1")
    return data
