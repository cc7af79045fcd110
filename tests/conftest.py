"""What every test gets: nobody's own archive is ever touched, and a stray log line fails."""

import gc
import logging
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from clerkapp.archive.keys.system_keyring import SystemKeyring

_HERE = [str(Path(__file__).parent), str(Path(__file__).parent / "archive")]
sys.path[:0] = _HERE
os.environ["PYTHONPATH"] = os.pathsep.join([*_HERE, os.environ.get("PYTHONPATH", "")])

from commands import Clerkapp, run  # noqa: E402 — found by the line above
from meetings import BROOKMERE  # noqa: E402
from own_keys import KEY, OwnKeyring  # noqa: E402
from untraced import untraced  # noqa: E402

settings.register_profile("usual", deadline=None, print_blob=True)
settings.load_profile("usual")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full-trials", action="store_true", help="makes each trial in full number")
    parser.addoption("--seed-of-keys", type=int, help="types what a trial at the keyboard typed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Counts as covered what the tables reach, not what chance does: that differs run by run."""
    if not item.get_closest_marker("hypothesis"):
        return (yield)
    with untraced():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Collects after a test with widgets, and not meanwhile: else another thread might do it.

    What was there before is put aside, so that this takes a few milliseconds.
    """
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    gc.freeze()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.unfreeze()
        gc.enable()


@pytest.fixture(autouse=True)
def own_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of the test's own, wherever Clerkapp would look for one."""
    monkeypatch.setenv("CLERKAPP_ARCHIVE", str(tmp_path / "own" / "archive.db"))


@pytest.fixture(autouse=True)
def own_keyring(monkeypatch: pytest.MonkeyPatch) -> OwnKeyring:
    """A keyring of the test's own in the place of the computer's."""
    keyring = OwnKeyring(KEY)
    for name in ("get", "put", "remove"):
        work = getattr(keyring, name)
        monkeypatch.setattr(SystemKeyring, name, lambda _, given, work=work: work(given))
    monkeypatch.delenv("CLERKAPP_PASSPHRASE", raising=False)
    return keyring


@pytest.fixture(autouse=True)
def no_stray_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that logs a warning or worse without taking it from `caplog`."""
    yield
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not stray, f"logged: {[record.getMessage() for record in stray]}"


@pytest.fixture
def clerkapp(capsys: pytest.CaptureFixture[str]) -> Clerkapp:
    """Runs a command; gives its status, output and errors."""

    def done(*arguments: str) -> tuple[int, str, str]:
        status = run(*arguments)
        told = capsys.readouterr()
        return status, told.out, told.err

    return done


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file with a small meeting in it."""
    path = tmp_path / "brookmere.minutes"
    path.write_text(BROOKMERE, encoding="utf-8")
    return str(path)
