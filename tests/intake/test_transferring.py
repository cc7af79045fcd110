"""A change in what was printed, made in the words that it was printed of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.intake.transferring import tokens_apart, transferred

CASES = {
    "a word": ("that the report be noted.", "that the plan be noted.", "That the report be noted.",
               "That the plan be noted."),
    "without what the house left out": (
        "RESOLVED that – the report be noted.", "RESOLVED that – the new report be noted.",
        "That the report be noted.", "That the new report be noted."),
    "of a short name": (
        "Present Councillor S Banerjee, Chair", "Present Councillor S Bannerjee, Chair",
        "Cllr S Banerjee", "Cllr S Bannerjee"),
    "of a date": ("Held on 5 March 2026 at 7.00 pm", "Held on 6 April 2026 at 7.00 pm",
                  "5 March 2026", "6 April 2026"),
    "right before them": ("It was. He did.", "It was. Then he did.", "He did.", "Then he did."),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "word", "own", "wanted"), CASES.values(), ids=CASES)
def test_a_change_is_made_in_the_words_that_were_printed(printed, word, own, wanted):
    assert wanted in transferred(printed, word, own)


@pytest.mark.parametrize(
    ("printed", "word", "own"),
    [
        ("RESOLVED: It was.", "AGREED: It was.", "It was."),
        ("Town Hall", "Guildhall", "Leisure Committee"),
        ("Present", "Absent", ""),
        ("It was.", "It was.", "It was."),
    ],
)
def test_a_change_beside_them_proposes_nothing(printed, word, own):
    assert transferred(printed, word, own) == ()


def test_each_place_where_they_stand_is_proposed():
    assert transferred("For 5, Against 5", "For 5, Against 6", "5") == ("6",)
    assert transferred("For 5, Against 5", "For 6, Against 7", "5") == ("6", "7")


words = st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1, max_size=6)


@given(words, words)
def test_words_printed_as_they_are_become_words_that_stand_now(was, now):
    proposed = transferred(" ".join(was), " ".join(now), " ".join(was))
    assert proposed == (() if was == now else (" ".join(now), " ".join(now).capitalize()))
    assert (tokens_apart(" ".join(was), " ".join(now)) == 0) == (was == now)
