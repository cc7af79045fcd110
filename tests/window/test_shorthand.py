"""Codes, stock sentences and earlier wording, typed into the real window."""

from functools import partial

from hands import Hands
from meetings import brookmere
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from test_dialogs import answering

from clerkapp.archive.shorthand import own_shorthand
from clerkapp.meeting import edits
from clerkapp.meeting.copying import copied
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.ids import new_id
from clerkapp.window.item.code_dialog import CodeDialog
from clerkapp.window.item.shorthand_dialog import ShorthandDialog
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings
from clerkapp.wording.shorthand import Shorthand


def begin(hands) -> None:
    """Opens an empty entry at the end of the second item."""
    hands.press("Alt+2")
    hands.press("Return")


def test_a_code_and_a_blank_become_the_words(hands):
    begin(hands)
    hands.type("mq why cdo did, and ")
    assert hands.entry.text == "Members questioned why the Chief Digital Officer did, and "
    assert hands.text.words() == hands.entry.text
    assert hands.text.cursor_position() == len(hands.entry.text)
    assert hands.entry.kind == "question"


def test_one_undo_gives_the_code_back_with_the_cursor_behind_it(hands):
    begin(hands)
    hands.type("seen by cdo ")
    hands.press("Ctrl+Z")
    assert hands.window.status.said.text() == "Undid: “cdo” written out"
    assert hands.text.words() == hands.entry.text == "seen by cdo "
    hands.type("x")
    assert hands.entry.text == "seen by cdo x"


def test_a_code_in_the_middle_of_an_entry_leaves_the_cursor_behind_it(hands):
    begin(hands)
    QApplication.clipboard().setText("🗳️ It was decided")
    hands.press("Ctrl+V")
    hands.text.set_cursor(10)
    hands.type("cdo,x")
    assert hands.entry.text == "🗳️ It was the Chief Digital Officer,xdecided"


def test_the_welsh_stock_is_there_once_the_committee_has_a_welsh_name(hands):
    begin(hands)
    hands.type("gya why. ")
    heading = replace(hands.meeting.heading, committee="Pwyllgor Craffu")
    hands.window.capture.session.apply(lambda m: replace(m, heading=heading), "the details")
    hands.type("gya a oedd arian. ;;brys")
    hands.press("Return")
    assert hands.entry.text == (
        "gya why. Gofynnodd yr Aelodau a oedd arian. Nid oedd unrhyw eitemau brys."
    )


def test_a_new_line_ends_a_code_too(hands):
    begin(hands)
    hands.type("by cdo")
    hands.press("Shift+Return")
    hands.type("x")
    assert hands.entry.text == "by the Chief Digital Officer\nx"


def test_pasted_codes_and_those_of_an_input_method_stay(hands):
    begin(hands)
    QApplication.clipboard().setText("by cdo ")
    hands.press("Ctrl+V")
    assert hands.entry.text == "by cdo "
    QApplication.sendEvent(hands.text, QInputMethodEvent("mq ", []))
    assert hands.text.is_composing
    assert hands.entry.text == "by cdo "
    done = QInputMethodEvent("", [])
    done.setCommitString("mq ")
    QApplication.sendEvent(hands.text, done)
    assert hands.entry.text == "by cdo mq "


# A person's own


def test_selected_words_get_a_code_in_two_keys_and_enter(hands, archive):
    begin(hands)
    hands.type("the Long Term Plan")
    hands.press("Ctrl+Shift+Left", 4)
    said = []

    def answer(dialog: CodeDialog) -> None:
        QTest.keyClicks(dialog.field, "cdo")
        said.append(dialog.said.text())
        dialog.field.clear()
        QTest.keyClicks(dialog.field, "l t")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        said.append(dialog.said.text())
        dialog.field.clear()
        QTest.keyClicks(dialog.field, "ltp")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    seen = []
    answering(answer, seen)
    hands.press("Ctrl+B")
    assert seen == ["CodeDialog"]
    assert said == ["It now stands for “the Chief Digital Officer”.",
                    "A code is letters and digits alone, without a blank."]  # fmt: skip
    assert hands.window.status.said.text() == "“ltp” now stands for “the Long Term Plan”."
    assert archive.settle()
    assert own_shorthand(archive) == Shorthand({"ltp": "the Long Term Plan"})
    hands.press("End")
    hands.type(". Of ltp ")
    assert hands.entry.text == "the Long Term Plan. Of the Long Term Plan "


