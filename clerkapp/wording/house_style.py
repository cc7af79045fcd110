"""House styles: how a council prints its minutes, read from `resources/house_styles/*.toml`.

A style says `like = "…"` to be as another one but for the keys that it gives itself. A person's
own styles are such files in a folder beside the archive.
"""

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from clerkapp.errors import HouseStyleError
from clerkapp.resources import resource
from clerkapp.wording.style_tables import Data, faults, table, whole
from clerkapp.wording.style_words import (
    ActionWords,
    AttendanceWords,
    DecisionWords,
    InterestWords,
    Layout,
    PartWords,
    PresenceWords,
    VoteWords,
    Words,
)

DEFAULT = "bulleted-exchanges"


class HouseStyle(Struct, frozen=True):
    """One manner of printing minutes."""

    name: str  # as in `--style`: the file's name without its ending
    title: str
    summary: str
    layout: Layout
    words: Words
    parts: PartWords
    votes: VoteWords
    decisions: DecisionWords
    interests: InterestWords
    attendance: AttendanceWords
    actions: ActionWords
    presence: PresenceWords


def own_styles_folder(archive: Path) -> Path:
    """Where the own styles of whoever has that archive are; the folder need not be there."""
    return archive.parent / "house_styles"


def house_styles(own: Path | None = None) -> tuple[HouseStyle, ...]:
    """Every house style that comes with Clerkapp and then those in the folder `own`, by name.

    An own style takes the place of one of its name. One that cannot be read is left out:
    `own_styles` says why.
    """
    styles = {path.stem: _bundled(path) for path in style_files(resource("house_styles"))}
    for path in style_files(own):
        try:
            styles[path.stem] = read_house_style(path, own)
        except HouseStyleError:
            continue
    return tuple(styles.values())


def house_style(name: str, own: Path | None = None) -> HouseStyle:
    """The house style of that name ("" is the usual one), of the folder `own` before the others.

    HouseStyleError, with the names there are, where none has it.
    """
    if path := _file_of(name or DEFAULT, own):
        return read_house_style(path, own) if path.parent == own else _bundled(path)
    names = (
        path.stem for folder in (resource("house_styles"), own) for path in style_files(folder)
    )
    known = ", ".join(dict.fromkeys(names))
    raise HouseStyleError(f"there is no house style “{name}”; there are {known}")


def style_or_usual(name: str, own: Path | None = None) -> tuple[HouseStyle, str]:
    """The style of that name and ""; the usual one, and a sentence, where it cannot be used."""
    if _file_of(name or DEFAULT, own) is None:
        return house_style(""), f"“{name}” is not on this computer; the usual style is used"
    try:
        return house_style(name, own), ""
    except HouseStyleError as error:
        return house_style(""), f"{error}; the usual style is used"


def _file_of(name: str, own: Path | None) -> Path | None:
    """The file of the style of that name; None where no folder has one."""
    paths = (folder / f"{name}.toml" for folder in (own, resource("house_styles")) if folder)
    return next((path for path in paths if path.stem == name and path.is_file()), None)


def read_house_style(path: Path, own: Path | None = None) -> HouseStyle:
    """The house style in that file; HouseStyleError names the key that is wrong or missing."""
    data = whole(path, own)
    for _, sentence in faults(data):
        raise HouseStyleError(f"{path.name}: {sentence}")
    return style_of(path.stem, data)


@lru_cache(maxsize=64)  # these files do not change while Clerkapp runs: 110 ms for all of them
def _bundled(path: Path) -> HouseStyle:
    return read_house_style(path)


def style_of(name: str, data: Data) -> HouseStyle:
    """The style of whole tables in which there is no fault."""
    return HouseStyle(
        name,
        str(data["title"]),
        str(data["summary"]),
        table(data, "layout", Layout),
        table(data, "words", Words),
        table(data, "parts", PartWords),
        table(data, "votes", VoteWords),
        table(data, "decisions", DecisionWords),
        table(data, "interests", InterestWords),
        table(data, "attendance", AttendanceWords),
        table(data, "actions", ActionWords),
        table(data, "presence", PresenceWords),
    )


def style_files(folder: Path | None) -> list[Path]:
    """The files of the styles in that folder, by name."""
    return sorted(folder.glob("*.toml")) if folder is not None else []
