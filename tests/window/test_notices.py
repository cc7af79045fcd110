"""The notice bar: what it shows, how the keyboard comes to it, and that it leaves others alone."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from clerkapp.window import notice_bar
from clerkapp.window.look.look import DARK, LIGHT
from clerkapp.window.notice_bar import Choice, Notice, NoticeBar, Weight


@pytest.fixture
def bar(qtbot):
    made = NoticeBar()
    made.show_look(LIGHT)
    qtbot.addWidget(made)
    return made


def test_it_is_not_there_where_there_is_nothing_to_say(bar):
    assert bar.isHidden()
    bar.show_notice(Notice("sheet", "Print the recovery sheet."))
    assert not bar.isHidden()
    bar.withdraw("sheet")
    bar.withdraw("sheet")
    assert bar.isHidden()
    assert bar.words == ""


def test_the_weightiest_is_shown_and_of_equals_the_latest(bar):
    bar.show_notice(Notice("full", "The disk is full.", weight=Weight.DANGER))
    bar.show_notice(Notice("sheet", "Print the sheet."))
    assert bar.words == "The disk is full."
    bar.show_notice(Notice("backup", "No backup was made."))
    bar.withdraw("full")
    assert bar.words == "No backup was made."
    bar.withdraw("backup")
    assert bar.words == "Print the sheet."
    bar.show_notice(Notice("sheet", "The sheet is out of date."))
    assert bar.words == "The sheet is out of date."


def test_a_button_does_what_it_says(bar):
    done: list[str] = []
    choices = tuple(Choice(words, partial(done.append, words)) for words in ("Print", "Later"))
    bar.show_notice(Notice("sheet", "Print the sheet.", choices))
    assert [button.text() for button in bar.buttons] == ["Print", "Later"]
    bar.buttons[1].click()
    assert done == ["Later"]


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("weight", Weight)
def test_its_stripe_is_seen_beside_its_words_in_both_looks(bar, look, weight):
    bar.show_look(look)
    bar.resize(800, 60)
    bar.show_notice(Notice("any", "Anything at all.", weight=weight))
    image = bar.grab().toImage()
    assert image.pixelColor(1, 30) == look.color(notice_bar._STRIPES[weight])
    assert image.pixelColor(8, 30) == look.color("focus")
    assert bar._words.palette().windowText().color() == look.color("ink")


def test_it_comes_without_taking_the_focus_and_a_click_leaves_it(hands):
    hands.press("Alt+1")
    words, done = hands.focus, list[int]()
    do = Choice("Do", partial(done.append, 1))
    hands.window.notices.show_notice(Notice("any", "Anything.", (do,)))
    hands.type("Typed on. ")
    assert hands.focus is words
    hands.click(hands.window.notices.buttons[0], QPoint(5, 5))
    assert done == [1]
    assert hands.focus is words
    hands.type("And on.")
    assert hands.entry.text.endswith("Typed on. And on.")


def test_f6_comes_to_it_enter_does_it_and_escape_leaves_it(hands):
    hands.press("Alt+1")
    words, done = hands.focus, list[int]()
    bar = hands.window.notices
    bar.show_notice(
        Notice(
            "any", "Anything.", (Choice("Do", partial(done.append, 1)), Choice("Not", done.clear))
        )
    )
    hands.press("F6", 3)
    assert hands.focus is bar.buttons[0]
    hands.press("Return")
    assert done == [1]
    hands.press("Tab")
    assert hands.focus is bar.buttons[1]
    hands.press("F6")
    assert hands.focus is words
    hands.press("F6", 3)
    hands.press("Escape")
    assert hands.focus is words


def test_the_focus_goes_back_to_the_words_when_the_notice_goes(hands):
    hands.press("Alt+1")
    words, bar = hands.focus, hands.window.notices
    bar.show_notice(Notice("any", "Anything.", (Choice("Go", partial(bar.withdraw, "any")),)))
    hands.press("F6", 3)
    hands.press("Space")
    assert bar.isHidden()
    assert hands.focus is words


def test_a_screen_reader_is_told_once_and_hears_the_words_at_each_button(bar, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    for _ in range(3):  # a trouble that goes on is told again and again
        bar.show_notice(Notice("full", "The disk is full.", (Choice("Try again", bar.update),)))
    assert told == ["The disk is full."]
    assert bar.buttons[0].accessibleDescription() == "The disk is full."
    assert bar.accessibleName() == "Notice"


def test_what_comes_back_after_a_weightier_notice_is_not_told_again(bar, monkeypatch):
    told = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    sheet = Notice("sheet", "Print the sheet.")
    bar.show_notice(sheet)
    bar.show_notice(Notice("full", "The disk is full.", weight=Weight.DANGER))
    bar.withdraw("full")
    assert bar.words == "Print the sheet."
    assert told == ["Print the sheet.", "The disk is full."]
    bar.withdraw("sheet")
    bar.show_notice(sheet)  # it is news again
    assert told[2:] == ["Print the sheet."]
