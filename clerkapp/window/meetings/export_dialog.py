"""Asks in which form, style and for whom the minutes are written, and where to."""

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
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
from clerkapp.export.files import file_name, usual_folder, write_whole
from clerkapp.export.forms import FORMS, Form, exported
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.look import Look
from clerkapp.window.meetings.word_choices import WordChoices
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style, house_styles
from clerkapp.wording.minutes import Audience


class ExportDialog(QDialog):
    """Writes the meeting when it is accepted; `written` is then the file."""

    def __init__(
        self, meeting: Meeting, style: HouseStyle, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export the minutes")
        self.setFont(look.font(13))
        self._meeting = meeting
        self.written: Path | None = None
        self.form = QComboBox()
        for form in FORMS.values():
            self.form.addItem(form.title, form.name)
        self.style_box = QComboBox()
        for each in house_styles():
            self.style_box.addItem(each.title, each.name)
        self.style_box.setCurrentIndex(max(0, self.style_box.findData(style.name)))
        self.audience = QComboBox()
        self.audience.addItem("The public: nothing exempt is in it", Audience.PUBLIC)
        self.audience.addItem("Confidential: everything, with its marks", Audience.CONFIDENTIAL)
        self.target = QLineEdit()
        self.target.textEdited.connect(self._on_target_edited)
        self._choose = QPushButton("&Browse…")
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._on_choose)
        self.replace = QCheckBox("&Replace the file that is there")
        self.replace.hide()
        self._trouble = _trouble_label(look)
        self.word = WordChoices(look)
        where = QHBoxLayout()
        where.addWidget(self.target, 1)
        where.addWidget(self._choose)
        form_layout = QFormLayout()
        for label, field in (("&Form", self.form), ("House &style", self.style_box),
                             ("F&or", self.audience)):  # fmt: skip
            field.setAccessibleName(label.replace("&", ""))
            form_layout.addRow(label, field)
        self.target.setAccessibleName("File")
        label = QLabel("F&ile")
        label.setBuddy(self.target)
        form_layout.addRow(label, where)
        self.word.add_to(form_layout)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = buttons.addButton("&Export", QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        buttons.accepted.connect(self._on_export)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(20),) * 4)
        layout.addLayout(form_layout)
        for widget in (self.replace, self._trouble, buttons):
            layout.addWidget(widget)
        fit(self, look, 620, 250)
        self._named_by_hand = False
        for box in (self.form, self.audience):
            box.currentIndexChanged.connect(self._on_choice)
        self._on_choice()
        self._export.setFocus()

    def _form(self) -> Form:
        return FORMS[str(self.form.currentData())]

    def _style(self) -> HouseStyle:
        return house_style(str(self.style_box.currentData()))

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
        self.word.show_for(self._form())
        self._show_replace()

    def _on_target_edited(self) -> None:
        self._named_by_hand = True
        self._show_replace()

    def _show_replace(self) -> None:
        self.replace.setVisible(Path(self.target.text()).expanduser().is_file())

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
        if target.is_file() and not self.replace.isChecked():
            self._trouble.setText("That file is there already. Tick the box to replace it.")
            self._show_replace()
            self.replace.setFocus()
            return
        try:
            data = exported(
                self._meeting,
                self._form(),
                self._style(),
                self._audience(),
                dress=self.word.dress(),
            )
            write_whole(target, data)
        except ClerkappError as error:
            words = str(error)
            self._trouble.setText(f"{words[:1].upper()}{words[1:]}.")
            return
        self.written = target
        self.accept()


def _trouble_label(look: Look) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    bad = look.palette()
    bad.setColor(bad.ColorRole.WindowText, look.color("bad"))
    label.setPalette(bad)
    return label
