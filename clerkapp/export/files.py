"""Puts a finished file in its place: whole, or not at all."""

import os
import re
import tempfile
from pathlib import Path

import platformdirs

from clerkapp.errors import ExportError
from clerkapp.resources import checkout, is_checkout
from clerkapp.wording.minutes import Audience, Minutes

_SHORT = 40  # letters of a name, which may itself be as long as the disk allows
_SLASHES = tuple(filter(None, (os.sep, os.altsep)))
FOR_ANYBODY = 0o644
FOR_THE_OWNER = 0o600


def write_whole(target: Path, data: bytes, mode: int = FOR_ANYBODY) -> None:
    """Writes `data` beside `target`, to the disk, and only then in its place, with that mode.

    A link stays, and what it leads to is replaced. ExportError, in a sentence, where that cannot be
    done; what was there before is then untouched.
    """
    if is_other_than_a_file(target):
        raise ExportError(f"cannot write {target}: it is not a file")
    target = Path(os.path.realpath(target))
    if target.is_symlink():
        raise ExportError(f"cannot write {target}: it is a link that leads to itself")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:_SHORT]}.", dir=target.parent)
    except (FileExistsError, NotADirectoryError):
        raise ExportError(f"cannot write into {target.parent}: that is a file, no folder") from None
    except OSError as error:
        raise ExportError(f"cannot write into {target.parent}: {_why(error)}") from None
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except PermissionError:
        beside.unlink(missing_ok=True)
        raise ExportError(
            f"cannot replace {target}: it may be open in Word; close it there, or choose a new name"
        ) from None
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise ExportError(f"cannot write {target}: {_why(error)}") from None
    except BaseException:  # Ctrl+C, perhaps
        beside.unlink(missing_ok=True)
        raise


def is_other_than_a_file(target: Path) -> bool:
    """Whether a folder, a device or a pipe is at `target`; ExportError where no file can be."""
    try:
        return target.exists() and not target.is_file()
    except OSError as error:
        raise ExportError(f"cannot write {target}: {_why(error)}") from None


def asked_for(said: str, name: str) -> Path:
    """The file that was asked for: that `name` in a folder, in the usual one where nothing is said.

    What ends in a slash is a folder, also one that is yet to be made.
    """
    if not said:
        return usual_folder() / name
    target = Path(said).expanduser()
    is_there = is_other_than_a_file(target) and target.is_dir()
    return target / name if is_there or said.endswith(_SLASHES) else target


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def usual_folder() -> Path:
    """Where a document goes unless somebody says otherwise.

    That is `exports/` in a source checkout, and the person's own documents otherwise.
    """
    return checkout() / "exports" if is_checkout() else platformdirs.user_documents_path()


def file_name(minutes: Minutes, ending: str, document: str = "minutes") -> str:
    """2026-03-05-overview-and-scrutiny-committee-minutes.docx, "-confidential" where it is."""
    name = re.sub(r"[^\w]+", "-", minutes.committee or minutes.council or "meeting").strip("-")
    parts = [
        minutes.day.isoformat() if minutes.day else "",
        name.lower()[:80].strip("-"),
        document,
    ]
    if minutes.audience is Audience.CONFIDENTIAL:
        parts.append("confidential")
    return "-".join(part for part in parts if part) + ending
