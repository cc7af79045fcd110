"""The command line. It never loads Qt.

Output for people is on stdout, warnings and errors on stderr. The exit status is 0 when it is
done, 1 when there are findings or nothing was found, 2 when the input or the use was wrong.
"""

import argparse
import io
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from clerkapp import __version__
from clerkapp.archive.archive import Archive, ArchiveReader, default_path
from clerkapp.archive.changes import WHOLE
from clerkapp.archive.history import changes_of, text_in
from clerkapp.archive.restoring import Difference, preview, restore
from clerkapp.archive.rotation import Why
from clerkapp.archive.search import USUAL_LIMIT, Hit, marked, search
from clerkapp.archive.snapshots import backup_folder, take
from clerkapp.archive.verifying import verify
from clerkapp.checking.check import check
from clerkapp.errors import ClerkappError, HouseStyleError, NoArchive, NoSuchMeeting
from clerkapp.export.files import file_name, usual_folder, write_whole
from clerkapp.export.forms import FORMS, exported
from clerkapp.meeting.actions import ActionPoint, due_date
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting, entries_of, name_of
from clerkapp.meeting.numbering import number_of
from clerkapp.meeting.people import folded
from clerkapp.notation.files import read_file
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style, house_styles
from clerkapp.wording.minutes import Audience

DONE, NOTHING, WRONG = 0, 1, 2


def parsed(arguments: Sequence[str]) -> Namespace:
    """What `arguments` ask for; `command` is None or "open" where that is the window."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    options.archive = options.archive or default_path()
    return options


def run(options: Namespace) -> int:
    """Does what `parsed` found, which is not the window; the exit status."""
    try:
        status = options.run(options)
        sys.stdout.flush()
    except NoArchive as error:
        _warn(f"clerkapp: {error}")
        return NOTHING if options.command in ("list", "search", "actions") else WRONG
    except ClerkappError as error:
        _warn(f"clerkapp: {error}")
        return WRONG
    except BrokenPipeError:  # the reader of our output, `head` perhaps, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return DONE
    return status


def _warn(words: str) -> None:
    print(words, file=sys.stderr)


# What the commands share


def _archive(options: Namespace) -> ArchiveReader:
    return ArchiveReader(options.archive)


def _source(options: Namespace) -> Meeting:
    """The meeting that SOURCE names: a file, or the id of one in the archive."""
    path = Path(options.source)
    if path.suffix.casefold() in (".minutes", ".json", ".txt") or path.is_file():
        reading = read_file(path)
        for remark in reading.remarks:
            _warn(f"{path.name}: {remark}")
        return reading.meeting
    with _archive(options) as archive:
        return archive.read(_id_in(archive, options.source))


def _id_in(archive: ArchiveReader, source: str) -> str:
    """The id that `source` is, or begins; itself where it is none."""
    ids = [line.id for line in archive.meetings()]
    fitting = [each for each in ids if each == source] or [
        each for each in ids if each.startswith(source)
    ]
    if len(fitting) > 1:
        raise NoSuchMeeting(f"{len(fitting)} meetings have ids that begin “{source}”")
    return fitting[0] if fitting else source


def _style(options: Namespace, meeting: Meeting) -> HouseStyle:
    """The style asked for, else the meeting's own, else the usual one."""
    if options.style:
        return house_style(options.style)
    try:
        return house_style(meeting.heading.house_style)
    except HouseStyleError as error:
        _warn(f"clerkapp: {error}; the usual style is used")
        return house_style("")


def _title(meeting: Meeting) -> str:
    date = meeting.heading.date.isoformat() if meeting.heading.date else "no date"
    return f"{date}  {meeting.heading.committee or meeting.heading.council or 'no committee'}"


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


# The commands


def _list(options: Namespace) -> int:
    with _archive(options) as archive:
        meetings = archive.meetings()
    if options.json:
        _print_json(
            [
                {
                    "id": line.id,
                    "date": line.date.isoformat() if line.date else None,
                    "council": line.council,
                    "committee": line.committee,
                    "status": line.status.value,
                    "items": line.items,
                    "sample": line.is_sample,
                }
                for line in meetings
            ]
        )
        return DONE if meetings else NOTHING
    for line in meetings:
        date = line.date.isoformat() if line.date else "no date   "
        body = ", ".join(part for part in (line.committee, line.council) if part) or "no committee"
        sample = ", sample" if line.is_sample else ""
        print(f"{line.id}  {date}  {body}  {line.status}, {line.items} items{sample}")
    if not meetings:
        _warn("there are no meetings in the archive yet")
    return DONE if meetings else NOTHING


def _import(options: Namespace) -> int:
    status = DONE
    with Archive(options.archive) as archive:
        for name in options.files:
            try:
                reading = read_file(Path(name), new_id)
                archive.add(reading.meeting)
            except ClerkappError as error:
                _warn(f"clerkapp: {error}")
                status = WRONG
                continue
            for remark in reading.remarks:
                _warn(f"{Path(name).name}: {remark}")
            print(reading.meeting.id)
    if archive.trouble:
        _warn(f"clerkapp: {archive.trouble}")
    return status


