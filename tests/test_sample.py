"""The sample meeting, and its exports that are kept in the source tree."""

from collections import Counter
from pathlib import Path

import pytest

from clerkapp.export.files import file_name
from clerkapp.export.forms import FORMS, exported
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import entries_of
from clerkapp.notation.reading import read_notation
from clerkapp.notation.writing import write_notation
from clerkapp.resources import checkout, resource
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience

TEXT = resource("samples", "overview-and-scrutiny.minutes").read_text(encoding="utf-8")
MEETING = read_notation(TEXT).meeting
STYLE = house_style(MEETING.heading.house_style)
PUBLIC = compose(MEETING, STYLE, Audience.PUBLIC)
EXPORTS = checkout() / "exports"


def test_the_sample_is_read_without_a_remark_and_written_as_it_stands():
    assert read_notation(TEXT).remarks == ()
    assert write_notation(MEETING) == TEXT
    assert MEETING.is_sample


def test_the_sample_has_eight_items_and_every_kind_of_entry():
    assert len(MEETING.items) == 8
    assert set(Counter(entry.kind for _, entry in entries_of(MEETING))) == set(EntryKind)


def test_the_main_item_is_as_long_as_a_published_one():
    words = " ".join(entry.text for entry in MEETING.items[5].entries).split()
    assert len(words) >= 560  # the published item that the first release was held against


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_its_exports_are_current(form):
    path = EXPORTS / file_name(PUBLIC, form.ending, form.document)
    assert path.read_bytes() == exported(MEETING, form, STYLE, Audience.PUBLIC), (
        "run: clerkapp export resources/samples/overview-and-scrutiny.minutes --replace"
        f" --form {form.name}"
    )


def test_nothing_else_is_kept_among_them():
    kept = {path.name for path in EXPORTS.iterdir() if path.suffix != ".png"}
    assert kept == {file_name(PUBLIC, form.ending, form.document) for form in FORMS.values()}
    assert Path(EXPORTS).is_dir()
