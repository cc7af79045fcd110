"""A screen of its own with the real application on it, and a keyboard that somebody types at."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "xdotool")  # without a window manager no dialog has the focus
KEYS_A_SECOND = 15
_SLOWLY = "200"  # milliseconds for a character that stands on no key until xdotool has put it there
_PASSPHRASE = "four words of mine"
_SECONDS_TO_SHOW = 60
_SECONDS_TO_SAVE = 20


def missing_programs(*further: str) -> list[str]:
    """The programs that a keyboard needs, and `further` ones, that this machine lacks."""
    return [name for name in (*PROGRAMS, *further) if not shutil.which(name)]


class Keyboard:
    """Types into a Clerkapp of its own, which is closed at the end; the archive can be read.

    It knows nothing of the window but the keys, and of the archive but what the command line says.
    """

    def __init__(self, folder: Path, notation: str, keys_a_second: int = KEYS_A_SECOND) -> None:
        self._folder = folder
        self._delay = str(1000 // keys_a_second)
        self.count = 0
        """How many keys were pressed."""
        read, write = os.pipe()
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x820x24", "-nolisten", "tcp"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        self._world = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "CLERKAPP_PASSPHRASE": _PASSPHRASE,
            "CLERKAPP_ARCHIVE": str(folder / "archive.db"),
            "XDG_CONFIG_HOME": str(folder / "config"),
        }
        (folder / "trial.minutes").write_text(notation, encoding="utf-8")
        self.meeting_id = self.say("import", str(folder / "trial.minutes")).strip()
        self._manager = subprocess.Popen(
            ["openbox"],
            env=self._world,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._errors = (folder / "errors.txt").open("w+")
        self._app = subprocess.Popen(
            [sys.executable, "-m", "clerkapp", "open", self.meeting_id],
            env=self._world,
            stderr=self._errors,
        )
        self._wait_for_window()

    def _wait_for_window(self) -> None:
        until = time.monotonic() + _SECONDS_TO_SHOW
        while time.monotonic() < until and self._app.poll() is None:
            found = self._xdotool("search", "--onlyvisible", "--name", " – Clerkapp$")
            if found:
                self._xdotool("windowfocus", found.split()[0])
                time.sleep(1)
                return
            time.sleep(0.2)
        raise AssertionError(f"no window was shown: {self.errors()}")

    def _xdotool(self, *what: str) -> str:
        return subprocess.run(
            ["xdotool", *what], env=self._world, capture_output=True, text=True, check=False
        ).stdout

    def lay_out(self, layout: str, variant: str) -> None:
        """Has another keyboard lie before the person, as `setxkbmap` names it."""
        subprocess.run(["setxkbmap", layout, "-variant", variant], env=self._world, check=True)

    def type(self, words: str) -> None:
        """Types `words`, a key at a time."""
        self.count += len(words)
        for part in re.findall(r"[ -~]+|[^ -~]", words):
            delay = self._delay if part.isascii() else _SLOWLY
            self._xdotool("type", "--delay", delay, "--", part)

    def press(self, keys: str, times: int = 1) -> None:
        """Presses a key so many times, as xdotool names it: "ctrl+shift+z"."""
        self.press_each(*[keys] * times)

    def press_each(self, *keys: str) -> None:
        """Presses one key after another, with no more time between them than any two have."""
        self.count += len(keys)
        self._xdotool("key", "--delay", self._delay, *keys)

    def say(self, *command: str) -> str:
        """What the command line answers, beside the open window."""
        done = subprocess.run(
            [sys.executable, "-m", "clerkapp", *command],
            env=self._world,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def meeting(self) -> dict:
        """What the archive on the disk has, as the command line writes it."""
        return json.loads(self.say("show", self.meeting_id, "--form", "json"))["meeting"]

    def record(self) -> list[list[tuple[str, str]]]:
        """What the archive on the disk has: kind and words of each entry, item by item."""
        return [
            [(entry["kind"], entry.get("text", "")) for entry in item.get("entries", ())]
            for item in self.meeting()["items"]
        ]

    def record_once(self, fits) -> list[list[tuple[str, str]]]:
        """The record once it `fits`, or as it is when the disk has long had the time to."""
        until = time.monotonic() + _SECONDS_TO_SAVE
        while not fits(record := self.record()) and time.monotonic() < until:
            time.sleep(0.5)
        return record

    def errors(self) -> str:
        """What the application said was wrong, and its reports of faults."""
        self._errors.seek(0)
        faults = [path.read_text() for path in self._folder.glob("fault-*.txt")]
        return "\n".join([self._errors.read(), *faults]).strip()

    def close(self) -> int | None:
        """Closes the window as a person would; the exit status, None where it did not close."""
        self.press("ctrl+q")
        try:
            return self._app.wait(30)
        except subprocess.TimeoutExpired:
            return None

    def end(self) -> None:
        """Takes everything away again."""
        for process in (self._app, self._manager, self._screen):
            if process.poll() is None:
                process.terminate()
                process.wait(30)
        self._errors.close()