def _show(options: Namespace) -> int:
    meeting = _source(options)
    style = _style(options, meeting)
    form = FORMS[options.form]
    data = form.write(meeting, compose(meeting, style, Audience.CONFIDENTIAL))
    print(data.decode(), end="")
    return DONE


def _export(options: Namespace) -> int:
    meeting = _source(options)
    style = _style(options, meeting)
    form, audience = FORMS[options.form], Audience(options.audience)
    data = exported(meeting, form, style, audience)
    if options.output == "-":
        sys.stdout.buffer.write(data)
        return DONE
    name = file_name(compose(meeting, style, audience), form.ending)
    target = Path(options.output).expanduser() if options.output else usual_folder() / name
    if target.is_dir():
        target /= name
    write_whole(target, data)
    print(target)
    return DONE


def _styles(_options: Namespace) -> int:
    styles = house_styles()
    width = max(len(style.name) for style in styles)
    for style in styles:
        print(f"{style.name:{width}}  {style.summary}")
    return DONE


def _check(options: Namespace) -> int:
    findings = check(_source(options))
    if options.json:
        _print_json(
            [
                {
                    "rule": finding.rule,
                    "severity": finding.severity.name.lower(),
                    "where": finding.where,
                    "what": finding.what,
                    "mend": finding.mend,
                }
                for finding in findings
            ]
        )
    else:
        for finding in findings:
            print(f"{finding.rule}  {finding.where}  {finding.what}.  {finding.mend}")
    return NOTHING if findings else DONE


def _history(options: Namespace) -> int:
    with _archive(options) as archive:
        meeting_id = _id_in(archive, options.source)
        changes = list(changes_of(archive, meeting_id))
        if not changes:
            archive.read(meeting_id)  # says so where there is no such meeting
    lines = [
        {
            "at": change.at.isoformat(),
            "who": change.who,
            "part": change.part,
            "id": change.row_id,
            "field": change.field,
            "old": change.old,
            "new": text_in(change.new) if change.field == WHOLE else change.new,
        }
        for change in changes
    ]
    if options.json:
        _print_json(lines)
    else:
        for change, line in zip(changes, lines, strict=True):
            what = "made" if change.field == WHOLE else change.field
            became = " → ".join(filter(None, (_quoted(line["old"]), _quoted(line["new"]))))
            print(f"{change.at:%Y-%m-%d %H:%M:%S}  {change.who}  {change.part}  {what}  {became}")
    if not lines:
        _warn("no change of this meeting was logged")
    return DONE if lines else NOTHING


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”" if words else ""


def _search(options: Namespace) -> int:
    with _archive(options) as archive:
        words = " ".join(options.words)
        found = search(archive, words, limit=None if options.json else USUAL_LIMIT)
    if options.json:
        _print_json(list(map(_hit_fields, found.hits)))
    else:
        for hit in found.hits:
            date = hit.date.isoformat() if hit.date else "no date"
            place = f"{date}  {hit.committee or 'no committee'}  item {hit.item}"
            print(f"{place}  {hit.kind}: {marked(hit.snippet, '«', '»')}")
    if found.more:
        _warn(f"{found.more_words}; --json lists all")
    if not found.hits:
        _warn("nothing was found")
    return DONE if found.hits else NOTHING


def _hit_fields(hit: Hit) -> dict[str, str | None]:
    return {
        "meeting": hit.meeting_id,
        "date": hit.date.isoformat() if hit.date else None,
        "committee": hit.committee,
        "item": hit.item,
        "title": hit.title,
        "kind": hit.kind,
        "text": hit.text,
        "snippet": marked(hit.snippet, "«", "»"),
    }


def _actions(options: Namespace) -> int:
    found: list[dict[str, str | None]] = []
    with _archive(options) as archive:
        for meeting in archive.every_meeting():
            found += _action_lines(meeting)
    if options.open:
        found = [line for line in found if not line["done"]]
    if options.owner:
        wanted = folded(options.owner)
        found = [line for line in found if wanted in folded(line["owner"] or "")]
    if options.json:
        _print_json(found)
    else:
        for line in found:
            state = f"done {line['done']}" if line["done"] else f"due {line['due'] or '–'}"
            print(
                f"{line['date'] or 'no date'}  {line['committee']}  item {line['item']}  "
                f"{line['owner'] or 'no owner'}  {state}  {line['action']}"
            )
    if not found:
        _warn("there are no such actions")
    return DONE if found else NOTHING


def _action_lines(meeting: Meeting) -> list[dict[str, str | None]]:
    heading = meeting.heading
    lines: list[dict[str, str | None]] = []
    for item, entry in entries_of(meeting):
        if entry.kind is not EntryKind.ACTION_POINT:
            continue
        action = facts_of(entry, ActionPoint) or ActionPoint()
        due = due_date(action, heading.next_meeting)
        lines.append(
            {
                "meeting": meeting.id,
                "date": heading.date.isoformat() if heading.date else None,
                "committee": heading.committee,
                "item": number_of(meeting, item),
                "action": " ".join(entry.text.split()),
                "owner": name_of(meeting, action.owner),
                "due": due.isoformat() if due else str(action.due) or None,
                "done": action.done.isoformat() if action.done else None,
            }
        )
    return lines


