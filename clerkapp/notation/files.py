"""A meeting in a file, in whichever of the two forms it is written."""

from pathlib import Path

from clerkapp.errors import NotationError
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import NewId
from clerkapp.notation.json import read_json
from clerkapp.notation.reading import Reading, read_notation


def read_file(path: Path, new_id: NewId | None = None) -> Reading:
    """The meeting in the file at `path`, as JSON where its name ends so, else as notation.

    With `new_id` every identifier is made anew. NotationError, with the file's name, where it
    cannot be read.
    """
    try:
        data = path.read_bytes()
        if path.suffix.casefold() == ".json":
            meeting = read_json(data)
            return Reading(copied(meeting, new_id) if new_id else meeting)
        return read_notation(data, new_id)
    except NotationError as error:
        raise NotationError(f"{path.name}: {error}") from None
    except OSError as error:
        raise NotationError(f"{path}: {(error.strerror or str(error)).lower()}") from None
