"""Whether an entry is kept from the public, and under which paragraph."""

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QWidget,
)

from clerkapp.meeting.exempt import Exempt
from clerkapp.window.agenda.exempt_fields import ExemptFields
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.look import Look


class ExemptDialog(Dialog):
    """Shows the mark of one entry; `exemption` gives it back as it was filled in.

    The box alone decides: a mark without a paragraph is one all the same.
    """

    def __init__(self, exempt: Exempt | None, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Exempt")
        self.setFont(look.font(13))
        label = "&Exempt: the public does not read this entry"
        self.exemption = ExemptFields(exempt, label, self)
        form = QFormLayout(self)
        form.setContentsMargins(*(look.px(20),) * 4)
        form.setVerticalSpacing(look.px(8))
        form.setHorizontalSpacing(look.px(12))
        self.exemption.add_to(form)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        without_icons(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.exemption.paragraph.setFocus()
