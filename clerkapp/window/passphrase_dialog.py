"""A passphrase chosen while the archive is open, and a key that is renewed."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from clerkapp.window.look import Look, without_icons
from clerkapp.window.passphrase_fields import NewPassphrase

_CHANGE = (
    "It opens the archive when this computer’s keyring does not. Write it down nowhere near the "
    "computer. The recovery sheet stays as it is."
)
_BEFORE = "The present one then opens the archive no more."
_RENEW = (
    "For when a recovery sheet or a passphrase has come into the wrong hands. The archive and "
    "every backup in its folder are encrypted with a new key. The old sheet and the old "
    "passphrase then open nothing, so print a new sheet afterwards."
)
_MEANWHILE = (
    "Backups that you keep elsewhere stay as they are: whoever has one and the old key can read "
    "it. Clerkapp closes meanwhile and opens again. That may take a minute."
)
_MAY_BE_EMPTY = "A passphrase is not needed where the keyring keeps the key: leave it empty then."


class PassphraseDialog(QDialog):
    """Accepted only with a passphrase that is fit, typed twice alike, in `fields`."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, has_passphrase: bool) -> None:
        super().__init__(parent)
        self.fields = NewPassphrase(look)
        title = "Change the passphrase" if has_passphrase else "Choose a passphrase"
        words = (_CHANGE, _BEFORE) if has_passphrase else (_CHANGE,)
        yes = "C&hange it" if has_passphrase else "Choose &it"
        _put_together(self, title, words, look, yes)

    def accept(self) -> None:
        """Says what is wrong instead, where something is."""
        if self.fields.insist():
            super().accept()


class RenewDialog(QDialog):
    """Accepted with a passphrase that is fit, or with none where none is needed."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, has_passphrase: bool) -> None:
        super().__init__(parent)
        self._needs_passphrase = has_passphrase
        self.fields = NewPassphrase(look)
        told = (_RENEW, _MEANWHILE)
        words = told if has_passphrase else (*told, _MAY_BE_EMPTY)
        _put_together(self, "Renew the key", words, look, "Re&new the key")

    @property
    def passphrase(self) -> str | None:
        """The new passphrase; None where there is to be none."""
        return self.fields.passphrase or None

    def accept(self) -> None:
        """Says what is wrong instead, where something is."""
        is_empty = not any(field.text() for field in self.fields.fields)
        if (is_empty and not self._needs_passphrase) or self.fields.insist():
            super().accept()


def _put_together(
    dialog: PassphraseDialog | RenewDialog, title: str, words: tuple[str, ...], look: Look, yes: str
) -> None:
    dialog.setWindowTitle(title)
    dialog.setFont(look.font(13))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(*(look.px(20),) * 4)
    layout.setSpacing(look.px(10))
    heading = QLabel(title)
    heading.setFont(look.font(17, QFont.Weight.DemiBold))
    layout.addWidget(heading)
    for each in words:
        label = QLabel(each)
        label.setWordWrap(True)
        layout.addWidget(label)
    layout.addSpacing(look.px(4))
    layout.addWidget(dialog.fields)
    layout.addStretch(1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    onward = buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    without_icons(buttons)
    layout.addWidget(buttons)
    onward.setDefault(True)  # only now: a dialog knows the buttons that are in it
    dialog.setMinimumWidth(look.px(520))
    dialog.fields.setFocus()
