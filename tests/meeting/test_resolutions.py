"""The running numbers of resolutions: of the record, alike in every copy, going on."""

import pytest
from msgspec.structs import replace

from clerkapp.export.plain_text import plain_text
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.public_view import public_view
from clerkapp.meeting.resolutions import next_resolution, resolution_numbers
from clerkapp.notation.json import read_json, write_json
from clerkapp.notation.reading import read_notation
from clerkapp.notation.writing import write_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style
from clerkapp.wording.minutes import Audience

TEXT = """\
Date: 2026-03-03
First resolution: 45
# 1. Minutes
= That the minutes be signed.
= [noted]
# 2. Grass
= [exempt 3] That the lower price be taken.
> Council: That the rate rise.
= That the grass be cut.
# 3. Public
x 20:00 [excluded 3]
# 4. Staff [exempt 1]
n Somebody is unwell.
= That sick pay be paid.
x 20:30 [readmitted]
# 5. Close
= [deferred] The rest of the business.
"""
MEETING = read_notation(TEXT).meeting


def numbered(form: str) -> HouseStyle:
    style = house_style("")
    return replace(style, words=replace(style.words, resolution_number=form))


def printed(meeting: Meeting, form: str, audience: Audience = Audience.PUBLIC) -> str:
    return plain_text(compose(meeting, numbered(form), audience))


def test_every_decision_in_words_is_counted_and_the_exclusion_of_the_public_too():
    told = [e.text for item in MEETING.items for e in item.entries if e.id in _numbers()]
    assert list(_numbers().values()) == [45, 46, 47, 48, 49, 50]
    assert told == [
        "That the minutes be signed.",
        "That the lower price be taken.",
        "That the grass be cut.",
        "",
        "That sick pay be paid.",
        "The rest of the business.",
    ]


def _numbers() -> dict[str, int]:
    return resolution_numbers(MEETING)


def test_without_a_first_number_none_is_counted_and_nothing_stays_of_what_is_exempt():
    meeting = replace(MEETING, heading=replace(MEETING.heading, first_resolution=None))
    assert resolution_numbers(meeting) == {}
    assert next_resolution(meeting) is None
    assert not any(e.exempt for item in public_view(meeting).items for e in item.entries)
    assert "45" not in printed(meeting, "{number}")


def test_a_resolution_has_one_number_in_the_public_and_in_the_confidential_copy():
    public, whole = (printed(MEETING, "No. {number}", each) for each in Audience)
    for number in (45, 47, 48, 50):
        assert f"No. {number} " in public
        assert f"No. {number} " in whole
    assert "No. 46 " not in public
    assert "No. 46 RESOLVED: That the lower price" in whole
    assert "No. 49 RESOLVED: That sick pay" in whole
    assert "No. 50 DEFERRED: The rest" in public


def test_of_an_exempt_resolution_the_public_view_has_the_number_and_no_word():
    public = public_view(MEETING)
    assert resolution_numbers(public) == _numbers()
    assert next_resolution(public) == next_resolution(MEETING) == 51
    for words in ("lower price", "sick pay", "unwell"):
        assert words not in write_json(public)
        assert words not in write_notation(public)
    assert public_view(public) == public


def test_the_house_has_the_pattern():
    assert "26/045 RESOLVED: That the minutes" in printed(MEETING, "{yy}/{padded}")
    assert "Minute 45/2026: RESOLVED: That" in printed(MEETING, "Minute {number}/{year}:")
    assert "RESOLVED: That the minutes" in printed(MEETING, "")
    style = numbered("{number}/{yy}-{next_yy}")
    style = replace(style, layout=replace(style.layout, numbers_begin="May"))
    assert "45/25-26 RESOLVED" in plain_text(compose(MEETING, style))


def test_the_first_number_is_written_and_read_in_both_forms():
    assert "First resolution: 45\n" in write_notation(MEETING)
    assert read_notation(write_notation(MEETING)).meeting.heading.first_resolution == 45
    assert read_json(write_json(MEETING)) == MEETING
    reading = read_notation("First resolution: next\n# 1. A")
    assert reading.meeting.heading.first_resolution is None
    assert "a number of a resolution" in str(reading.remarks[0])


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("RESOLVED:", "RESOLVED (No. 45): That the minutes be signed."),
        ("RESOLVED", "RESOLVED (No. 45) That the minutes be signed."),
        ("RESOLVED THAT:", "RESOLVED (No. 45) THAT: the minutes be signed."),
        ("It was RESOLVED that", "It was RESOLVED (No. 45) that the minutes be signed."),
        ("Resolved –", "Resolved (No. 45) – That the minutes be signed."),
    ],
)
def test_the_number_may_stand_behind_the_label(label: str, said: str):
    style = numbered("(No. {number})")
    style = replace(
        style,
        layout=replace(style.layout, resolution_numbers="after the label"),
        decisions=replace(style.decisions, resolved=label),
    )
    assert said in plain_text(compose(MEETING, style))
