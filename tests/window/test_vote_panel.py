"""The vote pad beside the words, by keys alone."""

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QContextMenuEvent, QCursor
from PySide6.QtWidgets import QApplication, QMenu
from test_accessibility import faults
from test_read_back import move
from test_room import choose, of

from clerkapp.meeting.edits import set_business, set_heading
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import Business
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Casting, OwnVote, Vote, Way


@pytest.fixture
def motion(hands):
    """The second item, the cursor in a motion, five who may vote."""
    hands.press("Alt+2")
    move(hands, "That the report be noted.")
    hands.window.go(hands.window.capture.enter_item(hands.item.id))
    return hands


def panel(hands):
    return hands.window.do.room.votes.panel


def test_hands_are_counted_in_six_keys(motion):
    motion.press("F8")
    assert panel(motion).about.text() == "Motion: That the report be noted."
    for key in ("4", "Down", "1", "Down", "0"):
        motion.press(key)
    assert panel(motion).preview.text() == "(For 4, Against 1, Abstentions 0)"
    assert "All 5 members who may vote are accounted for." in panel(motion).proof.text()
    motion.press("Return")
    entry = motion.item.entries[-1]
    assert entry.facts == Vote(4, 1, 0)
    assert motion.entry.kind.value == "motion"


@pytest.mark.parametrize("between", ["/", ","])
def test_hands_are_counted_as_they_are_said(motion, between: str):
    motion.press("F8")
    for key in ("4", between, "1", between, "0"):
        motion.press(key)
    assert panel(motion).preview.text() == "(For 4, Against 1, Abstentions 0)"


def test_a_row_tells_of_a_vote_that_an_amendment_was_put_for_as_long_as_it_is_one(motion):
    motion.window.capture.session.apply(
        lambda m: set_heading(m, replace(m.heading, house_style="a-member")), "the style"
    )
    motion.press("Return")
    motion.type("m+ Add the words in May.")
    for key in ("F8", "1", "Down", "4", "Return"):
        motion.press(key)
    amendment, vote = motion.item.entries[-2:]
    row = motion.window.page._rows[vote.id]
    assert row._facts.text() == "The amendment was lost by 1 vote to 4."
    assert motion.entry == amendment
    motion.press("Ctrl+7")
    assert row._facts.text() == "The motion was lost by 1 vote to 4."
    motion.press("Ctrl+Z")
    assert row._facts.text() == "The amendment was lost by 1 vote to 4."


def pick(panel, row: int, said: str) -> None:
    """What the menu of the mouse on that row does under those words."""
    index = panel.list.lines.index(row)
    where = panel.list.visualRect(index).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, QCursor.pos())
    QApplication.sendEvent(panel.list.viewport(), asked)
    (found,) = (each for each in _picks(panel.menu) if each.text().split("\t")[0] == said)
    panel.menu.close()
    found.trigger()


def _picks(menu: QMenu):
    for each in menu.actions():
        if not each.isVisible():
            continue
        yield from _picks(each.menu()) if each.menu() else (each,)


def test_a_vote_is_taken_down_with_the_mouse_alone(motion):
    motion.press("F8")
    for row, number in enumerate("410"):
        pick(panel(motion), row, number)
    assert "All 5 members who may vote are accounted for." in panel(motion).proof.text()
    pick(panel(motion), 0, "3")
    assert panel(motion).pad.number(Way.FOR) == 3
    with pytest.raises(ValueError, match="not enough"):  # numbers are of a side alone
        pick(panel(motion), 4, "3")
    pick(panel(motion), 0, "4")
    pick(panel(motion), 0, "Records the vote")
    assert motion.item.entries[-1].facts == Vote(4, 1, 0)


def test_what_can_be_done_and_the_way_back_are_found_without_a_right_click(motion):
    motion.press("F8")
    motion.press("4")
    motion.click(panel(motion).by_mouse, panel(motion).by_mouse.rect().center())
    assert panel(motion).menu.isVisible()
    told = {each.text() for each in _picks(panel(motion).menu)}
    assert {"Records the vote\tEnter", "Goes back to the words\tEsc"} <= told
    (back,) = (each for each in _picks(panel(motion).menu) if each.data() == "Esc")
    panel(motion).menu.close()
    entries = motion.entries
    back.trigger()
    assert not panel(motion).isVisible()
    assert motion.text.hasFocus()
    assert motion.entries == entries


def test_a_vote_is_recorded_by_a_button_that_can_be_seen_and_leaves_the_keys_where_they_are(motion):
    motion.press("F8")
    motion.press("U")
    record = panel(motion).enter
    assert record.isVisible()
    assert record.text() == "Record"
    assert panel(motion).list.hasFocus()
    motion.click(record, record.rect().center())
    assert motion.item.entries[-1].kind is EntryKind.VOTE
    assert motion.text.hasFocus()


def test_a_panel_in_which_enter_does_nothing_of_its_own_has_no_such_button(motion):
    motion.press("F7")
    assert motion.window.do.room.roll.enter.isHidden()


def test_the_menu_of_the_button_opens_at_one_place_each_time(motion):
    motion.press("F8")
    tops: list[int] = []
    for key in ("", "N", ""):
        if key:
            motion.press(key)
        motion.click(panel(motion).by_mouse, panel(motion).by_mouse.rect().center())
        menu = panel(motion).menu
        foot = panel(motion).by_mouse.mapToGlobal(panel(motion).by_mouse.rect().topRight())
        assert menu.geometry().bottom() + 1 == foot.y()
        tops.append(menu.y())
        menu.close()
    assert tops[1] == tops[2] == tops[0] + menu.actionGeometry(menu.actions()[-1]).height()


