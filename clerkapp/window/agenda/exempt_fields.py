"""Whether something is kept from the public, and under which paragraph: two fields of a form."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from clerkapp.meeting.exempt import Exempt


class ExemptFields(QObject):
    """A box to tick and a paragraph. Typing the paragraph ticks the box."""

    def __init__(self, exempt: Exempt | None, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_exempt = QCheckBox(label)
        self.is_exempt.setChecked(exempt is not None)
        self.paragraph = QLineEdit(exempt.paragraph if exempt else "")
        self.paragraph.setPlaceholderText("e.g. 3")
        self.paragraph.setAccessibleName("Paragraph")
        self.paragraph.textEdited.connect(self._on_paragraph)

    def add_to(self, form: QFormLayout) -> None:
        """Puts the two below what stands in `form`."""
        form.addRow("", self.is_exempt)
        form.addRow("Under pa&ragraph", self.paragraph)

    @property
    def exempt(self) -> Exempt | None:
        """The mark as it was filled in; None for what the public reads."""
        return Exempt(self.paragraph.text().strip()) if self.is_exempt.isChecked() else None

    def _on_paragraph(self, words: str) -> None:
        if words.strip():
            self.is_exempt.setChecked(True)
