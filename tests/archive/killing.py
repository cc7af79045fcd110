"""Kills the typist."""

import signal
import subprocess
import sys
import time
from pathlib import Path

TYPIST = Path(__file__).with_name("typist.py")
KEYS_A_SECOND = 70 * 5 / 60 * 50  # a person at 70 words a minute, fifty times as fast


def typed_until_killed(
    path: Path, seconds: float, least: int = 0, folder: Path | None = None
) -> int:
    """How many characters the typist was told were saved before it was killed.

    That is so many seconds after its first key, or after so many characters were saved: a trial on
    a busy machine kills more than starts. `folder` is one on a second drive.
    """
    command = [sys.executable, TYPIST, path, 1 / KEYS_A_SECOND, *([folder] if folder else [])]
    with subprocess.Popen(map(str, command), stdout=subprocess.PIPE, text=True) as typist:
        told = [typist.stdout.readline().strip()]
        assert told[0] in ("start", "0")
        while _most(told) < least:
            told.append(typist.stdout.readline().strip())
        time.sleep(seconds)
        typist.send_signal(signal.SIGKILL)
        told += typist.stdout.read().split()
    return _most(told)


def _most(told: list[str]) -> int:
    return max((int(line) for line in told if line.isdigit()), default=0)
