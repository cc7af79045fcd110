"""The recovery sheet: seen, printed or saved, and proved by typing two of its groups back."""

from pathlib import Path
from secrets import SystemRandom

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from clerkapp.archive.keys.data_key import DataKey
from clerkapp.archive.keys.groups import GROUPS
from clerkapp.archive.keys.recovery import KEEP_IT, number_typed
from clerkapp.errors import ClerkappError
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.fitting import scrolled
from clerkapp.window.look.look import Look
from clerkapp.window.way_in.recovery_sheet import RecoverySheet, save_sheet, sheet_picture
from clerkapp.window.way_in.sheet_printing import print_sheet, saved, usual_paper

_FILE = "clerkapp-recovery-sheet.pdf"
_ASKED = 2  # groups to type back


class RecoverySheetDialog(Dialog):
    """Shows the sheet, then asks for two groups from the paper.

    `confirmed` says once that both were right, and the dialog is accepted; rejected, it is for
    later. The picture of the sheet is out of sight while the groups are typed, so that what is
    proved is that the paper can be read.
    """

    confirmed = Signal()

    def __init__(self, sheet: RecoverySheet, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Recovery sheet")
        self.setFont(look.font(13))
        self.sheet_page = SheetPage(sheet, look)
        self.proof_page = ProofPage(sheet.key, look)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.sheet_page)
        self.pages.addWidget(self.proof_page)
        self.later = self._button("&Later", self.reject)
        self.back = self._button("&Back to the sheet", self._on_back)
        self.onward = self._button("", self._on_onward)
        self.onward.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.onward)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(18),) * 4)
        layout.setSpacing(look.px(12))
        layout.addWidget(self.pages, 1)
        layout.addLayout(buttons)
        room = QGuiApplication.primaryScreen().availableSize() * 0.94
        self.resize(QSize(look.px(760), look.px(500)).boundedTo(room))
        self._on_back()

    def _button(self, words: str, pressed: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _on_back(self) -> None:
        self.pages.setCurrentWidget(self.sheet_page)
        self.back.hide()
        self.onward.setText("&Next: type two groups back")
        self.sheet_page.print_it.setFocus()

    def _on_onward(self) -> None:
        if self.pages.currentWidget() is self.sheet_page:
            self.pages.setCurrentWidget(self.proof_page)
            self.back.show()
            self.onward.setText("&Done")
            self.proof_page.focus_first()
        elif self.proof_page.is_proved():
            self.confirmed.emit()
            self.accept()


class SheetPage(QWidget):
    """The picture of the sheet, and how it gets onto paper."""

    def __init__(self, sheet: RecoverySheet, look: Look) -> None:
        super().__init__()
        self._sheet = sheet
        self._look = look
        self.print_it = QPushButton("&Print…")
        self.print_it.clicked.connect(self._on_print)
        self.save_it = QPushButton("&Save as PDF…")
        self.save_it.clicked.connect(self._on_save)
        for button in (self.print_it, self.save_it):
            button.setAutoDefault(False)
        self.said = _words("", look)
        self.said.setAccessibleName("Message")
        ways = QHBoxLayout()
        ways.setSpacing(look.px(8))
        ways.addWidget(self.print_it)
        ways.addWidget(self.save_it)
        ways.addStretch(1)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(10))
        column.addWidget(_words("Put the key on paper", look, 17, QFont.Weight.DemiBold))
        column.addWidget(_words(
            "If this computer breaks or forgets its passwords, this sheet opens your archive. "
            "Without it, and without a passphrase, nobody can.", look,
        ))  # fmt: skip
        column.addWidget(_words(KEEP_IT, look))
        column.addLayout(ways)
        column.addWidget(self.said)
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(20))
        layout.addWidget(SheetPicture(sheet, look), 5)
        self._area = scrolled(told, look)
        layout.addWidget(self._area, 6)

    def _on_print(self) -> None:
        try:
            self._say(print_sheet(self._sheet, self))
        except ClerkappError as error:
            self._say_why(error)

    def _on_save(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        usual = Path(QStandardPaths.writableLocation(documents)) / _FILE
        name, _ = QFileDialog.getSaveFileName(
            self, "Save the recovery sheet", str(usual), "PDF (*.pdf)"
        )
        if not name:
            return
        target = Path(name) if Path(name).suffix else Path(f"{name}.pdf")
        try:
            save_sheet(self._sheet, usual_paper(), target)
        except ClerkappError as error:
            self._say_why(error)
        else:
            self._say(saved(target))

    def _say_why(self, error: ClerkappError) -> None:
        words = str(error)
        self._say(f"{words[:1].upper()}{words[1:]}.", "bad")

    def _say(self, words: str, tone: str = "ink") -> None:
        _say(self.said, words, tone, self._look)
        QTimer.singleShot(0, self._show_what_is_said)  # when it has been given its room

    def _show_what_is_said(self) -> None:
        self._area.ensureWidgetVisible(self.said)


class SheetPicture(QFrame):
    """The whole sheet, as large as there is room; too small to be read over a shoulder."""

    def __init__(self, sheet: RecoverySheet, look: Look) -> None:
        super().__init__()
        self._sheet = sheet
        self._look = look
        self._paper = usual_paper()
        self._picture = QPixmap()
        self.setAccessibleName("Picture of the recovery sheet")
        self.setMinimumWidth(look.px(130))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the sheet anew where the size has changed."""
        page = self._paper.size(self._paper.Unit.Point)
        size = page.scaled(self.size() * 1.0, Qt.AspectRatioMode.KeepAspectRatio)
        ratio = self.devicePixelRatioF()
        height = round(size.height() * ratio)
        if self._picture.height() != height:
            self._picture = QPixmap(sheet_picture(self._sheet, self._paper, height))
            self._picture.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        left = round((self.width() - size.width()) / 2)
        painter.drawPixmap(left, 0, self._picture)
        painter.setPen(self._look.color("line"))
        painter.drawRect(left, 0, round(size.width()) - 1, round(size.height()) - 1)


class ProofPage(QWidget):
    """Two groups, picked at random, to be typed back from the paper."""

    def __init__(self, key: DataKey, look: Look) -> None:
        super().__init__()
        self._key = key
        self._look = look
        self.numbers = sorted(SystemRandom().sample(range(1, GROUPS + 1), _ASKED))
        self.fields = [QLineEdit() for _ in self.numbers]
        self.said = [_words("", look) for _ in self.numbers]
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(8))
        column.addWidget(_words("Is it on paper, and can it be read?", look, 17,
                                QFont.Weight.DemiBold))  # fmt: skip
        column.addWidget(_words(
            "Take your sheet and type two of its groups. Capitals do not matter.", look
        ))  # fmt: skip
        column.addSpacing(look.px(6))
        code = look.font(19, QFont.Weight.Medium)
        code.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.px(2))
        for number, field, said in zip(self.numbers, self.fields, self.said, strict=True):
            label = _words(f"Type group {number} as it stands on your sheet", look)
            label.setBuddy(field)
            field.setFont(code)
            field.setMaximumWidth(look.px(240))
            field.setAccessibleName(f"Group {number}")
            field.setInputMethodHints(
                Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
            )
            field.textEdited.connect(self._on_typed)
            for widget in (label, field, said):
                column.addWidget(widget)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(told, look))

    def focus_first(self) -> None:
        """Puts the cursor where the first group is to be typed that is not right yet."""
        for number, field in zip(self.numbers, self.fields, strict=True):
            if number_typed(self._key, field.text()) != number:
                field.setFocus()
                field.selectAll()
                return

    def is_proved(self) -> bool:
        """Whether both are right; says by each what is wrong, and goes to the first that is."""
        answers = [
            (number, number_typed(self._key, field.text()), field.text().strip())
            for number, field in zip(self.numbers, self.fields, strict=True)
        ]
        for answer, field, said in zip(answers, self.fields, self.said, strict=True):
            words, tone = _answer(*answer)
            _say(said, words, tone, self._look)
            field.setAccessibleDescription(words)
        self.focus_first()
        return all(number == typed for number, typed, _ in answers)

    def _on_typed(self) -> None:
        """Says at once that a group is right; that one is wrong is said when asked."""
        for number, field, said in zip(self.numbers, self.fields, self.said, strict=True):
            typed = number_typed(self._key, field.text())
            words, tone = _answer(number, typed, "") if typed == number else ("", "soft")
            _say(said, words, tone, self._look)
            field.setAccessibleDescription(words)


def _answer(number: int, typed_number: int | None, typed: str) -> tuple[str, str]:
    """What is said of a group that was typed back, and its tone."""
    if typed_number == number:
        return f"✓ Group {number} is right.", "good"
    if typed_number:
        return f"That is group {typed_number}. Look for the one with {number} before it.", "bad"
    if not typed:
        return f"Group {number} is still to be typed.", "bad"
    return f"Not quite group {number}: compare it with the sheet, one character at a time.", "bad"


def _words(
    words: str, look: Look, size: float = 13, weight: QFont.Weight = QFont.Weight.Normal
) -> QLabel:
    label = QLabel(words)
    label.setFont(look.font(size, weight))
    label.setWordWrap(True)
    return label


def _say(label: QLabel, words: str, tone: str, look: Look) -> None:
    palette = look.palette()
    palette.setColor(palette.ColorRole.WindowText, look.color(tone))
    label.setPalette(palette)
    label.setText(words)
