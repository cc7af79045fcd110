"""The installer is built in earnest, unpacked, and what it holds prints minutes and keeps them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clerkapp.resources import checkout, resource

SAMPLE = str(resource("samples", "overview-and-scrutiny.minutes"))


@pytest.fixture(scope="module")
def program(request, tmp_path_factory) -> str:
    if not request.config.getoption("--full-trials"):
        pytest.skip("a build takes a minute or two: python3 run.py trials")
    if not shutil.which("dpkg-deb"):
        pytest.skip("no dpkg-deb here")
    root = tmp_path_factory.mktemp("root")
    package = _output(sys.executable, str(checkout() / "build_installer.py")).split()[-1]
    _output("dpkg-deb", "--extract", package, str(root))
    return str(root / "usr" / "bin" / "clerkapp")


@pytest.mark.parametrize("form", ["word", "pdf", "akoma-ntoso", "actions-ics", "decision-sheet"])
def test_what_was_installed_prints_what_the_checkout_prints(program, tmp_path: Path, form: str):
    files = [tmp_path / "installed", tmp_path / "checkout"]
    for command, file in zip(([program], [sys.executable, "-m", "clerkapp"]), files, strict=True):
        _output(*command, "export", SAMPLE, "--form", form, "--output", str(file))
    assert files[0].read_bytes() == files[1].read_bytes()


def test_what_was_installed_keeps_a_meeting_encrypted(program, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("CLERKAPP_ARCHIVE", str(tmp_path / "archive.db"))
    monkeypatch.setenv("CLERKAPP_PASSPHRASE", "four words of mine")
    _output(program, "import", SAMPLE)
    assert "Corporate Overview and Scrutiny Committee" in _output(program, "list")
    assert b"SQLite format" not in (tmp_path / "archive.db").read_bytes()


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
