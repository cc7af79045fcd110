"""About how many pages the minutes take, for whoever shows “of 5” without laying the pages out.

Word counts again as it opens the file; a viewer on a telephone shows what stands there.
"""

import math

from clerkapp.wording.minutes import Minutes, Passage, Role, Section, Table

_PAGE = 711.5  # points between the margins of the template: (16838 - 1361 - 1247) / 20
_LINE = 14.0
_ROW = 16.0
_LETTERS = 82  # on one line beside the column of numbers
_AFTER = 6.0
_HEADING = 36.0
_ACTION = 18.0  # around an action point that stands apart
_FRONT = 190.0  # the council's name, the title and the notice
_TABLES = 70.0  # the heading above a table, and its heading row


def page_count(minutes: Minutes) -> int:
    """An estimate from the number of letters and paragraphs; at least 1."""
    headed = [section for section in minutes.sections if section.number or section.title]
    height = _FRONT + (len(minutes.details) + len(headed) + 2) * (_LINE + 2)
    height += sum(len(each.people) * _LINE + _AFTER for each in minutes.people)
    for each in (minutes.attendance, minutes.actions):
        height += _TABLES + _rows(each) if each else 0
    height += sum(map(_section, minutes.sections))
    return max(1, math.ceil(height / _PAGE))


def _section(section: Section) -> float:
    height = _HEADING if section.number or section.title else 0
    height += _LINE + _AFTER if section.presenter else 0
    height += (len(section.documents) + bool(section.documents)) * (_LINE + 4)
    return height + sum(map(_passage, section.passages))


def _passage(passage: Passage) -> float:
    height = _lines(len(passage.text)) + _AFTER
    height += sum(_lines(len(limb.text)) + 4 for limb in passage.limbs)
    height += _rows(passage.table) + _ROW if passage.table else 0
    return height + (_ACTION if passage.role is Role.ACTION else 0)


def _lines(letters: int) -> float:
    return math.ceil(max(1, letters) / _LETTERS) * _LINE


def _rows(table: Table) -> float:
    """A row is as high as its longest cell, of which the columns are about a quarter each."""
    return sum(
        math.ceil(max(len(cell) for cell in row) * 2 / _LETTERS) * _LINE + 4 for row in table.rows
    )
