"""Rows as CSV that a spreadsheet opens rightly, and in which it runs nothing."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Cell: TypeAlias = int | str

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def spreadsheet(rows: Iterable[Sequence[Cell]]) -> bytes:
    """`rows` as UTF-8 with a byte order mark and CRLF, as spreadsheets want it.

    A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV
    injection).
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _guarded(cell: Cell) -> Cell:
    runs = isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA)
    return f"'{cell}" if runs else cell
