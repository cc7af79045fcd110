"""Dates and times as clerks type them."""

import datetime as dt

import pytest

from clerkapp.notation.dates import WrongWeekdayError, read_date, read_stamp, read_time

MEETING = dt.date(2026, 3, 5)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2026-04-02", (2026, 4, 2)),
        ("2 April 2026", (2026, 4, 2)),
        ("2nd Apr 2026", (2026, 4, 2)),
        ("Thursday, 2 April 2026", (2026, 4, 2)),
        ("thu 2 april 2026", (2026, 4, 2)),
        ("2/4/2026", (2026, 4, 2)),
        ("2.4.26", (2026, 4, 2)),
        ("30/6", (2026, 6, 30)),
        ("4 March", (2027, 3, 4)),
        ("5 March", (2026, 3, 5)),
        ("29 February", (2028, 2, 29)),
        ("1 May", (2026, 5, 1)),
        ("2 Ebrill 2026", (2026, 4, 2)),
        ("31 mai", (2026, 5, 31)),
        ("March 12, 2027", (2027, 3, 12)),
        ("Thu Apr. 2nd", (2026, 4, 2)),
        ("May 3", (2026, 5, 3)),
        ("1 Mawrth 2027", (2027, 3, 1)),
        ("fri", (2026, 3, 6)),
        ("Thursday", (2026, 3, 12)),
        ("wednesday", (2026, 3, 11)),
    ],
)
def test_a_date_is_read_as_it_is_typed(words: str, date: tuple[int, int, int]):
    assert read_date(words, after=MEETING) == dt.date(*date)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("31 June 2026", "no such date"),
        ("31/6", "no such date"),
        ("soon", "not a date"),
        ("", "not a date"),
    ],
)
def test_what_is_no_date_is_said(words: str, sentence: str):
    with pytest.raises(ValueError, match=sentence):
        read_date(words, after=MEETING)


def test_a_date_without_its_year_needs_a_meeting():
    with pytest.raises(ValueError, match="has no year"):
        read_date("30/6")


def test_the_wrong_weekday_is_said_with_the_right_one():
    with pytest.raises(WrongWeekdayError, match="is a Wednesday") as caught:
        read_date("Tuesday 13 July 2005")
    assert caught.value.date == dt.date(2005, 7, 13)


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("19:30", (19, 30)),
        ("7.30 pm", (19, 30)),
        ("7.30p.m.", (19, 30)),
        ("7pm", (19, 0)),
        ("12.15 am", (0, 15)),
        ("12 pm", (12, 0)),
        ("9:05", (9, 5)),
        ("7.30 yh", (19, 30)),
        ("2.05yp", (14, 5)),
        ("9.05 y.b.", (9, 5)),
    ],
)
def test_a_time_is_read_as_it_is_typed(words: str, time: tuple[int, int]):
    assert read_time(words) == dt.time(*time)


@pytest.mark.parametrize("words", ["24:00", "19:60", "7", "noonish", ""])
def test_what_is_no_time_is_said(words: str):
    with pytest.raises(ValueError, match="not a time"):
        read_time(words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("+2w", dt.date(2026, 3, 19)),
        ("+10d", dt.date(2026, 3, 15)),
        ("+ 1 month", dt.date(2026, 4, 5)),
        ("+11m", dt.date(2027, 2, 5)),
        ("+0d", dt.date(2026, 3, 5)),
        ("+3 Weeks", dt.date(2026, 3, 26)),
    ],
)
def test_days_weeks_and_months_are_counted_from_the_meeting(words: str, day: dt.date):
    assert read_date(words, after=dt.date(2026, 3, 5)) == day


def test_a_month_that_has_no_such_day_gives_its_last():
    assert read_date("+1m", after=dt.date(2026, 1, 31)) == dt.date(2026, 2, 28)
    assert read_date("+1m", after=dt.date(2028, 1, 31)) == dt.date(2028, 2, 29)
    for words in ("+2y", "+w", "2w", "+2w"):
        with pytest.raises(ValueError, match=r"not a date|no year"):
            read_date(words)


HAD, NOW = dt.time(19, 31), dt.time(20, 2)


@pytest.mark.parametrize(
    ("words", "had", "stamp"),
    [
        ("19:33", HAD, dt.time(19, 33)),
        ("7.31pm", HAD, dt.time(19, 31)),
        ("1945", HAD, dt.time(19, 45)),
        ("+5", HAD, dt.time(19, 36)),
        ("-5", HAD, dt.time(19, 26)),
        ("− 40 min", HAD, dt.time(18, 51)),
        ("+5", None, dt.time(20, 7)),
        ("-2", dt.time(0, 1), dt.time(23, 59)),
        ("now", HAD, NOW),
        ("", HAD, None),
        (" none ", HAD, None),
    ],
)
def test_the_time_beside_an_entry_is_read_as_it_is_typed(words, had, stamp):
    assert read_stamp(words, had, NOW) == stamp


@pytest.mark.parametrize("words", ["later", "25:00", "2575", "19", "+", "+1000"])
def test_what_is_no_time_beside_an_entry_is_said(words):
    with pytest.raises(ValueError, match="is not a time; write it as"):
        read_stamp(words, HAD, NOW)