def test_too_many_hands_are_said(motion):
    motion.press("F8")
    motion.press("7")
    assert "2 votes too many: 5 members may vote." in panel(motion).proof.text()
    motion.press("Backspace")
    motion.press("5")
    assert "too many" not in panel(motion).proof.text()


def test_two_digits_make_one_number(motion):
    motion.press("F8")
    motion.press("1")
    motion.press("2")
    assert panel(motion).pad.number(Way.FOR) == 12


def test_everyone_for_and_then_the_exceptions(motion):
    motion.press("F8")
    for key in ("N", "Shift+F", "Down", "A", "X", "Space"):
        motion.press(key)
    motion.press("Return")
    vote = motion.item.entries[-1].facts
    lines = panel(motion).pad.voters
    ids = [Mention(line.person.id) for line in lines]
    assert vote == Vote((ids[0], ids[4]), (ids[1],), (ids[2],))


def test_a_tie_asks_for_the_casting_vote_and_only_a_tie(motion):
    motion.press("F8")
    for key in ("2", "Down", "1", "C"):
        motion.press(key)
    assert panel(motion).proof.text() == "There is a casting vote only when the votes are equal."
    for key in ("Up", "2", "Down", "2", "Down", "1"):
        motion.press(key)
    assert "may give a casting vote" in panel(motion).proof.text()
    motion.press("Shift+C")
    motion.press("Return")
    assert motion.item.entries[-1].facts == Vote(2, 2, 1, Casting.AGAINST)


def test_a_vote_on_request_stands_beside_the_numbers(motion):
    motion.press("F8")
    motion.press("5")
    choose(motion, "Marsden")
    motion.press("R")
    motion.press("R")
    motion.press("Return")
    own = OwnVote(Mention(of(motion, "Marsden").person.id), Way.AGAINST)
    assert motion.item.entries[-1].facts == Vote(in_favour=5, own=(own,))


def test_unanimous_is_two_keys(motion):
    motion.press("F8")
    motion.press("U")
    motion.press("Return")
    assert motion.item.entries[-1].facts.unanimous


def test_esc_leaves_no_vote_and_the_cursor_where_it_was(motion):
    motion.press("Left", 4)
    place, entries = motion.window.page.place, motion.entries
    motion.press("F8")
    motion.press("4")
    motion.press("Esc")
    assert (motion.window.page.place, motion.entries) == (place, entries)
    assert motion.text.cursor_position() == place.cursor


def test_opened_again_it_corrects_the_vote_that_is_there(motion):
    motion.press("F8")
    motion.press("U")
    motion.press("Return")
    count = len(motion.item.entries)
    motion.press("F8")
    motion.press("H")
    motion.press("3")
    motion.press("Return")
    assert len(motion.item.entries) == count
    assert motion.item.entries[-1].facts.in_favour == 3
    motion.press("Ctrl+Z")
    assert motion.item.entries[-1].facts.unanimous


def test_a_budget_opens_by_name_and_says_why_not_by_hands(motion):
    item_id = motion.item.id
    motion.window.capture.session.apply(
        lambda m: set_business(m, item_id, Business.BUDGET), "the business"
    )
    motion.press("F8")
    assert panel(motion).title.text() == "Vote by name"
    motion.press("H")
    assert panel(motion).title.text() == "Vote by name"
    assert "have to be recorded" in panel(motion).proof.text()


def test_an_empty_pad_records_nothing(motion):
    entries = motion.entries
    motion.press("F8")
    motion.press("Return")
    assert motion.entries == entries
    assert panel(motion).isVisible()


def test_the_vote_of_a_blank_entry_stands_above_it(motion):
    motion.press("End")
    motion.press("Return")
    motion.press("F8")
    motion.press("U")
    motion.press("Return")
    assert motion.item.entries[-1].facts.unanimous
    assert motion.window.capture.is_draft(motion.window.page.current_entry)
    motion.type("Members")
    assert motion.entries[-1][1] == "Members"


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("manner", ["H", "N", "U"])
def test_every_control_of_the_pad_has_a_name(motion, narrow, manner):
    if narrow:
        motion.window.resize(683, 384)
    motion.press("F8")
    motion.press(manner)
    assert faults(motion.window) == []


def test_a_read_only_archive_records_no_vote(motion):
    meeting = motion.meeting
    motion.press("F8")
    motion.press("U")
    motion.window.why_read_only = "the archive is read-only"
    motion.press("Return")
    assert motion.meeting is meeting


def test_a_decision_is_expected_below_a_vote_that_was_taken_in_an_empty_entry(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted. / mars / te")
    hands.press("Return")
    assert hands.window.page.current_kind is EntryKind.VOTE
    hands.press("F8")
    hands.press("U")
    hands.press("Return")
    assert hands.window.page.current_kind is EntryKind.RESOLUTION


def test_enter_behind_a_motion_goes_on_below_the_vote_that_was_just_taken(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted.")
    hands.press("F8")
    hands.press("U")
    hands.press("Return")
    hands.press("Return")
    hands.type("That the report be noted.")
    assert [kind for kind, _ in hands.entries][-3:] == ["motion", "vote", "resolution"]


def test_enter_behind_a_motion_that_was_come_back_to_goes_on_above_its_vote(hands):
    """What was said between the motion and the vote is put in later."""
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted.")
    hands.press("F8")
    hands.press("U")
    hands.press("Return")
    hands.press("Up")
    hands.press("Down")
    hands.press("End")
    hands.press("Return")
    hands.type("c Members spoke for it.")
    assert [kind for kind, _ in hands.entries][-3:] == ["motion", "comment", "vote"]
