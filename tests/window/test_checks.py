"""What the checks found, mended or left by a key."""

from hands import answering_boxes
from msgspec.structs import replace
from PySide6.QtTest import QTest

from clerkapp.checking.check import RULES
from clerkapp.meeting.edits import change_entry, set_business
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import Business, Meeting, entries_of, entry_of
from clerkapp.meeting.votes import Vote
from clerkapp.window.beside.beside_panel import _COUNTED_AFTER
from clerkapp.window.item.margin_dots import MarginDot


def _list(hands):
    hands.press("Ctrl+Alt+2")
    view = hands.window.beside.lines("Checks")
    view.setFocus()
    view.setCurrentIndex(view.lines.index(0))
    return view


def test_a_key_mends_what_was_found_at_the_cursor_and_one_undo_takes_it_back(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("n The Chief Digital officer spoke.")
    entry = hands.entry.id
    hands.press("Ctrl+Shift+M")
    assert entry_of(hands.meeting, entry)[1].text == "The Chief Digital Officer spoke."
    hands.press("Ctrl+Z")
    assert entry_of(hands.meeting, entry)[1].text == "The Chief Digital officer spoke."


def test_a_key_leaves_a_finding_and_it_can_be_shown_again(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("n The Chief Digital officer spoke.")
    hands.press("Ctrl+Shift+L")
    assert [each.rule for each in hands.meeting.dismissed] == ["N3"]
    hands.window._refresh_around()
    view = _list(hands)
    assert view.lines.lines[0].words == "Nothing was found."
    again = next(c for c in hands.window.commands if c.name == "Show again what was left")
    assert again.why_not is not None
    assert again.why_not() == ""
    again.run()
    assert hands.meeting.dismissed == ()


def test_the_list_of_findings_has_a_menu_and_acts_on_the_chosen_one(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("n The Chief Digital officer spoke.")
    hands.press("Alt+1")
    hands.window._refresh_around()
    view = _list(hands)
    mend, leave, _ = view.actions()
    assert (mend.command.keys, leave.command.keys) == ("Ctrl+Shift+M", "Ctrl+Shift+L")
    mend.command.run()
    hands.window._refresh_around()
    assert view.lines.lines[0].words == "Nothing was found."


def test_where_nothing_was_found_a_key_says_so_and_changes_nothing(hands):
    before = hands.meeting
    hands.press("Ctrl+Shift+M")
    hands.press("Ctrl+Shift+L")
    assert hands.meeting is before


def _dots(hands):
    rows = {row.entry.id: row for row in hands.window.page._rows.values()}
    return {
        entry_id: dot
        for entry_id, row in rows.items()
        for dot in row.findChildren(MarginDot)
        if not dot.isHidden()
    }


def test_a_dot_stands_in_the_margin_once_the_cursor_has_left_what_was_found(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("n The Chief Digital officer spoke.")
    wrong = hands.entry.id
    hands.window._refresh_around()
    hands.window.beside._count()
    assert wrong not in _dots(hands)  # never beside what is being typed
    places = {row.entry.id: row.geometry() for row in hands.window.page._rows.values()}
    hands.press("Up")
    dot = _dots(hands)[wrong]
    assert places == {row.entry.id: row.geometry() for row in hands.window.page._rows.values()}
    assert "Chief Digital Officer" in dot.toolTip()
    assert dot.accessibleDescription() == dot.toolTip()
    (row,) = (row for row in hands.window.page._rows.values() if row.entry.id == wrong)
    assert dot.toolTip() in row.text.accessibleDescription()
    hands.press("Down")
    assert wrong in _dots(hands)
    hands.press("Ctrl+Shift+M")
    hands.window._refresh_around()
    hands.window.beside._count()
    assert wrong not in _dots(hands)
    assert dot.toolTip() not in row.text.accessibleDescription()


def test_all_that_is_safe_is_mended_in_one_step_once_it_is_agreed(hands, monkeypatch):
    hands.press("Alt+2")
    for words in ("n The Chief Digital officer spoke.", "n The Chief Digital officer left."):
        hands.press("Return")
        hands.type(words)
    before = hands.meeting
    asked = answering_boxes(monkeypatch, False, True)
    mend_all = next(c for c in hands.window.commands if c.name == "Mend all that is safe")
    assert mend_all.why_not() == ""
    mend_all.run()
    assert hands.meeting is before
    mend_all.run()
    assert asked == ["Mend 2 findings? (N3 2) One Ctrl+Z takes it all back."] * 2
    assert hands.window.open.findings(hands.meeting) == ()
    assert mend_all.why_not() == "nothing was found that can be mended in one way only"
    hands.press("Ctrl+Z")
    assert hands.meeting.items == before.items


def test_a_budget_vote_that_is_not_by_name_opens_the_vote_pad_on_it(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("v It was put.")
    item_id, entry_id = hands.window.page.item_id, hands.entry.id
    session = hands.window.capture.session
    before = len(list(entries_of(hands.meeting)))
    vote = Vote(9, 0, 0)
    session.apply(
        lambda m: change_entry(m, entry_id, lambda e: replace(e, kind=EntryKind.VOTE, facts=vote)),
        "recording the vote",
    )
    session.apply(lambda m: set_business(m, item_id, Business.BUDGET), "making it a budget item")
    assert "D8" in [each.rule for each in hands.window.open.findings(hands.meeting)]
    view = _list(hands)
    found = hands.window.open.findings(hands.meeting)
    row = [each.rule for each in found].index("D8")
    view.setCurrentIndex(view.lines.index(row))
    mend = next(c for c in hands.window.commands if c.name == "Mend what was found")
    assert mend.why_not() == ""
    mend.run()
    panel = hands.window.do.room.votes.panel
    assert panel.isVisible()
    assert hands.window.page.place.entry_id == entry_id
    assert len(list(entries_of(hands.meeting))) == before  # on that vote, and no other


def test_the_checks_of_a_pause_begin_anew_where_somebody_typed_between_two_rules(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("n The Chief Digital officer spoke.")
    assert hands.window.open.check_on(hands.meeting)
    hands.type(" Twice.")
    rules = 0
    while hands.window.open.check_on(hands.meeting):
        rules += 1
    assert rules == len(RULES)
    assert "N3" in [each.rule for each in hands.window.open.findings(hands.meeting)]


def test_the_tab_says_how_many_were_found_once_the_last_rule_was_looked_at(hands, qtbot):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("n The Chief Digital officer spoke.")
    found = hands.window.open.findings(hands.meeting)
    assert found
    tabs = hands.window.beside.tabs  # it may first tell of a count from before these words
    qtbot.waitUntil(lambda: tabs.tabText(1) == f"Checks {len(found)}")


def test_no_rule_is_looked_at_while_somebody_types(hands, qtbot):
    looked_at: list[Meeting] = []
    hands.press("Alt+2")
    hands.window._refresh_around()
    hands.window.beside.check_on = lambda meeting: bool(looked_at.append(meeting))
    hands.type("and")
    QTest.qWait(_COUNTED_AFTER + 50)
    assert looked_at == []
    qtbot.waitUntil(lambda: looked_at == [hands.meeting])
