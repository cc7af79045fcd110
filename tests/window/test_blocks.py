"""Several entries at once, and what goes through the clipboard."""

import sys
import time

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from test_dialogs import answering

from clerkapp.archive.archive import Archive
from clerkapp.meeting.copying import copied
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.ids import new_id
from clerkapp.window.field_keys import FieldKeys
from clerkapp.window.item.clipboard import ENTRIES

ACTION = "Report the exact locations to the Committee."


def selected(hands) -> list[str]:
    """The words of the rows that are shown as selected."""
    rows = sorted(hands.window.page._rows.values(), key=lambda row: row.y())
    return [row.entry.text for row in rows if row._selected]


def clip(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def clipped() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


# Which are selected


def test_shift_and_an_arrow_select_words_and_at_the_edge_whole_entries(hands):
    hands.press("Alt+2")
    hands.press("Up", 2)
    hands.press("Home")
    hands.press("Shift+Right", 3)
    assert (selected(hands), hands.text.textCursor().selectedText()) == ([], "The")
    hands.press("Shift+Up")
    texts = [text for _, text in hands.entries]
    assert selected(hands) == [texts[1]]
    assert not hands.text.textCursor().hasSelection()
    hands.press("Shift+Down")
    assert selected(hands) == texts[1:3]
    assert hands.window.page.current_entry == hands.item.entries[2].id
    assert hands.text.accessibleName() == "Action point, entry 3 of 4, selected"
    assert hands.window.status.place.text() == "Item 2 · 2 entries selected"
    hands.press("Shift+Up", 2)
    assert selected(hands) == texts[:2]


def test_shift_and_an_arrow_within_a_long_entry_select_lines_first(hands):
    hands.press("Alt+2")
    hands.type(" It is a long resolution that goes on to another line." * 3)
    hands.press("Shift+Up")
    assert selected(hands) == []
    assert hands.text.textCursor().hasSelection()


@pytest.mark.parametrize("keys", ["Escape", "x", "Up", "Alt+1", "Return"])
def test_escape_and_any_plain_key_end_the_block(hands, keys):
    hands.press("Alt+2")
    hands.press("Shift+Up", 2)
    assert len(selected(hands)) == 2
    hands.press(keys)
    assert selected(hands) == []
    assert "selected" not in hands.window.status.place.text()


def test_a_character_that_ends_the_block_is_typed_at_the_cursor(hands):
    hands.press("Alt+2")
    hands.press("Shift+Up", 2)
    hands.type("x")
    assert hands.entry.text == f"{ACTION}x"


def test_every_entry_of_the_item_is_selected_and_said(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.press("Ctrl+Shift+E")
    assert selected(hands) == [text for _, text in hands.entries]
    assert len(hands.window.do.blocks.edits().ids) == 4


def test_from_an_empty_entry_the_block_begins_beside_it(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.press("Shift+Up")
    assert selected(hands) == ["That the report be noted."]


def test_a_click_with_shift_selects_as_far_as_there(hands):
    hands.press("Alt+2")
    row = hands.window.page._rows[hands.item.entries[1].id]
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(row.text.viewport(), Qt.MouseButton.LeftButton, shift, QPoint(5, 5))
    assert len(selected(hands)) == 3
    row = hands.window.page._rows[hands.item.entries[2].id]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, shift, QPoint(5, 5))
    assert len(selected(hands)) == 2


# What is done to them


def test_a_block_is_moved_and_stays_selected(hands):
    hands.press("Alt+2")
    texts = [text for _, text in hands.entries]
    hands.press("Shift+Up", 2)
    hands.press("Alt+Up")
    assert hands.shown() == [texts[0], *texts[2:], texts[1]]
    assert selected(hands) == texts[2:]
    hands.press("Ctrl+Z")
    assert hands.shown() == texts


def test_the_kind_of_a_block_is_fixed(hands):
    hands.press("Alt+2")
    hands.press("Shift+Up", 3)
    hands.press("Ctrl+5")
    assert [e.kind for e in hands.item.entries[1:]] == [EntryKind.COMMENT] * 3
    assert len(selected(hands)) == 3
    hands.press("Ctrl+Z")
    assert hands.item.entries[1].kind is EntryKind.RESPONSE


@pytest.mark.parametrize("keys", ["Ctrl+Shift+Del", "Del", "Backspace"])
def test_a_block_is_deleted_and_comes_back(hands, keys):
    hands.press("Alt+2")
    before = hands.meeting
    hands.press("Shift+Up", 2)
    hands.press(keys)
    assert len(hands.entries) == 2
    assert hands.window.page.current_entry == hands.item.entries[1].id
    hands.press("Ctrl+Z")
    assert hands.meeting == before


def test_a_whole_item_is_deleted_and_an_empty_entry_waits(hands):
    hands.press("Alt+2")
    hands.press("Ctrl+Shift+E")
    hands.press("Del")
    assert hands.entries == []
    hands.type("Anew")
    assert hands.entries == [("note", "Anew")]


def test_a_block_is_sent_to_another_item(hands):
    hands.press("Alt+2")
    hands.press("Shift+Up", 2)
    hands.press("Alt+Shift+1")
    assert len(hands.entries) == 2
    assert [e.text for e in hands.meeting.items[0].entries][1:] == [
        ACTION,
        "That the report be noted.",
    ]
    assert hands.window.status.said.text() == "2 entries sent to item 1"


def test_a_block_is_kept_from_the_public(hands):
    def answer(dialog) -> None:
        dialog.exemption.is_exempt.setChecked(True)
        dialog.exemption.paragraph.setText("3")
        dialog.accept()

    hands.press("Alt+2")
    hands.press("Shift+Up", 2)
    answering(answer, [])
    hands.press("Ctrl+Shift+X")
    assert [e.exempt for e in hands.item.entries] == [None, None, Exempt("3"), Exempt("3")]


def test_an_entry_can_be_marked_exempt_before_its_words_are_typed(hands):
    def answer(dialog) -> None:
        dialog.exemption.is_exempt.setChecked(True)
        dialog.exemption.paragraph.setText("3")
        dialog.accept()

    hands.press("Alt+2")
    hands.press("Return")
    answering(answer, [])
    hands.press("Ctrl+Shift+X")
    assert hands.window.capture.entry_shown(hands.window.page.current_entry).exempt == Exempt("3")
    hands.type("The price was told.")
    assert hands.entry.exempt == Exempt("3")


def test_undo_gives_an_entry_without_words_the_kind_that_it_had_and_nothing_before_it(hands):
    hands.press("Alt+2")
    hands.type(" Once.")
    had = hands.entries
    hands.press("Return")
    guess = hands.window.page.current_kind
    hands.press("Ctrl+3")
    assert hands.window.page.current_kind is EntryKind.ACTION_POINT
    hands.press("Ctrl+Z")
    assert (hands.window.page.current_kind, hands.entries) == (guess, had)
    assert hands.window.status.said.text() == "Undid: the change to action point"
    hands.press("Ctrl+Y")
    assert hands.window.page.current_kind is EntryKind.ACTION_POINT


# The clipboard


def test_copied_entries_are_minutes_for_everybody_and_entries_for_clerkapp(hands, archive: Archive):
    hands.press("Alt+2")
    wanted = hands.item.entries
    hands.press("Ctrl+Shift+E")
    hands.press("Ctrl+C")
    assert clipped().text().startswith("• Members asked whether there was money in the budget")
    assert "RESOLVED: That the report be noted." in clipped().text()
    assert clipped().hasFormat(ENTRIES)
    other = copied(hands.meeting, new_id)
    archive.add(other)
    hands.window.open_meeting(other)
    hands.press("Alt+1")
    hands.press("Return")
    hands.press("Ctrl+V")
    made = hands.item.entries[1:]
    assert [(e.kind, e.text, e.time) for e in made] == [(e.kind, e.text, e.time) for e in wanted]
    officer = next(a.person for a in hands.meeting.attendance if a.person.code == "cdo")
    assert made[2].facts.owner.person_id == officer.id
    assert made[2].facts.due == wanted[2].facts.due
    assert not {e.id for e in made} & {e.id for e in wanted}
    hands.press("Ctrl+Z")
    assert hands.meeting == other


def test_a_block_is_cut_and_pasted_elsewhere(hands):
    hands.press("Alt+2")
    hands.press("Shift+Up", 2)
    hands.press("Ctrl+X")
    assert len(hands.entries) == 2
    hands.press("Alt+1")
    hands.press("Ctrl+V")
    assert [text for _, text in hands.entries][1:] == [ACTION, "That the report be noted."]
    assert hands.window.status.said.text() == "2 entries pasted"


def test_a_paste_goes_below_a_block_and_not_in_its_place(hands):
    hands.press("Alt+2")
    hands.press("Up")
    hands.press("Shift+Up", 2)
    hands.press("Ctrl+C")
    hands.press("Ctrl+V")
    texts = [text for _, text in hands.entries]
    assert len(texts) == 6
    assert texts[1:3] == texts[3:5]


def test_the_item_is_copied_as_the_public_minutes_print_it(hands):
    hands.press("Alt+2")
    hands.press("Ctrl+Shift+C")
    assert clipped().text().startswith("2. Digital progress update\n")
    assert hands.window.status.said.text() == "Item copied as text"
    hands.window.capture.set_exempt(hands.item.entries[3].id, Exempt("3"))
    hands.press("Ctrl+Shift+C")
    assert "be noted" not in clipped().text()
    assert b"be noted" not in bytes(clipped().data(ENTRIES).data())
    assert hands.window.status.said.text() == "Item copied without what is exempt"


def test_the_item_is_copied_for_modern_gov_as_html_and_as_text(hands):
    hands.press("Alt+2")
    hands.window.do.blocks.copy_for_modern_gov()
    assert "be noted" in clipped().html()
    assert "class=" not in clipped().html()
    assert "<p>" in clipped().html()
    assert clipped().text().startswith("2. Digital progress update\n")
    assert hands.window.status.said.text() == "Item copied for ModernGov"
    hands.window.capture.set_exempt(hands.item.entries[3].id, Exempt("3"))
    hands.window.do.blocks.copy_for_modern_gov()
    assert "be noted" not in clipped().html() + clipped().text()
    assert hands.window.status.said.text() == "Item copied without what is exempt"


def test_paragraphs_become_entries_in_one_step(hands):
    hands.press("Alt+2")
    hands.press("Return")
    before = hands.meeting
    clip(
        "ignored by the side of the page",
        "<ul><li>Members asked why.</li><li>The Head of Legal confirmed that it was so.</li></ul>"
        "<p>ignored by the side of the page</p>",
    )
    hands.press("Ctrl+V")
    assert hands.entries[4:] == [
        ("question", "Members asked why."),
        ("response", "The Head of Legal confirmed that it was so."),
        ("note", "ignored by the side of the page"),
    ]
    assert hands.shown() == [text for _, text in hands.entries]
    hands.press("Ctrl+Z")
    assert hands.meeting == before


def test_a_paste_in_the_middle_splits_the_entry_and_replaces_what_is_selected(hands):
    hands.press("Alt+2")
    hands.press("Home")
    hands.press("Ctrl+Right")
    hands.press("Ctrl+Shift+Right")
    clip("One\nTwo")
    hands.press("Ctrl+V")
    assert [text for _, text in hands.entries][3:] == ["That", "One", "Two", "report be noted."]
    assert (hands.entry.text, hands.text.cursor_position()) == ("Two", 3)


def test_one_paragraph_goes_into_the_words(hands):
    hands.press("Alt+2")
    clip("\u00a0in\u00adternet\x92s, soft and \n")
    hands.press("Home")
    hands.press("Ctrl+V")
    hands.type("x")
    assert hands.entry.text == " internet’s, soft and xThat the report be noted."
    hands.press("Ctrl+Z", 2)
    assert hands.entry.text == "That the report be noted."


def clip_page(html: str) -> None:
    """As a program copies that gives a page and no plain text beside it."""
    data = QMimeData()
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def test_a_page_alone_is_pasted_like_any_other_words_in_one_step(hands):
    hands.press("Alt+2")
    before = hands.entries
    clip_page("<p>, and <b>that</b> Members be told</p>")
    hands.press("End")
    hands.press("Ctrl+V")
    assert hands.entry.text == "That the report be noted., and that Members be told"
    hands.press("Ctrl+Z")
    assert hands.entries == before
    clip_page("<ul><li>Members asked why.</li><li>The Chair replied.</li></ul>")
    hands.press("Return")
    hands.press("Ctrl+V")
    assert hands.entries[4:] == [("question", "Members asked why."),
                                 ("response", "The Chair replied.")]  # fmt: skip
    hands.press("Ctrl+Z")
    assert hands.entries == before


def test_a_picture_that_is_pasted_takes_no_selected_words_away(hands):
    hands.press("Alt+2")
    clip_page('<img src="crest.png">')
    hands.press("Ctrl+A")
    hands.press("Ctrl+V")
    assert hands.entry.text == "That the report be noted."
    assert hands.window.status.said.text() == "There are no words to paste."


def test_a_page_alone_is_pasted_into_a_title_and_into_the_fields_of_a_dialog(hands, qapp, qtbot):
    pages = FieldKeys(qapp)
    clip_page("<p>Budget<br>2026</p><p>to 2027</p>")
    hands.press("Alt+2")
    hands.window.agenda.rename(hands.item.id)
    hands.press("Ctrl+A")
    hands.press("Ctrl+V")
    assert hands.item.title == "Budget 2026 to 2027"
    notes = QPlainTextEdit()
    qtbot.addWidget(notes)
    with qtbot.waitActive(notes):
        notes.show()
        notes.activateWindow()
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert notes.toPlainText() == "Budget\n2026\nto 2027"
    clip("as ever")
    QTest.keyClick(notes, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert notes.toPlainText() == "Budget\n2026\nto 2027as ever"
    shiboken6.delete(pages)


@pytest.mark.skipif(sys.platform == "darwin", reason="Alt types letters of their own there")
def test_a_letter_with_alt_that_no_command_has_is_typed_nowhere(hands, qapp):
    keys = FieldKeys(qapp)
    hands.press("Alt+2")
    was = hands.entry.text
    text = hands.window.page.current_text
    for held in (Qt.KeyboardModifier.AltModifier,
                 Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier):  # fmt: skip
        QTest.keyClick(text, Qt.Key.Key_Q, held)
    assert hands.entry.text == was
    third = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
    QCoreApplication.sendEvent(text, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, third, "@"))
    hands.type("q")
    assert hands.entry.text == f"{was}@q"
    shiboken6.delete(keys)


def test_words_copied_here_keep_their_line_breaks_in_one_entry(hands):
    hands.press("Alt+2")
    hands.press("Shift+Return")
    hands.type("£5\u00a0million")
    hands.press("Ctrl+A")
    hands.press("Ctrl+C")
    hands.press("Ctrl+End")
    hands.press("Ctrl+V")
    words = "That the report be noted.\n£5\u00a0million"
    assert (hands.entry.text, len(hands.entries)) == (words * 2, 4)


def test_the_menu_copies_cuts_and_pastes_words_too(hands):
    hands.press("Alt+2")
    hands.press("Ctrl+A")
    hands.window.do.blocks.cut()
    assert hands.entry.text == ""
    hands.window.do.blocks.paste()
    assert hands.entry.text == "That the report be noted."
    hands.press("Ctrl+A")
    hands.window.do.blocks.copy()
    assert clipped().text() == "That the report be noted."


def test_two_hundred_paragraphs_are_pasted_within_the_time_of_a_glance(hands):
    hands.press("Alt+2")
    clip("Members asked whether there was money in the budget for recruitment.\n" * 200)
    start = time.perf_counter()
    hands.press("Ctrl+V")
    QApplication.processEvents()
    took = time.perf_counter() - start
    print(f"\n200 paragraphs in {took * 1000:.0f} ms")
    assert len(hands.entries) == 204
    assert hands.shown() == [text for _, text in hands.entries]


# By a page


def test_page_up_and_down_go_through_the_entries(hands):
    hands.press("Alt+2")
    clip("Members asked whether there was money in the budget for recruitment.\n" * 60)
    hands.press("Ctrl+V")
    ids = [entry.id for entry in hands.item.entries]
    at = ids.index(hands.entry.id)
    hands.press("PgUp")
    up = ids.index(hands.entry.id)
    assert 3 < at - up < 30
    hands.press("PgDown")
    assert abs(ids.index(hands.entry.id) - at) <= 1
    hands.press("PgUp", 12)
    assert hands.entry.id == ids[0]
    hands.press("PgDown", 12)
    assert hands.entry.id == ids[-1]


def test_what_is_dropped_on_another_entry_goes_there(hands):
    hands.press("Alt+2")
    first = hands.item.entries[0]
    row = hands.window.page._rows[first.id]
    row.text.set_cursor(len(first.text))
    for words in (" So.", "One\nTwo"):
        data = QMimeData()
        data.setText(words)
        row.text.insertFromMimeData(data)
    assert [text for _, text in hands.entries][:3] == [f"{first.text} So.", "One", "Two"]


def test_pasted_entries_stand_as_high_as_their_words_need(hands):
    clip("Members asked why the bus was late.\nThe Head of Legal confirmed that it was.\n" * 12)
    hands.press("Alt+1")
    for keys in ("Ctrl+V", "Alt+2", "Alt+1", "Ctrl+V"):  # at last the page need not be placed anew
        hands.press(keys)
    rows = [hands.window.page._rows[entry.id] for entry in hands.item.entries]
    assert [row.height() for row in rows] == [row.arrange(row.width()) for row in rows]


def test_no_cursor_stays_where_something_was_pasted(hands):
    hands.press("Alt+2")
    row = hands.window.page._rows[hands.entry.id]
    hands.press("Up")
    before = row.grab().toImage()
    hands.press("Down")
    hands.press("End")
    clip("One\nTwo")
    hands.press("Ctrl+V")
    assert hands.window.page.current_entry != row.entry.id
    assert row.grab().toImage() == before
