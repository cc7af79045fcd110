"""What a person may choose about a document, beside the minutes themselves."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from clerkapp.errors import TemplateError
from clerkapp.export.crest import Crest, crest_in
from clerkapp.meeting.stationery import KeptFile, Stationery

if TYPE_CHECKING:  # only who wants Word waits for what it needs
    from clerkapp.export.word.lending import Template

_LARGEST = 64 * 2**20  # bytes


class Dress(Struct, frozen=True):
    """The council's own template, its crest, and line numbers for those who comment on a draft."""

    template: "Template | None" = None  # None: the one that comes with Clerkapp
    crest: Crest | None = None
    line_numbers: bool = False  # on drafts alone; confirmed minutes never have them


PLAIN = Dress()
"""Clerkapp's own template, without crest and line numbers."""


def dressed_in(own: Stationery, wears: frozenset[str]) -> Dress:
    """What a form of document that `wears` such things takes of a council's stationery.

    TemplateError says why a file of it cannot serve.
    """
    template = None
    if own.template and "template" in wears:
        from clerkapp.export.word.lending import template_in  # noqa: PLC0415 — for Word alone

        template = template_in(own.template)
    crest = crest_in(own.crest, own.crest_words) if own.crest and "crest" in wears else None
    return Dress(template, crest, own.line_numbers and "line numbers" in wears)


def file_to_keep(path: Path, what: str) -> KeptFile:
    """The file at `path`, a template or a crest; TemplateError where it cannot be read."""
    try:
        if path.exists() and not path.is_file():
            raise TemplateError(f"the {what} {path} is not a file")
        if path.stat().st_size > _LARGEST:
            raise TemplateError(f"the {what} {path.name} is larger than 64 MB")
        return KeptFile(path.name, path.read_bytes())
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise TemplateError(f"the {what} {path} cannot be read: {why}") from None
