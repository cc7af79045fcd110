"""Where the 13 groups of a recovery sheet are typed in, or pasted."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from clerkapp.archive.keys.data_key import DataKey
from clerkapp.archive.keys.groups import GROUPS
from clerkapp.archive.keys.recovery import read_groups
from clerkapp.archive.keys.typed_sheet import TypedGroup, TypedSheet, typed_sheet
from clerkapp.errors import RecoveryError
from clerkapp.window.look.look import Look

_TOLD = 2  # faults told at once: nobody mends more before looking again


class SheetEntry(QWidget):
    """One field that takes the whole sheet and says quietly, while it is typed, how it goes.

    A group that does not fit is underlined when it is whole and named below. `read` tells the key
    as soon as all the groups are there; whether it is the key of this archive is not known here.
    """

    read = Signal(DataKey)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.key: DataKey | None = None
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferUppercase
        )
        self.field.setAccessibleName(f"The {GROUPS} groups of the recovery sheet")
        font = look.font(19, QFont.Weight.Medium)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.px(2))
        self.field.setFont(font)
        self.field.setMinimumHeight(QFontMetrics(font).lineSpacing() * 2 + look.px(16))
        self.field.setPlaceholderText("Group 1, then group 2, and so on")
        label = QLabel(f"&The {GROUPS} groups, in order. Capitals and spaces do not matter.")
        label.setFont(look.font(13))
        label.setWordWrap(True)
        label.setBuddy(self.field)
        self.said = QLabel()
        self.said.setFont(look.font(13))
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addWidget(label)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.said)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._on_typed)
        self._on_typed()

    def sizeHint(self) -> QSize:
        """Room for all the groups without scrolling."""
        return QSize(self._look.px(520), self._look.px(230))

    def clear(self) -> None:
        """Empties the field; nothing of what was typed stays."""
        self.field.clear()
        self.field.document().clearUndoRedoStacks()

    def say(self, words: str) -> None:
        """Says something of the whole sheet below it, such as that it is of another archive."""
        self._say(words, "bad")

    def _on_typed(self) -> None:
        text = self.field.toPlainText()
        sheet = typed_sheet(text)
        before, self.key = self.key, None
        if sheet.is_right:
            self._underline(())
            self._on_whole(text, before)
            return
        so_far = sheet if len(sheet.groups) > GROUPS else sheet.so_far
        self._underline(so_far.wrong)
        self._say(*_standing(so_far))

    def _on_whole(self, text: str, before: DataKey | None) -> None:
        try:
            key = read_groups(text)
        except RecoveryError as error:
            self._say(_sentence(str(error)), "bad")
            return
        self._say(f"✓ All {GROUPS} groups are right.", "good")
        self.key = key
        if key != before:  # a space after the last group tells nothing new
            self.read.emit(key)

    def _underline(self, groups: tuple[TypedGroup, ...]) -> None:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self._look.color("bad"))
        marks: list[QTextEdit.ExtraSelection] = []
        for group in groups:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.field.document())
            cursor.setPosition(group.start)
            cursor.setPosition(group.end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
            mark.format = form  # pyright: ignore[reportAttributeAccessIssue]
            marks.append(mark)
        self.field.setExtraSelections(marks)

    def _say(self, words: str, tone: str) -> None:
        palette = self._look.palette()
        palette.setColor(palette.ColorRole.WindowText, self._look.color(tone))
        self.said.setPalette(palette)
        self.said.setText(words)
        self.field.setAccessibleDescription(words)


def _standing(sheet: TypedSheet) -> tuple[str, str]:
    """How far the sheet has come, in a sentence and its tone."""
    faults = sheet.faults
    if faults:
        return _sentence("; ".join(faults[:_TOLD])), "bad"
    right = len(sheet.groups)
    if not right:
        return f"0 of {GROUPS} groups", "soft"
    return f"✓ {right} of {GROUPS} groups", "soft"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
