"""What the lines of minutes say of the numbers and titles of items, and of their paragraphs."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from msgspec.structs import replace

from clerkapp.intake.word_lines import WordLine
from clerkapp.meeting.numbering import roman_count
from clerkapp.patterns import pattern

Saying: TypeAlias = tuple[str, str, str]
"""A key of a house style, what a line says it should be, and that line."""

_NUMBER = pattern(r"([A-Z]{0,6}\d{1,4}(?:[/.]\d{1,4})?)([.)]?)\s+(?=\S)")
_ROMAN = pattern(r"([IVXL]{1,7})[.)]?")
_TYPED_ROMAN = pattern(r"([IVXL]{1,7}[.)])\s+(?=\S)")
_TITLE = 100  # letters that the title of an item has at most


def numbered(line: WordLine) -> tuple[str, str]:
    """The number before a line, Word's or typed, and the words after it."""
    if line.number:
        return line.number, line.text
    found = _NUMBER.match(line.text)
    return (found[0].strip(), line.text[found.end() :]) if found else ("", line.text)


def with_roman_numbers(lines: tuple[WordLine, ...]) -> tuple[WordLine, ...]:
    """`lines` with the Roman numbers that were typed before titles taken for their numbers.

    They count on from I to II at least: “I. Davies” alone is somebody's name.
    """
    found: list[int] = []  # the lines with I, II, III …
    for place, line in enumerate(lines):
        match = None if line.number else _TYPED_ROMAN.match(line.text)
        count = roman_count(match[1][:-1]) if match and len(line.text) < _TITLE else 0
        if count == 1 and len(found) < 2:
            found = [place]
        elif count and count == len(found) + 1:
            found.append(place)
    if len(found) < 2:
        return lines
    changed = list(lines)
    for place in found:
        number, words = lines[place].text.split(maxsplit=1)
        changed[place] = replace(lines[place], number=number, text=words)
    return tuple(changed)


def is_item(line: WordLine) -> bool:
    """Whether `line` is the heading of an item, with its number."""
    number, words = numbered(line)
    if not (_NUMBER.match(f"{number} x") or _is_roman(number)):
        return False
    if line.style.casefold().startswith(("heading", "item heading")):
        return True
    title = len(words) < _TITLE and not words.endswith((".", ";", ":", ","))
    return (
        title
        and (bool(line.columns) or (not line.cell and (line.bold or words.isupper())))
        and not line.style.casefold().startswith("toc")
    )


def _is_roman(number: str) -> bool:
    found = _ROMAN.fullmatch(number)
    return bool(found and roman_count(found[1]))


def year_of(lines: tuple[WordLine, ...]) -> str:
    """The year of the meeting: the first that a line of the document names."""
    return next((m[0] for line in lines if (m := re.search(r"\b(?:19|20)\d\d\b", line.text))), "")


def of_item(line: WordLine, year: str) -> Iterator[Saying]:
    """What the heading of an item says."""
    number, words = numbered(line)
    shown = f"{number} {words}"
    plain = number.rstrip(".)")
    if line.cell:
        yield "layout.items", "in a table", shown
        if line.columns and not any(map(str.isdecimal, line.columns[0])):
            yield from _of_columns(line.columns)
    if form := number_form(plain, year):
        yield "words.item_number", form, shown
    yield "words.item_number_end", number[len(plain) :], shown
    if words.upper() != words.lower():
        yield "layout.headings", "capitals" if words.isupper() else "as typed", shown


_COLUMNS = ("words.table_number", "words.table_heading", "words.table_text", "words.table_action")


def _of_columns(columns: tuple[str, ...]) -> Iterator[Saying]:
    """What the columns are called, where they are as many as a house has, or all but the last."""
    if len(columns) in (len(_COLUMNS) - 1, len(_COLUMNS)):
        for key, name in zip(_COLUMNS, columns, strict=False):
            yield key, name, " | ".join(columns)


def number_form(number: str, year: str) -> str:
    """The form of `number`, "{number}/{yy}" of 99/20; "" of a letter that may be a Roman figure."""
    if roman_count(number):
        return "{roman}" if len(number) > 1 else ""
    if found := re.fullmatch(r"([A-Z]*)\d+/(\d{2}|\d{4})", number):
        return f"{found[1]}{{number}}/{'{yy}' if len(found[2]) == 2 else '{year}'}"
    if year and (found := re.fullmatch(rf"({year}|{year[2:]})([./])\d+", number)):
        return f"{'{year}' if len(found[1]) == 4 else '{yy}'}{found[2]}{{number}}"
    letters = re.match(r"[A-Z]*", number)
    return f"{letters[0] if letters else ''}{{number}}"


def of_paragraph(line: WordLine) -> Iterator[Saying]:
    """What a paragraph says of the numbers of paragraphs."""
    number, words = numbered(line)
    found = re.fullmatch(r"(?:\d+|[IVXL]+)\.(\d+)\.?", number)
    if found and not is_item(line):
        if found[1].startswith("0"):
            yield "layout.paragraphs", "numbered in two figures", f"{number} {words}"
        elif len(found[1]) == 1:
            yield "layout.paragraphs", "numbered", f"{number} {words}"
    elif not number and not line.cell and len(words) > 40 and words.endswith("."):
        yield "layout.paragraphs", "plain", words
