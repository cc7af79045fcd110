"""What a process says while it works, so that what it left behind can be held against it.

A line a statement, in a file beside the archive: "handed a 17", "saved a 17", "backed up NAME".
It is on the same record as the writes, so its place among them is known.
"""

import os
from collections.abc import Sequence
from pathlib import Path

FILE = "told"


class Teller:
    """Says things, each at once and whole: a process that is killed has still said them."""

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def say(self, *words: object) -> None:
        """Says one line."""
        os.write(self._handle, f"{' '.join(map(str, words))}\n".encode())


def told_in(folder: Path) -> list[str]:
    """Everything that was said, in order."""
    path = folder / FILE
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def after(told: Sequence[str], words: str) -> list[str]:
    """The rest of each line that begins with `words`."""
    return [line.removeprefix(f"{words} ") for line in told if line.startswith(f"{words} ")]


def highest(told: Sequence[str], words: str) -> int:
    """The highest number that was said after `words`; 0 if none was."""
    return max(map(int, after(told, words)), default=0)
