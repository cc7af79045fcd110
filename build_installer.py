#!/usr/bin/env python3
"""Builds what installs Clerkapp on a computer without Python, from a source checkout.

    python3 build_installer.py

PyInstaller puts the application, Python and all that both need into one folder. On Debian and its
kin the folder becomes a package, `dist/clerkapp_VERSION_ARCHITECTURE.deb`, with an entry in the
menu of applications; elsewhere an archive to be unpacked, `dist/clerkapp-VERSION-SYSTEM`. What was
built runs on the kind of system that it was built on, and on newer ones.
"""

import platform
import shutil
import subprocess
import sys
from pathlib import Path

import run
from clerkapp import __version__
from clerkapp.preflight import packages_of_qt

HERE = Path(__file__).resolve().parent
BUILD = HERE / "build" / "installer"
DIST = HERE / "dist"
DESCRIPTION = "Minutes taken live at the keyboard, kept on this computer, published as Word"
LEFT_OUT = (
    "pip",  # which sqlite-utils asks for and does not need
    "tkinter",
)


def main() -> int:
    """Builds the installer that this system takes, and says where it is."""
    run.install()
    run.ask_for_libraries()
    folder = frozen()
    built = debian_package(folder) if shutil.which("dpkg-deb") else archive(folder)
    print(built)
    return 0


def frozen() -> Path:
    """The folder with the application and everything that it needs, Python too."""
    command = [run.PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--name", "clerkapp", "--paths", HERE]
    command += ["--distpath", BUILD, "--workpath", BUILD / "work", "--specpath", BUILD]
    command += ["--add-data", f"{HERE / 'resources'}:clerkapp/bundled"]
    command += ["--recursive-copy-metadata", "clerkapp"]  # with the licences of all of it
    command += [each for name in LEFT_OUT for each in ("--exclude-module", name)]
    command += ["--strip"] if sys.platform == "linux" else []  # a fifth of the size is symbols
    run.run([*map(str, command), str(HERE / "clerkapp" / "__main__.py")])
    return BUILD / "clerkapp"


def archive(folder: Path) -> Path:
    """The folder as a zip (Windows) or tar.gz file."""
    system = f"{platform.system()}-{platform.machine()}".lower()
    form = "zip" if platform.system() == "Windows" else "gztar"
    DIST.mkdir(exist_ok=True)
    name = str(DIST / f"clerkapp-{__version__}-{system}")
    return Path(shutil.make_archive(name, form, folder.parent, folder.name))


def debian_package(folder: Path) -> Path:
    """The folder as a Debian package that has what Qt needs of the system installed with it."""
    root = BUILD / "debian"
    shutil.rmtree(root, ignore_errors=True)
    staged(folder, root)
    DIST.mkdir(exist_ok=True)
    target = DIST / f"clerkapp_{__version__}_{architecture()}.deb"
    packing = ["-Zzstd", "-z9"]  # xz takes more than ten times as long
    run.run(["dpkg-deb", *packing, "--build", "--root-owner-group", str(root), str(target)])
    return target


def architecture() -> str:
    """What Debian calls the processor of this computer, as `amd64`."""
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


def staged(folder: Path, root: Path) -> None:
    """Puts everything below `root` where it lies once it is installed."""
    installer = HERE / "resources" / "installer"
    places = {
        installer / "clerkapp.desktop": "usr/share/applications",
        installer / "clerkapp.svg": "usr/share/icons/hicolor/scalable/apps",
        HERE / "CHANGELOG.md": "usr/share/doc/clerkapp",
    }
    shutil.copytree(folder, root / "usr" / "lib" / "clerkapp", symlinks=True)
    for file, place in places.items():
        (root / place).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, root / place / file.name)
    shutil.copyfile(HERE / "LICENSE", root / "usr" / "share" / "doc" / "clerkapp" / "copyright")
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "clerkapp").symlink_to("../lib/clerkapp/clerkapp")
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control(root), encoding="utf-8")


def control(root: Path) -> str:
    """What Debian wants to know of the package that is staged below `root`."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    kibibytes = sum(path.stat().st_size for path in files) // 1024
    fields = {
        "Package": "clerkapp",
        "Version": __version__,
        "Architecture": architecture(),
        "Maintainer": "The Clerkapp maintainers <clerkapp@localhost>",
        "Installed-Size": str(kibibytes),
        "Depends": ", ".join(packages_of_qt()),
        "Section": "editors",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


if __name__ == "__main__":
    raise SystemExit(main())
