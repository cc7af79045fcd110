"""Asks in which form, style and for whom the minutes are written, and where to."""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clerkapp.errors import ClerkappError
from clerkapp.export.dress import dressed_in
from clerkapp.export.files import file_name, usual_folder, write_whole
from clerkapp.export.forms import FORMS, Form, exported, other_ending
from clerkapp.export.written import Found, Written, held_open
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.stationery import Stationery
from clerkapp.window.answer import Answer
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.choice import Choice
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit, grow, scrolled
from clerkapp.window.look.look import Look
from clerkapp.window.meetings.dress_choices import DressChoices, refusing, sentence
from clerkapp.wording.compose import compose
from clerkapp.wording.detail import Detail
from clerkapp.wording.extract import Extent
from clerkapp.wording.house_style import HouseStyle, house_style, house_styles
from clerkapp.wording.minutes import Audience

_AUDIENCES = {
    "The public: nothing exempt is in it": Audience.PUBLIC,
    "Confidential: everything, with its marks": Audience.CONFIDENTIAL,
}
_DETAILS = {
    Detail.FULL: "Everything",
    Detail.SUMMARY: "A summary: no questions, answers and points",
    Detail.DECISIONS: "The decisions alone",
}
_WORDS_OF = {
    Found.UNKNOWN: "That file is there already. Tick the box to replace it.",
    Found.EDITED: "That file was changed since Clerkapp wrote it. Tick the box to replace it,"
    " with what was changed in it.",
}


