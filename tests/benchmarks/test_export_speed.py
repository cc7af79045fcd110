"""Word minutes beside the floor, zipping the very same parts, and beside three peers."""

import gc
import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from docxtpl import DocxTemplate
from long_meetings import meeting_with
from measured import print_budget, print_row, taken, timed
from pytest_benchmark.fixture import BenchmarkFixture

from clerkapp.export.forms import FORMS, exported
from clerkapp.export.plain_text import plain_text
from clerkapp.export.web_page import web_page
from clerkapp.meeting.meeting import Meeting
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience, Minutes

STYLE = house_style("bulleted-exchanges")
ROUNDS = {10: 30, 200: 10, 2_000: 5}
sizes = pytest.mark.parametrize("entries", ROUNDS)


@pytest.fixture(autouse=True)
def _without_the_objects_of_pytest() -> Iterator[None]:
    """The collector does not look through what pytest holds: no export of anybody's has that."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def ours(meeting: Meeting) -> bytes:
    return exported(meeting, FORMS["word"], STYLE, Audience.PUBLIC)


def zipped(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return held.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@sizes
def test_word_beside_zipping_the_same_parts(benchmark: BenchmarkFixture, entries: int):
    meeting, rounds = meeting_with(entries), ROUNDS[entries]
    floor = timed(partial(zipped, parts_of(ours(meeting))), rounds)
    durations = taken(benchmark, partial(ours, meeting), rounds)
    print_row(f"Word, {entries:,} entries", durations, "zip", floor)


@sizes
def test_word_beside_docxtpl(benchmark: BenchmarkFixture, entries: int):
    meeting, rounds = meeting_with(entries), ROUNDS[entries]
    template, context = _template(), _context(compose(meeting, STYLE))
    peer = timed(partial(_rendered, template, context), rounds)
    durations = taken(benchmark, partial(ours, meeting), rounds)
    print_row(f"Word, {entries:,} entries", durations, "docxtpl", peer)


@sizes
@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed: no peer to hold")
def test_word_beside_pandoc(benchmark: BenchmarkFixture, entries: int):
    meeting, rounds = meeting_with(entries), min(5, ROUNDS[entries])
    text = plain_text(compose(meeting, STYLE)).encode()
    command = ["pandoc", "--from=markdown", "--to=docx", "--output=-"]
    peer = timed(partial(subprocess.run, command, input=text, check=True, capture_output=True),
                 rounds)  # fmt: skip
    durations = taken(benchmark, partial(ours, meeting), rounds)
    print_row(f"Word, {entries:,} entries", durations, "pandoc", peer)


@sizes
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: no peer")
def test_word_beside_libreoffice(benchmark: BenchmarkFixture, entries: int, tmp_path: Path):
    meeting, rounds = meeting_with(entries), min(3, ROUNDS[entries])
    page = tmp_path / "minutes.html"
    page.write_text(web_page(compose(meeting, STYLE)), encoding="utf-8")
    command = [
        *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
        *("--infilter=HTML (StarWriter)", "--convert-to", "docx:Office Open XML Text"),
        *("--outdir", str(tmp_path), str(page)),
    ]
    peer = timed(partial(subprocess.run, command, check=True, capture_output=True), rounds)
    assert page.with_suffix(".docx").exists()
    durations = taken(benchmark, partial(ours, meeting), rounds)
    print_row(f"Word, {entries:,} entries", durations, "LibreOffice", peer)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
def test_memory_of_word(benchmark: BenchmarkFixture):
    """What the process holds at its highest, beyond what it held with the meeting in memory."""
    command = [sys.executable, "-c", _MEMORY.format(folder=str(Path(__file__).parent))]
    told = benchmark.pedantic(
        partial(subprocess.run, command, check=True, capture_output=True, text=True), rounds=1
    )
    before, after = map(int, told.stdout.split())
    print_budget("memory of Word, 2,000 entries", (after - before) / 1024, 100, "MB")


_MEMORY = """
import re, sys
from pathlib import Path
sys.path.insert(0, {folder!r})
from test_export_speed import meeting_with, ours

def highest():  # of this process alone: what getrusage tells begins with its parent's
    return re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1]

ours(meeting_with(10))  # what is imported and read once
meeting = meeting_with(2_000)
before = highest()
ours(meeting)
print(before, highest())
"""


def _template() -> bytes:
    """Headings and paragraphs in two loops: the least that a template of minutes has."""
    document = Document()
    document.add_heading("{{ title }}", 0)
    for line in (
        "{%p for section in sections %}",
        "{{ section.title }}",
        "{%p for words in section.passages %}",
        "{{ words }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ):
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _context(minutes: Minutes) -> dict[str, object]:
    sections = [
        {"title": section.title, "passages": [passage.text for passage in section.passages]}
        for section in minutes.sections
    ]
    return {"title": minutes.title, "sections": sections}


def _rendered(template: bytes, context: dict[str, object]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(context, autoescape=True)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()
