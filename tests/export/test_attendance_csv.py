"""The attendance return as CSV."""

import csv
import io

import pytest

from clerkapp.export.attendance_csv import attendance_csv
from clerkapp.meeting.attendance_return import attendance_return
from clerkapp.notation.reading import read_notation


def written(text: str) -> bytes:
    return attendance_csv(attendance_return([read_notation(text).meeting]))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written(text).decode("utf-8-sig"), newline="")))


def test_a_row_a_member_with_totals_and_a_key_below():
    text = (
        "Committee: Planning\nDate: 2026-03-05\nPresent: Cllr A Ó Briain\nApologies: Cllr B Lund\n"
    )
    head, first, second, there, empty, key, present, *_ = rows(text)
    assert head == [
        *("Member", "2026-03-05 Planning", "Expected", "Attended", "%", "As a substitute"),
    ]
    assert first == ["Cllr A Ó Briain", "P", "1", "1", "100", "0"]
    assert second == ["Cllr B Lund", "A", "1", "0", "0", "0"]
    assert there[:2] == ["Members there", "1"]
    assert (empty, key, present) == ([], ["Key"], ["P", "present"])


def test_it_is_as_a_spreadsheet_wants_it():
    data = written("Present: Cllr A Ó Briain\n")
    assert data.startswith(b"\xef\xbb\xbfMember,")
    assert data.count(b"\n") == data.count(b"\r\n") > 5


@pytest.mark.parametrize("name", ["=1+1", "+44 20", "-Cllr", "@SUM"])
def test_a_cell_that_would_run_is_kept_from_it(name: str):
    assert rows(f"Present: {name}\n")[1][0] == f"'{name}"