class ExportDialog(Dialog):
    """Writes the meeting when it is accepted; `written` is then the file.

    `stationery` is what is kept for the council, and then what is to be kept from now on.

    The document is made on a thread of its own, so that the window never freezes: Cancel leaves
    it, and then nothing is written.
    """

    def __init__(  # noqa: PLR0913 — the last is named
        self,
        meeting: Meeting,
        style: HouseStyle,
        look: Look,
        register: Written,
        parent: QWidget | None = None,
        *,
        own_styles: Path | None = None,
        stationery: Stationery | None = None,
        earlier: tuple[Meeting, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export the minutes")
        self.setFont(look.font(13))
        self._meeting, self._own_styles, self._earlier = meeting, own_styles, earlier
        self._register = register
        self._answer = Answer(self)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="export")
        self._named_by_hand = False
        self.written: Path | None = None
        self.form = _choice((form.title, form.name) for form in FORMS.values())
        self.style_box = _choice((each.title, each.name) for each in house_styles(own_styles))
        self.style_box.setCurrentIndex(max(0, self.style_box.findData(style.name)))
        self.audience = _choice(_AUDIENCES.items())
        self.detail = _choice((words, detail) for detail, words in _DETAILS.items())
        numbers = item_numbers(meeting)
        self.item = _choice(
            [("Every item", ""), *map(_item_choice, meeting.items, numbers)],
        )
        self.target = QLineEdit()
        self.target.textEdited.connect(self._on_target_edited)
        self.replace = QCheckBox("Re&place the file that is there")
        self.replace.hide()
        self._trouble = _trouble_label(look)
        self.stationery = stationery or Stationery(meeting.heading.council)
        self.dress = DressChoices(look, self.stationery)
        self.progress = QLabel("The document is being made…")  # a bar would move: nothing here does
        self.progress.hide()
        self._lay_out(look)
        for box in (self.form, self.audience):
            box.currentIndexChanged.connect(self._on_choice)
        self._on_choice()
        grow(self)  # before it is shown, so that it is placed as large as it will be
        self._export.setFocus()

    def _lay_out(self, look: Look) -> None:
        choose = QPushButton("&Browse…")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose)
        where = QHBoxLayout()
        where.addWidget(self.target, 1)
        where.addWidget(choose)
        form_layout = QFormLayout()
        for label, field in (("&Form", self.form), ("House &style", self.style_box),
                             ("F&or", self.audience), ("How m&uch", self.detail),
                             ("Ite&m", self.item)):  # fmt: skip
            field.setAccessibleName(label.replace("&", ""))
            form_layout.addRow(label, field)
        self.target.setAccessibleName("File")
        label = QLabel("F&ile")
        label.setBuddy(self.target)
        form_layout.addRow(label, where)
        self.dress.add_to(form_layout)
        form = QWidget()
        inside = QVBoxLayout(form)
        inside.setContentsMargins(0, 0, look.px(8), 0)
        inside.addLayout(form_layout)
        inside.addWidget(self.replace)
        inside.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = buttons.addButton("&Export", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_export)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(20),) * 4)
        layout.addWidget(scrolled(form, look), 1)
        for widget in (self._trouble, self.progress, buttons):
            layout.addWidget(widget)
        fit(self, look, 620, 330)

    def event(self, event: QEvent) -> bool:
        """Grows with what it asks, as far as the screen lets it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            grow(self)
        return done

    def _form(self) -> Form:
        return FORMS[str(self.form.currentData())]

    def _style(self) -> HouseStyle:
        return house_style(str(self.style_box.currentData()), self._own_styles)

    def _audience(self) -> Audience:
        return Audience(self.audience.currentData())

    def _on_choice(self) -> None:
        """Offers the usual file, unless a person chose another."""
        if self._named_by_hand:
            self.target.setText(str(Path(self.target.text()).with_suffix(self._form().ending)))
        else:
            minutes = compose(self._meeting, self._style(), self._audience())
            form = self._form()
            name = file_name(minutes, form.ending, form.document)
            self.target.setText(str(usual_folder() / name))
        self.dress.show_for(self._form())
        self._show_replace()

    def _on_target_edited(self) -> None:
        self._named_by_hand = True
        self._show_replace()

    def _show_replace(self) -> None:
        found = self._register.found(Path(self.target.text()).expanduser())
        self.replace.setVisible(found in _WORDS_OF)

    def _on_choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "Export the minutes", self.target.text(),
            f"{self._form().title} (*{self._form().ending})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self._named_by_hand = True
            self.target.setText(name)
            self._show_replace()

    def _on_export(self) -> None:
        target = Path(self.target.text()).expanduser()
        if other := other_ending(target, self._form()):
            self._trouble.setText(
                f"The name ends in {other}, and the form “{self._form().title}” in "
                f"{self._form().ending}: choose another form or another name."
            )
            self.target.setFocus()
            return
        found = self._register.found(target)
        if found in _WORDS_OF and not self.replace.isChecked():
            self._trouble.setText(_WORDS_OF[found])
            self._show_replace()
            self.replace.setFocus()
            return
        if program := held_open(target):
            self._trouble.setText(f"It seems to be open in {program}: close it there first.")
            return
        extent = Extent(Detail(self.detail.currentData()), str(self.item.currentData()))
        try:
            chosen = self.dress.stationery() if self._form().wears else self.stationery
            dress = dressed_in(chosen, self._form().wears)
        except ClerkappError as error:
            self._tell(error)
            return
        making = self._thread.submit(
            exported, self._meeting, self._form(), self._style(), self._audience(), extent,
            dress=dress, earlier=self._earlier,
        )  # fmt: skip
        self._show_making(is_made=False)
        self._answer.wait_for(making, partial(self._on_made, target, chosen))

    def _show_making(self, *, is_made: bool) -> None:
        self.progress.setVisible(not is_made)
        self._export.setEnabled(is_made)

    def _on_made(self, target: Path, chosen: Stationery, making: "Future[bytes]") -> None:
        self._show_making(is_made=True)
        try:
            data = making.result()
            write_whole(target, data)
        except ClerkappError as error:
            self._tell(error)
            return
        self._register.note(target, data)
        self.written, self.stationery = target, chosen
        self.accept()

    def _tell(self, error: ClerkappError) -> None:
        """Says it below the fields, unless it stands beside the template already."""
        words = sentence(error)
        self._trouble.setText("" if words == self.dress.report.text() else words)

    def done(self, result: int) -> None:
        """Closes; a document that is still being made is wanted no more."""
        self._answer.forget()
        self._thread.shutdown(wait=False, cancel_futures=True)
        super().done(result)


def _choice(choices: Iterable[tuple[str, object]]) -> QComboBox:
    """A box to choose from: what is read, and what it stands for."""
    box = Choice()
    for words, value in choices:
        box.addItem(words, value)
    return box


def _item_choice(item: AgendaItem, number: str) -> tuple[str, object]:
    return f"{number} {item.title}".strip()[:60] or "Before the first item", item.id


def _trouble_label(look: Look) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setPalette(refusing(look))
    return label
