"""Leads from screen to screen until the archive is open, or the person closes."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from clerkapp.archive.keys.data_key import DataKey, Keys
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.read_only import OpenArchive, open_archive
from clerkapp.archive.rescuing import Rescued, rescue
from clerkapp.archive.restoring import restore
from clerkapp.archive.snapshots import backup_folder, snapshots
from clerkapp.errors import (
    ArchiveDamaged,
    ClerkappError,
    KeyringAbsent,
    KeyringLocked,
    NoWayIn,
    PassphraseWanted,
    UnfitPassphrase,
    WrongKey,
    WrongPassphrase,
)
from clerkapp.window.answer import Answer
from clerkapp.window.between import Between
from clerkapp.window.look.look_choice import look_wanted
from clerkapp.window.settings import Settings
from clerkapp.window.way_in import way_in_words as words
from clerkapp.window.way_in.asking import asked
from clerkapp.window.way_in.backup_choice import BackupChoice
from clerkapp.window.way_in.passphrase_fields import KnownPassphrase, NewPassphrase
from clerkapp.window.way_in.sheet_entry import SheetEntry
from clerkapp.window.way_in.way_in_dialog import WayInDialog
from clerkapp.window.way_in.way_in_words import Body, Screen, Way

Keep = Callable[[Keys], object]
"""Puts the keys back where they belong."""


class WayIn(QObject):
    """Every step that may take long is put on another thread; each answer leads to a screen."""

    def __init__(self, path: Path, ways: WaysIn) -> None:
        super().__init__()
        self._path = path
        self._ways = ways
        self._look = look_wanted(Settings(path))
        QApplication.setPalette(self._look.palette())
        QApplication.setFont(self._look.font(13))
        self.dialog = WayInDialog(self._look)
        self.dialog.taken.connect(self._on_taken)
        self._usual = Answer(self)  # of the keyring: may come late, while something else is typed
        self._answer = Answer(self)
        self._keep: Keep = ways.keep
        self._keys: Keys = ()
        self._why = ""  # the archive is damaged
        self._archive: OpenArchive | None = None
        self._failure: ClerkappError | None = None

    # From the beginning to the end

    def after(self, usual: "Future[Keys]") -> OpenArchive | None:
        """The archive, once the keyring or the person has opened it; None where they closed."""
        if usual.done():
            self._on_usual(usual)
        else:
            self._usual.wait_for(usual, self._on_usual)
            self._show_waiting()
        return self._end()

    def through(self, between: Between, keys: Keys) -> OpenArchive | None:
        """The archive after what is done while it is closed; as it was, where that failed."""
        self._keys = keys
        self._show_busy(between.title)
        self._answer.wait_for(asked(between.work), partial(self._on_done, between))
        return self._end()

    def _end(self) -> OpenArchive | None:
        if self._archive is None and self._failure is None:
            self.dialog.exec()
        for each in (self._usual, self._answer):
            each.forget()
        self.dialog.deleteLater()
        if self._failure:
            raise self._failure
        return self._archive

    # What the keyring says

    def _ask_keyring(self) -> None:
        if not self._usual.is_awaited:
            self._usual.wait_for(asked(self._ways.usual), self._on_usual)
        self._show_waiting()

    def _on_usual(self, answer: "Future[Keys]") -> None:
        try:
            keys = answer.result()
        except ClerkappError as error:
            if self.dialog.body is not None:
                return  # somebody has chosen another way meanwhile
            if isinstance(error, (NoWayIn, ArchiveDamaged)):
                self._show_why(error)
            else:
                self._fail(error)  # no key would help
            return
        self._take(keys)

    def _show_why(self, error: NoWayIn | ArchiveDamaged) -> None:
        """The screen of what kept the archive shut."""
        known, damage = self._ways.has_passphrase, self._damage
        match error:
            case PassphraseWanted() | UnfitPassphrase():
                self._show(words.choose_passphrase(self._path.parent))
                self._say("" if isinstance(error, PassphraseWanted) else _sentence(error))
            case KeyringLocked():
                self._keep = self._ways.mend  # who said no to the keyring is not asked again
                self._show(words.locked(has_passphrase=known))
            case NoWayIn() | ArchiveDamaged() if damage:
                self._show(words.keys_damaged(damage))
            case WrongPassphrase() if known:
                self._show(words.enter_passphrase())
                self._say(_sentence(error))
            case WrongPassphrase() | KeyringAbsent():
                self._show(words.absent(has_passphrase=known))
            case WrongKey():
                self._show(words.wrong_key(has_passphrase=known))
            case _:
                self._fail(error)

    @property
    def _damage(self) -> str:
        """What is wrong with all that is written down about the key; "" if it can be read."""
        try:
            self._ways.file  # noqa: B018 — reading it is what may fail
        except ArchiveDamaged as error:
            return str(error)
        return ""

    # The ways on

    def _on_taken(self, way: Way) -> None:
        body = self.dialog.body
        match way:
            case Way.AGAIN:
                self._ask_keyring()
            case Way.PASSPHRASE:
                self._show(words.enter_passphrase())
            case Way.CHOOSE:
                self._show(words.choose_passphrase(self._path.parent))
            case Way.SHEET:
                self._show(words.enter_sheet(has_passphrase=self._ways.has_passphrase))
            case Way.ELSEWHERE if isinstance(body, BackupChoice):
                body.look_elsewhere()
            case Way.RESTORE if isinstance(body, BackupChoice) and body.chosen:
                self._restore(body.chosen)
            case Way.RESCUE:
                self._rescue()
            case Way.TAKE_RESCUED:
                self._restore(self._rescued)
            case Way.BACKUPS:
                self._show_damage(self._why)
            case _:
                self._open()

    def _open(self) -> None:
        """What “Open” means on the screen that is shown."""
        match self.dialog.body:
            case NewPassphrase() as body:
                if body.insist():
                    self._ask(partial(self._ways.make, body.passphrase), keep=None)
            case KnownPassphrase() as body:
                self._ask(partial(self._ways.by_passphrase, body.passphrase), self._keep)
            case SheetEntry() as body:
                self._try_sheet(body.key)
            case _:  # what was to be done meanwhile was not: as it was, or half way to a new key
                self._take(self._keys, otherwise=self._ask_keyring)

    def _try_sheet(self, key: DataKey | None) -> None:
        if key:
            self._ask(partial(self._ways.by_sheet, key), self._keep)
        else:
            self._say("Type all 13 groups first.")

    def _ask(self, work: Callable[[], Keys], keep: Keep | None) -> None:
        self.dialog.enable(Way.OPEN, is_on=False)
        self._answer.wait_for(asked(work), partial(self._on_answer, keep))

    def _on_answer(self, keep: Keep | None, answer: "Future[Keys]") -> None:
        self.dialog.enable(Way.OPEN, is_on=True)
        try:
            keys = answer.result()
        except ClerkappError as error:
            self._say(_sentence(error))
            return
        self._take(keys, keep)

    def _rescue(self) -> None:
        self._show_busy("Reading what can be read…")
        self._rescued.unlink(missing_ok=True)
        work = asked(partial(rescue, self._path, self._rescued, self._keys))
        self._answer.wait_for(work, self._on_rescued)

    def _on_rescued(self, answer: "Future[Rescued]") -> None:
        try:
            found = answer.result()
        except ClerkappError as error:
            self._show_damage(str(error))
            return
        folder = backup_folder(self._path)
        self._show(words.rescued(found.meetings, found.entries, found.losses, folder))

    @property
    def _rescued(self) -> Path:
        """Where what could be read of a damaged archive is kept until it is taken."""
        return self._path.with_name(f"{self._path.stem}-rescued.db")

    def _restore(self, backup: Path) -> None:
        self._show_busy("Restoring the backup…")
        work = asked(partial(restore, self._path, backup, self._keys))
        self._answer.wait_for(work, self._on_restored)

    def _on_restored(self, answer: "Future[Path | None]") -> None:
        try:
            answer.result()
        except ClerkappError as error:
            self._show_damage(str(error))
            return
        self._rescued.unlink(missing_ok=True)  # it is in its place now, or a backup is
        self._take(self._keys)

    def _on_done(self, between: Between, answer: "Future[Keys]") -> None:
        try:
            keys = answer.result()
        except ClerkappError as error:
            self._show(words.not_done(between.otherwise, _sentence(error)))
            return
        self._take(keys, self._keep)

    # In

    def _take(
        self, keys: Keys, keep: Keep | None = None, otherwise: Callable[[], None] | None = None
    ) -> None:
        """Opens the archive with those keys, and then has `keep` put them where they belong.

        Where they do not open it, `otherwise` goes on; without it the archive is damaged.
        """
        self._keys = keys
        try:
            self._archive = open_archive(self._path, keys)
        except ArchiveDamaged as error:
            if otherwise:
                otherwise()
            else:
                self._show_damage(str(error))
        except ClerkappError as error:
            self._fail(error)
        else:
            if keep:
                asked(partial(keep, keys))
            self.dialog.accept()

    def _fail(self, error: ClerkappError) -> None:
        self._failure = error
        self.dialog.reject()

    # The screens

    def _show(self, screen: Screen) -> None:
        self.dialog.show_screen(screen, self._body(screen.body))
        self._on_choice()

    def _show_waiting(self) -> None:
        is_new = not self._damage and self._ways.is_new
        self._show(words.waiting(has_passphrase=self._ways.has_passphrase, is_new=is_new))

    def _show_busy(self, title: str) -> None:
        self._show(words.busy(title))
        self.dialog.enable(Way.CLOSE, is_on=False)

    def _show_damage(self, why: str) -> None:
        self._why = why
        folder = backup_folder(self._path)
        backups = len(snapshots(self._path, folder))
        has_content = self._path.is_file() and self._path.stat().st_size > 0
        self._show(words.damaged(why, folder, backups=backups, has_content=has_content))

    def _body(self, body: Body) -> QWidget | None:
        match body:
            case Body.PASSPHRASE:
                return KnownPassphrase(self._look)
            case Body.NEW_PASSPHRASE:
                return NewPassphrase(self._look)
            case Body.SHEET:
                entry = SheetEntry(self._look)
                entry.read.connect(self._try_sheet)
                return entry
            case Body.BACKUPS:
                choice = BackupChoice(self._path, self._keys, self._look)
                choice.changed.connect(self._on_choice)
                return choice
            case Body.NOTHING:
                return None

    def _on_choice(self) -> None:
        body = self.dialog.body
        if isinstance(body, BackupChoice):
            self.dialog.enable(Way.RESTORE, is_on=body.chosen is not None)

    def _say(self, told: str) -> None:
        """Says on the screen that is shown why that was no way in."""
        match self.dialog.body:
            case KnownPassphrase() as body:
                body.refuse(told)
            case NewPassphrase() | SheetEntry() as body:
                body.say(told)
            case _:
                pass


def _sentence(error: ClerkappError) -> str:
    words_of_it = str(error)
    return f"{words_of_it[:1].upper()}{words_of_it[1:]}."
