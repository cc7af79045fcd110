"""`clerkapp import` of a Word file that was exported and then edited."""

import io
import shutil
from pathlib import Path

import pytest
from meetings import brookmere
from own_keys import KEYS
from word_files import InWord, exported_word, own_style

from clerkapp.archive.archive import Archive, default_path
from clerkapp.meeting import edits
from clerkapp.meeting.meeting import Meeting, entries_of

OLD = "That the report be noted."
NEW = "That the plan be noted."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one meeting."""
    path = tmp_path_factory.mktemp("kept") / default_path().name
    with Archive(path, KEYS) as archive:
        archive.add(brookmere())
    return path.parent


@pytest.fixture(scope="module")
def exported() -> bytes:
    """The Word file of that meeting."""
    return exported_word(brookmere())


@pytest.fixture
def word(folder: Path, exported: bytes) -> InWord:
    """That file in somebody's hands, and the archive in its place."""
    shutil.copytree(folder, default_path().parent)
    return InWord(exported)


def in_archive() -> Meeting:
    with Archive(default_path(), KEYS) as archive:
        return archive.read(archive.meetings()[0].id)


def texts() -> list[str]:
    return [entry.text for _, entry in entries_of(in_archive())]


def test_a_file_that_nobody_changed_leaves_nothing_to_do(clerkapp, word, tmp_path):
    before = in_archive()
    status, out, err = clerkapp("import", str(word.saved(tmp_path)))
    assert (status, out, err) == (0, "edited.docx: 5 entries are as exported\n", "")
    assert in_archive() == before


def test_the_three_wordings_are_shown_and_nothing_is_taken_unasked(clerkapp, word, tmp_path):
    word.change(OLD, NEW)
    status, out, err = clerkapp("import", str(word.saved(tmp_path)))
    assert status == 1
    assert "1. item 2: changed in Word\n" in out
    assert f"   exported: {OLD}\n" in out
    assert "   word:     That the [-report-]{+plan+} be noted.\n" in out
    assert f"   archive:  {OLD}\n" in out
    assert err == "1 difference of edited.docx left as they are\n"
    assert OLD in texts()


@pytest.mark.parametrize("which", ["all", "word"])
def test_accepted_changes_are_in_the_archive_and_in_its_history(clerkapp, word, tmp_path, which):
    word.change(OLD, NEW)
    status, out, err = clerkapp("import", str(word.saved(tmp_path)), "--accept", which)
    assert (status, err) == (0, "")
    assert out.endswith("1 change taken into the record\n")
    assert NEW in texts()
    assert f"“{OLD}” → “{NEW}”" in clerkapp("history", in_archive().id)[1]
    assert clerkapp("import", str(word.saved(tmp_path)))[0] == 0


def test_a_date_that_an_own_style_prints_is_taken(clerkapp, word, tmp_path):
    own = own_style(default_path())
    ours = InWord(exported_word(in_archive(), "ours", own=own))
    ours.change("2\xa0April\xa02026", "9 April 2026")
    status, out, err = clerkapp("import", str(ours.saved(tmp_path)), "--accept", "all")
    assert (status, err) == (0, "")
    assert "date by which it is due changed in Word" in out
    assert clerkapp("actions")[1].count("2026-04-09") == 1


def test_what_was_changed_here_too_is_taken_only_with_all(clerkapp, word, tmp_path):
    word.change(OLD, NEW)
    file = str(word.saved(tmp_path))
    meeting = in_archive()
    place = next(entry.id for _, entry in entries_of(meeting) if entry.text == OLD)
    with Archive(default_path(), KEYS) as archive:
        archive.add(edits.set_text(meeting, place, "That it be noted."))
    status, out, _ = clerkapp("import", file, "--accept", "word")
    assert status == 1
    assert "changed in both, differently" in out
    assert "That it be noted." in texts()
    assert clerkapp("import", file, "--accept", "none")[0] == 1
    assert clerkapp("import", file, "--accept", "all")[0] == 0
    assert NEW in texts()


def test_somebody_at_a_terminal_is_asked_about_each(clerkapp, word, tmp_path, monkeypatch):
    word.change(OLD, NEW)
    word.delete("Apologies were received")
    file = str(word.saved(tmp_path))
    answers = io.StringIO("y\nn\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    status, out, err = clerkapp("import", file)
    assert status == 1
    assert "take 1 (changed in Word) into the record? [y/N]" in out
    assert "1 difference of edited.docx left" in err
    assert NEW in texts()
    assert "Apologies were received from Councillor J Okafor." in texts()


def test_the_end_of_the_answers_leaves_the_rest(clerkapp, word, tmp_path, monkeypatch):
    word.change(OLD, NEW)
    answers = io.StringIO("")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    assert clerkapp("import", str(word.saved(tmp_path)))[0] == 1
    assert OLD in texts()


def test_what_cannot_be_taken_says_why(clerkapp, word, tmp_path):
    word.change("Owner", "Person")
    status, out, _ = clerkapp("import", str(word.saved(tmp_path)), "--accept", "all")
    assert status == 1
    assert "cannot be taken: what the house style prints around the words" in out


def test_a_file_of_a_meeting_that_is_not_in_the_archive_is_refused(clerkapp, word, file, tmp_path):
    clerkapp("import", file)
    with Archive(default_path(), KEYS) as archive:
        for line in archive.meetings():
            archive.remove(line.id)
    status, out, err = clerkapp("import", str(word.saved(tmp_path)), "--accept", "all")
    assert (status, out) == (2, "")
    assert "Corporate Overview and Scrutiny Committee of 2026-03-05, is not in this archive" in err


def test_a_word_file_of_somebody_else_is_refused_and_the_next_file_taken(clerkapp, file, tmp_path):
    foreign = tmp_path / "foreign.docx"
    foreign.write_bytes(b"PK")
    status, out, err = clerkapp("import", str(foreign), file)
    assert status == 2
    assert "foreign.docx: it is not a Word file" in err
    assert len(out.split()) == 1
