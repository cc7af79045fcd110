"""The archive in another folder, when its own takes nothing more."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from clerkapp.archive.driver import Connection, DatabaseError
from clerkapp.archive.files import reason, sync, sync_file, unfinished, write_whole
from clerkapp.archive.trouble import is_there, tried
from clerkapp.archive.whereabouts import unfit
from clerkapp.errors import ArchiveError
from clerkapp.wording.house_style import own_styles_folder, style_files

_NAME = "Clerkapp"
_MOST = 100  # folders of that name


def free_place(folder: Path, name: str) -> Path:
    """Where an archive of that name can be: in a new folder of its own within `folder`.

    So nothing that is there is ever replaced, neither an archive nor what opens it. ArchiveError
    where the folder is not fit for one.
    """
    if why := unfit(folder):
        raise ArchiveError(f"the archive cannot be kept in {folder}: {why}")
    for each in (_NAME, *(f"{_NAME}-{n}" for n in range(2, _MOST))):
        if not (folder / each).exists():
            return folder / each / name
    raise ArchiveError(f"there are too many archives in {folder} already")


def note_move(old: Path, new: Path) -> bool:
    """Writes beside the archive `old` that it goes on as `new`; whether that could be done."""
    return old.parent.is_dir() and tried(lambda: _note(old).write_text(str(new), encoding="utf-8"))


def last_place(path: Path) -> tuple[Path, str]:
    """Where the archive at `path` has gone on, and what there is to say of it; itself, and "".

    It is itself, too, where the other is not there now, or where words were kept in both since.
    """
    try:
        new = Path(_note(path).read_text(encoding="utf-8"))
        noted = _note(path).stat().st_mtime
        written = max(each.stat().st_mtime for each in _files(path))
    except (OSError, ValueError):
        return path, ""
    if not is_there(new):
        return path, f"the minutes were last kept in {new.parent}, which is not there now"
    if written > noted:
        return path, f"there are minutes in two places: here, and in {new.parent}"
    day = f"{dt.datetime.fromtimestamp(noted).astimezone():%d %B %Y}".lstrip("0")
    return new, f"since {day} the minutes are kept in {new.parent}, and no longer in {path.parent}"


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}.went-on")


def _files(path: Path) -> list[Path]:
    return [each for each in (path, path.with_name(f"{path.name}-wal")) if each.exists()]


def carry_styles(old: Path, new: Path) -> bool:
    """Copies the own house styles beside the archive `old` beside `new`; whether all are there.

    Each is read again and compared. Those beside `old` stay, as that archive does.
    """
    source, target = own_styles_folder(old), own_styles_folder(new)
    try:
        for path in style_files(source):
            data = path.read_bytes()
            write_whole(target / path.name, data)
            if (target / path.name).read_bytes() != data:
                return False
    except (ArchiveError, OSError):
        return False
    return old.parent.is_dir()  # else nobody knows whether there were any


def carry(db: Connection, target: Path) -> bool:
    """Makes the file `target` with all that `db` holds; whether it could be read and written whole.

    What is in a file that was deleted can be read as long as it is open. ArchiveError where
    nothing at all can be made there; where it is False there is an empty file.
    """
    try:
        with unfinished(target.parent, target.stem) as part:
            whole = True
            try:
                db.run("VACUUM INTO ?", [str(part)])
            except DatabaseError:
                whole = False
                part.write_bytes(b"")
                for ending in ("-journal", "-wal", "-shm"):
                    with suppress(OSError):
                        Path(f"{part}{ending}").unlink(missing_ok=True)
            sync_file(part)
            part.replace(target)
        sync(target.parent)
    except OSError as error:
        raise ArchiveError(f"nothing can be kept in {target.parent}: {reason(error)}") from None
    return whole
