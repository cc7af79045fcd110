"""A person's own house styles: files beside the archive, which go where it goes."""

from pathlib import Path

from msgspec import Struct

from clerkapp.archive.archive import ArchiveReader
from clerkapp.archive.committees import committees_in
from clerkapp.archive.files import reason, sync, write_whole
from clerkapp.errors import ArchiveError
from clerkapp.wording.own_styles import OwnStyle, like_it
from clerkapp.wording.style_draft import printed_as_before
from clerkapp.wording.style_writing import style_path, written_over


class StyleUse(Struct, frozen=True):
    """How many meetings and how many committees name a style."""

    meetings: int
    committees: int


def uses_of(archive: ArchiveReader, name: str) -> StyleUse:
    """Who is printed in the style of that name."""
    its = "SELECT id FROM meeting WHERE NOT deleted AND house_style = ?"
    meetings = sum(1 for _ in archive.rows(its, (name,)))
    return StyleUse(meetings, sum(each.house_style == name for each in committees_in(archive)))


def keep_style(folder: Path, name: str, text: str) -> None:
    """Puts that text in the file of the style, whole or not at all; ArchiveError where it cannot.

    The comments of a file that was there stay, and the order of its keys.
    """
    path = style_path(folder, name)
    write_whole(path, written_over(_there(path), text).encode())


def _there(path: Path) -> str:
    """What the file says; "" where there is none, or none that can be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def remove_own_style(folder: Path, own: OwnStyle) -> None:
    """Takes the file of the style away; ArchiveError where that cannot be done.

    Styles that are like it then say of their own what it said, and so print what they printed.
    """
    if own.style and own.draft:
        for each in like_it(own.name, folder):
            if each.style and each.draft:
                text = printed_as_before(each.draft, own.draft.like).text()
                keep_style(folder, each.name, text)
    path = style_path(folder, own.name)
    try:
        path.unlink(missing_ok=True)
        sync(folder)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be removed: {reason(error)}") from None
