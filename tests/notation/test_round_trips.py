"""A meeting goes through text and through JSON without loss; no bytes break a reader."""

from contextlib import suppress

from hypothesis import example, given
from hypothesis import strategies as st
from meetings import BROOKMERE, meetings

from clerkapp.errors import NotationError
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import counted
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.json import read_json, write_json
from clerkapp.notation.reading import read_notation
from clerkapp.notation.writing import write_notation


@given(meetings())
def test_any_meeting_survives_the_notation(meeting: Meeting):
    text = write_notation(meeting)
    reading = read_notation(text)
    assert reading.meeting == copied(meeting, counted())
    assert write_notation(reading.meeting) == text


@given(meetings())
def test_any_meeting_survives_json(meeting: Meeting):
    text = write_json(meeting)
    assert read_json(text) == meeting
    assert read_json(text.encode()) == meeting


@given(st.binary() | st.text().map(str.encode))
@example(b"\xff\xfe\x00\xd8")
@example(b"# \xe9")
def test_random_bytes_raise_nothing_but_the_documented_error(data: bytes):
    for read in (read_notation, read_json):
        with suppress(NotationError):
            read(data)


@given(st.lists(st.sampled_from(BROOKMERE.splitlines()) | st.text(), max_size=20))
def test_every_word_of_a_scrambled_file_is_in_the_meeting(lines: list[str]):
    """Lines in any order, with anything between them: each non-blank one leaves its words."""
    text = "\n".join(lines)
    meeting = read_notation(text).meeting
    kept = write_json(meeting) + write_notation(meeting)
    for word in ("Banerjee", "Okafor", "retraining", "recruitment", "noted"):
        if word in text:
            assert word in kept


def test_a_byte_order_mark_and_windows_line_ends_make_no_difference():
    from_windows = "\ufeff" + BROOKMERE.replace("\n", "\r\n")
    assert read_notation(from_windows.encode()) == read_notation(BROOKMERE)
    assert read_notation(from_windows) == read_notation(BROOKMERE)
