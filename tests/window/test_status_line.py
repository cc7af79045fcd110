"""What the status line says, and that saying it moves nothing."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from test_attributing import bring_marston

from clerkapp.meeting.meeting import Heading
from clerkapp.window.status_line import elapsed_words

DAY = dt.date(2026, 3, 5)
EVENING = Heading(date=DAY, start=dt.time(19, 0))


def said(hands) -> str:
    return hands.window.status.said.text()


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-03-05 18:59:59", ""),
        ("2026-03-05 19:00", "0 minutes"),
        ("2026-03-05 19:01:59", "1 minute"),
        ("2026-03-05 19:42", "42 minutes"),
        ("2026-03-05 21:05", "2 h 5 min"),
        ("2026-03-06 00:10", "5 h 10 min"),
        ("2026-03-06 06:59", "11 h 59 min"),
        ("2026-03-06 07:00", ""),
        ("2026-03-04 19:30", ""),
    ],
)
def test_the_time_since_the_start_is_told_while_the_meeting_is_on(now, words):
    assert elapsed_words(EVENING, dt.datetime.fromisoformat(now)) == words


@pytest.mark.parametrize(
    "heading",
    [
        Heading(),
        Heading(date=DAY),
        Heading(start=dt.time(19, 0)),
        Heading(date=DAY, start=dt.time(19, 0), end=dt.time(19, 20)),
    ],
)
def test_nothing_is_told_of_a_meeting_without_a_start_or_with_an_end(heading):
    assert elapsed_words(heading, dt.datetime(2026, 3, 5, 19, 30)) == ""  # noqa: DTZ001


def test_a_message_takes_no_line_of_its_own_where_it_fits(hands):
    hands.window.resize(1366, 768)
    height = hands.window.status.height()
    for said in ("Undid: sending the entry to item 5", "2 entries pasted", "Moved"):
        hands.window.say(said)
        QApplication.processEvents()
        assert hands.window.status.height() == height


def test_the_question_who_is_meant_goes_with_its_answer(hands):
    hands.press("Alt+2")
    hands.press("Return")
    bring_marston(hands)
    hands.type("q mars ")
    assert "Marston" in said(hands)
    hands.type("1")
    assert said(hands) == ""
    assert hands.text.words().endswith("asked ")


def test_the_question_who_is_meant_goes_with_its_entry(hands):
    hands.press("Alt+2")
    hands.press("Return")
    bring_marston(hands)
    hands.type("q mars ")
    hands.press("Alt+1")
    assert said(hands) == ""


def test_the_keys_of_the_room_are_told_only_in_the_room(hands):
    hands.window.do.room.go_to_list()
    assert "P arrives" in said(hands)
    hands.press("Escape")
    assert said(hands) == ""


def test_how_to_name_the_mover_is_told_until_it_is_done(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted")
    hands.window.do.entries.ask_movers()
    assert "a slash" in said(hands)
    hands.type("mars")
    hands.window.status.outlive()
    assert "a slash" in said(hands)
    hands.press("Return")
    assert said(hands) == ""


def test_what_ctrl_z_brings_back_is_told_less_long_once_something_else_was_done(hands):
    hands.window.say("Item deleted. Ctrl+Z brings it back.")
    assert hands.window.status.lasts > 2000
    hands.press("Alt+2")
    hands.type("x")
    assert 0 < hands.window.status.lasts < 2000


class LaidOut(QObject):
    """Counts how often the main window is laid out while it is there."""

    def __init__(self, window: QObject) -> None:
        super().__init__()
        self.times = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 — Qt names it
        self.times += event.type() is QEvent.Type.LayoutRequest
        return False


def settle() -> None:
    for _ in range(3):  # each layout tells the one around it
        QApplication.processEvents()


def test_the_place_of_the_next_entry_is_told_without_laying_the_window_out(hands):
    place = hands.window.status.place
    place.setText("Item 2 · entry 11 of 200")
    settle()
    laid_out = LaidOut(hands.window)
    for words in (
        "Item 2 · entry 12 of 200",
        "Item 2 · entry 14 of 204",
        "Item 2 · entry 16 of 200",
    ):
        place.setText(words)
        settle()
    assert not laid_out.times
    place.setText("Item 2 · entry 12 of 200, which was moved here from another item")
    settle()
    assert laid_out.times


@pytest.mark.parametrize("words", ["Not saved: " + "the disk is full and " * n for n in (1, 9, 40)])
def test_words_of_any_length_are_whole_in_the_line(hands, words):
    status = hands.window.status
    status.said.setText(words)
    QApplication.processEvents()
    status.said.setText(words + "so on")
    QApplication.processEvents()
    said = status.said
    assert said.height() >= said.heightForWidth(said.width())
    assert said.geometry().bottom() <= status.height()
    assert said.geometry().right() <= status.width()


def test_the_place_has_the_number_that_the_item_has_now(hands):
    place = hands.window.status.place
    hands.press("Alt+2")
    had = place.text()
    assert had.startswith("Item 2 · entry ")
    hands.press("Ctrl+Shift+Up")
    assert place.text() == had.replace("Item 2", "Item 1")
    hands.press("Ctrl+Z")
    assert place.text() == had
    hands.press("Ctrl+Y")
    assert place.text() == had.replace("Item 2", "Item 1")
