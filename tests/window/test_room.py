"""The room and the roll beside the words, by keys alone."""

import datetime as dt

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from test_accessibility import faults

from clerkapp.meeting.edits import set_attendance, set_heading
from clerkapp.meeting.entries import Movement
from clerkapp.meeting.people import Attendance, Person, Standing
from clerkapp.window.room.keyed_lines import KeyedLines


def of(hands, part: str) -> Attendance:
    return next(line for line in hands.meeting.attendance if part in line.person.name)


def choose(hands, part: str) -> None:
    """Goes by the arrows to the line of somebody in the list that has the keys."""
    view = hands.focus
    assert isinstance(view, KeyedLines)
    hands.press("Home")
    for _ in range(60):
        if part in (view.currentIndex().data() or ""):
            return
        hands.press("Down")
    raise AssertionError(part)


def heard(view: KeyedLines, part: str) -> str:
    """What a screen reader says of the line of somebody."""
    model = view.model()
    said = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    return next(words for words in said if part in words)


def settle(hands) -> None:
    hands.qtbot.wait(120)


@pytest.fixture
def room(hands):
    """The list of the room with the keys, in the second item, with a quorum of four."""
    hands.window.capture.session.apply(
        lambda m: set_heading(m, replace(m.heading, quorum=4)), "the quorum"
    )
    hands.press("Alt+2")
    hands.press("Ctrl+Alt+1")
    hands.window.beside.room.setFocus()
    settle(hands)
    return hands.window.beside.room


def test_a_letter_has_a_member_leave_and_ctrl_z_brings_them_back(hands, room):
    choose(hands, "Marsden")
    hands.press("L")
    assert hands.entries[-1][0] == "departure"
    assert hands.focus is room
    assert "gone" in heard(room, "Marsden")
    assert hands.window.status.room.text() == "4 in the room"
    hands.press("Ctrl+Z")
    assert all(kind != "departure" for kind, _ in hands.entries)
    assert hands.focus is room


def test_home_and_pages_choose_somebody_and_never_a_heading(hands, room):
    first = hands.meeting.attendance[0].person.id
    choose(hands, "Marsden")
    hands.press("Home")
    assert room.chosen == first  # the next arrow leads to the second member, not to this one
    for keys in ("End", "PageUp", "PageDown"):
        hands.press(keys)
        assert room.chosen


def test_the_room_is_the_one_at_the_entry_in_hand(hands, room):
    choose(hands, "Marsden")
    hands.press("W")
    assert "withdrawn" in heard(room, "Marsden")
    hands.press("Alt+1")
    settle(hands)
    assert "withdrawn" not in heard(room, "Marsden")


def test_a_lost_quorum_is_told_in_words_and_ends_with_an_arrival(hands, room):
    for name in ("Marsden", "Teale"):
        choose(hands, name)
        hands.press("L")
    assert [e.facts.person.person_id for e in hands.item.entries[-2:]] == [
        of(hands, "Marsden").person.id,
        of(hands, "Teale").person.id,
    ]
    assert "The quorum is lost: 3 are in the room and 4 are needed." in hands.window.notices.words
    assert "quorum of 4 lost" in hands.window.status.room.text()
    assert "NOT MET" in room.lines.lines[0].words
    choose(hands, "Okafor")
    hands.press("P")
    assert hands.window.notices.words == ""


def test_who_is_in_the_chair_is_said(hands, room):
    choose(hands, "Teale")
    hands.press("C")
    assert "in the chair" in heard(room, "Teale")
    assert "in the chair" not in heard(room, "Banerjee")


def test_what_is_refused_is_said(hands, room):
    choose(hands, "Okafor")
    hands.press("L")
    assert hands.window.status.said.text() == "Cllr J Okafor is not in the room."


def test_the_menu_of_the_mouse_does_the_same(hands, room):
    choose(hands, "Marsden")
    for action in hands.window.do.room.menu.actions():
        if action.data() == "L":
            action.trigger()
    assert hands.entries[-1][0] == "departure"


def test_somebody_who_is_clicked_twice_is_asked_about(hands, room):
    view = hands.window.beside.room
    choose(hands, "Marsden")
    where = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert hands.window.do.room.menu.isVisible()
    hands.window.do.room.menu.close()


def test_the_status_line_counts_whoever_left(hands, room):
    choose(hands, "Marsden")
    hands.press("L")
    count = len(hands.window.capture.entries_shown(hands.item.id))
    assert hands.window.status.place.text().endswith(f" of {count}")


@pytest.mark.parametrize("tab", ["Room", "Checks", "Actions", "Preview"])
def test_esc_from_a_tab_on_a_narrow_screen_goes_back_to_the_same_letter(hands, tab):
    hands.window.resize(683, 384)
    hands.press("Alt+2")
    hands.press("Left", 5)
    before = hands.window.page.place
    hands.window.open_tab(tab)
    hands.window.beside.setFocus()
    hands.window.next_place()
    hands.window.back_to_words()
    assert hands.window.page.place == before
    assert hands.text.cursor_position() == before.cursor


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("key", ["F7", "F8", "Ctrl+Shift+D", "Ctrl+Shift+R"])
def test_esc_goes_back_to_the_same_letter(hands, key, narrow):
    if narrow:
        hands.window.resize(683, 384)
    hands.press("Alt+2")
    hands.press("Left", 5)
    before = hands.window.page.place
    hands.press(key)
    assert isinstance(hands.focus, KeyedLines)
    hands.press("Esc")
    assert hands.window.page.place == before
    assert hands.text.cursor_position() == before.cursor