def test_a_code_on_the_lists_of_the_meeting_wins_and_that_is_said(hands):
    begin(hands)
    hands.type("the Plan")
    hands.press("Ctrl+Shift+Left", 2)

    def answer(dialog: CodeDialog) -> None:
        dialog.field.setText("CDO")
        dialog._on_accepted()

    answering(answer, [])
    hands.press("Ctrl+B")
    assert hands.window.status.said.text() == (
        "In this meeting “cdo” stays “the Chief Digital Officer”: it is on the lists."
    )


def test_without_a_selection_nothing_is_asked(hands):
    begin(hands)
    hands.press("Ctrl+B")
    assert hands.window.status.said.text().startswith("Select the words first")


def test_own_shorthand_is_seen_changed_added_to_and_deleted(hands, archive):
    had = Shorthand({"aa": "one", "bb": "two"}, {"mine": "It is {time}."})
    hands.window.do.shorthand._take(had)
    seen, said = [], []

    def answer(dialog: ShorthandDialog) -> None:
        table = dialog.table
        rows = [dialog._row(n) for n in range(table.rowCount())]
        seen.extend(rows)
        table.setCurrentCell(0, 0)
        QTest.keyClick(table, Qt.Key.Key_Delete)
        table.item(0, 1).setText("three")
        table.item(2, 0).setText("c c")
        table.item(2, 1).setText("four")
        dialog._on_accepted()
        said.append(dialog.said.text())
        table.item(2, 0).setText("cc")
        dialog._on_accepted()

    answering(answer, [])
    hands.window.do.shorthand.show()
    assert seen[:4] == [("aa", "one"), ("bb", "two"), (";;mine", "It is {time}."), ("", "")]
    assert ("mq", "Members questioned") in seen
    assert ("cdo", "the Chief Digital Officer") in seen
    assert "letters and digits" in said[0]
    assert archive.settle()
    assert own_shorthand(archive) == Shorthand(
        {"bb": "three", "cc": "four"}, {"mine": "It is {time}."}
    )
    begin(hands)
    hands.type("cc aa.")
    assert hands.entry.text == "Four aa."


def test_own_shorthand_is_in_force_at_the_next_start(qtbot, archive):
    archive.keep_shorthand(Shorthand({"zz": "the last of all"}))
    assert archive.settle()
    window = MainWindow(archive, Settings(archive.path))
    meeting = copied(brookmere(), new_id)
    archive.add(meeting)
    window.open_meeting(meeting)
    window.show()
    qtbot.waitExposed(window)
    hands = Hands(window, qtbot)
    begin(hands)
    hands.type("zz ")
    assert hands.entry.text == "The last of all "
    window.close()
    window.deleteLater()


# Earlier wording


def test_an_earlier_sentence_is_offered_and_tab_takes_it_as_one_step(hands):
    begin(hands)
    hands.qtbot.waitUntil(lambda: len(hands.window.page.aids.earlier) > 3)
    hands.type("Mem")
    assert hands.text.offered == "bers asked whether there was money in the budget for recruitment."
    assert hands.entry.text == "Mem"
    hands.press("Tab")
    whole = "Members asked whether there was money in the budget for recruitment."
    assert hands.entry.text == hands.text.words() == whole
    assert hands.entry.kind == "question"
    assert hands.text.cursor_position() == len(whole)
    hands.type(" Or")
    hands.press("Ctrl+Z", 2)
    assert hands.entry.text == "Mem"
    hands.press("Ctrl+Shift+Z")
    assert hands.entry.text == whole


