"""What is kept for a council by the command line, and used without asking."""

from pathlib import Path

import pytest
from commands import Clerkapp
from pictures import png

COUNCIL = "Brookmere Borough Council"


@pytest.fixture
def crest(tmp_path: Path) -> Path:
    path = tmp_path / "crest.png"
    path.write_bytes(png())
    return path


def _exported(clerkapp: Clerkapp, source: str, target: Path, *options: str) -> str:
    status, _, err = clerkapp("export", source, "--form", "html", "-o", str(target), *options)
    assert (status, err) == (0, "")
    return target.read_text(encoding="utf-8")


def test_a_crest_is_used_without_asking_when_its_file_is_gone(
    clerkapp: Clerkapp, crest: Path, file: str, tmp_path: Path
):
    meeting = clerkapp("import", file)[1].strip()
    told = clerkapp("stationery", COUNCIL, "--crest", str(crest), "--crest-words", "A star")
    assert told == (0, f"{COUNCIL}: crest crest.png “A star”\n", "")
    crest.unlink()
    target = tmp_path / "m.html"
    assert 'alt="A star"' in _exported(clerkapp, meeting, target)
    assert "<img" not in _exported(clerkapp, meeting, target, "--plain")
    assert "<img" not in _exported(clerkapp, file, target)  # no part of the archive
    assert clerkapp("stationery") == told
    assert clerkapp("stationery", COUNCIL, "--no-crest") == (0, f"{COUNCIL}: nothing\n", "")
    assert "<img" not in _exported(clerkapp, meeting, target)
    assert clerkapp("stationery") == (1, "", "nothing is kept for any council yet\n")


def test_a_file_that_cannot_serve_is_not_kept(clerkapp: Clerkapp, tmp_path: Path):
    wrong = tmp_path / "wrong.docx"
    wrong.write_text("no Word file")
    status, _, err = clerkapp("stationery", COUNCIL, "--template", str(wrong))
    assert (status, "wrong.docx is no Word file" in err) == (2, True)
    assert clerkapp("stationery")[0] == 1


def test_what_a_form_has_no_place_for_is_said(clerkapp: Clerkapp, crest: Path, file: str):
    status, _, err = clerkapp("export", file, "--form", "text", "--crest", str(crest))
    assert (status, err) == (
        2, "clerkapp: Plain text has no place for a crest: it has none of such things\n"
    )  # fmt: skip
    status, _, err = clerkapp("export", file, "--form", "html", "--line-numbers")
    assert (status, err) == (
        2, "clerkapp: Web page has no place for line numbers: it has a crest\n"
    )  # fmt: skip
