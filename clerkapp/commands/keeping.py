"""The archive kept safe: its `history`, `backup`, `restore`, `verify` and `rescue`."""

from argparse import Namespace
from pathlib import Path

from clerkapp.archive.changes import WHOLE
from clerkapp.archive.history import changes_of, text_in
from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.rescuing import Rescued, rescue
from clerkapp.archive.restoring import Difference, newest_sound, preview, restore
from clerkapp.archive.rotation import Why
from clerkapp.archive.second_folder import choose, doubts_about
from clerkapp.archive.snapshots import backup_folder, snapshots, take
from clerkapp.archive.verifying import Verdict, verify
from clerkapp.commands.keys import keys_of_backup, keys_to_read
from clerkapp.commands.sources import id_in, reader
from clerkapp.commands.telling import DONE, NOTHING, counted, print_json, warn
from clerkapp.errors import NoArchive
from clerkapp.meeting.meeting import Meeting, entries_of

_NONE = "none"  # in the place of a folder
_TIME = "%Y-%m-%d %H:%M:%S"


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
    """Makes a backup of the archive and prints where it is; on a second drive, has it kept up."""
    if options.also == _NONE:
        choose(options.archive, None)
        print("saves go to this computer alone")
        return DONE
    keys, why = keys_to_read(options), Why.BY_HAND
    folder = Path(options.also or options.output or backup_folder(options.archive)).expanduser()
    if options.also:
        choose(options.archive, folder)
        why = Why.DAILY  # the next ones take its place
        for doubt in doubts_about(options.archive, folder):
            warn(f"clerkapp: {doubt}")
    print(take(options.archive, folder, why, keys))
    return DONE


def restore_backup(options: Namespace) -> int:
    """Says what a backup would change and, told to, puts it in the archive's place."""
    backup, keys = _backup_asked(options)
    seen = preview(options.archive, backup, keys, alone=options.alone)
    if seen.trouble:
        warn(f"clerkapp: the archive as it is now cannot be compared: {seen.trouble}")
    for doubt in seen.doubts:
        warn(f"clerkapp: {doubt}")
    for each in seen.differences:
        print(_difference_words(each))
    print(f"{counted(seen.same, 'meeting is', 'meetings are')} the same in both")
    if seen.until:
        print(f"with what was saved after the backup, up to {seen.until.astimezone():{_TIME}}")
    changes = bool(seen.differences or seen.trouble)
    if not options.yes:
        warn(
            "nothing was changed; with --yes this is done"
            if changes
            else "there is nothing to restore"
        )
        return NOTHING if changes else DONE
    aside = restore(options.archive, backup, keys, alone=options.alone)
    print(f"{options.archive} is restored from {backup}")
    if aside:
        print(f"what was there before is in {aside}")
    return DONE


def _backup_asked(options: Namespace) -> tuple[Path, Keys]:
    """The backup that FILE names, the newest sound one where that is a folder, and its keys."""
    if not options.file.is_dir():
        return options.file, keys_of_backup(options, options.file)
    there = snapshots(options.archive, options.file)
    if not there:
        raise NoArchive(f"there is no backup of {options.archive.name} in {options.file}")
    newest = there[max(there, key=lambda name: name.at)]
    keys = keys_of_backup(options, newest)
    return newest_sound(options.archive, options.file, keys), keys


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
    print(f"{found.path}: {_held(found)} can be read")
    for fault in found.faults:
        print(f"wrong: {fault}")
    if found.faults:
        print("restore a backup with: clerkapp restore FILE")
        print("or read what can be read with: clerkapp rescue -o NEW.db")
        return NOTHING
    print("nothing is wrong with it")
    return DONE


def rescue_archive(options: Namespace) -> int:
    """Reads what can be read of a damaged archive, or backup, into a new one; says what is lost."""
    damaged: Path = options.file or options.archive
    if not damaged.is_file():
        raise NoArchive(f"there is no archive at {damaged}")
    target = Path(options.output).expanduser()
    found = rescue(damaged, target, keys_of_backup(options, damaged))
    print(f"{target}: {_held(found)} rescued")
    for loss in found.losses:
        print(f"lost: {loss}")
    if found.losses:
        return NOTHING
    print("nothing is lost")
    return DONE


def _held(found: Verdict | Rescued) -> str:
    meetings = counted(found.meetings, "meeting", "meetings")
    return f"{meetings} with {counted(found.entries, 'entry', 'entries')}"
