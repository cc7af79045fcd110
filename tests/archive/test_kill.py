"""SIGKILL while somebody types: nothing that was acknowledged is lost, and the lock is free."""

import random
import sys
from pathlib import Path

import pytest
from killing import typed_until_killed
from own_keys import KEYS
from typist import TEXT

from clerkapp.archive.archive import Archive


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("seed", range(10))
def test_nothing_acknowledged_is_lost_in_ten_kills(tmp_path: Path, seed: int):
    chance, acknowledged = random.Random(seed), 0
    for n in range(10):
        path = tmp_path / f"{n}.db"
        least = chance.randrange(21, 60) if n % 2 else 0
        saved = typed_until_killed(path, chance.uniform(0.0, 0.1 if least else 0.4), least)
        with Archive(path, KEYS) as archive:
            text = archive.read("m").items[0].entries[0].text if saved else ""
        assert TEXT.startswith(text)
        assert len(text) >= saved >= least
        acknowledged += saved
    assert acknowledged > 100


def test_an_archive_is_typed_into_and_killed_again_and_again(tmp_path: Path):
    path = tmp_path / "a.db"
    for _ in range(3):
        saved = typed_until_killed(path, 0.15, 1)
        with Archive(path, KEYS) as archive:
            text = archive.read("m").items[0].entries[0].text
        assert TEXT.startswith(text)
        assert len(text) >= saved
