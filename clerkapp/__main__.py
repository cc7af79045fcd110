"""Where Clerkapp starts: no command opens the window, every other is the command line's."""

import gc
import sys
from collections.abc import Sequence

_STOPPED = 130  # as shells tell it: 128 and the number of the signal


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what `arguments` (those of the process without any) ask for; the exit status."""
    try:
        return _done(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        print("clerkapp: stopped before it was done", file=sys.stderr)
        return _STOPPED


def _done(arguments: Sequence[str]) -> int:
    from clerkapp import cli  # noqa: PLC0415 — each half is loaded only when it is wanted

    options = cli.parsed(arguments)
    if options.command in (None, "open"):
        gc.disable()  # what the start makes lasts; once there is a window, that collects garbage
        try:
            from clerkapp import app  # noqa: PLC0415

            return app.run(options.archive, getattr(options, "source", ""), options.passphrase)
        finally:
            gc.enable()
    return cli.run(options)


if __name__ == "__main__":
    raise SystemExit(main())
