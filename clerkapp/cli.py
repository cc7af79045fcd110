"""The command line: what may be said, and how it ends. It never loads Qt.

Output for people is on stdout, warnings and errors on stderr. The exit status is 0 when it is
done, 1 when there are findings or nothing was found, 2 when the input or the use was wrong.
"""

import argparse
import datetime as dt
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from clerkapp import __version__
from clerkapp.archive.archive import default_path
from clerkapp.commands import (
    attendance,
    checking,
    committees,
    finding,
    keeping,
    keys,
    meetings,
    stationery,
)
from clerkapp.commands.telling import DONE, NOTHING, WRONG, warn
from clerkapp.errors import ClerkappError, NoArchive
from clerkapp.export.forms import FORMS
from clerkapp.notation.dates import read_date
from clerkapp.wording.detail import Detail
from clerkapp.wording.minutes import Audience

Run: TypeAlias = Callable[[Namespace], int]
Command: TypeAlias = Callable[..., argparse.ArgumentParser]
"""Adds a command: its name, what it is about, an example, and what it does."""


def parsed(arguments: Sequence[str]) -> Namespace:
    """What `arguments` ask for; `command` is None or "open" where that is the window."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    options.archive = options.archive or default_path()
    options.passphrase = options.passphrase or os.environ.get("CLERKAPP_PASSPHRASE") or None
    return options


def run(options: Namespace) -> int:
    """Does what `parsed` found, which is not the window; the exit status."""
    try:
        status = options.run(options)
        sys.stdout.flush()
    except NoArchive as error:
        warn(f"clerkapp: {error}")
        may_be_missing = ("list", "committees", "search", "actions", "attendance", "stationery")
        return NOTHING if options.command in may_be_missing else WRONG
    except ClerkappError as error:
        warn(f"clerkapp: {error}")
        return WRONG
    except BrokenPipeError:  # the reader of our output, `head` perhaps, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return DONE
    return status


def _first_line(name: str) -> str:
    """The passphrase in a file."""
    try:
        line = Path(name).expanduser().read_text(encoding="utf-8").split("\n")[0]
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not text"
        raise argparse.ArgumentTypeError(f"{name} cannot be read: {why.lower()}") from None
    if not line.strip():
        raise argparse.ArgumentTypeError(f"the first line of {name} is empty")
    return line.removesuffix("\r")


def _date(words: str) -> dt.date:
    """The date that is typed, as anywhere in Clerkapp."""
    try:
        return read_date(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clerkapp",
        description="Minutes taken live at the keyboard, kept on this computer, published as Word. "
        "Without a command the window opens.",
        epilog="Each command has its own help, with an example: clerkapp export --help",
    )
    parser.add_argument("--version", action="version", version=f"clerkapp {__version__}")
    anywhere = argparse.ArgumentParser(add_help=False)
    for each, default in ((parser, None), (anywhere, argparse.SUPPRESS)):
        each.add_argument(
            "--archive",
            type=Path,
            default=default,
            metavar="PATH",
            help="the archive (also CLERKAPP_ARCHIVE)",
        )
        each.add_argument(
            "--passphrase-file",
            type=_first_line,
            dest="passphrase",
            default=default,
            metavar="FILE",
            help="the passphrase of the archive is its first line (also CLERKAPP_PASSPHRASE)",
        )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(
        name: str, about: str, example: str, run: Run | None = None
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=about,
            description=f"{about[0].upper()}{about[1:]}.",
            epilog=f"Example: clerkapp {example}",
            parents=[anywhere],
        )
        made.set_defaults(run=run)
        return made

    _source(command("open", "open the window on one meeting", "open 0197a3f2"))
    _add_meetings(command)
    _add_committees(command)
    _add_finding(command)
    _add_keeping(command)
    _add_keys(command)
    return parser


def _add_meetings(command: Command) -> None:
    _json_form(
        command("list", "list the meetings in the archive", "list --json", meetings.list_meetings)
    )
    made = command(
        "import", "take files into the archive", "import june.minutes", meetings.import_files
    )
    made.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a .minutes or .json file, or a Word file that was exported and then edited",
    )
    made.add_argument(
        "--accept",
        choices=("all", "word", "none"),
        default="",
        help="of the changes in a Word file: all, only those of words that were not changed here "
        "too, or none; without it each is asked about, where somebody can answer",
    )
    made = command("show", "print one meeting", "show june.minutes --form json", meetings.show)
    _source(made)
    made.add_argument("--form", choices=("text", "notation", "json"), default="text")
    made.add_argument("--style", default="", metavar="NAME", help="a house style")
    made = command(
        "export",
        "write one meeting as a document",
        "export june.minutes --form word",
        meetings.export,
    )
    _source(made)
    made.add_argument("--form", choices=tuple(FORMS), required=True)
    made.add_argument("--style", default="", metavar="NAME", help="a house style")
    made.add_argument("--audience", choices=tuple(map(str, Audience)), default="public")
    made.add_argument(
        "--detail", choices=tuple(map(str, Detail)), default="full", help="how much is told"
    )
    made.add_argument(
        "--item",
        default="",
        metavar="NUMBER",
        help="the item of that number alone, as it is printed",
    )
    _dress(made)
    made.add_argument(
        "--plain", action="store_true", help="without what is kept for the council: see stationery"
    )
    _target(made)
    made = command(
        "stationery",
        "keep a council's crest and template for all its documents, or list what is kept",
        'stationery "Brookmere Borough Council" --crest crest.png',
        stationery.keep_stationery,
    )
    made.add_argument("council", nargs="?", default="", metavar="COUNCIL", help="its whole name")
    _dress(made)
    for name in ("template", "crest", "line-numbers"):
        made.add_argument(f"--no-{name}", action="store_true", help=f"no {name} from now on")
    made = command("styles", "list the house styles", "styles", meetings.list_styles)
    made.add_argument("--keys", action="store_true", help="say what each key of a style means")
    made = command(
        "check", "look for mistakes in one meeting", "check june.minutes", checking.check_meeting
    )
    made.add_argument("source", nargs="?", metavar="SOURCE", help="a meeting, unless --explain")
    made.add_argument("--explain", metavar="RULE", help="say what one rule wants, and why")
    _json_form(made)


def _add_committees(command: Command) -> None:
    _json_form(
        command(
            "committees",
            "list the committees in the archive",
            "committees --json",
            committees.list_committees,
        )
    )
    made = command(
        "new",
        "make the next meeting of a committee, and print its id",
        'new planning --date "5 March 2026"',
        committees.new,
    )
    made.add_argument(
        "committee", metavar="COMMITTEE", help="its id, its name, or how the words of it begin"
    )
    made.add_argument(
        "--date", type=_date, metavar="DATE", help="without it the next of its dates, or today"
    )


def _add_finding(command: Command) -> None:
    made = command(
        "history", "list every change of one meeting", "history 0197a3f2", keeping.list_changes
    )
    made.add_argument("source", metavar="SOURCE", help="the id of a meeting in the archive")
    _json_form(made)
    made = command(
        "search", "find words in the archive", "search internet clubs", finding.find_words
    )
    made.add_argument("words", nargs="+", metavar="WORDS")
    _json_form(made)
    made = command(
        "actions", "list action points", "actions --open --owner legal", finding.list_actions
    )
    made.add_argument("--open", action="store_true", help="only those that are not done")
    made.add_argument("--owner", default="", metavar="NAME", help="only those of this owner")
    _json_form(made)
    made = command(
        "attendance",
        "write which members were at which meetings, as a table for a spreadsheet",
        "attendance --committee planning --from 2025-05-01 --to 2026-04-30",
        attendance.make_return,
    )
    made.add_argument("--committee", default="", metavar="NAME", help="any part of its name")
    made.add_argument(
        "--from", type=_date, dest="since", metavar="DATE", help="the first day: 2025-05-01"
    )
    made.add_argument("--to", type=_date, metavar="DATE", help="the last day")
    _target(made)


def _add_keeping(command: Command) -> None:
    made = command(
        "backup", "make a backup of the archive", "backup -o /media/stick", keeping.make_backup
    )
    made.add_argument("-o", "--output", default="", metavar="FOLDER", help="another folder")
    made.add_argument(
        "--also",
        default="",
        metavar="FOLDER",
        help="have a folder on a second drive kept up with each save from now on; “none” ends that",
    )
    made = command(
        "restore",
        "show what a backup would bring back, and with --yes put it in the archive's place",
        "restore backups/archive-2026-03-05T214107.000000Z-close-0123456789abcdef.db --yes",
        keeping.restore_backup,
    )
    made.add_argument(
        "file", type=Path, metavar="FILE", help="a backup, or the folder of a second drive"
    )
    made.add_argument(
        "--alone", action="store_true", help="without what was saved after the backup was made"
    )
    made.add_argument("--yes", action="store_true", help="do it")
    made = command(
        "verify", "say what is right or wrong with the archive", "verify", keeping.verify_archive
    )
    made.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a backup, perhaps")
    made = command(
        "rescue",
        "read what can be read of a damaged archive into a new one, and say what is lost",
        "rescue -o rescued.db",
        keeping.rescue_archive,
    )
    made.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="a damaged backup, perhaps"
    )
    made.add_argument("-o", "--output", required=True, metavar="NEW.db", help="the new archive")


def _add_keys(command: Command) -> None:
    made = command(
        "key",
        "say which ways there are into the archive, or change one",
        "key passphrase",
        keys.about_key,
    )
    made.add_argument(
        "what", nargs="?", choices=keys.ABOUT_KEYS, help="without it the ways are listed"
    )
    made.add_argument(
        "--new-passphrase-file",
        type=_first_line,
        dest="new_passphrase",
        metavar="FILE",
        help="the new passphrase is its first line",
    )


def _dress(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--template", type=Path, metavar="FILE", help="the council's own .docx or .dotx, for Word"
    )
    made.add_argument("--crest", type=Path, metavar="FILE", help="a PNG or JPEG above its name")
    made.add_argument(
        "--crest-words", default="", metavar="WORDS", help="for those who do not see the crest"
    )
    made.add_argument(
        "--line-numbers", action="store_true", help="number the lines of a draft, for comments"
    )


def _target(made: argparse.ArgumentParser) -> None:
    made.add_argument("-o", "--output", default="", metavar="PATH", help="a file, a folder or -")
    made.add_argument(
        "--replace", action="store_true", help="also a file that was changed since it was written"
    )


def _json_form(made: argparse.ArgumentParser) -> None:
    made.add_argument("--json", action="store_true", help="print JSON")


def _source(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "source", metavar="SOURCE", help="a meeting's id, or a .minutes or .json file"
    )
