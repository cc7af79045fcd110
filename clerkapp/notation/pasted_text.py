"""What was copied elsewhere as plain text, paragraph by paragraph: nothing but marks goes."""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.words import clean
from clerkapp.notation.entry_lines import PASTED_BULLET
from clerkapp.patterns import pattern


class Paragraph(Struct, frozen=True):
    """One paragraph of a paste: its words, and the bullet or the number that stood before them."""

    words: str  # a line feed in them is a line break within the paragraph
    mark: str = ""

    @property
    def is_bulleted(self) -> bool:
        """Whether the mark is a bullet, which says nothing, and no number or letter."""
        return self.mark == _HOLLOW or not any(map(str.isalnum, self.mark))

    @property
    def numbered_words(self) -> str:
        """The words, behind the number or the letter that stood before them."""
        return self.words if self.is_bulleted else f"{self.mark} {self.words}"


_HOLLOW = "o"  # as Word pastes its hollow bullet
_ENDS = pattern("\r\n|[\r\n\f\x1c-\x1e\x85\u2029]")
_BREAKS = pattern("[\v\u2028]")  # within a paragraph: Word's Shift+Enter
_UNSEEN = pattern("[\u00ad\u200b\u2060\ufeff]")  # soft hyphens and what has no width
_BLANKS = pattern("[ \t]+")
_OF_WINDOWS = {
    number: character
    for number in range(0x80, 0xA0)
    if (character := bytes([number]).decode("cp1252", errors="ignore"))
}
"""Quotation marks, dashes and the ellipsis as old programs for Windows hand them over."""

_BULLET = pattern(rf"(?:{PASTED_BULLET}|[•▪‣●■]|[*–—-]\s+)(?=\S)")
_NUMBER = pattern(r"(?:\(\d{1,3}\)|\d{1,3}[.)])\s+(?=\S)")
_PART = pattern(r"(?P<above>(?:\d{1,3}\.)+)(?P<last>\d{1,3})\.?\s+(?=\S)")
_LIMB = pattern(r"\((?:[a-z]|[ivx]{1,5})\)\s+(?=\S)|(?:[a-z]|[ivx]{1,5})[.)]\s+(?=\S)")
_MARKS = (_BULLET, _NUMBER, _LIMB)


def paragraphs_of_text(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of `text`. A line is one, but for a line that was only wrapped.

    Where lines have as many tabs as each other they are the rows of a table, and their cells are
    parted by "; ". A number like 6.1 counts as one only where 6.2 or 6.0 stands there too.
    """
    lines = [line for raw in _ENDS.split(text) if (line := seen_words(raw).strip())]
    taken = list(without_marks(lines))
    tabs = Counter(each.words.count("\t") for each in taken)
    longest = max((len(each.words) for each in taken), default=0)
    is_wrapped = _SHORTEST_WRAPPED <= longest <= _LONGEST_WRAPPED
    found: list[Paragraph] = []
    above = ""
    for each in taken:
        count = each.words.count("\t")
        words = _spaced(each.words, "; " if count and tabs[count] > 1 else " ")
        if is_wrapped and not each.mark and _goes_on(above, words):
            found[-1] = replace(found[-1], words=f"{found[-1].words} {words}")
        else:
            found.append(Paragraph(words, each.mark))
        above = words
    return tuple(found)


def seen_words(text: str) -> str:
    """`text` without soft hyphens and other characters that nobody sees, its breaks line feeds."""
    text = _BREAKS.sub("\n", _UNSEEN.sub("", text.translate(_OF_WINDOWS)))
    return clean(text)


def _spaced(words: str, joint: str) -> str:
    cells = (_BLANKS.sub(" ", cell).strip(" ") for cell in words.split("\t"))
    return joint.join(cell for cell in cells if cell)


# Bullets and numbers


def without_marks(lines: list[str]) -> Iterator[Paragraph]:
    """Each of `lines` with the mark before its words taken off them."""
    parts = [_PART.match(line) for line in lines]
    there = {(part["above"], int(part["last"])) for part in parts if part}
    for line, part in zip(lines, parts, strict=True):
        if part and _counts(part, there):
            yield Paragraph(line[part.end() :], part.group().strip())
        else:
            match = next(filter(None, (mark.match(line) for mark in _MARKS)), None)
            mark = match.group() if match else ""
            yield Paragraph(line[len(mark) :], mark.strip())


def _counts(part: re.Match[str], there: set[tuple[str, int]]) -> bool:
    """Whether the number is one of a row, and no sum or time of day: 6.1 and 6.2, not 7.30."""
    above, last = part["above"], int(part["last"])
    return "\t" in part.group() or bool({(above, last - 1), (above, last + 1)} & there)


# Lines that were only wrapped

_LONGEST_WRAPPED = 100  # characters: what mail and PDF readers wrap at
_SHORTEST_WRAPPED = 40


def _goes_on(above: str, words: str) -> bool:
    """Whether `words` go on with the line `above` rather than begin something."""
    ended = above.endswith((".", ":", ";", "!", "?"))
    return len(above) >= _SHORTEST_WRAPPED and not ended and words[0].islower()
