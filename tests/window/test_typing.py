"""Typing into the real window: entries, kinds, structure, undo, and that the disk follows."""

import datetime as dt
from functools import partial

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from clerkapp.meeting import edits
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import entry_of
from clerkapp.window.item.entry_text import EntryText
from clerkapp.window.item.kind_names import KIND_KEYS
from clerkapp.window.item.row_picture import kind_rect

QUESTION = "Members asked whether there was money in the budget for recruitment."


def test_typing_goes_on_after_the_last_entry(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("Members asked why.")
    hands.press("Return")
    hands.type("The Chief Digital Officer confirmed that it was so.")
    assert hands.entries[-2:] == [
        ("question", "Members asked why."),
        ("response", "The Chief Digital Officer confirmed that it was so."),
    ]
    assert hands.shown() == [text for _, text in hands.entries]


def test_every_key_is_on_the_disk_when_the_window_says_so(hands, archive):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("Noted.")
    assert archive.settle()
    assert archive.read(hands.meeting.id) == hands.meeting
    hands.qtbot.waitUntil(lambda: "Saved" in hands.window.status.saved.text())


def test_an_empty_entry_is_only_a_draft(hands, archive):
    before = hands.meeting
    hands.press("Alt+2")
    hands.press("Return")
    assert hands.text.toPlainText() == ""
    assert hands.meeting is before
    assert hands.text.accessibleName() == "Note, entry 5 of 5"
    hands.press("Up")
    hands.qtbot.waitUntil(lambda: len(hands.shown()) == 4)
    assert hands.entry.text == "That the report be noted."


@pytest.mark.parametrize(("short", "kind"), [
    ("q ", "question"), ("r ", "response"), ("a ", "action point"), ("n ", "note"),
    ("c ", "comment"), ("k ", "lead-in"), ("m ", "motion"), ("= ", "resolution"),
])  # fmt: skip
def test_a_mark_and_a_space_in_an_empty_entry_set_its_kind(hands, short, kind):
    hands.press("Return")
    hands.type(short + "the words")
    assert (hands.entry.kind.value, hands.entry.text) == (kind, "the words")
    assert hands.entry.settled


def test_one_undo_gives_the_mark_back(hands):
    hands.press("Return")
    hands.type("q ")
    hands.press("Ctrl+Z")
    assert hands.entry.text == "q "
    assert hands.text.toPlainText() == "q "


@pytest.mark.parametrize(("kind", "keys"), KIND_KEYS.items())
def test_ctrl_and_a_digit_fix_the_kind_also_of_an_old_entry(hands, kind, keys):
    hands.press("Alt+1")
    hands.press(keys)
    assert (hands.entry.kind, hands.entry.settled) == (kind, True)
    hands.type(" Members asked why.")
    assert hands.entry.kind is kind


def test_enter_in_the_middle_splits_and_backspace_joins(hands):
    hands.press("Alt+2")
    hands.press("Up", 3)
    hands.press("Home")
    words = hands.entry.text
    hands.press("Ctrl+Right", 2)
    hands.press("Return")
    assert [text for _, text in hands.entries[:2]] == ["Members asked", words[14:]]
    assert hands.entry.text == words[14:]
    assert hands.text.cursor_position() == 0
    hands.press("Backspace")
    assert hands.entry.text == words
    assert hands.text.cursor_position() == 14
    assert hands.shown() == [text for _, text in hands.entries]


def test_delete_at_the_end_joins_with_the_entry_below(hands):
    hands.press("Alt+2")
    hands.press("Up", 3)
    hands.press("Ctrl+End")
    hands.press("Delete")
    assert len(hands.entries) == 3
    assert "recruitment. The Chief Digital Officer" in hands.entry.text


def test_entries_move_and_go(hands):
    hands.press("Alt+2")
    last = hands.entry.id
    hands.press("Alt+Up", 2)
    assert [entry.id for entry in hands.item.entries].index(last) == 1
    assert hands.window.page.current_entry == last
    hands.press("Ctrl+Shift+Del")
    assert last not in [entry.id for entry in hands.item.entries]
    hands.press("Ctrl+Z")
    assert [entry.id for entry in hands.item.entries].index(last) == 1
    hands.press("Alt+Shift+1")
    assert hands.meeting.items[0].entries[-1].id == last


def test_words_and_structure_have_one_history(hands):
    hands.press("Alt+2")
    before = hands.meeting
    hands.press("Return")
    hands.type("One two")
    hands.press("Ctrl+3")
    hands.press("Alt+Up")
    after = hands.meeting
    hands.press("Ctrl+Z", 3)
    assert hands.meeting == before
    assert hands.shown() == [text for _, text in hands.entries]
    hands.press("Ctrl+Shift+Z", 3)
    assert hands.meeting == after
    assert hands.shown() == [text for _, text in hands.entries]


def test_undo_says_what_it_undid_and_puts_the_cursor_back(hands):
    hands.press("Alt+2")
    place = hands.window.page.place
    hands.type(" And more.")
    hands.press("Ctrl+Z")
    assert hands.window.page.place == place
    assert hands.window.status.said.text() == "Undid: typing"


def test_shift_enter_is_a_line_within_the_entry(hands):
    hands.press("Alt+2")
    hands.press("Shift+Return")
    hands.type("(a) notes it")
    assert hands.entry.text == "That the report be noted.\n(a) notes it"


def test_owner_and_date_of_an_action_point(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("a Bring a timetable.")
    hands.press("Ctrl+Shift+O")
    hands.type("hol")
    hands.press("Return")
    assert isinstance(hands.focus, EntryText)
    hands.press("Ctrl+D")
    hands.type("30 June")
    hands.press("Return")
    person = next(a.person for a in hands.meeting.attendance if a.person.code == "hol")
    facts = hands.entry.facts
    assert isinstance(facts, ActionPoint)
    assert facts.owner.person_id == person.id
    assert facts.due == dt.date(2026, 6, 30)
    fields = hands.window.page._rows[hands.entry.id].action_fields()
    assert (fields.owner.text(), fields.due.text()) == ("Jo Ray", "30 June 2026")
    hands.press("Ctrl+Z")
    assert hands.entry.facts.due == ""


def test_escape_in_a_field_leaves_the_fact_as_it_was(hands):
    hands.press("Alt+2")
    hands.press("Up")
    assert hands.entry.kind is EntryKind.ACTION_POINT
    hands.press("Ctrl+D")
    hands.type("nonsense")
    hands.press("Escape")
    assert hands.entry.facts.due == dt.date(2026, 4, 2)
    assert isinstance(hands.focus, EntryText)


@pytest.mark.parametrize("keys", ["Alt+1", "Alt+Shift+1"])
def test_an_owner_is_taken_in_before_the_clerk_goes_elsewhere(hands, keys):
    hands.press("Alt+2")
    hands.press("Up")
    entry = hands.entry.id
    hands.press("Ctrl+Shift+O")
    hands.type("Somebody else")
    hands.press(keys)
    owner = entry_of(hands.meeting, entry)[1].facts.owner
    assert owner.words == "Somebody else"
    assert hands.shown() == [text for _, text in hands.entries]
    hands.type("x")  # the cursor is in the words


def test_an_owner_of_a_draft_is_taken_in_before_the_clerk_goes_elsewhere(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.press("Ctrl+3")
    hands.press("Ctrl+Shift+O")
    hands.type("Somebody else")
    hands.press("Alt+1")
    assert hands.meeting.items[1].entries[-1].facts.owner.words == "Somebody else"


def test_an_entry_is_deleted_while_its_owner_is_typed(hands):
    hands.press("Alt+2")
    hands.press("Up")
    entry = hands.entry.id
    hands.press("Ctrl+Shift+O")
    hands.type("Somebody else")
    hands.press("Ctrl+Shift+Del")
    assert entry not in [each.id for each in hands.item.entries]
    assert hands.shown() == [text for _, text in hands.entries]


def test_a_field_that_is_clicked_is_in_the_entry_in_hand(hands):
    hands.press("Alt+2")
    action = hands.item.entries[-2]
    field = hands.window.page._rows[action.id].action_fields().owner
    hands.click(field, field.rect().center())
    assert hands.window.page.current_entry == action.id


def test_tab_goes_down_the_page_also_after_entries_have_moved(hands):
    for keys in ("Alt+2", "Alt+1", "Alt+2", "Alt+Up", "Ctrl+Z"):
        hands.press(keys)
    hands.press("Up", 3)
    seen = []
    for _ in range(5):
        name = hands.focus.accessibleName()
        seen.append(name if "entry" in name else name.split()[0])
        hands.press("Tab")
    assert seen == ["Question, entry 1 of 4", "Response, entry 2 of 4",
                    "Action point, entry 3 of 4", "Owner", "Date"]  # fmt: skip
    assert hands.focus.accessibleName().endswith("entry 4 of 4")
    hands.press("Shift+Tab", 4)
    assert hands.focus.accessibleName() == "Response, entry 2 of 4"


def test_a_date_that_is_none_is_kept_and_asked_about(hands):
    hands.press("Alt+2")
    hands.press("Up")
    hands.press("Ctrl+D")
    hands.type("31 June 2026")
    hands.press("Return")
    assert hands.entry.facts.due == "31 June 2026"
    assert "no such date" in hands.window.status.said.text()


def compose(text: EntryText, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(text, event)


def test_words_count_once_an_input_method_has_ended(hands):
    hands.press("Alt+2")
    hands.press("Return")
    compose(hands.text, "ŵ")
    assert hands.text.is_composing
    assert hands.window.capture.is_draft(hands.window.page.current_entry)
    hands.text.fill("something else")
    assert hands.text.toPlainText() == ""
    compose(hands.text, "", "ŵyr")
    assert hands.entry.text == "ŵyr"


def test_a_composition_that_is_given_up_loses_nothing(hands):
    hands.press("Alt+2")
    hands.type(" Yes")
    compose(hands.text, "xyz")
    compose(hands.text, "")
    assert hands.entry.text == "That the report be noted. Yes"


def test_a_syllable_that_has_ended_counts_although_the_next_is_begun(hands):
    hands.press("Alt+2")
    hands.press("Return")
    compose(hands.text, "하")
    compose(hands.text, "그", "한")
    assert hands.entry.text == "한"
    assert hands.text.is_composing
    compose(hands.text, "", "글")
    assert hands.entry.text == "한글"


def test_an_undo_while_an_input_method_composes_is_shown_and_stays(hands):
    hands.press("Alt+2")
    hands.type(" Yes")
    compose(hands.text, "xyz")
    hands.press("Ctrl+Z")
    assert hands.entry.text == "That the report be noted."
    assert hands.text.words() == hands.entry.text
    compose(hands.text, "")
    assert hands.entry.text == "That the report be noted."
    hands.press("Ctrl+Y")
    assert hands.entry.text == "That the report be noted. Yes"


def test_a_key_leaves_every_other_character_as_it_was(hands):
    hands.press("Alt+2")
    words = "£5\u00a0million,\n\u200fعربى 🗳️\ttab"
    edit = partial(edits.set_text, entry_id=hands.entry.id, text=words)
    hands.window.capture.session.apply(edit, "words")
    hands.press("Ctrl+End")
    hands.type("!")
    assert hands.entry.text == f"{words}!"


def test_pasted_words_come_without_their_looks(hands):
    hands.press("Alt+2")
    hands.press("Return")
    QApplication.clipboard().setText("Pasted ’words’ 😀 of Siân\n")
    hands.press("Ctrl+V")
    hands.type("!")
    assert hands.entry.text == "Pasted ’words’ 😀 of Siân!"
    assert hands.text.cursor_position() == len(hands.entry.text)


def test_a_kind_is_asked_about_only_until_the_first_words(hands, monkeypatch):
    hands.press("Alt+2")
    hands.press("Return")
    row, drawn_anew = hands.window.page._rows[hands.window.page.current_entry], []
    monkeypatch.setattr(row, "update", lambda: drawn_anew.append(row.entry.text))
    hands.type("No")
    assert drawn_anew == ["N"]


def test_the_kinds_are_offered_beside_the_entry_that_they_are_for(hands):
    hands.press("Alt+2")
    place = hands.window.page.place
    row = hands.window.page._rows[place.entry_id]
    hands.press("Ctrl+T")
    menu = hands.window.do.entries._kinds
    assert menu.isVisible()
    assert abs(menu.pos().x() - row.mapToGlobal(row.rect().topLeft()).x()) < 20
    menu.close()
    assert hands.window.page.place == place


def test_what_was_not_sent_is_not_said_to_be(hands):
    hands.press("Alt+2")
    hands.press("Left", 3)
    place = hands.window.page.place
    hands.press("Alt+Shift+2")
    assert hands.window.status.said.text() == "Item 2 is this one."
    assert hands.window.page.place == place  # it went to the start, and what was typed with it


def sees_the_cursor(hands) -> bool:
    view = hands.window.page.viewport()
    cursor = hands.text.cursorRect()
    top = hands.text.mapTo(view, cursor.topLeft()).y()
    return 0 <= top <= view.height() - cursor.height()


@pytest.mark.parametrize("keys", ["Up", "Ctrl+Home", "Ctrl+Left"])
def test_the_page_follows_the_cursor_through_an_entry_longer_than_itself(hands, keys):
    hands.press("Alt+2")
    hands.press("Return")
    QApplication.clipboard().setText("\n".join(["words " * 60] * 30))
    hands.press("Ctrl+V")
    for _ in range(40):
        hands.press(keys)
        assert sees_the_cursor(hands)


def test_the_page_comes_back_to_the_cursor_with_the_next_key(hands):
    hands.press("Alt+2")
    for _ in range(30):
        hands.press("Return")
        hands.type("x")
    hands.window.page.verticalScrollBar().setValue(0)
    assert not sees_the_cursor(hands)
    hands.type("y")
    assert sees_the_cursor(hands)


def test_a_click_on_the_kind_offers_every_kind(hands):
    hands.press("Alt+2")
    place = hands.window.page.place
    row = hands.window.page._rows[hands.window.page.current_entry]
    hands.click(row, row.rect().topLeft() + kind_rect(hands.window.look).center())
    menu = hands.window.do.entries._kinds
    assert menu.isVisible()
    assert hands.window.page.place == place
    action = next(a for a in menu.actions() if a.data() == EntryKind.RECOMMENDATION)
    action.trigger()
    menu.close()
    assert hands.entry.kind is EntryKind.RECOMMENDATION


def test_a_composition_that_loses_the_focus_is_over(hands):
    hands.press("Alt+2")
    words = hands.text
    compose(words, "xyz")
    hands.press("F6")
    assert not words.is_composing
    words.fill("other words")
    assert words.toPlainText() == "other words"


def test_tab_goes_down_the_page_after_every_change(hands):
    def walked() -> list[EntryText]:
        hands.press("Alt+2")
        rows = sorted(hands.window.page._rows.values(), key=lambda row: row.y())
        rows[0].text.setFocus()
        texts = []
        for _ in rows:
            texts.append(hands.text)
            hands.press("Tab")
            while not isinstance(hands.focus, EntryText) and hands.window.page.isAncestorOf(
                hands.focus
            ):
                hands.press("Tab")
            if not isinstance(hands.focus, EntryText):
                break
        return texts

    def expected() -> list[EntryText]:
        rows = sorted(hands.window.page._rows.values(), key=lambda row: row.y())
        return [row.text for row in rows]

    assert walked() == expected()
    hands.press("Alt+2")
    hands.press("Up", 2)
    hands.press("Home")
    hands.press("Return")
    hands.type("In between.")
    assert walked() == expected()
    hands.press("Alt+2")
    hands.press("Alt+Up", 4)
    assert walked() == expected()
    hands.press("Ctrl+Shift+Del")
    assert walked() == expected()
    hands.press("Ctrl+Z")
    assert walked() == expected()


def test_a_half_typed_owner_and_date_are_on_the_disk_and_become_one_step(hands, archive):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("a Bring a timetable.")
    before = hands.meeting
    hands.press("Ctrl+Shift+O")
    hands.type("Some")
    assert archive.settle()
    kept = entry_of(archive.read(hands.meeting.id), hands.entry.id)[1]
    assert kept.facts.owner.words == "Some"
    hands.press("Ctrl+D")
    hands.type("30 Ju")
    assert hands.entry.facts.due == "30 Ju"
    hands.press("Escape")
    assert hands.entry.facts.due == ""
    hands.window.undo()
    hands.window.undo()
    assert hands.meeting == before


def test_a_half_typed_owner_becomes_the_person_once_it_is_given(hands):
    hands.press("Alt+2")
    hands.press("Up")
    hands.press("Ctrl+Shift+O")
    hands.type("jo ra")
    assert hands.entry.facts.owner.words == "jo ra"
    hands.type("y")
    hands.press("Return")
    person = next(a.person for a in hands.meeting.attendance if a.person.code == "hol")
    assert hands.entry.facts.owner.person_id == person.id
    hands.press("Ctrl+Z")
    assert hands.entry.facts.owner.person_id != person.id


def test_going_to_the_item_in_hand_leaves_a_new_entry_open(hands):
    hands.press("Alt+1")
    hands.press("Return")
    hands.type("One.")
    hands.press("Return")
    hands.press("Alt+1")
    hands.type("Two.")
    assert [words for _, words in hands.entries][-2:] == ["One.", "Two."]
    hands.press("Alt+2")
    hands.press("Alt+1")
    hands.type(" Three.")
    assert hands.entries[-1][1] == "Two. Three."
