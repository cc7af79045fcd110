"""Dates and times in words."""

import datetime as dt

import pytest

from clerkapp.wording.times import WELSH, date_words, long_date_words, time_words, weekday


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
        (9, "7.30 yh", "9.05 yb"),
        (14, "7.30yh", "2.05yp"),
        (19, "7.30 y.h.", "7.05 y.h."),
    ],
)
def test_a_time_in_the_manner_of_the_house(hour: int, manner: str, said: str):
    assert time_words(dt.time(hour, 5), manner) == said


@pytest.mark.parametrize(
    ("day", "hour", "said"),
    [
        (3, 19, "nos Fawrth"),
        (3, 14, "ddydd Mawrth"),
        (6, 18, "nos Wener"),
        (4, None, "ddydd Mercher"),
    ],
)
def test_a_welsh_day_is_said_as_the_evening_or_the_day(day: int, hour: int | None, said: str):
    time = None if hour is None else dt.time(hour, 30)
    assert weekday(dt.date(2026, 3, day), WELSH, time) == said
    assert weekday(dt.date(2026, 3, 3), time=time) == "Tuesday"
