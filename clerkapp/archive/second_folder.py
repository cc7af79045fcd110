"""Which folder on a second drive is kept up, whether it is there, and whether it is a good choice.

The choice stands in a small file beside the archive. A note in the folder itself has the same
token: where a stick is not plugged in, its folder may be there all the same, on another drive.
"""

import json
import secrets
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from clerkapp.archive.files import reason, write_whole
from clerkapp.archive.keys.key_file import read_key_file
from clerkapp.archive.snapshots import backup_folder
from clerkapp.errors import ArchiveError

NOTE = "about this folder.txt"
_WORDS = """\
Clerkapp keeps this folder up: encrypted backups of minutes, and what was saved after each.
To have the minutes again, on any computer with Clerkapp and the passphrase or the recovery sheet:

    clerkapp restore "this folder"

Leave the files in it as they are, and their names too.

"""
_TOKEN_BYTES = 16


class SecondFolder(Struct, frozen=True):
    """The folder that was chosen, and the token in its note."""

    path: Path
    token: str

    @property
    def is_there(self) -> bool:
        """Whether the drive with this very folder is plugged in."""
        return _token(self.path) == self.token


def second_folder(archive: Path) -> SecondFolder | None:
    """The folder that was chosen for that archive; None where none was."""
    try:
        kept = json.loads(_choice(archive).read_bytes())
        return SecondFolder(Path(str(kept["folder"])), str(kept["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def choose(archive: Path, folder: Path | None) -> None:
    """Has `folder` kept up from now on, or none; ArchiveError where it cannot be written to."""
    try:
        if folder is None:
            _choice(archive).unlink(missing_ok=True)
            return
        folder = folder.expanduser().resolve()
        if folder in (archive.resolve().parent, backup_folder(archive.resolve())):
            raise ArchiveError(f"{folder} is where the archive itself is; name a folder elsewhere")
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        token = _token(folder)
        if not token:
            token = secrets.token_hex(_TOKEN_BYTES)
            write_whole(folder / NOTE, f"{_WORDS}{token}\n".encode())
    except OSError as error:
        raise ArchiveError(f"{folder} cannot be kept up: {reason(error)}") from None
    keep_choice(archive, SecondFolder(folder, token))


def keep_choice(archive: Path, chosen: SecondFolder) -> None:
    """Writes down beside that archive which folder was chosen; ArchiveError where it cannot be."""
    words = json.dumps({"folder": str(chosen.path), "token": chosen.token})
    write_whole(_choice(archive), words.encode())


def doubts_about(archive: Path, folder: Path) -> tuple[str, ...]:
    """Why the folder may not be of much help, in sentences; none where all is well."""
    doubts: list[str] = []
    with suppress(OSError):
        if folder.expanduser().stat().st_dev == archive.parent.stat().st_dev:
            doubts.append("that folder is on the same drive as the archive: one failure takes both")
    with suppress(ArchiveError):
        file = read_key_file(archive.parent)
        if file is None or (file.passphrase is None and not file.has_sheet):
            doubts.append(
                "without a passphrase or the recovery sheet nobody can read it on another computer"
            )
    return tuple(doubts)


def _choice(archive: Path) -> Path:
    return archive.with_name("second-drive.json")


def _token(folder: Path) -> str:
    """The token in the note of the folder; "" where there is none, or it cannot be read."""
    try:
        return (folder / NOTE).read_text(encoding="utf-8").split()[-1]
    except (OSError, ValueError, IndexError):
        return ""
