"""Wording that was used before, offered again."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.wording.earlier import EarlierWording, begun_sentence, sentences_of

TEXTS = (
    "Members asked about parking. The Director explained that the car park would be resurfaced.",
    "Members asked about the library.",
    "Members noted the report.\nIt cost £3.5 million. Thanks.",
)
EARLIER = EarlierWording(TEXTS)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Mem", "bers asked about parking."),
        ("mem", "bers asked about parking."),
        ("Members asked about t", "he library."),
        ("Members n", "oted the report."),
        ("All was well. The D", "irector explained that the car park would be resurfaced."),
        ("It was said.” It co", "st £3.5 million."),
        ("A line\nIt c", "ost £3.5 million."),
        ("Me", ""),
        ("", ""),
        ("Members asked about parking.", ""),
        ("Nobody", ""),
        ("Tha", ""),  # one word is typed faster than it is read
    ],
)
def test_what_an_earlier_sentence_goes_on_with_is_offered(typed: str, offered: str):
    assert EARLIER.continuation(typed) == offered


def test_a_stop_within_a_number_ends_no_sentence():
    assert sentences_of("It cost £3.5 million. Yes. It did so!") == [
        "It cost £3.5 million.",
        "It did so!",
    ]
    assert begun_sentence("It cost £3.5 mil") == "It cost £3.5 mil"


@given(
    st.lists(st.text(alphabet="Ab c.\nİß", max_size=20)), st.text(alphabet="Ab c.\nİß", max_size=9)
)
def test_taking_an_offer_gives_an_earlier_sentence(texts: list[str], typed: str):
    offered = EarlierWording(texts).continuation(typed)
    if offered:
        whole = (begun_sentence(typed) + offered).casefold()
        assert whole in {s.casefold() for text in texts for s in sentences_of(text)}


def test_ten_thousand_sentences_are_looked_through_within_a_key():
    many = EarlierWording(f"The Director said that road {n} was closed." for n in range(10_000))
    began = time.thread_time()
    assert many.continuation("The Director said") == " that road 0 was closed."
    assert time.thread_time() - began < 0.1


def test_what_was_taken_in_last_is_preferred():
    earlier = EarlierWording(["Members asked about parking.", "Members noted it."])
    earlier.take("Members asked about bins. Members noted it.")
    assert earlier.continuation("Mem") == "bers noted it."
    assert earlier.continuation("Members a") == "sked about bins."
    earlier.take("Members asked about parking.")
    assert earlier.continuation("Members a") == "sked about parking."
    earlier.take_older(["Members agreed.", "Members asked about bins."])
    assert earlier.continuation("Members ag") == "reed."
    assert len(earlier) == 4


def test_the_last_wording_of_a_sentence_stands_for_its_letters():
    earlier = EarlierWording(["THE END is near."])
    earlier.take("The end is near.")
    assert earlier.continuation("the") == " end is near."
    assert len(earlier) == 1


def test_taking_a_sentence_in_costs_less_than_a_key():
    many = EarlierWording(f"The Director said that road {n} was closed." for n in range(2_000))
    began = time.thread_time()
    for n in range(100):
        many.take(f"The Director said that street {n} was closed.")
    assert time.thread_time() - began < 0.1
