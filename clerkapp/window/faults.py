"""A fault of Clerkapp's own: written to a report, told in a sentence, and the work goes on."""

import datetime as dt
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType


def report_faults(folder: Path, say: Callable[[str], None]) -> None:
    """From now on writes each fault to a file in `folder` and says so, instead of ending."""

    def on_fault(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = write_report(folder, kind, trace)
        where = f" The report is {report}." if report else ""
        say(f"Clerkapp made a mistake; your words are kept.{where}")

    sys.excepthook = on_fault


def write_report(
    folder: Path, kind: type[BaseException], trace: TracebackType | None
) -> Path | None:
    """The file that names the fault and the lines that led to it; None where none can be written.

    What an error says of itself is left out: it may quote the minutes.
    """
    path = folder / f"fault-{dt.datetime.now().astimezone():%Y-%m-%d-%H%M%S}.txt"
    try:
        path.write_text(
            "".join((*traceback.format_tb(trace), f"{kind.__module__}.{kind.__qualname__}\n")),
            encoding="utf-8",
        )
    except OSError:
        return None
    return path
