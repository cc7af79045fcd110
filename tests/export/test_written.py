"""A file that was edited by hand since it was written is not replaced unasked."""

from pathlib import Path

import pytest

from clerkapp.export.written import Found, Written, held_open


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return Written(tmp_path)


def test_a_file_is_known_as_it_was_written_until_somebody_changes_it(
    written: Written, tmp_path: Path
):
    target = tmp_path / "minutes.docx"
    assert written.found(target) is Found.NOTHING
    target.write_bytes(b"one")
    assert written.found(target) is Found.UNKNOWN
    written.note(target, b"one")
    assert written.found(target) is Found.AS_WRITTEN
    assert Written(tmp_path).found(target) is Found.AS_WRITTEN
    target.write_bytes(b"two")
    assert written.found(target) is Found.EDITED


def test_the_same_file_is_known_by_any_path_to_it(written: Written, tmp_path: Path):
    (tmp_path / "a").mkdir()
    target = tmp_path / "minutes.txt"
    target.write_bytes(b"one")
    written.note(tmp_path / "a" / ".." / "minutes.txt", b"one")
    assert written.found(target) is Found.AS_WRITTEN


def test_the_register_holds_no_word_of_name_or_content(written: Written, tmp_path: Path):
    written.note(tmp_path / "secret-committee.docx", b"secret words")
    kept = (tmp_path / "exports.json").read_text()
    assert "secret" not in kept
    assert (tmp_path / "exports.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("broken", [b"", b"[1, 2]", b"{", b"\xff"])
def test_a_broken_register_is_begun_anew(written: Written, tmp_path: Path, broken: bytes):
    (tmp_path / "exports.json").write_bytes(broken)
    target = tmp_path / "minutes.txt"
    target.write_bytes(b"one")
    assert written.found(target) is Found.UNKNOWN
    written.note(target, b"one")
    assert written.found(target) is Found.AS_WRITTEN


def test_a_file_is_known_before_there_is_an_archive(tmp_path: Path):
    target = tmp_path / "minutes.txt"
    target.write_bytes(b"one")
    written = Written(tmp_path / "clerkapp")
    written.note(target, b"one")
    assert written.found(target) is Found.AS_WRITTEN
    assert (tmp_path / "clerkapp").stat().st_mode & 0o077 == 0


def test_on_a_drive_that_is_gone_nothing_is_kept_and_nothing_fails(tmp_path: Path):
    written = Written(tmp_path / "gone" / "clerkapp")
    written.note(tmp_path / "minutes.txt", b"one")
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize(
    ("lock", "program"),
    [
        ("~$nutes.docx", "Word"),
        ("~$minutes.docx", "Word"),
        (".~lock.minutes.docx#", "LibreOffice"),
        ("other.docx", ""),
    ],
)
def test_a_file_that_is_open_elsewhere_is_noticed(tmp_path: Path, lock: str, program: str):
    (tmp_path / lock).write_bytes(b"")
    assert held_open(tmp_path / "minutes.docx") == program