def _backup(options: Namespace) -> int:
    folder = options.output or backup_folder(options.archive)
    print(take(options.archive, Path(folder).expanduser(), Why.BY_HAND))
    return DONE


def _restore(options: Namespace) -> int:
    seen = preview(options.archive, options.file)
    if seen.trouble:
        _warn(f"clerkapp: the archive as it is now cannot be compared: {seen.trouble}")
    for each in seen.differences:
        print(_difference_words(each))
    print(f"{_counted(seen.same, 'meeting is', 'meetings are')} the same in both")
    changes = bool(seen.differences or seen.trouble)
    if not options.yes:
        _warn(
            "nothing was changed; with --yes this is done"
            if changes
            else "there is nothing to restore"
        )
        return NOTHING if changes else DONE
    aside = restore(options.archive, options.file)
    print(f"{options.archive} is restored from {options.file}")
    if aside:
        print(f"what was there before is in {aside}")
    return DONE


def _difference_words(difference: Difference) -> str:
    now, then = difference.now, difference.then
    if now and then:
        return f"differs     {_title(then)}, {_size(now)} now, {_size(then)} in the backup"
    if then:
        return f"comes back  {_title(then)}, {_size(then)}"
    return f"goes        {_title(now)}, {_size(now)}" if now else ""


def _size(meeting: Meeting) -> str:
    return _counted(sum(1 for _ in entries_of(meeting)), "entry", "entries")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _verify(options: Namespace) -> int:
    found = verify(options.file or options.archive)
    meetings = _counted(found.meetings, "meeting", "meetings")
    entries = _counted(found.entries, "entry", "entries")
    print(f"{found.path}: {meetings} with {entries} can be read")
    for fault in found.faults:
        print(f"wrong: {fault}")
    if found.faults:
        print("restore a backup with: clerkapp restore FILE")
        return NOTHING
    print("nothing is wrong with it")
    return DONE


# What may be said


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
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(
        name: str, about: str, example: str, run: Callable[[Namespace], int] | None = None
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

    def json_form(made: argparse.ArgumentParser) -> None:
        made.add_argument("--json", action="store_true", help="print JSON")

    def source(made: argparse.ArgumentParser) -> None:
        made.add_argument(
            "source", metavar="SOURCE", help="a meeting's id, or a .minutes or .json file"
        )

    source(command("open", "open the window on one meeting", "open 0197a3f2"))
    json_form(command("list", "list the meetings in the archive", "list --json", _list))
    made = command("import", "take files into the archive", "import june.minutes", _import)
    made.add_argument("files", nargs="+", metavar="FILE", help="a .minutes or .json file")
    made = command("show", "print one meeting", "show june.minutes --form json", _show)
    source(made)
    made.add_argument("--form", choices=("text", "notation", "json"), default="text")
    made.add_argument("--style", default="", metavar="NAME", help="a house style")
    made = command(
        "export", "write one meeting as a document", "export june.minutes --form word", _export
    )
    source(made)
    made.add_argument("--form", choices=tuple(FORMS), required=True)
    made.add_argument("--style", default="", metavar="NAME", help="a house style")
    made.add_argument("--audience", choices=tuple(map(str, Audience)), default="public")
    made.add_argument("-o", "--output", default="", metavar="PATH", help="a file, a folder or -")
    command("styles", "list the house styles", "styles", _styles)
    made = command("check", "look for mistakes in one meeting", "check june.minutes", _check)
    source(made)
    json_form(made)
    made = command("history", "list every change of one meeting", "history 0197a3f2", _history)
    made.add_argument("source", metavar="SOURCE", help="the id of a meeting in the archive")
    json_form(made)
    made = command("search", "find words in the archive", "search internet clubs", _search)
    made.add_argument("words", nargs="+", metavar="WORDS")
    json_form(made)
    made = command("actions", "list action points", "actions --open --owner legal", _actions)
    made.add_argument("--open", action="store_true", help="only those that are not done")
    made.add_argument("--owner", default="", metavar="NAME", help="only those of this owner")
    json_form(made)
    made = command("backup", "make a backup of the archive", "backup -o /media/stick", _backup)
    made.add_argument("-o", "--output", default="", metavar="FOLDER", help="another folder")
    made = command(
        "restore",
        "show what a backup would bring back, and with --yes put it in the archive's place",
        "restore backups/archive-2026-03-05T214107.000000Z-close-0123456789abcdef.db --yes",
        _restore,
    )
    made.add_argument("file", type=Path, metavar="FILE", help="a backup")
    made.add_argument("--yes", action="store_true", help="do it")
    made = command("verify", "say what is right or wrong with the archive", "verify", _verify)
    made.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a backup, perhaps")
    return parser
