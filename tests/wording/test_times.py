"""Dates and times in words."""

import datetime as dt

import pytest

from clerkapp.wording.times import date_words, long_date_words, time_words


def test_a_date_in_words():
    assert date_words(dt.date(2026, 3, 5)) == "5 March 2026"
    assert long_date_words(dt.date(2026, 3, 5)) == "Thursday 5 March 2026"


@pytest.mark.parametrize(
    ("hour", "manner", "said"),
    [
        (19, "7.30 pm", "7.05 pm"),
        (0, "7.30 pm", "12.05 am"),
        (12, "7.30pm", "12.05pm"),
        (9, "7.30 p.m.", "9.05 a.m."),
        (9, "19:30", "09:05"),
    ],
)
def test_a_time_in_the_manner_of_the_house(hour: int, manner: str, said: str):
    assert time_words(dt.time(hour, 5), manner) == said
