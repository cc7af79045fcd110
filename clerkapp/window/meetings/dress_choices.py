"""What the export dialog asks about Word alone: the council's template, its crest, line numbers."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from clerkapp.errors import TemplateError
from clerkapp.export.forms import Form
from clerkapp.window.look.look import Look

if TYPE_CHECKING:
    from clerkapp.export.word.dress import Dress

_TEMPLATES = "Word documents and templates (*.docx *.dotx)"
_PICTURES = "Pictures (*.png *.jpg *.jpeg)"


class WordChoices:
    """The rows of the form, hidden for the forms that are not Word."""

    def __init__(self, look: Look) -> None:
        self.template, self._template_row = _file_row("&Browse for it…", self._on_template)
        self.template.setAccessibleName("Word template")
        self.template.setPlaceholderText("Clerkapp's own")
        self.template.editingFinished.connect(self._tell)
        self.crest, self._crest_row = _file_row("Bro&wse for it…", self._on_crest)
        self.crest.setAccessibleName("Crest")
        self.crest.setPlaceholderText("none")
        self.line_numbers = QCheckBox("Number the &lines of a draft")
        self.report = QLabel()
        self.report.setWordWrap(True)
        self.report.setAccessibleName("What was found in the template")
        self.report.setFont(look.font(12))
        self.report.hide()
        self._form = QFormLayout()

    def add_to(self, form: QFormLayout) -> None:
        """Adds the rows below those that are there."""
        self._form = form
        for words, field, row in (("&Template", self.template, self._template_row),
                                  ("&Crest", self.crest, self._crest_row)):  # fmt: skip
            label = QLabel(words)
            label.setBuddy(field)
            form.addRow(label, row)
        form.addRow("", self.line_numbers)
        form.addRow("", self.report)

    def show_for(self, form: Form) -> None:
        """Shows the rows for a form that can be dressed, and hides them for the others."""
        for row in (self._template_row, self._crest_row, self.line_numbers):
            self._form.setRowVisible(row, form.dressed is not None)
        self._form.setRowVisible(self.report, form.dressed is not None and bool(self.report.text()))

    def dress(self) -> "Dress":
        """What was chosen; TemplateError where a file cannot serve."""
        from clerkapp.export.word.crest import read_crest  # noqa: PLC0415 — for Word alone
        from clerkapp.export.word.dress import Dress  # noqa: PLC0415
        from clerkapp.export.word.lending import read_template  # noqa: PLC0415

        template, crest = self.template.text().strip(), self.crest.text().strip()
        return Dress(
            read_template(Path(template).expanduser()) if template else None,
            read_crest(Path(crest).expanduser()) if crest else None,
            self.line_numbers.isChecked(),
        )

    def _tell(self) -> None:
        """Says what was found in the template, and what it is lent, or why it cannot serve."""
        from clerkapp.export.word.lending import read_template  # noqa: PLC0415

        name, told = self.template.text().strip(), ""
        if name:
            try:
                told = "\n".join(read_template(Path(name).expanduser()).report())
            except TemplateError as error:
                words = str(error)
                told = f"{words[:1].upper()}{words[1:]}."
        self.report.setText(told)
        self._form.setRowVisible(self.report, bool(told))

    def _on_template(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._template_row, "The council's template", self.template.text(), _TEMPLATES
        )
        if name:
            self.template.setText(name)
            self._tell()

    def _on_crest(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._crest_row, "The crest", self.crest.text(), _PICTURES
        )
        if name:
            self.crest.setText(name)


def _file_row(words: str, choose: Callable[[], None]) -> tuple[QLineEdit, QWidget]:
    row, field, button = QWidget(), QLineEdit(), QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(choose)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(field, 1)
    layout.addWidget(button)
    return field, row
