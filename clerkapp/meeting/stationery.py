"""A council's stationery: what the documents of its committees are dressed in, kept whole.

The files are kept, not where they were: a crest goes on being there when the file is gone, and
wherever the archive is carried.
"""

from msgspec import Struct


class KeptFile(Struct, frozen=True):
    """A file as it was when it was chosen: its name, and its bytes."""

    name: str
    data: bytes


class Stationery(Struct, frozen=True):
    """What is used for a council without asking, until somebody chooses otherwise."""

    council: str = ""  # whose, by its name
    template: KeptFile | None = None  # a .docx or .dotx
    crest: KeptFile | None = None  # a PNG or JPEG
    crest_words: str = ""  # for those who do not see it; "": that it is the crest of the council
    line_numbers: bool = False  # on drafts

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to be used."""
        return not (self.template or self.crest or self.line_numbers)
