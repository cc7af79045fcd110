"""Looked at before Qt is loaded: without its libraries or a screen Qt calls abort().

Standard library only, so that `run.py` can ask the same questions before anything is installed.
"""

import ctypes
import os
import sys
from collections.abc import Mapping

_LIBRARIES = {  # what Qt loads on Linux, and the Debian package that brings it
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
_ON_X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether there is a screen to open a window on.

    The platform that a test chose ("offscreen") counts as one; on Linux a display must be named.
    """
    if environment.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def packages_of_qt() -> list[str]:
    """The Debian packages whose libraries Qt loads, with those for a window on X11."""
    return sorted((_LIBRARIES | _ON_X11).values())


def missing_packages() -> list[str]:
    """The Debian packages whose libraries Qt would look for here in vain."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(_LIBRARIES)
    if os.environ.get("DISPLAY") and not os.environ.get("QT_QPA_PLATFORM"):
        wanted |= _ON_X11
    return sorted(package for library, package in wanted.items() if not _is_there(library))


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_line(packages: list[str]) -> str:
    """The line that a person types to install `packages` on Debian or Ubuntu."""
    return f"sudo apt-get install -y {' '.join(packages)}"
