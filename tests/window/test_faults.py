"""Faults of our own: a report without a word of the minutes, and a sentence."""

import sys
from pathlib import Path

from clerkapp.window.faults import report_faults, write_report


def fault(words: str):
    try:
        int(words)
    except ValueError:
        return sys.exc_info()


def test_a_fault_is_reported_without_what_it_quotes(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    said = []
    report_faults(tmp_path, said.append)
    sys.excepthook(*fault("Cllr Finch is a secret"))
    (report,) = tmp_path.iterdir()
    words = report.read_text()
    assert "ValueError" in words
    assert "test_faults.py" in words
    assert "is a secret" not in words
    assert said == [f"Clerkapp made a mistake; your words are kept. The report is {report}."]


def test_a_report_that_cannot_be_written_is_no_second_fault(tmp_path: Path):
    kind, _, trace = fault("x")
    assert write_report(tmp_path / "nowhere", kind, trace) is None
