"""Each house style prints its sample as it stands under `tests/expected/house_styles`.

A sample is an invented meeting that shows the marks of the style. After a change that is meant,
look at what is printed and write it there: `clerkapp show SAMPLE --form text > GOLDEN`.
"""

from pathlib import Path

import pytest

from clerkapp.export.plain_text import plain_text
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.notation.writing import write_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles

SAMPLES = Path(__file__).parents[1] / "expected" / "house_styles"
NAMES = [style.name for style in house_styles()]


def sample(name: str) -> Meeting:
    reading = read_notation((SAMPLES / f"{name}.minutes").read_text(encoding="utf-8"))
    assert reading.remarks == ()
    return reading.meeting


@pytest.mark.parametrize("name", NAMES)
def test_a_style_prints_its_sample_as_it_is_kept(name: str):
    meeting = sample(name)
    assert meeting.heading.house_style == name
    golden = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    assert plain_text(compose(meeting, house_style(name))) == golden


def test_there_is_no_sample_without_its_style():
    assert {path.stem for path in SAMPLES.iterdir()} == set(NAMES)


def test_no_two_styles_print_one_meeting_alike():
    meeting = sample("bulleted-exchanges")
    printed = {plain_text(compose(meeting, style)) for style in house_styles()}
    assert len(printed) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_printing_in_another_style_leaves_the_record_as_it_was(name: str):
    meeting = sample("school-governors")
    before = write_notation(meeting)
    compose(meeting, house_style(name))
    assert write_notation(meeting) == before
