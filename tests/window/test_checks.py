"""What the checks found, mended or left by a key."""

from clerkapp.meeting.meeting import entry_of


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
