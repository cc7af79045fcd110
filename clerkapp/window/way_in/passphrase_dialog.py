"""A passphrase chosen while the archive is open, and a key that is renewed."""

from PySide6.QtWidgets import QWidget

from clerkapp.window.look.look import Look
from clerkapp.window.look.told_dialog import ToldDialog
from clerkapp.window.way_in.passphrase_fields import NewPassphrase

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


class _NewPassphraseDialog(ToldDialog):
    """Asks for a new passphrase, in `fields`."""

    def __init__(
        self, title: str, words: tuple[str, ...], yes: str, look: Look, parent: QWidget | None
    ) -> None:
        super().__init__(look, parent, width=560)
        self.setWindowTitle(title)
        self.fields = NewPassphrase(look)
        self.tell(title, words, self.fields)
        self.add_button("&Cancel", self.reject)
        self.add_button(yes, self.accept).setDefault(True)
        self.fit()
        self.fields.setFocus()


class PassphraseDialog(_NewPassphraseDialog):
    """Accepted only with a passphrase that is fit, typed twice alike."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, has_passphrase: bool) -> None:
        if has_passphrase:
            title, words, yes = "Change the passphrase", (_CHANGE, _BEFORE), "C&hange it"
        else:
            title, words, yes = "Choose a passphrase", (_CHANGE,), "Choose &it"
        super().__init__(title, words, yes, look, parent)

    def accept(self) -> None:
        """Says what is wrong instead, where something is."""
        if self.fields.insist():
            super().accept()


class RenewDialog(_NewPassphraseDialog):
    """Accepted with a passphrase that is fit, or with none where none is needed."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, has_passphrase: bool) -> None:
        self._needs_passphrase = has_passphrase
        told = (_RENEW, _MEANWHILE)
        words = told if has_passphrase else (*told, _MAY_BE_EMPTY)
        super().__init__("Renew the key", words, "Re&new the key", look, parent)

    @property
    def passphrase(self) -> str | None:
        """The new passphrase; None where there is to be none."""
        return self.fields.passphrase or None

    def accept(self) -> None:
        """Says what is wrong instead, where something is."""
        is_empty = not any(field.text() for field in self.fields.fields)
        if (is_empty and not self._needs_passphrase) or self.fields.insist():
            super().accept()
