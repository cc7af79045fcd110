"""Small disks for tests, mounted for real; only root may do that, and only on Linux."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def _may_mount() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and _mounts_work()


def _mounts_work() -> bool:
    done = subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
        check=False,
        capture_output=True,
    )
    return done.returncode == 0


mounting = pytest.mark.skipif(not _may_mount(), reason="a disk can only be mounted by root")


def run(*words: str) -> None:
    """Runs a command that must do its work."""
    subprocess.run(words, check=True, capture_output=True)


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of that size, mounted on `folder`."""
    folder.mkdir(exist_ok=True)
    run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


@contextmanager
def read_only(folder: Path, at: Path) -> Iterator[Path]:
    """What is in `folder`, seen read-only at another place."""
    at.mkdir(exist_ok=True)
    run("mount", "--bind", str(folder), str(at))
    try:
        run("mount", "-o", "remount,bind,ro", str(at))
        yield at
    finally:
        run("umount", "-l", str(at))


def fill(folder: Path, leave: int = 0) -> Path:
    """Fills the disk that holds `folder`, but for so many bytes."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
        file.truncate(max(0, file.tell() - leave))
    return filler
