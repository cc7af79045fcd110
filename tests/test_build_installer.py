"""`build_installer.py`: where its package puts things, and what it says of itself."""

import configparser
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from clerkapp import __version__
from clerkapp.preflight import packages_of_qt
from clerkapp.resources import checkout, resource

sys.path.insert(0, str(checkout()))  # it imports run.py, which lies beside it
SPEC = importlib.util.spec_from_file_location("build_installer", checkout() / "build_installer.py")
build_installer = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(build_installer)
sys.path.remove(str(checkout()))

needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="no dpkg-deb here")


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch) -> Path:
    """A small folder in the place of what PyInstaller makes, with the places of a build."""
    monkeypatch.setattr(build_installer, "BUILD", tmp_path / "build")
    monkeypatch.setattr(build_installer, "DIST", tmp_path / "dist")
    folder = tmp_path / "clerkapp"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "clerkapp"
    program.write_text(f"#!/bin/sh\necho clerkapp {__version__} $*\n")
    program.chmod(0o755)
    (folder / "_internal" / "library").write_bytes(bytes(5000))
    return folder


@needs_dpkg
def test_the_package_says_what_it_is_and_asks_for_what_qt_needs(frozen):
    package = build_installer.debian_package(frozen)
    told = _output("dpkg-deb", "--field", str(package))
    fields = dict(line.split(": ", 1) for line in told.splitlines())
    assert fields["Package"] == "clerkapp"
    assert fields["Version"] == __version__
    assert fields["Depends"].split(", ") == packages_of_qt()
    assert int(fields["Installed-Size"]) >= 5


@needs_dpkg
def test_what_the_package_installs_starts_from_the_path(frozen, tmp_path):
    package = build_installer.debian_package(frozen)
    _output("dpkg-deb", "--extract", str(package), str(tmp_path / "root"))
    program = tmp_path / "root" / "usr" / "bin" / "clerkapp"
    assert _output(str(program), "list") == f"clerkapp {__version__} list\n"


@needs_dpkg
def test_a_second_build_takes_the_place_of_the_first(frozen):
    first = build_installer.debian_package(frozen)
    (frozen / "_internal" / "library").unlink()
    assert build_installer.debian_package(frozen) == first
    assert "_internal/library" not in _output("dpkg-deb", "--contents", str(first))


def test_where_there_is_no_dpkg_the_folder_becomes_one_file(frozen, tmp_path):
    packed = build_installer.archive(frozen)
    shutil.unpack_archive(packed, tmp_path / "unpacked")
    assert os.access(tmp_path / "unpacked" / "clerkapp" / "clerkapp", os.X_OK)


def test_the_menu_finds_the_program_its_icon_and_its_window():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(resource("installer", "clerkapp.desktop"), encoding="utf-8")
    said = entry["Desktop Entry"]
    assert (said["Type"], said["Exec"], said["Icon"]) == ("Application", "clerkapp", "clerkapp")
    assert etree.parse(resource("installer", f"{said['Icon']}.svg")).getroot().tag.endswith("svg")


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