def test_typing_on_ignores_what_is_offered(hands):
    begin(hands)
    hands.qtbot.waitUntil(lambda: len(hands.window.page.aids.earlier) > 3)
    hands.type("Members noted")
    assert hands.text.offered == ""
    assert hands.entry.text == "Members noted"


def test_tab_moves_on_where_nothing_is_offered(hands):
    begin(hands)
    hands.type("Xyz")
    here = hands.focus
    hands.press("Tab")
    assert hands.focus is not here
    assert hands.entries[-1][1] == "Xyz"


def test_nothing_is_offered_within_words_or_while_composing(hands):
    begin(hands)
    hands.qtbot.waitUntil(lambda: len(hands.window.page.aids.earlier) > 3)
    hands.type("Mem")
    assert hands.text.offered
    QApplication.sendEvent(hands.text, QInputMethodEvent("b", []))
    assert hands.text.offered == ""
    QApplication.sendEvent(hands.text, QInputMethodEvent("", []))
    hands.press("Left")
    assert hands.text.offered == ""
    hands.press("End")
    hands.type("b")
    assert hands.text.offered
    hands.press("Up")
    assert hands.window.page._rows[hands.window.page._shown[-1].id].text.offered == ""


def test_what_was_just_written_is_offered_once_it_is_left(hands):
    begin(hands)
    hands.type("Nobody knew the answer.")
    hands.press("Return")
    hands.type("Nob")
    assert hands.text.offered == "ody knew the answer."


def test_what_is_exempt_is_never_offered(hands):
    begin(hands)
    hands.type("Nobody knew the secret.")
    exempt = partial(edits.set_item_exempt, item_id=hands.item.id, exempt=Exempt("3"))
    hands.window.capture.session.apply(exempt, "the exemption")
    hands.press("Return")
    hands.type("Nob")
    assert hands.text.offered == ""


def test_earlier_wording_is_switched_off_and_stays_so(hands):
    begin(hands)
    hands.qtbot.waitUntil(lambda: len(hands.window.page.aids.earlier) > 3)
    hands.window.do.shorthand.offer_wording()
    assert hands.window.status.said.text() == "Earlier wording is not offered."
    hands.type("Mem")
    assert hands.text.offered == ""
    assert not Settings(hands.window._archive.path).offers_wording
    hands.window.do.shorthand.offer_wording()
    hands.qtbot.waitUntil(lambda: len(hands.window.page.aids.earlier) > 3)
    hands.type("b")
    assert hands.text.offered


# Stock sentences


def listed(hands) -> list[str]:
    """What the open list shows."""
    view = hands.window.page.aids.choices.view
    return [line.words for line in view.lines.lines] if view and view.isVisible() else []


def test_two_semicolons_open_the_stock_sentences_and_enter_puts_one_in(hands):
    begin(hands)
    hands.type(";;")
    assert len(listed(hands)) > 10
    hands.type("noted")
    assert listed(hands) == ["That the report be noted."]
    hands.press("Return")
    assert hands.entry.text == hands.text.words() == "That the report be noted."
    assert hands.text.cursor_position() == len(hands.entry.text)
    assert listed(hands) == []
    hands.press("Ctrl+Z")
    assert hands.text.words() == hands.entry.text == ";;noted"
    assert listed(hands) == []


def test_the_arrows_choose_and_the_first_blank_is_ready_to_be_filled(hands):
    begin(hands)
    hands.type("It was late. ;;it was")
    lines = listed(hands)
    assert len(lines) > 1
    at = lines.index("It was moved by … and seconded by ….")
    hands.press("Down", at)
    hands.press("Tab")
    assert hands.entry.text == "It was late. It was moved by … and seconded by …."
    assert hands.text.selected_words() == "…"
    hands.type("cdo ")
    hands.press("Backspace")
    hands.press("Tab")
    assert hands.text.selected_words() == "…"
    hands.type("Councillor Marsden")
    assert hands.entry.text == (
        "It was late. It was moved by the Chief Digital Officer and seconded by Councillor Marsden."
    )
    hands.press("Tab")
    assert hands.text.cursor_position() == len(hands.entry.text)
    here = hands.focus
    hands.press("Tab")
    assert hands.focus is not here


