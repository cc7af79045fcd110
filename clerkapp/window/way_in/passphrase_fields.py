"""Where a passphrase is typed: once to get in, or twice to choose it.

What is typed stays in the field until it is taken, and goes nowhere else.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from clerkapp.archive.keys.passphrase import unfit_passphrase
from clerkapp.window.look.look import Look


class PassphraseFields(QWidget):
    """The fields of one passphrase, hidden unless the box is ticked, and a quiet remark below."""

    def __init__(self, look: Look, labels: tuple[tuple[str, str], ...]) -> None:
        """`labels` has for each field what stands before it and its name for a screen reader."""
        super().__init__()
        self._look = look
        self.fields: list[QLineEdit] = []
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(look.px(8))
        form.setHorizontalSpacing(look.px(12))
        for label, name in labels:
            field = QLineEdit()
            field.setAccessibleName(name)
            field.setFont(look.font(15))
            field.setMaximumWidth(look.px(420))
            self.fields.append(field)
            form.addRow(label, field)
        self.show_typed = QCheckBox("&Show what is typed")
        self.show_typed.toggled.connect(self._on_show_typed)
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        form.addRow("", self.show_typed)
        form.addRow("", self.remark)
        self.setFocusProxy(self.fields[0])
        self._on_show_typed(is_shown=False)

    @property
    def passphrase(self) -> str:
        """What is in the first field."""
        return self.fields[0].text()

    def clear(self) -> None:
        """Forgets what was typed."""
        for field in self.fields:
            field.clear()

    def say(self, words: str, tone: str = "bad") -> None:
        """Says something below the fields; a screen reader hears it with the field."""
        palette = self._look.palette()
        palette.setColor(palette.ColorRole.WindowText, self._look.color(tone))
        self.remark.setPalette(palette)
        self.remark.setText(words)
        self.fields[0].setAccessibleDescription(words)

    def _on_show_typed(self, is_shown: bool) -> None:  # noqa: FBT001 — Qt's signal gives it so
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        for field in self.fields:
            field.setEchoMode(mode)
            field.setInputMethodHints(  # no keyboard learns it, nor puts it right
                Qt.InputMethodHint.ImhSensitiveData
                | Qt.InputMethodHint.ImhNoPredictiveText
                | Qt.InputMethodHint.ImhNoAutoUppercase
                | (Qt.InputMethodHint.ImhNone if is_shown else Qt.InputMethodHint.ImhHiddenText)
            )


class KnownPassphrase(PassphraseFields):
    """The passphrase that opens the archive."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, (("Pass&phrase", "Passphrase"),))

    def refuse(self, words: str) -> None:
        """Says why it did not open the archive, and has it typed anew."""
        self.say(words)
        self.fields[0].selectAll()
        self.fields[0].setFocus()


class NewPassphrase(PassphraseFields):
    """A passphrase typed twice; says while it is typed what keeps it from being one."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, (("Pass&phrase", "New passphrase"), ("A&gain", "The new passphrase again"))
        )
        for field in self.fields:
            field.textEdited.connect(self._on_typed)
        self._on_typed()

    @property
    def fault(self) -> str:
        """Why the two are not yet a passphrase, as a sentence; "" where they are one."""
        first, second = (field.text() for field in self.fields)
        if unfit := unfit_passphrase(first):
            return _sentence(unfit)
        if not second:
            return "Type it again below, so that a slip of a finger shuts nobody out."
        return "" if first == second else "The two are not the same."

    def insist(self) -> bool:
        """Whether they are one; if not, says so plainly and goes to the field at fault."""
        fault = self.fault
        if fault:
            self.say(fault)
            self.fields[1 if not unfit_passphrase(self.passphrase) else 0].setFocus()
        return not fault

    def _on_typed(self) -> None:
        first, second = (field.text() for field in self.fields)
        if first.startswith(second) and first != second and not unfit_passphrase(first) and second:
            self.say("", "soft")  # on the way to being the same
        else:
            self.say(self.fault or "✓ Both are the same.", "soft" if self.fault else "good")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
