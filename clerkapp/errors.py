"""The failures that are the world's, each with a sentence for the person at the keyboard.

    ClerkappError
    ├── NotationError      a meeting written as text or JSON cannot be read at all
    ├── HouseStyleError    a house style file is not there, or a key in it is wrong
    ├── JurisdictionError  a file of what the law asks is not there, or a key in it is wrong
    ├── ShorthandError     a file of shorthand cannot be read, or a key in it is wrong
    ├── ArchiveError       the archive cannot be opened, read or written
    │   ├── NoArchive          there is none yet where it was looked for
    │   ├── ArchiveLocked      another Clerkapp has it open
    │   ├── ArchiveReadOnly    it can be read, and its folder not written to
    │   ├── ArchiveTooNew      a later release wrote it
    │   ├── ArchiveDamaged     its file, or that of a backup, is not whole
    │   ├── NoWayIn            its key is not to be had
    │   │   ├── KeyringAbsent      there is no keyring that can be trusted, or it has no such key
    │   │   ├── KeyringLocked      the keyring does not open
    │   │   ├── PassphraseWanted   a new archive has nowhere to keep its key but a passphrase
    │   │   ├── UnfitPassphrase    nobody should rely on the passphrase that was chosen
    │   │   └── WrongKey           a key is not that of this archive
    │   │       └── WrongPassphrase    nor is a passphrase
    │   └── NoSuchMeeting      no meeting has that id
    ├── RecoveryError      what was typed is not what the recovery sheet says
    ├── WordFileError      a Word file is not one that was exported here and can be taken back
    ├── SearchError        a search asks for a kind or a date that there is not
    └── ExportError        the minutes cannot be written where they were asked for
        └── TemplateError      a Word file cannot serve as a template

Anything else that escapes is a fault in Clerkapp, never shown as if the person had caused it.
"""


class ClerkappError(Exception):
    """Something outside Clerkapp went wrong; its words say what, where, and what to do."""


class NotationError(ClerkappError):
    """A meeting written as text or JSON cannot be read at all."""


class HouseStyleError(ClerkappError):
    """A house style is not there, or a key in its file is wrong."""


class JurisdictionError(ClerkappError):
    """A jurisdiction is not there, or a key in its file is wrong."""


class ShorthandError(ClerkappError):
    """A file of shorthand cannot be read, or a key in it is wrong."""


class ArchiveError(ClerkappError):
    """The archive cannot be opened, read or written."""


class NoArchive(ArchiveError):
    """There is no archive yet where it was looked for."""


class ArchiveLocked(ArchiveError):
    """Another Clerkapp has the archive open for writing."""


class ArchiveReadOnly(ArchiveError):
    """The archive can be read, but neither it nor its folder can be written to."""


class ArchiveTooNew(ArchiveError):
    """A later release of Clerkapp wrote this archive."""


class ArchiveDamaged(ArchiveError):
    """The file of an archive or of a backup is not whole."""


class NoWayIn(ArchiveError):
    """The key of an archive is not to be had by the way that was tried."""


class KeyringAbsent(NoWayIn):
    """There is no keyring that can be trusted with a key, or it does not have the one asked for."""


class KeyringLocked(NoWayIn):
    """The keyring of the computer is there and does not open."""


class PassphraseWanted(NoWayIn):
    """A new archive has nowhere to keep its key but a passphrase, which nobody has chosen yet."""


class UnfitPassphrase(NoWayIn):
    """Nobody should rely on the passphrase that was chosen."""


class WrongKey(NoWayIn):
    """A key is not that of the archive."""


class WrongPassphrase(WrongKey):
    """A passphrase is not that of the archive."""


class NoSuchCommittee(ClerkappError):
    """No committee, or more than one, is meant by those words."""


class NoSuchMeeting(ArchiveError):
    """No meeting in the archive has that id."""


class RecoveryError(ClerkappError):
    """What was typed is not what the recovery sheet says; its groups are named by number."""


class WordFileError(ClerkappError):
    """A Word file is not one that Clerkapp exported, or the record in it is gone or altered."""


class SearchError(ClerkappError):
    """A search asks for a kind or a date that there is not."""


class ExportError(ClerkappError):
    """The minutes cannot be written where they were asked for."""


class TemplateError(ExportError):
    """A Word file cannot serve as the template of the minutes: it is broken, or brings danger."""


class NothingToCheck(ClerkappError):
    """A check was asked for without a meeting, or by a rule that there is not."""
