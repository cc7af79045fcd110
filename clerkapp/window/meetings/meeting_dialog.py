"""The details of a meeting as a form: a new meeting, or the heading and lists of the open one."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from clerkapp.law.jurisdiction import jurisdictions, told_by_name
from clerkapp.notation.fields import HEADING_KEYS, LIST_KEYS
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.choice import Choice
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import columns, fit, scrolled
from clerkapp.window.look.look import Look
from clerkapp.wording.house_style import house_style, house_styles

_LABELS = {
    "Council": ("&Council", "Brookmere Borough Council"),
    "Committee": ("Co&mmittee", "Overview and Scrutiny Committee"),
    "Date": ("&Date", "5 March 2026"),
    "Start": ("&Start", "7.00 pm"),
    "End": ("&End", "8.47 pm"),
    "Place": ("P&lace", "Council Chamber"),
    "Quorum": ("&Quorum", "4"),
    "Next": ("&Next meeting", "11 June 2026 at 7 pm, Town Hall"),
    "Style": ("House st&yle", ""),
    "Status": ("S&tatus", ""),
    "Public": ("Members of t&he public", "4"),
    "Jurisdiction": ("&Jurisdiction", ""),
    "First page": ("&First page", "375"),
    "First resolution": ("First res&olution", "45"),
}
_LISTS = {
    "Expected": ("E&xpected", "Cllr S Banerjee (Chair)"),
    "Present": ("P&resent", "Cllr S Banerjee (Chair)\nCllr A Marsden"),
    "Apologies": ("A&pologies", "Cllr J Okafor"),
    "Absent": ("A&bsent", ""),
    "Substitute": ("S&ubstitutes", "Cllr P Whitlock for Cllr J Okafor"),
    "In attendance": ("&In attendance", "Chief Digital Officer [cdo]"),
    "Guests": ("&Guests", ""),
}


class MeetingDialog(Dialog):
    """Fields of one line for the heading, of one person a line for the lists, and the agenda.

    `fields` gives what stands in them, by the keys of the notation.
    """

    def __init__(  # noqa: PLR0913 — the last two are named
        self, title: str, fields: Mapping[str, str], look: Look, parent: QWidget | None = None,
        *, agenda: str | None = None, own_styles: Path | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFont(look.font(13))
        self._own_styles = own_styles
        self._lines: dict[str, QLineEdit | QComboBox] = {}
        self._lists: dict[str, QPlainTextEdit] = {}
        self.agenda = QPlainTextEdit(agenda or "")
        self._doubts = QLabel()
        self._doubts.setWordWrap(True)
        self._doubts.hide()
        bad = look.palette()
        bad.setColor(bad.ColorRole.WindowText, look.color("bad"))
        self._doubts.setPalette(bad)
        left, right = QFormLayout(), QFormLayout()
        for key in HEADING_KEYS:
            self._add_line(left, key, fields.get(key, ""))
        for key in LIST_KEYS:
            self._add_list(right, key, fields.get(key, ""), look)
        for form in (left, right):
            form.setVerticalSpacing(look.px(8))
            form.setHorizontalSpacing(look.px(12))
        form = QWidget()
        inside = QVBoxLayout(form)
        inside.setContentsMargins(0, 0, look.px(8), 0)
        hint = QLabel(
            "One person a line. A post goes in brackets, a code to type in square ones: "
            "Jo Ray (Head of Legal) [hol]"
        )
        hint.setWordWrap(True)
        inside.addLayout(columns(left, right, look))
        inside.addWidget(hint)
        if agenda is not None:
            self._add_agenda(inside, look)
            self._propose_jurisdiction()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(20),) * 4)
        layout.addWidget(scrolled(form, look), 1)
        layout.addWidget(self._doubts)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        without_icons(buttons)
        ok.setText("Start the meeting" if agenda is not None else "Keep these details")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        fit(self, look, 860, 640 if agenda is None else 820)  # the agenda is what she types most
        self._lines["Committee" if fields.get("Council") else "Council"].setFocus()

    def _add_line(self, form: QFormLayout, key: str, value: str) -> None:
        label, example = _LABELS[key]
        field: QLineEdit | QComboBox
        if key in _CHOICES:
            field = Choice()
            for words, data in _CHOICES[key](self._own_styles):
                field.addItem(words, data)
            if value and field.findData(value) < 0:  # one that this computer does not know stays
                field.addItem(value, value)
            field.setCurrentIndex(max(0, field.findData(value)))
        else:
            field = QLineEdit(value)
            field.setCursorPosition(0)  # of what is too long its beginning is seen
            field.setPlaceholderText(f"e.g. {example}")
        self._lines[key] = field
        _named(form, label, field)

    def _add_list(self, form: QFormLayout, key: str, value: str, look: Look) -> None:
        label, example = _LISTS[key]
        field = QPlainTextEdit(value)
        field.setPlaceholderText(f"e.g. {example}" if example else "")
        field.setTabChangesFocus(True)
        height = {"Present": 120, "In attendance": 72}.get(key, 46)
        field.setFixedHeight(look.px(height))  # Qt would give each ten lines, and hide the agenda
        self._lists[key] = field
        _named(form, label, field)

    def _add_agenda(self, layout: QVBoxLayout, look: Look) -> None:
        label = QLabel("&Agenda, an item a line; a number may stand before it")
        label.setBuddy(self.agenda)
        self.agenda.setAccessibleName("Agenda, an item a line")
        self.agenda.setTabChangesFocus(True)
        self.agenda.setMinimumHeight(look.px(130))
        self.agenda.moveCursor(QTextCursor.MoveOperation.End)  # what is added comes last
        layout.addWidget(label)
        layout.addWidget(self.agenda)

    def _propose_jurisdiction(self) -> None:
        """Has the name of the council, as it is typed, propose a jurisdiction.

        One that the clerk chose, now or for the last meeting, stays.
        """
        council, jurisdiction = self._lines["Council"], self._lines["Jurisdiction"]
        if isinstance(council, QLineEdit) and isinstance(jurisdiction, QComboBox):
            self._has_chosen = jurisdiction.currentData() not in ("", _told_by(council.text()))
            council.textEdited.connect(self._on_council)
            jurisdiction.activated.connect(self._on_jurisdiction)

    def _on_council(self, name: str) -> None:
        jurisdiction = self._lines["Jurisdiction"]
        if not self._has_chosen and isinstance(jurisdiction, QComboBox):
            jurisdiction.setCurrentIndex(jurisdiction.findData(_told_by(name)))

    def _on_jurisdiction(self) -> None:
        self._has_chosen = True

    def fields(self) -> dict[str, str]:
        """What stands in the fields, by key."""
        lines = {
            key: cast("str", field.currentData()) if isinstance(field, QComboBox) else field.text()
            for key, field in self._lines.items()
        }
        return lines | {key: field.toPlainText() for key, field in self._lists.items()}

    def filled(self) -> object:
        """The fields and the agenda, which are not given up without a word."""
        return self.fields(), self.agenda.toPlainText()

    def show_doubts(self, doubts: tuple[str, ...]) -> None:
        """Says what does not fit, and stays open for it to be mended."""
        self._doubts.setText("\n".join(f"{each[:1].upper()}{each[1:]}." for each in doubts))
        self._doubts.setVisible(bool(doubts))


def _named(form: QFormLayout, label: str, field: QWidget) -> None:
    words = QLabel(label)
    words.setBuddy(field)
    words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    field.setAccessibleName(label.replace("&", ""))
    form.addRow(words, field)


def _styles(own: Path | None) -> list[tuple[str, str]]:
    usual = (f"The usual one: {house_style('').title}", "")
    return [usual, *((style.title, style.name) for style in house_styles(own))]


def _statuses(_own: Path | None) -> list[tuple[str, str]]:
    return [("Draft", "draft"), ("Confirmed", "confirmed")]


def _jurisdictions(_own: Path | None) -> list[tuple[str, str]]:
    return [("The usual one", ""), *((law.title, law.name) for law in jurisdictions())]


def _told_by(council: str) -> str:
    law = told_by_name(council)
    return law.name if law else ""


_CHOICES = {"Style": _styles, "Status": _statuses, "Jurisdiction": _jurisdictions}