def twenty(hands) -> None:
    """Twenty members of whom nothing is known yet."""
    names = (
        *("Ash", "Birch", "Cedar", "Dale", "Elm", "Frost", "Gale", "Heath", "Ives", "Jarrow"),
        *("Kite", "Lark", "Moss", "Nunn", "Oakes", "Peel", "Quill", "Reeve", "Shaw", "Thorne"),
    )
    lines = tuple(
        Attendance(Person(f"p{n}", f"Cllr {name}"), Standing.EXPECTED)
        for n, name in enumerate(names)
    )
    hands.window.capture.session.apply(lambda m: set_attendance(m, lines), "twenty members")


def test_a_roll_of_twenty_takes_a_key_and_one_for_each_exception(hands):
    twenty(hands)
    hands.press("F7")
    keys = ["E", "Down", "Down", "A", "R", "Down", "N"]
    for key in keys:
        hands.press(key)
    hands.press("Esc")
    standings = {line.person.name[5:]: line.standing for line in hands.meeting.attendance}
    assert sum(standing is Standing.PRESENT for standing in standings.values()) == 18
    assert standings["Cedar"] is Standing.APOLOGIES
    assert of(hands, "Dale").remote
    assert standings["Frost"] is Standing.ABSENT
    assert len(keys) + 2 < 10


def test_a_reason_is_asked_for_and_kept_from_the_record(hands):
    twenty(hands)
    hands.press("F7")
    hands.press("Shift+A")
    hands.type("unwell")
    hands.press("Return")
    assert of(hands, "Ash").reason == "unwell"
    assert hands.focus is hands.window.do.room.roll.list
    assert hands.window.do.room.roll.list.chosen == of(hands, "Birch").person.id


def test_a_substitute_is_found_by_letters_or_written_whole(hands):
    twenty(hands)
    hands.press("F7")
    hands.press("S")
    hands.type("tho")
    assert hands.window.do.room.roll.field_says.text() == "Cllr Thorne"
    hands.press("Return")
    assert of(hands, "Thorne").standing is Standing.SUBSTITUTE
    choose(hands, "Frost")
    hands.press("S")
    hands.type("Cllr M Umber")
    hands.press("Return")
    assert of(hands, "Umber").in_place_of.person_id == of(hands, "Frost").person.id
    assert of(hands, "Umber").person.id


def test_esc_in_the_field_stays_in_the_roll(hands):
    twenty(hands)
    hands.press("F7")
    hands.press("S")
    hands.press("Esc")
    assert hands.focus is hands.window.do.room.roll.list
    assert len(hands.meeting.attendance) == 20


@pytest.mark.parametrize("narrow", [False, True])
def test_every_control_of_the_roll_has_a_name(hands, narrow):
    if narrow:
        hands.window.resize(683, 384)
    hands.press("F7")
    assert hands.window.do.room.roll.isVisible()
    assert faults(hands.window) == []
    hands.press("S")
    assert faults(hands.window) == []


@pytest.mark.parametrize("key", ["F7", "F8", "Ctrl+Shift+D"])
def test_a_panel_stays_in_sight_with_the_keys_while_the_window_is_made_narrow_and_wide(hands, key):
    hands.press("Alt+2")
    hands.press(key)
    panel = hands.focus
    for width in (683, 1366):
        hands.window.resize(width, 700)
        hands.qtbot.wait(20)
        assert panel.isVisible()
        assert hands.focus is panel
    hands.press("Esc")
    hands.window.resize(683, 700)
    hands.qtbot.wait(20)
    assert hands.window.agenda.isVisible()


def test_who_is_typed_to_have_left_is_no_longer_in_the_room(hands):
    hands.press("Alt+2")
    hands.press("Return")
    here = int(hands.window.status.room.text().split()[0])
    hands.type("Cllr Marsden left the meeting at 8.02 pm.")
    hands.press("Return")
    QApplication.processEvents()
    left = hands.item.entries[-1]
    assert isinstance(left.facts, Movement)
    assert left.time == dt.time(20, 2)
    hands.qtbot.waitUntil(
        lambda: hands.window.status.room.text().startswith(f"{here - 1} in the room")
    )
    hands.type("The plan was noted.")
    assert hands.entry.text == "The plan was noted."


def test_two_who_are_typed_to_have_left_are_gone_and_one_undo_brings_their_words_back(hands):
    hands.press("Alt+2")
    hands.press("Return")
    here = int(hands.window.status.room.text().split()[0])
    hands.type("Cllrs Teale and Marsden left the meeting at 8.02 pm.")
    hands.press("Return")
    QApplication.processEvents()
    *_, one, other = hands.item.entries
    gone = {of(hands, name).person.id for name in ("Teale", "Marsden")}
    assert {each.facts.person.person_id for each in (one, other)} == gone
    assert one.time == other.time == dt.time(20, 2)
    hands.qtbot.waitUntil(
        lambda: hands.window.status.room.text().startswith(f"{here - 2} in the room")
    )
    hands.type("The plan was noted.")
    assert hands.item.entries[-1].text == hands.entry.text == "The plan was noted."
    hands.press("Ctrl+Z")
    hands.press("Ctrl+Z")
    assert hands.item.entries[-1].text == "Cllrs Teale and Marsden left the meeting at 8.02 pm."
