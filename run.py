#!/usr/bin/env python3
"""Runs Clerkapp from a source checkout; needs Python 3.11 or newer and nothing else.

    python3 run.py          open the window (without a screen: make the sample's Word minutes)
    python3 run.py test     the tests, without a screen
    python3 run.py check    what continuous integration runs: format, lint, types, layers, tests
    python3 run.py bench    the benchmarks, each beside its floor or peer
    python3 run.py trials   kills, power cuts, flipped bytes and typing at speed, in full number,
                            and the installer, built and tried
    python3 run.py list     any command of Clerkapp; `python3 run.py --help` names them

The first start makes .venv and installs into it what constraints.txt pins.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed-from"

CHECKS = (
    ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    ("lint", [PYTHON, "-m", "ruff", "check", "."]),
    ("types", [PYTHON, "-m", "pyright"]),
    ("layers", [BIN / "lint-imports"]),
)
PROGRAMS = {  # that look at what is exported, and the Debian packages they come in
    "chromium": "chromium",
    "java": "default-jre-headless",
    "npm": "npm",
    "pandoc": "pandoc",
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-writer-nogui",
}
TESTS = ["pytest", "-n", "auto"]
COVERED_TESTS = [*TESTS, "--cov", "--cov-report=term:skip-covered"]
TRIALS = [*TESTS, "--full-trials", "tests/trials"]
BENCHMARKS = ["pytest", "--benchmark-enable", "--benchmark-only", "-p", "no:randomly", "-s"]


def main(arguments: list[str]) -> int:
    """Sets up once, then does what the first argument names."""
    if sys.version_info < (3, 11):  # noqa: UP036 — the person may run any Python
        print(f"Clerkapp needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 2
    install()
    ask_for_libraries()
    match arguments:
        case ["test", *rest]:
            return offscreen([*TESTS, *rest])
        case ["check"]:  # with a SOURCE behind it, it is Clerkapp's own command
            return check()
        case ["bench", *rest]:
            return offscreen([*BENCHMARKS, "tests/benchmarks", *rest])
        case ["trials", *rest]:
            return offscreen([*TRIALS, *rest])
        case _:
            return replaced_by([str(PYTHON), "-m", "clerkapp", *arguments])


def install() -> None:
    """Makes .venv with the pinned dependencies, unless it holds them already."""
    wanted = hashlib.sha256()
    for name in ("constraints.txt", "pyproject.toml"):
        wanted.update((HERE / name).read_bytes())
    if STAMP.is_file() and STAMP.read_text() == wanted.hexdigest():
        return
    print("Setting up .venv with the pinned dependencies; this happens once …", flush=True)
    if VENV.exists() and not PYTHON.exists():
        shutil.rmtree(VENV)
    if not PYTHON.exists():
        run([sys.executable, "-m", "venv", str(VENV)])
    pip = [str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    run([*pip, "--no-deps", "--require-hashes", "-r", "constraints.txt"])
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", "."])
    STAMP.write_text(wanted.hexdigest())


def ask_for_libraries() -> None:
    """Installs the system libraries that Qt lacks, or prints the line that does."""
    from clerkapp.preflight import install_line, missing_packages  # noqa: PLC0415

    missing = missing_packages()
    if not missing:
        return
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Installing the system libraries that Qt needs: {' '.join(missing)}", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run([apt, "update", "-qq"], env=quiet)
        run([apt, "install", "-y", "-qq", "--no-install-recommends", *missing], env=quiet)
        return
    print("Some system libraries that Qt needs are missing. Install them with:")
    print(f"    {install_line(missing)}")
    raise SystemExit(2)


def install_other_programs() -> None:
    """Has the programs that look at what is exported, where they can be installed.

    Where they cannot, the tests that need them are skipped and say so.
    """
    lacking = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    apt = shutil.which("apt-get")
    if lacking and apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call([apt, "update", "-qq"], env=quiet)
        for package in lacking:  # one by one: that one is not to be had keeps no other back
            print(f"Installing {package}, for the tests", flush=True)
            command = [apt, "install", "-y", "-qq", "--no-install-recommends", package]
            subprocess.call(command, env=quiet, stdout=subprocess.DEVNULL)
    npm, web = shutil.which("npm"), HERE / "tests" / "web"
    if npm and not (web / "node_modules").is_dir():
        subprocess.call([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=web)


def check() -> int:
    """Every check in turn; the first that fails is named, and its status is the answer.

    The tests' programs are installed meanwhile: that waits for the network, and pyright for a core.
    """
    installing = threading.Thread(target=install_other_programs, daemon=True)
    installing.start()
    for name, command in CHECKS:
        print(f"— {name}", flush=True)
        if status := subprocess.call(list(map(str, command)), cwd=HERE):
            return status
    installing.join()
    print("— tests", flush=True)
    return offscreen(COVERED_TESTS)


def offscreen(module: list[str]) -> int:
    """The status of a module run without a screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call([str(PYTHON), "-m", *module], cwd=HERE, env=environment)


def run(command: list[str], env: dict[str, str] | None = None) -> None:
    """Runs a step of the set-up; ends with a sentence when it fails."""
    if status := subprocess.call(command, cwd=HERE, env=env):
        print(f"This step of the set-up failed ({status}): {' '.join(command)}")
        raise SystemExit(2)


def replaced_by(command: list[str]) -> int:
    """The status of the command, which where it can takes the place of this process."""
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
