"""What each screen before the window says: what happened, what is safe, and the ways on."""

from enum import Enum
from pathlib import Path

from msgspec import Struct


class Way(Enum):
    """A way on, with the words on its button."""

    AGAIN = "&Try the keyring again"
    PASSPHRASE = "Use the &passphrase"  # noqa: S105 — the words on a button
    CHOOSE = "Choose a &passphrase instead"
    SHEET = "Use the &recovery sheet"
    ELSEWHERE = "&Another file…"
    OPEN = "&Open"
    RESTORE = "&Restore this backup"
    RESCUE = "Resc&ue what can be read"
    TAKE_RESCUED = "&Open what was rescued"
    BACKUPS = "Look at the &backups"
    CLOSE = "&Close"


class Body(Enum):
    """What a screen asks for."""

    NOTHING = 0
    PASSPHRASE = 1
    NEW_PASSPHRASE = 2
    SHEET = 3
    BACKUPS = 4


class Screen(Struct, frozen=True):
    """One screen: its heading, a paragraph for each of three questions, and the ways on.

    Enter takes the way `onward`; the `others` stand beside it. Every screen can be closed.
    """

    title: str
    happened: str
    safe: str = ""
    to_do: str = ""
    body: Body = Body.NOTHING
    onward: Way | None = None
    others: tuple[Way, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The paragraphs that there are."""
        return tuple(filter(None, (self.happened, self.safe, self.to_do)))


_LOSSES_NAMED = 12

_SAFE = "Your minutes are untouched: the archive is where it was, encrypted."


def waiting(*, has_passphrase: bool, is_new: bool) -> Screen:
    """The keyring has not answered yet."""
    return Screen(
        "Waiting for this computer’s keyring…",
        "It may be asking for its password in another window. "
        + ("It is to keep the key of your new archive." if is_new else "It has the key."),
        to_do="As soon as it answers, Clerkapp opens. You need not wait:",
        others=(Way.CHOOSE,) if is_new else _without_keyring(has_passphrase=has_passphrase),
    )


def locked(*, has_passphrase: bool) -> Screen:
    """The keyring is there and does not open."""
    other = "your passphrase" if has_passphrase else "the recovery sheet"
    return Screen(
        "This computer’s keyring is locked",
        "It has the key of your archive, and did not open.",
        _SAFE,
        "Try again, and unlock the keyring when it asks for its password. "
        f"Or use {other}, which needs no keyring.",
        onward=Way.AGAIN,
        others=_without_keyring(has_passphrase=has_passphrase),
    )


def absent(*, has_passphrase: bool) -> Screen:
    """There is no keyring, or it does not have the key: the next way is asked for at once."""
    asked_for = (
        "Type the passphrase."
        if has_passphrase
        else "Type the groups of the recovery sheet. Without it nobody can open the archive, so if "
        "you have to look for it, keep the folder of the archive as it is."
    )
    return Screen(
        "The key is not on this computer",
        "This computer’s keyring does not have the key of your archive. That happens when a "
        "password is reset, or when the archive was moved to another computer.",
        _SAFE,
        f"{asked_for} Once it is open, the key goes back into the keyring, if there is one.",
        Body.PASSPHRASE if has_passphrase else Body.SHEET,
        Way.OPEN,
        (Way.SHEET, Way.AGAIN) if has_passphrase else (Way.AGAIN,),
    )


def wrong_key(*, has_passphrase: bool) -> Screen:
    """The key that the keyring has is of another archive."""
    ways = "the passphrase or the recovery sheet" if has_passphrase else "the recovery sheet"
    return Screen(
        "The keyring has the key of another archive",
        "What it keeps does not open this archive. Perhaps the archive was brought here from "
        "another computer, or another one was put in its place.",
        _SAFE,
        f"Use {ways} of this archive.",
        onward=Way.PASSPHRASE if has_passphrase else Way.SHEET,
        others=(Way.SHEET, Way.AGAIN) if has_passphrase else (Way.AGAIN,),
    )


def damaged(why: str, folder: Path, *, backups: int, has_content: bool = True) -> Screen:
    """The key is right, and the file is not whole, gone or empty; `has_content` if not the last."""
    return Screen(
        "The archive is damaged",
        f"{why[:1].upper()}{why[1:]}. The key is not the reason: it is the right one.",
        f"Nothing was changed{', and your backups are whole files of their own' * (backups > 0)}. "
        f"A backup that is restored moves what is there now aside, into {folder}.",
        (
            "Choose a backup. Beside it stands what it would bring back."
            if backups
            else "There is no backup in that folder. If you have one elsewhere, choose its file."
        )
        + " What was typed since then may still be read in the damaged file." * has_content,
        Body.BACKUPS,
        Way.RESTORE,
        (Way.RESCUE, Way.ELSEWHERE) if has_content else (Way.ELSEWHERE,),
    )


def rescued(meetings: int, entries: int, losses: tuple[str, ...], folder: Path) -> Screen:
    """What could be read of a damaged archive stands in a new one, not yet in its place."""
    number = f"{meetings} meeting{'s' * (meetings != 1)} with {entries} entries"
    more = len(losses) - _LOSSES_NAMED
    named = [f"• {each}" for each in losses[:_LOSSES_NAMED]] + [f"• and {more} more"] * (more > 0)
    return Screen(
        "This much could be read",
        f"{number} can be read. " + "\n".join(("Lost or uncertain:", *named) if named else ()),
        f"Nothing was changed yet. If you take it, the damaged files are moved aside into {folder}"
        " and can be looked at again.",
        "If a backup holds more, look at the backups instead.",
        onward=Way.TAKE_RESCUED,
        others=(Way.BACKUPS,),
    )


def keys_damaged(why: str) -> Screen:
    """What is written about the key is damaged, here and beside the backups."""
    return Screen(
        "The file about the key is damaged",
        f"The passphrase cannot be used: {why}, and so is its copy beside the backups.",
        _SAFE,
        "Type the groups of the recovery sheet. The file is then written anew; choose a "
        "passphrase again when you are in.",
        Body.SHEET,
        Way.OPEN,
        (Way.AGAIN,),
    )


def choose_passphrase(folder: Path) -> Screen:
    """A new archive has nowhere to keep its key but a passphrase."""
    return Screen(
        "Choose a passphrase",
        "Clerkapp encrypts your minutes, so that nobody who finds or steals this computer can "
        "read them. No keyring of this computer takes the key, so a passphrase keeps it.",
        f"It protects everything in {folder}, and is asked for whenever Clerkapp starts.",
        "Three or four words are good. Nobody can find it out for you: the recovery sheet, which "
        "you can print as soon as the window is open, will be the other way in.",
        Body.NEW_PASSPHRASE,
        Way.OPEN,
        (Way.AGAIN,),
    )


def enter_passphrase() -> Screen:
    """The passphrase, chosen as the way in."""
    return Screen(
        "Type the passphrase",
        "It opens the archive without the keyring.",
        body=Body.PASSPHRASE,
        onward=Way.OPEN,
        others=(Way.SHEET, Way.AGAIN),
    )


def enter_sheet(*, has_passphrase: bool) -> Screen:
    """The recovery sheet, chosen as the way in."""
    return Screen(
        "Type the recovery sheet",
        "Its 13 groups are the key. If one is mistyped, it is said which.",
        body=Body.SHEET,
        onward=Way.OPEN,
        others=(Way.PASSPHRASE, Way.AGAIN) if has_passphrase else (Way.AGAIN,),
    )


def busy(title: str) -> Screen:
    """Something is being done that takes as long as it takes."""
    return Screen(title, "This may take a minute. Please leave the computer on.")


def not_done(title: str, why: str) -> Screen:
    """What was to be done with the archive closed was not."""
    return Screen(title, why, to_do="Open the archive to go on with your work.", onward=Way.OPEN)


def _without_keyring(*, has_passphrase: bool) -> tuple[Way, ...]:
    return (Way.PASSPHRASE, Way.SHEET) if has_passphrase else (Way.SHEET,)
