"""The exempt mark counts wherever it stands, so that no slip of order makes an entry public."""

from itertools import permutations

import pytest
from hypothesis import given
from meetings import exempts, texts

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.public_view import public_view
from clerkapp.notation.exempt_marks import with_exempt, without_exempt
from clerkapp.notation.reading import Reading, read_notation
from clerkapp.notation.writing import write_notation

HEADER = """\
Date: 2026-03-05
Present: Cllr A Marsden; Cllr R Teale
# 1. Bids
# 2. Grants
"""
TAGGED = [
    ("m That it be let. / Cllr A Marsden", "[withdrawn]", "[by Cllr R Teale]"),
    ("m+ Insert “not”. / Cllr A Marsden", "[fell]", "[by Cllr R Teale]"),
    ("- 20:15 Cllr A Marsden", "[interest]", "[by Cllr R Teale]"),
    ("i Cllr A Marsden: a gift; left", "[item 1]", "[by Cllr R Teale]"),
    ("a Write. @Cllr A Marsden by 2026-04-02", "[done 2026-04-01]", "[by Cllr R Teale]"),
    ("n It was told.", "[by Cllr R Teale]"),
]


def read(line: str) -> Reading:
    return read_notation(HEADER + line)


def entry_in(line: str) -> Entry:
    return read(line).meeting.items[1].entries[0]


@pytest.mark.parametrize(("words", "tags"), [(words, tags) for words, *tags in TAGGED])
def test_it_counts_in_whatever_order_the_tags_stand(words: str, tags: list[str]):
    wanted = entry_in(" ".join((words, *tags, "[exempt 3]")))
    assert wanted.exempt == Exempt("3")
    assert wanted.speaker is not None
    assert "[" not in wanted.text
    for order in permutations((*tags, "[exempt 3]")):
        assert entry_in(" ".join((words, *order))) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "= [exempt 3] [noted] That it be noted.",
        "= [noted] [exempt 3] That it be noted.",
        "= [noted] That it be noted. [exempt 3]\n  Reasons: It was late.",
        "= [noted] That it be noted.\n  Reasons: It was late. [exempt 3]",
        "= [noted] That it be noted.\n  Reasons: [exempt 3] It was late.",
        "RESOLVED: That it be so. [exempt 3] [by Cllr R Teale]",
        "x 20:15 [exempt 3] [excluded 3] The public left.",
        "x 20:15 [excluded 3] [exempt 3] The public left.",
        "v [exempt 3] for 1 against 0",
        "v for 1 against 0 [exempt 3] carried",
        "b Chair: Cllr A Marsden 2 [exempt 3]\n  He thanked them.",
        "> [exempt 3] Council: That it be so.",
        "i Cllr A Marsden: a gift [exempt 3]; left the room\n  and came back.",
        "n The bid was [exempt 3] high.",
        "[exempt 3] The bid was high.",
        "The bid was high. [Exempt: 3]",
        "The bid was high. [ exempt  3 ]",
        "The bid was high. [exempt3].",
        "\\q [exempt 3] The bid was high.",
    ],
)
def test_it_counts_before_between_and_behind_the_words(line: str):
    reading = read(line)
    (entry,) = reading.meeting.items[1].entries
    assert entry.exempt == Exempt("3")
    assert "xempt" not in entry.text
    assert reading.remarks == ()
    assert public_view(reading.meeting).items[1].entries != (entry,)
    assert read_notation(write_notation(reading.meeting)).meeting == reading.meeting


def test_the_order_of_a_decision_and_its_mark_makes_no_difference():
    wanted = entry_in("= [noted] That it be noted. [exempt 3]")
    assert entry_in("= [exempt 3] [noted] That it be noted.") == wanted
    assert entry_in("= [noted] [exempt 3] That it be noted.") == wanted


def test_two_marks_name_two_paragraphs():
    assert without_exempt("It was high. [exempt 3] [exempt 5]") == (
        "It was high.",
        Exempt("3, 5"),
    )


def test_a_backslash_leaves_it_among_the_words():
    entry = entry_in("n The mark \\[exempt 3] is written so.")
    assert (entry.text, entry.exempt) == ("The mark [exempt 3] is written so.", None)


@pytest.mark.parametrize("line", ["n High. [exempt 3", "n High [exempt 3 [by Cllr R Teale]"])
def test_a_mark_that_no_bracket_ends_is_remarked_on(line: str):
    assert any("no “]”" in remark.words for remark in read(line).remarks)


@given(texts, exempts)
def test_any_words_come_back_with_their_mark(text: str, exempt: Exempt | None):
    words = text.strip()  # a mark at the end takes the blanks behind it with it
    assert without_exempt(with_exempt(words, exempt)) == (words, exempt)
