"""What a document wears: the council's template and crest, and line numbers; kept once chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPalette
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

from clerkapp.errors import ClerkappError, TemplateError
from clerkapp.export.dress import dressed_in, file_to_keep
from clerkapp.export.forms import Form
from clerkapp.meeting.stationery import KeptFile, Stationery
from clerkapp.window.look.look import Look

_TEMPLATES = "Word documents and templates (*.docx *.dotx)"
_PICTURES = "Pictures (*.png *.jpg *.jpeg)"


class DressChoices:
    """The rows of the form, filled with what is kept for the council; an emptied row is forgotten.

    A form of document shows those rows that it has a place for.
    """

    def __init__(self, look: Look, kept: Stationery) -> None:
        self._kept = kept
        self.template, self._template_row = _file_row("B&rowse for it…", self._on_template)
        self.template.setAccessibleName("Word template")
        self.template.setPlaceholderText("Clerkapp’s own")
        self.template.editingFinished.connect(self._tell)
        self.crest, self._crest_row = _file_row("Bro&wse for it…", self._on_crest)
        self.crest.setAccessibleName("Crest")
        self.crest.setPlaceholderText("none")
        self.crest_words = QLineEdit(kept.crest_words)
        self.crest_words.setAccessibleName("Crest in words")
        self.crest_words.setPlaceholderText("The crest of the council")
        self.line_numbers = QCheckBox("Number the &lines of a draft")
        self.line_numbers.setChecked(kept.line_numbers)
        for field, file in ((self.template, kept.template), (self.crest, kept.crest)):
            field.setText(file.name if file else "")
            field.setClearButtonEnabled(True)
        self.report = QLabel()
        self.report.setWordWrap(True)
        self.report.setAccessibleName("What was found in the template")
        self.report.setFont(look.font(12))
        self.report.hide()
        self._plain, self._bad = look.palette(), refusing(look)
        self._form = QFormLayout()

    def add_to(self, form: QFormLayout) -> None:
        """Adds the rows below those that are there."""
        self._form = form
        for words, field, row in (
            ("&Template", self.template, self._template_row),
            ("&Crest", self.crest, self._crest_row),
            ("Crest in wor&ds", self.crest_words, self.crest_words),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            form.addRow(label, row)
        form.addRow("", self.line_numbers)
        form.addRow("", self.report)

    def show_for(self, form: Form) -> None:
        """Shows the rows that the form has a place for, and hides the others."""
        rows = {
            self._template_row: "template",
            self._crest_row: "crest",
            self.crest_words: "crest",
            self.line_numbers: "line numbers",
        }
        for row, what in rows.items():
            self._form.setRowVisible(row, what in form.wears)
        is_told = "template" in form.wears and bool(self.report.text())
        self._form.setRowVisible(self.report, is_told)

    def stationery(self) -> Stationery:
        """What was chosen, with the files in it; TemplateError where one cannot be read."""
        crest = _file(self.crest, self._kept.crest, "crest")
        return Stationery(
            self._kept.council,
            _file(self.template, self._kept.template, "template"),
            crest,
            self.crest_words.text().strip() if crest else "",
            self.line_numbers.isChecked(),
        )

    def _tell(self) -> None:
        """Says what was found in the template, and what it is lent, or why it cannot serve."""
        told, look = "", self._plain
        try:
            file = _file(self.template, self._kept.template, "template")
            chosen = Stationery(template=file)
            dress = dressed_in(chosen, frozenset({"template"}))
            told = "\n".join(dress.template.report()) if dress.template else ""
        except TemplateError as error:
            told, look = sentence(error), self._bad
        self.report.setText(told)
        self.report.setPalette(look)
        self._form.setRowVisible(self.report, bool(told))
        # a form gives a label the height of its words at some width of its own
        self.report.setMinimumHeight(self.report.heightForWidth(self._template_row.width()))

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


def sentence(error: ClerkappError) -> str:
    """What `error` says as a sentence; a file that it begins with keeps its name."""
    words = str(error)
    is_file = "." in words.partition(" ")[0]
    return f"{words}." if is_file else f"{words[:1].upper()}{words[1:]}."


def refusing(look: Look) -> QPalette:
    """The colours of words that say why something cannot be done."""
    bad = look.palette()
    bad.setColor(bad.ColorRole.WindowText, look.color("bad"))
    return bad


def _file(field: QLineEdit, kept: KeptFile | None, what: str) -> KeptFile | None:
    """The kept file where its name still stands there, the one named in its place, or none."""
    said = field.text().strip()
    if kept and said == kept.name:
        return kept
    return file_to_keep(Path(said).expanduser(), what) if said else None


def _file_row(words: str, choose: Callable[[], None]) -> tuple[QLineEdit, QWidget]:
    row, field, button = QWidget(), QLineEdit(), QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(choose)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(field, 1)
    layout.addWidget(button)
    return field, row
