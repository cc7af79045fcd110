"""The way back from Word: what an export carries of its meeting."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from council_files import read_template
from councils import bare_parish, letterhead, numbered_city
from hypothesis import HealthCheck, given, settings
from lxml import etree
from meetings import meetings
from msgspec.structs import replace
from word_audit import audit
from word_files import exported_word
from word_linter import lint

from clerkapp.errors import NotationError
from clerkapp.export.dress import PLAIN, Dress
from clerkapp.export.forms import FORMS, exported
from clerkapp.intake.word_file import read_word_file
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.public_view import public_view
from clerkapp.notation.printed_record import PrintedRecord, read_record
from clerkapp.notation.reading import read_notation
from clerkapp.notation.word_paragraphs import WordParagraph, evened
from clerkapp.resources import resource
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.minutes import Audience, Minutes, Passage, Role, Section

STYLES = [style.name for style in house_styles()]


def sample() -> Meeting:
    path = resource("samples", "overview-and-scrutiny.minutes")
    return read_notation(path.read_bytes()).meeting


def record_of(data: bytes, folder: Path) -> PrintedRecord:
    path = folder / "exported.docx"
    path.write_bytes(data)
    return read_word_file(path).record


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("audience", Audience)
def test_a_file_with_its_way_back_is_faultless(style: str, audience: Audience, tmp_path: Path):
    data = exported_word(sample(), style, audience)
    assert audit(data, tmp_path) == []
    assert lint(data, house_style(style).words.language) == []


def test_the_same_meeting_gives_the_same_bytes():
    assert exported_word(sample()) == exported_word(sample())


def test_a_public_file_carries_the_public_view_and_a_confidential_one_the_whole(tmp_path: Path):
    meeting = sample()
    public = record_of(exported_word(meeting), tmp_path)
    assert (public.audience, public.meeting) == ("public", public_view(meeting))
    whole = record_of(exported_word(meeting, audience=Audience.CONFIDENTIAL), tmp_path)
    assert (whole.audience, whole.meeting) == ("confidential", meeting)


def test_a_part_of_the_minutes_carries_nothing():
    data = exported(sample(), FORMS["decision-sheet"], house_style(""), Audience.PUBLIC)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert [name for name in package.namelist() if "customXml" in name] == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(meetings())
def test_each_paragraph_that_prints_an_entry_has_a_bookmark_that_says_which(
    tmp_path: Path, meeting: Meeting
):
    for style in STYLES:
        record = record_of(exported_word(meeting, style, Audience.CONFIDENTIAL), tmp_path)
        minutes = compose(meeting, house_style(style), Audience.CONFIDENTIAL)
        printed = [
            (words, passage.entry_ids)
            for section in minutes.sections
            for passage in _on_the_page(section, minutes)
            if passage.entry_ids
            for words in (passage.text, *(limb.text for limb in passage.limbs))
            if evened(words)
        ]
        kept = [e for e in record.lines if e.part in ("words", "limb") and e.text]
        assert [line.of for line in kept] == [ids for _, ids in printed]
        names = [line.bookmark for line in record.lines if line.bookmark]
        assert len(set(names)) == len(names)
        assert all(len(name) <= 40 for name in names)


def _on_the_page(section: Section, minutes: Minutes) -> list[Passage]:
    """The passages of an item as they stand: in a table actions have the last column."""
    is_row = minutes.item_table and (section.number or section.title)
    last = {Role.ACTION} if is_row else set()
    return sorted(section.passages, key=lambda passage: passage.role in last)


@pytest.mark.parametrize("make", [None, letterhead, numbered_city, bare_parish])
def test_what_is_kept_of_each_line_is_what_is_read_back(
    make: Callable[[Path], Path] | None, tmp_path: Path
):
    meeting = sample()
    tricky = "A & B <said>:\u2028“1\u00ad000” \t x"
    item = replace(meeting.items[0], entries=(Entry(new_id(), EntryKind.NOTE, tricky),))
    meeting = replace(meeting, items=(item, *meeting.items[1:]))
    dress = Dress(read_template(make(tmp_path / "template.docx"))) if make else PLAIN
    for style in house_styles():
        form, path = FORMS["word"], tmp_path / "exported.docx"
        path.write_bytes(exported(meeting, form, style, Audience.PUBLIC, dress=dress))
        held = read_word_file(path)
        read = [(_own_bookmark(each), evened(each.text)) for each in held.paragraphs]
        assert [(line.bookmark, line.text) for line in held.record.lines] == read


def _own_bookmark(paragraph: WordParagraph) -> str:
    return next((name for name, _ in paragraph.bookmarks if name.startswith("_m")), "")


def test_a_record_that_was_altered_is_refused():
    with zipfile.ZipFile(io.BytesIO(exported_word(sample()))) as package:
        root = etree.fromstring(package.read("customXml/item1.xml"))
    content, digest = root.text or "", root.get("sha256") or ""
    assert read_record(content, digest).meeting == public_view(sample())
    with pytest.raises(NotationError, match="altered"):
        read_record(content.replace("Banerjee", "Finch"), digest)
