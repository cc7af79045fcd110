"""The agenda: jump, add, rename, reorder, delete; its model as Qt wants a model."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from test_dialogs import answering

from clerkapp.meeting.entries import EntryKind
from clerkapp.notation.reading import read_notation
from clerkapp.window.agenda.agenda_model import AgendaModel, agenda_lines
from clerkapp.window.look.lines import Line, LinesModel


def test_the_model_is_one_that_qt_accepts(hands, qtmodeltester):
    model = AgendaModel()
    model.show_lines(agenda_lines(hands.meeting))
    qtmodeltester.check(model)
    model.show_lines(agenda_lines(hands.meeting)[:1])
    qtmodeltester.check(model)


def test_lines_to_read_are_a_model_that_qt_accepts(qtmodeltester):
    model = LinesModel()
    model.show_lines((Line("Members", is_heading=True), Line("Cllr A", aside="Chair")))
    qtmodeltester.check(model)


def test_alt_and_a_digit_jump_and_remember_nothing_typed(hands):
    before = hands.meeting
    hands.press("Alt+2")
    assert hands.window.page.item_id == hands.meeting.items[1].id
    hands.press("Ctrl+PgUp")
    assert hands.window.page.item_id == hands.meeting.items[0].id
    hands.press("Alt+9")
    assert hands.window.page.item_id == hands.meeting.items[0].id
    assert hands.meeting is before


def test_a_new_item_is_named_and_written_in(hands):
    hands.press("Alt+1")
    hands.press("Ctrl+Shift+N")
    assert isinstance(hands.focus, QLineEdit)
    hands.focus.selectAll()
    hands.type("Urgent business")
    hands.press("Return")
    assert [item.title for item in hands.meeting.items][1] == "Urgent business"
    hands.type("There was none.")
    assert hands.meeting.items[1].entries[0].text == "There was none."


def test_an_item_is_renamed(hands):
    hands.press("Alt+2")
    hands.press("F2")
    hands.focus.selectAll()
    hands.type("Digital update")
    hands.press("Return")
    assert hands.meeting.items[1].title == "Digital update"
    assert "Digital update" in hands.window.page._title.text()
    hands.press("Ctrl+Z")
    assert hands.meeting.items[1].title == "Digital progress update"


def test_a_title_is_in_the_record_while_it_is_typed_and_esc_gives_it_back(hands, archive):
    hands.press("Alt+2")
    hands.press("F2")
    hands.focus.selectAll()
    hands.type("Digital upda")
    assert hands.meeting.items[1].title == "Digital upda"
    archive.settle()
    assert archive.read(hands.meeting.id).items[1].title == "Digital upda"
    hands.press("Escape")
    assert hands.meeting.items[1].title == "Digital progress update"


def test_what_is_typed_at_once_behind_a_title_is_not_in_it(hands):
    hands.press("Alt+2")
    hands.press("F2")
    field = hands.focus
    for key in (
        Qt.Key.Key_X,
        Qt.Key.Key_Return,
        Qt.Key.Key_Z,
        Qt.Key.Key_Z,
    ):  # no turn of the loop between
        QTest.keyClick(field if field.isVisible() else QApplication.focusWidget(), key)
    assert hands.meeting.items[1].title == "x"
    assert "zz" in hands.text.toPlainText()


def test_a_long_number_stands_clear_of_the_titles(hands):
    def title_left() -> int:
        hands.press("F2")
        left = hands.focus.x()
        hands.press("Escape")
        return left

    before = title_left()
    item = hands.meeting.items[0]
    hands.window.capture.describe_item(item.id, replace(item, number="PLA148/25"))
    hands.window._refresh_around()
    number = hands.window.fontMetrics().horizontalAdvance("PLA148/25")
    assert title_left() > max(before, number)
    hands.press("Ctrl+Z")
    hands.window._refresh_around()
    assert title_left() == before


def test_escape_in_a_title_leaves_it_and_goes_back_to_the_words(hands):
    hands.press("Alt+2")
    before, words = hands.meeting, hands.focus
    hands.press("F2")
    hands.type("Digital")
    hands.press("Escape")
    assert hands.focus is words
    assert hands.meeting == before


def test_a_title_that_is_typed_outlives_the_count_of_a_new_entry(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("Noted.")
    hands.press("F2")
    hands.focus.selectAll()
    hands.type("Digital update")
    hands.window._refresh_around()
    hands.press("Return")
    assert hands.meeting.items[1].title == "Digital update"


def test_what_stands_for_a_title_is_not_taken_for_one(hands):
    hands.window.capture.rename_item(hands.meeting.items[0].id, "")
    hands.press("Alt+1")  # the item that is now numbered 1, below it
    hands.press("Ctrl+PgUp")
    assert hands.window.agenda.model.index(0).data() == "Before the first item"
    hands.press("F2")
    assert hands.focus.text() == ""
    hands.press("Return")
    assert hands.meeting.items[0].title == ""


def test_the_agenda_follows_the_clerk_and_not_the_last_key_typed(hands):
    hands.press("Alt+1")
    hands.type("x")
    hands.press("F6")
    hands.press("Down")
    hands.window._refresh_around()
    view = hands.window.agenda.view
    assert view.currentIndex().row() == 1
    hands.press("Escape")
    assert view.currentIndex().row() == 0


def test_items_change_places_and_their_numbers_follow(hands):
    hands.press("Alt+2")
    item = hands.window.page.item_id
    hands.press("Ctrl+Shift+Up")
    assert hands.meeting.items[0].id == item
    assert hands.window.page._title.text().startswith("1")
    assert hands.window.agenda.view.currentIndex().row() == 0
    hands.press("Ctrl+Shift+Up")
    assert hands.meeting.items[0].id == item


def test_a_deleted_item_comes_back(hands):
    hands.press("Alt+2")
    before = hands.meeting
    hands.window.do.items.delete()
    assert len(hands.meeting.items) == 1
    assert hands.window.page.item_id == hands.meeting.items[0].id
    hands.press("Ctrl+Z")
    assert hands.meeting == before


def test_without_any_item_the_page_says_what_to_do(hands):
    hands.window.do.items.delete()
    hands.window.do.items.delete()
    assert hands.meeting.items == ()
    assert "Ctrl+Shift+N" in hands.window.page._about.text()
    hands.window.do.items.delete()
    hands.window.undo()
    assert len(hands.meeting.items) == 1


def test_without_any_item_the_keys_of_an_entry_do_nothing(hands):
    for _ in range(2):
        hands.window.do.items.delete()
    hands.window.do.entries.set_kind(EntryKind.QUESTION)
    hands.window.do.entries.delete()
    hands.window.do.entries.send(1)
    assert hands.meeting.items == ()


def test_undo_of_a_new_last_item_goes_to_the_one_above(hands):
    hands.press("Alt+2")
    before = hands.meeting
    hands.window.do.items.add()
    hands.press("Escape")
    hands.window.undo()
    assert hands.meeting == before
    assert hands.window.page.item_id == before.items[1].id
    hands.window.page.return_to_words()
    assert hands.text.toPlainText() == before.items[1].entries[-1].text


def test_a_title_that_becomes_longer_pushes_the_entries_down(hands):
    hands.press("Alt+2")
    page = hands.window.page
    row, title = page._rows[hands.entry.id], page._title
    top, height = row.y(), title.height()
    hands.window.do.items.give_title(page.item_id, "Digital progress update " * 4)
    assert title.height() > height
    assert row.y() == top + title.height() - height
    hands.press("Ctrl+Z")
    assert row.y() == top


def test_the_agenda_says_what_has_happened(hands):
    first, second = agenda_lines(hands.meeting)
    assert (first.about, second.about) == ("1 entry", "Resolved · 1 action point")
    assert second.done


@pytest.mark.parametrize(
    ("entries", "about"),
    [
        ("v for 7 against 0 abstained 1\n= That it be approved.", "Resolved · 7–0–1"),
        ("v for 5 against 4\n= [deferred] To May.", "Deferred · 5–4"),
        ("v unanimous\n> Council: That it be adopted.", "Recommended · unanimous"),
        ("v for 7\n= [noted] The report.\na Write.", "Noted · 1 action point"),
        (
            (
                "m That it be approved.\nv for 6 against 1\n= That it be approved.\n"
                "m That it be sent to Council.\nm+ Add “in May”.\nv for 3 against 4"
            ),
            "Resolved · 6–1",
        ),
        ("i Cllr A Ash: as a trustee\n+ Cllr B Bay", "2 entries · 1 declared"),
        ("Nothing came of it.\nv for 2 against 3", "2 entries"),
        ("i\na\nn\ni Cllr A Ash: as a trustee", "1 entry · 1 declared"),
        ("i", ""),
    ],
)
def test_the_agenda_says_how_an_item_came_out_and_with_which_votes(entries, about):
    meeting = read_notation(f"Date: 2026-03-05\n\n# 1. Budget\n{entries}\n").meeting
    assert [line.about for line in agenda_lines(meeting)] == [about]


def add_items(hands, *titles: str) -> None:
    for title in titles:
        hands.window.capture.add_item(title)


def test_keys_act_on_the_highlighted_item_while_the_agenda_has_the_focus(hands):
    add_items(hands, "Third", "Fourth")
    hands.press("Alt+1")
    hands.press("Ctrl+G")
    hands.press("Down", 2)
    third = hands.meeting.items[2].id
    hands.press("Ctrl+Shift+Up")
    assert hands.meeting.items[1].id == third
    assert hands.window.agenda.highlighted == third
    hands.press("Ctrl+Shift+Down")
    assert hands.meeting.items[2].id == third
    hands.press("F2")
    hands.focus.selectAll()
    hands.type("Renamed")
    hands.press("Return")
    assert [item.title for item in hands.meeting.items][2:] == ["Renamed", "Fourth"]
    hands.press("Ctrl+G")
    hands.press("Down")
    seen = []

    def answer(dialog) -> None:
        seen.append(dialog.title.text())
        dialog.reject()

    answering(answer, [])
    hands.press("F4")
    assert seen == [hands.meeting.items[1].title]


def test_a_later_item_is_taken_now_from_the_agenda(hands):
    add_items(hands, "Third", "Fourth")
    before = hands.meeting
    hands.press("Alt+1")
    hands.press("Ctrl+G")
    hands.press("Down", 3)
    hands.press("Ctrl+Shift+J")
    assert [item.title for item in hands.meeting.items][1] == "Fourth"
    assert hands.window.page._title.text().startswith("4")
    said = "The order of business was varied so that item 4 was considered next."
    assert hands.meeting.items[0].entries[-1].text == said
    hands.type("x")
    assert hands.entries == [("note", "x")]
    hands.press("Ctrl+Z", 2)
    assert hands.meeting == before


def test_which_item_is_taken_now_is_asked_in_the_words(hands):
    add_items(hands, "Third", "Fourth")
    hands.press("Alt+1")

    def answer(dialog) -> None:
        assert dialog.view.lines.rowCount() == 3
        dialog.words.setText("four")
        dialog._on_accepted()

    answering(answer, [])
    hands.press("Ctrl+Shift+J")
    assert hands.item.title == "Fourth"
    hands.press("Alt+3")  # by its number: it stands last now
    assert hands.item.title == "Third"
    hands.press("Ctrl+Shift+J")
    assert hands.window.status.said.text() == "No item stands later."


def test_an_entry_is_parked_in_any_item(hands):
    add_items(hands, "Third", "Fourth")
    hands.press("Alt+2")
    last = hands.entry.id

    def answer(dialog) -> None:
        dialog.words.setText("3")
        dialog._on_accepted()

    answering(answer, [])
    hands.press("Ctrl+Shift+G")
    assert [entry.id for entry in hands.meeting.items[2].entries] == [last]
    assert hands.window.status.said.text() == "Sent to item 3"
    hands.press("Shift+Up", 2)
    answering(answer, [])
    hands.press("Alt+Shift+0")
    assert len(hands.meeting.items[2].entries) == 3
