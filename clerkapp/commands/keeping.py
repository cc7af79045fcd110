"""The archive kept safe: its `history`, `backup`, `restore` and `verify`."""

from argparse import Namespace
from pathlib import Path

from clerkapp.archive.changes import WHOLE
from clerkapp.archive.history import changes_of, text_in
from clerkapp.archive.restoring import Difference, preview, restore
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import backup_folder, take
from clerkapp.archive.verifying import verify
from clerkapp.commands.keys import keys_of_backup, keys_to_read
from clerkapp.commands.sources import id_in, reader
from clerkapp.commands.telling import DONE, NOTHING, counted, print_json, warn
from clerkapp.meeting.meeting import Meeting, entries_of


def list_changes(options: Namespace) -> int:
    """Every change of one meeting, the first of them first."""
    with reader(options) as archive:
        meeting_id = id_in(archive, options.source)
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
        print_json(lines)
    else:
        for change, line in zip(changes, lines, strict=True):
            what = "made" if change.field == WHOLE else change.field
            became = " → ".join(filter(None, (_quoted(line["old"]), _quoted(line["new"]))))
            print(f"{change.at:%Y-%m-%d %H:%M:%S}  {change.who}  {change.part}  {what}  {became}")
    if not lines:
        warn("no change of this meeting was logged")
    return DONE if lines else NOTHING


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”" if words else ""


def make_backup(options: Namespace) -> int:
    """Makes a backup of the archive and prints where it is."""
    folder = options.output or backup_folder(options.archive)
    keys = keys_to_read(options)
    print(take(options.archive, Path(folder).expanduser(), Why.BY_HAND, keys))
    return DONE


def restore_backup(options: Namespace) -> int:
    """Says what a backup would change and, told to, puts it in the archive's place."""
    keys = keys_of_backup(options, options.file)
    seen = preview(options.archive, options.file, keys)
    if seen.trouble:
        warn(f"clerkapp: the archive as it is now cannot be compared: {seen.trouble}")
    for each in seen.differences:
        print(_difference_words(each))
    print(f"{counted(seen.same, 'meeting is', 'meetings are')} the same in both")
    changes = bool(seen.differences or seen.trouble)
    if not options.yes:
        warn(
            "nothing was changed; with --yes this is done"
            if changes
            else "there is nothing to restore"
        )
        return NOTHING if changes else DONE
    aside = restore(options.archive, options.file, keys)
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


def _title(meeting: Meeting) -> str:
    date = meeting.heading.date.isoformat() if meeting.heading.date else "no date"
    return f"{date}  {meeting.heading.committee or meeting.heading.council or 'no committee'}"


def _size(meeting: Meeting) -> str:
    return counted(sum(1 for _ in entries_of(meeting)), "entry", "entries")


def verify_archive(options: Namespace) -> int:
    """What is right or wrong with the archive, or with a backup."""
    if options.file:
        found = verify(options.file, keys_of_backup(options, options.file))
    else:
        found = verify(options.archive, keys_to_read(options))
    meetings = counted(found.meetings, "meeting", "meetings")
    entries = counted(found.entries, "entry", "entries")
    print(f"{found.path}: {meetings} with {entries} can be read")
    for fault in found.faults:
        print(f"wrong: {fault}")
    if found.faults:
        print("restore a backup with: clerkapp restore FILE")
        return NOTHING
    print("nothing is wrong with it")
    return DONE
