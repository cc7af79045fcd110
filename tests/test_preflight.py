"""What is looked at before Qt is loaded: a screen, and the libraries that Qt needs."""

import sys

import pytest

from clerkapp import preflight
from clerkapp.preflight import has_screen, install_line, missing_packages


@pytest.mark.parametrize(
    ("platform", "environment", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"QT_QPA_PLATFORM": ""}, False),
        ("freebsd14", {}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_screen_is_there_when_it_is_named_or_the_system_always_has_one(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], there: bool
):
    monkeypatch.setattr(sys, "platform", platform)
    assert has_screen(environment) is there


PLAIN = {"libEGL.so.1": "libegl1", "libdbus-1.so.3": "libdbus-1-3"}
ON_X11 = {"libxcb-cursor.so.0": "libxcb-cursor0"}


@pytest.mark.parametrize(
    ("environment", "absent", "packages"),
    [
        ({}, [], []),
        ({}, PLAIN | ON_X11, ["libdbus-1-3", "libegl1"]),
        ({"DISPLAY": ":0"}, PLAIN | ON_X11, ["libdbus-1-3", "libegl1", "libxcb-cursor0"]),
        ({"DISPLAY": ":0"}, ON_X11, ["libxcb-cursor0"]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ON_X11, []),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ON_X11, []),
    ],
)
def test_a_package_is_missing_when_a_library_that_is_needed_here_is_absent(
    monkeypatch: pytest.MonkeyPatch, environment, absent, packages
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(preflight, "_is_there", lambda library: library not in absent)
    assert missing_packages() == packages


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_qt_brings_its_libraries_none_is_missing(monkeypatch: pytest.MonkeyPatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(preflight, "_is_there", lambda _: False)
    assert missing_packages() == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the names are those of Linux")
def test_a_library_is_there_when_it_can_be_loaded():
    assert preflight._is_there("libc.so.6")
    assert not preflight._is_there("libclerkapp-has-none.so.0")


def test_the_line_to_type_names_every_package():
    assert install_line(["libegl1", "libgl1"]) == "sudo apt-get install -y libegl1 libgl1"