def test_a_place_is_filled_from_the_meeting(hands):
    begin(hands)
    hands.type(";;chair took")
    assert listed(hands) == ["Councillor Banerjee took the chair."]
    hands.press("Return")
    assert hands.entry.text == "Councillor Banerjee took the chair."


def test_escape_leaves_what_was_typed(hands):
    begin(hands)
    hands.type(";;n")
    hands.press("Escape")
    assert listed(hands) == []
    hands.type("o")
    assert hands.entry.text == ";;no"
    assert listed(hands) == []


def test_the_list_closes_when_the_semicolons_or_the_entry_are_left(hands):
    begin(hands)
    hands.type("x;;")
    assert listed(hands)
    hands.press("Backspace")
    assert listed(hands) == []
    hands.type(";")
    assert listed(hands)
    hands.press("Ctrl+Z")
    assert listed(hands) == []
    hands.type("y;;")
    assert listed(hands)
    hands.press("F6")
    assert listed(hands) == []


def test_where_nothing_fits_enter_is_what_it_always_is(hands):
    begin(hands)
    before = len(hands.entries)
    hands.type(";;xyz")
    assert listed(hands) == []
    hands.press("Return")
    hands.type("next")
    assert hands.entries[before:] == [("note", ";;xyz"), ("note", "next")]


def test_a_sentence_is_chosen_by_the_mouse(hands):
    begin(hands)
    hands.type(";;noted")
    view = hands.window.page.aids.choices.view
    hands.click(view.viewport(), view.visualRect(view.lines.index(0)).center())
    assert hands.entry.text == "That the report be noted."
    assert hands.focus is hands.text


def test_own_sentences_are_in_the_list(hands):
    hands.window.do.shorthand._take(Shorthand({}, {"mine": "It is {nothing}."}))
    begin(hands)
    hands.type(";;mine")
    assert listed(hands) == ["It is …."]


def test_codes_stay_while_a_sentence_is_looked_for(hands):
    begin(hands)
    hands.type(";;ma ")
    assert hands.entry.text == ";;ma "


# People and items


def test_an_at_sign_names_somebody_and_a_number_sign_an_item(hands):
    begin(hands)
    hands.type("Thanks went to @mars")
    assert listed(hands)[0] == "Cllr A Marsden"
    hands.press("Return")
    assert hands.entry.text == "Thanks went to Councillor Marsden"
    hands.type(" for #dig")
    hands.press("Tab")
    assert hands.entry.text == "Thanks went to Councillor Marsden for item 2"
    hands.press("Ctrl+Z")
    assert hands.text.words() == "Thanks went to Councillor Marsden for #dig"
    assert not listed(hands)


def test_a_sentence_may_begin_with_whoever_is_chosen(hands):
    begin(hands)
    hands.type("@cdo")
    hands.press("Return")
    assert hands.entry.text == "The Chief Digital Officer"


def test_a_sign_that_stands_for_itself_stays_and_is_in_nobodys_way(hands):
    begin(hands)
    for words in ("@ home", "jo@parish.example", "# 4", "pitch #zz"):
        hands.type(words)
        assert not listed(hands)
        assert hands.text.words() == words
        hands.press("Return")
        assert [text for _, text in hands.entries][-1] == words
    hands.type("@mars")
    hands.press("Esc")
    assert not listed(hands)
    assert hands.text.words() == "@mars"


def test_the_owner_of_an_action_point_is_not_offered_a_list(hands):
    begin(hands)
    hands.type("a Write @cdo")
    assert not listed(hands)
    hands.press("Return")
    assert [e.facts.owner for e in hands.item.entries if e.text == "Write"] != [None]
