"""The details of an item: number, title, documents, the sort of business, what is exempt."""

from msgspec.structs import replace
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from clerkapp.meeting.meeting import AgendaItem, Business
from clerkapp.notation.fields import document_lines, documents_in
from clerkapp.window.agenda.exempt_fields import ExemptFields
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.choice import Choice
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit, scrolled
from clerkapp.window.look.look import Look

_BUSINESS = {
    Business.ORDINARY: "Ordinary",
    Business.BUDGET: "Budget: votes are taken by name",
    Business.EXECUTIVE: "Executive decision: a statement is asked for",
    Business.PLANNING: "Planning: reasons, where it is not as recommended",
}


class ItemDialog(Dialog):
    """Shows one item; `described` gives it back as it was filled in."""

    def __init__(self, item: AgendaItem, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Item")
        self.setFont(look.font(13))
        self._item = item
        self.title = QLineEdit(item.title)
        self.number = QLineEdit(item.number)
        self.number.setPlaceholderText("by its place on the agenda")
        self.presenter = QLineEdit(item.presenter)
        self.presenter.setPlaceholderText("e.g. Chief Digital Officer")
        self.documents = QPlainTextEdit(document_lines(item.documents))
        self.documents.setPlaceholderText("e.g. Improvement plan <https://example.org/plan.pdf>")
        self.documents.setTabChangesFocus(True)
        self.business = Choice()
        for business, words in _BUSINESS.items():
            self.business.addItem(words, business)
        self.business.setCurrentIndex(list(_BUSINESS).index(item.business))
        self.recommendation = _lines(item.recommendation, "What the officers recommended")
        self.summary = _lines(item.summary, "What the public reads of an exempt item")
        self.exemption = ExemptFields(item.exempt, "&Exempt: the public reads only its title", self)
        inner = QWidget()
        form = QFormLayout(inner)
        form.setContentsMargins(0, 0, look.px(8), 0)
        form.setVerticalSpacing(look.px(8))
        form.setHorizontalSpacing(look.px(12))
        for label, field in (
            ("&Title", self.title),
            ("&Number", self.number),
            ("&Presented by", self.presenter),
            ("&Documents, one a line", self.documents),
            ("&Business", self.business),
            ("Officers’ reco&mmendation", self.recommendation),
        ):
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(label, field)
        self.exemption.add_to(form)
        self.summary.setAccessibleName("Public summary")
        form.addRow("Public &summary", self.summary)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        without_icons(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(20),) * 4)
        layout.addWidget(scrolled(inner, look), 1)
        layout.addWidget(buttons)
        fit(self, look, 620, 600)

    def described(self) -> AgendaItem:
        """The item as it was filled in; its entries are those that it had."""
        return replace(
            self._item,
            title=self.title.text(),
            number=self.number.text(),
            presenter=self.presenter.text(),
            documents=documents_in(self.documents.toPlainText()),
            exempt=self.exemption.exempt,
            business=Business(self.business.currentData()),
            recommendation=self.recommendation.toPlainText(),
            summary=self.summary.toPlainText(),
        )

    def filled(self) -> object:
        """The item, which is not left without a word once it is another."""
        return self.described()


def _lines(words: str, asked: str) -> QPlainTextEdit:
    field = QPlainTextEdit(words)
    field.setPlaceholderText(asked)
    field.setTabChangesFocus(True)
    return field
