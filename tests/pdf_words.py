"""What is in a PDF: its words as a reader shows them, its streams, and what a validator says."""

import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator

import pytest
from page import ValidationProfile, validate_pdf_bytes
from untraced import untraced

needs_pdftotext = pytest.mark.skipif(
    not shutil.which("pdftotext"),
    reason="pdftotext is not installed (continuous integration installs it)",
)
_STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\r?\n")


def words_in_pdf(data: bytes) -> str:
    """The words of all pages, those on one line in their order."""
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def streams_in_pdf(data: bytes) -> Iterator[str]:
    """The file as it lies, and each compressed stream of it opened."""
    yield data.decode("latin-1")
    for start, length in streams(data):
        try:
            yield zlib.decompress(data[start : start + length]).decode("latin-1")
        except zlib.error:
            continue


def streams(data: bytes) -> list[tuple[int, int]]:
    """Where each stream begins, and how long it says that it is."""
    return [(match.end(), int(match.group(1))) for match in _STREAM.finditer(data)]


def faults_in_pdf(data: bytes) -> list[str]:
    """What the validator finds, but for lengths of streams that are right after all.

    A stream whose last byte is itself a line end looks one byte too long to it.
    """
    with untraced():
        found = [
            failure.rule_id
            for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A)
            for failure in validate_pdf_bytes(data, profile=profile).failures
        ]
    ends = [data[start + length :].startswith(b"\nendstream") for start, length in streams(data)]
    assert all(ends)
    return [rule for rule in found if "STREAM-LENGTH" not in rule]
