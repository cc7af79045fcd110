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


_TYPED = (
    *BROOKMERE.splitlines(),
    "m That it be noted. / Cllr A Marsden / ?",
    "v for Cllr A Marsden; Cllr R Teale against 2, abstain 0",
    "i Cllr S Banerjee: a  gift; left the room",
    "> Council: That it be so.",
    "+ 7.36 pm Cllr C Ó Briain",
    "= That the Committee:",
    "(a) notes;",
    "  •  Members asked why.",
    "# 99/20 Bids [exempt 3]",
    "Papers: Plan <https://example.org/?a=1;b=2>",
    "Public: 14",
    "Guests: Jo Ray {remote}; Cllr A Pryce {no vote} {ill; at home}",
    "Dismissed: D1 item 2 entry 3: no owner is named",
    "Business: budget",
    "Recommendation: That the budget be approved.",
    "b Vice-chair: Cllr A Marsden 2; Cllr R Teale 2 / Cllr A Marsden 3; Cllr R Teale 1",
    "v for 3 against 3 casting for carried own Cllr A Marsden against",
    "m+ After “six” insert “seven”. / Cllr A Marsden [withdrawn]",
    "= [noted] That it be noted.",
    "  Reasons: It was late.",
    "x 20:15 [excluded 3; 5] The public left.",
    "x [chair Cllr R Teale] The Chair left.",
    "x \\The Chair left. [closed]",
    "x [adjourned] The Chair left. [closed]",
    "= [resolved] That it be so. [noted]",
    "- 20:15 Cllr A Marsden [interest]",
    "i Cllr A Marsden: a gift; left the room [item 2] [exempt 3]",
    "ACTION: Write. @cdo by 2 April [done 2026-04-01]",
    "a Cllr A Marsden to write by next meeting",
)
_SLIPS = (
    *("[exempt", "[interest]", "[item 2]", "[withdrawn]", "[by Cllr A Marsden]", "{", "}", "b "),
    *("\\", "@", " by ", "[exempt 3]", " / ", ";", ":", "?", "7pm ", "q ", "m+ ", "v for ", "# "),
    *("  ", "\t", "\u00a0", "\x0b", "\u2028", "\ud800", "<", ">", "(", ")", "[", "]", "[]", "()"),
)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A line as it is typed, with a slip of the hand somewhere in it, or several."""
    line = draw(st.sampled_from(_TYPED))
    for slip in draw(st.lists(st.sampled_from(_SLIPS), max_size=3)):
        at = draw(st.integers(0, len(line)))
        line = line[:at] + slip + line[at:]
    return line


@given(st.lists(slips(), max_size=12))
def test_whatever_is_typed_survives_both_forms(lines: list[str]):
    meeting = read_notation("\n".join(lines)).meeting
    assert read_notation(write_notation(meeting)).meeting == meeting
    assert read_json(write_json(meeting)) == meeting


def test_a_byte_order_mark_and_windows_line_ends_make_no_difference():
    from_windows = "\ufeff" + BROOKMERE.replace("\n", "\r\n")
    assert read_notation(from_windows.encode()) == read_notation(BROOKMERE)
    assert read_notation(from_windows) == read_notation(BROOKMERE)
