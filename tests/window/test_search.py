"""The search: words are typed, the list follows, and Enter goes there."""

import pytest
from hands import open_dialog
from meetings import brookmere
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.window.meetings.search_dialog import SearchDialog


def answering(answer) -> None:
    """Has `answer` called with the search that opens next, and then closes it."""

    def look() -> None:
        dialog = open_dialog()
        if not isinstance(dialog, SearchDialog) or not dialog.words.hasFocus():
            QTimer.singleShot(20, look)  # it is not open yet
            return
        try:
            answer(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(50, look)


def listed(dialog: SearchDialog) -> list[tuple[str, str, str]]:
    return [(line.words, line.below, line.aside) for line in dialog.view.lines.lines]


def typed(dialog: SearchDialog, words: str) -> None:
    """Types the words and waits as long as a clerk who looks up."""
    assert QApplication.focusWidget() is dialog.words
    QTest.keyClicks(dialog.words, words)
    while dialog._after_typing.isActive():
        QTest.qWait(20)


@pytest.fixture
def earlier(archive):
    """A meeting of another day with the same words."""
    meeting = copied(brookmere(), new_id)
    heading = replace(
        meeting.heading, date=meeting.heading.date.replace(year=2025), committee="Old"
    )
    meeting = replace(meeting, heading=heading)
    archive.add(meeting)
    return meeting


def test_words_are_found_in_every_meeting_and_enter_opens_one(hands, earlier):
    lists = []

    def answer(dialog: SearchDialog) -> None:
        typed(dialog, "money recruitm")
        lists.append(listed(dialog))
        hands.press("Down")
        hands.press("Return")

    answering(answer)
    hands.press("Ctrl+Shift+F")
    words = "Members asked whether there was «money» in the budget for «recruitment»."
    committee = "Corporate Overview and Scrutiny Committee"
    item = "2 Digital progress update"
    assert lists == [[
        (words, f"5 March 2026 · {committee} · {item}", "Question"),
        (words, f"5 March 2025 · Old · {item}", "Question"),
    ]]  # fmt: skip
    assert hands.meeting == earlier
    assert hands.entry.id == earlier.items[1].entries[0].id
    hands.type(" Yes.")
    assert hands.entry.text.endswith("recruitment. Yes.")


def test_what_was_just_typed_is_found_in_this_meeting_alone(hands, earlier):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("The lamp about money was lit.")
    hands.press("Alt+1")
    lists = []

    def answer(dialog: SearchDialog) -> None:
        typed(dialog, "mon")
        lists.append([words for words, _, _ in listed(dialog)])
        typed(dialog, "ey lamp")
        lists.append(listed(dialog))
        hands.press("Return")

    answering(answer)
    hands.press("Ctrl+F")
    assert len(lists[0]) == 2
    assert lists[1] == [("The «lamp» about «money» was lit.", "2 Digital progress update", "Note")]
    assert hands.entry.text == "The lamp about money was lit."
    assert hands.text.textCursor().position() == len(hands.entry.text)


def test_enter_need_not_wait_for_the_list_and_a_title_leads_to_its_item(hands):
    hands.press("Alt+1")

    def answer(dialog: SearchDialog) -> None:
        QTest.keyClicks(dialog.words, "kind:title digital")
        hands.press("Return")

    answering(answer)
    hands.press("Ctrl+F")
    assert hands.window.page.item_id == hands.meeting.items[1].id


def test_a_click_leads_there_too(hands):
    def answer(dialog: SearchDialog) -> None:
        typed(dialog, "apologies councillor")
        place = dialog.view.visualRect(dialog.view.lines.index(0)).center()
        hands.click(dialog.view.viewport(), QPoint(place))

    hands.press("Alt+2")
    answering(answer)
    hands.press("Ctrl+Shift+F")
    assert hands.entry.text == "Apologies were received from Councillor J Okafor."


@pytest.mark.parametrize(("words", "said"), [
    ("zebra", "Nothing was found."),
    ("kind:speech", "There is no kind “speech”; the kinds are note"),
    (" ", "Words, “a phrase”"),
])  # fmt: skip
def test_what_finds_nothing_says_why_and_enter_stays(hands, words, said):
    seen = []
    before = hands.window.page.place

    def answer(dialog: SearchDialog) -> None:
        typed(dialog, words)
        hands.press("Return")
        seen.extend([dialog.said.text(), listed(dialog), dialog.isVisible()])

    answering(answer)
    hands.press("Ctrl+Shift+F")
    assert seen[0].startswith(said)
    assert seen[1:] == [[], True]
    assert hands.window.page.place == before


def test_what_finds_nothing_is_heard_and_how_many_were_found_is_read(hands, monkeypatch):
    heard, read = [], []

    def answer(dialog: SearchDialog) -> None:
        monkeypatch.setattr(QAccessible, "updateAccessibility", lambda e: heard.append(e.message()))
        typed(dialog, "zebra")
        typed(dialog, "\b" * 5)
        dialog.words.clear()
        typed(dialog, "apologies")
        read.append(QAccessible.queryAccessibleInterface(dialog.said).text(QAccessible.Text.Name))

    answering(answer)
    hands.press("Ctrl+Shift+F")
    assert heard == ["Nothing was found."]
    assert read == ["2 found."]


def test_closing_while_the_words_wait_looks_for_nothing(hands):
    dialogs = []

    def answer(dialog: SearchDialog) -> None:
        QTest.keyClicks(dialog.words, "money")
        hands.press("Esc")
        dialogs.append(dialog._after_typing.isActive())

    answering(answer)
    hands.press("Ctrl+Shift+F")
    QTest.qWait(200)
    assert dialogs == [False]
