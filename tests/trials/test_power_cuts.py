"""The power goes at any moment: what was acknowledged is there, and nothing that never was."""

import copy
import os
import random
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from power import Disk, laid_out, steps_in
from scenes import CARELESS, SCENES, Scene, archive_in
from told import FILE

from clerkapp.errors import ClerkappError

RECORDER = Path(__file__).with_name("recorder.c")
SAID = re.compile(rb"saved|opened|backed up|restored|renewed")
RECORDINGS = 3  # of each scene; the cuts are shared out among them

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("gcc"),
    reason="writes are recorded by a library made with gcc, on Linux",
)


class Recording:
    """Work that was done once, with the record of its writes: every cut is one of this."""

    def __init__(self, scene: Scene, folder: Path, recorder: Path, seed: int) -> None:
        self._scene = scene
        self._folder = folder / "archive"
        self._folder.mkdir()
        command = scene.command(self._folder, random.Random(seed))
        self._before, record = Disk(self._folder), folder / "record"
        below = {"LD_PRELOAD": recorder, "RECORD_BELOW": self._folder, "RECORD_TO": record}
        surroundings = os.environ | {name: str(path) for name, path in below.items()}
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=surroundings)
        self.steps = list(steps_in(record.read_bytes()))
        self._done: dict[bytes, list[int]] = defaultdict(
            list
        )  # what was said, and after which step
        for number, step in enumerate(self.steps, 1):
            if match := SAID.match(step.data):
                self._done[match[0]].append(number)

    def moment(self, chance: random.Random) -> int:
        """After how many steps the power goes: at any moment, or just after something was said."""
        if chance.random() < 0.5:
            return chance.randrange(len(self.steps) + 1)
        return chance.choice(self._done[chance.choice(list(self._done))])

    def look_after_a_cut(self, moment: int, chance: random.Random, target: Path) -> None:
        """Lays out what the disk may hold in `target`, and demands what must be there."""
        disk = copy.deepcopy(self._before)
        disk.do(self.steps[:moment])
        found = disk.after_a_cut(chance)
        told = disk.everything(self._folder / FILE).decode().splitlines()
        shared_memory = f"{archive_in(self._folder)}-shm"
        kept = {path: content for path, content in found.items()
                if path not in (shared_memory, str(self._folder / FILE))}  # fmt: skip
        if chance.random() < 0.5:
            kept[shared_memory] = chance.randbytes(32768)  # it is written when the system likes
        laid_out(kept, self._folder, target)
        self._scene.look(target, told)


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that records what a process writes."""
    library = tmp_path_factory.mktemp("recorder") / "recorder.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", library, RECORDER, "-ldl"], check=True)
    return library


@pytest.fixture(scope="module")
def recording(recorder: Path, tmp_path_factory: pytest.TempPathFactory):
    """Gives the recording of a scene with that number; each is made once."""
    made: dict[tuple[str, int], Recording] = {}

    def of(scene: Scene, number: int) -> Recording:
        if (scene.name, number) not in made:
            folder = tmp_path_factory.mktemp("recording")
            made[scene.name, number] = Recording(scene, folder, recorder, number)
        return made[scene.name, number]

    return of


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
@pytest.mark.trials(few=2, full=60)
def test_nothing_acknowledged_is_lost_when_the_power_goes(
    recording: Callable[[Scene, int], Recording], scene: Scene, trial: int, tmp_path: Path
):
    chance = random.Random(f"{scene.name} {trial}")
    record = recording(scene, trial % RECORDINGS)
    record.look_after_a_cut(record.moment(chance), chance, tmp_path / "after")


def test_the_cuts_find_what_is_lost_by_who_does_not_wait_for_the_disk(
    recording: Callable[[Scene, int], Recording], tmp_path: Path
):
    record, losses = recording(CARELESS, 0), 0
    for trial in range(10):
        chance = random.Random(trial)
        try:
            record.look_after_a_cut(record.moment(chance), chance, tmp_path / str(trial))
        except (AssertionError, ClerkappError, KeyError):
            losses += 1
    assert losses > 2
