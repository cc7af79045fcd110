"""Which files Clerkapp wrote, so that one that was edited by hand since is not replaced unasked."""

import hashlib
import json
from enum import StrEnum
from pathlib import Path
from typing import cast

from clerkapp.errors import ExportError
from clerkapp.export.files import FOR_THE_OWNER, write_whole


class Found(StrEnum):
    """What stands where a document is to go."""

    NOTHING = "nothing"
    AS_WRITTEN = "as written"  # by Clerkapp, and not a byte of it has changed
    EDITED = "edited"  # written by Clerkapp, and changed since
    UNKNOWN = "unknown"  # somebody else's, or of another computer


class Written:
    """The register of what was written: a file in the folder of the archive.

    It holds digests alone, of names and of contents, for it is not encrypted. It is a courtesy:
    where it cannot be read or kept, files are only no longer recognised.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "exports.json"

    def found(self, target: Path) -> Found:
        """What stands at `target` now."""
        if not target.is_file():
            return Found.NOTHING
        known = self._read().get(_name(target))
        if known is None:
            return Found.UNKNOWN
        try:
            same = _digest(target.read_bytes()) == known
        except OSError:
            return Found.UNKNOWN
        return Found.AS_WRITTEN if same else Found.EDITED

    def note(self, target: Path, data: bytes) -> None:
        """Keeps that `data` was written to `target`, also before there is an archive.

        Not where the folder of that would be on a drive that is not here.
        """
        known = {**self._read(), _name(target): _digest(data)}
        try:
            self._file.parent.mkdir(exist_ok=True, mode=0o700)
            write_whole(self._file, json.dumps(known, indent=1).encode(), FOR_THE_OWNER)
        except (ExportError, OSError):
            return

    def _read(self) -> dict[str, str]:
        try:
            known: object = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return cast("dict[str, str]", known) if isinstance(known, dict) else {}


def _name(target: Path) -> str:
    return _digest(str(target.resolve()).encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def held_open(target: Path) -> str:
    """The program that seems to have `target` open, "" where none does.

    Word keeps a hidden file beside it, its name with ~$ in place of the first two letters (or
    before a short one); LibreOffice one with .~lock. before and # after.
    """
    name = target.name
    owners = {
        "Word": (f"~${name[2:]}", f"~${name}"),
        "LibreOffice": (f".~lock.{name}#",),
    }
    try:
        beside = {each.name for each in target.parent.iterdir()}
    except OSError:
        return ""
    return next((program for program, files in owners.items() if beside & {*files}), "")
