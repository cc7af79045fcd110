"""Whether an entry is kept from the public, and under which paragraph."""

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from clerkapp.meeting.exempt import Exempt
from clerkapp.window.look import Look, without_icons


class ExemptDialog(QDialog):
    """Shows the mark of one entry; `exempt` gives it back as it was filled in.

    The box alone decides: a mark without a paragraph is one all the same.
    """

    def __init__(self, exempt: Exempt | None, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Exempt")
        self.setFont(look.font(13))
        self.is_exempt = QCheckBox("&Exempt: the public does not read this entry")
        self.is_exempt.setChecked(exempt is not None)
        self.paragraph = QLineEdit(exempt.paragraph if exempt else "")
        self.paragraph.setPlaceholderText("e.g. 3")
        self.paragraph.setAccessibleName("Paragraph")
        self.paragraph.textEdited.connect(self._on_paragraph)
        form = QFormLayout(self)
        form.setContentsMargins(*(look.px(20),) * 4)
        form.setVerticalSpacing(look.px(8))
        form.setHorizontalSpacing(look.px(12))
        form.addRow("", self.is_exempt)
        form.addRow("Under pa&ragraph", self.paragraph)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        without_icons(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.paragraph.setFocus()

    def exempt(self) -> Exempt | None:
        """The mark as it was filled in; None for an entry that the public reads."""
        return Exempt(self.paragraph.text().strip()) if self.is_exempt.isChecked() else None

    def _on_paragraph(self, words: str) -> None:
        if words.strip():
            self.is_exempt.setChecked(True)
