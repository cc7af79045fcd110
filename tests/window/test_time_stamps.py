"""The time beside an entry, corrected by key and by mouse."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint

from clerkapp.window.item.entry_text import EntryText
from clerkapp.window.item.row_picture import time_rect
from clerkapp.window.item.time_field import TimeField


@pytest.fixture
def timing(hands):
    """Hands in a response that was taken down at 19:31."""
    hands.press("Alt+2")
    hands.press("Up", 2)
    hands.press("Ctrl+Shift+T")
    hands.type("19:31")
    hands.press("Return")
    return hands


def row(hands):
    return hands.window.page._rows[hands.window.page.current_entry]


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("19:33", dt.time(19, 33)),
        ("7.40pm", dt.time(19, 40)),
        ("+5", dt.time(19, 36)),
        ("-5", dt.time(19, 26)),
    ],
)
def test_a_time_is_corrected_in_one_step(timing, typed, time):
    place = timing.window.page.place
    timing.press("Ctrl+Shift+T")
    assert isinstance(timing.focus, TimeField)
    assert timing.focus.text() == "19:31"
    assert timing.focus.accessibleName() == "Time of the entry"
    timing.type(typed)
    timing.press("Return")
    assert timing.entry.time == time
    assert timing.window.page.place == place
    assert isinstance(timing.focus, EntryText)
    timing.press("Ctrl+Z")
    assert timing.entry.time == dt.time(19, 31)


def test_an_emptied_time_is_none_and_enter_in_an_empty_one_is_now(timing):
    timing.press("Ctrl+Shift+T")
    timing.press("Backspace")
    timing.press("Return")
    assert timing.entry.time is None
    timing.press("Ctrl+Shift+T")
    timing.press("Return")
    now = dt.datetime.now()  # noqa: DTZ005 — as the window reads the clock
    near = {(now - dt.timedelta(minutes=n)).time().replace(second=0, microsecond=0) for n in (0, 1)}
    assert timing.entry.time in near


def test_what_is_no_time_stays_in_the_field_and_is_told_in_the_row(timing):
    timing.press("Ctrl+Shift+T")
    timing.type("25:99")
    top = timing.focus.mapTo(timing.window, QPoint(0, 0)).y()
    timing.press("Return")
    assert timing.focus.text() == "25:99"
    assert timing.focus.mapTo(timing.window, QPoint(0, 0)).y() == top
    remark = row(timing)._time.remark
    assert remark.isVisible()
    assert remark.text() == "“25:99” is not a time; write it as 19:30 or 7.30 pm"
    assert remark.geometry().bottom() <= row(timing).height()
    assert timing.entry.time == dt.time(19, 31)
    timing.press("Backspace", 5)
    assert not remark.isVisible()
    timing.type("19:59")
    timing.press("Return")
    assert timing.entry.time == dt.time(19, 59)


def test_escape_leaves_the_time_as_it_was(timing):
    timing.press("Ctrl+Shift+T")
    timing.type("20:00")
    timing.press("Esc")
    assert timing.entry.time == dt.time(19, 31)
    assert isinstance(timing.focus, EntryText)


def test_what_is_no_time_and_is_left_is_said_and_changes_nothing(timing):
    timing.press("Ctrl+Shift+T")
    field = timing.focus
    timing.type("later")
    timing.press("Alt+1")
    assert "“later” is not a time" in timing.window.status.said.text()
    assert not field.isVisible()
    times = [entry.time for entry in timing.meeting.items[1].entries]
    assert dt.time(19, 31) in times


def test_a_command_takes_the_time_in_first(timing):
    timing.press("Ctrl+Shift+T")
    timing.type("19:45")
    timing.press("Ctrl+4")
    assert (timing.entry.kind.value, timing.entry.time) == ("note", dt.time(19, 45))
    assert isinstance(timing.focus, EntryText)


def test_a_click_on_the_time_opens_it(timing):
    there = row(timing)
    place = time_rect(timing.window.look, there.width()).center()
    timing.press("Up")
    timing.click(there, place)
    assert isinstance(timing.focus, TimeField)
    assert timing.window.page.current_entry == there.entry.id


def test_the_time_of_a_draft_waits_for_its_words(hands):
    hands.press("Return")
    hands.press("Ctrl+Shift+T")
    hands.type("18:05")
    hands.press("Return")
    assert hands.window.capture.is_draft(hands.window.page.current_entry)
    hands.type("A note.")
    assert hands.entry.time == dt.time(18, 5)
