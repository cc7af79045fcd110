"""Word files for tests: exported, and edited as a person would edit them."""

import copy
import io
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.text.paragraph import Paragraph

from clerkapp.export.forms import FORMS, exported
from clerkapp.intake.differences import Comparison
from clerkapp.intake.three_ways import compared_three_ways
from clerkapp.intake.word_file import WordFile, read_word_file
from clerkapp.meeting.ids import counted
from clerkapp.meeting.meeting import Meeting
from clerkapp.wording.house_style import house_style, own_styles_folder
from clerkapp.wording.minutes import Audience


def exported_word(
    meeting: Meeting,
    style: str = "",
    audience: Audience = Audience.PUBLIC,
    own: Path | None = None,
) -> bytes:
    return exported(meeting, FORMS["word"], house_style(style, own), audience)


OURS = """\
like = "action-lines"
title = "Ours"
summary = "As we do"
[words]
due = "No later than {due}."
"""


def own_style(archive: Path) -> Path:
    """The folder of own styles beside `archive`, with one, “ours”, that tells dates its own way."""
    folder = own_styles_folder(archive)
    folder.mkdir(parents=True)
    (folder / "ours.toml").write_text(OURS, encoding="utf-8")
    return folder


class InWord:
    """A Word file in somebody's hands."""

    def __init__(self, data: bytes) -> None:
        self.document: DocumentObject = Document(io.BytesIO(data))

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Those in tables, then the others."""
        cells = (cell for table in self.document.tables for cell in table._cells)
        inside = (each for cell in cells for each in cell.paragraphs)
        return (*inside, *self.document.paragraphs)

    def find(self, words: str) -> Paragraph:
        """The last paragraph with those words: the list of items stands before the items.

        Some houses print them in a table.
        """
        return [each for each in self.paragraphs() if words in each.text][-1]

    def change(self, old: str, new: str) -> None:
        for run in self.find(old).runs:
            run.text = run.text.replace(old, new)

    def add_below(self, words: str, new: str) -> None:
        above = self.find(words)
        made = copy.deepcopy(above._p)
        for each in list(made):
            if each.tag.endswith(("bookmarkStart", "bookmarkEnd")):
                made.remove(each)
        above._p.addnext(made)
        first, *others = Paragraph(made, above._parent).runs
        first.text = new
        for run in others:
            made.remove(run._r)

    def delete(self, words: str) -> None:
        paragraph = self.find(words)._p
        paragraph.getparent().remove(paragraph)

    def move_below(self, words: str, above: str) -> None:
        self.find(above)._p.addnext(self.find(words)._p)

    def type_anew(self, old: str, new: str) -> None:
        """As a program does that keeps no bookmark."""
        paragraph = self.find(old)
        paragraph.text = paragraph.text.replace(old, new)

    def saved(self, folder: Path) -> Path:
        path = folder / "edited.docx"
        self.document.save(str(path))
        return path


def edited(data: bytes, folder: Path, *edits: Callable[[InWord], None]) -> WordFile:
    word = InWord(data)
    for edit in edits:
        edit(word)
    return read_word_file(word.saved(folder))


def compared_with(file: WordFile, now: Meeting) -> Comparison:
    counting = counted()
    return compared_three_ways(file, now, lambda: f"new{counting()}")
