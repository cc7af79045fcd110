"""SIGKILL while somebody types: nothing that was acknowledged is lost, and the lock is free."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from own_keys import KEYS
from typist import TEXT

from clerkapp.archive.archive import Archive

TYPIST = Path(__file__).with_name("typist.py")
KEYS_A_SECOND = 70 * 5 / 60 * 50  # a person at 70 words a minute, fifty times as fast


def typed_until_killed(path: Path, seconds: float, *, once_saved: bool = False) -> int:
    """How many characters the typist was told were saved before it was killed.

    That is so many seconds after its first key, or after the first word that it was told is saved.
    """
    command = [sys.executable, str(TYPIST), str(path), str(1 / KEYS_A_SECOND)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as typist:
        told = [typist.stdout.readline().strip()]
        assert told[0] in (b"start", b"0")
        if once_saved:
            told.append(typist.stdout.readline().strip())
        time.sleep(seconds)
        typist.send_signal(signal.SIGKILL)
        told += typist.stdout.read().split()
    return max((int(line) for line in told if line.isdigit()), default=0)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("seed", range(10))
def test_nothing_acknowledged_is_lost_in_ten_kills(tmp_path: Path, seed: int):
    chance = random.Random(seed)
    acknowledged = []
    for n in range(10):
        path = tmp_path / f"{n}.db"
        saved = typed_until_killed(path, chance.uniform(0.0, 0.4), once_saved=n % 2 == 1)
        acknowledged.append(saved)
        with Archive(path, KEYS) as archive:
            text = archive.read("m").items[0].entries[0].text if saved else ""
        assert TEXT.startswith(text)
        assert len(text) >= saved
    assert sum(acknowledged) > 100


def test_an_archive_is_typed_into_and_killed_again_and_again(tmp_path: Path):
    path = tmp_path / "a.db"
    for _ in range(3):
        saved = typed_until_killed(path, 0.15, once_saved=True)
        with Archive(path, KEYS) as archive:
            text = archive.read("m").items[0].entries[0].text
        assert TEXT.startswith(text)
        assert len(text) >= saved
