"""How wide the columns of a table are, and what fits beside a label."""

from clerkapp.export.word.numbering import share_for
from clerkapp.wording.minutes import Table

_ATTENDANCE_SHARES = {4: (33, 16, 16, 35), 2: (30, 70)}  # by columns
_DETAIL = 1701  # where the words beside a label begin, in twentieths of a point
_LEAST, _MOST = 10, 80  # letters of a column that count


def fits_beside(label: str) -> bool:
    """Whether words have room beside that label, in bold Arial of 11 points; else they go below."""
    return sum(160 if each.isupper() else 124 for each in label) < _DETAIL


def attendance_shares(attendance: Table) -> tuple[int, ...]:
    """The columns' widths in %: by their number, and equal ones for the meetings of a year."""
    if not attendance.note:
        return _ATTENDANCE_SHARES[len(attendance.headings)]
    meetings = len(attendance.headings) - 2
    each = min(25, 58 // meetings)
    return (100 - 16 - meetings * each, 16, *[each] * meetings)


def shares_by_words(table: Table) -> tuple[int, ...]:
    """The columns' widths in %, as the longest cell of each needs; no heading is cut in a word."""
    columns = tuple(zip(table.headings, *table.rows, strict=True))
    weights = [min(max(_LEAST, *map(len, column)), _MOST) for column in columns]
    shares = [
        max(weight * 100 // sum(weights), share_for(heading.split()))
        for weight, heading in zip(weights, table.headings, strict=True)
    ]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return tuple(shares)
