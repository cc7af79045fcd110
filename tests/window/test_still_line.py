"""The line being typed never moves, whatever happens around it; only the typing itself moves it."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint

from clerkapp.meeting import edits
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.notice_bar import Choice, Notice

LONG = "Members noted the progress of the programme and its risks, at some length. " * 4


def line(hands) -> int:
    """The height on the screen of the line that the cursor is in."""
    text = hands.text
    return text.viewport().mapTo(hands.window, text.cursorRect().topLeft()).y()


@pytest.fixture(params=["top", "middle", "foot"])
def typing(hands, request):
    """Hands in an entry that stands near the top, in the middle or at the foot of a full page."""
    hands.window.resize(1366, 768)

    def filled(meeting: Meeting) -> Meeting:
        item = meeting.items[0]
        more = tuple(Entry(f"e{n}", EntryKind.NOTE, f"Note {n}.") for n in range(40))
        return edits.change_entry(
            replace(meeting, items=(replace(item, entries=more), *meeting.items[1:])),
            "e0",
            lambda entry: replace(entry, text=LONG),
        )

    hands.window.capture.session.apply(filled, "a full page")
    hands.press("Alt+1")  # the last entry, at the foot of the page
    hands.press("Up", {"top": 36, "middle": 20, "foot": 0}[request.param])
    hands.press("Return")
    hands.type("Mem")
    return hands


def change(hands, entry_id: str, text: str) -> None:
    hands.window.capture.session.apply(
        lambda m: edits.set_text(m, entry_id, text), "elsewhere", origin=None
    )


def test_an_entry_above_grows_and_shrinks(typing):
    at = line(typing)
    for text in (LONG * 2, LONG * 3, "Note.", LONG):
        change(typing, "e1", text)
        typing.type("b")
        if text != "Note.":  # at the very top of a page there is nothing to scroll back
            assert line(typing) == at


def test_an_entry_below_grows(typing):
    at = line(typing)
    change(typing, "e39", LONG)
    typing.type("b")
    assert line(typing) == at


def test_entries_come_and_go_above(typing):
    at = line(typing)
    item = typing.item.id
    capture = typing.window.capture
    for n in range(3):
        new = Entry(f"new{n}", EntryKind.NOTE, LONG)
        capture.session.apply(lambda m, new=new: edits.add_entry(m, item, new, 1), "elsewhere")
    typing.type("b")
    assert line(typing) == at
    capture.session.apply(lambda m: edits.remove_entry(m, "new1"), "elsewhere")
    typing.type("e")
    assert line(typing) == at


def test_a_notice_comes_and_goes(typing):
    at = line(typing)
    notice = Notice("disk", "The disk is full.", (Choice("Another folder", list),))
    for _ in range(2):
        typing.window.notices.show_notice(notice)
        typing.qtbot.wait(20)
        assert line(typing) == at
        typing.type("b")
        assert line(typing) == at
        typing.window.notices.withdraw("disk")
        typing.qtbot.wait(20)
        assert line(typing) == at


def test_saves_checks_and_marks_come_in_a_pause(typing):
    at = line(typing)
    typing.type("bers asked")
    for wait in (20, 450, 700):
        typing.qtbot.wait(wait)
        assert line(typing) == at
        typing.type(".")
        assert line(typing) == at


def test_a_new_line_moves_it_by_the_line_at_most(typing):
    before = line(typing)
    typing.press("Shift+Return")
    assert 0 <= line(typing) - before <= 23


def test_the_whole_entry_is_seen_behind_a_notice(typing):
    notice = Notice("disk", "The disk is full.", (Choice("Another folder", list),))
    typing.window.notices.show_notice(notice)
    typing.qtbot.wait(20)
    row = typing.window.page._rows[typing.window.page.current_entry]
    bottom = row.mapTo(typing.window.page.viewport(), QPoint(0, row.height())).y()
    assert bottom <= typing.window.page.viewport().height()


def test_undo_leaves_the_heading_where_the_whole_item_has_room(hands):
    hands.press("Alt+2")
    first = hands.item.entries[0].id
    hands.press("Up", len(hands.item.entries) - 1)
    assert hands.entry.id == first
    hands.press("Alt+Shift+1")
    hands.press("Ctrl+Z")
    assert hands.entry.id == first
    assert hands.window.page.verticalScrollBar().value() == 0


def test_a_vote_recorded_above_an_empty_entry_is_in_sight_with_the_heading(hands):
    hands.window.resize(1366, 768)
    hands.window.capture.session.apply(
        lambda m: replace(m, items=(replace(m.items[0], entries=()), *m.items[1:])), "nothing yet"
    )
    hands.press("Alt+1")
    hands.press("F8")
    hands.type("u")
    hands.press("Return")
    assert [kind for kind, _ in hands.entries] == ["vote"]
    assert hands.window.page.current_entry != hands.item.entries[0].id
    assert hands.window.page.verticalScrollBar().value() == 0
