"""What the mouse does to whole entries: several are selected, and carried elsewhere."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clerkapp.window.item.row_picture import kind_rect

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def row_of(hands, place: int):
    """The row of the entry at that place of the item in hand."""
    return hands.window.page._rows[hands.item.entries[place].id]


def selected(hands) -> list[int]:
    """The places of the entries that are shown as selected."""
    return [n for n in range(len(hands.item.entries)) if row_of(hands, n).is_selected]


def ctrl_click(hands, *places: int) -> None:
    for place in places:
        QTest.mouseClick(row_of(hands, place).text.viewport(), LEFT, CTRL, QPoint(5, 5))


def press(widget: QWidget, at: QPoint) -> None:
    QTest.mousePress(widget, LEFT, pos=at)


def draw(widget: QWidget, at: QPoint, to: QWidget, there: QPoint, *, drops: bool = True) -> None:
    """Presses, draws the mouse to `there` and, if it is to drop, lets go."""
    press(widget, at)
    way = widget.mapFromGlobal(to.mapToGlobal(there))
    for step in (at + QPoint(0, 12), (at + way) / 2, way):
        QTest.mouseMove(widget, step)
        QApplication.processEvents()
    if drops:
        QTest.mouseRelease(widget, LEFT, pos=way)
        QApplication.processEvents()


def margin(hands) -> QPoint:
    return kind_rect(hands.window.look).center()


@pytest.fixture
def texts(hands) -> list[str]:
    hands.press("Alt+2")
    return [text for _, text in hands.entries]


# Selecting


def test_a_click_with_ctrl_picks_an_entry_beside_the_one_in_hand_and_lets_go_of_it(hands, texts):
    ctrl_click(hands, 0)
    assert selected(hands) == [0, 3]
    assert hands.window.status.place.text() == "Item 2 · 2 entries selected"
    assert hands.window.page.current_entry == hands.item.entries[0].id
    ctrl_click(hands, 2)
    assert selected(hands) == [0, 2, 3]
    ctrl_click(hands, 2)
    assert selected(hands) == [0, 3]
    ctrl_click(hands, 0, 3)
    assert selected(hands) == []
    assert hands.window.do.blocks.count == 0


def test_what_was_picked_is_deleted_moved_and_sent_together(hands, texts):
    ctrl_click(hands, 0)
    hands.press("Delete")
    assert hands.shown() == texts[1:3]
    hands.press("Ctrl+Z")
    assert hands.shown() == texts
    hands.press("Alt+2")
    ctrl_click(hands, 1)
    hands.press("Alt+Up")
    assert hands.shown() == [texts[1], texts[3], texts[0], texts[2]]
    assert selected(hands) == [0, 1]
    hands.press("Alt+Shift+1")
    assert hands.shown() == [texts[0], texts[2]]
    assert [entry.text for entry in hands.meeting.items[0].entries][-2:] == [texts[1], texts[3]]


def test_shift_and_an_arrow_go_on_from_what_was_picked_last(hands, texts):
    ctrl_click(hands, 0)
    hands.press("Shift+Down")
    assert selected(hands) == [0, 1, 3]


def test_drawn_from_the_words_over_other_entries_the_mouse_selects_these(hands, texts):
    first, last = row_of(hands, 1), row_of(hands, 3)
    draw(first.text.viewport(), QPoint(5, 5), last, QPoint(200, 10))
    assert selected(hands) == [1, 2, 3]
    assert not any(row_of(hands, n).text.textCursor().hasSelection() for n in (1, 2, 3))
    assert hands.window.page.current_entry == hands.item.entries[3].id
    draw(last.text.viewport(), QPoint(5, 5), last, QPoint(6, 6))
    hands.press("Escape")
    assert hands.shown() == texts


def test_drawn_within_the_words_of_an_entry_the_mouse_selects_words(hands, texts):
    text = row_of(hands, 1).text
    draw(text.viewport(), QPoint(2, 8), text, QPoint(120, 8))
    assert selected(hands) == []
    assert text.textCursor().hasSelection()


def test_a_click_into_a_block_goes_to_the_words_there(hands, texts):
    ctrl_click(hands, 1)
    hands.click(row_of(hands, 3).text.viewport(), QPoint(3, 8))
    assert selected(hands) == []
    assert hands.window.page.place.entry_id == hands.item.entries[3].id
    hands.type("x")
    assert hands.entry.text == f"x{texts[3]}"


def test_the_menu_of_the_mouse_is_for_all_that_are_selected(hands, texts):
    ctrl_click(hands, 1)
    words = row_of(hands, 3).text
    QTest.mouseClick(words.viewport(), Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    words.menu_wanted.emit(QPoint(0, 0))
    assert hands.window.menus.entry.isVisible()
    (cut,) = (a for a in hands.window.menus.entry.actions() if a.text() == "Cu&t")
    hands.window.menus.entry.close()
    assert selected(hands) == [1, 3]
    count = len(hands.item.entries)
    cut.trigger()
    assert len(hands.item.entries) == count - 2
    hands.press("Ctrl+V")
    assert len(hands.item.entries) == count


# Carrying


def test_an_entry_is_carried_by_its_margin_to_another_place_in_one_step(hands, texts):
    first = row_of(hands, 0)
    hands.press("Left", 3)
    place = hands.window.page.place
    draw(first, margin(hands), row_of(hands, 3), QPoint(40, 2))
    assert hands.shown() == [texts[1], texts[2], texts[0], texts[3]]
    assert hands.window.page.place == place
    assert hands.window.status.said.text() == "1 entry moved"
    hands.press("Ctrl+Z")
    assert hands.shown() == texts


def test_a_block_is_carried_by_its_words_and_stays_selected(hands, texts):
    ctrl_click(hands, 2)
    text = row_of(hands, 3).text
    draw(text.viewport(), QPoint(5, 5), row_of(hands, 0), QPoint(200, 2))
    assert hands.shown() == [texts[2], texts[3], texts[0], texts[1]]
    assert selected(hands) == [0, 1]


def test_a_block_is_carried_below_the_last_entry(hands, texts):
    hands.click(row_of(hands, 0).text.viewport(), QPoint(5, 5))
    ctrl_click(hands, 1)
    draw(row_of(hands, 0), margin(hands), row_of(hands, 3), QPoint(40, row_of(hands, 3).height()))
    assert hands.shown() == [texts[2], texts[3], texts[0], texts[1]]


def test_an_entry_is_carried_to_an_item_of_the_agenda(hands, texts):
    view = hands.window.agenda.view
    there = view.visualRect(view.model().index(0, 0)).center()
    draw(row_of(hands, 1), margin(hands), view.viewport(), there, drops=False)
    assert hands.window.agenda._delegate.target == hands.meeting.items[0].id
    QTest.mouseRelease(
        row_of(hands, 1),
        LEFT,
        pos=row_of(hands, 1).mapFromGlobal(view.viewport().mapToGlobal(there)),
    )
    assert hands.meeting.items[0].entries[-1].text == texts[1]
    assert hands.shown() == [texts[0], *texts[2:]]
    assert hands.window.agenda._delegate.target == ""
    assert hands.window.status.said.text() == "1 entry sent to item 1"


def test_escape_leaves_what_is_carried_where_it_was(hands, texts):
    first, last = row_of(hands, 0), row_of(hands, 3)
    draw(first, margin(hands), last, QPoint(40, 2), drops=False)
    assert hands.window.page._gap.isVisible()
    hands.press("Escape")
    assert not hands.window.page._gap.isVisible()
    QTest.mouseRelease(first, LEFT, pos=first.mapFromGlobal(last.mapToGlobal(QPoint(40, 2))))
    assert hands.shown() == texts
    hands.type("x")
    assert hands.entry.text == f"{texts[3]}x"


def test_keys_do_nothing_while_an_entry_is_carried(hands, texts):
    first, last = row_of(hands, 0), row_of(hands, 3)
    draw(first, margin(hands), last, QPoint(40, 2), drops=False)
    hands.type("x")
    hands.press("Ctrl+Shift+Del")
    assert [text for _, text in hands.entries] == texts
    hands.press("Escape")


def test_what_is_let_go_outside_stays_where_it_was(hands, texts):
    first = row_of(hands, 0)
    draw(first, margin(hands), hands.window.status, QPoint(5, 5))
    assert hands.shown() == texts
    assert QApplication.overrideCursor() is None


def test_nothing_is_carried_where_nothing_may_be_changed(hands, texts, monkeypatch):
    monkeypatch.setattr(hands.window, "why_read_only", "the archive is open elsewhere")
    first = row_of(hands, 0)
    draw(first, margin(hands), row_of(hands, 3), QPoint(40, 2))
    assert hands.shown() == texts
    assert hands.window.status.said.text() == "The archive is open elsewhere."


def test_an_empty_entry_is_not_carried(hands, texts):
    hands.press("Return")
    row = hands.window.page._rows[hands.window.page.current_entry]
    draw(row, margin(hands), row_of(hands, 0), QPoint(40, 2))
    assert hands.shown() == [*texts, ""]


def test_who_moved_and_who_seconded_are_chosen_with_the_mouse(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That the sum be halved.")
    menus = hands.window.menus
    for name, who in (("Mover", "Cllr A Marsden"), ("Seconder", "Cllr R Teale")):
        menus.fill_entry()
        (menu,) = (each.menu() for each in menus.entry.actions() if each.text() == name)
        (choice,) = (each for each in menu.actions() if each.text() == who)
        choice.trigger()
    people = {line.person.id: line.person.name for line in hands.meeting.attendance}
    motion = hands.entry.facts
    assert people[motion.mover.person_id] == "Cllr A Marsden"
    assert people[motion.seconder.person_id] == "Cllr R Teale"
    assert hands.entry.text == "That the sum be halved."
    hands.press("Ctrl+Z")
    assert hands.entry.facts.seconder is None


def test_who_spoke_is_chosen_with_the_mouse_those_in_the_room_first(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.press("Ctrl+1")
    menus = hands.window.menus
    menus.fill_entry()
    (menu,) = (each.menu() for each in menus.entry.actions() if each.text() == "Who spoke")
    names = [each.text() for each in menu.actions()]
    here, away = names[: names.index("")], names[names.index("") + 1 : -2]
    assert "Cllr A Marsden" in here
    assert "Cllr J Okafor" in away
    assert names[-1] == "Nobody"
    next(each for each in menu.actions() if each.text() == "Cllr A Marsden").trigger()
    assert hands.text.words() == "Councillor Marsden asked "
    hands.type("why.")
    hands.press("Return")
    hands.press("Up")
    assert hands.entry.text == "Councillor Marsden asked why."
    commands = {each.full_name: each for each in hands.window.commands}
    commands["Entry: Who spoke"].run()
    menu = hands.window.do.entries.speakers
    assert menu.isVisible()
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Cllr A Marsden"]
    menu.close()
    next(each for each in menu.actions() if each.text() == "Cllr J Okafor").trigger()
    assert hands.entry.text == "Councillor Okafor asked why."
    hands.press("Ctrl+Z")
    assert hands.entry.text == "Councillor Marsden asked why."


def test_nobody_speaks_in_a_decision(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("d To note it.")
    commands = {each.full_name: each for each in hands.window.commands}
    commands["Entry: Who spoke"].run()
    assert not hands.window.do.entries.speakers.isVisible()
    assert hands.window.status.said.text() == "Nobody speaks in an entry of this kind."
    assert commands["Entry: Who spoke"].why_not() == "nobody speaks in an entry of this kind"
