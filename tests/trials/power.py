"""What a disk may hold after the power went, as far as the record of its writes allows.

Held to be certain is only what was asked for: the bytes of a file once that file was synchronised,
a name once its folder was. Of what came later each sector of 512 bytes, each cut and each name is
there or is not, whatever came before or after it: dropped, torn and reordered. No file system is
known to be as bad, so that one which is better loses no more.
"""

import random
import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct, field

SECTOR = 512


class Step(Struct, frozen=True):
    """One thing that was done to the disk; the letters are those of recorder.c."""

    letter: str
    inode: int
    at: int
    data: bytes


def steps_in(record: bytes) -> Iterator[Step]:
    """The steps of a record, in order."""
    head, place = struct.Struct("=cQQQ"), 0
    while place < len(record):
        letter, inode, at, length = head.unpack_from(record, place)
        place += head.size
        yield Step(letter.decode(), inode, at, record[place : place + length])
        place += length


class _File(Struct):
    """A file: what is certainly on the disk of it, and what was done to it since."""

    certain: bytearray = field(default_factory=bytearray)
    since: list[Step] = field(default_factory=list[Step])

    def synchronise(self) -> None:
        for step in self.since:
            _do(self.certain, step)
        self.since.clear()

    def everything(self) -> bytes:
        found = bytearray(self.certain)
        for step in self.since:
            _do(found, step)
        return bytes(found)

    def after_a_cut(self, chance: random.Random) -> bytes:
        found, share = bytearray(self.certain), _share(chance)
        for step in self.since:
            for part in _sectors(step):
                if chance.random() < share:
                    _do(found, part)
        return bytes(found)


class _Change(Struct):
    """A change of names: the path that goes, the path that comes and its file (None: a folder)."""

    old: str | None
    new: str | None
    file: _File | None
    unsynchronised: set[str]


class Disk:
    """The files below one folder, as they were when the record began, and what was done since."""

    def __init__(self, folder: Path) -> None:
        self._files: dict[int, _File] = {}
        self._folders: dict[int, str] = {folder.stat().st_ino: str(folder)}
        self._names: dict[str, _File | None] = {}
        self._changes: list[_Change] = []
        for path in sorted(folder.rglob("*")):
            if path.is_dir():
                self._folders[path.stat().st_ino] = str(path)
                self._names[str(path)] = None
            else:
                held = self._files[path.stat().st_ino] = _File(bytearray(path.read_bytes()))
                self._names[str(path)] = held
        self._now = dict(self._names)

    def do(self, steps: Iterable[Step]) -> None:
        """Does what is on the record."""
        for step in steps:
            match step.letter:
                case "w" | "t":
                    self._files[step.inode].since.append(step)
                case "f" if step.inode in self._folders:
                    for change in self._changes:
                        change.unsynchronised.discard(self._folders[step.inode])
                case "f":
                    self._files[step.inode].synchronise()
                case "c":
                    file = self._files[step.inode] = _File()
                    self._change(None, step.data.decode(), file)
                case "m":
                    self._folders[step.inode] = step.data.decode()
                    self._change(None, step.data.decode(), None)
                case "r":
                    old, new = step.data.decode().split("\0")
                    self._change(old, new, self._now[old])
                case _:
                    self._change(step.data.decode(), None, None)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes | None]:
        """What may be found under each path; None for a folder."""
        names, share = dict(self._names), _share(chance)
        for change in self._changes:
            if not change.unsynchronised or chance.random() < share:
                _rename(names, change)
        contents = {id(file): file.after_a_cut(chance) for file in names.values() if file}
        return {path: contents[id(file)] if file else None for path, file in names.items()}

    def everything(self, path: Path) -> bytes:
        """All that was written to a file, whether or not it was on the disk yet."""
        file = self._now.get(str(path))
        return file.everything() if file else b""

    def _change(self, old: str | None, new: str | None, file: _File | None) -> None:
        folders = {str(Path(path).parent) for path in (old, new) if path}
        self._changes.append(_Change(old, new, file, folders))
        _rename(self._now, self._changes[-1])


def laid_out(found: dict[str, bytes | None], was: Path, target: Path) -> None:
    """Writes what was found below the folder `was` into the folder `target`."""
    target.mkdir()
    for path, content in sorted(found.items()):
        place = target / Path(path).relative_to(was)
        if not place.parent.is_dir():  # the name of the folder did not come to the disk
            continue
        if content is None:
            place.mkdir()
        else:
            place.write_bytes(content)


def _rename(names: dict[str, _File | None], change: _Change) -> None:
    if change.old is not None:
        names.pop(change.old, None)
    if change.new is not None:
        names[change.new] = change.file


def _do(content: bytearray, step: Step) -> None:
    if step.letter == "t":
        content[step.at :] = bytes(max(0, step.at - len(content)))
        return
    if len(content) < step.at:
        content.extend(bytes(step.at - len(content)))
    content[step.at : step.at + len(step.data)] = step.data


def _sectors(step: Step) -> Sequence[Step]:
    """A write in the parts that come to the disk each for itself."""
    if step.letter == "t":
        return (step,)
    end = step.at + len(step.data)
    borders = [step.at, *range((step.at // SECTOR + 1) * SECTOR, end, SECTOR), end]
    return [
        Step("w", step.inode, start, step.data[start - step.at : stop - step.at])
        for start, stop in pairwise(borders)
    ]


def _share(chance: random.Random) -> float:
    """How much of what is uncertain is there: nothing, all, or any part of it."""
    return chance.choice([0.0, 1.0, chance.random(), chance.random()])
