"""How often each trial is made: a few times among the tests, in full when that is asked for."""

import sys
from pathlib import Path

import pytest

from clerkapp.archive import archive
from clerkapp.archive.writer import Writer

sys.path.insert(0, str(Path(__file__).parent))

FULL = "--full-trials"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "trials(few, full): how often, as the argument `trial`")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Gives a test that takes a `trial` its numbers."""
    if "trial" in metafunc.fixturenames:
        marker = metafunc.definition.get_closest_marker("trials")
        times = marker.kwargs["full" if metafunc.config.getoption(FULL) else "few"]
        metafunc.parametrize("trial", range(times))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that does not wait 10 seconds for a save that cannot be."""
    monkeypatch.setattr(archive, "_SECONDS_TO_SAVE", 0.3)
    monkeypatch.setattr(Writer.stop, "__defaults__", (0.3,))
