"""For every pair of ears and eyes: names, what is heard of a change, and writing of every kind."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from test_dialogs import answering
from test_typing import compose

from clerkapp.archive.trouble import Trouble
from clerkapp.archive.writer import NotSaved
from clerkapp.resources import checkout
from clerkapp.window import voice

ROLE = QAccessible.Role


def walk(interface: QAccessibleInterface):
    yield interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None:
            yield from walk(child)


def controls(window: QWidget) -> list[tuple[str, QAccessible.Role, QWidget]]:
    """Name and role of everything in the window that takes the focus."""
    told = []
    for interface in walk(QAccessible.queryAccessibleInterface(window)):
        widget = interface.object()
        if isinstance(widget, QWidget) and widget.isVisible() and interface.state().focusable:
            told.append((interface.text(QAccessible.Text.Name), interface.role(), widget))
    return told


def faults(window: QWidget) -> list[QWidget]:
    nothing = (ROLE.NoRole, ROLE.Client, ROLE.Pane)
    return [widget for name, role, widget in controls(window) if not name or role in nothing]


@pytest.mark.parametrize("narrow", [False, True])
def test_every_control_of_the_window_has_a_name_and_a_role(hands, narrow):
    if narrow:
        hands.window.resize(683, 384)
    hands.press("Alt+2")
    hands.press("Up")
    for keys in ("Ctrl+Alt+1", "Ctrl+Alt+2", "Ctrl+Alt+3", "Ctrl+Alt+4"):
        hands.press(keys)
        assert faults(hands.window) == []
    assert len(controls(hands.window)) > 6


@pytest.mark.parametrize("keys", ["Ctrl+K", "F1", "Ctrl+L", "Ctrl+N", "Ctrl+I", "Ctrl+E", "Ctrl+F",
                                  "Ctrl+Shift+F", "Ctrl+H", "Ctrl+Shift+X", "F4"])  # fmt: skip
def test_every_control_of_every_dialog_has_a_name_and_a_role(hands, keys):
    seen = []

    def answer(dialog: QDialog) -> None:
        seen.append((len(controls(dialog)), faults(dialog)))
        dialog.reject()

    hands.press("Alt+2")
    answering(answer, [])
    hands.press(keys)
    ((count, wrong),) = seen
    assert count >= 2
    assert wrong == []


@pytest.mark.parametrize("name", ["Archive: Recovery sheet", "Archive: Passphrase",
                                  "Archive: Renew the key", "Archive: Restore a backup",
                                  "Meeting: Backup on a second drive", "Meeting: Committees",
                                  "Meeting: House styles"])  # fmt: skip
def test_every_control_of_a_dialog_without_a_key_has_a_name_and_a_role(hands, name):
    seen = []

    def answer(dialog: QDialog) -> None:
        seen.append((len(controls(dialog)), faults(dialog)))
        dialog.reject()

    answering(answer, [])
    next(c for c in hands.window.commands if c.full_name == name).run()
    hands.qtbot.waitUntil(lambda: seen != [])
    ((count, wrong),) = seen
    assert count >= 1
    assert wrong == []


def test_rows_say_what_they_are_and_hold_their_words(hands):
    hands.press("Alt+2")
    hands.press("Up", 3)
    interface = QAccessible.queryAccessibleInterface(hands.text)
    assert interface.text(QAccessible.Text.Name) == "Question, entry 1 of 4"
    assert interface.role() is ROLE.EditableText
    assert interface.text(QAccessible.Text.Value) == hands.entry.text


def test_the_status_line_is_heard_as_it_is_read(hands):
    status = hands.window.status
    for label in status.findChildren(QLabel):
        name = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        assert name == label.text()
    keys = QAccessible.queryAccessibleInterface(status.keys).text(QAccessible.Text.Name)
    assert "F1 keys" in keys


# What is heard of a change


@pytest.fixture
def heard(hands, monkeypatch) -> list[str]:
    """Everything that a screen reader is told."""
    words: list[str] = []

    def tell(event) -> None:
        words.append(event.message())

    hands.press("Alt+2")
    hands.qtbot.wait(20)
    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    return words


@pytest.mark.parametrize(("keys", "expected"), [
    ("Ctrl+2", "Response"),
    ("Alt+Up", "Moved: Resolved, entry 3 of 4"),
    ("Ctrl+Shift+Del", "Deleted"),
    ("Alt+Shift+1", "Sent to item 1"),
    ("Ctrl+Shift+Up", "Item moved"),
    ("Ctrl+Shift+N", "New item"),
])  # fmt: skip
def test_a_change_is_told_once_and_its_undo_says_what_was_undone(hands, heard, keys, expected):
    hands.press(keys)
    hands.qtbot.wait(20)
    assert heard == [expected]
    heard.clear()
    hands.press("Escape")
    hands.press("Ctrl+Z")
    hands.qtbot.wait(20)
    assert len(heard) == 1
    assert heard[0].startswith("Undid: ")


def test_a_split_and_a_join_are_told_once(hands, heard):
    hands.press("Home")
    hands.press("Ctrl+Right", 2)
    hands.press("Return")
    hands.qtbot.wait(20)
    hands.press("Backspace")
    hands.qtbot.wait(20)
    assert heard == ["Split", "Joined"]


def test_who_is_called_in_the_roll_is_told_with_the_answer_once(hands, heard):
    hands.press("F7")
    hands.qtbot.wait(20)
    heard.clear()
    roll = hands.window.do.room.roll
    hands.qtbot.keyClick(roll.list, "N")
    hands.qtbot.wait(20)
    assert len(heard) == 1
    assert heard[0].endswith(": absent")


def test_typing_is_silent_but_the_kind_that_the_words_decide_is_told(hands, heard, monkeypatch):
    monkeypatch.setattr(voice, "_SETTLED", 2500)  # longer than it takes to type this, also here
    hands.press("Return")
    hands.type("Members asked why the cost had risen.")
    hands.qtbot.waitUntil(lambda: heard != [])
    hands.type(" And when.")
    hands.qtbot.wait(20)
    assert heard == ["Question"]


def test_a_short_key_is_told_as_the_kind_that_it_sets(hands, heard):
    hands.press("Return")
    hands.type("a ")
    hands.qtbot.wait(20)
    assert heard == ["Action point"]


def test_what_is_offered_is_told_once_at_a_pause(hands, heard, monkeypatch):
    monkeypatch.setattr(voice, "_SETTLED", 300)
    hands.press("Return")
    hands.window.page.aids.earlier.take("The cost had risen since the summer.")
    hands.type("The c")
    assert heard == []
    hands.qtbot.waitUntil(lambda: heard != [])
    assert heard == ["The cost had risen since the summer. is offered, Tab takes it"]
    hands.type("ost had")
    hands.qtbot.wait(400)
    assert len(heard) == 1
    hands.press("Tab")
    hands.qtbot.wait(20)
    assert heard[1:] == ["Earlier wording"]


def test_an_offer_that_has_gone_before_a_pause_is_not_told(hands, heard, monkeypatch):
    monkeypatch.setattr(voice, "_SETTLED", 400)
    hands.press("Return")
    hands.window.page.aids.earlier.take("The cost had risen since the summer.")
    hands.type("The cx")
    hands.qtbot.wait(500)
    assert heard == []


def test_the_kind_and_what_is_offered_are_told_together(hands, heard, monkeypatch):
    monkeypatch.setattr(voice, "_SETTLED", 600)
    hands.press("Return")
    hands.window.page.aids.earlier.take("Members asked why it rose.")
    hands.type("Members asked why")
    hands.qtbot.waitUntil(lambda: heard != [])
    assert heard == ["Question. Members asked why it rose. is offered, Tab takes it"]


def test_who_may_be_meant_is_told_as_an_offer(hands, heard, monkeypatch):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("q ")
    hands.qtbot.wait(20)
    heard.clear()
    hands.type("mars")
    hands.qtbot.waitUntil(lambda: heard != [])
    assert heard == ["Councillor Marsden asked is offered, Tab takes it"]


def test_the_list_of_stock_sentences_tells_what_enter_would_take(hands, heard, monkeypatch):
    monkeypatch.setattr(voice, "_SETTLED", 300)
    hands.press("Return")
    hands.type(";;urg")
    hands.qtbot.waitUntil(lambda: heard != [])
    assert heard == ["There were no items of urgent business. 1 of 1, Enter takes it"]
    hands.type("zz")
    hands.qtbot.waitUntil(lambda: len(heard) > 1)
    assert heard[1:] == ["No stock sentence fits"]
    hands.press("Backspace", 5)
    hands.press("Down")
    hands.qtbot.waitUntil(lambda: len(heard) > 2)
    assert " 2 of " in heard[2]
    hands.press("Escape")
    hands.qtbot.wait(400)
    assert len(heard) == 3


def test_saved_is_told_only_when_it_was_bad_before(hands, heard, archive):
    hands.type(" And more.")
    assert archive.settle()
    hands.qtbot.wait(30)
    assert heard == []
    for _ in range(2):  # it tries again each second, and is heard once
        hands.window.open._on_told(NotSaved("the disk is full", Trouble.FULL))
        hands.window.disk._on_told(NotSaved("the disk is full", Trouble.FULL))
        hands.qtbot.wait(20)
    assert len(heard) == 1
    assert "disk is full" in heard[0]
    hands.type("!")
    assert archive.settle()
    hands.qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] == "Everything is saved again."


@pytest.mark.parametrize(("keys", "expected"), [("Alt+1", True), ("Ctrl+4", False)])
def test_the_menu_bar_gives_back_the_focus_that_alt_with_a_key_brought_it(
    hands, monkeypatch, keys, expected
):
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    hands.press("Alt+2")
    hands.window.top.menus._used_at = float("-inf")
    hands.press(keys)
    hands.window.top.menus.setFocus(Qt.FocusReason.MenuBarFocusReason)
    hands.qtbot.wait(20)
    assert (hands.focus is not hands.window.top.menus) == expected
    hands.window.top.menus.setFocus(Qt.FocusReason.MenuBarFocusReason)
    hands.qtbot.wait(20)
    assert hands.focus is hands.window.top.menus  # Alt alone, this time


def test_what_is_chosen_while_words_are_typed_is_told_once_they_rest(hands, heard):
    def answer(dialog: QDialog) -> None:
        try:
            hands.qtbot.waitUntil(dialog.words.hasFocus)
            QTest.keyClicks(dialog.words, "confid")
            hands.qtbot.waitUntil(lambda: heard != [])
        finally:
            dialog.reject()

    answering(answer, [])
    hands.press("Ctrl+K")
    assert heard == ["Exempt, Entry · “confidential”, Ctrl+Shift+X"]


# Input methods, dead keys, right to left, Welsh


@pytest.mark.parametrize(("dead", "letter", "whole"), [
    ("^", "w", "ŵ"), ("^", "y", "ŷ"), ("´", "e", "é"), ("`", "a", "à"), ("¨", "i", "ï"),
    ("~", "n", "ñ"), ("ˇ", "s", "š"),
])  # fmt: skip
def test_a_dead_key_and_a_letter_are_one_letter(hands, dead, letter, whole):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("D")
    compose(hands.text, dead)
    assert hands.entry.text == "D"
    compose(hands.text, "", whole)
    hands.type("r")
    assert hands.entry.text == f"D{whole}r"
    hands.press("Ctrl+Z")
    assert whole not in [text for _, text in hands.entries]


def test_words_are_composed_in_the_middle_of_others(hands):
    hands.press("Alt+2")
    hands.press("Home")
    for preedit in ("に", "にほ", "にほん", "日本"):
        compose(hands.text, preedit)
        assert hands.entry.text == "That the report be noted."
    compose(hands.text, "", "日本")
    assert hands.entry.text == "日本That the report be noted."
    assert hands.text.cursor_position() == 2


@pytest.mark.parametrize("keys", ["F6", "Ctrl+K", "Alt+1", "Up"])
def test_what_is_half_composed_when_the_focus_leaves_spoils_nothing(hands, keys):
    hands.press("Alt+2")
    entry, words = hands.entry, hands.text
    compose(words, "^")
    if keys == "Ctrl+K":
        answering(QDialog.reject, [])
    hands.press(keys)
    hands.press("Escape")
    hands.qtbot.wait(20)
    assert not words.is_composing
    texts = [e.text for item in hands.meeting.items for e in item.entries if e.id == entry.id]
    assert texts == ["That the report be noted."]
    hands.press("Alt+2")
    hands.type("!")
    assert hands.entry.text == "That the report be noted.!"


@pytest.mark.parametrize("words", ["החברים שאלו על התקציב.", "سأل الأعضاء عن الميزانية."])
def test_an_entry_from_right_to_left_has_its_own_direction_and_the_keys_follow(hands, words):
    hands.press("Alt+2")
    hands.press("Return")
    QApplication.clipboard().setText(words)
    hands.press("Ctrl+V")
    block = hands.text.document().firstBlock()
    assert block.textDirection() is Qt.LayoutDirection.RightToLeft
    hands.press("Home")
    at_start = hands.text.cursorRect().x()
    hands.press("Left")
    assert hands.text.cursor_position() == 1
    assert hands.text.cursorRect().x() < at_start
    hands.press("Right")
    assert hands.text.cursorRect().x() == at_start
    hands.press("Left", 3)
    hands.press("Return")
    above, below = hands.item.entries[-2:]
    assert (above.text, below.text) == (words[:3].strip(), words[3:].strip())
    hands.press("Backspace")
    assert hands.item.entries[-1].text.replace(" ", "") == words.replace(" ", "")
    hands.press("Up")
    assert hands.text.document().firstBlock().textDirection() is Qt.LayoutDirection.LeftToRight


def test_an_entry_in_two_scripts_keeps_its_order_and_its_cursor(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("Members asked about ")
    compose(hands.text, "", "תקציב")
    hands.type(" and costs.")
    assert hands.entry.text == "Members asked about תקציב and costs."
    assert hands.entry.kind.value == "question"


def test_welsh_is_typed_as_it_is_spelt(hands):
    hands.press("Alt+2")
    hands.press("Return")
    words = "Gofynnodd y Cyng. Siân Ŵyn am y tŷ a’r dŵr; diolchodd y Cyng. Llŷr Ô."
    for letter in words:  # a Welsh keyboard has ŵ and ŷ as keys of their own, which QTest has not
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(hands.focus, key)
    assert hands.entry.text == words
    assert hands.shown()[-1] == words


# Motion


def test_nothing_moves_by_itself_and_the_caret_blinks_as_the_system_says():
    sources = (checkout() / "clerkapp").rglob("*.py")
    moving = re.compile(r"Q\w*Animation|QMovie|setCursorFlashTime|setEffectEnabled")
    assert [path for path in sources if moving.search(Path(path).read_text("utf-8"))] == []


# A mouse alone


def commands_in(menu) -> set[str]:
    found: set[str] = set()
    for action in menu.actions():
        if action.menu():
            found |= commands_in(action.menu())
        elif command := getattr(action, "command", None):
            found.add(command.full_name)
    return found


def test_every_command_is_in_a_menu(hands):
    hands.press("Alt+2")
    window = hands.window
    window.menus.fill_entry()
    menus = [action.menu() for action in window.top.menus.actions()]
    reached = set().union(*map(commands_in, menus))
    assert {command.full_name for command in window.commands} == reached


@pytest.mark.parametrize(("menu", "name"), [("entry", "Entry"), ("item", "Agenda")])
def test_the_menu_under_the_mouse_has_every_command_of_its_place(hands, menu, name):
    hands.press("Alt+2")
    hands.window.menus.fill_entry()
    under_the_mouse = commands_in(getattr(hands.window.menus, menu))
    expected = {c.full_name for c in hands.window.commands if c.menu == name}
    assert under_the_mouse == expected


def triggered(menu, *words: str) -> None:
    """Chooses in a menu, and in the menus within it."""
    for word in words:
        action = next(a for a in menu.actions() if a.text().replace("&", "").startswith(word))
        menu = action.menu() or menu
    action.trigger()


def test_a_right_click_on_an_entry_offers_what_can_be_done_to_it(hands):
    hands.press("Alt+2")
    row = hands.window.page._rows[hands.item.entries[0].id]
    for widget, at in ((row.text.viewport(), QPoint(30, 8)), (row, QPoint(4, 10))):
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=at)
        hands.window.page.menu_wanted.emit(QPoint(0, 0))
        assert hands.window.menus.entry.isVisible()
        hands.window.menus.entry.close()


def test_owner_and_date_are_given_by_clicks(hands):
    hands.press("Alt+2")
    hands.press("Up")
    menus = hands.window.menus
    menus.fill_entry()
    triggered(menus.entry, "Owner", "Jo Ray")
    menus.fill_entry()
    triggered(menus.entry, "Date", "In two weeks")
    person = next(a.person for a in hands.meeting.attendance if a.person.name == "Jo Ray")
    assert hands.entry.facts.owner.person_id == person.id
    assert (hands.entry.facts.due - hands.meeting.heading.date).days == 14
    menus.fill_entry()
    triggered(menus.entry, "Date", "Next meeting")
    assert hands.entry.facts.due == "next meeting"


def test_only_an_action_point_is_offered_an_owner(hands):
    hands.press("Alt+2")
    hands.window.menus.fill_entry()
    titles = [action.text() for action in hands.window.menus.entry.actions()]
    assert "O&wner" not in titles


def test_entries_and_items_are_added_by_a_click(hands):
    hands.press("Alt+2")
    count = len(hands.shown())
    hands.press("Up", 2)
    button = hands.window.page.new_entry
    hands.click(button, button.rect().center())
    assert hands.text.toPlainText() == ""
    assert len(hands.shown()) == count + 1
    hands.type("Typed after a click.")
    assert hands.entries[-1][1] == "Typed after a click."
    button = hands.window.agenda.new_item
    hands.click(button, button.rect().center())
    assert len(hands.meeting.items) == 3


def test_words_are_cut_and_pasted_by_clicks(hands):
    hands.press("Alt+2")
    words, menus = hands.entry.text, hands.window.menus
    for choice in ("Select all", "Cut", "Paste", "Paste"):
        menus.fill_entry()
        triggered(menus.entry, choice)
    assert hands.entry.text == words * 2


def test_entries_are_split_and_joined_by_clicks(hands):
    hands.press("Alt+2")
    words = hands.entry.text
    hands.press("Home")
    hands.press("Ctrl+Right")
    menus = hands.window.menus
    menus.fill_entry()
    triggered(menus.entry, "Split")
    assert hands.entry.text == words[5:]
    menus.fill_entry()
    triggered(menus.entry, "Join")
    assert hands.entry.text == words


def test_an_item_is_carried_by_the_mouse_to_another_place_in_one_step(hands):
    view = hands.window.agenda.view
    carried, stays = (each.id for each in hands.meeting.items)
    where = [view.visualRect(view.model().index(row)).center() for row in (0, 1)]
    hands.press("Alt+2")
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=where[0])
    QTest.mouseMove(view.viewport(), where[1])
    move = QMouseEvent(QEvent.Type.MouseMove, where[1], view.viewport().mapToGlobal(where[1]), left,
                       left, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(view.viewport(), move)
    assert view.currentIndex().row() == 0
    QTest.mouseRelease(view.viewport(), left, pos=where[1])
    assert [each.id for each in hands.meeting.items] == [stays, carried]
    assert hands.window.page.item_id == carried
    assert view.currentIndex().row() == 1
    hands.press("Ctrl+Z")
    assert [each.id for each in hands.meeting.items] == [carried, stays]
    hands.press("Alt+1")
    QTest.mousePress(view.viewport(), left, pos=where[1])
    QTest.mouseRelease(view.viewport(), left, pos=view.viewport().rect().bottomRight())
    assert [each.id for each in hands.meeting.items] == [carried, stays]
    assert hands.window.page.item_id == stays


def test_an_item_is_chosen_and_moved_by_clicks(hands):
    view = hands.window.agenda.view
    where = view.visualRect(view.model().index(1)).center()
    view.customContextMenuRequested.emit(where)
    assert hands.window.page.item_id == hands.meeting.items[1].id
    moved = hands.item.id
    triggered(hands.window.menus.item, "Move up")
    hands.window.menus.item.close()
    assert hands.meeting.items[0].id == moved
