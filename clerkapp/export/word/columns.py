"""How wide the columns of a table are, and the column of labels beside what they are of."""

import math
from collections.abc import Iterable

from clerkapp.export.word.numbering import share_for
from clerkapp.wording.minutes import Table

_ATTENDANCE_SHARES = {4: (33, 16, 16, 35), 2: (30, 70)}  # by columns
DETAIL = 1701  # the column of labels in the template, in twentieths of a point
_WIDEST_DETAIL = 3402  # wider would leave too little of the page to what is beside it
_GAP = 53
ARIAL, ANY_FONT = 1.0, 1.2
"""How wide letters are beside those of Arial: in our own template, and in a council's."""
_LEAST, _MOST = 10, 80  # letters of a column that count
_TABLE_TEXT = 10 / 11  # the words of a table beside those of the text
_CELL_MARGINS = 216  # to the left and right of the words in a cell
_WIDEST_SHARE = 24  # of a heading that has more, the words are parted


def detail_column(labels: Iterable[str], breadth: float = ARIAL) -> int:
    """The column of the labels, as wide as the longest of them needs; one too long is not asked.

    `breadth` is how much wider than Arial their letters may be.
    """
    widths = [_width(label, breadth) + _GAP for label in labels]
    return max([DETAIL, *(width for width in widths if width <= _WIDEST_DETAIL)])


def fits_beside(label: str, column: int, breadth: float = ARIAL) -> bool:
    """Whether words have room beside that label in such a column; else they go below."""
    return _width(label, breadth) + _GAP <= column


def _width(label: str, breadth: float) -> int:
    """About how wide `label` is in a bold font of 11 points, in twentieths of a point."""
    return round(breadth * sum(160 if each.isupper() else 124 for each in label))


def attendance_shares(attendance: Table, room: int, breadth: float = ARIAL) -> tuple[int, ...]:
    """The columns' widths in % of `room`, and equal ones for the meetings of a year.

    Else they go by their number, and no heading is cut, however broad its letters are.
    """
    if not attendance.note:
        usual = _ATTENDANCE_SHARES[len(attendance.headings)]
        needed = (_share_of(heading, room, breadth) for heading in attendance.headings)
        shares = list(map(max, usual, needed))
        shares[shares.index(max(shares))] -= sum(shares) - 100
        return tuple(shares)
    meetings = len(attendance.headings) - 2
    each = min(25, 58 // meetings)
    return (100 - 16 - meetings * each, 16, *[each] * meetings)


def _share_of(heading: str, room: int, breadth: float) -> int:
    widest = max((_width(word, breadth) for word in heading.split()), default=0)
    return min(math.ceil((_TABLE_TEXT * widest + _CELL_MARGINS) * 100 / room), _WIDEST_SHARE)


def shares_by_words(table: Table, room: int) -> tuple[int, ...]:
    """The columns' widths in % of `room`, as the longest cell of each needs; no heading is cut."""
    columns = tuple(zip(table.headings, *table.rows, strict=True))
    weights = [min(max(_LEAST, *map(len, column)), _MOST) for column in columns]
    shares = [
        max(weight * 100 // sum(weights), share_for(heading.split(), room=room))
        for weight, heading in zip(weights, table.headings, strict=True)
    ]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return tuple(shares)
