"""SIGKILL at any moment of any work: what was acknowledged is there, and work can go on."""

import random
import shutil
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest
from scenes import SCENES, Scene
from told import told_in

KILLS_IN_A_ROW = 3  # of the same archive, each at the start that follows

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")


def killed(command: list[str], seconds: float) -> float:
    """Does the work until it is killed after so many seconds, if it is not done before.

    How long it took, its loading left out.
    """
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as work:
        assert work.stdout.readline() == b"start\n"
        start = time.monotonic()
        try:
            assert work.wait(seconds) == 0, work.stderr.read().decode()
        except subprocess.TimeoutExpired:
            work.send_signal(signal.SIGKILL)
            assert work.stderr.read() == b""
        return time.monotonic() - start


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory):
    """How many seconds the work of a scene takes when nobody kills it."""

    @cache
    def seconds(scene: Scene) -> float:
        folder = tmp_path_factory.mktemp("usual")
        return killed(scene.command(folder, random.Random(0)), 60)

    return seconds


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
@pytest.mark.trials(few=1, full=24)
def test_nothing_acknowledged_is_lost_in_three_kills(
    usual, scene: Scene, trial: int, tmp_path: Path
):
    chance = random.Random(f"{scene.name} {trial}")
    folder = tmp_path / "archive"
    folder.mkdir()
    command = scene.command(folder, chance)
    for kill in range(KILLS_IN_A_ROW):
        killed(command, chance.uniform(0, usual(scene)))
        if chance.random() < 0.5:  # else the next work is the first to open what was left
            copy = tmp_path / f"after {kill}"
            shutil.copytree(folder, copy)
            scene.look(copy, told_in(copy))
    scene.look(folder, told_in(folder))
