"""What a person may choose about a Word document, beside the minutes themselves."""

from dataclasses import dataclass

from clerkapp.export.word.crest import Crest
from clerkapp.export.word.lending import Template


@dataclass(frozen=True, slots=True)
class Dress:
    """The council's own template, its crest, and line numbers for those who comment on a draft."""

    template: Template | None = None  # None: the one that comes with Clerkapp
    crest: Crest | None = None
    line_numbers: bool = False  # on drafts alone; confirmed minutes never have them


PLAIN = Dress()
"""Clerkapp's own template, without crest and line numbers."""
